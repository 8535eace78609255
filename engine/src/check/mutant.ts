/** A small wrong, and how small: what the tables and the formulas of a programme are tried with. */
import type { Typed, TypedCase, TypedProvision } from '../expression/typed.ts'
import type { SourcePlace } from '../load/fields.ts'
import type { Parameter } from '../load/parameters.ts'
import { add, type Exact, exact, parseDecimal } from '../value/exact.ts'
import { writeQuantity } from '../value/notation.ts'
import type { Outcome } from '../value/outcome.ts'

export type Comparison = Extract<Typed, { kind: 'comparison' }>

export type Change =
  | {
      readonly kind: 'comparison'
      readonly node: Comparison
      readonly decide: (left: Outcome, right: Outcome) => Outcome
    }
  | { readonly kind: 'state'; readonly node: Typed }
  | { readonly kind: 'guard'; readonly taken: TypedCase; readonly written: string }
  | { readonly kind: 'table'; readonly parameter: Parameter; readonly replacement: Parameter }
  /** What is read on the last day of the period is read on the day of the assessment instead. */
  | { readonly kind: 'period'; readonly parameter: Parameter }
  | { readonly kind: 'provision'; readonly provision: TypedProvision; readonly replacement: TypedProvision }

export interface Mutant {
  readonly at: SourcePlace
  /** What is not tried, and the example that would try it. */
  readonly sentence: string
  readonly change: Change
}

export function provisionMutant(
  provision: TypedProvision,
  at: SourcePlace,
  sentence: string,
  replacement: TypedProvision,
): Mutant {
  return { at, sentence, change: { kind: 'provision', provision, replacement } }
}

const STEP_OF_AMOUNT = exact(1, 100)
const STEP_OF_RATE = exact(1, 10_000)

/** One step in that unit: 0.01 of money, 0.01%, a count of one, a day. */
export function stepOf(unit: string): Exact {
  if (unit === 'percent') return STEP_OF_RATE
  if (unit === 'count' || unit === 'days') return exact(1)
  return STEP_OF_AMOUNT
}

/** The value with its last written digit one higher: the smallest slip of a hand. */
export function slipped(text: string): string | undefined {
  const match = /^(.*?)(-?\d[\d,]*(?:\.(\d+))?)(\D*)$/.exec(text)
  const number = parseDecimal((match?.[2] ?? '').replaceAll(',', ''))
  if (match === null || number === undefined) return undefined
  const places = match[3]?.length ?? 0
  const next = add(number, exact(1, 10 ** places))
  return `${match[1] ?? ''}${writeQuantity(next, 'number')}${match[4] ?? ''}`
}
