/**
 * Random programmes over the whole grammar of the policy language, with facts and a day for each, for properties.
 * A programme is written from a tape of numbers, so that a failing one shrinks: a shorter tape, and zeros, make a simpler law.
 */
import * as fc from 'fast-check'
import {
  type Axis,
  CATEGORIES,
  COLUMNS,
  FACTS,
  type Known,
  type Made,
  type Table,
  type Tape,
  tapeOf,
} from './generated-names-fixture.ts'
import { type Formulas, formulas } from './generated-formula-fixture.ts'

export interface GeneratedProgramme {
  readonly files: ReadonlyMap<string, string>
  readonly facts: Readonly<Record<string, unknown>>
  readonly asOf: string
}

export const generatedProgramme: fc.Arbitrary<GeneratedProgramme> = fc
  .array(fc.nat(0xffff), { minLength: 400, maxLength: 1200, size: 'max' })
  .map((numbers) => writeProgramme(tapeOf(numbers)))

const DAYS = ['2026-07-01', '2026-06-30', '2027-01-31', '2028-02-29', '2027-06-30', '2025-12-31', '2029-01-01']
const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  percent: ['10%', '0%', '9.99%', '10.01%', '33.3%', '100%'],
  PKR: ['PKR 100', 'PKR 0', 'PKR 99.99', 'PKR 100.01', 'PKR 7', 'PKR 123456789.01'],
  USD: ['USD 30', 'USD 0', 'USD 30.01', 'USD 29.99', 'USD 3'],
  'PKR per USD': ['PKR 280 per USD', 'PKR 279.55 per USD'],
  count: ['3', '0', '1', '2', '4', '7'],
  number: ['2', '0', '0.5', '3'],
  days: ['90 days', '0 days', '1 day', '89 days', '91 days'],
  months: ['1 month', '6 months'],
  years: ['1 year', '2 years'],
  boolean: ['true', 'false'],
  date: DAYS,
}

function valueIn(tape: Tape, unit: string): string {
  return tape.pick(AMOUNTS[unit] ?? CATEGORIES[unit] ?? [])
}

const HEADING = `programme: lamps
title: Lamp Programme
authority: Lamp Board
currency: PKR
year_starts: 07-01
languages: [en]
status: notified
evidence: gazette
parts: [main]
instruments: { act: { title: Lamp Act } }
sources: { gazette: { title: Gazette, instrument: act } }
`

function declared({ name, unit, event }: Known): string {
  const members = CATEGORIES[unit]
  const what = members === undefined ? `unit: ${unit}` : `categories: [${members.join(', ')}]`
  return `${name}: { ${what}${event ? ', event: true' : ''} }`
}

const VOCABULARY = `${FACTS.map(declared).join('\n')}
parts:
  key: part
  lines:
    part: { text: true, describes: true }
${COLUMNS.map((column) => `    ${declared(column)}`).join('\n')}
`

function writeProgramme(tape: Tape): GeneratedProgramme {
  const tables: Table[] = []
  const parameters: string[] = []
  const count = 1 + tape.below(7)
  for (let index = 0; index < count; index += 1) {
    const table = { name: `table_${index}`, unit: tape.pick(TABLE_UNITS), by: axesOf(tape) }
    tables.push(table)
    parameters.push(writeTable(tape, table))
  }
  const made: Made[] = []
  const provisions: string[] = []
  const many = 1 + tape.below(8)
  for (let index = 0; index < many; index += 1) {
    const { text, ...provision } = writeProvision(tape, `rule_${index}`, tables, made)
    provisions.push(text)
    made.push(provision)
  }
  // A provision may stand before those that it needs.
  if (tape.chance(30)) provisions.reverse()
  const files = new Map([
    ['programme.yaml', HEADING],
    ['vocabulary.yaml', VOCABULARY],
    ['main/parameters.yaml', parameters.join('')],
    ['main/provisions.yaml', provisions.join('')],
  ])
  return { files, facts: writeFacts(tape), asOf: tape.pick(DAYS) }
}

const TABLE_UNITS = ['percent', 'PKR', 'count', 'days', 'date', 'boolean', 'USD', 'number', 'months', 'years'] as const

function axesOf(tape: Tape): readonly Axis[] {
  const axes: readonly Axis[] = ['form', 'book', 'open', 'count', 'band of PKR', 'band of percent', 'band of days']
  return Array.from({ length: tape.pick([0, 1, 0, 1, 2]) }, () => tape.pick(axes))
}

function writeTable(tape: Tape, table: Table): string {
  const firsts = tape.pick([['2026-07-01'], ['2026-07-01', '2027-07-01'], ['2026-06', '2027-01-31'], ['2025-12-31']])
  const rows = firsts.map((first) => {
    const cells = cellsOf(tape, table, 0)
    return `    ${first}: ${tape.chance(15) ? `{ status: draft, values: ${cells} }` : cells}`
  })
  const by = table.by.length === 0 ? '' : `  by: [${table.by.join(', ')}]\n`
  const end = tape.chance(40) ? 'good_until: 2028-12-31' : 'seen_on: 2026-07-01'
  return `${table.name}:
  label: ${table.name}
  unit: ${table.unit}
  source: gazette
${by}  values:
${rows.join('\n')}
  ${end}
`
}

