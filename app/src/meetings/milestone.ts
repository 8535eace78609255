/** A milestone of the plan by which the programme is put into practice. */
import type { Owned } from './meeting.ts'

export interface Milestone extends Owned {
  readonly id: string
  readonly number: string
  readonly title: string
  /** The identifiers of those that have to be reached before. */
  readonly after: readonly string[]
  readonly planned_by: string
  readonly reached: { readonly reached_on: string; readonly words: string } | null
}

export const MILESTONE_STATES = ['open', 'waits', 'overdue', 'reached'] as const
export type MilestoneState = (typeof MILESTONE_STATES)[number]

/** *waits* while one that comes before it is not reached; late is late, whatever it waits for. */
export function milestoneStateOn(milestone: Milestone, plan: readonly Milestone[], day: string): MilestoneState {
  if (milestone.reached !== null) return 'reached'
  if (milestone.due_on < day) return 'overdue'
  return unreachedBefore(milestone, plan) === undefined ? 'open' : 'waits'
}

function unreachedBefore({ after }: Pick<Milestone, 'after'>, plan: readonly Milestone[]): Milestone | undefined {
  return plan.find(({ id, reached }) => after.includes(id) && reached === null)
}

export type MilestoneRefusal =
  | { readonly code: 'milestone_unknown'; readonly place?: '/body/after' | '/body/milestone_id' }
  | {
      readonly code: 'milestone_order'
      readonly place: '/body/due_on'
      readonly number: string
      readonly due_on: string
    }
  | { readonly code: 'milestone_reached' }
  | { readonly code: 'milestone_waits'; readonly number: string }
  | { readonly code: 'milestone_not_owner' }
  | { readonly code: 'milestone_ahead'; readonly place: '/body/reached_on'; readonly today: string }

/** Since it may only come after those that are in the plan already, there are no circles. */
export function unfitPlan(
  { after, due_on }: Pick<Milestone, 'after' | 'due_on'>,
  plan: readonly Milestone[],
): MilestoneRefusal | undefined {
  const before = plan.filter(({ id }) => after.includes(id))
  if (before.length < new Set(after).size) return { code: 'milestone_unknown', place: '/body/after' }
  const late = before.find((one) => one.due_on > due_on)
  return late === undefined
    ? undefined
    : { code: 'milestone_order', place: '/body/due_on', number: late.number, due_on: late.due_on }
}

export function unfitReached(
  milestone: Milestone,
  plan: readonly Milestone[],
  { person, reached_on, today }: { readonly person: string; readonly reached_on: string; readonly today: string },
): MilestoneRefusal | undefined {
  if (milestone.reached !== null) return { code: 'milestone_reached' }
  if (person !== milestone.owner_id && person !== milestone.planned_by) return { code: 'milestone_not_owner' }
  if (reached_on > today) return { code: 'milestone_ahead', place: '/body/reached_on', today }
  const before = unreachedBefore(milestone, plan)
  return before === undefined ? undefined : { code: 'milestone_waits', number: before.number }
}
