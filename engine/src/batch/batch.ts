/**
 * Applies a programme to many sets of facts at once. The typed tree of each formula becomes steps over blocks of columns, in
 * doubles with a known error; whatever they cannot decide for certain (closer to a boundary than the error, missing, refused)
 * the exact engine decides for that row. So every finding is that of the exact engine, only sooner.
 */
import type { TypedProvision } from '../expression/typed.ts'
import { type Engine } from '../determine/determine.ts'
import type { Evaluate } from '../determine/run.ts'
import { newRun } from '../determine/run.ts'
import { type Exact, reduced, round } from '../value/exact.ts'
import { NoValue, type Outcome } from '../value/outcome.ts'
import { canBe, codesOn, combined, isAlways } from './codes.ts'
import { type Columns, factsOfRow } from './columns.ts'
import { newPlan, placeBlock, type Plan } from './plan.ts'
import { type Layout, layoutBeside, newLayout, type Planned, planProvision } from './plan-formula.ts'
import { rounded } from './plan-numbers.ts'
import { type GrowingReasons, keepReason, newReasons, type Reasons } from './reasons.ts'
import { valuesOn } from './values.ts'
import { type Codes, type Numbers } from './vector.ts'

export const SETTLED = 0
export const NOT_HAPPENED = 1
export const NOT_IMPOSED = 2
export const UNDETERMINED = 3
export const REFUSED = 4

export const NO_DAY = -2_147_483_648

/** One finding for all rows. */
export interface FindingColumn {
  readonly provision: TypedProvision
  /** Amounts in their unit, as shown where the law says `show:`; days since 1970-01-01; 1 where a requirement is met, else 0; the place of a member. */
  readonly values: Float64Array | Int32Array | Uint8Array
  /** By row: `SETTLED` or one of the other four. */
  readonly states: Uint8Array
  /** Of a sanction: the day from which it has effect, or `NO_DAY`. */
  readonly from: Int32Array | undefined
  readonly reasons: Reasons
}

export interface BatchResult {
  readonly rows: number
  readonly findings: readonly FindingColumn[]
  /** Rows that the exact engine had to look at for at least one finding. */
  readonly exactRows: number
}

/**
 * Runs when it is iterated, and can be left at any time: each step gives the number of rows done so far. Give it up between
 * two steps to cancel; wait there as long as others need the thread.
 */
export function* runBatch(engine: Engine, columns: Columns): Generator<number, BatchResult> {
  const plan = newPlan(columns)
  const side = sideOf(engine, newLayout(plan, engine.programme), [])
  yield* runSides(plan, [side])
  return resultOf(side, columns)
}

/**
 * Two laws in the same words over the same facts. `shared` are provisions of which both say the same, down to all that they rest on
 * (`sharedLaw`): they are worked out once, and both results hold the same columns of them.
 */
export function* runBoth(
  [before, after]: readonly [Engine, Engine],
  shared: ReadonlySet<string>,
  columns: Columns,
): Generator<number, readonly [BatchResult, BatchResult]> {
  const plan = newPlan(columns)
  const layout = newLayout(plan, before.programme)
  const first = sideOf(before, layout, [])
  const second = sideOf(after, layoutBeside(layout, after.programme, shared), first.works)
  yield* runSides(plan, [first, second])
  return [resultOf(first, columns), resultOf(second, columns)]
}

interface Side {
  readonly engine: Engine
  /** In the order of the findings. */
  readonly works: readonly Work[]
  /** Those that are worked out on this side. */
  readonly own: readonly Work[]
  exactRows: number
}

/** `others` are worked out already, on another side. */
function sideOf(engine: Engine, layout: Layout, others: readonly Work[]): Side {
  const { plan } = layout
  const { categories } = engine.programme.vocabulary
  const works: Work[] = []
  const own: Work[] = []
  for (const provision of engine.findings) {
    const planned = planProvision(layout, provision)
    const other = others.find((work) => work.planned === planned)
    const { type } = provision
    const members = type.kind === 'category' ? (categories.get(type.category)?.members ?? []) : []
    const same = own.find((work) => work.planned === planned)
    const work =
      other === undefined && same === undefined
        ? newWork(plan, planned, provision, members, plan.columns.rows)
        : alike((other ?? same) as Work, provision)
    works.push(work)
    if (other === undefined) own.push(work)
  }
  return { engine, works, own, exactRows: 0 }
}

