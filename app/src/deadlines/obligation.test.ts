import type { AppealEvent } from '../appeals/appeal.ts'
import { expect, test } from 'vitest'
import type { Certificate } from '../certificates/certificate.ts'
import type { Licence } from '../licences/licence.ts'
import { type Notice, type NoticeEvent, standingOf } from '../notices/notice.ts'
import type { GuaranteeListed } from '../receipts/guarantees/guarantee.ts'
import type { Return } from '../returns/filing/return.ts'
import type { Question } from '../returns/questions/question.ts'
import { daysLeft, type Known, obligationsOn, type ReturnDue, stepAt } from './obligation.ts'

const FIRM = '01900000-0000-7000-8000-000000000001'
const RECORDED = { recorded_at: '2027-07-10T06:00:00.000Z', recorded_by: FIRM }

function licence(number: string, more: Partial<Licence> = {}): Licence {
  return {
    id: number,
    number,
    manufacturer_id: FIRM,
    holder_id: FIRM,
    programme: 'bicycles',
    kind: 'import_licence',
    rehearsal: false,
    quota: null,
    scope: [],
    valid_from: '2026-07-15',
    valid_until: '2027-06-30',
    orders: [
      {
        licence_id: number,
        position: 1,
        kind: 'grant',
        effective_on: '2026-07-15',
        reason: 'first',
        percent: null,
        determination_id: null,
        event_id: null,
        to_id: null,
        ...RECORDED,
      },
    ],
    drawn: 0,
    ...more,
  }
}

/** Served on 10 July 2027 by hand; the 8 October is 90 days later, and ten working days are up on Friday the 23rd of July. */
type Said = readonly [kind: NoticeEvent['kind'], happened_on: string | null, about?: number]

function notice(...events: readonly Said[]): Notice {
  const said = (kind: NoticeEvent['kind'], happened_on: string | null, position: number): NoticeEvent => ({
    notice_id: 'n',
    position,
    kind,
    happened_on,
    from_on: null,
    until_on: null,
    ends_on: null,
    about: null,
    choice: null,
    place: null,
    items: null,
    words: 'said',
    document_id: null,
    letter_id: null,
    ...RECORDED,
  })
  return standingOf(
    {
      id: 'n',
      determination_id: 'd',
      assessment_id: 'a',
      manufacturer_id: FIRM,
      issued_on: '2027-07-10',
      answer_length: 10,
      answer_counted_in: 'working_days',
      letter_id: null,
      ...RECORDED,
    },
    [
      { ...said('served', '2027-07-10', 1), choice: 'by_hand', ends_on: '2027-10-08' },
      ...events.map(([kind, happened_on, about = null], nth) => ({ ...said(kind, happened_on, nth + 2), about })),
    ],
    new Set(),
  )
}

const DUE: ReturnDue = {
  programme: 'bicycles',
  kind: 'annual',
  title: { en: 'Yearly return', ur: 'سالانہ گوشوارہ' },
  period: '2026-27',
  begins_on: '2026-07-01',
  ends_on: '2027-06-30',
  due_on: '2027-09-28',
}

function filed(kind: 'filed' | 'sent_back'): Return {
  const event = { return_id: 'r', version: 1, signed_hash: null, reason: null, ...RECORDED }
  const events = [{ ...event, position: 1, kind: 'filed' as const }]
  const version = { version: 1, error_count: 0 } as Return['versions'][number]
  return {
    id: 'r',
    manufacturer_id: FIRM,
    programme: 'bicycles',
    kind: 'annual',
    period: '2026-27',
    versions: [version],
    events: kind === 'filed' ? events : [...events, { ...event, position: 2, kind: 'sent_back', reason: 'why' }],
  }
}

