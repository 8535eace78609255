/** Organizations, people and memberships, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Membership, Organization, Person } from './membership.ts'

type PeopleTables = {
  readonly organizations: Organization
  readonly people: Person
  readonly memberships: Membership
}

function people(handle: Handle): Kysely<PeopleTables> {
  return handle.withTables<PeopleTables>()
}

export async function insertOrganization(handle: Handle, organization: Organization): Promise<void> {
  await people(handle).insertInto('organizations').values(organization).execute()
}

export async function findOrganization(handle: Handle, id: string): Promise<Organization | undefined> {
  return await people(handle).selectFrom('organizations').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The database takes no other name than that which an approved event of the firm gives it. */
export async function renameOrganization(handle: Handle, id: string, name: string): Promise<void> {
  await people(handle).updateTable('organizations').set({ name }).where('id', '=', id).execute()
}

export async function findOrganizationCalled(handle: Handle, name: string): Promise<Organization | undefined> {
  return await people(handle).selectFrom('organizations').selectAll().where('name', '=', name).executeTakeFirst()
}

export async function insertPerson(handle: Handle, person: Person): Promise<void> {
  await people(handle).insertInto('people').values(person).execute()
}

export async function findPerson(handle: Handle, id: string): Promise<Person | undefined> {
  return await people(handle).selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findPersonByEmail(handle: Handle, email: string): Promise<Person | undefined> {
  return await people(handle).selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()
}

/** Those of them whom the reader may see. */
export async function peopleNamed(
  handle: Handle,
  ids: readonly string[],
): Promise<readonly Pick<Person, 'id' | 'name'>[]> {
  return await people(handle).selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
}

export async function insertMembership(handle: Handle, membership: Membership): Promise<void> {
  await people(handle).insertInto('memberships').values(membership).execute()
}

export interface NamedMembership extends Membership {
  readonly organization_name: string
}

/** The memberships that somebody has now, the oldest first. */
export async function currentMemberships(handle: Handle, person: string): Promise<readonly NamedMembership[]> {
  return await people(handle)
    .selectFrom('memberships')
    .innerJoin('organizations', 'organizations.id', 'memberships.organization_id')
    .selectAll('memberships')
    .select('organizations.name as organization_name')
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('memberships.began_at')
    .orderBy('memberships.id')
    .execute()
}

export interface Member extends Membership {
  readonly name: string
  readonly email: string
}

/** Everybody who belongs to an organization now. */
export async function membersOf(handle: Handle, organization: string): Promise<readonly Member[]> {
  return await people(handle)
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .selectAll('memberships')
    .select(['people.name as name', 'people.email as email'])
    .where('organization_id', '=', organization)
    .where('ended_at', 'is', null)
    .orderBy('people.name')
    .execute()
}

/** Those of these memberships that have not ended and that the reader may see. */
export async function membersById(handle: Handle, ids: readonly string[]): Promise<readonly Member[]> {
  if (ids.length === 0) return []
  return await people(handle)
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .selectAll('memberships')
    .select(['people.name as name', 'people.email as email'])
    .where('memberships.id', 'in', ids)
    .where('ended_at', 'is', null)
    .execute()
}

export async function hasAdministrator(handle: Handle, organization: string): Promise<boolean> {
  return (await membersOf(handle, organization)).some(({ role }) => role === 'administrator')
}

/** Those other than the regulator, the newest first. */
export async function organizationsWithoutAdministrator(handle: Handle): Promise<readonly Organization[]> {
  return await people(handle)
    .selectFrom('organizations')
    .selectAll()
    .where('kind', '!=', 'regulator')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('memberships')
            .select('memberships.id')
            .whereRef('memberships.organization_id', '=', 'organizations.id')
            .where('memberships.role', '=', 'administrator')
            .where('memberships.ended_at', 'is', null),
        ),
      ),
    )
    .orderBy('registered_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The membership that ended, or undefined where there was none to end. */
export async function endMembershipAt(handle: Handle, id: string, at: string): Promise<Membership | undefined> {
  return await people(handle)
    .updateTable('memberships')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

export async function findOrganizationsOf(handle: Handle, kind: Organization['kind']): Promise<readonly string[]> {
  const rows = await people(handle).selectFrom('organizations').select('id').where('kind', '=', kind).execute()
  return rows.map(({ id }) => id)
}
