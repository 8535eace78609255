/** People for tests, as if they had been invited. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type MemberRole, type OrganizationKind, ROLES_OF } from '../kernel/authority.ts'
import type { Database } from '../kernel/database.ts'
import { type Actor, systemActor, writeAs } from '../kernel/transaction.ts'

const AT = '2026-07-01T00:00:00.000Z'

/** A new organization. Its identifier. */
export async function organizationOf(database: Database, kind: OrganizationKind, name: string = kind): Promise<string> {
  const id = randomUUID()
  await writeAs(database, systemActor('test'), async (tables) => {
    await sql`insert into organizations values (${id}, ${kind}, ${name}, ${AT})`.execute(tables)
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
    await sql`insert into people values (${person_id}, ${role}, ${`${person_id}@example.com`}, ${AT})`.execute(tables)
    await sql`insert into memberships (id, person_id, organization_id, kind, role, began_at)
      values (${randomUUID()}, ${person_id}, ${organization_id}, ${kind}, ${role}, ${AT})`.execute(tables)
    return { commit: undefined }
  })
  return { person: person_id, organization: organization_id, role }
}
