/**
 * What would close the gap: the smallest sets of parts that, turned, meet a requirement that is not met. The verdict on every set is the
 * engine's own. Where the requirement rests on a sum over lines, what each part gains proves that no smaller set suffices; otherwise sets are
 * tried one by one, up to a bound that the answer names.
 */
import type { Engine } from '../determine/determine.ts'
import type { Facts, LineValues } from '../determine/facts.ts'
import { type Evaluate, newRun } from '../determine/run.ts'
import { outcomeOf } from '../explain/recorded.ts'
import type { Typed, TypedProvision } from '../expression/typed.ts'
import type { Day } from '../value/date.ts'
import { add, compare, type Exact, reduced, subtract, ZERO } from '../value/exact.ts'
import { isUnsettled, NoValue, type Outcome, type Unsettled } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import { type Adviser, type Part, partsIn, requirementOf, type Way } from './adviser.ts'
import { leastSets } from './least-sets.ts'
import { type Reading, structureOf } from './sum-structure.ts'

/** What the requirement compares, where it compares two numbers. */
export interface Sides {
  readonly reached: Exact
  readonly asked: Exact
}

export interface SetOffered {
  /** By their places among the parts. */
  readonly parts: readonly number[]
  readonly value: Exact
  /** What would then be reached. */
  readonly reached: Exact | undefined
}

export type Found =
  /** No smaller set suffices. `complete` where no other set of that size has less value. */
  | { readonly kind: 'sets'; readonly size: number; readonly sets: readonly SetOffered[]; readonly complete: boolean }
  /** Not even all parts together. */
  | { readonly kind: 'out_of_reach'; readonly reached: Exact | undefined }
  /** No set of up to so many parts suffices; larger ones were not tried. */
  | { readonly kind: 'not_found'; readonly up_to: number }

export interface WayAdvice {
  /** By their places in the adviser: ways that come to the same stand together. */
  readonly ways: readonly number[]
  readonly parts: readonly Part[]
  /** How much nearer each part alone brings what is reached to what is asked; undefined where that is no number. */
  readonly gains: readonly (Exact | undefined)[]
  readonly found: Found
}

export type Advice =
  | { readonly kind: 'met' }
  | { readonly kind: 'open'; readonly because: Unsettled }
  | {
      readonly kind: 'short'
      readonly sides: Sides | undefined
      /** Of both sides. */
      readonly type: Type | undefined
      readonly ways: readonly WayAdvice[]
    }

export interface Setting {
  readonly day: Day
  readonly periodEnd: Day
}

const MOST_SETS = 5
/** How many lines are computed in all when sets are tried one by one, and how many sets at most. */
const MOST_LINES_TRIED = 400_000
const MOST_TRIES = 2000

export function advise(engine: Engine, adviser: Adviser, facts: Facts, setting: Setting): Advice {
  const trial = openTrial(engine, adviser, facts, setting)
  const base = trial.verdict([])
  if (isUnsettled(base.outcome)) return { kind: 'open', because: base.outcome }
  if (base.outcome === true) return { kind: 'met' }
  const ways = adviser.ways.map((way, nth) => adviseWay(trial, way, nth, base.sides))
  return { kind: 'short', sides: base.sides, type: trial.comparison?.left.type, ways: joined(ways) }
}

type Comparison = Extract<Typed, { kind: 'comparison' }>

interface Verdict {
  readonly outcome: Outcome
  readonly sides: Sides | undefined
}

/** Lines of the group, as they are or turned in a way. */
interface Trial {
  readonly engine: Engine
  readonly adviser: Adviser
  readonly lines: LineValues
  readonly comparison: Comparison | undefined
  readonly isSum: boolean
  /** With these lines turned. */
  readonly verdict: (turned: readonly Turned[]) => Verdict
  /** As if there were no lines but these. */
  readonly alone: (part: Part, way: Way | undefined) => Verdict
}

interface Turned {
  readonly part: Part
  readonly way: Way
}

const NO_LINES: LineValues = { lines: [], keys: [] }

