/** Small wrongs, one at a time, that the examples of a programme must notice (docs/language.md, section 6). */
import { compareOutcomes } from '../determine/operate.ts'
import type { Comparator } from '../expression/tree.ts'
import type { TypedProvision } from '../expression/typed.ts'
import type { SourcePlace } from '../load/fields.ts'
import type { Programme } from '../load/programme.ts'
import { placeInFormula } from '../load/provisions.ts'
import { add, type Exact, exact, negate } from '../value/exact.ts'
import { parseQuantity, writeQuantity } from '../value/notation.ts'
import { NoValue, type Outcome } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import { type Comparison, type Mutant, stepOf } from './mutant.ts'
import { tableMutants } from './table-mutants.ts'
import { formulasOf, nodesOf } from './walk.ts'

export function mutantsOf(programme: Programme): readonly Mutant[] {
  const conditions = [...programme.typed.provisions.values()].flatMap((provision) => [
    ...conditionMutants(provision),
    ...guardMutants(provision),
  ])
  return [...conditions, ...tableMutants(programme)]
}

function conditionMutants(provision: TypedProvision): readonly Mutant[] {
  return formulasOf(provision).flatMap(({ formula, root }) =>
    [...nodesOf(root)].flatMap((node) => {
      const at = placeInFormula(formula, node.at.start)
      const written = formula.text.slice(node.at.start, node.at.end)
      if (node.kind === 'comparison') return comparisonMutants(provision, node, written, at)
      if (node.kind !== 'is_met' && node.kind !== 'is_known' && node.kind !== 'every_met') return []
      const sentence = `'${written}' in '${provision.name}' decides nothing in any example. Add one in which it alone makes the difference.`
      return [{ at, sentence, change: { kind: 'state', node } as const }]
    }),
  )
}

const STRICT: Readonly<Record<Comparator, Comparator>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '!=',
  '!=': '=',
}

function comparisonMutants(
  provision: TypedProvision,
  node: Comparison,
  written: string,
  at: SourcePlace,
): readonly Mutant[] {
  const what = `The boundary '${written}' in '${provision.name}' is not tried`
  const { operator } = node
  const flipped = STRICT[operator]
  const type = node.left.type
  const equal = operator === '=' || operator === '!='
  const flip: Mutant = {
    at,
    sentence: equal
      ? `${what}: no example changes when '${operator}' becomes '${flipped}'.`
      : `${what} at its bound: no example changes when '${operator}' becomes '${flipped}'. Add one in which both sides are equal.`,
    change: { kind: 'comparison', node, decide: (left, right) => compareOutcomes(flipped, left, right, type) },
  }
  if (type.kind !== 'number' && type.kind !== 'date') return [flip]
  const step = comparisonStep(provision, node)
  const shifted = (by: Exact, side: string): Mutant => ({
    at,
    sentence: `${what} just ${side} its bound: no example changes when its right side is ${step.text} ${side === 'above' ? 'more' : 'less'}. Add one in which the sides differ by ${step.text}.`,
    change: {
      kind: 'comparison',
      node,
      decide: (left, right) => compareOutcomes(operator, left, shift(right, by, type), type),
    },
  })
  return [flip, shifted(step.by, 'above'), shifted(negate(step.by), 'below')]
}

function comparisonStep(provision: TypedProvision, node: Comparison): { readonly by: Exact; readonly text: string } {
  const { left, right } = node
  if (left.type.kind !== 'number' || right.type.kind !== 'number') return { by: exact(1), text: '1 day' }
  const unit = left.type.unit === 'zero' || left.type.unit === 'one' ? right.type.unit : left.type.unit
  const declared = provision.source.step === undefined ? undefined : parseQuantity(provision.source.step.text, unit)
  const by = declared ?? stepOf(unit)
  return { by, text: writeQuantity(by, unit) }
}

function shift(outcome: Outcome, by: Exact, type: Type): Outcome {
  if (outcome instanceof NoValue) return outcome
  if (type.kind === 'date') return (outcome as number) + Number(by.n)
  return add(outcome as Exact, by)
}

function guardMutants(provision: TypedProvision): readonly Mutant[] {
  if (provision.cases.length < 2) return []
  return provision.cases.map((taken, index) => ({
    at: provision.source.cases[index]?.at ?? provision.source.at,
    sentence: `No example depends on this case of '${provision.name}'. Add one in which it is the one taken.`,
    change: { kind: 'guard', taken },
  }))
}
