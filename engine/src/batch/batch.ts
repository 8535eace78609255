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
import { codesOn, isAlways } from './codes.ts'
import { type Columns, factsOfRow } from './columns.ts'
import { newPlan, placeBlock, type Plan } from './plan.ts'
import { newLayout, type Planned, planProvision } from './plan-formula.ts'
import { rounded } from './plan-numbers.ts'
import { valuesOn } from './values.ts'
import { HAS_VALUE, LEFT_OPEN, OPEN } from './vector.ts'

export const SETTLED = 0
export const NOT_HAPPENED = 1
export const NOT_IMPOSED = 2
export const UNDETERMINED = 3
export const REFUSED = 4

export const NO_DAY = -2_147_483_648

/** One finding for all rows. */
export interface FindingColumn {
  readonly provision: TypedProvision
  /** Amounts in their unit, as shown where the law says `show:`; days since 1970-01-01; 1 where a requirement is met, else 0. */
  readonly values: Float64Array | Int32Array | Uint8Array
  /** By row: `SETTLED` or one of the other four. */
  readonly states: Uint8Array
  /** Of a sanction: the day from which it has effect, or `NO_DAY`. */
  readonly from: Int32Array | undefined
  /** Of rows that are undetermined or refused, the place in `reasons`. */
  readonly reason: ReadonlyMap<number, number>
  readonly reasons: readonly NoValue[]
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
  const layout = newLayout(plan, engine.programme)
  const works = engine.findings.map((provision) =>
    newWork(plan, planProvision(layout, provision), provision, columns.rows),
  )
  let exactRows = 0
  let blocks = 0
  for (let first = 0; first < columns.rows; first = plan.rows.first + plan.rows.size) {
    placeBlock(plan, first)
    for (const step of plan.steps) step()
    const left = new Set<number>()
    for (const work of works) work.keep(left)
    for (const row of left) decideExactly(engine, columns, works, row)
    exactRows += left.size
    blocks += 1
    if (blocks % BLOCKS_EACH === 0) yield plan.rows.first + plan.rows.size
  }
  return { rows: columns.rows, findings: works.map(({ column }) => column), exactRows }
}

/** A few milliseconds of work. */
const BLOCKS_EACH = 16

interface Work {
  readonly column: FindingColumn & { readonly reasons: NoValue[]; readonly reason: Map<number, number> }
  readonly places: Map<string, number>
  /** Writes what is certain of the block, and names the rows that are not. */
  readonly keep: (left: Set<number>) => void
}

function newWork(plan: Plan, planned: Planned, provision: TypedProvision, rows: number): Work {
  const { outcome, from } = planned
  const column: Work['column'] = {
    provision,
    values: arrayFor(provision, rows),
    states: new Uint8Array(rows),
    from: from === undefined ? undefined : new Int32Array(rows).fill(NO_DAY),
    reason: new Map(),
    reasons: [],
  }
  const level = plan.rows
  const keeps: ((left: Set<number>) => void)[] = []
  if (outcome.kind === 'codes') {
    const codes = codesOn(plan, outcome, level)
    keeps.push((left) => keepTruths(level.first, level.size, column, codes, left))
  } else {
    const shown = provision.show === undefined ? outcome : rounded(plan, outcome, provision.show)
    const values = valuesOn(plan, shown.values, level)
    const states = isAlways(shown.state, HAS_VALUE) ? undefined : codesOn(plan, shown.state, level)
    keeps.push((left) => keepNumbers(level.first, level.size, column, values, states, 10 ** shown.scale, left))
  }
  if (from !== undefined) {
    const [days, states] = [valuesOn(plan, from.values, level), codesOn(plan, from.state, level)]
    keeps.push(() => keepDays(level.first, level.size, column, days, states))
  }
  return { column, places: new Map(), keep: (left) => keeps.forEach((keep) => keep(left)) }
}

function arrayFor({ type }: TypedProvision, rows: number): FindingColumn['values'] {
  if (type.kind === 'date') return new Int32Array(rows)
  return type.kind === 'number' || type.kind === 'calendar' ? new Float64Array(rows) : new Uint8Array(rows)
}

/** States of findings by code of a condition, and by state of a number. */
const OF_TRUTHS = Uint8Array.of(SETTLED, SETTLED, UNDETERMINED, NOT_HAPPENED, NOT_IMPOSED)
const OF_NUMBERS = Uint8Array.of(SETTLED, NOT_HAPPENED, NOT_IMPOSED, UNDETERMINED)

function keepTruths(first: number, size: number, column: FindingColumn, codes: Uint8Array, left: Set<number>): void {
  const { values, states } = column
  for (let i = 0; i < size; i += 1) {
    const code = codes[i] as number
    values[first + i] = code & 1
    states[first + i] = OF_TRUTHS[code] as number
    if (code === OPEN) left.add(first + i)
  }
}

/** One where there is a value, else zero. */
const KEPT = Float64Array.of(1, 0, 0, 0)

function keepNumbers(
  first: number,
  size: number,
  column: FindingColumn,
  from: Float64Array,
  codes: Uint8Array | undefined,
  unit: number,
  left: Set<number>,
): void {
  const { values, states } = column
  if (codes === undefined) {
    if (unit === 1) values.set(from.subarray(0, size), first)
    else for (let i = 0; i < size; i += 1) values[first + i] = (from[i] as number) / unit
    return
  }
  for (let i = 0; i < size; i += 1) {
    const state = codes[i] as number
    values[first + i] = ((from[i] as number) * (KEPT[state] as number)) / unit
    states[first + i] = OF_NUMBERS[state] as number
    if (state === LEFT_OPEN) left.add(first + i)
  }
}

function keepDays(first: number, size: number, { from }: FindingColumn, days: Float64Array, codes: Uint8Array): void {
  if (from === undefined) return
  for (let i = 0; i < size; i += 1) if (codes[i] === HAS_VALUE) from[first + i] = days[i] as number
}

function decideExactly(engine: Engine, columns: Columns, works: readonly Work[], row: number): void {
  const { facts, day, periodEnd } = factsOfRow(engine.programme, columns, row)
  const run = newRun(engine.programme.typed, facts, day, { periodEnd })
  for (const { column, places } of works) {
    if (column.states[row] !== UNDETERMINED) continue
    const { provision } = column
    const outcome = (engine.compiled.get(provision.name) as Evaluate)(run, run.whole)
    keepOutcome(column, places, row, outcome)
    const from = run.whole.frame[provision.fromSlot]
    if (column.from !== undefined && typeof from === 'number') column.from[row] = from
  }
}

function keepOutcome(column: Work['column'], places: Map<string, number>, row: number, outcome: Outcome): void {
  const { values, states, provision } = column
  if (!(outcome instanceof NoValue)) {
    states[row] = SETTLED
    values[row] = numberOf(outcome, provision)
    return
  }
  states[row] = OUTCOME_STATES[outcome.kind]
  values[row] = 0
  if (outcome.kind === 'not_happened' || outcome.kind === 'not_imposed') return
  const key = JSON.stringify([outcome.missing, outcome.refusals])
  const known = places.get(key)
  if (known === undefined) {
    places.set(key, column.reasons.length)
    column.reasons.push(outcome)
  }
  column.reason.set(row, known ?? column.reasons.length - 1)
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
