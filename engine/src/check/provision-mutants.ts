/** Mutants of provisions: each is the provision with one word of it changed or left out, where units still fit. */
import type { Arithmetic, Gathering } from '../expression/tree.ts'
import type { Typed, TypedProvision } from '../expression/typed.ts'
import { canBeAmbiguous } from '../expression/ambiguous.ts'
import { formulasOf, nodesOf, type Rooted } from '../expression/walk-typed.ts'
import type { SourcePlace } from '../load/fields.ts'
import type { Programme } from '../load/programme.ts'
import type { Problem } from '../load/problem.ts'
import { placeInFormula } from '../load/provisions.ts'
import { divide, type Exact, exact, isWhole, multiply, ONE } from '../value/exact.ts'
import { parseRounding, type Rounding, writeQuantity } from '../value/notation.ts'
import { DATE } from '../value/type.ts'
import { cellsOf } from '../load/parameters.ts'
import { type Mutant, provisionMutant } from './mutant.ts'
import { withNode, withRoot } from './rewrite.ts'

export function provisionMutants(programme: Programme): readonly Mutant[] {
  return [...programme.typed.provisions.values()].flatMap((provision) => [
    ...conditionMutants(provision),
    ...roundingMutants(provision),
    ...ambiguousMutants(provision),
    ...formulasOf(provision).flatMap((rooted) =>
      [...nodesOf(rooted.root)].flatMap((node) => [...nodeMutants(provision, rooted, node)]),
    ),
  ])
}

/** A whole `when` or `unless` left out. */
function conditionMutants(provision: TypedProvision): readonly Mutant[] {
  return (['when', 'unless'] as const).flatMap((key) => {
    const formula = provision.source[key]
    if (formula === undefined || provision[key] === undefined) return []
    const sentence = `'${key}' of '${provision.name}' decides nothing in any example: none changes when '${formula.text}' is left out. Add one in which it alone makes the difference.`
    return [provisionMutant(provision, formula.at, sentence, { ...provision, [key]: undefined })]
  })
}

/** Every other mode, no rounding, and a step ten times as large or as small; nothing where the amount moves in whole steps. */
function roundingMutants(provision: TypedProvision): readonly Mutant[] {
  const { round, type, cases, name } = provision
  const written = provision.source.round
  if (round === undefined || written === undefined || type.kind !== 'number') return []
  if (cases.every(({ amount }) => isInSteps(amount, round.step))) return []
  const { unit } = type
  const other = (text: string): Mutant =>
    provisionMutant(
      provision,
      written.at,
      `The rounding '${round.text}' of '${name}' is not tried: no example changes when it is '${text}'. ${TELLING[round.mode]}`,
      { ...provision, round: parseRounding(text, unit) },
    )
  const step = (by: Exact): string => writeQuantity(multiply(round.step, by), unit)
  return [
    ...MODES.filter((mode) => mode !== round.mode).map((mode) => other(`${mode} to ${step(ONE)}`)),
    other('exact'),
    ...[TEN, TENTH].map((by) => other(`${round.mode} to ${step(by)}`)),
  ]
}

const MODES = ['down', 'up', 'half up', 'half even'] as const

/** The amounts that tell a mode from all others. */
const TELLING: Readonly<Record<Rounding['mode'], string>> = {
  down: 'Add one whose amount lies above the midway between two steps.',
  up: 'Add one whose amount lies below the midway between two steps.',
  'half up': 'Add one whose amount lies midway above an even number of steps, and one below a midway.',
  'half even': 'Add one whose amount lies midway above an even number of steps, and one midway above an odd number.',
}

const TEN = exact(10)
const TENTH = exact(1, 10)

/** Whether the amount can only be whole steps, so that nothing is ever rounded. */
function isInSteps(node: Typed, step: Exact): boolean {
  const whole = (value: unknown): boolean => value === undefined || isWhole(divide(value as Exact, step))
  switch (node.kind) {
    case 'literal':
      return whole(node.value)
    case 'parameter':
      return node.parameter.rows.every((row) => [...cellsOf(row.cells)].every((cell) => whole(cell.value)))
    case 'provision': {
      const { round, cases } = node.provision
      return round === undefined ? cases.every(({ amount }) => isInSteps(amount, step)) : whole(round.step)
    }
    case 'negative':
      return isInSteps(node.of, step)
    case 'arithmetic': {
      const { left, right } = node
      if (node.operator === '*')
        return (isCount(left) && isInSteps(right, step)) || (isCount(right) && isInSteps(left, step))
      return node.operator !== '/' && isInSteps(left, step) && isInSteps(right, step)
    }
    case 'extreme':
      return node.of.every((one) => isInSteps(one, step))
    case 'aggregate':
      return node.of === undefined || isInSteps(node.of, step)
    case 'assessment_date':
    case 'period_end':
    case 'fact':
    case 'column':
    case 'member':
    case 'in_hand':
    case 'comparison':
    case 'logic':
    case 'not':
    case 'is_met':
    case 'every_met':
    case 'is_known':
      return false
  }
}

function isCount({ type }: Typed): boolean {
  return type.kind === 'number' && type.unit === 'count'
}

