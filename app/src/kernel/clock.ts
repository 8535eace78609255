/** The clock as an argument: what a command calls *now* is given to it. */
import { type Day, parseDay } from '@maqami/engine/value/date.ts'

/** Milliseconds since 1970 in UTC. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

/** `2027-06-30T09:00:00.000Z`, as instants are written everywhere. */
export function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** Swedish dates are written as ours are. */
const DAYS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Karachi', dateStyle: 'short' })

/** The day that it is in Pakistan, by which programmes count. */
export function today(clock: Clock): Day {
  const day = parseDay(DAYS.format(clock()))
  if (day === undefined) throw new RangeError('the clock gives no day')
  return day
}
