import { parseDay } from '@maqami/engine/value/date.ts'
import { expect, test } from 'vitest'
import type { TestAct, TestEvent, TestRequest } from '../way.ts'
import { ninetiethOf, overseen, waitedFor } from './oversight.ts'

const METHOD = 'head, over 10 g'
const SAR = {
  id: 'absorption_head',
  metric: { en: 'SAR' },
  standard: 'IEC/IEEE 62209-1528:2020',
  method: METHOD,
  unit: 'W/kg',
  holds: 'at_most',
  decision_rule: 'simple_acceptance',
} as const
const QUOTED: TestAct = {
  kind: 'quoted',
  terms: [{ ...SAR, limit: '2' }],
  amount: '1000.00',
  currency: 'PKR',
  working_days: 5,
  valid_months: 24,
}
const ACCEPTED: TestAct = { kind: 'accepted' }
const SAMPLE: TestAct = { kind: 'sample_received', handed_by: 'Ali', seal: 'S-1', condition: 'whole' }
const REJECTED: TestAct = { kind: 'sample_rejected', reason: 'Wet.' }
const RETEST: TestAct = { kind: 'retest', reason: 'Again.' }
const measuredAs = (value: string): TestAct => ({
  kind: 'measured',
  results: [{ test: SAR.id, value, expanded_uncertainty: '0', coverage_factor: '2', measured_on: '2026-08-05' }],
})
const HASH = `sha256:${'a'.repeat(64)}`
const REPORTED: TestAct = { kind: 'reported', report_hash: HASH }
const REVIEWED: TestAct = { kind: 'reviewed', report_hash: HASH, certificate: null }

type Walk = readonly (readonly [string, TestAct])[]

function eventsOf(acts: Walk): readonly TestEvent[] {
  return acts.map(([recorded_on, act], index) => {
    return { ...act, position: index + 1, recorded_on, recorded_at: `${recorded_on}T06:00:00.000Z`, recorded_by: 'one' }
  })
}

let count = 0
function request(laboratory_id: string, acts: Walk): TestRequest {
  count += 1
  const id = String(count).padStart(6, '0')
  return {
    id,
    number: `T-${id}`,
    manufacturer_id: 'maker',
    laboratory_id,
    model_id: 'model',
    manufacturer_name: 'Ravi',
    manufacturer_number: 'K-1001',
    model_name: 'R1',
    laboratory_name: `Laboratory ${laboratory_id}`,
    release_id: 'release',
    scheme: { programme: 'one', id: 'exposure', name: { en: 'SAR' }, release_hash: HASH, is_rehearsal: true },
    tests: [SAR],
    sample: 'Three',
    requested_on: '2026-07-31',
    requested_at: '2026-07-31T06:00:00.000Z',
    requested_by: 'clerk',
    events: eventsOf(acts),
  }
}

// 3 August 2026 is a Monday.
const reported = (laboratory: string, reviewed_on: string, value = '1') =>
  request(laboratory, [
    ['2026-07-31', QUOTED],
    ['2026-07-31', ACCEPTED],
    ['2026-08-03', SAMPLE],
    ['2026-08-04', measuredAs(value)],
    [reviewed_on, REPORTED],
    [reviewed_on, REVIEWED],
  ])
const AT = { holidays: new Set<number>(), today: '2026-08-31', since: '2025-09-01' }

test('turnaround is in working days by laboratory: the median, nine of ten, and how many were late', () => {
  // From Monday 3 August: Tuesday 1 day, Friday 4, the Monday after 5, the Tuesday after 6. Five were promised.
  const days = ['2026-08-04', '2026-08-07', '2026-08-10', '2026-08-11']
  const [line] = overseen(
    days.map((day) => reported('A', day)),
    AT,
  ).lines
  expect(line).toMatchObject({ reports: 4, median_days: 5, ninetieth_days: 6, late: 1 })
})

