/** People for tests, as if they had been invited. */
import { randomUUID } from 'node:crypto'
import { type MemberRole, type OrganizationKind, ROLES_OF } from '../kernel/authority.ts'
import type { Database } from '../kernel/database.ts'
import { type Actor, systemActor, writeAs } from '../kernel/transaction.ts'
import { insertMembership, insertOrganization, insertPerson } from './people-table.ts'

const AT = '2026-07-01T00:00:00.000Z'

/** A new organization. Its identifier. */
export async function organizationOf(database: Database, kind: OrganizationKind, name: string = kind): Promise<string> {
  const id = randomUUID()
  await writeAs(database, systemActor('test'), async (tables) => {
    await insertOrganization(tables, { id, kind, name, registered_at: AT })
    return { commit: undefined }
  })
  return id
}

/** A new person with this role, in a new organization of the first kind that has the role, or in one that is given with its kind. */
export async function actorOf<R extends MemberRole>(
  database: Database,
  role: R,
  organization?: { readonly id: string; readonly kind: OrganizationKind },
): Promise<Actor & { readonly organization: string; readonly role: R }> {
  const kinds = Object.keys(ROLES_OF) as readonly OrganizationKind[]
  const kind =
    organization?.kind ?? kinds.find((one) => (ROLES_OF[one] as readonly string[]).includes(role)) ?? 'public'
  const organization_id = organization?.id ?? (await organizationOf(database, kind))
  const person_id = randomUUID()
  await writeAs(database, systemActor('test'), async (tables) => {
    const email = `${person_id}@example.com`
    await insertPerson(tables, { id: person_id, name: role, email, registered_at: AT })
    const membership = { person_id, organization_id, kind, role, began_at: AT, ended_at: null }
    await insertMembership(tables, { id: randomUUID(), ...membership })
    return { commit: undefined }
  })
  return { person: person_id, organization: organization_id, role }
}
