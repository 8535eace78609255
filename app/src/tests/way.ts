/** The way of a test from the request of a maker to its certificate. Where it stands follows from its events. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import { type Day, parseDay } from '@maqami/engine/value/date.ts'
import type { SchemeTest } from '../certificates/schemes/scheme.ts'
import { type Circumstances, isWorkingDay, joinStops, lastDayOf, type Stop } from '../kernel/period.ts'
import type { ScopeGap } from '../laboratories/laboratory.ts'
import { type Limit, type Measured, unfitIn, verdictOf } from './verdict.ts'

/** One of the scheme's tests, and to what it is held by the law: the laboratory offers it, and the maker accepts it before a sample is sent (ISO/IEC 17025:2017, 7.1.3). */
export type Term = SchemeTest & Limit

/** The scheme whose certificate is wanted, as the law had it on the day of the request. */
export interface AskedScheme {
  readonly programme: string
  readonly id: string
  readonly name: Localized
  readonly release_hash: string
  /** What rests on a draft, or on numbers that no gazette has, binds nobody. */
  readonly is_rehearsal: boolean
}

export interface TestRequest {
  readonly id: string
  readonly number: string
  readonly manufacturer_id: string
  readonly laboratory_id: string
  readonly model_id: string
  /** The names as they were on the day of the request: who reads it may not look them up. */
  readonly manufacturer_name: string
  readonly manufacturer_number: string
  readonly model_name: string
  readonly laboratory_name: string
  readonly release_id: string
  readonly scheme: AskedScheme
  /** Those of the scheme; the laboratory may offer a part of them. */
  readonly tests: readonly SchemeTest[]
  readonly sample: string
  readonly requested_on: string
  readonly requested_at: string
  readonly requested_by: string
  /** In the order in which they were recorded. */
  readonly events: readonly TestEvent[]
}

export interface Recorded {
  readonly position: number
  /** The day that it was in Pakistan. */
  readonly recorded_on: string
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Result extends Measured {
  /** Its identifier in the scheme. */
  readonly test: string
  readonly measured_on: string
}

/** Of a sample: who handed it over, what seal it bore, and in what condition it came. */
export interface Custody {
  readonly handed_by: string
  readonly seal: string
  readonly condition: string
}

export interface Quote {
  readonly terms: readonly Term[]
  readonly amount: string
  readonly currency: string
  /** From the sample to the certificate. */
  readonly working_days: number
  /** How long the certificate would hold, by the law. */
  readonly valid_months: number
}

export type TestAct =
  | ({ readonly kind: 'quoted' } & Quote)
  | { readonly kind: 'accepted' }
  | ({ readonly kind: 'sample_received' } & Custody)
  | { readonly kind: 'sample_rejected'; readonly reason: string }
  | { readonly kind: 'measured'; readonly results: readonly Result[] }
  | { readonly kind: 'retest'; readonly reason: string }
  | { readonly kind: 'reported'; readonly report_hash: string }
  /** `certificate` is its number; null where nothing is certified. */
  | { readonly kind: 'reviewed'; readonly report_hash: string; readonly certificate: string | null }
  | { readonly kind: 'withdrawn'; readonly reason: string }

export type TestEvent = TestAct & Recorded
export type TestActKind = TestAct['kind']
export type TestState = 'requested' | Exclude<TestActKind, 'retest' | 'reviewed'> | TestOutcome

/** `tested`: what was offered conforms, and it is a part of the scheme only, of which nothing is certified. */
export type TestOutcome = 'certified' | 'tested' | 'failed'

export function stateOf(request: Pick<TestRequest, 'events' | 'tests'>): TestState {
  const last = request.events.at(-1)
  switch (last?.kind) {
    case undefined:
      return 'requested'
    case 'retest':
      // The sample is still there, and is measured anew.
      return 'sample_received'
    case 'reviewed':
      return outcomeOf(request)
    case 'quoted':
    case 'accepted':
    case 'sample_received':
    case 'sample_rejected':
    case 'measured':
    case 'reported':
    case 'withdrawn':
      return last.kind
  }
}

/** What a second signatory settles. */
export function outcomeOf(request: Pick<TestRequest, 'events' | 'tests'>): TestOutcome {
  const judged = verdictsOf(request)
  if (!judged.every(({ conforms }) => conforms)) return 'failed'
  return request.tests.every(({ id }) => judged.some(({ term }) => term.id === id)) ? 'certified' : 'tested'
}

/** What was offered last. */
export function quoteOf({ events }: Pick<TestRequest, 'events'>): Quote | undefined {
  return events.findLast((event) => event.kind === 'quoted')
}

/** From where each act leads on. */
const FROM: Readonly<Record<TestActKind, readonly TestState[]>> = {
  quoted: ['requested', 'quoted'],
  accepted: ['quoted'],
  sample_received: ['accepted', 'sample_rejected'],
  sample_rejected: ['sample_received'],
  measured: ['sample_received'],
  retest: ['measured', 'reported'],
  reported: ['measured'],
  reviewed: ['reported'],
  // What was measured is reported, whatever it shows.
  withdrawn: ['requested', 'quoted', 'accepted', 'sample_received', 'sample_rejected'],
}

export function mayFollow(kind: TestActKind, state: TestState): boolean {
  return FROM[kind].includes(state)
}

export function isOver(state: TestState): boolean {
  return !Object.values(FROM).some((from) => from.includes(state))
}

/** What was measured last. */
export function resultsOf({ events }: Pick<TestRequest, 'events'>): readonly Result[] {
  return events.findLast((event) => event.kind === 'measured')?.results ?? []
}

export interface JudgedTest {
  readonly term: Term
  readonly result: Result
  readonly conforms: boolean
  readonly acceptance_limit: string
}

export function verdictsOf(request: Pick<TestRequest, 'events'>): readonly JudgedTest[] {
  const results = resultsOf(request)
  return (quoteOf(request)?.terms ?? []).flatMap((term) => {
    const result = results.find(({ test }) => test === term.id)
    return result === undefined ? [] : [{ term, result, ...verdictOf(result, term) }]
  })
}

export interface Turnaround {
  /** From the day after the sample came, without those on which the laboratory waited for another. */
  readonly used_days: number
  readonly promised_days: number
  /** The last day that was promised; null while the laboratory waits for a sample. */
  readonly due_on: Day | null
  readonly stopped: boolean
}

/** In working days. Undefined before the first sample. It ends with the second signature, or where the request is withdrawn. */
export function turnaroundOf(
  { events }: Pick<TestRequest, 'events'>,
  holidays: ReadonlySet<Day>,
  today: Day,
): Turnaround | undefined {
  const samples = events.filter((event) => event.kind === 'sample_received')
  const [first] = samples
  if (first === undefined) return undefined
  const promised_days = quoteOf({ events })?.working_days ?? 0
  const ended = events.find(({ kind }) => kind === 'reviewed' || kind === 'withdrawn')
  const until = ended === undefined ? today : dayOf(ended)
  const begun_on = dayOf(first)
  const stops = stopsIn(events, until)
  const stopped = events.at(-1)?.kind === 'sample_rejected'
  const circumstances = { holidays, stops }
  const length = { begun_on, length: promised_days, counted_in: 'working_days' } as const
  return {
    used_days: workedBetween(begun_on, until, circumstances),
    promised_days,
    due_on: stopped ? null : lastDayOf(length, circumstances),
    stopped,
  }
}

/** From the day after a sample was rejected up to the day on which another came, which is itself not counted. */
function stopsIn(events: readonly TestEvent[], until: Day): readonly Stop[] {
  return events.flatMap((event, index) => {
    if (event.kind !== 'sample_rejected') return []
    const next = events.slice(index).find((one) => one.kind === 'sample_received')
    return [{ from: dayOf(event) + 1, until: (next === undefined ? until : dayOf(next)) + 1 }]
  })
}

function workedBetween(begun_on: Day, until: Day, { holidays, stops }: Circumstances): number {
  const joined = joinStops(stops)
  let worked = 0
  for (let day = begun_on + 1; day <= until; day += 1)
    if (isWorkingDay(day, holidays) && !joined.some((stop) => stop.from <= day && day < stop.until)) worked += 1
  return worked
}

function dayOf({ recorded_on }: Recorded): Day {
  const day = parseDay(recorded_on)
  if (day === undefined) throw new RangeError(`${recorded_on} is no day`)
  return day
}

/** The middle of them; of an even number the upper of the two in the middle. Undefined of none. */
export function medianOf(days: readonly number[]): number | undefined {
  return days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)]
}

