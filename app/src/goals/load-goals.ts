/** Reads `goals.yaml`, or says with file, line and a sentence what is wrong with it. */
import {
  entriesOf,
  localized,
  mapping,
  names,
  oneOf,
  problem,
  type Report,
  requiredText,
  text,
} from '@maqami/engine/load/fields.ts'
import { didYouMean, type Problem } from '@maqami/engine/load/problem.ts'
import { PROPOSED, readReading, readStanding, type Standing } from '@maqami/engine/load/standing.ts'
import { child, type Entry, type MapNode, type Node, readYaml } from '@maqami/engine/load/yaml.ts'
import { divide, type Exact, exact, parseDecimal } from '@maqami/engine/value/exact.ts'
import type { Release } from '../policy-releases/load-release.ts'
import type { Measure } from '../returns/figures/figure.ts'
import { figureProblems, measuresOf } from '../returns/figures/load-figures.ts'
import { yearOf } from '../returns/return-year.ts'
import {
  type Actual,
  type Goal,
  type GoalRules,
  type Goals,
  startOf,
  type Unit,
  UNITS,
  type YearValue,
} from './goal.ts'

const GOALS_FILE = 'goals.yaml'

type Loaded =
  | { readonly ok: true; readonly goals: Goals | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const known = new WeakMap<Release, { readonly goals: Goals | undefined }>()

/** Undefined where the programme names none. A release that was published has nothing wrong in it. */
export function goalsOf(release: Release): Goals | undefined {
  const before = known.get(release)
  if (before !== undefined) return before.goals
  const loaded = loadGoals(release)
  if (!loaded.ok) throw new Error(`${GOALS_FILE} of ${release.hash} does not load`)
  known.set(release, loaded)
  return loaded.goals
}

export function goalProblems(release: Release): readonly Problem[] {
  // What is wrong with the measures is said there.
  if (figureProblems(release).length > 0) return []
  const loaded = loadGoals(release)
  return loaded.ok ? [] : loaded.problems
}

interface Reader {
  readonly report: Report
  readonly measures: readonly Measure[]
  readonly sources: ReadonlyMap<string, Goal['source']>
  readonly yearStarts: string
  readonly standing: Standing
}

function loadGoals(release: Release): Loaded {
  const content = release.files.get(GOALS_FILE)
  if (content === undefined) return { ok: true, goals: undefined }
  const read = readYaml(GOALS_FILE, content)
  if (!read.ok) return read
  const problems: Problem[] = []
  const { languages, yearStarts, standing } = release.engine.programme.heading
  const report: Report = { file: GOALS_FILE, problems, languages }
  const map = mapping(report, read.node, GOALS_FILE, ['sources', 'rules', 'goals'])
  if (map === undefined) return { ok: false, problems }
  const sources = readSources(report, map)
  const rules = readRules(report, map)
  const reader = { report, measures: measuresOf(release), sources, yearStarts, standing }
  const goals = entriesOf(mapping(report, child(map, 'goals'), "'goals'")).flatMap(
    (entry) => readGoal(reader, entry) ?? [],
  )
  return rules === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, goals: { rules, goals } }
}

function readSources(report: Report, map: MapNode): ReadonlyMap<string, Goal['source']> {
  const sources = new Map<string, Goal['source']>()
  for (const { key, value } of entriesOf(mapping(report, child(map, 'sources'), "'sources'"))) {
    const one = mapping(report, value, `'${key}'`, ['title', 'url'])
    const title = one === undefined ? undefined : requiredText(report, one, 'title', `'${key}'`)
    const url = one === undefined ? undefined : requiredText(report, one, 'url', `'${key}'`)
    if (title === undefined || url === undefined) continue
    if (!/^https?:\/\/\S+$/.test(url)) problem(report, value.at, `'url' of '${key}' is an address, not '${url}'.`)
    sources.set(key, { title, url })
  }
  return sources
}

function readRules(report: Report, map: MapNode): GoalRules | undefined {
  const rules = mapping(report, child(map, 'rules'), "'rules'", ['green', 'amber', 'forecast_years', 'reading'])
  if (rules === undefined) return problem(report, map.at, `${GOALS_FILE} needs 'rules:'.`)
  const [green, amber] = (['green', 'amber'] as const).map((key) => {
    const node = child(rules, key)
    return node === undefined ? problem(report, rules.at, `'rules' needs '${key}:'.`) : amount(report, node, 'percent')
  })
  const years = requiredText(report, rules, 'forecast_years', "'rules'") ?? ''
  if (!/^[2-9]$/.test(years)) return problem(report, rules.at, "'forecast_years' is a whole number from 2 to 9.")
  if (green === undefined || amber === undefined) return undefined
  return { green, amber, forecast_years: Number(years), reading: readReading(report, rules, "'rules'") }
}

const KEYS = ['label', 'unit', 'targets', 'from', 'status', 'evidence', 'source', 'actual', 'statistic', 'reading']

