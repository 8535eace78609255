import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { isWaiting, type NotInForce, type PolicyRelease } from './policy-release.ts'
import { approvedProgrammes, findInForce, findRelease, lastApproved, listReleases } from './policy-releases-table.ts'

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
export async function releasesProposed(tables: Handle): Promise<readonly Omit<PolicyRelease, 'files'>[]> {
  return (await listReleases(tables)).filter(isWaiting)
}

export async function releasesPublished(
  database: Database,
  actor: Actor,
): Promise<readonly Omit<PolicyRelease, 'files'>[]> {
  return await readAs(database, actor, listReleases)
}

/** Of a programme, by the day from which each holds. Of two from one day the later approved holds alone. */
export async function releasesApproved(
  tables: Handle,
  programme: string,
): Promise<readonly Pick<PolicyRelease, 'id' | 'effective_on'>[]> {
  const approved = (await listReleases(tables)).filter((one) => one.programme === programme && one.approved_at !== null)
  const byDay = approved.toSorted((a, b) =>
    `${a.effective_on} ${a.approved_at}` < `${b.effective_on} ${b.approved_at}` ? -1 : 1,
  )
  return byDay.filter((one, nth) => byDay[nth + 1]?.effective_on !== one.effective_on)
}
