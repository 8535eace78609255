/** The tables of referrals, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { InBoth, Referral, ReferralKind, Released } from './referral.ts'

type Row = Omit<Referral, 'words' | 'released'>

type ReferralTables = {
  readonly referrals: Row
  readonly referral_words: { readonly referral_id: string; readonly words_en: string; readonly words_ur: string }
  readonly referral_releases: Released & { readonly referral_id: string }
}

function referrals(handle: Handle): Kysely<ReferralTables> {
  return handle.withTables<ReferralTables>()
}

export async function insertReferral(handle: Handle, row: Row, words: InBoth): Promise<void> {
  await referrals(handle).insertInto('referrals').values(row).execute()
  await referrals(handle)
    .insertInto('referral_words')
    .values({ referral_id: row.id, words_en: words.en, words_ur: words.ur })
    .execute()
}

export async function insertRelease(handle: Handle, release: ReferralTables['referral_releases']): Promise<void> {
  await referrals(handle).insertInto('referral_releases').values(release).execute()
}

export async function findReferral(handle: Handle, id: string): Promise<Referral | undefined> {
  const row = await selected(handle).where('referrals.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : gathered(row)
}

/** Of one thing, those that were not let go on, the oldest first. */
export async function openOf(handle: Handle, subject: string): Promise<readonly Referral[]> {
  const rows = await selected(handle)
    .where('subject', '=', subject)
    .where('released_at', 'is', null)
    .orderBy('referrals.id')
    .execute()
  return rows.map(gathered)
}

/** Every one that is open, the oldest first. */
export async function listOpen(handle: Handle): Promise<readonly Referral[]> {
  const rows = await selected(handle).where('released_at', 'is', null).orderBy('referrals.id').execute()
  return rows.map(gathered)
}

export interface ReferralsWanted {
  readonly kind?: ReferralKind | undefined
  readonly released: boolean
}

/** A page of those beyond the cursor: those that wait, the longest first; or those that were let go on, the newest first. */
export async function listReferrals(
  handle: Handle,
  { kind, released }: ReferralsWanted,
  cursor: string,
  limit: number,
): Promise<readonly Referral[]> {
  const all = selected(handle)
    .where('released_at', released ? 'is not' : 'is', null)
    .where('referrals.id', released ? '<' : '>', cursor)
    .orderBy('referrals.id', released ? 'desc' : 'asc')
    .limit(limit)
  return (await (kind === undefined ? all : all.where('kind', '=', kind)).execute()).map(gathered)
}

export interface ReferralCount {
  readonly kind: ReferralKind
  readonly open: number
}

export async function countOpen(handle: Handle): Promise<readonly ReferralCount[]> {
  return await referrals(handle)
    .selectFrom('referrals')
    .leftJoin('referral_releases', 'referral_id', 'id')
    .where('released_at', 'is', null)
    .select((eb) => ['kind', eb.fn.countAll<number>().as('open')])
    .groupBy('kind')
    .orderBy('kind')
    .execute()
}

function selected(handle: Handle) {
  return referrals(handle)
    .selectFrom('referrals')
    .leftJoin('referral_words', 'referral_words.referral_id', 'referrals.id')
    .leftJoin('referral_releases', 'referral_releases.referral_id', 'referrals.id')
    .selectAll('referrals')
    .select(['words_en', 'words_ur', 'reason', 'released_at', 'released_by'])
}

function gathered({
  words_en,
  words_ur,
  reason,
  released_at,
  released_by,
  ...row
}: Row & {
  readonly [Key in 'words_en' | 'words_ur' | 'reason' | 'released_at' | 'released_by']: string | null
}): Referral {
  return {
    ...row,
    words: words_en === null || words_ur === null ? null : { en: words_en, ur: words_ur },
    released:
      reason === null || released_at === null || released_by === null ? null : { reason, released_at, released_by },
  }
}
