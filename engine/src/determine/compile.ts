/** Turns typed formulas into functions. Each leaves its outcome in the frame, where the explanation finds it. */
import type { Arithmetic } from '../expression/tree.ts'
import type { Typed, TypedProvision } from '../expression/typed.ts'
import type { TypedProgramme } from '../expression/type-programme.ts'
import { add, type Exact, multiply, negate, round, subtract, TooLong, ZERO } from '../value/exact.ts'
import {
  isUnsettled,
  joinUnsettled,
  NoValue,
  NOT_HAPPENED,
  NOT_IMPOSED,
  type Outcome,
  refused,
  undetermined,
  type Unsettled,
} from '../value/outcome.ts'
import { aggregating } from './compile-aggregate.ts'
import { cellOf, cellOutcome, rowOn } from './look-up.ts'
import { both, calculate, compareOutcomes, either, extremeOf, opposite } from './operate.ts'
import { type Evaluate, type Hand, memberHand, type Run } from './run.ts'

/** The functions of a programme's provisions, by name. */
export type Compiled = ReadonlyMap<string, Evaluate>

export function compileProgramme(typed: TypedProgramme): Compiled {
  const compiled = new Map<string, Evaluate>()
  for (const provision of typed.provisions.values()) compiled.set(provision.name, compileProvision(provision, compiled))
  return compiled
}

function compileProvision(provision: TypedProvision, compiled: Compiled): Evaluate {
  const compute = computeProvision(provision, compiled)
  const { slot } = provision
  return (run, hand) => {
    const known = hand.frame[slot] as Outcome | undefined
    if (known !== undefined) return known
    const own = run.watch === undefined ? compute : run.watch.provision(provision, compute)
    const outcome = bounded(provision.name, own, run, hand)
    hand.frame[slot] = outcome
    return outcome
  }
}

/** A provision as it would be computed in the place of one of the programme's, whose frames it shares. */
export function compileMutant(provision: TypedProvision, compiled: Compiled): Evaluate {
  const compute = computeProvision(provision, compiled)
  return (run, hand) => bounded(provision.name, compute, run, hand)
}

function bounded(name: string, compute: Evaluate, run: Run, hand: Hand): Outcome {
  try {
    return compute(run, hand)
  } catch (error) {
    if (error instanceof TooLong) return refused({ reason: 'too_long', name })
    throw error
  }
}

function computeProvision(provision: TypedProvision, compiled: Compiled): Evaluate {
  const kind = provision.source.kind
  if (kind === 'measure') return compileCases(provision, compiled)
  const applies = compileApplies(provision, compiled)
  if (kind === 'requirement') {
    const requires = compileCondition(provision.requires as Typed, compiled)
    return (run, hand) => {
      const asked = applies(run, hand)
      if (asked === false) return true
      // Where nothing is asked it is met: not asked, or satisfied.
      return either(opposite(asked), requires(run, hand))
    }
  }
  const amount = provision.cases.length === 0 ? undefined : compileCases(provision, compiled)
  if (kind === 'sanction')
    return computeSanction(provision, applies, amount, compileFormula(provision.from as Typed, compiled))
  return (run, hand) => due(applies(run, hand), run, hand, amount as Evaluate)
}

/** An amount where its condition holds, none where it does not; what either lacks when that is not known. */
function due(applies: Outcome, run: Run, hand: Hand, amount: Evaluate): Outcome {
  if (applies === false) return NOT_IMPOSED
  const value = amount(run, hand)
  return isUnsettled(applies) ? joinUnsettled(applies, value) : value
}

function computeSanction(
  provision: TypedProvision,
  applies: Evaluate,
  amount: Evaluate | undefined,
  from: Evaluate,
): Evaluate {
  return (run, hand) => {
    const asked = applies(run, hand)
    if (asked === false) return NOT_IMPOSED
    const day = from(run, hand)
    // No notice, no date, no effect.
    if (day === NOT_HAPPENED || day === NOT_IMPOSED) return NOT_IMPOSED
    hand.frame[provision.fromSlot] = day
    if (isUnsettled(asked) || isUnsettled(day))
      return joinUnsettled(joinUnsettled(asked, day), amount?.(run, hand) ?? day)
    return amount === undefined ? day : amount(run, hand)
  }
}

function compileApplies(provision: TypedProvision, compiled: Compiled): Evaluate {
  const when = provision.when === undefined ? undefined : compileCondition(provision.when, compiled)
  const unless = provision.unless === undefined ? undefined : compileCondition(provision.unless, compiled)
  if (when === undefined && unless === undefined) return () => true
  return (run, hand) => {
    const asked = when === undefined ? true : when(run, hand)
    return asked === false || unless === undefined ? asked : both(asked, opposite(unless(run, hand)))
  }
}

