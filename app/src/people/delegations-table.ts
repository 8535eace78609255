/** What firms let their accountants do, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Delegation } from './delegation.ts'
import type { Organization } from './membership.ts'

type Tables = { readonly delegations: Delegation; readonly organizations: Organization }

function delegations(handle: Handle): Kysely<Tables> {
  return handle.withTables<Tables>()
}

export async function insertDelegation(handle: Handle, delegation: Delegation): Promise<void> {
  await delegations(handle).insertInto('delegations').values(delegation).execute()
}

/** The one that ended, or undefined where there was none to end. */
export async function endDelegationAt(
  handle: Handle,
  id: string,
  ended: { readonly ended_at: string; readonly ended_by: string },
): Promise<Delegation | undefined> {
  return await delegations(handle)
    .updateTable('delegations')
    .set(ended)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** Of a firm to an accountant, that has not been ended, though its last day may have passed. */
export async function findDelegation(
  handle: Handle,
  organization: string,
  accountant: string,
): Promise<Delegation | undefined> {
  return await delegations(handle)
    .selectFrom('delegations')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('accountant_id', '=', accountant)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export interface NamedDelegation extends Delegation {
  readonly organization_name: string
  readonly accountant_name: string
}

/** That an organization gave or was given, the newest first. A former client has no name any more for whom it was given to. */
export async function delegationsOf(handle: Handle, organization: string): Promise<readonly NamedDelegation[]> {
  return await named(handle)
    .where((eb) => eb.or([eb('organization_id', '=', organization), eb('accountant_id', '=', organization)]))
    .execute()
}

/** That these accountants were given, and that hold on a day, by the name of the client. */
export async function delegationsTo(
  handle: Handle,
  accountants: readonly string[],
  day: string,
): Promise<readonly NamedDelegation[]> {
  if (accountants.length === 0) return []
  const found = await named(handle)
    .where('accountant_id', 'in', accountants)
    .where('ended_at', 'is', null)
    .where('expires_on', '>=', day)
    .execute()
  return found.toSorted((a, b) => (a.organization_name < b.organization_name ? -1 : 1))
}

function named(handle: Handle) {
  return delegations(handle)
    .selectFrom('delegations')
    .innerJoin('organizations as firm', 'firm.id', 'delegations.organization_id')
    .innerJoin('organizations as accountant', 'accountant.id', 'delegations.accountant_id')
    .selectAll('delegations')
    .select(['firm.name as organization_name', 'accountant.name as accountant_name'])
    .orderBy('delegations.id', 'desc')
}

export async function accountantsNamed(handle: Handle): Promise<readonly Pick<Organization, 'id' | 'name'>[]> {
  return await delegations(handle)
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('kind', '=', 'accountant')
    .orderBy('name')
    .execute()
}
