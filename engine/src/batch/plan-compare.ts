/** Comparisons, whose outcome is codes. */
import type { Comparator } from '../expression/tree.ts'
import { combined, constant } from './codes.ts'
import * as kernel from './number-kernels.ts'
import type { Plan } from './plan.ts'
import { errorsOf } from './plan-numbers.ts'
import { coded } from './values.ts'
import {
  type Codes,
  HAPPENED_NOT,
  HAS_VALUE,
  IMPOSED_NOT,
  IMPOSES_NOTHING,
  largest,
  LARGEST_WHOLE,
  LEFT_OPEN,
  NO,
  NOT_HAPPENED_YET,
  type Numbers,
  OPEN,
  type Vector,
  YES,
} from './vector.ts'

/** What a comparison says of a left that is less, equal, greater, or too close to say. */
const SAYS: Readonly<Record<Comparator, readonly number[]>> = {
  '=': [NO, YES, NO, OPEN],
  '!=': [YES, NO, YES, OPEN],
  '<': [YES, NO, NO, OPEN],
  '<=': [YES, YES, NO, OPEN],
  '>': [NO, NO, YES, OPEN],
  '>=': [NO, YES, YES, OPEN],
}

/** Of an event that has not happened it is false; a cell that is none is zero among numbers, and no equal of a day. */
export function compared(plan: Plan, operator: Comparator, a: Numbers, b: Numbers, areNumbers: boolean): Codes {
  const says = SAYS[operator]
  return combined(plan, [orderOf(plan, a, b), a.state, b.state], (order, x, y) => {
    if (x === NOT_HAPPENED_YET || y === NOT_HAPPENED_YET) return NO
    if (x === LEFT_OPEN || y === LEFT_OPEN) return OPEN
    if (!areNumbers && (x === IMPOSES_NOTHING || y === IMPOSES_NOTHING)) return NO
    return says[order] as number
  })
}

function orderOf(plan: Plan, a: Numbers, b: Numbers): Codes {
  const common = Math.max(a.scale, b.scale)
  const [fa, fb] = [10 ** (common - a.scale), 10 ** (common - b.scale)]
  const apart = orderOfBounds(a.least * fa, a.most * fa, b.least * fb, b.most * fb)
  const isExact = a.whole && b.whole && largest(a) * fa <= LARGEST_WHOLE && largest(b) * fb <= LARGEST_WHOLE
  if (isExact && apart !== undefined) return constant(apart)
  if (isExact) return coded(plan, [a.values, b.values], 3, (n, out, x, y) => kernel.orderExact(n, out, x, fa, y, fb))
  const [ea, eb] = [errorsOf(a), errorsOf(b)]
  return coded(plan, [a.values, ea.values, b.values, eb.values], 4, (n, out, x, sx, y, sy) =>
    kernel.orderNear(n, out, x, fa, sx, ea.factor, y, fb, sy, eb.factor),
  )
}

function orderOfBounds(leastA: number, mostA: number, leastB: number, mostB: number): number | undefined {
  if (mostA < leastB) return kernel.LESS
  if (leastA > mostB) return kernel.GREATER
  return leastA === mostA && leastB === mostB && leastA === leastB ? kernel.EQUAL : undefined
}

/** Members of one category, or conditions; `members` is how many members there are, none for conditions. */
export function comparedCodes(plan: Plan, holdsWhenEqual: boolean, a: Codes, b: Codes, members: number): Codes {
  const [same, other] = holdsWhenEqual ? [YES, NO] : [NO, YES]
  const [notYet, open, nothing] =
    members === 0 ? [HAPPENED_NOT, OPEN, IMPOSED_NOT] : [members, members + 1, members + 2]
  return combined(plan, [a, b], (x, y) => {
    if (x === notYet || y === notYet) return NO
    if (x === open || y === open) return OPEN
    if (x === nothing || y === nothing) return NO
    return x === y ? same : other
  })
}

/** `members` as above, for codes that are members. */
export function isKnown(plan: Plan, of: Vector, members: number): Codes {
  if (of.kind === 'numbers')
    return combined(plan, [of.state], (state) => (state === LEFT_OPEN ? OPEN : state === HAS_VALUE ? YES : NO))
  const [notYet, open, nothing] =
    members === 0 ? [HAPPENED_NOT, OPEN, IMPOSED_NOT] : [members, members + 1, members + 2]
  return combined(plan, [of], (code) => (code === open ? OPEN : code === notYet || code === nothing ? NO : YES))
}
