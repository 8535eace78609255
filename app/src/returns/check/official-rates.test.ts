import { parseDay } from '@maqami/engine/value/date.ts'
import { describe, expect, test } from 'vitest'
import { readRates } from './official-rates.ts'

const HEAD = 'date,currency,rate,source\n'
const on = (text: string): number => parseDay(text) ?? 0

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
  ])('refuses %j with its line', (text, line, part) => {
    const wrong = readRates('rates.csv', text)
    expect(!wrong.ok && wrong.problems[0]).toMatchObject({ file: 'rates.csv', line })
    expect(!wrong.ok && wrong.problems[0]?.sentence).toContain(part)
  })
})
