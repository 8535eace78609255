/** Steps that gather the lines of each row, or the members of a category, into one outcome. */
import type { LineColumns } from './columns.ts'
import { both, canBe, codesOn, combined, constant, fromSource, isAlways } from './codes.ts'
import * as kernel from './gather-kernels.ts'
import { bytes, floats, newSource, type Plan } from './plan.ts'
import { add, choose, constantNumber, errorsOf, extreme, isTooLong, numbers, openNumbers } from './plan-numbers.ts'
import { arrayOf, computed, valuesOn } from './values.ts'
import {
  type Codes,
  HAS_VALUE,
  IMPOSES_NOTHING,
  largest,
  LARGEST_WHOLE,
  LEFT_OPEN,
  type Level,
  type Numbers,
  OPEN,
  STEP_ERROR,
  type Values,
  YES,
} from './vector.ts'

/** What is gathered: the amount (undefined where lines are only counted) of each line for which the guard holds. */
export interface Gathered {
  readonly where: Codes | undefined
  readonly of: Numbers | undefined
}

type Operator = 'sum' | 'min' | 'max' | 'count'

/** The lines of a group, and which of them count. */
interface Lines {
  readonly plan: Plan
  readonly level: Level
  readonly columns: LineColumns
  readonly guard: () => Uint8Array | undefined
}

export function gatherLines(
  plan: Plan,
  operator: Operator,
  group: string,
  { where, of }: Gathered,
  noneIsZero: boolean,
): Numbers {
  const level = plan.groups.get(group) as Level
  const columns = plan.columns.groups.get(group) as LineColumns
  const guard = (): Uint8Array | undefined =>
    where === undefined || isAlways(where, YES) ? undefined : codesOn(plan, where, level)
  const lines: Lines = { plan, level, columns, guard }
  if (operator === 'count') {
    const state = gatheredState(lines, where, of?.state, 'zero')
    return numbers({ values: perRow(lines, countsOf), state, least: 0, most: level.longest })
  }
  return operator === 'sum'
    ? sumOfLines(lines, where, of as Numbers)
    : extremeOfLines(lines, operator, where, of as Numbers, noneIsZero)
}

type PerRow = (first: number, rows: number, out: Float64Array, offsets: Uint32Array) => void

function countsOf(guard: Uint8Array | undefined): PerRow {
  return (first, rows, out, offsets) => kernel.countLines(first, rows, out, offsets, guard)
}

/** An array by row, which a kernel fills from the lines. */
function perRow({ plan, columns, guard }: Lines, makeStep: (guard: Uint8Array | undefined) => PerRow): Values {
  const { rows } = plan
  return arrayOf(rows, () => {
    const step = makeStep(guard())
    const out = floats(rows)
    plan.steps.push(() => step(rows.first, rows.size, out.now, columns.offsets))
    return out
  })
}

/** The sides of a product of two or three that is made for the lines, so that they can be multiplied when they are summed. */
function sidesOf(values: Values, level: Level): readonly Values[] {
  if (values.kind === 'cells' || values.level !== level || values.follows?.kind !== 'product') return [values]
  const [left, right] = values.follows.sides
  const [a, b, more] = sidesOf(left, level)
  return a !== undefined && b !== undefined && more === undefined ? [a, b, right] : [left, right]
}

/** States of the whole, from those of its lines, or the same for all where the lines leave no choice. */
function gatheredState(
  { plan, level, columns, guard }: Lines,
  where: Codes | undefined,
  state: Codes | undefined,
  nothing: 'zero' | 'open',
): Codes {
  const own = state ?? constant(HAS_VALUE)
  const isSettled =
    (where === undefined || !canBe(where, OPEN)) &&
    own.table.every((one) => one === HAS_VALUE || (one === IMPOSES_NOTHING && nothing === 'zero'))
  if (isSettled && columns.absent === undefined) return constant(HAS_VALUE)
  const { rows } = plan
  const source = newSource(rows, LEFT_OPEN + 1, () => {
    const states = isAlways(own, HAS_VALUE) ? undefined : codesOn(plan, own, level)
    const [codes, counting] = [bytes(rows), guard()]
    plan.steps.push(() =>
      kernel.gatherStates(rows.first, rows.size, codes, columns, counting, states, nothing === 'zero'),
    )
    return codes
  })
  return fromSource(source)
}

