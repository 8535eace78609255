/** Invitations, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Invitation } from './membership.ts'

function invitations(handle: Handle): Kysely<{ readonly invitations: Invitation }> {
  return handle.withTables<{ readonly invitations: Invitation }>()
}

export async function insertInvitation(handle: Handle, invitation: Invitation): Promise<void> {
  await invitations(handle).insertInto('invitations').values(invitation).execute()
}

export async function findInvitation(handle: Handle, tokenHash: string): Promise<Invitation | undefined> {
  return await invitations(handle)
    .selectFrom('invitations')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
}

/** Those of an organization that may still be accepted. */
export async function openInvitations(
  handle: Handle,
  organization: string,
  now: string,
): Promise<readonly Invitation[]> {
  return await invitations(handle)
    .selectFrom('invitations')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id')
    .execute()
}

/** Those by which somebody would come to administer an organization, and that may still be accepted. */
export async function openAdministratorInvitations(handle: Handle, now: string): Promise<readonly Invitation[]> {
  return await invitations(handle)
    .selectFrom('invitations')
    .selectAll()
    .where('role', '=', 'administrator')
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id')
    .execute()
}

/** True for one caller only, whoever else tries at the same moment. */
export async function acceptInvitationOnce(handle: Handle, id: string, person: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await invitations(handle)
    .updateTable('invitations')
    .set({ accepted_at: at, accepted_by: person })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function withdrawInvitationAt(handle: Handle, id: string, at: string): Promise<Invitation | undefined> {
  return await invitations(handle)
    .updateTable('invitations')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}
