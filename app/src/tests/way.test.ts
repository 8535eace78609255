import { parseDay } from '@maqami/engine/value/date.ts'
import { expect, test } from 'vitest'
import {
  isOver,
  mayFollow,
  medianOf,
  outcomeOf,
  stateOf,
  type Term,
  type TestAct,
  type TestActKind,
  type TestEvent,
  type TestState,
  turnaroundOf,
} from './way.ts'

const SAR: Term = {
  id: 'absorption_head',
  metric: { en: 'SAR' },
  standard: 'IEC/IEEE 62209-1528:2020',
  method: 'head, over 10 g',
  unit: 'W/kg',
  limit: '2',
  holds: 'at_most',
  decision_rule: 'simple_acceptance',
}
const HASH = `sha256:${'a'.repeat(64)}`
const SAMPLE = { kind: 'sample_received', handed_by: 'Ali', seal: 'S-1', condition: 'whole' } as const
const QUOTED = {
  kind: 'quoted',
  terms: [SAR],
  amount: '1000.00',
  currency: 'PKR',
  working_days: 5,
  valid_months: 24,
} as const
const measuredAs = (value: string): TestAct => ({
  kind: 'measured',
  results: [{ test: SAR.id, value, expanded_uncertainty: '0.2', coverage_factor: '2', measured_on: '2026-08-05' }],
})
const REPORTED = { kind: 'reported', report_hash: HASH } as const
const REVIEWED = { kind: 'reviewed', report_hash: HASH, certificate: null } as const

/** Each act with the day on which it was recorded. */
function walked(...acts: readonly (readonly [string, TestAct])[]) {
  const events = acts.map(([recorded_on, act], index): TestEvent => {
    return { ...act, position: index + 1, recorded_on, recorded_at: `${recorded_on}T06:00:00.000Z`, recorded_by: 'one' }
  })
  return { events, tests: [SAR] }
}
const DAY = '2026-08-03'
const stateAfter = (...acts: readonly TestAct[]) => stateOf(walked(...acts.map((act) => [DAY, act] as const)))

test('a request goes from quote to sample, results, report and review, and ends as the results say', () => {
  const way = [QUOTED, { kind: 'accepted' }, SAMPLE, measuredAs('1.99'), REPORTED, REVIEWED] as const
  expect(way.map((_, index) => stateAfter(...way.slice(0, index + 1)))).toEqual([
    'quoted',
    'accepted',
    'sample_received',
    'measured',
    'reported',
    'certified',
  ])
  expect(stateAfter()).toBe('requested')
  // The limit is 2: at it is passed, above it is not.
  for (const [value, outcome] of [
    ['2', 'certified'],
    ['2.01', 'failed'],
  ] as const)
    expect(outcomeOf(walked([DAY, QUOTED], [DAY, measuredAs(value)]))).toBe(outcome)
})

test('what conforms in a part of the scheme only is tested, and nothing is certified of it', () => {
  const body = { ...SAR, id: 'absorption_body' }
  const { events } = walked([DAY, QUOTED], [DAY, measuredAs('2')])
  expect(outcomeOf({ events, tests: [SAR, body] })).toBe('tested')
  const failed = walked([DAY, QUOTED], [DAY, measuredAs('2.01')])
  expect(outcomeOf({ ...failed, tests: [SAR, body] })).toBe('failed')
})

test('after a retest the sample is measured anew, and the last results count', () => {
  const retest = { kind: 'retest', reason: 'The probe was not calibrated.' } as const
  expect(stateAfter(SAMPLE, measuredAs('2.5'), REPORTED, retest)).toBe('sample_received')
  expect(stateAfter(QUOTED, SAMPLE, measuredAs('2.5'), retest, measuredAs('1.5'), REPORTED, REVIEWED)).toBe('certified')
})

test('every act is open in the states that are written here, and in no other', () => {
  const states: readonly TestState[] = [
    'requested',
    'quoted',
    'accepted',
    'sample_received',
    'sample_rejected',
    'measured',
    'reported',
    'certified',
    'tested',
    'failed',
    'withdrawn',
  ]
  const acts = {
    quoted: ['requested', 'quoted'],
    accepted: ['quoted'],
    sample_received: ['accepted', 'sample_rejected'],
    sample_rejected: ['sample_received'],
    measured: ['sample_received'],
    retest: ['measured', 'reported'],
    reported: ['measured'],
    reviewed: ['reported'],
    withdrawn: ['requested', 'quoted', 'accepted', 'sample_received', 'sample_rejected'],
  } satisfies Readonly<Record<TestActKind, readonly TestState[]>>
  for (const [act, from] of Object.entries(acts))
    expect(states.filter((state) => mayFollow(act as TestActKind, state))).toEqual(from)
  expect(states.filter(isOver)).toEqual(['certified', 'tested', 'failed', 'withdrawn'])
})

const at = (text: string) => parseDay(text) ?? 0

test('the turnaround counts working days from the day after the sample came', () => {
  // Monday 3 August 2026; Friday 14 August is a holiday.
  const holidays = new Set([at('2026-08-14')])
  const open = walked(['2026-07-30', QUOTED], ['2026-08-03', SAMPLE])
  const used = (day: string) => turnaroundOf(open, holidays, at(day))?.used_days
  // Tuesday to Friday are 4, the weekend none, Monday 10 the fifth; 11 to 13 make 8, and the holiday none.
  expect(['2026-08-03', '2026-08-04', '2026-08-07', '2026-08-09', '2026-08-10', '2026-08-14'].map(used)).toEqual([
    0, 1, 4, 4, 5, 8,
  ])
  expect(turnaroundOf(open, holidays, at('2026-08-03'))?.due_on).toBe(at('2026-08-10'))
  const ended = walked(['2026-07-30', QUOTED], ['2026-08-03', SAMPLE], ['2026-08-06', REVIEWED])
  expect(turnaroundOf(ended, holidays, at('2026-09-30'))?.used_days).toBe(3)
  expect(turnaroundOf(walked(['2026-07-30', QUOTED]), holidays, at('2026-08-30'))).toBeUndefined()
})

test('the turnaround stands still from the day after a sample was rejected until another came', () => {
  const none = new Set<number>()
  const rejected = { kind: 'sample_rejected', reason: 'The seal was broken.' } as const
  const waiting = walked(['2026-07-30', QUOTED], ['2026-08-03', SAMPLE], ['2026-08-05', rejected])
  // Tuesday and Wednesday.
  expect(turnaroundOf(waiting, none, at('2026-08-20'))).toEqual({
    used_days: 2,
    promised_days: 5,
    due_on: null,
    stopped: true,
  })
  const again = walked(['2026-07-30', QUOTED], ['2026-08-03', SAMPLE], ['2026-08-05', rejected], ['2026-08-10', SAMPLE])
  // Two before, and Tuesday 11 to Thursday 13 after; the fifth of the days that were promised is that Thursday.
  expect(turnaroundOf(again, none, at('2026-08-13'))).toEqual({
    used_days: 5,
    promised_days: 5,
    due_on: at('2026-08-13'),
    stopped: false,
  })
})

test('the median is the middle one, of an even number the upper of the two', () => {
  expect(medianOf([9, 1, 5])).toBe(5)
  expect(medianOf([9, 1, 5, 7])).toBe(7)
  expect(medianOf([])).toBeUndefined()
})
