/** How the programme of the demonstration is steered: a plan with milestones, and a meeting with its minutes. */
import { planMilestone, reachMilestone } from '../meetings/plan-milestone.ts'
import { agreeAction, completeAction, keepPaper, recordDecision, recordMeeting } from '../meetings/record-meeting.ts'
import type { Cast, Stage } from './play-demonstration.ts'

export async function steerProgramme({ recorder, done, progress }: Stage, cast: Cast): Promise<void> {
  progress('The plan is made, and a meeting agrees who does what.')
  const { caseOfficer, policyOfficer } = cast
  const owner_id = caseOfficer.person
  const first = { title: 'All makers file by the interface', owner_id, due_on: '2028-09-15', after: [] }
  const filed = done(await planMilestone(recorder, policyOfficer, first))
  const seen = { reached_on: '2028-09-12', words: 'The last maker filed its month without a workbook.' }
  done(await reachMilestone(recorder, caseOfficer, { id: filed.id, ...seen }))
  const second = { title: 'Payroll is held against returns', owner_id, due_on: '2028-12-31', after: [filed.id] }
  const payroll = done(await planMilestone(recorder, policyOfficer, second))
  const last = { title: 'Jobs are published from returns', owner_id: policyOfficer.person, due_on: '2029-03-31' }
  done(await planMilestone(recorder, policyOfficer, { ...last, after: [payroll.id] }))
  const { number } = done(
    await recordMeeting(recorder, caseOfficer, {
      title: 'Third steering meeting of the programme',
      held_on: '2028-09-20',
      place: 'Room 4 of the Board',
      agenda: ['Progress against the plan', 'Frames made in the country'],
      attendance: [
        { organization: 'Industry Board', people: 'The chair and three officers' },
        { organization: 'Association of Makers (invented)', people: 'Its president' },
      ],
    }),
  )
  const paper = { number, item: 1, name: 'progress.pdf', bytes: Buffer.from('%PDF-1.7 invented progress') }
  done(await keepPaper(recorder, caseOfficer, paper))
  const decided = { number, item: 2, words: 'Makers of frames are asked what keeps them from making forks.' }
  done(await recordDecision(recorder, caseOfficer, decided))
  const asked = { number, item: 2, words: 'Ask five makers of frames and report.', owner_id, due_on: '2028-11-15' }
  done(await agreeAction(recorder, caseOfficer, { ...asked, milestone_id: null }))
  const late = { number, item: 1, words: 'Send the plan to the association.', owner_id, due_on: '2028-09-27' }
  const { actions } = done(await agreeAction(recorder, caseOfficer, { ...late, milestone_id: payroll.id }))
  const sums = { number, item: 1, words: 'Count the returns that came late.', owner_id, due_on: '2028-09-30' }
  const counted = done(await agreeAction(recorder, caseOfficer, { ...sums, milestone_id: null }))
  const added = counted.actions.find(({ id }) => actions.every((one) => one.id !== id))
  if (added === undefined) throw new Error('no action was agreed')
  done(await completeAction(recorder, caseOfficer, { id: added.id, words: 'Two of twenty-six came late.' }))
}