function* runSides(plan: Plan, sides: readonly Side[]): Generator<number, void> {
  const { columns } = plan
  let blocks = 0
  for (let first = 0; first < columns.rows; first = plan.rows.first + plan.rows.size) {
    placeBlock(plan, first)
    for (const step of plan.steps) step()
    for (const side of sides) {
      const left = new Set<number>()
      for (const work of side.own) work.keep(left)
      for (const row of left) decideExactly(side.engine, columns, side.own, row)
      side.exactRows += left.size
    }
    blocks += 1
    if (blocks % BLOCKS_EACH === 0) yield plan.rows.first + plan.rows.size
  }
}

function resultOf({ works, exactRows }: Side, { rows }: Columns): BatchResult {
  return { rows, findings: works.map(({ column }) => column), exactRows }
}

/** A few milliseconds of work. */
const BLOCKS_EACH = 16

interface Work {
  readonly planned: Planned
  readonly column: FindingColumn & { readonly reasons: GrowingReasons }
  /** Of a finding that is a member of a category. */
  readonly members: readonly string[]
  /** Writes what is certain of the block, and names the rows that are not. */
  readonly keep: (left: Set<number>) => void
}

function newWork(
  plan: Plan,
  planned: Planned,
  provision: TypedProvision,
  members: readonly string[],
  rows: number,
): Work {
  const { outcome, from } = planned
  const column: Work['column'] = {
    provision,
    values: arrayFor(provision, rows),
    states: new Uint8Array(rows),
    from: from === undefined ? undefined : new Int32Array(rows),
    reasons: newReasons(),
  }
  const keeps = [
    outcome.kind === 'numbers'
      ? keepNumbers(plan, column, outcome)
      : members.length === 0
        ? keepTruths(plan, column, outcome)
        : keepMembers(plan, column, outcome, members.length),
  ]
  if (from !== undefined) keeps.push(keepFrom(plan, column, from))
  return { planned, column, members, keep: (left) => keeps.forEach((keep) => keep(left)) }
}

/** What the same formulas say of another provision: sanctions often stand under the same conditions. It shares the columns. */
function alike(work: Work, provision: TypedProvision): Work {
  return { ...work, column: { ...work.column, provision }, keep: () => undefined }
}

function arrayFor({ type }: TypedProvision, rows: number): FindingColumn['values'] {
  if (type.kind === 'date' || type.kind === 'category') return new Int32Array(rows)
  return type.kind === 'number' || type.kind === 'calendar' ? new Float64Array(rows) : new Uint8Array(rows)
}

type Keep = (left: Set<number>) => void

/** States of findings by code of a condition, and by state of a number. */
const OF_TRUTHS = Uint8Array.of(SETTLED, SETTLED, UNDETERMINED, NOT_HAPPENED, NOT_IMPOSED)
const OF_NUMBERS = Uint8Array.of(SETTLED, NOT_HAPPENED, NOT_IMPOSED, UNDETERMINED)

function keepTruths(plan: Plan, column: FindingColumn, outcome: Codes): Keep {
  const truths = combined(plan, [outcome], (code) => code & 1)
  const states = combined(plan, [outcome], (code) => OF_TRUTHS[code] as number)
  return keepCodes(plan, column, truths, states)
}

/** Behind the members stand the codes of no value, in the order of `OF_MEMBERS`. */
function keepMembers(plan: Plan, column: FindingColumn, outcome: Codes, count: number): Keep {
  const members = combined(plan, [outcome], (code) => (code < count ? code : 0))
  const states = combined(plan, [outcome], (code) => (code < count ? SETTLED : (OF_MEMBERS[code - count] as number)))
  return keepCodes(plan, column, members, states)
}

const OF_MEMBERS = Uint8Array.of(NOT_HAPPENED, UNDETERMINED, NOT_IMPOSED)

function keepCodes(plan: Plan, { values, states }: FindingColumn, outcome: Codes, given: Codes): Keep {
  const level = plan.rows
  const codes = codesOn(plan, outcome, level)
  const keepStates = keepStatesOf(plan, states, given)
  return (left) => {
    values.set(codes.subarray(0, level.size), level.first)
    keepStates(left)
  }
}

/** New arrays are all zero, which is `SETTLED`. */
function keepStatesOf(plan: Plan, states: Uint8Array, given: Codes): Keep {
  if (isAlways(given, SETTLED)) return () => undefined
  const level = plan.rows
  const codes = codesOn(plan, given, level)
  const mayBeOpen = canBe(given, UNDETERMINED)
  return (left) => {
    const { first, size } = level
    states.set(codes.subarray(0, size), first)
    if (mayBeOpen) for (let i = 0; i < size; i += 1) if (codes[i] === UNDETERMINED) left.add(first + i)
  }
}

