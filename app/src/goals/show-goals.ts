/** What the pages of goals are given. */
import type { Language } from '@maqami/engine/explain/names.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  multiply,
  negate,
  toDecimal,
  toFixed,
  ZERO,
} from '@maqami/engine/value/exact.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { MAKER_ROLES } from '../kernel/authority.ts'
import { readAs } from '../kernel/transaction.ts'
import { namesOfFirms } from '../manufacturers/read-manufacturers.ts'
import { linesBefore, type PageContext, pageCall, refused } from '../pages/page-call.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { lawsIn } from '../policy-releases/laws-called.ts'
import { grouped } from '../publications/draw-chart.ts'
import { measuresOf } from '../returns/figures/load-figures.ts'
import { figuresByReturn, type PartOfReturn } from '../returns/figures/read-figures.ts'
import { yearOf } from '../returns/return-year.ts'
import { statisticsShelf } from '../statistics/statistics-shelf.ts'
import type { Actual, Unit } from './goal.ts'
import { goalWordsOf } from './goal-words.ts'
import { type GoalStanding, goalsOfProgramme, goalsOfProgrammes, type ProgrammeGoals } from './read-goals.ts'
import { totalsIn } from './sum-totals.ts'

export async function showGoals(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  const series = await context.get(statisticsShelf)()
  const shelf = context.get(shelfContext)
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const found = await goalsOfProgrammes(tables, shelf, actor, series)
    return { programmes: found.map((one) => goalsView(one, language)) }
  })
}

/** For tables of goals, here and on the page of where programmes stand, which says by how much each is other than it was. */
export function goalsView(found: ProgrammeGoals, language: Language, changes?: readonly (Exact | undefined)[]) {
  const words = goalWordsOf(language)
  const { heading } = found.release.engine.programme
  const { green, amber, forecast_years } = found.rules
  return {
    programme: heading.name,
    title: wordIn(heading.title, language),
    by: found.isWhole ? words.byReturns : words.byPublications,
    rules: words.rules(shown(green, 'percent', language), shown(amber, 'percent', language), forecast_years),
    goals: found.standings.map((one, nth) => {
      const view = goalView(one, heading.name, language)
      return changes === undefined ? view : { ...view, change: changeText(changes[nth], one.goal.unit, language) }
    }),
  }
}

function goalView({ goal, actuals, judged }: GoalStanding, programme: string, language: Language) {
  const words = goalWordsOf(language)
  const said = (value: Exact | undefined): string =>
    value === undefined ? words.unknown : shown(value, goal.unit, language)
  const { now, target } = judged
  const last = actuals.at(-1)
  return {
    name: goal.name,
    href: `/goals/${programme}/${goal.name}`,
    label: wordIn(goal.label, language),
    colour: judged.colour,
    now: now === undefined ? (last === undefined ? words.unknown : words.withheld) : said(now.value),
    now_year: now?.year ?? null,
    path: said(judged.path),
    gap: said(judged.gap),
    target: target === undefined ? words.noTarget : said(target.value),
    target_year: target?.year ?? null,
    forecast: said(judged.forecast),
  }
}

/** From here on an amount is told in millions: its exact figure is opened on the page of the goal. */
const MILLION = exact(1_000_000)

/** With its unit; a share with one decimal, a large amount in millions, all else whole. */
function shown(value: Exact, unit: Unit, language: Language): string {
  const isLarge = compare(value, MILLION) >= 0 || compare(value, negate(MILLION)) <= 0
  if (unit === 'percent') return withUnit(toFixed(multiply(value, exact(100)), 1), unit, language)
  if (!isLarge) return exactly(value, unit, language)
  return `${withUnit(toFixed(divide(value, MILLION), 1), unit, language)} ${goalWordsOf(language).million}`
}

function exactly(value: Exact, unit: Unit, language: Language): string {
  return withUnit(toFixed(value, 0), unit, language)
}

function withUnit(decimal: string, unit: Unit, language: Language): string {
  const sign = decimal.startsWith('-') ? '−' : ''
  const text = grouped(decimal.replace('-', ''))
  const name = goalWordsOf(language).units[unit]
  if (unit === 'percent' || name === '') return `\u2066${sign}${text}${name}\u2069`
  return unit === 'USD' || unit === 'PKR' ? `\u2066${sign}${name} ${text}\u2069` : `\u2066${sign}${text}\u2069 ${name}`
}

/** With its sign. */
function changeText(change: Exact | undefined, unit: Unit, language: Language): string {
  if (change === undefined) return goalWordsOf(language).unknown
  return compare(change, ZERO) > 0 ? `+${shown(change, unit, language)}` : shown(change, unit, language)
}

function wordIn(words: Localized, language: Language): string {
  return words[language] ?? Object.values(words)[0] ?? ''
}

const LINES = 25

