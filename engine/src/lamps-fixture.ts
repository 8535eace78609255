/** An invented law of lamps, put together from the pieces that a test is about. It has one language, so that texts stay short. */
import { shown } from './check/run-examples.ts'
import { type Assessment, determine, type Engine, engineOf, type Finding, findingOf } from './determine/determine.ts'
import { type Facts, readFacts } from './determine/facts.ts'
import { formatProblem } from './load/problem.ts'
import { loadProgramme } from './load/programme.ts'
import { parseDay } from './value/date.ts'

/** What every property starts from, so that a failure in one place is the same failure everywhere. */
export const SEED = 20261122

export interface Law {
  readonly vocabulary?: string
  readonly parameters?: string
  readonly provisions?: string
  readonly examples?: string
  /** Lines of programme.yaml that stand instead of, or after, those below. */
  readonly heading?: Readonly<Record<string, string>>
  /** Further files, or others in the place of these. */
  readonly files?: Readonly<Record<string, string>>
}

const HEADING: Readonly<Record<string, string>> = {
  programme: 'lamps',
  title: 'Lamp Programme',
  authority: 'Lamp Board',
  currency: 'PKR',
  year_starts: '07-01',
  languages: '[en]',
  status: 'notified',
  evidence: 'gazette',
  parts: '[main]',
  instruments: '{ act: { title: Lamp Act } }',
  sources: '{ gazette: { title: Gazette, instrument: act } }',
}

export function lawFiles(law: Law): Map<string, string> {
  const heading = Object.entries({ ...HEADING, ...law.heading }).map(([key, value]) => `${key}: ${value}\n`)
  return new Map([
    ['programme.yaml', heading.join('')],
    ['vocabulary.yaml', law.vocabulary ?? ''],
    ['main/parameters.yaml', law.parameters ?? ''],
    ['main/provisions.yaml', law.provisions ?? ''],
    ['main/examples.yaml', law.examples ?? ''],
    ...Object.entries(law.files ?? {}),
  ])
}

/** A parameter with the label and the source that each must have; `values` is a mapping in braces, or lines of their own. */
export function parameter(name: string, unit: string, values: string, more = 'seen_on: 2030-01-01'): string {
  return block(name, `label: ${name}\nunit: ${unit}\nsource: gazette\nvalues: ${values}\n${more}`)
}

/** A provision with the clause and the summary that all but measures must have. */
export function provision(kind: string, name: string, body: string): string {
  return block(name, `kind: ${kind}\nclause: act, 1\nsummary: ${name}\n${body}`)
}

export function measure(name: string, amount: string, more = ''): string {
  return block(name, `kind: measure\namount: '${amount}'\n${more}`)
}

export function requirement(name: string, requires: string, more = ''): string {
  return provision('requirement', name, `requires: '${requires}'\n${more}`)
}

function block(name: string, body: string): string {
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  return [`${name}:`, ...lines.map((line) => `  ${line}`), ''].join('\n')
}

/** Everything that is wrong with the law, as a user reads it. */
export function complaintsAbout(law: Law): readonly string[] {
  const loaded = loadProgramme(lawFiles(law))
  return loaded.ok ? [] : loaded.problems.map(formatProblem)
}

export function engineFor(law: Law): Engine {
  return engineFrom(lawFiles(law))
}

export function engineFrom(files: ReadonlyMap<string, string>, draft?: string): Engine {
  const loaded = loadProgramme(files, draft)
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'))
  return engineOf(loaded.programme)
}

export function factsFor(engine: Engine, input: unknown): Facts {
  const read = readFacts(engine.programme.vocabulary, input)
  if (!read.ok) throw new Error(read.problems.map((one) => `${one.path}: ${one.sentence}`).join('\n'))
  return read.facts
}

export function dayFor(text: string): number {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`${text} is not a day`)
  return day
}

export function assess(engine: Engine, facts: unknown, asOf = '2027-01-01', periodEnd?: string): Assessment {
  const setting = periodEnd === undefined ? {} : { periodEnd: dayFor(periodEnd) }
  return determine(engine, factsFor(engine, facts), dayFor(asOf), setting)
}

export function finding(
  engine: Engine,
  name: string,
  facts: unknown,
  asOf = '2027-01-01',
  periodEnd?: string,
): Finding {
  const found = findingOf(assess(engine, facts, asOf, periodEnd), name)
  if (found === undefined) throw new Error(`no finding is called ${name}`)
  return found
}

/** A finding in the notation of `expect`: `met`, `PKR 12`, `undetermined, needs x`, `refused, x (division_by_zero)`. */
export function said(engine: Engine, name: string, facts: unknown, asOf = '2027-01-01', periodEnd?: string): string {
  return shown(finding(engine, name, facts, asOf, periodEnd))
}

export const LAMP_FACTS = `
price: { unit: PKR }
sold_on: { unit: date }
form: { categories: [plug, bulb] }
open: { unit: boolean }
`

/** A law in which all is well, so that one change makes one complaint. */
export const SOUND: Law = {
  vocabulary: LAMP_FACTS,
  parameters: parameter(
    'rate',
    'percent',
    '{ 2026-01-01: { plug: 10%, bulb: 20% } }',
    'by: [form]\nseen_on: 2026-01-01',
  ),
  provisions: measure('fee', 'rate[form] * price'),
}

/** The one thing that is wrong with the sound law after that change. */
export function complaintAbout(change: Law): string {
  const found = complaintsAbout({ ...SOUND, ...change })
  const [only = ''] = found
  if (found.length !== 1) throw new Error(`${found.length} complaints: ${found.join('\n')}`)
  return only
}
