import { describe, expect, it } from 'vitest'
import { engineFor, measure, parameter, provision, said } from '../lamps-fixture.ts'

describe('rows by date', () => {
  const engine = engineFor({
    vocabulary: 'imported_on: { unit: date, event: true }\nprice: { unit: PKR }\n',
    parameters:
      parameter('limited', 'percent', '{ 2026-07-01: 10%, 2028-07-01: 25% }', 'good_until: 2030-06-30') +
      parameter('unlimited', 'percent', '{ 2026-07-01: 10% }', 'seen_on: 2026-08-01') +
      parameter('by_month', 'percent', '{ 2026-07-01: 4%, 2027-02: 5%, 2028-01-01: 6% }', 'seen_on: 2026-08-01') +
      parameter('from_a_month', 'percent', '{ 2027-02: 5% }', 'seen_on: 2026-08-01') +
      parameter(
        'corrected',
        'percent',
        '\n    2026-07-01: { value: 20%, corrects: 2%, reason: A nought was lost. }',
        'seen_on: 2026-08-01',
      ),
    provisions:
      measure('limited_rate', 'limited') +
      measure('unlimited_rate', 'unlimited') +
      measure('month_rate', 'by_month') +
      measure('first_month_rate', 'from_a_month') +
      measure('corrected_rate', 'corrected') +
      measure('on_import', 'by_month on imported_on') +
      measure('first_import', 'imported_on') +
      measure('on_measure', 'limited on first_import') +
      measure('by_period', 'limited on period_end') +
      measure('late', 'assessment_date - period_end'),
  })

  it.each([
    ['2026-06-30', 'refused, limited (before_first_row)'],
    ['2026-07-01', '10%'],
    ['2028-06-30', '10%'],
    ['2028-07-01', '25%'],
    ['2030-06-30', '25%'],
    ['2030-07-01', 'refused, limited (after_last_known)'],
  ])(
    'a row holds from its day to the day before the next, and none beyond what is known: on %s, %s',
    (day, expected) => {
      expect(said(engine, 'limited_rate', {}, day)).toBe(expected)
    },
  )

  it.each([
    ['2027-06-30', '10%'],
    ['2028-07-01', '25%'],
    ['2030-07-01', 'refused, limited (after_last_known)'],
  ])('what is read on period_end is that of the period, not of the assessment: for %s, %s', (periodEnd, expected) => {
    for (const asOf of ['2026-07-01', '2029-01-15', '2050-01-01'])
      expect(said(engine, 'by_period', {}, asOf, periodEnd)).toBe(expected)
  })

  it('without a period of its own, the period ends on the day of the assessment', () => {
    expect(said(engine, 'by_period', {}, '2028-06-30')).toBe('10%')
    expect(said(engine, 'by_period', {}, '2028-07-01')).toBe('25%')
    expect(said(engine, 'late', {}, '2028-07-01')).toBe('0 days')
    expect(said(engine, 'late', {}, '2028-07-01', '2028-06-30')).toBe('1 day')
    expect(said(engine, 'late', {}, '2028-07-01', '2028-07-03')).toBe('-2 days')
  })

  it('a law without an end goes on', () => {
    expect(said(engine, 'unlimited_rate', {}, '2199-12-31')).toBe('10%')
    expect(said(engine, 'unlimited_rate', {}, '2026-06-30')).toBe('refused, unlimited (before_first_row)')
  })

  it.each([
    ['2027-01-31', '4%'],
    ['2027-02-01', 'refused, by_month (day_not_known)'],
    ['2027-02-28', 'refused, by_month (day_not_known)'],
    ['2027-03-01', '5%'],
    ['2027-12-31', '5%'],
    ['2028-01-01', '6%'],
  ])('within a month whose day is not known nothing is said: on %s, %s', (day, expected) => {
    expect(said(engine, 'month_rate', {}, day)).toBe(expected)
  })

  it('nor within a first month of that kind', () => {
    expect(said(engine, 'first_month_rate', {}, '2027-01-31')).toBe('refused, from_a_month (before_first_row)')
    expect(said(engine, 'first_month_rate', {}, '2027-02-15')).toBe('refused, from_a_month (day_not_known)')
    expect(said(engine, 'first_month_rate', {}, '2027-03-01')).toBe('5%')
  })

  it('a correction holds from the day of what it corrects', () => {
    expect(said(engine, 'corrected_rate', {}, '2026-07-01')).toBe('20%')
  })

  it('`on` takes the row of another day than that of the assessment', () => {
    expect(said(engine, 'on_import', { imported_on: '2026-08-01' }, '2029-01-01')).toBe('4%')
    expect(said(engine, 'on_import', { imported_on: '2027-02-03' }, '2029-01-01')).toBe(
      'refused, by_month (day_not_known)',
    )
    expect(said(engine, 'on_import', { imported_on: 'none' }, '2029-01-01')).toBe('none')
    expect(said(engine, 'on_import', {}, '2029-01-01')).toBe('undetermined, needs imported_on')
    expect(said(engine, 'on_measure', { imported_on: '2028-07-01' }, '2026-07-01')).toBe('25%')
  })
})

