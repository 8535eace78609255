import { describe, expect, it } from 'vitest'
import { dayFor } from '../lamps-fixture.ts'
import { type Exact, exact } from '../value/exact.ts'
import { NOT_HAPPENED, NOT_IMPOSED, type Outcome } from '../value/outcome.ts'
import { numberOf, type Type } from '../value/type.ts'
import { display, displayDayText, displayed } from './display.ts'

const PKR = numberOf('PKR')
const PERCENT = numberOf('percent')
const DATE: Type = { kind: 'date' }
const BOOLEAN: Type = { kind: 'boolean' }

describe('what a reader sees of a value', () => {
  it.each<[string, Outcome, Type, string, string]>([
    ['whole rupees', exact(1_250_000), PKR, 'PKR 1,250,000', 'PKR 1,250,000'],
    ['paisa, always two places', exact(12_500_005, 10), PKR, 'PKR 1,250,000.50', 'PKR 1,250,000.50'],
    ['less than a paisa, exactly', exact(1, 1000), PKR, 'PKR 0.001', 'PKR 0.001'],
    ['a debt', exact(-5000), PKR, 'PKR −5,000', 'PKR −5,000'],
    ['a rate', exact(1, 8), PERCENT, '12.5%', '12.5%'],
    ['a count', exact(30_000_000), numberOf('count'), '30,000,000', '30,000,000'],
    ['a price', exact(5611, 20), numberOf('PKR per USD'), 'PKR 280.55 per USD', 'PKR 280.55 فی USD'],
    ['one day', exact(1), numberOf('days'), '1 day', '1 دن'],
    ['several days', exact(90), numberOf('days'), '90 days', '90 دن'],
    ['months', exact(2), { kind: 'calendar', unit: 'months' }, '2 months', '2 ماہ'],
    ['years', exact(1), { kind: 'calendar', unit: 'years' }, '1 year', '1 سال'],
    ['a day', dayFor('2027-06-30'), DATE, '30 June 2027', '30 جون 2027'],
    ['an event that has not happened', NOT_HAPPENED, DATE, 'none: it has not happened', 'کوئی نہیں: یہ واقع نہیں ہوا'],
    ['a certificate that does not exist', NOT_HAPPENED, PERCENT, 'none', 'کوئی نہیں'],
    ['nothing imposed', NOT_IMPOSED, PKR, 'none', 'کوئی نہیں'],
  ])('shows %s', (_what, value, type, english, urdu) => {
    expect(display(value, type, 'en')).toBe(english)
    expect(display(value, type, 'ur')).toBe(urdu)
  })

  it('says of a requirement that it is met, of a fact yes, of a comparison true', () => {
    const truths = (['met', 'yes', 'holds'] as const).map((truth) => display(false, BOOLEAN, 'en', { truth }))
    expect(truths).toEqual(['not met', 'no', 'not true'])
  })

  it('marks a fraction that does not end and keeps it exactly', () => {
    expect(displayed(exact(1, 3), PKR, 'en')).toEqual({ text: '≈ PKR 0.3333', exact: 'PKR 1/3', unrounded: undefined })
  })

  it('cuts a number of many places and keeps it exactly', () => {
    // One rupee divided by 2^7 has seven places, 0.0078125.
    expect(displayed(exact(1, 128), PKR, 'en')).toEqual({
      text: '≈ PKR 0.0078',
      exact: 'PKR 0.0078125',
      unrounded: undefined,
    })
  })

  it('prints what `show:` asks for, with the exact value beside it where they differ', () => {
    // 45 of 1000 is 4.5%; shown to whole percents, a half upwards, that is 5%.
    expect(displayed(exact(45, 1000), PERCENT, 'en', { show: 'half up to 1%' })).toEqual({
      text: '5%',
      exact: '4.5%',
      unrounded: '4.5%',
    })
    expect(displayed(exact(5, 100), PERCENT, 'en', { show: 'half up to 1%' })).toEqual({
      text: '5%',
      exact: undefined,
      unrounded: undefined,
    })
  })

  it('never shows something as nothing', () => {
    const shown = (value: Exact): string => display(value, PERCENT, 'en', { show: 'half up to 0.01%' })
    // −0.001%, −0.004% and −0.006%: only the last is something when it is rounded.
    expect([exact(-10, 1_000_000), exact(-40, 1_000_000), exact(-60, 1_000_000)].map(shown)).toEqual([
      '−0.001%',
      '−0.004%',
      '−0.01%',
    ])
    expect([exact(1, 100_000), exact(0)].map(shown)).toEqual(['0.001%', '0%'])
  })

  it('shows a month where the day is not known', () => {
    expect([displayDayText('2027-03', 'en'), displayDayText('2027-03', 'ur')]).toEqual(['March 2027', 'مارچ 2027'])
  })
})