export async function showGoal(context: PageContext, programme: string, name: string, request: Request) {
  const { actor, language } = context.get(pageCall)
  const series = await context.get(statisticsShelf)()
  const words = goalWordsOf(language)
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const found = await goalsOfProgramme(tables, context.get(shelfContext), actor, series, programme)
    const standing = found?.standings.find(({ goal }) => goal.name === name)
    if (found === undefined || standing === undefined)
      throw refused(context.get(pageCall).problemOf({ code: 'goals_unknown' }))
    const { goal, actuals, judged } = standing
    const { heading } = found.release.engine.programme
    const law = (await lawsIn(tables, context, [programme]))(programme)
    const said = (value: Exact | undefined): string =>
      value === undefined ? words.unknown : shown(value, goal.unit, language)
    const returned = actuals.filter(({ from }) => from === 'returns').map(({ year }) => year)
    const asked = new URL(request.url).searchParams.get('year')
    const year = returned.find((one) => one === asked) ?? returned.at(-1)
    const stretch = year === undefined ? undefined : yearOf(year, heading.yearStarts)
    const mayOpen = found.isWhole || MAKER_ROLES.some((role) => role === actor.role)
    const rows =
      goal.actual === undefined || stretch === undefined || !mayOpen
        ? []
        : partsOf(
            goal.actual,
            await figuresByReturn(tables, programme, measuresIn(goal.actual), stretch),
            found,
            stretch.label,
          )
    const firms = await namesOfFirms(
      tables,
      rows.map(({ manufacturer_id }) => manufacturer_id),
    )
    const skip = linesBefore(request)
    const page = rows.slice(skip, skip + LINES)
    const isShare = goal.actual?.kind === 'share_without'
    const times = goal.actual?.kind === 'year' ? goal.actual.times : undefined
    const unit: Unit = isShare ? 'PKR' : goal.unit
    const sum = (of: (row: Part) => Exact): string => exactly(rows.map(of).reduce(add, ZERO), unit, language)
    return {
      ...goalView(standing, programme, language),
      programme,
      title: law.title,
      rehearsal: law.binds ? undefined : law.rehearsal,
      by: found.isWhole ? words.byReturns : words.byPublications,
      source: goal.source,
      status: `${words.statuses[goal.standing.status]}, ${words.evidences[goal.standing.evidence]}`,
      reading: goal.reading === undefined ? null : wordIn(goal.reading.text, language),
      gap: said(judged.gap),
      years: actuals.map(({ year: of, value, from }) => ({
        year: of,
        value: value === 'withheld' ? words.withheld : said(value),
        from: from === 'statistic' ? words.statistic : found.isWhole ? words.returns : words.published,
        href: from === 'returns' && mayOpen ? `/goals/${programme}/${name}?year=${of}#made-of` : null,
      })),
      targets: goal.targets.map(({ year: of, value }) => words.by(said(value), of)),
      madeOf: {
        year: year ?? null,
        isShare,
        times: times === undefined ? null : `\u2066${toDecimal(times) ?? ''}\u2069`,
        rows: page.map(({ return_id, manufacturer_id, value, less }) => ({
          href: `/returns/${return_id}`,
          firm: firms.get(manufacturer_id) ?? '',
          value: exactly(value, unit, language),
          less: exactly(less, unit, language),
        })),
        value: sum((row) => row.value),
        less: sum((row) => row.less),
        together: isShare
          ? said(actualIn(standing, year))
          : sum((row) => (times === undefined ? row.value : multiply(row.value, times))),
        note: found.isWhole ? null : mayOpen ? words.othersNotShown : words.notShown,
      },
      path: `/goals/${programme}/${name}${year === undefined ? '' : `?year=${year}`}`,
      skip,
      next: skip + LINES < rows.length ? String(skip + LINES) : null,
    }
  })
}

function actualIn({ actuals }: GoalStanding, year: string | undefined): Exact | undefined {
  const value = actuals.find((one) => one.year === year)?.value
  return value === 'withheld' ? undefined : value
}

function measuresIn(actual: Actual): readonly string[] {
  return actual.kind === 'share_without' ? [actual.of, actual.measure] : [actual.measure]
}

interface Part {
  readonly return_id: string
  readonly manufacturer_id: string
  readonly value: Exact
  /** What is taken from it, where the goal is a share. */
  readonly less: Exact
}

/** What each return adds to the value of a year, the largest first. */
function partsOf(
  actual: Actual,
  rows: readonly PartOfReturn[],
  { release }: ProgrammeGoals,
  year: string,
): readonly Part[] {
  const measures = measuresOf(release)
  const { yearStarts } = release.engine.programme.heading
  // Of a stock that of the last month that anybody states, as in the total.
  const lastOf = new Map(
    measures.filter(({ kind }) => kind === 'stock').map(({ name }) => [name, lastMonth(rows, name)]),
  )
  const counted = rows.filter(({ measure, period }) => (lastOf.get(measure) ?? period) === period)
  const parts = [...Map.groupBy(counted, ({ return_id }) => return_id)].map(([return_id, own]): Part => {
    const totals = totalsIn(own, measures, yearStarts)
    const valueOf = (measure: string): Exact => {
      const value = totals(measure, actual.parts, year)
      return value === undefined || value === 'withheld' ? ZERO : value
    }
    const manufacturer_id = own[0]?.manufacturer_id ?? ''
    return actual.kind === 'share_without'
      ? { return_id, manufacturer_id, value: valueOf(actual.of), less: valueOf(actual.measure) }
      : { return_id, manufacturer_id, value: valueOf(actual.measure), less: ZERO }
  })
  return parts.toSorted((a, b) => compare(b.value, a.value))
}

function lastMonth(rows: readonly PartOfReturn[], measure: string): string {
  return rows.flatMap((row) => (row.measure === measure ? [row.period] : [])).reduce((a, b) => (a > b ? a : b), '')
}
