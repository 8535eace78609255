/** Where a programme stands against its goals, as far as the reader may know: officers by all accepted returns, others by what was published. */
import { add, type Exact, negate, parseDecimal, subtract, toDecimal, ZERO } from '@maqami/engine/value/exact.ts'
import type { Handle } from '../kernel/database.ts'
import { isOfficerRole } from '../kernel/authority.ts'
import type { Actor } from '../kernel/transaction.ts'
import { lastApprovedOf, programmesPublished } from '../policy-releases/release-in-force.ts'
import type { Release } from '../policy-releases/load-release.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { lastEditionsOf } from '../publications/read-editions.ts'
import { measuresOf } from '../returns/figures/load-figures.ts'
import { gainedSince, totalsOf } from '../returns/figures/read-figures.ts'
import type { Series } from '../statistics/statistic.ts'
import { type ActualYear, actualYears, knownYears, type TotalsOf } from './actual-values.ts'
import { type Goal, type GoalRules, type Goals, judgeGoal, type Judged, startOf } from './goal.ts'
import { goalsOf } from './load-goals.ts'
import { totalsIn, totalsPublished, type TotalRow, yearOfPeriod } from './sum-totals.ts'

export interface GoalStanding {
  readonly goal: Goal
  readonly actuals: readonly ActualYear[]
  readonly judged: Judged
}

export interface ProgrammeGoals {
  readonly release: Release
  readonly rules: GoalRules
  /** Whether it is by all accepted returns, and not only by what was published. */
  readonly isWhole: boolean
  /** Of accepted returns; empty for who does not see those of all firms. */
  readonly rows: readonly TotalRow[]
  readonly years: readonly string[]
  readonly standings: readonly GoalStanding[]
}

/** Of each programme that names goals. */
export async function goalsOfProgrammes(
  tables: Handle,
  shelf: ReleaseShelf,
  actor: Actor,
  series: readonly Series[],
): Promise<readonly ProgrammeGoals[]> {
  const found: ProgrammeGoals[] = []
  for (const programme of await programmesPublished(tables)) {
    const one = await goalsOfProgramme(tables, shelf, actor, series, programme)
    if (one !== undefined) found.push(one)
  }
  return found
}

/** Undefined where there is no such programme, or it names none. */
export async function goalsOfProgramme(
  tables: Handle,
  shelf: ReleaseShelf,
  actor: Actor,
  series: readonly Series[],
  programme: string,
): Promise<ProgrammeGoals | undefined> {
  const law = await lastApprovedOf(tables, programme)
  const release = law === undefined ? undefined : shelf.open(law)
  const goals = release === undefined ? undefined : goalsOf(release)
  if (release === undefined || goals === undefined) return undefined
  const isWhole = isOfficerRole(actor.role)
  const rows = isWhole ? await totalsOf(tables, programme) : []
  const { years, totals } = isWhole
    ? wholeOf(rows, release)
    : publishedOf(await lastEditionsOf(tables, programme), release)
  const standings = standingsOf(goals, years, totals, series, release)
  return { release, rules: goals.rules, isWhole, rows, years, standings }
}

interface Known {
  readonly years: readonly string[]
  readonly totals: TotalsOf
}

function wholeOf(rows: readonly TotalRow[], release: Release): Known {
  const { yearStarts } = release.engine.programme.heading
  const years = [...new Set(rows.map(({ period }) => yearOfPeriod(period, yearStarts)))]
  return { years: inOrder(years), totals: totalsIn(rows, measuresOf(release), yearStarts) }
}

function publishedOf(editions: Awaited<ReturnType<typeof lastEditionsOf>>, release: Release): Known {
  return { years: inOrder(editions.map(({ year }) => year)), totals: totalsPublished(editions, measuresOf(release)) }
}

function inOrder(years: readonly string[]): readonly string[] {
  return years.toSorted((a, b) => startOf(a) - startOf(b))
}

function standingsOf(
  { rules, goals }: Goals,
  years: readonly string[],
  totals: TotalsOf,
  series: readonly Series[],
  release: Release,
): readonly GoalStanding[] {
  return goals.map((goal) => {
    const actuals = actualYears(goal, years, totals, series, release.engine.programme.heading.yearStarts)
    return { goal, actuals, judged: judgeGoal(goal, rules, knownYears(actuals)) }
  })
}

/** What officers knew at an instant, beside what they know now. */
export interface GoalsThen {
  readonly accepted: number
  readonly restated: number
  /** In the order of the goals: by how much the value of its last year is other than it was; undefined where there was none. */
  readonly changes: readonly (Exact | undefined)[]
}

export async function goalsSince(
  tables: Handle,
  now: ProgrammeGoals,
  series: readonly Series[],
  since: string,
): Promise<GoalsThen> {
  const programme = now.release.engine.programme.heading.name
  const { gained, accepted, restated } = await gainedSince(tables, programme, since)
  if (gained.length === 0)
    return {
      accepted,
      restated,
      changes: now.standings.map(({ judged }) => (judged.now === undefined ? undefined : ZERO)),
    }
  const then = wholeOf(withoutGained(now.rows, gained), now.release)
  const goals = { rules: now.rules, goals: now.standings.map(({ goal }) => goal) }
  const before = standingsOf(goals, then.years, then.totals, series, now.release)
  return {
    accepted,
    restated,
    changes: now.standings.map(({ judged }, nth) => {
      const was = knownYears(before[nth]?.actuals ?? []).find(({ year }) => year === judged.now?.year)
      return judged.now === undefined ? undefined : subtract(judged.now.value, was?.value ?? ZERO)
    }),
  }
}

function withoutGained(totals: readonly TotalRow[], gained: readonly TotalRow[]): readonly TotalRow[] {
  const less = new Map(gained.map((one) => [keyOf(one), parseDecimal(one.value) ?? ZERO]))
  return totals.flatMap((one): readonly TotalRow[] => {
    const value = add(parseDecimal(one.value) ?? ZERO, negate(less.get(keyOf(one)) ?? ZERO))
    return [{ ...one, value: toDecimal(value) ?? '0' }]
  })
}

function keyOf({ measure, period, part }: TotalRow): string {
  return `${measure} ${period} ${part}`
}