function openTrial(engine: Engine, adviser: Adviser, facts: Facts, { day, periodEnd }: Setting): Trial {
  const requirement = requirementOf(engine, adviser)
  if (requirement === undefined) throw new RangeError(`there is no requirement '${adviser.requirement}'`)
  const evaluate = engine.compiled.get(requirement.name) as Evaluate
  const comparison = comparisonOf(requirement)
  const known = facts.groups.get(adviser.group)
  const lines = known ?? NO_LINES
  const judge = (changed: LineValues | undefined): Verdict => {
    const groups = new Map(facts.groups).set(adviser.group, changed)
    const run = newRun(engine.programme.typed, { whole: facts.whole, groups }, day, { periodEnd })
    const outcome = evaluate(run, run.whole)
    const side = (node: Typed): Outcome | undefined => outcomeOf({ run }, node, run.whole)
    return { outcome, sides: comparison === undefined ? undefined : sidesOf(comparison, side) }
  }
  return {
    engine,
    adviser,
    lines,
    comparison,
    isSum: comparison !== undefined && isSum(requirement, comparison, adviser.group),
    verdict: (turned) => {
      if (turned.length === 0) return judge(known)
      const changed = [...lines.lines]
      for (const { part, way } of turned)
        for (const nth of part.lines) changed[nth] = turnedLine(changed[nth] ?? [], way)
      return judge({ ...lines, lines: changed })
    },
    alone: (part, way) => {
      const own = part.lines.map((nth) => lines.lines[nth] ?? [])
      return judge({
        lines: way === undefined ? own : own.map((line) => turnedLine(line, way)),
        keys: part.lines.map((nth) => lines.keys[nth] ?? ''),
      })
    },
  }
}

function turnedLine(line: readonly Outcome[], { to }: Way): readonly Outcome[] {
  const turned = [...line]
  for (const { index, value } of to) turned[index] = value
  return turned
}

function comparisonOf({ requires }: TypedProvision): Comparison | undefined {
  if (requires?.kind !== 'comparison' || requires.left.type.kind !== 'number') return undefined
  return requires.operator === '=' || requires.operator === '!=' ? undefined : requires
}

function sidesOf({ operator, left, right }: Comparison, side: (node: Typed) => Outcome | undefined): Sides | undefined {
  const [a, b] = [side(left), side(right)]
  if (typeof a !== 'object' || typeof b !== 'object' || a instanceof NoValue || b instanceof NoValue) return undefined
  return operator === '>=' || operator === '>' ? { reached: a, asked: b } : { reached: b, asked: a }
}

/** Whether the requirement is asked does not rest on the lines, and both sides of what it compares are sums over them. */
function isSum({ when, unless }: TypedProvision, { left, right }: Comparison, group: string): boolean {
  const reading: Reading = { group, known: new Map() }
  const isFree = (node: Typed | undefined): boolean => node === undefined || structureOf(reading, node) === 'free'
  const sides = [left, right].map((node) => structureOf(reading, node))
  return isFree(when) && isFree(unless) && sides.every((side) => side === 'free' || side === 'sum')
}

/** How far what is reached lies above what is asked. */
function margin(sides: Sides | undefined): Exact | undefined {
  return sides === undefined ? undefined : subtract(sides.reached, sides.asked)
}

function adviseWay(trial: Trial, way: Way, nth: number, base: Sides | undefined): WayAdvice {
  const parts = partsIn(trial.engine, trial.adviser, way, trial.lines)
  const gains = trial.isSum ? gainsAlone(trial, way, parts) : undefined
  const known = gains?.every((gain) => gain !== undefined) === true ? gains : undefined
  const short = margin(base)
  if (known !== undefined && short !== undefined)
    return { ways: [nth], parts, gains: known, found: bySums(trial, way, parts, known, short) }
  return { ways: [nth], parts, ...byTrying(trial, way, parts, short) }
}

/** A sum over lines changes by what its own lines change, so that the others need not be computed. */
function gainsAlone(trial: Trial, way: Way, parts: readonly Part[]): readonly (Exact | undefined)[] {
  return parts.map((part) => {
    const [before, after] = [trial.alone(part, undefined), trial.alone(part, way)].map(({ sides }) => margin(sides))
    return before === undefined || after === undefined ? undefined : subtract(after, before)
  })
}