function cellsOf(tape: Tape, table: Table, depth: number): string {
  const axis = table.by[depth]
  if (axis === undefined) {
    const cell = tape.chance(12) ? tape.pick(['none', 'unknown']) : valueIn(tape, table.unit)
    return tape.chance(10) ? `{ value: ${cell}, evidence: reported }` : cell
  }
  const below = (): string => cellsOf(tape, table, depth + 1)
  const entries = keysOf(tape, axis).map((key) => `'${key}': ${below()}`)
  return `{ ${entries.join(', ')} }`
}

function keysOf(tape: Tape, axis: Axis): readonly string[] {
  const members = CATEGORIES[axis]
  if (members !== undefined) return tape.chance(25) ? [members.slice(1).join(', '), members[0] ?? ''] : members
  if (axis === 'open') return ['true', 'false']
  if (axis === 'count') return ['0', '1', '2, 3', '4']
  const [low, high] = BOUNDS[axis.slice('band of '.length)] ?? ['', '']
  const bands = tape.pick([[`up to ${low}`], [`under ${low}`, `up to ${high}`], [`under ${low}`, `up to ${low}`]])
  return tape.chance(80) ? [...bands, 'above'] : bands
}

const BOUNDS: Readonly<Record<string, readonly [string, string]>> = {
  PKR: ['PKR 7', 'PKR 100'],
  percent: ['9.99%', '33.3%'],
  days: ['1 day', '90 days'],
}

const KINDS = ['measure', 'requirement', 'entitlement', 'liability', 'sanction'] as const
const MEASURED = ['PKR', 'percent', 'count', 'number', 'days', 'date', 'USD', 'boolean'] as const
const ROUNDINGS: Readonly<Record<string, readonly string[]>> = {
  PKR: ['exact', 'down to PKR 1', 'up to PKR 1', 'half up to PKR 0.01', 'half even to PKR 2'],
  percent: ['exact', 'half even to 0.01%', 'down to 1%'],
}

function writeProvision(
  tape: Tape,
  name: string,
  tables: readonly Table[],
  made: readonly Made[],
): Made & { readonly text: string } {
  const kind = tape.pick(KINDS)
  const per =
    kind === 'measure' || kind === 'requirement'
      ? tape.pick([undefined, undefined, 'parts', 'form'] as const)
      : undefined
  const unit = kind === 'measure' ? tape.pick(MEASURED) : kind === 'requirement' ? 'met' : 'PKR'
  const write = formulas(tape, tables, made, { line: per === 'parts', members: per === 'form' ? ['form'] : [] })
  const lines = [`kind: ${kind}`, 'ambiguous_dates: later', ...(per === undefined ? [] : [`per: ${per}`])]
  if (kind !== 'measure') lines.push('clause: act, 1', `summary: ${name}`)
  if (kind !== 'measure' && tape.chance(50)) lines.push(`when: '${write.condition(2)}'`)
  if (kind !== 'measure' && tape.chance(25)) lines.push(`unless: '${write.condition(1)}'`)
  if (kind === 'requirement') lines.push(`requires: '${write.condition(3)}'`)
  if (kind === 'sanction') lines.push('effect: suspend import_licence', `from: '${write.value('date', 2)}'`)
  const hasAmount = kind !== 'requirement' && (kind !== 'sanction' || tape.chance(50))
  if (hasAmount) {
    lines.push(...amountOf(tape, write, unit))
    const roundings = ROUNDINGS[unit]
    if (roundings !== undefined && (kind !== 'measure' || tape.chance(50))) lines.push(`round: ${tape.pick(roundings)}`)
    if (unit === 'percent' && kind === 'measure' && tape.chance(20)) lines.push('show: half up to 0.01%')
  }
  const text = `${name}:\n${lines.map((line) => `  ${line}\n`).join('')}`
  return { name, unit: kind === 'sanction' && !hasAmount ? 'date' : unit, per, text }
}

function amountOf(tape: Tape, write: Formulas, unit: string): readonly string[] {
  if (!tape.chance(35)) return [`amount: '${write.formula(unit, 3)}'`]
  const cases = Array.from(
    { length: 1 + tape.below(2) },
    () => `  - { when: '${write.condition(2)}', amount: '${write.value(unit, 2)}' }`,
  )
  const rest = tape.chance(80) ? [`  - { otherwise: '${write.value(unit, 1)}' }`] : []
  return ['cases:', ...cases, ...rest]
}

function writeFacts(tape: Tape): Readonly<Record<string, unknown>> {
  const facts = writeValues(tape, FACTS)
  if (tape.chance(8)) return facts
  const lines = Array.from({ length: tape.pick([1, 0, 2, 3]) }, (_, index) => ({
    part: `part ${index + 1}`,
    ...writeValues(tape, COLUMNS),
  }))
  return { ...facts, parts: lines }
}

function writeValues(tape: Tape, facts: readonly Known[]): Record<string, string> {
  return Object.fromEntries(
    facts.flatMap(({ name, unit, event }) => {
      if (tape.chance(8)) return []
      return [[name, event && tape.chance(20) ? 'none' : valueIn(tape, unit)]]
    }),
  )
}
