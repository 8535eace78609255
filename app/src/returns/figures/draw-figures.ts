/** Draws the figures of a return from its lines. Pure: the same lines and rates give the same figures, in the same order. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { type Day, parseDay } from '@maqami/engine/value/date.ts'
import { add, divide, type Exact, exact, multiply, ONE, round, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import type { OfficialRates } from '../check/official-rates.ts'
import { type KeptLine, keptMeets, type KeptLines, numberIn, valueIn } from '../kept-lines.ts'
import { columnOf, type ReturnColumn, type ReturnSchema, type ReturnSheet } from '../schema/return-schema.ts'
import { type Dimension, type Figure, type Measure, NOT_STATED } from './figure.ts'

export interface Drawing {
  readonly schema: ReturnSchema
  readonly lines: KeptLines
  /** Of the return. */
  readonly period: string
  readonly rates: OfficialRates
}

export function drawFigures(measures: readonly Measure[], drawing: Drawing): readonly Figure[] {
  return measures.flatMap((measure) => {
    const drawn = new Map<string, Figure>()
    for (const figure of figuresOf(measure, drawing)) {
      const key = canonicalJson([figure.period, figure.at])
      const before = drawn.get(key)
      drawn.set(key, before === undefined ? figure : together(before, figure))
    }
    return [...drawn].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, figure]) => figure)
  })
}

function together(one: Figure, other: Figure): Figure {
  return { ...one, value: add(one.value, other.value), lines_unknown: one.lines_unknown + other.lines_unknown }
}

function* figuresOf(measure: Measure, drawing: Drawing): Generator<Figure> {
  const sheet = drawing.schema.sheets.find(({ name }) => name === measure.sheet)
  if (sheet === undefined) return
  for (const line of drawing.lines[measure.sheet]?.lines ?? []) {
    if (!keptMeets(sheet, line, measure.where)) continue
    // A column that came later is blank in what was filed before: nothing is known, and nothing is counted.
    if (measure.of.some((column) => valueIn(sheet, line, column) === '')) continue
    const whole = valueOf(measure, sheet, line, drawing)
    const at = Object.fromEntries(
      measure.dimensions
        .filter(({ from }) => from.kind !== 'split')
        .map((dimension) => [dimension.name, memberOf(dimension, sheet, line, drawing)]),
    )
    const period = measure.period === undefined ? drawing.period : valueIn(sheet, line, measure.period).slice(0, 7)
    const said = { measure: measure.name, period, lines_unknown: whole === undefined ? 1 : 0 }
    for (const [more, value] of splitOf(measure.dimensions, sheet, line, whole ?? ZERO))
      yield { ...said, at: { ...at, ...more }, value }
  }
}

type Part = readonly [Readonly<Record<string, string>>, Exact]

function splitOf(dimensions: readonly Dimension[], sheet: ReturnSheet, line: KeptLine, whole: Exact): readonly Part[] {
  const split = dimensions.find(({ from }) => from.kind === 'split')
  if (split === undefined || split.from.kind !== 'split') return [[{}, whole]]
  const some = numberIn(sheet, line, split.from.column)
  if (some === undefined) return [[{ [split.name]: NOT_STATED }, whole]]
  return [
    [{ [split.name]: split.from.some }, some],
    [{ [split.name]: split.from.rest }, subtract(whole, some)],
  ]
}

function memberOf({ from }: Dimension, sheet: ReturnSheet, line: KeptLine, { schema, lines }: Drawing): string {
  const own = 'by' in from ? from.by : from.column
  const value = valueIn(sheet, line, own)
  if (value === '' || from.kind === 'split') return NOT_STATED
  if (from.kind === 'column') return value
  if (from.kind === 'first_character') return from.members.get(value.slice(0, 1)) ?? NOT_STATED
  const other = schema.sheets.find(({ name }) => name === from.sheet)
  const found = other && lines[from.sheet]?.lines.find((one) => valueIn(other, one, from.by) === value)
  return other === undefined || found === undefined ? NOT_STATED : valueIn(other, found, from.column)
}

/** Undefined where an amount has no official rate for its day. */
function valueOf(measure: Measure, sheet: ReturnSheet, line: KeptLine, drawing: Drawing): Exact | undefined {
  const factors = measure.of.map((column) => numberIn(sheet, line, column) ?? ZERO)
  const product = factors.reduce(multiply, ONE)
  const money = measure.of.map((column) => columnOf(sheet, column)).find((column) => column?.type.kind === 'money')
  if (measure.currency === undefined || money === undefined) return product
  const dated = sheet.columns.find(({ rateDate }) => rateDate)
  const day = dated === undefined ? undefined : parseDay(valueIn(sheet, line, dated.name))
  const rate = rateBetween(currencyIn(money, sheet, line), measure.currency, day, drawing)
  return rate === undefined ? undefined : round(multiply(product, rate), 'half up', HUNDREDTH)
}

const HUNDREDTH = exact(1, 100)

function currencyIn({ type }: ReturnColumn, sheet: ReturnSheet, line: KeptLine): string {
  if (type.kind !== 'money') return ''
  return 'fixed' in type.currency ? type.currency.fixed : valueIn(sheet, line, type.currency.column)
}

/** Of one unit of a currency in another, by the official rates to that of the programme. */
function rateBetween(from: string, to: string, day: Day | undefined, { schema, rates }: Drawing): Exact | undefined {
  if (from === to) return ONE
  const rateOf = (currency: string): Exact | undefined => {
    if (currency === schema.currency) return ONE
    return day === undefined ? undefined : rates.find(currency, day)?.rate.exact
  }
  const [base, target] = [rateOf(from), rateOf(to)]
  return base === undefined || target === undefined ? undefined : divide(base, target)
}
