/** Days and moments as pages write them. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { dayAt } from '../kernel/clock.ts'
import type { Language } from '../kernel/problem.ts'

const TIMES = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Karachi', timeStyle: 'short' })
const ZONE: Readonly<Record<Language, string>> = { en: 'PKT', ur: 'پاکستانی وقت' }

/** `30 June 2027`. */
export function dayText(day: string, language: Language): string {
  return displayDayText(day, language)
}

export interface Moment {
  /** `2027-06-30`: the day that it was in Pakistan. */
  readonly day: string
  /** `30 June 2027, 14:05 PKT`. */
  readonly when: string
}

export function momentOf(instant: string, language: Language): Moment {
  const day = formatDay(dayAt(instant))
  const [comma, time] = [language === 'ur' ? '،' : ',', TIMES.format(Date.parse(instant))]
  return { day, when: `${displayDayText(day, language)}${comma} ${time} ${ZONE[language]}` }
}

/** How many days lie between: below zero where `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  const [first, last] = [parseDay(from), parseDay(to)]
  if (first === undefined || last === undefined) throw new RangeError(`${from} or ${to} is no day`)
  return last - first
}