function bySums(trial: Trial, way: Way, parts: readonly Part[], gains: readonly Exact[], short: Exact): Found {
  const candidates = parts.map(({ value }, place) => ({ gain: gains[place] ?? ZERO, cost: value }))
  const strictly = trial.comparison?.operator === '>' || trial.comparison?.operator === '<'
  const least = leastSets(candidates, { gain: subtract(ZERO, short), strictly }, MOST_SETS)
  if (least.size === undefined) {
    const helpful = parts.filter((_, place) => compare(gains[place] ?? ZERO, ZERO) > 0)
    const all = trial.verdict(turn(helpful, way))
    agree(all.outcome !== true, trial)
    return { kind: 'out_of_reach', reached: all.sides?.reached }
  }
  const order = parts.map((_, place) => place).toSorted((a, b) => compare(gains[b] ?? ZERO, gains[a] ?? ZERO))
  const best = order.slice(0, least.size - 1).flatMap((place) => parts[place] ?? [])
  agree(trial.verdict(turn(best, way)).outcome !== true, trial)
  const sets = least.sets.map((places): SetOffered => {
    const chosen = chosenOf(parts, places)
    const { outcome, sides } = trial.verdict(turn(chosen, way))
    agree(outcome === true, trial)
    return { parts: places, value: valueOf(chosen), reached: sides?.reached }
  })
  return { kind: 'sets', size: least.size, sets, complete: least.complete }
}

/** The sums only say where to look; if the engine said otherwise, the proof would be wrong. */
function agree(holds: boolean, { adviser }: Trial): void {
  if (!holds) throw new Error(`the sums of ${adviser.requirement} and the engine disagree`)
}

function turn(parts: readonly Part[], way: Way): readonly Turned[] {
  return parts.map((part) => ({ part, way }))
}

function chosenOf(parts: readonly Part[], places: readonly number[]): readonly Part[] {
  return places.flatMap((place) => parts[place] ?? [])
}

function valueOf(parts: readonly Part[]): Exact {
  return parts.reduce((sum, { value }) => add(sum, value), ZERO)
}

function byTrying(
  trial: Trial,
  way: Way,
  parts: readonly Part[],
  short: Exact | undefined,
): Pick<WayAdvice, 'gains' | 'found'> {
  const gains: (Exact | undefined)[] = parts.map(() => undefined)
  let tries = Math.min(MOST_TRIES, Math.floor(MOST_LINES_TRIED / Math.max(1, trial.lines.lines.length)))
  for (let size = 1; size <= parts.length; size += 1) {
    const sets: SetOffered[] = []
    let complete = true
    for (const places of choices(parts.length, size)) {
      if (tries === 0) {
        complete = false
        break
      }
      tries -= 1
      const chosen = chosenOf(parts, places)
      const { outcome, sides } = trial.verdict(turn(chosen, way))
      const after = margin(sides)
      if (size === 1 && after !== undefined && short !== undefined) gains[places[0] ?? 0] = subtract(after, short)
      if (outcome === true) sets.push({ parts: places, value: valueOf(chosen), reached: sides?.reached })
    }
    if (sets.length > 0) {
      const cheapest = sets.toSorted((a, b) => compare(a.value, b.value)).slice(0, MOST_SETS)
      return { gains, found: { kind: 'sets', size, sets: cheapest, complete } }
    }
    if (!complete) return { gains, found: { kind: 'not_found', up_to: size - 1 } }
  }
  return { gains, found: { kind: 'out_of_reach', reached: trial.verdict(turn(parts, way)).sides?.reached } }
}

/** Every choice of so many out of the first `count` whole numbers. */
function* choices(count: number, size: number): Generator<readonly number[]> {
  const places = Array.from({ length: size }, (_, nth) => nth)
  for (;;) {
    yield [...places]
    let at = size - 1
    while (at >= 0 && places[at] === count - size + at) at -= 1
    if (at < 0) return
    places[at] = (places[at] as number) + 1
    for (let next = at + 1; next < size; next += 1) places[next] = (places[next - 1] as number) + 1
  }
}

/** Whether something is made in house or bought with a full certificate is the same to most requirements. */
function joined(ways: readonly WayAdvice[]): readonly WayAdvice[] {
  const groups = Map.groupBy(ways, ({ parts, gains, found }) => JSON.stringify([parts, gains, found], inLowestTerms))
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike
    return first === undefined ? [] : [{ ...first, ways: alike.flatMap((one) => one.ways) }]
  })
}

function inLowestTerms(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('n' in value)) return value
  const { n, d } = reduced(value as Exact)
  return `${n}/${d}`
}
