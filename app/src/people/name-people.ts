/** Who somebody is, as far as the reader may know. */
import type { Handle } from '../kernel/database.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Organization } from './membership.ts'
import type { MemberRole } from '../kernel/authority.ts'
import {
  findOrganization,
  findOrganizationsOf,
  type Member,
  membersById,
  membersOf,
  peopleNamed,
} from './people-table.ts'

/** As far as the reader may see it, which his own he may. */
export async function organizationIn(tables: Handle, id: string): Promise<Organization | undefined> {
  return await findOrganization(tables, id)
}

/** All of a kind, as far as the reader may see them. */
export async function organizationsOfKind(
  tables: Handle,
  kind: Organization['kind'],
): Promise<readonly Organization[]> {
  const ids = await findOrganizationsOf(tables, kind)
  const found = await Promise.all(ids.map(async (id) => await findOrganization(tables, id)))
  return found.filter((one) => one !== undefined)
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

/** Who has a role in an organization now, as far as the reader may see them. */
export async function membersWithRole(
  tables: Handle,
  organization: string,
  role: MemberRole,
): Promise<readonly Pick<Member, 'person_id' | 'name'>[]> {
  return (await membersOf(tables, organization)).filter((one) => one.role === role)
}
