/** The questions that are put to followed routes: how far a figure moves, where one route overtakes another, and the gap between them. Pure. */
import { determine, findingOf } from '@maqami/engine/determine/determine.ts'
import { readFacts } from '@maqami/engine/determine/facts.ts'
import type { Day } from '@maqami/engine/value/date.ts'
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  isNegative,
  multiply,
  round,
  subtract,
} from '@maqami/engine/value/exact.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import { NoValue, type Outcome } from '@maqami/engine/value/outcome.ts'
import type { Finding } from '@maqami/engine/determine/determine.ts'
import type { Assumption, Law, Movable, Written } from './comparison.ts'
import { type FollowedRoute, followRoutes, type Routes } from './follow-route.ts'
import { withNamedCells } from './name-lines.ts'

/** Under which law, from which facts, as of which day. */
export interface Question {
  readonly law: Law
  readonly facts: Written
  readonly day: Day
}

/** By how much one finding of `route` is more than that of `than`. */
export interface Difference {
  readonly finding: string
  readonly route: string
  readonly than: string
}

/** Undefined where either is not determined. */
function differenceIn(routes: readonly FollowedRoute[], { finding, route, than }: Difference): Exact | undefined {
  const [one, other] = [route, than].map((name) =>
    numberOf(
      routes.find((followed) => followed.route === name),
      finding,
    ),
  )
  return one === undefined || other === undefined ? undefined : subtract(one, other)
}

function numberOf(followed: FollowedRoute | undefined, finding: string): Exact | undefined {
  const outcome: Outcome | undefined = followed && findingOf(followed.assessment, finding)?.outcome
  return typeof outcome === 'object' && !(outcome instanceof NoValue) ? outcome : undefined
}

function differenceAt(routes: Routes, question: Question, difference: Difference): Exact | undefined {
  const followed = followRoutes(routes, question.law, question.facts, question.day, [difference.route, difference.than])
  return followed.ok ? differenceIn(followed.routes, difference) : undefined
}

/** The question with another value of one fact, or of one cell: `products.share.charger`. */
export function moved(routes: Routes, question: Question, name: string, value: Exact): Question {
  const { vocabulary } = routes.engine.programme
  const [group = '', column = ''] = name.split('.')
  const type = (vocabulary.facts.get(name) ?? vocabulary.groups.get(group)?.columns.get(column))?.type
  const unit = type?.kind === 'number' ? type.unit : 'number'
  const read = withNamedCells(vocabulary, question.facts, { [name]: writeQuantity(value, unit) })
  return read.ok ? { ...question, facts: read.facts } : question
}

/** How far a difference moves while one assumption goes from its lowest to its highest value and all else stays. */
export interface Sway {
  readonly assumption: Assumption
  readonly at: { readonly low: Exact; readonly high: Exact }
  readonly difference: { readonly low: Exact | undefined; readonly high: Exact | undefined }
}

/** The assumption that moves it farthest comes first; one whose ends cannot be determined comes last. */
export function swaysOf(routes: Routes, question: Question, difference: Difference): readonly Sway[] {
  const sways = routes.comparison.assumptions.flatMap((assumption): readonly Sway[] => {
    const { name, range } = assumption
    if (range === undefined) return []
    const at = (value: Exact): Exact | undefined =>
      differenceAt(routes, moved(routes, question, name, value), difference)
    return [{ assumption, at: range, difference: { low: at(range.low), high: at(range.high) } }]
  })
  return sways.toSorted((a, b) => compare(widthOf(b), widthOf(a)))
}

function widthOf({ difference: { low, high } }: Sway): Exact {
  if (low === undefined || high === undefined) return exact(-1)
  const width = subtract(high, low)
  return isNegative(width) ? subtract(low, high) : width
}

/** A difference, and what it hangs on. */
export interface Moved {
  readonly difference: Difference
  readonly now: Exact | undefined
  readonly sways: readonly Sway[]
  readonly crossings: readonly { readonly movable: Movable; readonly crossings: readonly Crossing[] }[]
}

export function whatMoves(routes: Routes, question: Question, difference: Difference): Moved {
  const { entered, assumptions, break_even: breakEven } = routes.comparison
  return {
    difference,
    now: differenceAt(routes, question, difference),
    sways: swaysOf(routes, question, difference),
    crossings: [...entered, ...assumptions]
      .filter(({ name }) => breakEven.includes(name))
      .map((movable) => ({ movable, crossings: crossingsOf(routes, question, movable, difference) })),
  }
}

/** Two neighbouring steps of a fact between which the difference changes its sign, or becomes zero. */
export interface Crossing {
  readonly from: Exact
  readonly to: Exact
  /** On which side of the crossing the route is the cheaper, or has the lesser finding. */
  readonly less: 'before' | 'after'
}

/** So many places of the range are looked at; two crossings between neighbouring ones are not seen. */
const PLACES = 64

/** Where, as one fact moves through its range, one route overtakes the other. */
export function crossingsOf(
  routes: Routes,
  question: Question,
  movable: Movable,
  difference: Difference,
): readonly Crossing[] {
  const { name, range } = movable
  if (range === undefined) return []
  const steps = Number(round(divide(subtract(range.high, range.low), range.step), 'down', exact(1)).n)
  const valueAt = (step: number): Exact => add(range.low, multiply(exact(step), range.step))
  const signs = new Map<number, number | undefined>()
  const signAt = (step: number): number | undefined => {
    if (!signs.has(step)) {
      const found = differenceAt(routes, moved(routes, question, name, valueAt(step)), difference)
      signs.set(step, found && Math.sign(Number(found.n)))
    }
    return signs.get(step)
  }
  const places = [...new Set(Array.from({ length: PLACES + 1 }, (_, place) => Math.round((steps * place) / PLACES)))]
  return places.slice(1).flatMap((end, index): readonly Crossing[] => {
    let [low, high] = [places[index] ?? 0, end]
    const first = signAt(low)
    if (first === undefined || signAt(high) === undefined || first === signAt(high)) return []
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (signAt(middle) === first) low = middle
      else high = middle
    }
    return [{ from: valueAt(low), to: valueAt(high), less: first < 0 ? 'before' : 'after' }]
  })
}

/** The charges on finished set and kit at one value of the set. */
export interface GapAt {
  readonly value: string
  readonly finished: Finding | undefined
  readonly kit: Finding | undefined
  /** Of the programme's findings those that the two make possible. */
  readonly findings: readonly Finding[]
}

export function gapAt(routes: Routes, question: Question, value: string): GapAt {
  const { gap } = routes.comparison
  const facts = { ...question.facts, ...gap.assuming, cf_value: value }
  const sides = [gap.finished.route, gap.kit.route]
  const followed = followRoutes(routes, question.law, facts, question.day, sides)
  const rateOf = (route: string): Finding | undefined => {
    const found = followed.ok ? followed.routes.find((one) => one.route === route) : undefined
    return found && findingOf(found.assessment, gap.rate)
  }
  const [finished, kit] = [rateOf(gap.finished.route), rateOf(gap.kit.route)]
  const given = new Map<string, Outcome>()
  if (finished !== undefined) given.set(gap.finished.charges, finished.outcome)
  if (kit !== undefined) given.set(gap.kit.charges, kit.outcome)
  const read = readFacts(routes.engine.programme.vocabulary, {}, { whole: given, groups: new Map() })
  const findings = read.ok ? determine(routes.engine, read.facts, question.day).findings : []
  return { value, finished, kit, findings: findings.filter(({ outcome }) => !(outcome instanceof NoValue)) }
}
