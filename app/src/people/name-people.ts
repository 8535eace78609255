/** Who somebody is, as far as the reader may know. */
import type { Handle } from '../kernel/database.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Organization } from './membership.ts'
import { findOrganization, type Member, membersById, peopleNamed } from './people-table.ts'

/** As far as the reader may see it, which his own he may. */
export async function organizationIn(tables: Handle, id: string): Promise<Organization | undefined> {
  return await findOrganization(tables, id)
}

/** By identifier. The service itself is no person and has none. */
export async function namesIn(tables: Handle, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null && isId(id)) as readonly string[]
  const named = known.length === 0 ? [] : await peopleNamed(tables, known)
  return new Map(named.map(({ id, name }) => [id, name]))
}

/** Who has these memberships now, as far as the reader may see them, within the transaction of a page that shows several slices. */
export async function membersFound(tables: Handle, ids: readonly string[]): Promise<readonly Member[]> {
  return await membersById(tables, ids)
}
