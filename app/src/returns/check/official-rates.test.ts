import { parseDay } from '@maqami/engine/value/date.ts'
import { describe, expect, test } from 'vitest'
import { KITES } from '../kites-fixture.ts'
import { readRates } from './official-rates.ts'

const HEAD = 'date,currency,rate,source\n'
const on = (text: string): number => parseDay(text) ?? 0

/** As the return of kites gives them: the bounds themselves are rates. */
const BOUNDS = KITES.rates

describe('the table of official rates', () => {
  const read = readRates('rates.csv', `\uFEFF${HEAD}2026-07-10,USD,280.50,bank\n2026-07-13,USD,281,bank\n\n`)
  const rates = read.ok ? read.rates : undefined

  test('gives the rate of the very day', () => expect(rates?.find('USD', on('2026-07-13'))?.rate.text).toBe('281'))

  test('gives the last rate before a day without one, and says of which day it is', () => {
    expect(rates?.find('USD', on('2026-07-12'))).toMatchObject({ rate: { text: '280.5' }, date: '2026-07-10' })
  })

  test('has no rate before its first day, after a gap of more than a week, or of another currency', () => {
    expect(rates?.find('USD', on('2026-07-09'))).toBeUndefined()
    expect(rates?.find('USD', on('2026-07-20'))).toBeDefined()
    expect(rates?.find('USD', on('2026-07-21'))).toBeUndefined()
    expect(rates?.find('CNY', on('2026-07-10'))).toBeUndefined()
  })

  test('takes a rate at each bound, and any of a currency without', () => {
    const within = `${HEAD}2026-07-10,USD,100,bank\n2026-07-11,USD,1000,bank\n2026-07-11,JPY,0.0036,bank\n`
    expect(readRates('rates.csv', within, BOUNDS).ok).toBe(true)
  })

  test.each([
    ['', 1, 'first line'],
    ['date,rate\n', 1, 'first line'],
    [`${HEAD}2026-07-10,USD,280,5,bank\n`, 2, 'with a point'],
    [`${HEAD}2026-07-10,USD,2,8,0,5,0,0,bank\n`, 2, 'many more'],
    [`${HEAD}${'\n'.repeat(100_000)}`, 100_001, 'more than 100000 lines'],
    [`${HEAD}10/07/2026,USD,280,bank\n`, 2, 'such as 2026-07-01'],
    [`${HEAD}2026-07-10,usd,280,bank\n`, 2, 'three capital letters'],
    [`${HEAD}2026-07-10,USD,0,bank\n`, 2, 'above zero'],
    [`${HEAD}2026-07-10,USD,-1,bank\n`, 2, 'above zero'],
    [`${HEAD}2026-07-10,USD,1e3,bank\n`, 2, 'above zero'],
    [`${HEAD}2026-07-10,USD,280,\n`, 2, 'source'],
    [`${HEAD}2026-07-10,USD,280,bank\n2026-07-10,USD,281,bank\n`, 3, 'two rates'],
    [`${HEAD}2026-07-10,USD,280,"bank\n`, 2, 'not CSV'],
    // Rupees for a dollar, written as dollars for a rupee, or with a digit too many.
    [`${HEAD}2026-07-10,USD,0.0036,bank\n`, 2, 'A rate of USD is from 100 to 1000'],
    [`${HEAD}2026-07-10,USD,99.99,bank\n`, 2, 'this is 99.99'],
    [`${HEAD}2026-07-10,USD,1000.01,bank\n`, 2, 'this is 1000.01'],
  ])('refuses %j with its line', (text, line, part) => {
    const wrong = readRates('rates.csv', text, BOUNDS)
    expect(!wrong.ok && wrong.problems[0]).toMatchObject({ file: 'rates.csv', line })
    expect(!wrong.ok && wrong.problems[0]?.sentence).toContain(part)
  })
})