function compileCases(provision: TypedProvision, compiled: Compiled): Evaluate {
  const { round: rounding, caseSlot, name } = provision
  const cases = provision.cases.map((one) => ({
    source: one,
    when: one.when === undefined ? undefined : compileCondition(one.when, compiled),
    amount: compileFormula(one.amount, compiled),
  }))
  const take: Evaluate = (run, hand) => {
    for (let index = 0; index < cases.length; index += 1) {
      const one = cases[index] as (typeof cases)[number]
      let holds: Outcome = one.when === undefined ? true : one.when(run, hand)
      if (run.watch !== undefined) holds = run.watch.guard(one.source, holds)
      if (holds === false) continue
      hand.frame[caseSlot] = index
      if (holds === true) return one.amount(run, hand)
      // A refusal names everything that stands in the way, the guarded amount's own reasons too.
      return isUnsettled(holds) && holds.kind === 'refused' ? joinUnsettled(holds, one.amount(run, hand)) : holds
    }
    return refused({ reason: 'no_case', name })
  }
  if (rounding === undefined) return take
  return (run, hand) => {
    const outcome = take(run, hand)
    return outcome instanceof NoValue ? outcome : round(outcome as Exact, rounding.mode, rounding.step)
  }
}

/** A formula that decides. A condition that is none does not hold: what has not happened, or is not laid down, is not so. */
function compileCondition(node: Typed, compiled: Compiled): Evaluate {
  const evaluate = compileFormula(node, compiled)
  if (node.kind === 'comparison' || node.kind === 'logic' || node.kind === 'not') return evaluate
  return (run, hand) => {
    const outcome = evaluate(run, hand)
    return outcome === NOT_HAPPENED || outcome === NOT_IMPOSED ? false : outcome
  }
}

function compileFormula(node: Typed, compiled: Compiled): Evaluate {
  switch (node.kind) {
    case 'literal':
      return () => node.value
    case 'assessment_date':
      return (run) => run.day
    case 'period_end':
      return (run) => run.periodEnd
    case 'fact':
      return (run) => run.facts.whole[node.index] as Outcome
    case 'column':
      return (_run, hand) => hand.line[node.index] as Outcome
    case 'member':
      return () => node.member
    case 'in_hand':
      return (_run, hand) => hand.members[node.category] as string
    case 'parameter':
      return kept(node, compileLookUp(node, compiled))
    case 'provision':
      return compileReference(node.provision, node.via, compiled)
    case 'negative':
      return compileNegative(node, compiled)
    case 'arithmetic':
      return compileArithmetic(node, compiled)
    case 'comparison':
      return compileComparison(node, compiled)
    case 'logic':
      return compileLogic(node, compiled)
    case 'not': {
      const of = compileCondition(node.of, compiled)
      return kept(node, (run, hand) => opposite(of(run, hand)))
    }
    case 'is_met': {
      const of = compileReference(node.provision, node.via, compiled)
      return watched(node, (run, hand) => (node.negated ? opposite(of(run, hand)) : of(run, hand)))
    }
    case 'every_met':
      return watched(node, compileEvery(node, compiled))
    case 'is_known': {
      const of = compileFormula(node.of, compiled)
      return watched(node, (run, hand) => {
        const outcome = of(run, hand)
        return isUnsettled(outcome) ? outcome : outcome instanceof NoValue === node.negated
      })
    }
    case 'extreme': {
      const of = node.of.map((item) => compileFormula(item, compiled))
      return kept(node, (run, hand) =>
        extremeOf(
          node.operator,
          of.map((item) => item(run, hand)),
          node.type,
        ),
      )
    }
    case 'aggregate':
      return compileAggregate(node, compiled)
  }
}

/** Leaves the outcome in the node's slot. */
function kept(node: Typed, evaluate: Evaluate): Evaluate {
  const { slot } = node
  return (run, hand) => {
    const outcome = evaluate(run, hand)
    hand.frame[slot] = outcome
    return outcome
  }
}

/** As `kept`, and lets a watch answer otherwise. */
function watched(node: Typed, evaluate: Evaluate): Evaluate {
  const { slot } = node
  return (run, hand) => {
    const own = evaluate(run, hand)
    const outcome = run.watch === undefined ? own : run.watch.state(node, own)
    hand.frame[slot] = outcome
    return outcome
  }
}

type Node<K extends Typed['kind']> = Extract<Typed, { kind: K }>

/** Provisions may come later in the law than their use: the function is fetched when it is first needed. */
function compileReference(provision: TypedProvision, via: Typed | undefined, compiled: Compiled): Evaluate {
  let evaluate: Evaluate | undefined
  const resolve = (): Evaluate => {
    evaluate ??= compiled.get(provision.name) as Evaluate
    return evaluate
  }
  const { scope } = provision
  if (scope.kind === 'whole') return (run) => (evaluate ?? resolve())(run, run.whole)
  if (scope.kind === 'lines') {
    return (run, hand) =>
      (evaluate ?? resolve())(run, (run.groups.get(scope.group) as readonly Hand[])[hand.lineIndex] as Hand)
  }
  const member = compileFormula(via as Typed, compiled)
  return (run, hand) => {
    const outcome = member(run, hand)
    return typeof outcome === 'string'
      ? (evaluate ?? resolve())(run, memberHand(run, scope.category, outcome))
      : outcome
  }
}

const NO_KEYS: Outcome[] = []

