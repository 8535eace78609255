/** Published releases and proposed ones, as their page tells them. */
import { formatDay } from '@maqami/engine/value/date.ts'
import type { LoaderFunctionArgs } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { today } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import { pageCall } from '../pages/page-call.ts'
import { dayText, momentOf } from '../pages/when.ts'
import { namesIn } from '../people/name-people.ts'
import type { DeclineKind, PolicyRelease } from './policy-release.ts'
import { listReleases } from './policy-releases-table.ts'
import { programmeHeading } from './programme-view.ts'
import { releaseOf } from './release-in-force.ts'
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
  /** Whoever looks at it proposed it. */
  readonly isOwn: boolean
}

interface Mark {
  readonly when: string
  readonly person: string | undefined
}

type Listed = Omit<PolicyRelease, 'files'>

export async function releasesShown({ context }: Pick<LoaderFunctionArgs, 'context'>): Promise<readonly ReleaseView[]> {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  const now = formatDay(today(clock))
  return await readAs(database, actor, async (tables) => {
    const all = await listReleases(tables)
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
        isOwn: one.proposed_by === actor.person,
        state: stateOf(one, all, now),
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
  })
}

function stateOf(one: Listed, all: readonly Listed[], now: string): ReleaseState {
  if (one.approved_at === null) return one.decline_kind ?? 'proposed'
  if (one.effective_on > now) return 'ahead'
  const holds = all
    .filter((other) => other.programme === one.programme && other.approved_at !== null && other.effective_on <= now)
    .toSorted((a, b) => (holdingKey(a) < holdingKey(b) ? -1 : 1))
    .at(-1)
  return holds?.id === one.id ? 'in_force' : 'replaced'
}

/** Of two from the same day, the one approved later holds. */
function holdingKey({ effective_on, approved_at }: Listed): string {
  return `${effective_on} ${approved_at}`
}
