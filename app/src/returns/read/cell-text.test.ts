import { parseDay } from '@maqami/engine/value/date.ts'
import { compare, parseDecimal } from '@maqami/engine/value/exact.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayOfSerial,
  decimalText,
  formatKind,
  percentText,
  readStoredNumber,
  readWrittenNumber,
  serialOfDay,
} from './cell-text.ts'

function text(stored: string, calculated = false): string {
  const read = readStoredNumber(stored, calculated)
  return typeof read === 'string' ? read : read.text
}

describe('stored numbers', () => {
  test.each([
    ['12', '12'],
    ['-12.50', '-12.5'],
    ['0.1', '0.1'],
    ['-0', '0'],
    ['0.0', '0'],
    ['1E-2', '0.01'],
    ['1e3', '1000'],
    ['1.2345E+16', '12345000000000000'],
    ['123456789012345', '123456789012345'],
    ['1.23456789012345E+17', '123456789012345000'],
    ['.5', '0.5'],
  ])('%s is the number %s', (stored, expected) => expect(text(stored)).toBe(expected))

  test.each([
    ['0.10000000000000001', '0.1'],
    ['0.28999999999999998', '0.29'],
    ['1.1000000000000001', '1.1'],
    ['987.64999999999998', '987.65'],
  ])('%s is the binary fraction that a spreadsheet stores for %s', (stored, expected) =>
    expect(text(stored)).toBe(expected),
  )

  test.each([
    '1234567890123456',
    '12345678901234567',
    '0.12345678901234567',
    '1234567890123450001',
    '0.30000000000000004',
  ])('%s has more digits than a spreadsheet keeps', (stored) => expect(text(stored)).toBe('too many digits'))

  test.each(['1E-300', '1E-26', '1e18', '1e25', '1e308', '1e999'])(
    '%s is larger or smaller than any figure',
    (stored) => expect(text(stored)).toBe('out of range'),
  )

  test('a figure has at most eighteen digits before the point and twenty-five after it', () => {
    expect(text('1e17')).toBe('100000000000000000')
    expect(text('1E-25')).toBe('0.0000000000000000000000001')
  })

  test('a calculated number is taken as it is shown, since nobody typed its last digits', () => {
    expect(text('0.30000000000000004', true)).toBe('0.3')
    expect(text('33.333333333333336', true)).toBe('33.3333333333333')
  })

  test.each(['', 'abc', '1,5', '1e', '0x10', 'Infinity', 'NaN', '--1', '1 000'])('"%s" is not a number', (stored) =>
    expect(text(stored)).toBe('not a number'),
  )

  test('every decimal of at most fifteen digits comes back from the binary fraction nearest to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999_999_999 }),
        fc.integer({ min: 0, max: 12 }),
        (digits, places) => {
          const expected = decimalText({ n: digits, d: 10 ** places })
          const read = readStoredNumber(Number(expected).toPrecision(17), false)
          expect(typeof read === 'string' ? read : read.text).toBe(expected)
        },
      ),
    )
  })

  test('text and exact value are the same number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 15 }),
        (digits, places) => {
          const read = readStoredNumber(`${digits}E-${places}`, false)
          if (typeof read === 'string') throw new Error(read)
          expect(compare(read.exact, parseDecimal(read.text) ?? { n: NaN, d: 1 })).toBe(0)
        },
      ),
    )
  })
})

test('a file holds plain digits and a point, at most fifteen of them', () => {
  expect(readWrittenNumber('1250.50')).toMatchObject({ text: '1250.5' })
  expect(readWrittenNumber('1,250')).toBe('not a number')
  expect(readWrittenNumber('1e3')).toBe('not a number')
  expect(readWrittenNumber('1234567890123456')).toBe('too many digits')
  expect(readWrittenNumber('123456789012345000')).toMatchObject({ text: '123456789012345000' })
})

test('a ratio is written in hundredths', () => {
  const read = readStoredNumber('0.455', false)
  expect(typeof read === 'string' ? read : percentText(read)).toBe('45.5')
})

describe('serial numbers of days', () => {
  test.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['46204', '2026-07-01'],
    ['46204.75', '2026-07-01'],
  ])('%s is %s', (serial, expected) => expect(dayOfSerial(serial, false)).toBe(expected))

  test('the 29 February 1900 that never was is refused', () => expect(dayOfSerial('60', false)).toBeUndefined())
  test.each(['-1', '0', 'x', '', '9999999'])('%s is no day', (serial) =>
    expect(dayOfSerial(serial, false)).toBeUndefined(),
  )

  test('the 1904 system begins 1462 days later', () => {
    expect(dayOfSerial('0', true)).toBe('1904-01-01')
    expect(dayOfSerial('44742', true)).toBe('2026-07-01')
  })

  test('a day that we write is read as the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
        expect(parseDay(dayOfSerial(String(serialOfDay(days)), false) ?? '')).toBe(days)
      }),
    )
  })
})

test('a format makes a number a date or a percentage, and texts in quotes do not count', () => {
  expect(formatKind(14, undefined)).toBe('date')
  expect(formatKind(10, undefined)).toBe('percent')
  expect(formatKind(164, 'yyyy\\-mm\\-dd')).toBe('date')
  expect(formatKind(164, '0.0%')).toBe('percent')
  expect(formatKind(164, '#,##0.00 "days"')).toBe('number')
  expect(formatKind(164, '[Red]#,##0')).toBe('number')
  expect(formatKind(164, 'General')).toBe('number')
})