/** A day that does not exist, resolved the other way. */
function ambiguousMutants(provision: TypedProvision): readonly Mutant[] {
  const written = provision.source.ambiguousDates
  if (written === undefined) return []
  const other = written === 'earlier' ? 'later' : 'earlier'
  return ambiguousIn(provision).flatMap(({ formula, root, node }) => {
    const changed = withNode(root, node, { ...node, ambiguousDates: other })
    if (changed === undefined) return []
    const text = formula.text.slice(node.at.start, node.at.end)
    const sentence = `'ambiguous_dates: ${written}' of '${provision.name}' is not tried: no example changes when it is '${other}' in '${text}'. Add one in which it would fall on a day that does not exist.`
    return [
      provisionMutant(provision, placeInFormula(formula, node.at.start), sentence, withRoot(provision, root, changed)),
    ]
  })
}

function ambiguousIn(
  provision: TypedProvision,
): readonly (Rooted & { readonly node: Extract<Typed, { kind: 'arithmetic' }> })[] {
  return formulasOf(provision).flatMap(({ formula, root }) =>
    [...nodesOf(root)].flatMap((node) =>
      node.kind === 'arithmetic' && canBeAmbiguous(node.left, node.right) ? [{ formula, root, node }] : [],
    ),
  )
}

/** `ambiguous_dates` where no date can be ambiguous would be passed over in silence. */
export function checkAmbiguousDates(provision: TypedProvision): readonly Problem[] {
  if (provision.source.ambiguousDates === undefined || ambiguousIn(provision).length > 0) return []
  const sentence = `'ambiguous_dates' of '${provision.name}' decides nothing: none of its sums can fall on a day that does not exist. Leave it out.`
  return [{ ...provision.source.at, sentence }]
}

const OTHER_ARITHMETIC: Readonly<Record<Arithmetic, Arithmetic>> = { '+': '-', '-': '+', '*': '/', '/': '*' }

const OTHER_GATHERINGS: Readonly<Record<Gathering, readonly Gathering[]>> = {
  sum: ['max', 'min'],
  max: ['sum', 'min'],
  min: ['sum', 'max'],
  count: [],
}

function* nodeMutants(provision: TypedProvision, rooted: Rooted, node: Typed): Generator<Mutant> {
  const { formula, root } = rooted
  const write = ({ at }: Typed): string => formula.text.slice(at.start, at.end)
  const at: SourcePlace = placeInFormula(formula, node.at.start)
  const made = (replacement: Typed, what: string, wanted: string): readonly Mutant[] => {
    const changed = withNode(root, node, replacement)
    if (changed === undefined) return []
    const sentence = `'${write(node)}' in '${provision.name}' is not tried: no example changes when ${what}. ${wanted}`
    return [provisionMutant(provision, at, sentence, withRoot(provision, root, changed))]
  }
  switch (node.kind) {
    case 'logic': {
      const { left, right, operator } = node
      const dropped = (kept: Typed, lost: Typed): readonly Mutant[] =>
        made(
          kept,
          `'${operator} ${write(lost)}' is left out`,
          `Add one in which '${write(lost)}' alone makes the difference.`,
        )
      yield* dropped(left, right)
      // Of three joined in a row, the first two are left out one at a time.
      if (left.kind !== 'logic' || left.operator !== operator) yield* dropped(right, left)
      break
    }
    case 'not':
      yield* made(node.of, "its 'not' is left out", 'Add one that it decides.')
      break
    case 'arithmetic': {
      const operator = OTHER_ARITHMETIC[node.operator]
      yield* made({ ...node, operator }, `'${node.operator}' becomes '${operator}'`, 'Add one that shows its result.')
      break
    }
    case 'extreme': {
      const operator = node.operator === 'min' ? 'max' : 'min'
      yield* made({ ...node, operator }, `'${node.operator}' becomes '${operator}'`, 'Add one that shows its result.')
      break
    }
    case 'aggregate':
      yield* aggregateMutants(node, made)
      break
    case 'parameter':
      yield* dayMutants(node, made)
      break
    case 'literal':
    case 'assessment_date':
    case 'period_end':
    case 'fact':
    case 'column':
    case 'member':
    case 'in_hand':
    case 'provision':
    case 'negative':
    case 'comparison':
    case 'is_met':
    case 'every_met':
    case 'is_known':
  }
}

type Made = (replacement: Typed, what: string, wanted: string) => readonly Mutant[]

function* aggregateMutants(node: Extract<Typed, { kind: 'aggregate' }>, made: Made): Generator<Mutant> {
  const isDate = node.type.kind === 'date'
  for (const operator of OTHER_GATHERINGS[node.operator]) {
    if (!isDate || operator !== 'sum')
      yield* made({ ...node, operator }, `'${node.operator}' becomes '${operator}'`, 'Add one with two lines or more.')
  }
  if (node.where !== undefined)
    yield* made(
      { ...node, where: undefined },
      "its 'where' is left out",
      "Add one with a line that 'where' leaves aside.",
    )
}

/** A table that is read on the day of a fact, read on another day; `period_end` is tried once for each table. */
function* dayMutants(node: Extract<Typed, { kind: 'parameter' }>, made: Made): Generator<Mutant> {
  if (node.on === undefined || node.on.kind === 'period_end' || node.on.kind === 'assessment_date') return
  for (const kind of ['period_end', 'assessment_date'] as const) {
    const on: Typed = { kind, type: DATE, slot: -1, at: node.on.at }
    yield* made(
      { ...node, on },
      `it is read on ${kind} instead`,
      'Add one in which these days fall into different rows.',
    )
  }
}
