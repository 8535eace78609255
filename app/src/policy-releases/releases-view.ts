/** Published releases and proposed ones, as their page tells them. */
import type { LoaderFunctionArgs } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { readAs } from '../kernel/transaction.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { dayText, momentOf } from '../pages/when.ts'
import { namesIn } from '../people/name-people.ts'
import { type DeclineKind, isWaiting } from './policy-release.ts'
import { findRelease, type ListedRelease } from './policy-releases-table.ts'
import { programmeHeading } from './programme-view.ts'
import { newestEffect } from './release-effects-table.ts'
import { inForce, readReleases, releaseOf, releasesProposed } from './release-in-force.ts'
import { shelfContext } from './shelf-context.ts'

/** *replaced* once a later one is in force. */
export type ReleaseState = 'proposed' | 'ahead' | 'in_force' | 'replaced' | DeclineKind

export interface ReleaseView {
  readonly id: string
  readonly state: ReleaseState
  readonly title: string
  readonly standing: string
  readonly rehearsal: string | undefined
  readonly hash: string
  readonly effectiveOn: string
  readonly proposed: Mark
  readonly approved: Mark | undefined
  readonly declined: (Mark & { readonly reason: string }) | undefined
  /** There is a law that it follows, so that it changes something for those who filed. */
  readonly follows: boolean
  /** It was computed what it changes for whom, and the reader may see that. */
  readonly hasEffect: boolean
  /** Whoever looks at it proposed it. */
  readonly isOwn: boolean
}

interface Mark {
  readonly when: string
  readonly person: string | undefined
}

/** What waits is shown whole, what was decided in pages. */
export async function releasesShown({ context }: Pick<LoaderFunctionArgs, 'context'>, after: string | undefined) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const { items, next } = await readReleases(database, actor, { cursor: after })
  return await readAs(database, actor, async (tables) => ({
    waiting: await viewsOf(tables, context, await releasesProposed(tables)),
    decided: await viewsOf(
      tables,
      context,
      items.filter((one) => !isWaiting(one)),
    ),
    next: next ?? undefined,
  }))
}

export async function releaseShown(
  { context }: Pick<LoaderFunctionArgs, 'context'>,
  id: string,
): Promise<ReleaseView | undefined> {
  const { actor } = context.get(pageCall)
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const found = await findRelease(tables, id)
    return found === undefined ? undefined : (await viewsOf(tables, context, [found]))[0]
  })
}

async function viewsOf(
  tables: Handle,
  context: PageContext,
  all: readonly ListedRelease[],
): Promise<readonly ReleaseView[]> {
  const { actor, language } = context.get(pageCall)
  const shelf = context.get(shelfContext)
  const now = todayText(context.get(recorderContext).clock)
  const names = await namesIn(
    tables,
    all.flatMap((one) => [one.proposed_by, one.approved_by, one.declined_by]),
  )
  const mark = (at: string, by: string | null): Mark => ({
    when: momentOf(at, language).when,
    person: names.get(by ?? ''),
  })
  const views: ReleaseView[] = []
  for (const one of all) {
    const { title, standing, rehearsal } = programmeHeading(
      shelf.open(await releaseOf(tables, one.id)).engine.programme,
      language,
    )
    views.push({
      id: one.id,
      title,
      standing,
      rehearsal,
      hash: one.hash,
      follows: 'done' in (await inForce(tables, one.programme, one.effective_on)),
      hasEffect: (await newestEffect(tables, one.id)) !== undefined,
      isOwn: one.proposed_by === actor.person,
      state: await stateOf(tables, one, now),
      effectiveOn: dayText(one.effective_on, language),
      proposed: mark(one.proposed_at, one.proposed_by),
      approved: one.approved_at === null ? undefined : mark(one.approved_at, one.approved_by),
      declined:
        one.declined_at === null
          ? undefined
          : { ...mark(one.declined_at, one.declined_by), reason: one.decline_reason ?? '' },
    })
  }
  return views
}

async function stateOf(tables: Handle, one: ListedRelease, now: string): Promise<ReleaseState> {
  if (one.approved_at === null) return one.decline_kind ?? 'proposed'
  if (one.effective_on > now) return 'ahead'
  const law = await inForce(tables, one.programme, now)
  return 'done' in law && law.done.id === one.id ? 'in_force' : 'replaced'
}
