/** The tables of published releases, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { DeclineKind, PolicyRelease } from './policy-release.ts'

type ReleaseTables = {
  readonly policy_releases: Omit<
    PolicyRelease,
    'approved_at' | 'approved_by' | 'decline_kind' | 'decline_reason' | 'declined_at' | 'declined_by'
  >
  readonly policy_release_approvals: {
    readonly release_id: string
    readonly approved_at: string
    readonly approved_by: string
    readonly effect_id: string | null
  }
  readonly policy_release_declines: {
    readonly release_id: string
    readonly decline_kind: DeclineKind
    readonly decline_reason: string
    readonly declined_at: string
    readonly declined_by: string
  }
}

function releases(handle: Handle): Kysely<ReleaseTables> {
  return handle.withTables<ReleaseTables>()
}

export async function insertRelease(handle: Handle, release: ReleaseTables['policy_releases']): Promise<void> {
  await releases(handle).insertInto('policy_releases').values(release).execute()
}

export async function insertApproval(
  handle: Handle,
  approval: ReleaseTables['policy_release_approvals'],
): Promise<void> {
  await releases(handle).insertInto('policy_release_approvals').values(approval).execute()
}

export async function insertDecline(handle: Handle, decline: ReleaseTables['policy_release_declines']): Promise<void> {
  await releases(handle).insertInto('policy_release_declines').values(decline).execute()
}

function withDecision(handle: Handle) {
  return releases(handle)
    .selectFrom('policy_releases')
    .leftJoin('policy_release_approvals', 'policy_release_approvals.release_id', 'id')
    .leftJoin('policy_release_declines', 'policy_release_declines.release_id', 'id')
    .selectAll('policy_releases')
    .select(['approved_at', 'approved_by', 'decline_kind', 'decline_reason', 'declined_at', 'declined_by'])
}

export async function findRelease(handle: Handle, id: string): Promise<PolicyRelease | undefined> {
  return await withDecision(handle).where('id', '=', id).executeTakeFirst()
}

/** The last approved one that is in force on the day; of two from the same day, the one approved later. */
export async function findInForce(handle: Handle, programme: string, day: string): Promise<PolicyRelease | undefined> {
  return await withDecision(handle)
    .where('programme', '=', programme)
    .where('approved_at', 'is not', null)
    .where('effective_on', '<=', day)
    .orderBy('effective_on', 'desc')
    .orderBy('approved_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function lastApproved(handle: Handle, programme: string): Promise<PolicyRelease | undefined> {
  return await findInForce(handle, programme, '9999-12-31')
}

/** Of which a release was approved. */
export async function approvedProgrammes(handle: Handle): Promise<readonly string[]> {
  const rows = await releases(handle)
    .selectFrom('policy_releases')
    .innerJoin('policy_release_approvals', 'release_id', 'id')
    .select('programme')
    .distinct()
    .execute()
  return rows.map(({ programme }) => programme).toSorted()
}

/** Without their texts. */
export type ListedRelease = Omit<PolicyRelease, 'files'>

function listed(handle: Handle) {
  return withDecision(handle)
    .clearSelect()
    .select([
      'id',
      'programme',
      'hash',
      'rehearsal',
      'effective_on',
      'proposed_at',
      'proposed_by',
      'approved_at',
      'approved_by',
      'decline_kind',
      'decline_reason',
      'declined_at',
      'declined_by',
    ])
}

/** Newest first, from before the identifier `before`. */
export async function listReleases(handle: Handle, before: string, limit: number): Promise<readonly ListedRelease[]> {
  return await listed(handle).where('id', '<', before).orderBy('id', 'desc').limit(limit).execute()
}

/** Neither approved nor declined, newest first. */
export async function releasesWaiting(handle: Handle): Promise<readonly ListedRelease[]> {
  return await listed(handle)
    .where('approved_at', 'is', null)
    .where('declined_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
}

/** Of a programme, by the day from which each holds, and of one day by their approval. */
export async function approvedOf(handle: Handle, programme: string): Promise<readonly ListedRelease[]> {
  return await listed(handle)
    .where('programme', '=', programme)
    .where('approved_at', 'is not', null)
    .orderBy('effective_on')
    .orderBy('approved_at')
    .execute()
}
