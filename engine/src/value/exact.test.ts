import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { Fraction } from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { SEED } from '../lamps-fixture.ts'
import {
  add,
  compare,
  divide,
  exact,
  type Exact,
  fromText,
  isNegative,
  isWhole,
  isZero,
  multiply,
  negate,
  reduced,
  subtract,
  toDecimal,
  toFixed,
  toText,
} from './exact.ts'

const BORDER = 2n ** 53n

/** Whole numbers of all sizes, crowded where the economy of small numbers ends, at 2^53, and around its square root. */
const whole = fc.oneof(
  fc.bigInt(-1000n, 1000n),
  fc.bigInt(BORDER - 3n, BORDER + 3n),
  fc.bigInt(-BORDER - 3n, -BORDER + 3n),
  fc.bigInt(94906264n, 94906268n),
  fc.bigInt(-(10n ** 40n), 10n ** 40n),
)
const positive = whole.map((one) => (one < 0n ? -one : one)).map((one) => (one === 0n ? 1n : one))

interface Pair {
  readonly ours: Exact
  readonly oracle: Fraction
}

function economical(value: bigint): number | bigint {
  return value > -BORDER && value < BORDER ? Number(value) : value
}

const number: fc.Arbitrary<Pair> = fc
  .tuple(whole, positive)
  .map(([n, d]) => ({ ours: exact(economical(n), economical(d)), oracle: new Fraction(n, d) }))

/** The value itself, in lowest terms, whatever form ours is held in. */
function same({ n, d }: Exact, oracle: Fraction): boolean {
  return BigInt(n) * oracle.d === oracle.s * oracle.n * BigInt(d)
}

