/**
 * Makes the facts of the programme from the lines of a return, as the values with which the engine computes. Beside them stands where
 * each came from, so that an explanation can name the line of the return. Nothing is rounded: a sum of converted amounts has all its
 * decimals.
 */
import type { GivenFacts, GivenLines } from '@maqami/engine/determine/facts.ts'
import { add, compare, type Exact, multiply, ONE, ZERO } from '@maqami/engine/value/exact.ts'
import type { Day } from '@maqami/engine/value/date.ts'
import { NOT_HAPPENED, type Outcome } from '@maqami/engine/value/outcome.ts'
import { meets, type ReturnLine, type ReturnLines, type SheetLines, textOfValue } from './check/return-lines.ts'
import type { OfficialRates } from './check/official-rates.ts'
import type { CitedAttestation } from './check/cite-attestations.ts'
import { continuousLines, type Lapsed } from './check/continuous-lines.ts'
import {
  columnOf,
  type FactRule,
  type LineSource,
  type ReturnColumn,
  type ReturnSchema,
} from './schema/return-schema.ts'

/** An amount as it was filed, and the official rate at which it was converted. */
export interface AmountOrigin {
  readonly amount: string
  readonly currency: string
  readonly rate: string
  /** The day the rate was set for; earlier than the line's own day where that was not a banking day. */
  readonly rate_on: string
  readonly wanted_on: string
  readonly rate_source: string
}

export interface LineOrigin {
  readonly sheet: string
  readonly row: number
  /** By the column of the return; only amounts that were converted. */
  readonly amounts?: Readonly<Record<string, AmountOrigin>>
  /** What its supplier attests, on which it rests. */
  readonly attestation?: CitedAttestation
}

/** The lines that a fact came from, each told when it is asked for; for a group of lines, in the order of its lines. */
export interface Origins {
  readonly count: number
  /** By its place among them, from 0. */
  readonly tell: (nth: number) => LineOrigin
}

export type FactOrigins = ReadonlyMap<string, Origins>

/** As data, by fact. */
export function writeOrigins(origins: FactOrigins): Readonly<Record<string, readonly LineOrigin[]>> {
  return Object.fromEntries([...origins].map(([name, lines]) => [name, allOf(lines)]))
}

function allOf({ count, tell }: Origins): readonly LineOrigin[] {
  return Array.from({ length: count }, (_, nth) => tell(nth))
}

export interface ReturnSubject {
  /** `{ category: 'smartphone' }`, or empty where the return has one subject only. */
  readonly subject: Readonly<Record<string, string>>
  readonly facts: GivenFacts
  readonly origins: FactOrigins
}

/** Two lines that must say the same and do not. */
export interface FactConflict {
  readonly sheet: string
  readonly column: ReturnColumn
  readonly first: { readonly row: number; readonly value: string }
  readonly second: { readonly row: number; readonly value: string }
}

export interface FactsMade {
  readonly subjects: readonly ReturnSubject[]
  readonly conflicts: readonly FactConflict[]
  /** Lines that do not count, since they did not hold on the day. */
  readonly lapsed: readonly Lapsed[]
  readonly unrated: readonly Unrated[]
}

/** A line whose day has no official rate of a currency that a fact needs. */
export interface Unrated {
  readonly sheet: string
  readonly row: number
  readonly column: ReturnColumn
  readonly currency: string
  readonly day: string
}

/** `day` is the one on which a line that runs out must still hold. */
export function factsOf(
  schema: ReturnSchema,
  lines: ReturnLines,
  { rates, day }: Pick<Making, 'rates' | 'day'>,
): FactsMade {
  const lapsed = new Map<string, Lapsed>()
  const unrated = new Map<string, Unrated>()
  const conflicts: FactConflict[] = []
  const subjects = subjectsOf({ schema, lines, rates, day, conflicts, lapsed, unrated })
  return { subjects, conflicts, lapsed: [...lapsed.values()], unrated: [...unrated.values()] }
}

interface Making {
  readonly schema: ReturnSchema
  readonly lines: ReturnLines
  readonly rates: OfficialRates
  readonly day: Day
  readonly conflicts: FactConflict[]
  readonly lapsed: Map<string, Lapsed>
  readonly unrated: Map<string, Unrated>
}