function keepNumbers(plan: Plan, { values, states, provision }: FindingColumn, outcome: Numbers): Keep {
  const level = plan.rows
  const shown = provision.show === undefined ? outcome : rounded(plan, outcome, provision.show)
  const [from, unit] = [valuesOn(plan, shown.values, level), 10 ** shown.scale]
  const given = combined(plan, [shown.state], (code) => OF_NUMBERS[code] as number)
  const codes = isAlways(given, SETTLED) ? undefined : codesOn(plan, given, level)
  const keepStates = keepStatesOf(plan, states, given)
  return (left) => {
    const { first, size } = level
    if (codes === undefined && unit === 1) values.set(from.now.subarray(0, size), first)
    else if (codes === undefined) divideInto(first, size, values as Float64Array, from.now, unit)
    else if (values instanceof Float64Array) keepAmounts(first, size, values, from.now, codes, unit)
    else keepDays(first, size, values as Int32Array, from.now, codes, 0)
    keepStates(left)
  }
}

function divideInto(first: number, size: number, values: Float64Array, from: Float64Array, unit: number): void {
  for (let i = 0; i < size; i += 1) values[first + i] = (from[i] as number) / unit
}

/** Zero where there is no value. */
function keepAmounts(
  first: number,
  size: number,
  values: Float64Array,
  from: Float64Array,
  states: Uint8Array,
  unit: number,
): void {
  for (let i = 0; i < size; i += 1)
    values[first + i] = ((from[i] as number) * Number((states[i] as number) === SETTLED)) / unit
}

/** Another day where there is no value; without a branch, which random data would mispredict. */
function keepDays(
  first: number,
  size: number,
  values: Int32Array,
  days: Float64Array,
  states: Uint8Array,
  otherwise: number,
): void {
  for (let i = 0; i < size; i += 1) {
    const isKept = -Number((states[i] as number) === SETTLED)
    values[first + i] = ((days[i] as number) & isKept) | (otherwise & ~isKept)
  }
}

function keepFrom(plan: Plan, { from }: FindingColumn, given: Numbers): Keep {
  const level = plan.rows
  const days = valuesOn(plan, given.values, level)
  const states = codesOn(
    plan,
    combined(plan, [given.state], (code) => OF_NUMBERS[code] as number),
    level,
  )
  return () => keepDays(level.first, level.size, from as Int32Array, days.now, states, NO_DAY)
}

function decideExactly(engine: Engine, columns: Columns, works: readonly Work[], row: number): void {
  const { facts, day, periodEnd } = factsOfRow(engine.programme, columns, row)
  const run = newRun(engine.programme.typed, facts, day, { periodEnd })
  for (const { column, members } of works) {
    if (column.states[row] !== UNDETERMINED) continue
    const { provision } = column
    const outcome = (engine.compiled.get(provision.name) as Evaluate)(run, run.whole)
    keepOutcome(column, members, row, outcome)
    const from = run.whole.frame[provision.fromSlot]
    if (column.from !== undefined && typeof from === 'number') column.from[row] = from
  }
}

function keepOutcome(
  { values, states, reasons, provision }: Work['column'],
  members: readonly string[],
  row: number,
  outcome: Outcome,
): void {
  if (!(outcome instanceof NoValue)) {
    states[row] = SETTLED
    values[row] = typeof outcome === 'string' ? members.indexOf(outcome) : numberOf(outcome, provision)
    return
  }
  states[row] = OUTCOME_STATES[outcome.kind]
  values[row] = 0
  if (outcome.kind === 'not_happened' || outcome.kind === 'not_imposed') return
  keepReason(reasons, states.length, row, outcome)
}

const OUTCOME_STATES = {
  not_happened: NOT_HAPPENED,
  not_imposed: NOT_IMPOSED,
  undetermined: UNDETERMINED,
  refused: REFUSED,
} as const

function numberOf(outcome: Exclude<Outcome, NoValue>, { show }: TypedProvision): number {
  if (typeof outcome !== 'object') return Number(outcome)
  return nearest(show === undefined ? outcome : round(outcome, show.mode, show.step))
}

/** The double nearest to a fraction, or one beside it. */
function nearest(value: Exact): number {
  const { n, d } = reduced(value)
  if (typeof n === 'number' && typeof d === 'number') return n / d
  const [top, bottom] = [BigInt(n), BigInt(d)]
  const shift = BigInt(Math.max(0, 80 - (lengthOf(top) - lengthOf(bottom))))
  return Number((top << shift) / bottom) * 2 ** -Number(shift)
}

function lengthOf(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length
}
