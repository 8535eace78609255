/** Ways through the tree of an explanation. */
import type { ProvisionWhy, Why } from './explanation.ts'

/** The provision's formulas, in the order in which they are told. */
export function formulasOf(why: ProvisionWhy): readonly Why[] {
  const cases = why.cases.flatMap((one) => [one.when, one.amount])
  return [why.when, why.unless, why.requires, ...cases, why.from].filter((one) => one !== undefined)
}

/** Nodes directly below a node; the lines of an aggregate and the formulas of another provision are not. */
export function childrenOf(why: Why): readonly Why[] {
  switch (why.kind) {
    case 'literal':
    case 'assessment_date':
    case 'period_end':
    case 'fact':
    case 'member':
    case 'in_hand':
    case 'aggregate':
    case 'every_met':
      return []
    case 'provision':
      return why.via === undefined ? [] : [why.via]
    case 'parameter':
      return why.on === undefined ? why.keys : [...why.keys, why.on]
    case 'negative':
    case 'not':
    case 'is_met':
    case 'is_known':
      return [why.of]
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [why.left, why.right]
    case 'extreme':
      return why.of
  }
}

export function withDescendants(why: Why): readonly Why[] {
  return [why, ...childrenOf(why).flatMap(withDescendants)]
}
