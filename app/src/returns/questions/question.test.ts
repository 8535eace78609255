/** The time that an officer has to review a return: what stops it, and when it goes on. */
import { expect, test } from 'vitest'
import type { ReturnEvent } from '../filing/return.ts'
import { type Question, type QuestionEnd, questionStatus, reviewClock, reviewDaysLeft } from './question.ts'

/** Asked on that day, to be answered by the second, answered on the third. */
type Asked = readonly [asked_on: string, due_on: string, ended_on?: string, kind?: QuestionEnd['kind']]

function question([asked_on, due_on, ended_on, kind = 'answered']: Asked): Pick<
  Question,
  'asked_on' | 'due_on' | 'end'
> {
  const said = { words: 'so', recorded_at: '', recorded_by: '' }
  return { asked_on, due_on, end: ended_on === undefined ? null : { kind, ended_on, ...said } }
}

/** Of a return that was filed on 1 January 2027 and is to be reviewed within 30 days, until 31 January. */
function on(
  day: string,
  asked: readonly Asked[],
  more: { readonly decided_on?: string; readonly filed_on?: string } = {},
) {
  const of = { filed_on: '2027-01-01', decided_on: null, limit_days: 30, questions: asked.map(question), ...more }
  const { used_days, stopped_since, last_on } = reviewClock(of, day)
  return [used_days, stopped_since, last_on]
}

test('the day of the filing does not count, and the last day of the time does', () => {
  expect(on('2027-01-01', [])).toEqual([0, null, '2027-01-31'])
  expect(on('2027-01-02', [])).toEqual([1, null, '2027-01-31'])
  expect(on('2027-01-31', [])).toEqual([30, null, '2027-01-31'])
  expect(on('2027-02-01', [])).toEqual([31, null, '2027-01-31'])
})

test('it stands still from the day of the question to the day before the answer', () => {
  const open = ['2027-01-11', '2027-01-25'] as const
  // 2 to 10 January are nine days; if nobody answers, 11 to 25 January are fifteen days more.
  expect(on('2027-01-10', [open])).toEqual([9, null, '2027-02-15'])
  expect(on('2027-01-11', [open])).toEqual([9, '2027-01-11', '2027-02-15'])
  expect(on('2027-01-20', [open])).toEqual([9, '2027-01-11', '2027-02-15'])
  // Answered on the 21st: that day counts again, and ten days were won.
  const answered: Asked = [...open, '2027-01-21']
  expect(on('2027-01-20', [answered])).toEqual([9, '2027-01-11', '2027-02-10'])
  expect(on('2027-01-21', [answered])).toEqual([10, null, '2027-02-10'])
  expect(on('2027-02-10', [answered])).toEqual([30, null, '2027-02-10'])
})

test('what is answered on the day on which it was asked stops nothing', () => {
  expect(on('2027-01-20', [['2027-01-11', '2027-01-25', '2027-01-11']])).toEqual([19, null, '2027-01-31'])
})

test('one that nobody answers stops it until its last day, and an answer after that changes nothing', () => {
  const unanswered = ['2027-01-11', '2027-01-13'] as const
  expect(on('2027-01-13', [unanswered])).toEqual([9, '2027-01-11', '2027-02-03'])
  expect(on('2027-01-14', [unanswered])).toEqual([10, null, '2027-02-03'])
  expect(on('2027-01-20', [[...unanswered, '2027-01-19']])).toEqual([16, null, '2027-02-03'])
})

test('one that is withdrawn stops it until then', () => {
  expect(on('2027-01-20', [['2027-01-11', '2027-01-25', '2027-01-13', 'withdrawn']])).toEqual([17, null, '2027-02-02'])
})

test('days on which several are open stand still once, also where one begins as another ends', () => {
  const overlapping: readonly Asked[] = [
    ['2027-01-14', '2027-01-25', '2027-01-18'],
    ['2027-01-11', '2027-01-25', '2027-01-16'],
  ]
  // From the 11th to the 17th: seven days.
  expect(on('2027-01-17', overlapping)).toEqual([9, '2027-01-11', '2027-02-07'])
  expect(on('2027-01-18', overlapping)).toEqual([10, null, '2027-02-07'])
  const inside: Asked = ['2027-01-12', '2027-01-25', '2027-01-13']
  expect(on('2027-01-18', [...overlapping, inside])).toEqual([10, null, '2027-02-07'])
  const next: Asked = ['2027-01-18', '2027-01-25', '2027-01-19']
  expect(on('2027-01-18', [...overlapping, next])).toEqual([9, '2027-01-11', '2027-02-08'])
})

test('it goes over the ends of months and over a leap day', () => {
  // From 31 January to the last of February 2027 are 29 days, in 2028 30.
  expect(on('2027-03-01', [['2027-01-31', '2027-03-31', '2027-03-01']])[0]).toBe(30)
  const leap = { filed_on: '2028-01-01' }
  expect(on('2028-03-01', [['2028-01-31', '2028-03-31', '2028-03-01']], leap)).toEqual([30, null, '2028-03-01'])
})

test('one that is asked on the day of the filing takes nothing of the time before it', () => {
  expect(on('2027-01-01', [['2027-01-01', '2027-01-25']])).toEqual([0, '2027-01-01', '2027-02-24'])
  expect(on('2027-01-03', [['2027-01-01', '2027-01-25', '2027-01-03']])).toEqual([1, null, '2027-02-01'])
})

test('one that is asked when the time is over does not bring it back', () => {
  expect(on('2027-02-05', [['2027-02-03', '2027-02-10']])).toEqual([32, '2027-02-03', '2027-01-31'])
})

test('from the decision on nothing runs, and nothing stands still', () => {
  expect(on('2027-06-30', [['2027-01-11', '2027-01-25']], { decided_on: '2027-01-13' })).toEqual([
    9,
    null,
    '2027-02-15',
  ])
})

test('without a time in the law the days are counted all the same', () => {
  const clock = reviewClock({ filed_on: '2027-01-01', decided_on: null, limit_days: null, questions: [] }, '2027-01-05')
  expect(clock).toEqual({ used_days: 4, limit_days: null, stopped_since: null, last_on: null })
  expect(reviewDaysLeft(clock)).toBeUndefined()
  expect(reviewDaysLeft({ ...clock, limit_days: 3 })).toBe(-1)
})

test('a question is open to its last day, and closed when its version is decided or replaced', () => {
  const [asked] = [{ version: 1, ...question(['2027-01-11', '2027-01-25']) }]
  const happened = (kind: ReturnEvent['kind'], version = 1): ReturnEvent => ({
    return_id: '',
    position: 1,
    kind,
    version,
    signed_hash: null,
    reason: null,
    recorded_at: '',
    recorded_by: '',
  })
  const filed = { versions: [], events: [happened('filed')] }
  expect(questionStatus(asked, filed, '2027-01-25')).toBe('open')
  expect(questionStatus(asked, filed, '2027-01-26')).toBe('unanswered')
  const later = (event: ReturnEvent) => ({ versions: [], events: [...filed.events, event] })
  expect(questionStatus(asked, later(happened('accepted')), '2027-01-12')).toBe('closed')
  expect(questionStatus(asked, later(happened('filed', 2)), '2027-01-12')).toBe('closed')
  const answered = { version: 1, ...question(['2027-01-11', '2027-01-25', '2027-01-12']) }
  expect(questionStatus(answered, later(happened('accepted')), '2027-01-13')).toBe('answered')
})
