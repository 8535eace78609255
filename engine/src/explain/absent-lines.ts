/** Members of a category that fit the condition of a sum as far as they can be judged without a line, and have none. */
import { compareOutcomes } from '../determine/operate.ts'
import { memberHand } from '../determine/run.ts'
import type { Typed } from '../expression/typed.ts'
import type { Outcome } from '../value/outcome.ts'
import type { TypedOf } from './explanation.ts'
import { outcomeOf, type Work } from './recorded.ts'

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
  if (OF_THE_WHOLE.has(node.kind)) return outcomeOf(work, node, work.run.whole)
  if (node.kind !== 'provision') return undefined
  const { scope, slot } = node.provision
  if (scope.kind === 'whole') return work.run.whole.frame[slot] as Outcome | undefined
  return scope.kind === 'members' && scope.category === category
    ? (memberHand(work.run, category, member).frame[slot] as Outcome | undefined)
    : undefined
}

const OF_THE_WHOLE: ReadonlySet<Typed['kind']> = new Set(['literal', 'assessment_date', 'period_end', 'fact'])
