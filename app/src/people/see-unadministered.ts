/** The organizations that wait for their first administrator, or have lost the last, with who is invited to be it. */
import { instantText } from '../kernel/clock.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { openAdministratorInvitations } from './invitations-table.ts'
import type { Invitation, Organization } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { organizationsWithoutAdministrator } from './people-table.ts'

export interface Unadministered extends Organization {
  readonly invited: readonly Pick<Invitation, 'email' | 'expires_at'>[]
}

export async function seeUnadministered(identity: Identity, actor: Actor): Promise<readonly Unadministered[]> {
  return await readAs(identity.database, actor, async (tables) => {
    const organizations = await organizationsWithoutAdministrator(tables)
    const invitations = await openAdministratorInvitations(tables, instantText(identity.clock()))
    return organizations.map((one) => ({
      ...one,
      invited: invitations
        .filter(({ organization_id }) => organization_id === one.id)
        .map(({ email, expires_at }) => ({ email, expires_at })),
    }))
  })
}
