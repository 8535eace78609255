/** Whether any example notices that one provision is computed otherwise. */
import { compileMutant } from '../determine/compile.ts'
import type { Engine } from '../determine/determine.ts'
import type { Evaluate, Hand, Run, Watch } from '../determine/run.ts'
import type { Scope, TypedProvision } from '../expression/typed.ts'
import { compare } from '../value/exact.ts'
import { NoValue, type Outcome } from '../value/outcome.ts'
import type { Change } from './mutant.ts'
import { failuresOf, type Prepared } from './run-examples.ts'

export const UNCHANGED: Watch = {
  provision: (_provision, own) => own,
  comparison: (_node, _left, _right, outcome) => outcome,
  parameter: (parameter) => parameter,
  period: (_parameter, run) => run.periodEnd,
  guard: (_taken, outcome) => outcome,
  state: (_node, outcome) => outcome,
}

/** Where a provision comes out no other than it did, the example need not be run again. */
export function isUnnoticed(
  engine: Engine,
  runs: ReadonlyMap<Prepared, Run>,
  change: Extract<Change, { kind: 'provision' }>,
): boolean {
  const { provision } = change
  const mutated = compileMutant(change.replacement, engine.compiled)
  const watch: Watch = { ...UNCHANGED, provision: (one, own) => (one === provision ? mutated : own) }
  for (const [one, run] of runs) {
    if (comesOutOtherwise(provision, mutated, run) && failuresOf(engine, one, watch).length > 0) return false
  }
  return true
}

function comesOutOtherwise({ scope, slot, fromSlot }: TypedProvision, mutated: Evaluate, run: Run): boolean {
  return handsOf(run, scope).some((hand) => {
    const own = hand.frame[slot] as Outcome | undefined
    if (own === undefined) return false
    const from = hand.frame[fromSlot]
    hand.frame[fromSlot] = undefined
    const outcome = mutated(run, hand)
    const differs = hand.frame[fromSlot] !== from || !sameReasons(own, outcome)
    hand.frame[fromSlot] = from
    return differs
  })
}

function handsOf(run: Run, scope: Scope): readonly Hand[] {
  switch (scope.kind) {
    case 'whole':
      return [run.whole]
    case 'lines':
      return run.groups.get(scope.group) ?? []
    case 'members':
      return [...(run.categories.get(scope.category)?.values() ?? [])]
  }
}

function sameReasons(a: Outcome, b: Outcome): boolean {
  if (!sameOutcome(a, b)) return false
  return (
    !(a instanceof NoValue && b instanceof NoValue) ||
    (a.missing.join() === b.missing.join() && a.refusals.length === b.refusals.length)
  )
}

export function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a instanceof NoValue && b instanceof NoValue)
    return a.kind === b.kind && a.refusals[0]?.reason === b.refusals[0]?.reason
  if (typeof a === 'object' && typeof b === 'object' && !(a instanceof NoValue) && !(b instanceof NoValue))
    return compare(a, b) === 0
  return a === b
}
