/**
 * Whether a formula is a sum over the lines of a group: some value that no line touches, plus for each line a value that rests on this line
 * alone. Then what changing one line does is the same whatever happens to the others.
 */
import type { Typed, TypedProvision } from '../expression/typed.ts'
import { childrenOf, formulasOf } from '../expression/walk-typed.ts'

/**
 * `free`: no line has a say. `line`: rests on one line, the one in hand. `sum`: a sum over lines. `mixed`: anything else, of which nothing is
 * said.
 */
export type Structure = 'free' | 'line' | 'sum' | 'mixed'

export interface Reading {
  readonly group: string
  readonly known: Map<TypedProvision, Structure>
}

export function structureOf(reading: Reading, node: Typed): Structure {
  switch (node.kind) {
    case 'column':
      return node.group === reading.group ? 'line' : 'free'
    case 'provision':
      return throughReference(reading, node.provision, node.via)
    case 'is_met': {
      const of = throughReference(reading, node.provision, node.via)
      return of === 'sum' ? 'mixed' : of
    }
    case 'every_met':
      return provisionStructure(reading, node.provision) === 'free' && !isPerLine(reading, node.provision)
        ? 'free'
        : 'mixed'
    case 'negative':
      return structureOf(reading, node.of)
    case 'arithmetic':
      return arithmeticStructure(reading, node)
    case 'aggregate': {
      const inner = together(childrenOf(node).map((child) => structureOf(reading, child)))
      if (node.over.kind !== 'lines' || node.over.group !== reading.group) return inner === 'sum' ? 'mixed' : inner
      const adds = node.operator === 'sum' || node.operator === 'count'
      return adds && (inner === 'free' || inner === 'line') ? 'sum' : 'mixed'
    }
    case 'literal':
    case 'assessment_date':
    case 'period_end':
    case 'fact':
    case 'member':
    case 'in_hand':
    case 'parameter':
    case 'comparison':
    case 'logic':
    case 'not':
    case 'is_known':
    case 'extreme':
      return notSum(together(childrenOf(node).map((child) => structureOf(reading, child))))
  }
}

function arithmeticStructure(reading: Reading, node: Extract<Typed, { kind: 'arithmetic' }>): Structure {
  const left = structureOf(reading, node.left)
  const right = structureOf(reading, node.right)
  if (left !== 'sum' && right !== 'sum') return together([left, right])
  if (node.type.kind !== 'number') return 'mixed'
  switch (node.operator) {
    case '+':
    case '-':
      return together([left, right])
    case '*':
      return left === 'free' || right === 'free' ? 'sum' : 'mixed'
    case '/':
      return right === 'free' ? 'sum' : 'mixed'
  }
}

/** Side by side: a sum beside something of one line is neither. */
function together(parts: readonly Structure[]): Structure {
  const some = (structure: Structure): boolean => parts.includes(structure)
  if (some('mixed') || (some('sum') && some('line'))) return 'mixed'
  return some('sum') ? 'sum' : some('line') ? 'line' : 'free'
}

function notSum(structure: Structure): Structure {
  return structure === 'sum' ? 'mixed' : structure
}

function throughReference(reading: Reading, provision: TypedProvision, via: Typed | undefined): Structure {
  const of = provisionStructure(reading, provision)
  const by = via === undefined ? 'free' : structureOf(reading, via)
  return by === 'free' ? of : notSum(together([of, by]))
}

function isPerLine({ group }: Reading, { scope }: TypedProvision): boolean {
  return scope.kind === 'lines' && scope.group === group
}

function provisionStructure(reading: Reading, provision: TypedProvision): Structure {
  const known = reading.known.get(provision)
  if (known !== undefined) return known
  const found = computedStructure(reading, provision)
  reading.known.set(provision, found)
  return found
}

function computedStructure(reading: Reading, provision: TypedProvision): Structure {
  const all = formulasOf(provision).map(({ root }) => structureOf(reading, root))
  const plain = notSum(together(all))
  if (plain !== 'mixed') return plain
  // One measure may be a sum, if it is not rounded and what decides between its cases is not touched.
  const isSum =
    provision.source.kind === 'measure' &&
    provision.round === undefined &&
    provision.cases.every(({ when }) => when === undefined || structureOf(reading, when) === 'free') &&
    together(provision.cases.map(({ amount }) => structureOf(reading, amount))) === 'sum'
  return isSum ? 'sum' : 'mixed'
}
