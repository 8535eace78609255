import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEED } from '../lamps-fixture.ts'
import { compare, exact, parseDecimal, toText } from './exact.ts'
import { parseQuantity, parseRounding, showQuantity, writeQuantity, writeValue } from './notation.ts'
import { NOT_HAPPENED, NOT_IMPOSED } from './outcome.ts'

function read(text: string, unit: string): string | undefined {
  const value = parseQuantity(text, unit)
  return value === undefined ? undefined : toText(value)
}

describe('numbers as they are filed', () => {
  it.each([
    ['PKR 84.50', 'PKR', '84.5'],
    ['PKR -84.50', 'PKR', '-84.5'],
    [' PKR 84.50 ', 'PKR', '84.5'],
    ['10%', 'percent', '0.1'],
    ['10 %', 'percent', '0.1'],
    ['0.01%', 'percent', '0.0001'],
    ['12', 'count', '12'],
    ['12.0', 'count', '12'],
    ['90 days', 'days', '90'],
    ['1 day', 'days', '1'],
    ['2 years', 'years', '2'],
    ['1 month', 'months', '1'],
    ['PKR 280 per USD', 'PKR per USD', '280'],
    ['280.25', 'PKR per USD', '280.25'],
    ['PKR 280', 'PKR per USD', '280'],
    ['1.5', 'number', '1.5'],
    ['007', 'number', '7'],
  ])("'%s' in %s is %s", (text, unit, value) => {
    expect(read(text, unit)).toBe(value)
  })

  it.each([
    ['1,234', '1234'],
    ['1,234,567.89', '1234567.89'],
    ['-1,234', '-1234'],
    ['999,999', '999999'],
    // lakhs and crores: 1,50,000 is a hundred and fifty thousand, 12,34,56,789 is twelve crore
    ['1,50,000', '150000'],
    ['12,34,56,789', '123456789'],
  ])("thousands may be set apart: '%s' is %s", (text, value) => {
    expect(read(text, 'number')).toBe(value)
    expect(read(`PKR ${text}`, 'PKR')).toBe(value)
    expect(read(`${text}%`, 'percent')).toBe(
      toText(exact(BigInt(value.replace('.', '')), 100n * 10n ** BigInt(value.split('.')[1]?.length ?? 0))),
    )
  })

  it.each([
    '1,5',
    '1,23',
    '12,34',
    '1234,567',
    '1,2345',
    '1.234,567',
    '0.123,456',
    ',123',
    '1,,234',
    '1,234,',
    '1,234,56',
    '1, 234',
    '1 234',
    "1'234",
    '1_234',
  ])("a comma that may be a decimal one is refused: '%s'", (text) => {
    expect(read(text, 'number')).toBeUndefined()
    expect(read(`PKR ${text}`, 'PKR')).toBeUndefined()
    expect(read(`${text}%`, 'percent')).toBeUndefined()
  })

  it.each([
    ' ',
    '',
    '1e3',
    '1E3',
    '٣',
    '１２',
    '१२',
    '--1',
    '+1',
    '-',
    '-.5',
    '.5',
    '5.',
    '1.2.3',
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '0b1',
    '1n',
    '½',
    '−1',
    '1\u00a0000',
    '1\u200b0',
    '\u202e12',
    'null',
    'none',
    '1/3',
    '1'.repeat(61),
    `0.${'1'.repeat(31)}`,
  ])("'%s' is no number", (text) => {
    for (const unit of ['number', 'count', 'percent', 'days', 'months', 'PKR', 'PKR per USD']) {
      const written =
        { percent: `${text}%`, days: `${text} days`, months: `${text} months`, PKR: `PKR ${text}` }[unit] ?? text
      expect(read(written, unit), unit).toBeUndefined()
    }
    expect(parseDecimal(text)).toBeUndefined()
  })

  it.each([
    ['10', 'percent'],
    ['0.1', 'percent'],
    ['10%', 'number'],
    ['10%%', 'percent'],
    ['1.5', 'count'],
    ['PKR 1', 'count'],
    ['12', 'PKR'],
    ['12 PKR', 'PKR'],
    ['PKR12', 'PKR'],
    ['USD 12', 'PKR'],
    ['pkr 12', 'PKR'],
    ['-PKR 12', 'PKR'],
    ['Rs 12', 'PKR'],
    ['90', 'days'],
    ['90 day of June', 'days'],
    ['1.5 days', 'days'],
    ['90 months', 'days'],
    ['3 months', 'years'],
    ['PKR 280 per EUR', 'PKR per USD'],
    ['USD 280 per PKR', 'PKR per USD'],
    ['PKR 280 per PKR 1', 'PKR per USD'],
  ])("'%s' is not in %s", (text, unit) => {
    expect(read(text, unit)).toBeUndefined()
  })
})