test('a licensed firm owes the return of each period from its first licence on, until one is filed and stands', () => {
  const licences = [licence('A', { valid_until: '2030-06-30' })]
  const key = `return:${FIRM}:bicycles:annual:2026-27`
  const on = (day: string, returns: readonly Return[]) => states({ licences, dues: [DUE], returns }, day)[0]
  expect(on('2027-09-28', [])).toBe(`${key} open`)
  expect(on('2027-09-29', [])).toBe(`${key} late`)
  expect(on('2027-09-29', [filed('filed')])).toBe(`${key} done`)
  expect(on('2027-09-29', [filed('sent_back')])).toBe(`${key} late`)
  expect(on('2027-09-29', [{ ...filed('filed'), period: '2027-28' }])).toBe(`${key} late`)
  const href = (returns: readonly Return[]) =>
    obligationsOn({ ...NOTHING, licences, dues: [DUE], returns }, '2027-09-28')[0]?.href
  expect(href([])).toBe('/returns?report=bicycles/annual/2026-27#upload')
  expect(href([filed('filed')])).toBe('/returns/r')
  const before = { ...DUE, period: '2025-26', ends_on: '2026-06-30', due_on: '2026-09-28' }
  expect(states({ licences, dues: [before] }, '2026-09-01')).toEqual(['licence:A open'])
  expect(states({ dues: [DUE] }, '2027-09-01')).toEqual([])
})

const NOTHING: Known = {
  dues: [],
  returns: [],
  questions: [],
  licences: [],
  notices: [],
  appeals: [],
  guarantees: [],
  certificates: [],
  ends: new Map(),
  bound: undefined,
  failures: new Map(),
}

function states(of: Partial<Omit<Known, 'failures'>>, day: string) {
  const failures = new Map([['d', { number: 'D-000001', programme: 'bicycles' }]])
  const all = obligationsOn({ ...NOTHING, ...of, failures }, day)
  return all.map(({ key, state }) => `${key} ${state}`)
}

test('a guarantee is to be renewed before its last day, until it is called or released whole', () => {
  const lodged = {
    number: 'G-000001',
    manufacturer_id: FIRM,
    programme: 'bicycles',
    expires_on: '2027-06-30',
    state: 'in_force',
    free: '100.00',
  } as GuaranteeListed
  const of = (more: Partial<GuaranteeListed>, day: string) => states({ guarantees: [{ ...lodged, ...more }] }, day)
  expect(of({}, '2027-06-30')).toEqual(['guarantee:G-000001 open'])
  expect(of({ state: 'expired' }, '2027-07-01')).toEqual(['guarantee:G-000001 late'])
  expect(of({ free: '0.00' }, '2027-06-30')).toEqual(['guarantee:G-000001 done'])
  expect(of({ state: 'recorded' }, '2027-06-30')).toEqual([])
  // Its firm is reminded thirty days before, as of everything that has a last day.
  expect(stepAt(daysLeft({ due_on: '2027-06-30' }, '2027-05-31'))).toBe(30)
  expect(stepAt(daysLeft({ due_on: '2027-06-30' }, '2027-05-30'))).toBeUndefined()
})

test('a certificate is to be renewed before its last day, unless it is withdrawn or another of its scheme ends later', () => {
  const held = {
    number: 'C-000001',
    manufacturer_id: FIRM,
    scheme: 'exposure',
    scheme_name: 'Human exposure',
    about: 'Sitara S1',
    valid_from: '2026-07-15',
    valid_until: '2027-06-30',
    orders: [],
  } as unknown as Certificate
  const of = (day: string, ...others: readonly Partial<Certificate>[]) =>
    states({ certificates: [held, ...others.map((more) => ({ ...held, ...more }))] }, day)[0]
  expect(of('2027-06-30')).toBe('certificate:C-000001 open')
  expect(of('2027-07-01')).toBe('certificate:C-000001 late')
  const next = { number: 'C-000002', valid_until: '2029-06-30' }
  expect(of('2027-07-01', next)).toBe('certificate:C-000001 done')
  expect(of('2027-07-01', { ...next, valid_until: '2027-06-30' })).toBe('certificate:C-000001 late')
  expect(of('2027-07-01', { ...next, about: 'Sitara S2' })).toBe('certificate:C-000001 late')
  expect(of('2027-07-01', { ...next, scheme: 'battery' })).toBe('certificate:C-000001 late')
  const withdrawn = [{ kind: 'withdraw', effective_on: '2027-06-01' }] as unknown as Certificate['orders']
  expect(of('2027-07-01', { ...next, orders: withdrawn })).toBe('certificate:C-000001 late')
  expect(states({ certificates: [{ ...held, orders: withdrawn }] }, '2027-06-30')).toEqual([])
  expect(states({ certificates: [held], bound: [] }, '2027-06-30')).toEqual([])
  // A laboratory takes weeks: its firm is reminded ninety days before as well, and of nothing else so early.
  expect([91, 90, 31, 30, 7].map((left) => stepAt(left, 'renew_certificate'))).toEqual([undefined, 90, 90, 30, 7])
  expect(stepAt(31, 'renew_licence')).toBeUndefined()
})