function readGoal(reader: Reader, { key, value }: Entry): Goal | undefined {
  const { report, sources } = reader
  const what = `'${key}'`
  const map = mapping(report, value, what, KEYS)
  if (map === undefined) return undefined
  const label = localized(report, child(map, 'label'), `'label' of ${what}`)
  const unit = oneOf(report, child(map, 'unit'), `'unit' of ${what}`, UNITS)
  const named = requiredText(report, map, 'source', what) ?? ''
  const source = sources.get(named)
  if (source === undefined)
    problem(
      report,
      child(map, 'source')?.at ?? map.at,
      `'sources' has no '${named}'.${didYouMean(named, sources.keys())}`,
    )
  if (label === undefined || unit === undefined) problem(report, map.at, `${what} needs 'label:' and 'unit:'.`)
  if (label === undefined || unit === undefined || source === undefined) return undefined
  const targets = yearsIn(reader, child(map, 'targets'), unit, `'targets' of ${what}`)
  const [from, more] = yearsIn(reader, child(map, 'from'), unit, `'from' of ${what}`)
  if (more !== undefined) problem(report, map.at, `'from' of ${what} is one year.`)
  const [first] = targets
  if (from !== undefined && first !== undefined && startOf(from.year) >= startOf(first.year))
    problem(report, map.at, `'from' of ${what} lies before the first target.`)
  // Where it is said is kept apart from the sources of the law, and so it is looked up here.
  const standing = {
    ...readStanding({ ...report, sources: [] }, map, what, { ...PROPOSED, status: reader.standing.status }),
    source: named,
  }
  return {
    name: key,
    label,
    unit,
    targets,
    from,
    standing,
    source,
    actual: readActual(reader, child(map, 'actual'), what),
    statistic: text(report, child(map, 'statistic'), `'statistic' of ${what}`),
    reading: readReading(report, map, what),
  }
}

function readActual({ report, measures }: Reader, node: Node | undefined, what: string): Actual | undefined {
  const map = mapping(report, node, `'actual' of ${what}`, ['year', 'times', 'to_date', 'share_without', 'of', 'parts'])
  if (map === undefined) return undefined
  const measureIn = (key: string): string | undefined => {
    const name = text(report, child(map, key), `'${key}' of ${what}`)
    if (name === undefined || measures.some((one) => one.name === name)) return name
    const all = measures.map((one) => one.name)
    return problem(report, child(map, key)?.at ?? map.at, `figures.yaml has no '${name}'.${didYouMean(name, all)}`)
  }
  const parts = names(report, child(map, 'parts'), `'parts' of ${what}`)
  const kinds = (['year', 'to_date', 'share_without'] as const).filter((kind) => child(map, kind) !== undefined)
  const [kind, more] = kinds
  if (kind === undefined || more !== undefined)
    return problem(report, map.at, `'actual' of ${what} has one of year, to_date and share_without.`)
  const measure = measureIn(kind)
  const of = measureIn('of')
  if ((kind === 'share_without') !== (child(map, 'of') !== undefined))
    return problem(report, map.at, `'of' in 'actual' of ${what} stands beside share_without, and only there.`)
  const times = readTimes(report, map, what)
  if (times !== undefined && kind !== 'year')
    problem(report, map.at, `'times' in 'actual' of ${what} stands beside year, and only there.`)
  if (measure === undefined) return undefined
  if (kind === 'year') return { kind, measure, parts, times }
  if (kind === 'to_date') return { kind, measure, parts }
  return of === undefined ? undefined : { kind, measure, of, parts }
}

function readTimes(report: Report, map: MapNode, what: string): Exact | undefined {
  const node = child(map, 'times')
  const number = node === undefined ? undefined : parseDecimal(text(report, node, `'times' of ${what}`) ?? '')
  if (node !== undefined && (number === undefined || number.n <= 0))
    problem(report, node.at, `'times' of ${what} is a number above 0, such as 0.5.`)
  return number
}

/** In their order. */
function yearsIn(
  { report, yearStarts }: Reader,
  node: Node | undefined,
  unit: Unit,
  what: string,
): readonly YearValue[] {
  const years = entriesOf(mapping(report, node, what)).flatMap(({ key, keyAt, value }): readonly YearValue[] => {
    if (yearOf(key, yearStarts) === undefined)
      problem(report, keyAt, `${what} has years of the programme, such as 2026-27, not '${key}'.`)
    const found = amount(report, value, unit)
    return found === undefined ? [] : [{ year: key, value: found }]
  })
  return years.toSorted((a, b) => startOf(a.year) - startOf(b.year))
}

function amount(report: Report, node: Node, unit: Unit): Exact | undefined {
  const written = text(report, node, 'A value') ?? ''
  const isPercent = unit === 'percent'
  const number =
    written.endsWith('%') === isPercent ? parseDecimal(isPercent ? written.slice(0, -1) : written) : undefined
  if (number === undefined || number.n < 0)
    return problem(
      report,
      node.at,
      `This is ${isPercent ? 'a share such as 10%' : 'a number such as 50000'}, not '${written}'.`,
    )
  return isPercent ? divide(number, exact(100)) : number
}
