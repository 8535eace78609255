/** An officer plans a milestone, and its owner says that it is reached. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { MeetingRefusal } from './meeting.ts'
import { insertMilestone, insertReached, listPlan, nextNumber } from './meetings-table.ts'
import { type Milestone, type MilestoneRefusal, unfitPlan, unfitReached } from './milestone.ts'
import { isColleague } from './name-owners.ts'

export type NewMilestone = Pick<Milestone, 'title' | 'owner_id' | 'due_on' | 'after'>

export async function planMilestone(
  recorder: Recorder,
  actor: Actor,
  { title, owner_id, due_on, after }: NewMilestone,
): Promise<Outcome<Milestone, MeetingRefusal | MilestoneRefusal>> {
  return await recordCommand<Milestone, MeetingRefusal | MilestoneRefusal>(
    recorder,
    actor,
    'plan_milestone',
    async (tables) => {
      const before = [...new Set(after)]
      const unfit = unfitPlan({ after: before, due_on }, await listPlan(tables))
      if (unfit !== undefined) return { refused: unfit }
      if (!(await isColleague(tables, actor, owner_id)))
        return { refused: { code: 'owner_unknown', place: '/body/owner_id' } }
      const number = await nextNumber(tables, 'milestone')
      const row = { id: recorder.makeId(), number, title, owner_id, due_on, planned_by: actor.person }
      const kept = { organization_id: actor.organization ?? '', planned_at: instantText(recorder.clock()) }
      await insertMilestone(tables, { ...row, ...kept }, before)
      return {
        done: { ...row, after: before, reached: null },
        subject: `milestone ${number}`,
        details: { title, owner_id, due_on, after: before },
      }
    },
  )
}

export async function reachMilestone(
  recorder: Recorder,
  actor: Actor,
  { id, reached_on, words }: { readonly id: string; readonly reached_on: string; readonly words: string },
): Promise<Outcome<Milestone, MilestoneRefusal>> {
  return await recordCommand<Milestone, MilestoneRefusal>(recorder, actor, 'reach_milestone', async (tables) => {
    const plan = await listPlan(tables)
    const found = plan.find((one) => one.id === id)
    if (found === undefined) return { refused: { code: 'milestone_unknown' } }
    const today = todayText(recorder.clock)
    const unfit = unfitReached(found, plan, { person: actor.person, reached_on, today })
    if (unfit !== undefined) return { refused: unfit }
    const mark = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    if (!(await insertReached(tables, { milestone_id: id, reached_on, words, ...mark })))
      return { refused: { code: 'milestone_reached' } }
    const { organization_id: _kept, ...milestone } = found
    return {
      done: { ...milestone, reached: { reached_on, words } },
      subject: `milestone ${found.number}`,
      details: { reached_on, words },
    }
  })
}
