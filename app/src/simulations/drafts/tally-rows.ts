/**
 * Both laws added up over groups of rows: how many cases of each finding are in which state, and what they come to. Each finding is gone through
 * once; whoever asks about larger groups adds these up.
 */
import { type FindingColumn, REFUSED, SETTLED, UNDETERMINED } from '@maqami/engine/batch/batch.ts'
import { type Column, FILED } from '@maqami/engine/batch/columns.ts'
import type { ProvisionKind } from '@maqami/engine/load/provisions.ts'
import { compare, type Exact, exact, multiply, ONE, ZERO } from '@maqami/engine/value/exact.ts'
import { type Both, type Compared, pairsOf } from './two-laws.ts'
import { WholeSums } from './whole-sums.ts'

/** States of a finding, as places in the counts of a group. Of money that nothing is due is *none*, said as zero or not at all. */
export const STATES = ['met', 'not_met', 'none', 'undetermined', 'refused', 'value'] as const
export type State = (typeof STATES)[number]
const WIDTH = STATES.length
const NONE = STATES.indexOf('none')
const VALUE = STATES.indexOf('value')
/** By the state of the batch; what is settled and no requirement has a value. */
const CODES = new Uint8Array(5).fill(NONE)
CODES[SETTLED] = VALUE
CODES[UNDETERMINED] = STATES.indexOf('undetermined')
CODES[REFUSED] = STATES.indexOf('refused')
/** Of a requirement, by twice the state and its truth: one that is settled is met, which is first, or not. */
const TRUTHS = Uint8Array.from({ length: 2 * CODES.length }, (_, at) =>
  at >> 1 === SETTLED ? 1 - (at & 1) : (CODES[at >> 1] as number),
)

interface SideTally {
  /** By group, then by state; of what is no requirement only where something is open. */
  readonly counts: Uint32Array
  /** Of what the law rounds: in steps of the rounding. */
  readonly sums: WholeSums | undefined
  readonly step: Exact
}

/** A side is undefined where that law has no such finding. */
export interface FindingTally extends Both<SideTally | undefined> {
  readonly name: string
  readonly kind: ProvisionKind
  readonly unit: string
}

interface NumberTally {
  readonly sums: WholeSums
  /** How many rows say the number. */
  readonly known: Uint32Array
  readonly scale: number
}

export interface Tally {
  readonly groups: number
  /** By group. */
  readonly cases: Uint32Array
  /** Findings that come out otherwise. */
  readonly changed: Uint32Array
  readonly findings: readonly FindingTally[]
  readonly jobs: NumberTally | undefined
  readonly exports: NumberTally | undefined
}

export function countOf({ counts }: SideTally, group: number, state: State): number {
  return counts[group * WIDTH + STATES.indexOf(state)] as number
}

export function sumOf({ sums, step }: SideTally, group: number): Exact {
  return sums === undefined ? ZERO : multiply(exact(sums.at(group)), step)
}

/** Undefined of a group of which no row says it. */
export function numberOf(tally: NumberTally | undefined, group: number): Exact | undefined {
  return tally === undefined || tally.known[group] === 0 ? undefined : exact(tally.sums.at(group), tally.scale)
}

/** `of` says of each row in which of `groups` it is. */
export function tallyRows({ release, draft, industry, gathered }: Compared, of: Int32Array, groups: number): Tally {
  const codes = { release: new Uint8Array(of.length), draft: new Uint8Array(of.length) }
  const others = new Uint16Array(of.length)
  const findings = pairsOf(release, draft).map(([was, is]): FindingTally => {
    const { source, type, name } = ((is ?? was) as FindingColumn).provision
    const about = { name, kind: source.kind, unit: type.kind === 'number' ? type.unit : '' }
    const before = tallySide(was, of, groups)
    // Most of what a draft leaves alone comes out as it did, to the last bit.
    if (was !== undefined && is !== undefined && isSame(was, is)) return { ...about, release: before, draft: before }
    noteChanges(was, is, codes, others)
    return { ...about, release: before, draft: tallySide(is, of, groups) }
  })
  const [cases, changed] = [new Uint32Array(groups), new Uint32Array(groups)]
  for (let row = 0; row < of.length; row += 1) {
    const group = of[row] as number
    cases[group] = (cases[group] as number) + 1
    changed[group] = (changed[group] as number) + (others[row] as number)
  }
  const year = release.engine.programme.stakes?.year
  const { facts } = gathered.columns
  const jobs = facts.get(year?.get('jobs') ?? '')
  return {
    groups,
    cases,
    changed,
    findings,
    jobs: jobs === undefined ? tallyNumbers(industry.jobs, 1, of, groups) : tallyColumn(jobs, of, groups),
    exports: tallyColumn(facts.get(year?.get('exports') ?? ''), of, groups),
  }
}

