/** Members of a category that fit the condition of a sum as far as they can be judged without a line, and have none. */
import { compareOutcomes } from '../determine/operate.ts'
import { memberHand } from '../determine/run.ts'
import type { Typed } from '../expression/typed.ts'
import type { Outcome } from '../value/outcome.ts'
import type { TypedOf } from './explanation.ts'
import type { Work } from './recorded.ts'

/** `reported` are the members that name the lines there are. Without a condition of the member itself nobody knows who is due. */
export function absentMembers(
  work: Work,
  node: TypedOf<'aggregate'>,
  category: string,
  reported: readonly string[],
): readonly string[] {
  if (node.where === undefined) return []
  const conditions = conjuncts(node.where)
  const members = work.programme.vocabulary.categories.get(category)?.members ?? []
  return members.filter((member) => {
    if (reported.includes(member)) return false
    const known = conditions.map((one) => judged(work, one, category, member))
    return known.includes(true) && !known.includes(false)
  })
}

function conjuncts(node: Typed): readonly Typed[] {
  return node.kind === 'logic' && node.operator === 'and' ? [...conjuncts(node.left), ...conjuncts(node.right)] : [node]
}

/** Undefined where the condition needs the line itself. */
function judged(work: Work, node: Typed, category: string, member: string): Outcome | undefined {
  if (node.kind !== 'comparison') return undefined
  const [left, right] = [node.left, node.right].map((side) => ofMember(work, side, category, member))
  return left === undefined || right === undefined
    ? undefined
    : compareOutcomes(node.operator, left, right, node.left.type)
}

/** What is known of a member by itself: provisions of its category that somebody has asked for, the facts of the whole, the day. */
function ofMember(work: Work, node: Typed, category: string, member: string): Outcome | undefined {
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'assessment_date':
      return work.run.day
    case 'period_end':
      return work.run.periodEnd
    case 'fact':
      return work.run.facts.whole[node.index]
    case 'provision': {
      const { scope, slot } = node.provision
      if (scope.kind === 'whole') return work.run.whole.frame[slot] as Outcome | undefined
      return scope.kind === 'members' && scope.category === category
        ? (memberHand(work.run, category, member).frame[slot] as Outcome | undefined)
        : undefined
    }
    case 'member':
    case 'column':
    case 'in_hand':
    case 'parameter':
    case 'negative':
    case 'arithmetic':
    case 'comparison':
    case 'logic':
    case 'not':
    case 'is_met':
    case 'every_met':
    case 'is_known':
    case 'extreme':
    case 'aggregate':
      return undefined
  }
}