describe(`writing and reading back (seed ${SEED})`, () => {
  const decimal = fc
    .tuple(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.nat({ max: 12 }))
    .map(([n, places]) => exact(n, 10n ** BigInt(places)))

  it.each(['percent', 'number', 'PKR', 'PKR per USD'])('a value in %s is the same afterwards', (unit) => {
    assert(
      fc.property(decimal, (value) => {
        const back = parseQuantity(writeQuantity(value, unit), unit)
        return back !== undefined && compare(back, value) === 0
      }),
      { seed: SEED, numRuns: 400 },
    )
  })

  it.each(['count', 'days', 'months', 'years'])('a whole number in %s is the same afterwards', (unit) => {
    assert(
      fc.property(fc.integer({ min: -999_999, max: 999_999 }), (value) => {
        const back = parseQuantity(writeQuantity(exact(value), unit), unit)
        return back !== undefined && compare(back, exact(value)) === 0
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('no text whatever makes the reader throw', () => {
    const units = ['percent', 'count', 'number', 'days', 'months', 'years', 'PKR', 'PKR per USD', 'nonsense', '']
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(' ', ...'0 1 2 3 9 . , - + % PKR USD per day days'.split(' ')) }),
    )
    assert(
      fc.property(text, fc.constantFrom(...units), (written, unit) => {
        parseQuantity(written, unit)
        parseRounding(written, unit)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })
})

describe('showing', () => {
  const halfUpToABasisPoint = parseRounding('half up to 0.01%', 'percent')

  it('a third is cut, and says so', () => {
    expect(showQuantity(exact(1, 3), 'percent')).toBe('≈ 33.3333%')
    expect(showQuantity(exact(1, 3), 'PKR')).toBe('≈ PKR 0.3333')
    expect(showQuantity(exact(-2, 3), 'number')).toBe('≈ -0.6667')
  })

  it('what ends is shown in full, unless the provision says otherwise', () => {
    expect(showQuantity(exact(99960, 1000000), 'percent')).toBe('9.996%')
    expect(showQuantity(exact(99960, 1000000), 'percent', halfUpToABasisPoint)).toBe('10%')
  })

  it('a unit that is a product has no price in it', () => {
    expect(writeQuantity(exact(4), 'PKR PKR')).toBe('PKR PKR 4')
    expect(writeQuantity(exact(4), '1 per PKR')).toBe('1 4 per PKR')
  })

  it('one day is not one days', () => {
    expect(writeQuantity(exact(1), 'days')).toBe('1 day')
    expect(writeQuantity(exact(2), 'days')).toBe('2 days')
  })

  it('none is none, whether nothing happened or nothing is imposed', () => {
    expect(writeValue(NOT_HAPPENED, { kind: 'date' })).toBe('none')
    expect(writeValue(NOT_IMPOSED, { kind: 'number', unit: 'PKR' })).toBe('none')
    expect(writeValue(true, { kind: 'boolean' })).toBe('true')
    expect(writeValue(20000, { kind: 'date' })).toBe('2024-10-04')
  })
})

describe('roundings', () => {
  it.each([
    ['down to PKR 1', 'PKR', 'down', '1'],
    ['up to PKR 0.01', 'PKR', 'up', '0.01'],
    ['half up to 0.01%', 'percent', 'half up', '0.0001'],
    ['half even to 1', 'count', 'half even', '1'],
  ])('%s is read', (text, unit, mode, step) => {
    const rounding = parseRounding(text, unit)
    expect(rounding?.mode).toBe(mode)
    expect(rounding === undefined ? undefined : toText(rounding.step)).toBe(step)
  })

  it.each([
    ['down', 'PKR'],
    ['down to', 'PKR'],
    ['down to 1', 'PKR'],
    ['down to USD 1', 'PKR'],
    ['down to PKR 0', 'PKR'],
    ['down to PKR -1', 'PKR'],
    ['nearest to PKR 1', 'PKR'],
    ['half down to PKR 1', 'PKR'],
    ['Down to PKR 1', 'PKR'],
    ['half up to 1', 'percent'],
  ])("'%s' in %s is refused", (text, unit) => {
    expect(parseRounding(text, unit)).toBeUndefined()
  })
})
