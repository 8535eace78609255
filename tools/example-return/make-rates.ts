/** Invented rates of the working days of a year, in the form of the official table. They say that they are invented. */
import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { randomFrom } from './random.ts'

const CURRENCIES = [
  { currency: 'USD', rate: 281, places: 2 },
  { currency: 'CNY', rate: 39.2, places: 4 },
  { currency: 'EUR', rate: 322, places: 2 },
  { currency: 'AED', rate: 76.5, places: 4 },
] as const

const FIRST: Day = parseDay('2026-06-25') ?? 0
const LAST: Day = parseDay('2027-06-30') ?? 0
/** 1 January 1970 was a Thursday; Saturday and Sunday are days 2 and 3 of weeks that begin on Thursday. */
const isWorkingDay = (day: Day): boolean => day % 7 !== 2 && day % 7 !== 3

export function makeRates(seed: number): string {
  const random = randomFrom(seed ^ 0x5eed)
  const lines = ['date,currency,rate,source']
  const rates = CURRENCIES.map((one) => ({ ...one, steps: Math.round(one.rate * 10 ** one.places) }))
  for (let day = FIRST; day <= LAST; day += 1) {
    if (!isWorkingDay(day)) continue
    for (const rate of rates) {
      rate.steps += Math.round((random.next() - 0.47) * rate.steps * 0.001)
      lines.push(
        `${formatDay(day)},${rate.currency},${(rate.steps / 10 ** rate.places).toFixed(rate.places)},invented for the example`,
      )
    }
  }
  return `${lines.join('\n')}\n`
}