function compileLookUp(node: Node<'parameter'>, compiled: Compiled): Evaluate {
  const keys = node.keys.map((key) => compileFormula(key, compiled))
  const on = node.on === undefined ? undefined : compileFormula(node.on, compiled)
  const isByPeriod = node.on?.kind === 'period_end'
  return (run, hand) => {
    const own = on === undefined ? run.day : on(run, hand)
    const day = isByPeriod && run.watch !== undefined ? run.watch.period(node.parameter, run) : own
    let lacking: Unsettled | undefined
    const outcomes: Outcome[] = keys.length === 0 ? NO_KEYS : []
    for (const key of keys) {
      const outcome = key(run, hand)
      if (isUnsettled(outcome)) lacking = lacking === undefined ? outcome : joinUnsettled(lacking, outcome)
      else if (outcome === NOT_HAPPENED) return NOT_HAPPENED
      outcomes.push(outcome === NOT_IMPOSED ? ZERO : outcome)
    }
    if (isUnsettled(day)) return lacking === undefined ? day : joinUnsettled(day, lacking)
    if (day instanceof NoValue) return NOT_HAPPENED
    const parameter =
      run.watch === undefined
        ? node.parameter
        : run.watch.parameter(node.parameter, day as number, lacking === undefined ? outcomes : [])
    const row = rowOn(parameter, day as number)
    if (row instanceof NoValue) return lacking === undefined ? row : joinUnsettled(row, lacking)
    if (lacking !== undefined) return lacking
    const cell = cellOf(parameter, row, outcomes)
    return cell instanceof NoValue ? cell : cellOutcome(parameter, cell)
  }
}

function compileNegative(node: Node<'negative'>, compiled: Compiled): Evaluate {
  const of = compileFormula(node.of, compiled)
  return kept(node, (run, hand) => {
    const outcome = of(run, hand)
    return outcome instanceof NoValue ? outcome : negate(outcome as Exact)
  })
}

function compileArithmetic(node: Node<'arithmetic'>, compiled: Compiled): Evaluate {
  const left = compileFormula(node.left, compiled)
  const right = compileFormula(node.right, compiled)
  const { slot, operator, ambiguousDates, divisor } = node
  const types = { left: node.left.type, right: node.right.type }
  const plain = node.type.kind === 'number' && types.left.kind === 'number' ? PLAIN[operator] : undefined
  return (run, hand) => {
    const a = left(run, hand)
    const b = right(run, hand)
    const outcome =
      plain === undefined || a instanceof NoValue || b instanceof NoValue
        ? calculate(operator, a, b, types, ambiguousDates, divisor)
        : plain(a as Exact, b as Exact)
    hand.frame[slot] = outcome
    return outcome
  }
}

/** Two numbers need none of the rules about dates and none; a divisor may be zero. */
const PLAIN: Readonly<Record<Arithmetic, ((a: Exact, b: Exact) => Exact) | undefined>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': undefined,
}

function compileLogic(node: Node<'logic'>, compiled: Compiled): Evaluate {
  const left = compileCondition(node.left, compiled)
  const right = compileCondition(node.right, compiled)
  const { slot } = node
  const decisive = node.operator === 'or'
  const join = decisive ? either : both
  return (run, hand) => {
    const first = left(run, hand)
    // What the first side decides, the second need not be known for.
    const outcome = first === decisive ? decisive : join(first, right(run, hand))
    hand.frame[slot] = outcome
    return outcome
  }
}

function compileComparison(node: Node<'comparison'>, compiled: Compiled): Evaluate {
  const left = compileFormula(node.left, compiled)
  const right = compileFormula(node.right, compiled)
  const { operator, slot } = node
  const type = node.left.type
  const holdsWhenEqual = operator === '='
  const isEquality = (operator === '=' || operator === '!=') && type.kind === 'category'
  return (run, hand) => {
    const a = left(run, hand)
    const b = right(run, hand)
    const own =
      isEquality && typeof a === 'string' && typeof b === 'string'
        ? (a === b) === holdsWhenEqual
        : compareOutcomes(operator, a, b, type)
    const outcome = run.watch === undefined ? own : run.watch.comparison(node, a, b, own)
    hand.frame[slot] = outcome
    return outcome
  }
}

function compileEvery(node: Node<'every_met'>, compiled: Compiled): Evaluate {
  const { scope, name } = node.provision
  let evaluate: Evaluate | undefined
  return (run) => {
    evaluate ??= compiled.get(name) as Evaluate
    let all: Outcome = true
    if (scope.kind === 'lines') {
      if (run.facts.groups.get(scope.group) === undefined) return undetermined(scope.group)
      for (const hand of run.groups.get(scope.group) ?? []) all = both(all, evaluate(run, hand))
    } else if (scope.kind === 'members') {
      for (const member of scope.members) all = both(all, evaluate(run, memberHand(run, scope.category, member)))
    }
    return node.negated ? opposite(all) : all
  }
}

function compileAggregate(node: Node<'aggregate'>, compiled: Compiled): Evaluate {
  const where = node.where === undefined ? undefined : compileCondition(node.where, compiled)
  const of = node.of === undefined ? undefined : compileFormula(node.of, compiled)
  return aggregating(node, where, of)
}