function isSame(one: FindingColumn, other: FindingColumn): boolean {
  const { round, show } = one.provision
  const isAlike = round?.step === other.provision.round?.step || sameStep(round?.step, other.provision.round?.step)
  return (
    isAlike &&
    show === undefined &&
    hasSameBytes(one.states, other.states) &&
    hasSameBytes(one.values, other.values) &&
    hasSameBytes(one.from, other.from)
  )
}

function sameStep(one: Exact | undefined, other: Exact | undefined): boolean {
  return one !== undefined && other !== undefined && compare(one, other) === 0
}

function hasSameBytes(one: FindingColumn['values'] | undefined, other: FindingColumn['values'] | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  const [mine, theirs] = [one, other].map((all) => Buffer.from(all.buffer, all.byteOffset, all.byteLength))
  return mine !== undefined && theirs !== undefined && mine.equals(theirs)
}

function tallySide(column: FindingColumn | undefined, of: Int32Array, groups: number): SideTally | undefined {
  if (column === undefined) return undefined
  const { values, states, reasons } = column
  const { source, round } = column.provision
  const counts = new Uint32Array(groups * WIDTH)
  if (source.kind === 'requirement') countTruths(states, values as Uint8Array, of, counts)
  else if (reasons.all.length > 0) countStates(states, of, counts)
  const sums =
    values instanceof Float64Array && round !== undefined ? sumAmounts(values, round.step, of, groups) : undefined
  return { counts, sums, step: round?.step ?? ONE }
}

function countTruths(states: Uint8Array, values: Uint8Array, of: Int32Array, counts: Uint32Array): void {
  for (let row = 0; row < of.length; row += 1) {
    const code = TRUTHS[2 * (states[row] as number) + (values[row] as number)] as number
    const at = (of[row] as number) * WIDTH + code
    counts[at] = (counts[at] as number) + 1
  }
}

function countStates(states: Uint8Array, of: Int32Array, counts: Uint32Array): void {
  for (let row = 0; row < of.length; row += 1) {
    const at = (of[row] as number) * WIDTH + (CODES[states[row] as number] as number)
    counts[at] = (counts[at] as number) + 1
  }
}

/** Keeps in `codes` the state of each row. The loops have no branches, which the rows of many firms would mispredict. */
function codeRows(column: FindingColumn | undefined, codes: Uint8Array): void {
  if (column === undefined) {
    codes.fill(NONE)
    return
  }
  const { values, states, provision } = column
  if (provision.source.kind === 'requirement') codeTruths(states, values as Uint8Array, codes)
  else if (provision.round !== undefined && values instanceof Float64Array) codeAmounts(states, values, codes)
  else codeStates(states, codes)
}

function codeTruths(states: Uint8Array, values: Uint8Array, codes: Uint8Array): void {
  for (let row = 0; row < codes.length; row += 1)
    codes[row] = TRUTHS[2 * (states[row] as number) + (values[row] as number)] as number
}

function codeStates(states: Uint8Array, codes: Uint8Array): void {
  for (let row = 0; row < codes.length; row += 1) codes[row] = CODES[states[row] as number] as number
}

/** An amount of nothing is none. */
function codeAmounts(states: Uint8Array, amounts: Float64Array, codes: Uint8Array): void {
  for (let row = 0; row < codes.length; row += 1) {
    const code = CODES[states[row] as number] as number
    const isNothing = Number(code === VALUE) & Number(amounts[row] === 0)
    codes[row] = code + (NONE - VALUE) * isNothing
  }
}

/** Amounts are nothing where there is none. */
function sumAmounts(amounts: Float64Array, step: Exact, of: Int32Array, groups: number): WholeSums {
  const perStep = Number(step.d) / Number(step.n)
  const sums = new Float64Array(groups)
  let all = 0
  for (let row = 0; row < of.length; row += 1) {
    const steps = Math.round((amounts[row] as number) * perStep)
    const group = of[row] as number
    sums[group] = (sums[group] as number) + steps
    all += Math.abs(steps)
  }
  // Every sum on the way was whole then.
  if (all <= Number.MAX_SAFE_INTEGER) return WholeSums.of(sums)
  const large = new WholeSums(groups)
  for (let row = 0; row < of.length; row += 1)
    large.add(of[row] as number, Math.round((amounts[row] as number) * perStep))
  return large
}

