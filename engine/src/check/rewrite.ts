/** Typed formulas with one node exchanged, where the units still fit. */
import { withChildren } from '../expression/walk-typed.ts'
import { resultType, unified } from '../expression/type-operators.ts'
import type { Typed, TypedProvision } from '../expression/typed.ts'
import type { Type } from '../value/type.ts'

/** The tree with that node exchanged; undefined where its units would no longer fit, or it would come out in another. */
export function withNode(root: Typed, node: Typed, by: Typed): Typed | undefined {
  const changed = exchanged(root, node, by)
  return changed === undefined || !sameType(changed.type, root.type) ? undefined : changed
}

/** The provision with one of its formulas exchanged. */
export function withRoot(provision: TypedProvision, root: Typed, by: Typed): TypedProvision {
  const swap = <T extends Typed | undefined>(one: T): T | Typed => (one === root ? by : one)
  return {
    ...provision,
    when: swap(provision.when),
    unless: swap(provision.unless),
    requires: swap(provision.requires),
    from: swap(provision.from),
    cases: provision.cases.map((one) => ({ when: swap(one.when), amount: swap(one.amount) })),
  }
}

function exchanged(tree: Typed, node: Typed, by: Typed): Typed | undefined {
  if (tree === node) return by.kind === 'arithmetic' ? settled(by) : by
  let fits = true
  const changed = withChildren(tree, (child) => {
    const below = exchanged(child, node, by)
    // Only arithmetic makes something of another unit; everything else takes what it took before.
    if (below === undefined || (tree.kind !== 'arithmetic' && !sameType(below.type, child.type))) fits = false
    return below ?? child
  })
  return fits ? (changed.kind === 'arithmetic' ? settled(changed) : changed) : undefined
}

function settled(node: Extract<Typed, { kind: 'arithmetic' }>): Typed | undefined {
  const type = resultType(node.operator, node.left.type, node.right.type)
  return type === undefined ? undefined : { ...node, type }
}

function sameType(a: Type, b: Type): boolean {
  return a.kind === 'number' && b.kind === 'number' ? a.unit === b.unit : unified(a, b) !== undefined
}
