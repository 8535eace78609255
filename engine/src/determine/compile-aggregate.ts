/** Aggregates as functions: a sum, a least, a greatest or a count over lines or members. */
import type { Typed } from '../expression/typed.ts'
import { add, type Exact, exact, ZERO } from '../value/exact.ts'
import {
  isUnsettled,
  NoValue,
  NOT_HAPPENED,
  type Outcome,
  refused,
  undetermined,
  type Unsettled,
} from '../value/outcome.ts'
import type { Evaluate } from './run.ts'
import { extremeOf } from './operate.ts'
import { type Hand, lineHands, type Run } from './run.ts'

type Aggregate = Extract<Typed, { kind: 'aggregate' }>

/** `where` says which lines count, `of` what each counts for; a count has none. */
export function aggregating(node: Aggregate, where: Evaluate | undefined, of: Evaluate | undefined): Evaluate {
  const { over, slot, operator, type } = node
  const { innerFrame } = node
  const handsOf = (run: Run, hand: Hand): readonly Hand[] => {
    if (over.kind === 'lines')
      return innerFrame === undefined
        ? (run.groups.get(over.group) ?? [])
        : lineHands(run.facts, over.group, innerFrame, hand.members)
    return over.members.map((member) => ({
      frame: (innerFrame ?? []).slice(),
      line: hand.line,
      lineIndex: hand.lineIndex,
      members: { ...hand.members, [over.category]: member },
    }))
  }
  return (run, hand) => {
    if (over.kind === 'lines' && run.facts.groups.get(over.group) === undefined) {
      const outcome = undetermined(over.group)
      hand.frame[slot] = outcome
      return outcome
    }
    const hands = handsOf(run, hand)
    const outcome = gather(operator, type, hands, run, where, of)
    hand.frame[slot] = outcome
    hand.frame[slot + 1] = hands
    return outcome
  }
}

function gather(
  operator: Aggregate['operator'],
  type: Typed['type'],
  hands: readonly Hand[],
  run: Run,
  where: Evaluate | undefined,
  of: Evaluate | undefined,
): Outcome {
  if (operator === 'sum') {
    const sum = sumOf(hands, run, where, of as Evaluate)
    if (sum !== undefined) return sum
  }
  const lacking: Unsettled[] = []
  const counted: Outcome[] = []
  for (const hand of hands) {
    const holds = where === undefined ? true : where(run, hand)
    if (holds === false) continue
    const outcome = of === undefined ? true : of(run, hand)
    if (isUnsettled(holds)) lacking.push(holds)
    if (isUnsettled(outcome)) lacking.push(outcome)
    else if (!isUnsettled(holds)) counted.push(outcome)
  }
  if (counted.includes(NOT_HAPPENED)) return NOT_HAPPENED
  if (lacking.length > 0) return allLacking(lacking)
  if (operator === 'count') return exact(counted.length)
  if (operator === 'sum')
    return counted.reduce<Exact>(
      (sum, outcome) => (outcome instanceof NoValue ? sum : add(sum, outcome as Exact)),
      ZERO,
    )
  if (counted.length === 0) return refused({ reason: 'empty_extreme', name: `${operator} of` })
  return extremeOf(operator, counted, type)
}

/** The sum where every line has a value, which is nearly always; undefined where some line needs a second look. */
function sumOf(hands: readonly Hand[], run: Run, where: Evaluate | undefined, of: Evaluate): Exact | undefined {
  let sum = ZERO
  for (const hand of hands) {
    const holds = where === undefined ? true : where(run, hand)
    if (holds === false) continue
    const outcome = of(run, hand)
    if (holds !== true || outcome instanceof NoValue) return undefined
    sum = add(sum, outcome as Exact)
  }
  return sum
}

function allLacking(lacking: readonly Unsettled[]): Unsettled {
  const missing = [...new Set(lacking.flatMap((one) => one.missing))]
  const refusals = [
    ...new Map(lacking.flatMap((one) => one.refusals).map((one) => [`${one.reason} ${one.name}`, one])).values(),
  ]
  return new NoValue(refusals.length > 0 ? 'refused' : 'undetermined', missing, refusals) as Unsettled
}