function subjectsOf(making: Making): readonly ReturnSubject[] {
  const { schema, lines } = making
  const each = schema.facts.find((rule) => rule.kind === 'each')
  if (each === undefined) return [subjectOf(making, {}, () => true)]
  const origin = lines.get(each.sheet)
  const column = origin === undefined ? undefined : columnOf(origin.sheet, each.column)
  const by = origin === undefined || each.by === undefined ? undefined : columnOf(origin.sheet, each.by)
  if (origin === undefined || column === undefined || column.type.kind !== 'category') return []
  const memberOf = new Map<string, string>()
  const members = new Set<string>()
  for (const line of origin.lines) {
    const member = textOfValue(line.values[column.index])
    members.add(member)
    if (by !== undefined) memberOf.set(textOfValue(line.values[by.index]), member)
  }
  // What is imported and not made here is a subject too.
  for (const { sheet, lines: others } of lines.values()) {
    const { belongs } = sheet
    if (belongs.kind === 'member') for (const line of others) members.add(textOfValue(line.values[belongs.column]))
  }
  const present = column.type.members.filter((member) => members.has(member.name))
  return present.map(({ name }) => {
    const belongs: Belongs = (sheet, line) => {
      const { belongs: how } = sheet.sheet
      if (how.kind === 'every subject') return true
      const text = textOfValue(line.values[how.column])
      return (how.kind === 'member' ? text : memberOf.get(text)) === name
    }
    return subjectOf(making, { [each.fact]: name }, belongs)
  })
}

type Belongs = (sheet: SheetLines, line: ReturnLine) => boolean

function subjectOf(making: Making, subject: Readonly<Record<string, string>>, belongs: Belongs): ReturnSubject {
  const { schema, lines } = making
  const whole = new Map<string, Outcome>()
  const groups = new Map<string, GivenLines>()
  const origins = new Map<string, Origins>()
  for (const rule of schema.facts) {
    const sheet = lines.get(rule.sheet)
    if (sheet === undefined) continue
    if (rule.kind === 'each') {
      whole.set(rule.fact, subject[rule.fact] ?? '')
      continue
    }
    const own = sheet.lines.filter((line) => belongs(sheet, line) && meets(sheet.sheet, line, rule.where))
    const maker = { ...making, sheet, lines: own }
    if (rule.kind === 'lines') {
      groups.set(rule.fact, groupOf(maker, rule))
      origins.set(rule.fact, toldOrigins(own, originTeller(sheet)))
      continue
    }
    const made = valueOf(maker, rule)
    if (made === undefined) continue
    whole.set(rule.fact, made.value)
    origins.set(rule.fact, toldOrigins(made.lines, originTeller(sheet)))
  }
  return { subject, facts: { whole, groups }, origins }
}

interface Maker extends Omit<Making, 'lines'> {
  readonly sheet: SheetLines
  readonly lines: readonly ReturnLine[]
}

type ValueRule = Exclude<FactRule, { kind: 'each' | 'lines' }>

interface Made {
  readonly value: Outcome
  readonly lines: readonly ReturnLine[]
}

/** Undefined where nothing was reported: the fact is left out, and what needs it stays undetermined. */
function valueOf(maker: Maker, rule: ValueRule): Made | undefined {
  if (rule.kind === 'count') return { value: { n: maker.lines.length, d: 1 }, lines: maker.lines }
  if (rule.kind === 'sum') return sumOf(maker, rule)
  const column = columnOf(maker.sheet.sheet, rule.column)
  if (column === undefined) return undefined
  const filled = countedLines(maker, rule, column)
  const picked = pick(maker, rule, column, filled)
  if (picked === undefined) return rule.event ? { value: NOT_HAPPENED, lines: [] } : undefined
  const taken = rule.take === undefined ? column : columnOf(maker.sheet.sheet, rule.take)
  const value = taken === undefined ? undefined : factIn(taken)(picked)
  return value === undefined ? undefined : { value, lines: [picked] }
}

type PickRule = Exclude<ValueRule, { kind: 'count' | 'sum' }>

/** The lines with a value in the column; where they run out, those that still hold on the day without a gap. */
function countedLines(maker: Maker, rule: PickRule, column: ReturnColumn): readonly ReturnLine[] {
  const filled = maker.lines.filter((line) => line.values[column.index] !== undefined)
  const until = rule.whileValid === undefined ? undefined : columnOf(maker.sheet.sheet, rule.whileValid)
  if (until === undefined) return filled
  const { counted, lapsed } = continuousLines(filled, { from: column, until }, maker.day)
  for (const one of lapsed)
    maker.lapsed.set(`${maker.sheet.name} ${one.row}`, { ...one, sheet: maker.sheet.sheet.name })
  return counted
}

function pick(
  maker: Maker,
  rule: PickRule,
  column: ReturnColumn,
  filled: readonly ReturnLine[],
): ReturnLine | undefined {
  const [first] = filled
  if (first === undefined) return undefined
  if (rule.kind === 'one' || rule.kind === 'same') {
    const value = textOfValue(first.values[column.index])
    const other = filled.find((line) => textOfValue(line.values[column.index]) !== value)
    if (other !== undefined) {
      maker.conflicts.push({
        sheet: maker.sheet.sheet.name,
        column,
        first: { row: first.row, value },
        second: { row: other.row, value: textOfValue(other.values[column.index]) },
      })
    }
    return first
  }
  const least = rule.kind === 'least' || rule.kind === 'first'
  return filled.reduce((best, line) => {
    const order = compare(exactOf(column, line), exactOf(column, best))
    return (least ? order < 0 : order > 0) ? line : best
  })
}

