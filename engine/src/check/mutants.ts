/** Small wrongs, one at a time, that the examples of a programme must notice (docs/language.md, section 6). */
import { compareOutcomes } from '../determine/operate.ts'
import type { Comparator } from '../expression/tree.ts'
import type { TypedProvision } from '../expression/typed.ts'
import type { SourcePlace } from '../load/fields.ts'
import type { Problem } from '../load/problem.ts'
import type { Programme } from '../load/programme.ts'
import { placeInFormula } from '../load/provisions.ts'
import { add, type Exact, exact, negate } from '../value/exact.ts'
import { parseQuantity, writeQuantity } from '../value/notation.ts'
import { NoValue, type Outcome } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import type { Unit } from '../value/unit.ts'
import { type Comparison, type Mutant, stepOf } from './mutant.ts'
import { provisionMutants } from './provision-mutants.ts'
import { tableMutants } from './table-mutants.ts'
import { formulasOf, nodesOf } from '../expression/walk-typed.ts'

export function mutantsOf(programme: Programme): readonly Mutant[] {
  const conditions = [...programme.typed.provisions.values()].flatMap((provision) => [
    ...conditionMutants(provision),
    ...guardMutants(provision),
  ])
  return [...conditions, ...tableMutants(programme), ...periodMutants(programme), ...provisionMutants(programme)]
}

/** One for each table, at its first use: its other uses must be read on the same day. */
function periodMutants(programme: Programme): readonly Mutant[] {
  const found = new Map<string, Mutant>()
  for (const provision of programme.typed.provisions.values()) {
    for (const { formula, root } of formulasOf(provision)) {
      for (const node of nodesOf(root)) {
        if (node.kind !== 'parameter' || node.on?.kind !== 'period_end' || found.has(node.parameter.name)) continue
        const { parameter } = node
        found.set(parameter.name, {
          at: placeInFormula(formula, node.at.start),
          sentence: `'${parameter.name}' is read on period_end, and no example changes when it is read on the day of the assessment. Add one with a 'period_end:' on which it is another.`,
          change: { kind: 'period', parameter },
        })
      }
    }
  }
  return [...found.values()]
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
  const unit = comparedUnit(node)
  if (unit === undefined) return { by: exact(1), text: '1 day' }
  const by = declaredStep(provision, unit) ?? stepOf(unit)
  return { by, text: writeQuantity(by, unit) }
}

function comparedUnit({ left, right }: Comparison): Unit | undefined {
  if (left.type.kind !== 'number' || right.type.kind !== 'number') return undefined
  return left.type.unit === 'zero' || left.type.unit === 'one' ? right.type.unit : left.type.unit
}

function declaredStep(provision: TypedProvision, unit: Unit): Exact | undefined {
  const step = provision.source.step === undefined ? undefined : parseQuantity(provision.source.step.text, unit)
  return step === undefined || step.n <= 0 ? undefined : step
}

/** A `step` that fits none of the provision's comparisons would be passed over in silence. */
export function checkStep(provision: TypedProvision): readonly Problem[] {
  const { step } = provision.source
  if (step === undefined) return []
  const units = formulasOf(provision).flatMap(({ root }) =>
    [...nodesOf(root)].flatMap((node) => (node.kind === 'comparison' ? (comparedUnit(node) ?? []) : [])),
  )
  if (units.some((unit) => declaredStep(provision, unit) !== undefined)) return []
  const sentence = `The step '${step.text}' of '${provision.name}' is not an amount in the unit of anything that it compares.`
  return [{ ...step.at, sentence }]
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
    change: { kind: 'guard', taken, written: provision.source.cases[index]?.when?.text ?? '' },
  }))
}
