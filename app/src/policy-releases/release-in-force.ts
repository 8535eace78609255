import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { NotInForce, PolicyRelease } from './policy-release.ts'
import {
  approvedOf,
  approvedProgrammes,
  findInForce,
  findRelease,
  lastApproved,
  type ListedRelease,
  listReleases,
  releasesWaiting,
} from './policy-releases-table.ts'

/** Within the transaction of a command that applies it. `day` is `2027-06-30`. */
export async function inForce(
  tables: Handle,
  programme: string,
  day: string,
): Promise<Outcome<PolicyRelease, NotInForce>> {
  const release = await findInForce(tables, programme, day)
  return release === undefined ? { refused: { code: 'no_release_in_force', programme, day } } : { done: release }
}

/** The one that something was decided by, whatever is in force now. Its identifier comes from a row that refers to it. */
export async function releaseOf(tables: Handle, id: string): Promise<PolicyRelease> {
  const release = await findRelease(tables, id)
  if (release === undefined) throw new Error(`there is no release ${id}`)
  return release
}

/** By which a programme is called, whether it is in force already or not. */
export async function lastApprovedOf(tables: Handle, programme: string): Promise<PolicyRelease | undefined> {
  return await lastApproved(tables, programme)
}

/** Whether their law is in force already or not. */
export async function programmesPublished(tables: Handle): Promise<readonly string[]> {
  return await approvedProgrammes(tables)
}

/** Proposed and not decided yet, within the transaction of a page that shows several slices. */
export async function releasesProposed(tables: Handle): Promise<readonly ListedRelease[]> {
  return await releasesWaiting(tables)
}

export async function readReleases(
  database: Database,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<ListedRelease>> {
  return await readPage(database, actor, asked, 'newest_first', listReleases)
}

/** Of a programme, by the day from which each holds. Of two from one day the later approved holds alone. */
export async function releasesApproved(
  tables: Handle,
  programme: string,
): Promise<readonly Pick<PolicyRelease, 'id' | 'effective_on'>[]> {
  const approved = await approvedOf(tables, programme)
  return approved.filter((one, nth) => approved[nth + 1]?.effective_on !== one.effective_on)
}

/** All that were ever approved of a programme, the latest first: what was made by one may come back when another is in force. */
export async function releasesEverOf(tables: Handle, programme: string): Promise<readonly string[]> {
  return (await approvedOf(tables, programme)).map(({ id }) => id).toReversed()
}
