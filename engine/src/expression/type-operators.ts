/** What the operators make of the types on their two sides. */
import { DATE, describeType, numberOf, type Type } from '../value/type.ts'
import { productUnit, quotientUnit, sameUnit } from '../value/unit.ts'
import type { Arithmetic, Expression } from './tree.ts'
import { canBeAmbiguous } from './ambiguous.ts'
import type { Typed } from './typed.ts'
import { type Context, fail, written } from './typing-context.ts'

export function arithmeticType(
  context: Context,
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  left: Typed,
  right: Typed,
): Type {
  const { operator, at } = expression
  const type = resultType(operator, left.type, right.type)
  if (type === undefined)
    fail(
      at,
      `'${written(context, at)}' mixes ${describeType(left.type)} and ${describeType(right.type)} with '${operator}'.`,
    )
  if (context.ambiguousDates === undefined && canBeAmbiguous(left, right)) {
    fail(
      at,
      `'${written(context, at)}' can fall on a day that does not exist (31 January and one month). Say 'ambiguous_dates: earlier' or 'later' in this provision.`,
    )
  }
  return type
}

/** The type of what an operator makes of two sides; undefined when they do not fit each other. */
export function resultType(operator: Arithmetic, left: Type, right: Type): Type | undefined {
  if (left.kind === 'date' || right.kind === 'date') return dateType(operator, left, right)
  if (left.kind !== 'number' || right.kind !== 'number') return undefined
  if (operator === '*') return numberOf(productUnit(left.unit, right.unit))
  if (operator === '/') return numberOf(quotientUnit(left.unit, right.unit))
  const unit = sameUnit(left.unit, right.unit)
  return unit === undefined ? undefined : numberOf(unit)
}

function dateType(operator: Arithmetic, left: Type, right: Type): Type | undefined {
  if (operator === '-' && left.kind === 'date' && right.kind === 'date') return numberOf('days')
  const other = left.kind === 'date' ? right : left
  if (operator !== '+' && !(operator === '-' && left.kind === 'date')) return undefined
  return other.kind === 'calendar' || (other.kind === 'number' && other.unit === 'days') ? DATE : undefined
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
