/** How each laboratory does, test by test: how long it takes, what lies with it, how much fails, and whether that differs from all others. */
import { type Day, parseDay } from '@maqami/engine/value/date.ts'
import { toFixed } from '@maqami/engine/value/exact.ts'
import { isWorkingDay } from '../../kernel/period.ts'
import {
  medianOf,
  quoteOf,
  stateOf,
  type Term,
  type TestEvent,
  type TestRequest,
  turnaroundOf,
  verdictsOf,
} from '../way.ts'
import { compareShares, type Difference, isEnough, type Tally } from './tally.ts'

export interface OversightLine extends Tally {
  readonly laboratory_id: string
  /** As the last request names it. */
  readonly laboratory_name: string
  readonly standard: string
  readonly method: string
  /** Working days from the sample to the second signature, without those on which it waited for another sample; null where none ended. */
  readonly median_days: number | null
  /** Nine of ten were no longer. */
  readonly ninetieth_days: number | null
  /** Reports that came after the day that was promised. */
  readonly late: number
  /** The median of the working days for which the maker was waited for: from the offer to the sample, and for another sample. */
  readonly waited_days: number | null
  /** Samples that are there and not reported on. */
  readonly open: number
  /** The day on which the oldest of them came, and how many working days the laboratory has had it. */
  readonly oldest_on: string | null
  readonly oldest_days: number | null
  /** Requests in which the maker is next. */
  readonly awaited: number
  readonly rejected_samples: number
  readonly retests: number
  /** All other laboratories on the same test. */
  readonly others: Tally
  /** How often chance alone makes such a difference, to six places; null where there are too few reports to say. */
  readonly chance: string | null
  readonly difference: Difference
}

export interface Oversight {
  readonly lines: readonly OversightLine[]
  /** How many comparisons were made. */
  readonly compared: number
}

interface Circumstances {
  readonly holidays: ReadonlySet<Day>
  readonly today: string
  /** Reports count from this day on; what is open counts always. */
  readonly since: string
}

/** A request, as one of its tests. */
interface Case {
  readonly request: TestRequest
  readonly term: Term
}

export function overseen(requests: readonly TestRequest[], circumstances: Circumstances): Oversight {
  const cases = requests.flatMap((request) => (quoteOf(request)?.terms ?? []).map((term): Case => ({ request, term })))
  const groups = Map.groupBy(cases, ({ request, term }) => `${term.standard}\n${term.method}\n${request.laboratory_id}`)
  const single = [...groups.keys()].toSorted().map((key) => lineOf(groups.get(key) ?? [], circumstances))
  const beside = single.map((line) => ({ line, others: othersOf(line, single) }))
  const compared = beside.filter(({ line, others }) => isEnough(line, others)).length
  const lines = beside.map(({ line, others }) => {
    const { difference, chance } = compareShares(line, others, compared)
    return { ...line, others, chance: chance === undefined ? null : toFixed(chance, 6), difference }
  })
  return { lines: lines.filter(isWorthALine), compared }
}

type Single = Omit<OversightLine, 'others' | 'chance' | 'difference'>

function lineOf(cases: readonly Case[], { holidays, today, since }: Circumstances): Single {
  const day = dayOf(today)
  const ended = cases.filter(({ request }) => endedSince(request, since))
  const turns = ended.flatMap(({ request }) => turnaroundOf(request, holidays, day) ?? [])
  const used = turns.map(({ used_days }) => used_days)
  const open = cases.filter(({ request }) => ['sample_received', 'measured', 'reported'].includes(stateOf(request)))
  const oldest = open
    .map(({ request }) => ({ request, on: cameOn(request) }))
    .toSorted((a, b) => compareTexts(a.on, b.on))[0]
  const events = cases.flatMap(({ request }) => request.events).filter(({ recorded_on }) => recorded_on >= since)
  const { request, term } = cases.toSorted((a, b) => compareTexts(a.request.id, b.request.id)).at(-1) ?? noCase()
  return {
    laboratory_id: request.laboratory_id,
    laboratory_name: request.laboratory_name,
    standard: term.standard,
    method: term.method,
    reports: ended.length,
    failed: ended.filter(isFailed).length,
    median_days: medianOf(used) ?? null,
    ninetieth_days: ninetiethOf(used) ?? null,
    late: turns.filter(({ used_days, promised_days }) => used_days > promised_days).length,
    waited_days: medianOf(ended.map((one) => waitedFor(one.request.events, holidays))) ?? null,
    open: open.length,
    oldest_on: oldest?.on ?? null,
    oldest_days: oldest === undefined ? null : (turnaroundOf(oldest.request, holidays, day)?.used_days ?? null),
    awaited: cases.filter((one) => ['quoted', 'accepted', 'sample_rejected'].includes(stateOf(one.request))).length,
    rejected_samples: events.filter(({ kind }) => kind === 'sample_rejected').length,
    retests: events.filter(({ kind }) => kind === 'retest').length,
  }
}

function noCase(): never {
  throw new Error('a laboratory without a request has no line')
}

/** What ended before the first day and left nothing behind is not shown. */
function isWorthALine({ reports, open, awaited }: OversightLine): boolean {
  return reports + open + awaited > 0
}

function endedSince({ events }: TestRequest, since: string): boolean {
  const last = events.at(-1)
  return last?.kind === 'reviewed' && last.recorded_on >= since
}

function isFailed({ request, term: { id } }: Case): boolean {
  return verdictsOf(request).some(({ term, conforms }) => term.id === id && !conforms)
}

function cameOn({ events }: TestRequest): string {
  return events.find(({ kind }) => kind === 'sample_received')?.recorded_on ?? ''
}

function othersOf(line: Single, all: readonly Single[]): Tally {
  const others = all.filter(
    ({ standard, method, laboratory_id }) =>
      standard === line.standard && method === line.method && laboratory_id !== line.laboratory_id,
  )
  return {
    failed: others.reduce((sum, { failed }) => sum + failed, 0),
    reports: others.reduce((sum, { reports }) => sum + reports, 0),
  }
}

/** The nearest rank: of ten the ninth, of fewer the last. */
export function ninetiethOf(days: readonly number[]): number | undefined {
  return days.toSorted((a, b) => a - b)[Math.ceil((days.length * 9) / 10) - 1]
}

/** Working days from the day after an offer, its acceptance or a rejected sample up to the day of what came next. */
export function waitedFor(events: readonly TestEvent[], holidays: ReadonlySet<Day>): number {
  let waited = 0
  for (const [index, { kind, recorded_on }] of events.entries()) {
    const next = events[index + 1]
    if (next === undefined || !['quoted', 'accepted', 'sample_rejected'].includes(kind)) continue
    for (let day = dayOf(recorded_on) + 1; day <= dayOf(next.recorded_on); day += 1)
      if (isWorkingDay(day, holidays)) waited += 1
  }
  return waited
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`${text} is no day`)
  return day
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
