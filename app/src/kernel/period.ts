/** Periods as they are counted from a day: days that do not count, working days. No clock and no file: holidays are given. */
import type { Day } from '@maqami/engine/value/date.ts'

/** Days that do not count: from the first of them to the one before `until`, which counts again. */
export interface Stop {
  readonly from: Day
  readonly until: Day
}

export interface Period {
  /** The day of service, filing or decision: the day after it is the first that counts. */
  readonly begun_on: Day
  readonly length: number
  readonly counted_in: 'days' | 'working_days'
}

/** What else decides which days count. */
export interface Circumstances {
  readonly holidays: ReadonlySet<Day>
  readonly stops: readonly Stop[]
}

/** Saturday and Sunday are the weekend. */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  return weekday(day) < SATURDAY && !holidays.has(day)
}

const SATURDAY = 5

/** From Monday, which is 0. The first of January 1970 was a Thursday. */
function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The day itself, or the first working day after it. */
export function workingDayFrom(day: Day, holidays: ReadonlySet<Day>): Day {
  let next = day
  while (!isWorkingDay(next, holidays)) next += 1
  return next
}

/**
 * The last day of a period. In days it may fall on a holiday and stays there: a law that moves it says so. In working days neither a weekend nor
 * a holiday counts, so that it never does.
 */
export function lastDayOf({ begun_on, length, counted_in }: Period, { holidays, stops }: Circumstances): Day {
  const joined = joinStops(stops)
  const counts = (day: Day): boolean =>
    (counted_in === 'days' || isWorkingDay(day, holidays)) &&
    !joined.some(({ from, until }) => from <= day && day < until)
  let last = begun_on
  for (let left = length; left > 0; ) {
    last += 1
    if (counts(last)) left -= 1
  }
  return counted_in === 'working_days' ? workingDayFrom(last, holidays) : last
}

/** A last day that somebody else gives, such as the law, moved on by each stop that begins by then. Days before `begun_on` cannot stop anything. */
export function movedOn(last: Day, stops: readonly Stop[]): Day {
  return joinStops(stops).reduce((moved, { from, until }) => (from <= moved ? moved + until - from : moved), last)
}

/** In their order, those that meet as one: a day that two of them name does not count once. */
export function joinStops<S extends Stop>(stops: readonly S[]): readonly S[] {
  const joined: S[] = []
  for (const stop of stops.toSorted((a, b) => a.from - b.from)) {
    if (stop.until <= stop.from) continue
    const before = joined.at(-1)
    if (before === undefined || before.until < stop.from) joined.push(stop)
    else joined[joined.length - 1] = { ...before, until: Math.max(before.until, stop.until) }
  }
  return joined
}
