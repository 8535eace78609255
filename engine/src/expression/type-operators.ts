/** What the operators make of the types on their two sides. */
import { DATE, describeType, numberOf, type Type } from '../value/type.ts'
import { productUnit, quotientUnit, sameUnit } from '../value/unit.ts'
import type { Expression } from './tree.ts'
import { type Context, fail, written } from './typing-context.ts'

export function arithmeticType(
  context: Context,
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  left: Type,
  right: Type,
): Type {
  const { operator, at } = expression
  const mismatch = (): never =>
    fail(at, `'${written(context, at)}' mixes ${describeType(left)} and ${describeType(right)} with '${operator}'.`)
  if (left.kind === 'date' || right.kind === 'date') return dateArithmetic(context, expression, left, right, mismatch)
  if (left.kind !== 'number' || right.kind !== 'number') return mismatch()
  if (operator === '*') return numberOf(productUnit(left.unit, right.unit))
  if (operator === '/') return numberOf(quotientUnit(left.unit, right.unit))
  return numberOf(sameUnit(left.unit, right.unit) ?? mismatch())
}

function dateArithmetic(
  context: Context,
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  left: Type,
  right: Type,
  mismatch: () => never,
): Type {
  const { operator, at } = expression
  if (operator === '-' && left.kind === 'date' && right.kind === 'date') return numberOf('days')
  const other = left.kind === 'date' ? right : left
  if (operator !== '+' && !(operator === '-' && left.kind === 'date')) return mismatch()
  if (other.kind === 'number' && other.unit === 'days') return DATE
  if (other.kind !== 'calendar') return mismatch()
  if (context.ambiguousDates === undefined) {
    fail(
      at,
      `'${written(context, at)}' can fall on a day that does not exist (31 January and one month). Say 'ambiguous_dates: earlier' or 'later' in this provision.`,
    )
  }
  return DATE
}

/** The type of either of two formulas, or undefined when they do not fit each other. */
export function unified(a: Type, b: Type): Type | undefined {
  if (a.kind === 'number' && b.kind === 'number') {
    const unit = sameUnit(a.unit, b.unit)
    return unit === undefined ? undefined : numberOf(unit)
  }
  if (a.kind === 'category' && b.kind === 'category') return a.category === b.category ? a : undefined
  if (a.kind === 'calendar' && b.kind === 'calendar') return a.unit === b.unit ? a : undefined
  return a.kind === b.kind ? a : undefined
}
