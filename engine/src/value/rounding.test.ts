import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { Fraction } from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { SEED } from '../lamps-fixture.ts'
import { compare, exact, parseDecimal, round, type RoundingMode, toText } from './exact.ts'

/** Rounded to whole units; each column is one mode. The first four rows are the textbook's table of halves. */
const TABLE: readonly (readonly [string, string, string, string, string])[] = [
  // value, down, up, half up, half even
  ['0.5', '0', '1', '1', '0'],
  ['1.5', '1', '2', '2', '2'],
  ['2.5', '2', '3', '3', '2'],
  ['3.5', '3', '4', '4', '4'],
  ['2.4', '2', '3', '2', '2'],
  ['2.6', '2', '3', '3', '3'],
  ['2', '2', '2', '2', '2'],
  ['0', '0', '0', '0', '0'],
  ['2.000000000000000000001', '2', '3', '2', '2'],
  ['2.499999999999999999999', '2', '3', '2', '2'],
  ['2.500000000000000000001', '2', '3', '3', '3'],
  ['9007199254740992.5', '9007199254740992', '9007199254740993', '9007199254740993', '9007199254740992'],
  ['9007199254740993.5', '9007199254740993', '9007199254740994', '9007199254740994', '9007199254740994'],
]

const MODES = ['down', 'up', 'half up', 'half even'] as const satisfies readonly RoundingMode[]

function parsed(text: string): ReturnType<typeof exact> {
  const value = parseDecimal(text)
  if (value === undefined) throw new Error(text)
  return value
}

describe('rounding', () => {
  for (const [column, mode] of MODES.entries()) {
    it.each(TABLE)(`${mode}: %s`, (value, ...rounded) => {
      expect(toText(round(parsed(value), mode, exact(1)))).toBe(rounded[column])
    })

    it.each(TABLE)(`${mode}: a repayment rounds as its payment did, -%s`, (value, ...rounded) => {
      const expected = rounded[column] === '0' ? '0' : `-${rounded[column]}`
      expect(toText(round(parsed(`-${value}`), mode, exact(1)))).toBe(expected)
    })
  }

  it.each([
    // 1,264.50 rupees to whole rupees; 33.335% to 0.01%; 7 to multiples of 3 (6 or 9); 12.5 to multiples of 5 (10 or 15)
    ['1264.50', 'half up', '1', '1265'],
    ['1264.50', 'half even', '1', '1264'],
    ['0.33335', 'half up', '0.0001', '0.3334'],
    ['0.33345', 'half even', '0.0001', '0.3334'],
    ['7', 'down', '3', '6'],
    ['7', 'up', '3', '9'],
    ['12.5', 'half even', '5', '10'],
    ['17.5', 'half even', '5', '20'],
    ['0.3', 'down', '0.1', '0.3'],
  ] as const)('%s %s to %s is %s', (value, mode, step, expected) => {
    expect(toText(round(parsed(value), mode, parsed(step)))).toBe(expected)
  })

  it(`gives a multiple of the step, less than a step away, on the side that its mode says (seed ${SEED})`, () => {
    const positive = fc.bigInt(1n, 10n ** 20n)
    assert(
      fc.property(
        fc.bigInt(-(10n ** 24n), 10n ** 24n),
        positive,
        positive,
        positive,
        fc.constantFrom(...MODES),
        (n, d, p, q, mode) => {
          const rounded = round(exact(n, d), mode, exact(p, q))
          const [value, step] = [new Fraction(n, d), new Fraction(p, q)]
          const result = new Fraction(BigInt(rounded.n), BigInt(rounded.d))
          const gap = result.abs().sub(value.abs())
          const twice = gap.abs().mul(2).compare(step)
          expect(result.div(step).d).toBe(1n)
          expect(gap.abs().compare(step)).toBe(-1)
          const onItsSide: Readonly<Record<RoundingMode, boolean>> = {
            down: gap.compare(0) <= 0,
            up: gap.compare(0) >= 0,
            'half up': twice < 0 || (twice === 0 && gap.compare(0) > 0),
            'half even': twice < 0 || (twice === 0 && result.div(step).n % 2n === 0n),
          }
          expect(onItsSide[mode]).toBe(true)
        },
      ),
      { seed: SEED, numRuns: 1500 },
    )
  })

  it('is not moved by rounding again', () => {
    assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.bigInt(1n, 10n ** 9n),
        fc.constantFrom(...MODES),
        (n, d, mode) => {
          const once = round(exact(n, d), mode, exact(1, 100))
          return compare(round(once, mode, exact(1, 100)), once) === 0
        },
      ),
      { seed: SEED, numRuns: 500 },
    )
  })
})