test('of a firm that is no more a return is owed of each period that began before its end, by whoever answers for it', () => {
  const order = licence('A').orders[0]
  if (order === undefined) throw new Error('no order')
  const pass = { ...order, position: 2, kind: 'pass' as const, effective_on: '2027-03-01', event_id: 'e', to_id: 'B' }
  const passed = licence('A', { valid_until: '2030-06-30', holder_id: 'B', orders: [order, pass] })
  const next = { ...DUE, period: '2027-28', begins_on: '2027-07-01', ends_on: '2028-06-30', due_on: '2028-09-28' }
  const known = { licences: [passed], dues: [DUE, next], ends: new Map([[FIRM, '2027-03-01']]) }
  const owed = (bound: readonly string[]) =>
    states({ ...known, bound }, '2028-07-01').map((one) => one.replace(FIRM, 'A').split(':').toSpliced(2, 2).join(':'))
  // The year in which the licence passed is reported twice, by each firm for its own part.
  expect(owed(['B', FIRM])).toEqual([
    'return:A:2026-27 late',
    'return:B:2026-27 late',
    'return:B:2027-28 open',
    'licence:A open',
  ])
  expect(owed([])).toEqual([])
  expect(owed([FIRM])).toEqual(['return:A:2026-27 late'])
  // On the first day of a year it is no part of that year any more.
  expect(states({ ...known, bound: [FIRM], ends: new Map([[FIRM, '2027-07-01']]) }, '2028-07-01')).toHaveLength(1)
})

test('a question is to be answered by its day, and by nobody once it is withdrawn or its version was decided', () => {
  const question = (kind?: 'answered' | 'withdrawn'): Question => ({
    id: 'q',
    return_id: 'r',
    manufacturer_id: FIRM,
    version: 1,
    sheet: null,
    row_number: null,
    column_name: null,
    words: 'Why?',
    asked_on: '2027-07-12',
    due_on: '2027-07-20',
    ...RECORDED,
    end: kind === undefined ? null : { kind, words: 'So.', ended_on: '2027-07-13', ...RECORDED },
  })
  const on = (day: string, asked: Question, found = filed('filed')) =>
    states({ returns: [found], questions: [asked] }, day)
  expect(on('2027-07-20', question())).toEqual(['question:q open'])
  expect(on('2027-07-21', question())).toEqual(['question:q late'])
  expect(on('2027-07-21', question('answered'))).toEqual(['question:q done'])
  expect(on('2027-07-13', question('withdrawn'))).toEqual([])
  expect(on('2027-07-13', question(), filed('sent_back'))).toEqual([])
})

test('a notice asks for an answer and for a cure, each until its own last day', () => {
  // Ten working days from Saturday 10 July 2027: Monday the 12th is the first, Friday the 23rd the tenth.
  expect(states({ notices: [notice()] }, '2027-07-23')).toEqual(['answer:n open', 'cure:n open'])
  expect(states({ notices: [notice()] }, '2027-07-24')).toEqual(['answer:n late', 'cure:n open'])
  expect(states({ notices: [notice()] }, '2027-10-09')).toEqual(['answer:n late', 'cure:n late'])
  expect(states({ notices: [notice(['answered', null])] }, '2027-10-09')).toEqual(['answer:n done', 'cure:n late'])
})

test('a firm that is summoned to a hearing has its day, and after an adjournment another', () => {
  const fixed = ['hearing_fixed', '2027-08-16'] as const
  const adjourned = ['hearing_adjourned', '2027-08-30', 2] as const
  const of = (...events: readonly Said[]) =>
    states({ notices: [notice(...events)] }, '2027-08-17').filter((one) => one.startsWith('hearing'))
  expect(of(fixed)).toEqual(['hearing:n:2 late'])
  expect(of(fixed, adjourned)).toEqual(['hearing:n:3 open'])
  expect(of(fixed, ['hearing_held', '2027-08-16', 2])).toEqual(['hearing:n:2 done'])
})