describe('keys', () => {
  const engine = engineFor({
    vocabulary:
      'electric: { unit: boolean }\nyear: { unit: count }\nform: { categories: [plug, bulb] }\nother: { unit: boolean }\n',
    parameters:
      parameter(
        'by_motor',
        'percent',
        '{ 2026-01-01: { true: 10%, false: 30% } }',
        'by: [electric]\nseen_on: 2026-01-01',
      ) +
      parameter('by_year', 'percent', '{ 2026-01-01: { 0: 1%, 1: 2%, 12: 3% } }', 'by: [count]\nseen_on: 2026-01-01') +
      parameter(
        'by_both',
        'percent',
        "{ 2026-01-01: { plug: { true: 1%, false: 2% }, bulb: { 'true, false': 3% } } }",
        'by: [form, electric]\nseen_on: 2026-01-01',
      ),
    provisions:
      measure('motor', 'by_motor[electric]') +
      measure('condition', 'by_motor[(electric and other)]') +
      measure('yearly', 'by_year[year]') +
      measure('year_after', 'by_year[year + 1]') +
      measure('both', 'by_both[form, electric]') +
      measure('literal', 'by_both[plug, true]'),
  })

  it('are conditions', () => {
    expect(said(engine, 'motor', { electric: 'true' })).toBe('10%')
    expect(said(engine, 'motor', { electric: 'false' })).toBe('30%')
    expect(said(engine, 'condition', { electric: 'true', other: 'false' })).toBe('30%')
    expect(said(engine, 'condition', { electric: 'false' })).toBe('30%')
    expect(said(engine, 'motor', {})).toBe('undetermined, needs electric')
  })

  it('are counts, and a count that the table does not have is refused', () => {
    expect(said(engine, 'yearly', { year: '0' })).toBe('1%')
    expect(said(engine, 'yearly', { year: '12' })).toBe('3%')
    expect(said(engine, 'yearly', { year: '12.0' })).toBe('3%')
    expect(said(engine, 'yearly', { year: '2' })).toBe('refused, by_year (no_cell)')
    expect(said(engine, 'year_after', { year: '11' })).toBe('3%')
  })

  it('nest in the order of `by`, and several may share one cell', () => {
    expect(said(engine, 'both', { form: 'plug', electric: 'false' })).toBe('2%')
    expect(said(engine, 'both', { form: 'bulb', electric: 'true' })).toBe('3%')
    expect(said(engine, 'both', {})).toBe('undetermined, needs form and electric')
    expect(said(engine, 'literal', {})).toBe('1%')
  })
})

describe('bands', () => {
  const engine = engineFor({
    vocabulary: 'value: { unit: USD }\nshare: { unit: percent }\nmade: { unit: count }\nheld: { unit: days }\n',
    parameters:
      parameter(
        'closed',
        'PKR',
        '{ 2026-01-01: { up to USD 30: PKR 1, under USD 100: PKR 2, up to USD 100: PKR 3, up to USD 200: PKR 4 } }',
        'by: [band of USD]\nseen_on: 2026-01-01',
      ) +
      parameter(
        'open',
        'PKR',
        '{ 2026-01-01: { under 10%: PKR 1, up to 20%: none, above: PKR 3 } }',
        'by: [band of percent]\nseen_on: 2026-01-01',
      ) +
      parameter(
        'nested',
        'PKR',
        '{ 2026-01-01: { up to USD 10: { under 5: PKR 1, above: PKR 2 }, above: { above: PKR 3 } } }',
        'by: [band of USD, band of count]\nseen_on: 2026-01-01',
      ) +
      parameter(
        'by_days',
        'percent',
        '{ 2026-01-01: { up to 90 days: 1%, above: 2% } }',
        'by: [band of days]\nseen_on: 2026-01-01',
      ),
    provisions:
      measure('charge', 'closed[value]') +
      measure('graded', 'open[share]') +
      measure('twice', 'nested[value, made]') +
      measure('daily', 'by_days[held]') +
      provision('liability', 'due', 'amount: open[share]\nround: exact'),
  })

  it.each([
    ['USD 0', 'PKR 1'],
    ['USD 30', 'PKR 1'],
    ['USD 30.000000000000000000000000000001', 'PKR 2'],
    ['USD 99.99', 'PKR 2'],
    ['USD 100', 'PKR 3'],
    ['USD 100.01', 'PKR 4'],
    ['USD 200', 'PKR 4'],
    ['USD 200.01', 'refused, closed (beyond_last_band)'],
  ])(
    "'up to' includes its bound, 'under' does not, and beyond the last nothing is known: %s is %s",
    (value, expected) => {
      expect(said(engine, 'charge', { value })).toBe(expected)
    },
  )

  it.each([
    ['9.99%', 'PKR 1'],
    ['10%', 'none'],
    ['20%', 'none'],
    ['20.01%', 'PKR 3'],
  ])("'above' is the rest: %s is %s", (share, expected) => {
    expect(said(engine, 'graded', { share })).toBe(expected)
    expect(said(engine, 'due', { share })).toBe(expected)
  })

  it('of two kinds may nest, and are of days as well', () => {
    expect(said(engine, 'twice', { value: 'USD 10', made: '4' })).toBe('PKR 1')
    expect(said(engine, 'twice', { value: 'USD 10', made: '5' })).toBe('PKR 2')
    expect(said(engine, 'twice', { value: 'USD 10.01', made: '0' })).toBe('PKR 3')
    expect(said(engine, 'daily', { held: '90 days' })).toBe('1%')
    expect(said(engine, 'daily', { held: '91 days' })).toBe('2%')
  })

  it('a date before the first row is refused before any key is missed, and what is missing is still said', () => {
    expect(said(engine, 'charge', {}, '2025-12-31')).toBe('refused, closed (before_first_row)')
    expect(said(engine, 'charge', {})).toBe('undetermined, needs value')
  })
})