test('nine of ten by the nearest rank', () => {
  expect(ninetiethOf([])).toBeUndefined()
  expect(ninetiethOf([7])).toBe(7)
  expect(ninetiethOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toBe(9)
  expect(ninetiethOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toBe(10)
})

test('waiting for the maker is counted apart, and a holiday is no working day', () => {
  const way = request('A', [
    ['2026-08-03', QUOTED],
    ['2026-08-05', ACCEPTED],
    ['2026-08-10', SAMPLE],
    ['2026-08-11', REJECTED],
    ['2026-08-17', SAMPLE],
    ['2026-08-18', measuredAs('1')],
    ['2026-08-18', REPORTED],
    ['2026-08-19', REVIEWED],
  ])
  // Offer to acceptance 4 and 5 August, to the sample 6, 7 and 10, for another sample 12, 13, 14 and 17: nine days.
  expect(waitedFor(way.events, new Set())).toBe(9)
  const independence = parseDay('2026-08-14') ?? 0
  expect(waitedFor(way.events, new Set([independence]))).toBe(8)
  // The laboratory itself had it on 11, 18 and 19 August.
  expect(overseen([way], AT).lines[0]).toMatchObject({ median_days: 3, waited_days: 9, rejected_samples: 1 })
})

test('what lies with the laboratory is told from what waits for the maker, and the oldest sample has its day', () => {
  const open = (came: string) =>
    request('A', [
      ['2026-08-03', QUOTED],
      ['2026-08-03', ACCEPTED],
      [came, SAMPLE],
    ])
  const remeasured = request('A', [
    ['2026-08-03', QUOTED],
    ['2026-08-03', ACCEPTED],
    ['2026-08-26', SAMPLE],
    ['2026-08-27', measuredAs('3')],
    ['2026-08-27', RETEST],
  ])
  const waits = [
    request('A', [['2026-08-03', QUOTED]]),
    request('A', [
      ['2026-08-03', QUOTED],
      ['2026-08-04', ACCEPTED],
    ]),
  ]
  const [line] = overseen([open('2026-08-28'), open('2026-08-24'), remeasured, ...waits], AT).lines
  // From Monday 24 to Monday 31 August five working days count.
  expect(line).toMatchObject({ open: 3, oldest_on: '2026-08-24', oldest_days: 5, awaited: 2, retests: 1, reports: 0 })
  expect(line).toMatchObject({ median_days: null, ninetieth_days: null, waited_days: null, chance: null })
})

test('a laboratory is compared with all others on the same test', () => {
  const five = (laboratory: string, value: string) =>
    Array.from({ length: 5 }, () => reported(laboratory, '2026-08-07', value))
  // All five of A fail above 2 W/kg, none of B: 2/252, and two comparisons.
  const { lines, compared } = overseen([...five('A', '2.1'), ...five('B', '2')], AT)
  expect(compared).toBe(2)
  expect(lines.map(({ failed, others, difference }) => [failed, others, difference])).toEqual([
    [5, { failed: 0, reports: 5 }, 'fails_more'],
    [0, { failed: 5, reports: 5 }, 'fails_less'],
  ])
  // 2 / 252 = 0.0079365…
  expect(lines[0]?.chance).toBe('0.007937')
  const fewer = overseen([...five('A', '2.1'), ...five('B', '2').slice(1)], AT)
  expect(fewer.lines.map(({ difference }) => difference)).toEqual(['too_few', 'too_few'])
})

test('what ended before the first day is left out, on the day itself it counts', () => {
  const both = [reported('A', '2026-08-07'), reported('A', '2026-08-10')]
  expect(overseen(both, { ...AT, since: '2026-08-10' }).lines[0]?.reports).toBe(1)
  expect(overseen(both, { ...AT, since: '2026-08-11' }).lines).toEqual([])
})

test('a request that has no offer yet, and one that was withdrawn, is no work of the laboratory', () => {
  const withdrawn = request('A', [
    ['2026-08-03', QUOTED],
    ['2026-08-03', { kind: 'withdrawn', reason: 'Dropped.' }],
  ])
  expect(overseen([request('A', []), withdrawn], AT)).toEqual({ lines: [], compared: 0 })
})