function sumOfLines(lines: Lines, where: Codes | undefined, of: Numbers): Numbers {
  const { plan, level } = lines
  const { longest } = level
  const digits = of.decimal ? of.digits + 20 : of.digits * (longest + 1)
  const most = largest(of) * longest
  const whole = of.whole && most <= LARGEST_WHOLE
  const factor = whole ? 1 : 10 ** -of.scale
  const floor = whole ? 0 : of.floor - 54 + Math.floor(Math.log2(factor))
  if (isTooLong(digits, most, floor)) return openNumbers()
  // A line that has no value has 0 or anything; where it has anything the whole is none or open.
  const summed = (each: Values): Values =>
    perRow(lines, (guard) => {
      const sides = guard === undefined ? sidesOf(each, level).map((side) => valuesOn(plan, side, level)) : []
      const [a, b, c] = sides
      if (a !== undefined && b !== undefined)
        return (first, rows, out, offsets) =>
          kernel.sumProducts(first, rows, out, offsets, a.now, b.now, c?.now, factor)
      const array = valuesOn(plan, each, level)
      return (first, rows, out, offsets) => kernel.sumLines(first, rows, out, offsets, guard, array.now, factor)
    })
  const known = {
    values: summed(of.values),
    state: gatheredState(lines, where, of.state, 'zero'),
    scale: whole ? of.scale : 0,
    whole,
    least: Math.min(0, of.least * longest * factor),
    most: Math.max(0, of.most * longest * factor),
    floor,
    digits,
    decimal: of.decimal,
  }
  if (whole) return numbers(known)
  const rounding = (longest + 3) * STEP_ERROR
  if ((of.least >= 0 || of.most <= 0) && of.errors === undefined)
    return numbers({ ...known, error: of.error + rounding })
  const { values: given, factor: size } = errorsOf(of)
  const sizes = computed(plan, [of.values, given], (n, out, value, s) =>
    kernel.errorSizes(n, out, value, s, size, rounding),
  )
  return numbers({ ...known, errors: summed(sizes) })
}

function extremeOfLines(
  lines: Lines,
  operator: 'min' | 'max',
  where: Codes | undefined,
  of: Numbers,
  noneIsZero: boolean,
): Numbers {
  const { plan, level } = lines
  const extremeOf = (each: Values, smallest: boolean): Values =>
    perRow(lines, (guard) => {
      const array = valuesOn(plan, each, level)
      return (first, rows, out, offsets) => kernel.extremeOfLines(first, rows, out, offsets, guard, array.now, smallest)
    })
  const values = extremeOf(of.values, operator === 'min')
  // The smallest of nothing is refused.
  const { rows } = plan
  const counted = newSource(rows, 2, () => {
    const [codes, counting] = [bytes(rows), lines.guard()]
    plan.steps.push(() => kernel.anyLine(rows.first, rows.size, codes, lines.columns.offsets, counting))
    return codes
  })
  const state = combined(
    plan,
    [gatheredState(lines, where, of.state, noneIsZero ? 'zero' : 'open'), fromSource(counted)],
    (one, any) => (one === HAS_VALUE && any === 0 ? LEFT_OPEN : one),
  )
  const bounds = { least: Math.min(0, of.least), most: Math.max(0, of.most) }
  if (of.errors === undefined) return { ...of, ...bounds, values, state }
  return { ...of, ...bounds, values, state, errors: extremeOf(of.errors, false) }
}

/** The same over the members of a category: one outcome for each. */
export function gatherMembers(
  plan: Plan,
  operator: Operator,
  members: readonly Gathered[],
  noneIsZero: boolean,
): Numbers {
  if (operator === 'min' || operator === 'max') {
    // Which members count differs from row to row, and the extreme of none is refused: for the exact engine.
    if (members.length === 0 || members.some(({ where }) => where !== undefined)) return openNumbers()
    return members
      .map(({ of }) => of as Numbers)
      .reduce((best, next) => extreme(plan, operator, best, next, noneIsZero))
  }
  const [zero, one] = [constantNumber(0), constantNumber(1)]
  return members.reduce<Numbers>((sum, { where, of }) => {
    const amount = operator === 'count' ? { ...one, state: of?.state ?? one.state } : (of as Numbers)
    const counted = nothingAsZero(plan, amount)
    const choices = [
      { guard: where, amount: counted },
      { guard: undefined, amount: zero },
    ]
    return add(plan, sum, where === undefined ? counted : choose(plan, choices), 1)
  }, zero)
}

/** A sum takes what imposes nothing as zero. */
function nothingAsZero(plan: Plan, of: Numbers): Numbers {
  return { ...of, state: combined(plan, [of.state], (state) => (state === IMPOSES_NOTHING ? HAS_VALUE : state)) }
}

/** Whether every line of each row meets. */
export function everyLine(plan: Plan, group: string, of: Codes): Codes {
  const level = plan.groups.get(group) as Level
  const columns = plan.columns.groups.get(group) as LineColumns
  if (isAlways(of, YES) && columns.absent === undefined) return of
  const { rows } = plan
  const source = newSource(rows, canBe(of, OPEN) || columns.absent !== undefined ? 3 : 2, () => {
    const [codes, all] = [codesOn(plan, of, level), bytes(rows)]
    plan.steps.push(() => kernel.allLines(rows.first, rows.size, all, columns, codes))
    return all
  })
  return fromSource(source)
}

export function everyMember(plan: Plan, members: readonly Codes[]): Codes {
  return members.reduce((all, next) => both(plan, all, next), constant(YES))
}
