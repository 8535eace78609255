import type { Typed, TypedProvision } from './typed.ts'
import type { Formula } from '../load/provisions.ts'

/** The nodes directly below a node, in the order in which they are written. */
export function childrenOf(node: Typed): readonly Typed[] {
  const children: Typed[] = []
  withChildren(node, (child) => {
    children.push(child)
    return child
  })
  return children
}

/** The node with each of the nodes directly below it exchanged; its own type stays. */
export function withChildren(node: Typed, by: (child: Typed) => Typed): Typed {
  const optional = (child: Typed | undefined): Typed | undefined => (child === undefined ? undefined : by(child))
  switch (node.kind) {
    case 'literal':
    case 'assessment_date':
    case 'period_end':
    case 'fact':
    case 'column':
    case 'member':
    case 'in_hand':
    case 'every_met':
      return node
    case 'parameter':
      return { ...node, keys: node.keys.map(by), on: optional(node.on) }
    case 'provision':
    case 'is_met':
      return { ...node, via: optional(node.via) }
    case 'negative':
    case 'not':
    case 'is_known':
      return { ...node, of: by(node.of) }
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return { ...node, left: by(node.left), right: by(node.right) }
    case 'extreme':
      return { ...node, of: node.of.map(by) }
    case 'aggregate':
      return { ...node, of: optional(node.of), where: optional(node.where) }
  }
}

/** A node and everything below it. */
export function* nodesOf(node: Typed): Generator<Typed> {
  yield node
  for (const child of childrenOf(node)) yield* nodesOf(child)
}

export interface Rooted {
  readonly formula: Formula
  readonly root: Typed
}

/** The formulas of a provision, each as written and as typed. */
export function formulasOf(provision: TypedProvision): readonly Rooted[] {
  const { source } = provision
  const pairs: readonly (readonly [Formula | undefined, Typed | undefined])[] = [
    [source.requires, provision.requires],
    [source.when, provision.when],
    [source.unless, provision.unless],
    [source.from, provision.from],
    ...provision.cases.flatMap((one, index): readonly (readonly [Formula | undefined, Typed | undefined])[] => [
      [source.cases[index]?.when, one.when],
      [source.cases[index]?.amount, one.amount],
    ]),
  ]
  return pairs.flatMap(([formula, root]) => (formula === undefined || root === undefined ? [] : [{ formula, root }]))
}