export type TestRefusal =
  | { readonly code: 'test_unknown' }
  | { readonly code: 'test_state'; readonly state: TestState }
  | { readonly code: 'laboratory_takes_none'; readonly number: string }
  | { readonly code: 'laboratory_not_issuer'; readonly number: string; readonly scheme: Localized }
  | { readonly code: 'scheme_unknown'; readonly place: '/body/scheme'; readonly day: string }
  /** A scheme of which no test is known: its certificates come from elsewhere and are recorded. */
  | { readonly code: 'scheme_untested'; readonly place: '/body/scheme'; readonly scheme: Localized }
  | { readonly code: 'scheme_silent'; readonly scheme: Localized; readonly day: string }
  | { readonly code: 'test_gap'; readonly gap: ScopeGap; readonly standard: string; readonly method: string }
  | { readonly code: 'tests_unfit'; readonly place: '/body/tests'; readonly test: string }
  | { readonly code: 'results_unfit'; readonly place: '/body/results'; readonly test: string }
  | { readonly code: 'result_unfit'; readonly place: '/body/results'; readonly test: string; readonly found: string }
  | { readonly code: 'measured_day'; readonly place: '/body/results'; readonly from: string; readonly today: string }
  | { readonly code: 'may_not_sign' }
  | { readonly code: 'own_report' }
  | { readonly code: 'report_changed' }

/** At least one, and each once, of those of the scheme. */
export function unfitTests({ tests }: Pick<TestRequest, 'tests'>, offered: readonly string[]): TestRefusal | undefined {
  const unfit = offered.find((test, nth) => !tests.some(({ id }) => id === test) || offered.indexOf(test) !== nth)
  return unfit === undefined ? undefined : { code: 'tests_unfit', place: '/body/tests', test: unfit }
}

/** One for each test that was accepted, and measured on a day between that on which the sample came and today. */
export function unfitResults(
  request: Pick<TestRequest, 'events'>,
  results: readonly Result[],
  today: string,
): TestRefusal | undefined {
  const place = '/body/results'
  const accepted = (quoteOf(request)?.terms ?? []).map(({ id }) => id)
  const missing = accepted.find((test) => results.filter((one) => one.test === test).length !== 1)
  if (missing !== undefined) return { code: 'results_unfit', place, test: missing }
  const other = results.find(({ test }) => !accepted.includes(test))
  if (other !== undefined) return { code: 'results_unfit', place, test: other.test }
  const from = request.events.findLast(({ kind }) => kind === 'sample_received')?.recorded_on ?? today
  for (const result of results) {
    const unfit = unfitIn(result)
    if (unfit !== undefined) return { code: 'result_unfit', place, test: result.test, found: result[unfit] }
    if (result.measured_on < from || result.measured_on > today) return { code: 'measured_day', place, from, today }
  }
  return undefined
}
