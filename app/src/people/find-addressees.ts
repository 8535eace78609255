/** Whom the service writes to of its own accord, within the transaction of the job that does. */
import type { Handle } from '../kernel/database.ts'
import { type LettersChosen, USUAL } from './choose-letters.ts'
import type { Organization } from './membership.ts'
import { currentMemberships, findOrganization, findOrganizationsOf, type Member, membersOf } from './people-table.ts'
import { choicesOf } from './person-choices-table.ts'

export interface Addressee extends LettersChosen {
  readonly person_id: string
  readonly email: string
}

/** Those of an organization who have one of these roles and want to be reminded. */
export async function peopleToRemind(
  tables: Handle,
  organization: string,
  roles: readonly Member['role'][],
): Promise<readonly Addressee[]> {
  return (await addresseesOf(tables, organization, roles)).filter(({ reminders }) => reminders)
}

async function addresseesOf(
  tables: Handle,
  organization: string,
  roles: readonly Member['role'][],
): Promise<readonly Addressee[]> {
  const members = (await membersOf(tables, organization)).filter(({ role }) => roles.includes(role))
  const choices = await choicesOf(
    tables,
    members.map(({ person_id }) => person_id),
  )
  return members.map(({ person_id, email }) => ({
    ...USUAL,
    ...choices.find((one) => one.person_id === person_id),
    person_id,
    email,
  }))
}

export async function organizationsOf(tables: Handle, kind: Organization['kind']): Promise<readonly string[]> {
  return await findOrganizationsOf(tables, kind)
}

/** The role that somebody has in an organization now. */
export async function roleNow(
  tables: Handle,
  person: string,
  organization: string,
): Promise<Member['role'] | undefined> {
  const memberships = await currentMemberships(tables, person)
  return memberships.find((one) => one.organization_id === organization)?.role
}

export async function organizationNow(tables: Handle, id: string): Promise<Organization | undefined> {
  return await findOrganization(tables, id)
}

/** Its administrators, as they want to be written to. */
export async function administratorsOf(tables: Handle, organization: string): Promise<readonly Addressee[]> {
  return await addresseesOf(tables, organization, ['administrator'])
}
