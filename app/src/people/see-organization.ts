import type { Handle } from '../kernel/database.ts'
import type { InvitationRefusal } from './invite-person.ts'
import { findOrganization } from './people-table.ts'

export type NoOrganization = Extract<InvitationRefusal, { readonly code: 'organization_unknown' }>

/** Within the transaction of another slice: whether there is one for whoever reads. */
export async function seesOrganization(tables: Handle, id: string): Promise<boolean> {
  return (await findOrganization(tables, id)) !== undefined
}
