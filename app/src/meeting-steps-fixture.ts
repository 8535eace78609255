/** What the examples of the interface ask about meetings and the plan. `officer` is the case officer. */
import type { Step } from './api-steps-fixture.ts'

export const MEETING_STEPS: readonly Step[] = [
  {
    role: 'case_officer',
    asks: 'POST /api/milestones',
    body: { title: 'Payroll is held against returns', owner_id: '{officer.person}', due_on: '2028-12-31', after: [] },
    as: 'milestone',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/meetings',
    body: {
      title: 'First steering meeting',
      held_on: '2027-07-10',
      place: 'Room 4',
      agenda: ['Progress', 'Frames'],
      attendance: [{ organization: 'Bicycle Board', people: 'The chair' }],
    },
    as: 'meeting',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/meetings/{meeting.number}/papers?name=progress.pdf&item=1',
    file: 'guarantee',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/meetings/{meeting.number}/decisions',
    body: { item: 2, words: 'Makers of frames are asked.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/meetings/{meeting.number}/actions',
    body: {
      item: 2,
      words: 'Ask five makers of frames.',
      owner_id: '{officer.person}',
      due_on: '2029-01-31',
      milestone_id: '{milestone.id}',
    },
    as: 'agreed',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/meeting-actions/{agreed.actions.0.id}/completion',
    body: { words: 'Five were asked.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/milestones/{milestone.id}/reaching',
    body: { reached_on: '2027-07-10', words: 'The first month was held against it.' },
  },
  { role: 'policy_officer', asks: 'GET /api/meetings' },
  { role: 'policy_officer', asks: 'GET /api/meetings/{meeting.number}' },
  { role: 'policy_officer', asks: 'GET /api/milestones' },
]