/** Another state, another amount, or another day from which a sanction has effect. Why something is not known is no other outcome. */
function noteChanges(
  was: FindingColumn | undefined,
  is: FindingColumn | undefined,
  codes: Both<Uint8Array>,
  others: Uint16Array,
): void {
  codeRows(was, codes.release)
  codeRows(is, codes.draft)
  const { release, draft } = codes
  for (let row = 0; row < others.length; row += 1)
    others[row] = (others[row] as number) + Number(release[row] !== draft[row])
  if (was === undefined || is === undefined || was.provision.source.kind === 'requirement') return
  noteDiffering(was, is, codes, others)
}

/** Of rows that have a value under both. A loop that reads arrays of several kinds takes several times as long: amounts have their own. */
function noteDiffering(was: FindingColumn, is: FindingColumn, codes: Both<Uint8Array>, others: Uint16Array): void {
  if (was.values instanceof Float64Array && is.values instanceof Float64Array) {
    noteAmounts(was.values, is.values, codes, others)
    return
  }
  const { release, draft } = codes
  const [one, other] = [was.values, is.values]
  const [from, until] = [was.from ?? new Int32Array(others.length), is.from ?? new Int32Array(others.length)]
  for (let row = 0; row < others.length; row += 1) {
    const areBoth = Number(release[row] === VALUE) & Number(draft[row] === VALUE)
    const differs = Number(one[row] !== other[row]) | Number(from[row] !== until[row])
    others[row] = (others[row] as number) + (areBoth & differs)
  }
}

function noteAmounts(was: Float64Array, is: Float64Array, codes: Both<Uint8Array>, others: Uint16Array): void {
  const { release, draft } = codes
  for (let row = 0; row < others.length; row += 1) {
    const areBoth = Number(release[row] === VALUE) & Number(draft[row] === VALUE)
    others[row] = (others[row] as number) + (areBoth & Number(was[row] !== is[row]))
  }
}

function tallyColumn(column: Column | undefined, of: Int32Array, groups: number): NumberTally | undefined {
  if (column === undefined) return undefined
  const { values, states, scale } = column
  if (states === undefined) return tallyNumbers(values, 10 ** scale, of, groups)
  const filed = Array.from(values, (value, row) => (states[row] === FILED ? value : undefined))
  return tallyNumbers(filed, 10 ** scale, of, groups)
}

function tallyNumbers(
  numbers: ArrayLike<number | undefined>,
  scale: number,
  of: Int32Array,
  groups: number,
): NumberTally {
  const [sums, known] = [new WholeSums(groups), new Uint32Array(groups)]
  for (let row = 0; row < of.length; row += 1) {
    const value = numbers[row]
    if (value === undefined) continue
    sums.add(of[row] as number, value)
    const group = of[row] as number
    known[group] = (known[group] as number) + 1
  }
  return { sums, known, scale }
}

/** The same of larger groups: `places` says in which of them each group is. */
export function rolledUp(tally: Tally, places: Int32Array, groups: number): Tally {
  const summed = (counts: Uint32Array, width = 1): Uint32Array => {
    const larger = new Uint32Array(groups * width)
    for (let group = 0; group < places.length; group += 1) {
      const place = (places[group] as number) * width
      for (let at = 0; at < width; at += 1)
        larger[place + at] = (larger[place + at] as number) + (counts[group * width + at] as number)
    }
    return larger
  }
  const numbers = (one: NumberTally | undefined): NumberTally | undefined =>
    one && { ...one, sums: one.sums.rolledUp(places, groups), known: summed(one.known) }
  const side = (one: SideTally | undefined): SideTally | undefined =>
    one && { ...one, counts: summed(one.counts, WIDTH), sums: one.sums?.rolledUp(places, groups) }
  return {
    groups,
    cases: summed(tally.cases),
    changed: summed(tally.changed),
    findings: tally.findings.map((one) => {
      const release = side(one.release)
      return { ...one, release, draft: one.draft === one.release ? release : side(one.draft) }
    }),
    jobs: numbers(tally.jobs),
    exports: numbers(tally.exports),
  }
}
