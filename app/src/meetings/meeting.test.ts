import { describe, expect, test } from 'vitest'
import { attendanceRead, linesRead } from './act-on-meeting.ts'
import { actionStateOn, unfitAction, unfitDone, unfitMeeting } from './meeting.ts'
import { type Milestone, milestoneStateOn, unfitPlan, unfitReached } from './milestone.ts'

describe('an action', () => {
  const action = { due_on: '2028-10-10', done: null }

  test('is open on its last day and overdue on the next', () => {
    expect(['2028-10-09', '2028-10-10', '2028-10-11'].map((day) => actionStateOn(action, day))).toEqual([
      'open',
      'open',
      'overdue',
    ])
    const done = { done_on: '2028-10-20', words: 'Sent.' }
    expect(actionStateOn({ ...action, done }, '2028-10-21')).toBe('done')
  })

  test('is due no earlier than its meeting, and belongs to an item of the agenda', () => {
    const meeting = { held_on: '2028-10-02', agenda: ['a', 'b'] }
    expect(unfitAction(meeting, { item: 2, due_on: '2028-10-02' })).toBeUndefined()
    expect(unfitAction(meeting, { item: 3, due_on: '2028-10-02' })?.code).toBe('agenda_item_unknown')
    expect(unfitAction(meeting, { item: 2, due_on: '2028-10-01' })?.code).toBe('action_due_early')
  })

  test('is done by its owner or by who wrote it down, and once', () => {
    const held = { owner_id: 'owner', agreed_by: 'writer', done: null }
    expect(['owner', 'writer', 'other'].map((person) => unfitDone(held, person)?.code)).toEqual([
      undefined,
      undefined,
      'not_owner',
    ])
    expect(unfitDone({ ...held, done: { done_on: '2028-10-02', words: '' } }, 'owner')?.code).toBe('action_done')
  })
})

test('a meeting that is to be held tomorrow has no minutes', () => {
  expect(unfitMeeting({ held_on: '2028-10-02' }, '2028-10-02')).toBeUndefined()
  expect(unfitMeeting({ held_on: '2028-10-03' }, '2028-10-02')?.code).toBe('meeting_ahead')
})

describe('a milestone', () => {
  const plain = { owner_id: 'owner', planned_by: 'writer', due_on: '2028-12-31', after: [], reached: null }
  const first: Milestone = { ...plain, id: '1', number: 'MS-000001', title: 'First' }
  const second: Milestone = { ...plain, id: '2', number: 'MS-000002', title: 'Second', after: ['1'] }
  const reached = { reached_on: '2028-12-01', words: 'Seen.' }
  const plan = [first, second]
  const after = [{ ...first, reached }, second]

  test('waits for what comes before it, is open once that is reached, and overdue after its day in any case', () => {
    expect(milestoneStateOn(second, plan, '2028-12-31')).toBe('waits')
    expect(milestoneStateOn(second, after, '2028-12-31')).toBe('open')
    expect(milestoneStateOn(second, plan, '2029-01-01')).toBe('overdue')
    expect(milestoneStateOn({ ...second, reached }, plan, '2029-01-01')).toBe('reached')
  })

  test('has its day no earlier than what comes before it', () => {
    expect(unfitPlan({ after: ['1'], due_on: '2028-12-31' }, plan)).toBeUndefined()
    const early = unfitPlan({ after: ['1'], due_on: '2028-12-30' }, plan)
    expect(early).toMatchObject({ code: 'milestone_order', number: 'MS-000001', due_on: '2028-12-31' })
    expect(unfitPlan({ after: ['3'], due_on: '2028-12-31' }, plan)?.code).toBe('milestone_unknown')
  })

  test('is reached by its owner, not tomorrow, and after what comes before it', () => {
    const said = { person: 'owner', reached_on: '2028-12-01', today: '2028-12-01' }
    expect(unfitReached(second, after, said)).toBeUndefined()
    expect(unfitReached(second, plan, said)).toEqual({ code: 'milestone_waits', number: 'MS-000001' })
    expect(unfitReached(second, after, { ...said, reached_on: '2028-12-02' })?.code).toBe('milestone_ahead')
    expect(unfitReached(second, after, { ...said, person: 'other' })?.code).toBe('milestone_not_owner')
    expect(unfitReached({ ...second, reached }, after, said)?.code).toBe('milestone_reached')
  })
})

test('lines of a form are read without the empty ones, and one that is too long is refused', () => {
  expect(linesRead(' a \n\n b\n', 1)).toEqual(['a', 'b'])
  expect(linesRead('ab', 1)).toBeUndefined()
  expect(linesRead('a\n'.repeat(50), 1)).toHaveLength(50)
  expect(linesRead('a\n'.repeat(51), 1)).toBeUndefined()
  expect(attendanceRead('Indus Works | A. Khan, S. Bibi\n')).toEqual([
    { organization: 'Indus Works', people: 'A. Khan, S. Bibi' },
  ])
  expect(attendanceRead('')).toEqual([])
  for (const none of ['Indus Works', '| A. Khan', 'a | b | c'])
    expect([none, attendanceRead(none)]).toEqual([none, undefined])
})
