/** What an import licence is for. */
import { array, assert, constant, constantFrom, integer, pre, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readScope } from './read-scope.ts'
import { lineFor, type ScopeLine, unfitScope } from './scope.ts'

const LICENCE = { valid_from: '2026-07-15', valid_until: '2029-06-30' }
const whole = (hs_prefix: string, quota: number | null = null): ScopeLine => ({ hs_prefix, quota, ...LICENCE })

describe('the scope of a licence', () => {
  test('covers a line by its first digits, from its first day until its last', () => {
    const line = { hs_prefix: '8714', quota: null, valid_from: '2026-08-01', valid_until: '2026-08-31' }
    const asked = (hs_line: string, day: string) => lineFor([line], hs_line, day) !== undefined
    expect(['2026-07-31', '2026-08-01', '2026-08-31', '2026-09-01'].map((day) => asked('87149100', day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(asked('87120000', '2026-08-01')).toBe(false)
  })

  test('is refused where a line lies beyond the licence, or ends before it begins', () => {
    const refusal = (from: string, until: string) =>
      unfitScope([{ hs_prefix: '8714', quota: 5, valid_from: from, valid_until: until }], LICENCE)?.code
    expect(refusal('2026-07-15', '2029-06-30')).toBeUndefined()
    expect(refusal('2026-07-14', '2029-06-30')).toBe('scope_period')
    expect(refusal('2026-07-15', '2029-07-01')).toBe('scope_period')
    expect(refusal('2027-01-02', '2027-01-01')).toBe('scope_period')
  })

  test('that is not refused has one line at most for every import', () => {
    const day = integer({ min: 1, max: 9 }).map((one) => `2027-01-0${one}`)
    const line = record({
      hs_prefix: constantFrom('8714', '871491', '87149100', '87149200', '8712'),
      quota: constant(null),
      valid_from: day,
      valid_until: day,
    })
    assert(
      property(
        array(line, { maxLength: 4 }),
        constantFrom('87149100', '87149200', '87120000'),
        day,
        (scope, hs, on) => {
          const covering = scope.filter((one) => lineFor([one], hs, on) !== undefined)
          pre(unfitScope(scope, LICENCE) === undefined)
          expect(covering.length).toBeLessThanOrEqual(1)
        },
      ),
    )
    expect(unfitScope([whole('8714'), whole('87149100')], LICENCE)).toEqual({
      code: 'scope_overlaps',
      one: '8714',
      other: '87149100',
    })
  })

  test('is read from one line each, with quota and days where they are its own', () => {
    const read = (text: string) => readScope(text, LICENCE)
    expect(read('8714.9100 500 2026-08-01 2027-07-31\n\n8712\n')).toEqual({
      done: [
        { hs_prefix: '87149100', quota: 500, valid_from: '2026-08-01', valid_until: '2027-07-31' },
        { hs_prefix: '8712', quota: null, ...LICENCE },
      ],
    })
    expect(read('871')).toEqual({ refused: { code: 'field_unfit', place: '/body/scope' } })
    expect(read('8714 2026-02-30 2027-07-31')).toEqual({
      refused: { code: 'field_no_day', place: '/body/scope', text: '2026-02-30' },
    })
  })
})
