import { describe, expect, it } from 'vitest'
import { engineFor, measure, parameter, requirement, said } from '../lamps-fixture.ts'

const engine = engineFor({
  vocabulary: 'served_on: { unit: date }\nother_on: { unit: date }\nextra: { unit: days }\nmany: { unit: number }\n',
  parameters:
    parameter('month', 'months', '{ 2026-01-01: 1 month }') +
    parameter('half_year', 'months', '{ 2026-01-01: 6 months }') +
    parameter('year', 'years', '{ 2026-01-01: 1 year }') +
    parameter('century', 'years', '{ 2026-01-01: 200 years }') +
    parameter('ninety', 'days', '{ 2026-01-01: 90 days }'),
  provisions:
    measure('early', 'served_on + month', 'ambiguous_dates: earlier') +
    measure('late', 'served_on + month', 'ambiguous_dates: later') +
    measure('back_early', 'served_on - month', 'ambiguous_dates: earlier') +
    measure('back_late', 'served_on - month', 'ambiguous_dates: later') +
    measure('anniversary', 'served_on + year', 'ambiguous_dates: earlier') +
    measure('months_first', 'month + served_on', 'ambiguous_dates: earlier') +
    measure('far', 'served_on + century', 'ambiguous_dates: earlier') +
    measure('ninety_days', 'served_on + ninety') +
    measure('ninety_before', 'served_on - ninety') +
    measure('next_day', 'served_on + 1 day') +
    measure('extended', 'served_on + extra') +
    measure('fraction', 'served_on + many * extra') +
    measure('days_between', 'other_on - served_on') +
    measure('since', 'assessment_date - served_on') +
    measure('later_of', 'max(served_on, other_on)') +
    requirement('due', 'assessment_date >= served_on + ninety'),
})

describe('months and years', () => {
  it.each([
    ['2027-01-31', '2027-02-28', '2027-03-01'],
    ['2028-01-31', '2028-02-29', '2028-03-01'],
    ['2027-01-28', '2027-02-28', '2027-02-28'],
    ['2027-05-31', '2027-06-30', '2027-07-01'],
    ['2027-12-31', '2028-01-31', '2028-01-31'],
  ])('one month after %s is %s when earlier, %s when later', (served_on, earlier, later) => {
    expect(said(engine, 'early', { served_on })).toBe(earlier)
    expect(said(engine, 'months_first', { served_on })).toBe(earlier)
    expect(said(engine, 'late', { served_on })).toBe(later)
  })

  it.each([
    ['2027-03-31', '2027-02-28', '2027-03-01'],
    ['2027-03-28', '2027-02-28', '2027-02-28'],
    ['2027-07-31', '2027-06-30', '2027-07-01'],
  ])('one month before %s is %s when earlier, %s when later', (served_on, earlier, later) => {
    expect(said(engine, 'back_early', { served_on })).toBe(earlier)
    expect(said(engine, 'back_late', { served_on })).toBe(later)
  })

  it('29 February has its anniversary on 28 February', () => {
    expect(said(engine, 'anniversary', { served_on: '2024-02-29' })).toBe('2025-02-28')
  })
})

describe('days', () => {
  it('are counted on the calendar', () => {
    // September 2027 has 29 days left after the 1st, October 31, November 30: 29 + 31 + 30 = 90
    expect(said(engine, 'ninety_days', { served_on: '2027-09-01' })).toBe('2027-11-30')
    expect(said(engine, 'ninety_before', { served_on: '2027-11-30' })).toBe('2027-09-01')
    expect(said(engine, 'next_day', { served_on: '2028-02-28' })).toBe('2028-02-29')
    expect(said(engine, 'extended', { served_on: '2027-12-31', extra: '1 day' })).toBe('2028-01-01')
    expect(said(engine, 'days_between', { served_on: '2028-02-28', other_on: '2028-03-01' })).toBe('2 days')
    expect(said(engine, 'days_between', { served_on: '2028-03-01', other_on: '2028-02-28' })).toBe('-2 days')
    expect(said(engine, 'since', { served_on: '2026-12-31' }, '2027-01-01')).toBe('1 day')
    expect(said(engine, 'later_of', { served_on: '2026-12-31', other_on: '2027-01-01' })).toBe('2027-01-01')
  })

  it('the 90th day is due and the 89th is not', () => {
    expect(said(engine, 'due', { served_on: '2026-10-03' }, '2027-01-01')).toBe('met')
    expect(said(engine, 'due', { served_on: '2026-10-04' }, '2027-01-01')).toBe('not met')
  })
})

describe('what is no day is refused', () => {
  it('beyond the years that the language speaks of', () => {
    expect(said(engine, 'far', { served_on: '2027-01-01' })).toBe('refused, century (not_a_day)')
    expect(said(engine, 'extended', { served_on: '2027-01-01', extra: '999999 days' })).toBe(
      'refused, extra (not_a_day)',
    )
    expect(said(engine, 'next_day', { served_on: '2199-12-31' })).toBe('refused, 1 day (not_a_day)')
    expect(said(engine, 'ninety_before', { served_on: '1900-01-01' })).toBe('refused, ninety (not_a_day)')
  })

  it('and between two days', () => {
    expect(said(engine, 'fraction', { served_on: '2027-01-01', many: '0.5', extra: '3 days' })).toBe(
      'refused, many * extra (not_a_day)',
    )
    expect(said(engine, 'fraction', { served_on: '2027-01-01', many: '0.5', extra: '4 days' })).toBe('2027-01-03')
  })
})