function exactOf(column: ReturnColumn, line: ReturnLine): Exact {
  const value = line.values[column.index]
  if (typeof value !== 'object') return ZERO
  return 'day' in value ? { n: value.day, d: 1 } : converted(column, line, value.exact)
}

/** An amount in another currency at the official rate of its line. */
function converted({ type }: ReturnColumn, { rate }: ReturnLine, amount: Exact): Exact {
  const converts = type.kind === 'money' && 'column' in type.currency && rate !== undefined
  return converts ? multiply(amount, rate.rate.exact) : amount
}

function sumOf(maker: Maker, rule: Extract<FactRule, { kind: 'sum' }>): Made | undefined {
  const columns = rule.factors.flatMap((name) => columnOf(maker.sheet.sheet, name) ?? [])
  let sum = ZERO
  for (const line of maker.lines) {
    let product = ONE
    for (const column of columns) {
      if (line.values[column.index] === undefined) return undefined
      product = multiply(product, exactOf(column, line))
    }
    sum = add(sum, product)
  }
  return { value: sum, lines: maker.lines }
}

function groupOf(maker: Maker, rule: Extract<FactRule, { kind: 'lines' }>): GivenLines {
  const takers = rule.columns.map(({ from }) => takerOf(maker, from))
  return {
    columns: rule.columns.map(({ name }) => name),
    lines: maker.lines.map((line) => takers.map((take) => take(line))),
  }
}

/** How a value of a fact is taken from a line; undefined where it was not reported. */
type Taker = (line: ReturnLine) => Outcome | undefined

function takerOf(maker: Maker, from: LineSource['from']): Taker {
  const { sheet } = maker.sheet
  if ('column' in from) {
    const column = columnOf(sheet, from.column)
    return column === undefined ? () => undefined : factIn(column)
  }
  if ('rate' in from) return rateOn(maker, from.rate)
  const pieces = from.template.map((piece) =>
    'text' in piece ? piece.text : (columnOf(sheet, piece.column)?.index ?? -1),
  )
  return (line) => {
    let text = ''
    for (const piece of pieces) text += typeof piece === 'string' ? piece : textOfValue(line.values[piece])
    return text.trim()
  }
}

/** The official rate on the line's own day, and the line is told where there is none. */
function rateOn(maker: Maker, currency: string): Taker {
  const day = maker.sheet.sheet.columns.find((column) => column.rateDate)
  return (line) => {
    const value = day === undefined ? undefined : line.values[day.index]
    if (day === undefined || typeof value !== 'object' || !('day' in value)) return undefined
    const rate = maker.rates.find(currency, value.day)
    if (rate !== undefined) return rate.rate.exact
    const { name } = maker.sheet.sheet
    maker.unrated.set(`${name} ${line.row}`, { sheet: name, row: line.row, column: day, currency, day: value.text })
    return undefined
  }
}

/** The cell of that column; where it is blank, none if that says that nothing happened. */
function factIn(column: ReturnColumn): Taker {
  const { index, type } = column
  const blank = column.event ? NOT_HAPPENED : undefined
  return (line) => {
    if (line.unknown === index) return undefined
    const value = line.values[index]
    if (value === undefined) return blank
    if (typeof value === 'string') return type.kind === 'boolean' ? value === 'true' : value
    return 'day' in value ? value.day : converted(column, line, value.exact)
  }
}

/** Made once for a sheet: how its lines name where a fact came from. */
/** As they are told, or as they were told before and kept. */
export function toldOrigins<T>(lines: readonly T[], tell: (line: T) => LineOrigin): Origins {
  return {
    count: lines.length,
    tell: (nth) => {
      const line = lines[nth]
      if (line === undefined) throw new RangeError(`there is no line ${nth}`)
      return tell(line)
    },
  }
}

function originTeller(sheet: SheetLines): (line: ReturnLine) => LineOrigin {
  const { columns } = sheet.sheet
  const day = columns.find((column) => column.rateDate)?.index ?? -1
  const amounts = columns.flatMap(({ name, index, type }) => {
    const currency =
      type.kind === 'money' && 'column' in type.currency
        ? columnOf(sheet.sheet, type.currency.column)?.index
        : undefined
    return currency === undefined ? [] : [{ name, index, currency }]
  })
  return ({ row, rate, values, attestation }) => {
    const place = { sheet: sheet.name, row, ...(attestation === undefined ? {} : { attestation }) }
    if (rate === undefined) return place
    const filed: Record<string, AmountOrigin> = {}
    for (const { name, index, currency } of amounts) {
      const value = values[index]
      if (typeof value !== 'object') continue
      filed[name] = {
        amount: value.text,
        currency: textOfValue(values[currency]),
        rate: rate.rate.text,
        rate_on: rate.date,
        wanted_on: textOfValue(values[day]),
        rate_source: rate.source,
      }
    }
    return { ...place, amounts: filed }
  }
}