describe(`arithmetic agrees with an independent rational library (seed ${SEED})`, () => {
  const operations: readonly (readonly [
    string,
    (a: Exact, b: Exact) => Exact,
    (a: Fraction, b: Fraction) => Fraction,
  ])[] = [
    ['addition', add, (a, b) => a.add(b)],
    ['subtraction', subtract, (a, b) => a.sub(b)],
    ['multiplication', multiply, (a, b) => a.mul(b)],
  ]
  it.each(operations)('in %s', (_, ours, oracle) => {
    assert(
      fc.property(number, number, (a, b) => same(ours(a.ours, b.ours), oracle(a.oracle, b.oracle))),
      { seed: SEED, numRuns: 2000 },
    )
  })

  it('in division, by everything but zero', () => {
    assert(
      fc.property(number, number, (a, b) => {
        fc.pre(!isZero(b.ours))
        return same(divide(a.ours, b.ours), a.oracle.div(b.oracle))
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })

  it('in comparison, also with a number equal to it in another form', () => {
    assert(
      fc.property(number, number, positive, (a, b, factor) => {
        expect(compare(a.ours, b.ours)).toBe(a.oracle.compare(b.oracle))
        const raised = exact(BigInt(a.ours.n) * factor, BigInt(a.ours.d) * factor)
        expect(compare(a.ours, raised)).toBe(0)
        expect(compare(raised, a.ours)).toBe(0)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })

  it('in long sums of thirds, sevenths and ninths, which never end as decimals', () => {
    let sum = exact(0)
    let product = exact(1)
    let oracle = new Fraction(0)
    let produced = new Fraction(1)
    for (let index = 1; index <= 200; index += 1) {
      const [n, d] = [index % 2 === 0 ? -index : index, [3, 7, 9, 11, 13][index % 5] ?? 1]
      sum = add(sum, exact(n, d))
      oracle = oracle.add(new Fraction(n, d))
      product = multiply(product, exact(n, d))
      produced = produced.mul(new Fraction(n, d))
    }
    expect(same(sum, oracle)).toBe(true)
    expect(same(product, produced)).toBe(true)
  })
})

describe('the border of the economy of small numbers', () => {
  it('2^53 + 1, which a binary number cannot hold, is held', () => {
    expect(toText(add(exact(9007199254740991), exact(2)))).toBe('9007199254740993')
    expect(toText(subtract(exact(-9007199254740991), exact(2)))).toBe('-9007199254740993')
  })

  it('94,906,267 times itself is not rounded to an even number', () => {
    // 94,906,267² = 9,007,199,515,875,289 > 2^53 = 9,007,199,254,740,992
    expect(toText(multiply(exact(94906267), exact(94906267)))).toBe('9007199515875289')
  })

  it('coming back below 2^53 gives the same number as never having left', () => {
    const left = add(exact(2 ** 52), exact(2 ** 52))
    expect(subtract(left, exact(2 ** 52))).toEqual(exact(2 ** 52))
  })

  it('knows a tenth plus two tenths to be three tenths, and 45% to meet 45%', () => {
    expect(compare(add(exact(1, 10), exact(2, 10)), exact(3, 10))).toBe(0)
    expect(compare(divide(exact(450), exact(1000)), exact(45, 100))).toBe(0)
  })
})

describe('signs and kinds', () => {
  it('a zero has no sign, whatever it came from', () => {
    for (const zero of [
      multiply(exact(0), exact(-5)),
      negate(exact(0)),
      divide(exact(0), exact(-3)),
      subtract(exact(1, 3), exact(2, 6)),
    ]) {
      expect(isZero(zero)).toBe(true)
      expect(isNegative(zero)).toBe(false)
      expect(toText(zero)).toBe('0')
    }
  })

  it('the denominator stays positive, so that a sign is read off the numerator', () => {
    expect(isNegative(exact(1, -3))).toBe(true)
    expect(isNegative(divide(exact(1), exact(-3)))).toBe(true)
    expect(isNegative(divide(exact(-1), exact(-3)))).toBe(false)
  })

  it('a fraction that divides evenly is whole', () => {
    expect(isWhole(exact(6, 3))).toBe(true)
    expect(isWhole(exact(7, 3))).toBe(false)
    expect(isWhole(exact(10n ** 30n, 10n ** 29n))).toBe(true)
    expect(reduced(exact(-6, 4))).toEqual(exact(-3, 2))
  })

  it('a zero denominator is a fault of ours, and is thrown', () => {
    expect(() => exact(1, 0)).toThrow(RangeError)
    expect(() => exact(1n, 0n)).toThrow(RangeError)
    expect(() => divide(exact(1), exact(0))).toThrow(RangeError)
  })
})

describe(`text loses nothing (seed ${SEED})`, () => {
  it('a number is read back from its text as the same number', () => {
    assert(
      fc.property(number, ({ ours }) => {
        const back = fromText(toText(ours))
        return back !== undefined && compare(back, ours) === 0
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })

  it('equal numbers have the same text, in whatever form they are held', () => {
    assert(
      fc.property(
        number,
        positive,
        ({ ours }, factor) => toText(exact(BigInt(ours.n) * factor, BigInt(ours.d) * factor)) === toText(ours),
      ),
      { seed: SEED, numRuns: 1000 },
    )
  })

  it.each([
    [exact(1, 10), '0.1'],
    [exact(-1, 8), '-0.125'],
    [exact(250, 100), '2.5'],
    [exact(1200), '1200'],
    [exact(1, 3), '1/3'],
    [exact(-4, 6), '-2/3'],
    [exact(1, 2n ** 70n), `0.${(5n ** 70n).toString().padStart(70, '0')}`],
  ])('%o is written %s', (value, text) => {
    expect(toText(value)).toBe(text)
  })

  it('there is a decimal exactly when the denominator is made of twos and fives', () => {
    expect(toDecimal(exact(7, 40))).toBe('0.175')
    expect(toDecimal(exact(21, 60))).toBe('0.35')
    expect(toDecimal(exact(1, 7))).toBeUndefined()
  })

  it.each(['1/0', '1/-3', '/3', '1/', '1/3/3', '1.5/3', ' 1/3', '١/٣'])("'%s' is not a number", (text) => {
    expect(fromText(text)).toBeUndefined()
  })

  it('a number shown to so many places has its half rounded away from zero', () => {
    // 0.125 lies half way between 0.12 and 0.13
    expect(toFixed(exact(1, 8), 2)).toBe('0.13')
    expect(toFixed(exact(-1, 8), 2)).toBe('-0.13')
    expect(toFixed(exact(2, 3), 4)).toBe('0.6667')
    expect(toFixed(exact(5), 2)).toBe('5.00')
    expect(toFixed(exact(-1, 1000), 2)).toBe('0.00')
  })
})