test('a cure ends what its notice asks for, whether an answer came or not', () => {
  expect(states({ notices: [notice(['cured', '2027-09-01'])] }, '2027-10-09')).toEqual(['cure:n done'])
  expect(states({ notices: [notice(['answered', null], ['cured', '2027-11-01'])] }, '2027-11-02')).toEqual([
    'answer:n done',
    'cure:n done',
  ])
})

test('a licence that ends asks for the next one of its kind, unless it is revoked', () => {
  expect(states({ licences: [licence('A')] }, '2027-06-30')).toEqual(['licence:A open'])
  expect(states({ licences: [licence('A')] }, '2027-07-01')).toEqual(['licence:A late'])
  const next = licence('B', { valid_from: '2027-07-01', valid_until: '2028-06-30' })
  expect(states({ licences: [licence('A'), next] }, '2027-06-30')).toEqual(['licence:A done', 'licence:B open'])
  const elsewhere = licence('B', { ...next, number: 'B', holder_id: 'another firm' })
  expect(states({ licences: [licence('A'), elsewhere] }, '2027-06-30')[0]).toBe('licence:A open')
  const other = licence('B', { ...next, number: 'B', kind: 'manufacturing_authorisation' })
  expect(states({ licences: [licence('A'), other] }, '2027-06-30')[0]).toBe('licence:A open')
  const order = licence('A').orders[0]
  if (order === undefined) throw new Error('no order')
  const revoke = { ...order, position: 2, kind: 'revoke' as const, effective_on: '2026-09-01' }
  expect(states({ licences: [licence('A', { orders: [order, revoke] })] }, '2027-06-30')).toEqual([])
})

test('reminders come thirty, seven and one day before and one day after, or as soon after as the service runs', () => {
  const steps = [31, 30, 8, 7, 2, 1, 0, -1, -7, -8].map((left) => stepAt(left))
  expect(steps).toEqual([undefined, 30, 30, 7, 7, 1, 1, -1, -1, undefined])
  // 2028 is a leap year.
  expect(daysLeft({ due_on: '2028-03-01' }, '2028-02-28')).toBe(2)
})

test('both sides see the hearing of an appeal, and officers by when the authority replies and decides', () => {
  const event = (position: number, kind: AppealEvent['kind'], on_day: string | null): AppealEvent => ({
    appeal_id: 'a',
    position,
    kind,
    words: '',
    on_day,
    place: null,
    outcome: null,
    findings: null,
    signed_hash: null,
    letter_id: null,
    about: null,
    ...RECORDED,
  })
  const due = (...events: readonly AppealEvent[]): Known['appeals'] => {
    const appeal = {
      id: 'a',
      number: 'A-000001',
      determination_id: 'd',
      manufacturer_id: FIRM,
      grounds: '',
      ends_on: null,
      late_reason: null,
      stay_reason: null,
      prepared_at: '',
      prepared_by: '',
      evidence: [],
      events,
    }
    return [{ appeal, programme: 'bicycles', reply_on: '2027-08-16', decision_on: '2027-10-30' }]
  }
  const begun = event(1, 'filed', '2027-08-01')
  const moved = [begun, event(2, 'hearing_fixed', '2027-08-20'), event(3, 'hearing_adjourned', '2027-09-03')]
  const officers = ['reply_to_appeal:a late', 'appeal_hearing:a:3 open', 'decide_appeal:a open']
  expect(states({ appeals: due(...moved) }, '2027-08-17')).toEqual(officers)
  expect(states({ appeals: due(...moved), bound: [FIRM] }, '2027-08-17')).toEqual(['appeal_hearing:a:3 open'])
  // The day of a decision that was let pass is seen to be.
  expect(states({ appeals: due(begun) }, '2027-10-31')).toEqual(['reply_to_appeal:a late', 'decide_appeal:a late'])
  const withdrawn = due(...moved, event(4, 'withdrawn', null))
  expect(states({ appeals: withdrawn }, '2027-10-31')).toEqual(['reply_to_appeal:a done', 'decide_appeal:a done'])
})
