/** What the page of where the programmes stand is given: goals, what a month changed, and what waits for a decision. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { addMonths, formatDay } from '@maqami/engine/value/date.ts'
import { appealsCounted } from '../appeals/read-appeals.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { determinationsCounted } from '../determinations/read-determinations.ts'
import { goalsOfProgrammes, goalsSince } from '../goals/read-goals.ts'
import { goalsView } from '../goals/show-goals.ts'
import { today } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { readAs } from '../kernel/transaction.ts'
import { manufacturersStanding } from '../manufacturers/read-manufacturers.ts'
import { actionsOpen } from '../meetings/read-meetings.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { momentOf } from '../pages/when.ts'
import { releasesProposed } from '../policy-releases/release-in-force.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { editionsSince } from '../publications/read-editions.ts'
import { returnsToReview } from '../returns/filing/read-returns.ts'
import { statisticsShelf } from '../statistics/statistics-shelf.ts'

export async function showOverview(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const series = await context.get(statisticsShelf)()
  const now = today(clock)
  const monthAgo = formatDay(addMonths(now, -1, 'earlier'))
  // The day begins in Pakistan.
  const since = `${monthAgo}T00:00:00+05:00`
  return await readAs(database, actor, async (tables) => {
    const found = await goalsOfProgrammes(tables, context.get(shelfContext), actor, series)
    const programmes: ReturnType<typeof goalsView>[] = []
    let [accepted, restated] = [0, 0]
    for (const one of found) {
      const gained = await goalsSince(tables, one, series, since)
      accepted += gained.accepted
      restated += gained.restated
      programmes.push(goalsView(one, language, gained.changes))
    }
    const determinations = await determinationsCounted(tables, since)
    return {
      day: displayDayText(formatDay(now), language),
      since: displayDayText(monthAgo, language),
      programmes,
      changed: { accepted, restated, approved: determinations.approved, published: await editionsSince(tables, since) },
      waiting: (await waitingIn(tables, determinations, formatDay(now))).flatMap(
        ({ task, href, count, since: from }) =>
          count === 0 ? [] : [{ task, href, count, since: from === null ? null : momentOf(from, language).when }],
      ),
    }
  })
}

export type WaitingTask = 'releases' | 'applications' | 'returns' | 'determinations' | 'appeals' | 'actions'

interface Counted {
  readonly task: WaitingTask
  readonly href: string
  readonly count: number
  readonly since: string | null
}

async function waitingIn(
  tables: Handle,
  determinations: Pick<Counted, 'count' | 'since'>,
  now: string,
): Promise<readonly Counted[]> {
  const releases = await releasesProposed(tables)
  const applications = await manufacturersStanding(tables, 'applied')
  const overdue = (await actionsOpen(tables)).filter(({ action }) => action.due_on < now)
  return [
    {
      task: 'releases',
      href: '/releases',
      count: releases.length,
      since: firstOf(releases.map((one) => one.proposed_at)),
    },
    {
      task: 'applications',
      href: '/manufacturers',
      count: applications.length,
      since: firstOf(applications.flatMap(({ events }) => events[0]?.recorded_at ?? [])),
    },
    { task: 'returns', href: '/returns', ...(await returnsToReview(tables)) },
    { task: 'determinations', href: '/determinations', count: determinations.count, since: determinations.since },
    { task: 'appeals', href: '/appeals', ...(await appealsCounted(tables)) },
    { task: 'actions', href: '/meetings', count: overdue.length, since: null },
  ]
}

function firstOf(instants: readonly string[]): string | null {
  return instants.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null
}
