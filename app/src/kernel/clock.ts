/** The clock as an argument: what a command calls *now* is given to it. */
import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'

/** Milliseconds since 1970 in UTC. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

/** `2027-06-30T09:00:00.000Z`, as instants are written everywhere. */
export function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

const DAY_MS = 24 * 3_600_000
/** Six in the morning in Pakistan, in UTC. */
const MORNING_MS = 3_600_000

/** The instant of the next morning, for what is done once a day. */
export function nextMorning(clock: Clock): number {
  // Days are counted from 1970, as milliseconds are.
  return (today(clock) + 1) * DAY_MS + MORNING_MS
}

/** Swedish dates are written as ours are. */
const DAYS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Karachi', dateStyle: 'short' })

/** The day that it is in Pakistan, by which programmes count. */
export function today(clock: Clock): Day {
  const day = parseDay(DAYS.format(clock()))
  if (day === undefined) throw new RangeError('the clock gives no day')
  return day
}

/** The same as it is written: `2027-06-30`. */
export function todayText(clock: Clock): string {
  return formatDay(today(clock))
}

/** The day that it was in Pakistan at an instant, such as `instantText` writes. */
export function dayAt(instant: string): Day {
  return today(() => Date.parse(instant))
}
