import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { Fraction } from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../canonical/canonical.ts'
import { assess, engineFor, measure, parameter, requirement, said, SEED } from '../lamps-fixture.ts'
import { shown } from '../check/run-examples.ts'
import { plainFacts } from './facts.ts'

/** The rate of the phone programmes, with a target for every whole percent from 1 to 99. */
const PERCENTS = Array.from({ length: 99 }, (_, index) => index + 1)

const engine = engineFor({
  vocabulary: `
target_number: { unit: count }
ex_works_value: { unit: PKR }
parts:
  key: part
  lines:
    part: { text: true, describes: true }
    book: { categories: [imported, bought_locally, made_in_house] }
    quantity: { unit: count }
    unit_value: { unit: PKR }
    certified_local_rate: { unit: percent, event: true, at_most: 100% }
`,
  parameters:
    parameter(
      'target',
      'percent',
      `{ 2026-01-01: { ${PERCENTS.map((one) => `${one}: ${one}%`).join(', ')} } }`,
      'by: [count]\nseen_on: 2026-01-01',
    ) + parameter('uncertified_imported_share', 'percent', '{ 2026-01-01: 100% }'),
  provisions: `
imported_share:
  kind: measure
  per: parts
  cases:
    - { when: book = imported, amount: 1 }
    - { when: book = bought_locally and certified_local_rate is known, amount: 1 - certified_local_rate }
    - { when: book = bought_locally, amount: uncertified_imported_share }
    - { otherwise: 0 }
${measure('imported_content', 'sum of quantity * unit_value * imported_share over parts')}
${measure('rate', '(ex_works_value - imported_content) / ex_works_value', 'show: half up to 0.01%')}
${requirement('enough', 'rate >= target[target_number]')}`,
})

/** Decimal text of a whole number of 10^-places. */
function decimal(scaled: bigint, places: number): string {
  const digits = scaled.toString().padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** One imported part of that value. */
function oneImport(value: string): readonly unknown[] {
  return [{ part: 'all', book: 'imported', quantity: '1', unit_value: `PKR ${value}` }]
}

describe('a rate that equals its target meets it, and one basis point less does not', () => {
  // Ex-works values in hundredths of a rupee: 1,000,000; 3; 7; 997; 123,456,789.01; and one beyond 2^53
  const EX_WORKS = [100_000_000n, 300n, 700n, 99_700n, 12_345_678_901n, 9_007_199_254_740_993_01n]

  it.each(PERCENTS)('for a target of %i%', (percent) => {
    for (const value of EX_WORKS) {
      // imported = value × (100 − percent) / 100, exact in hundredths of hundredths; a basis point of the value is value / 10,000
      const imported = value * BigInt(100 - percent) * 100n
      const facts = (content: bigint): unknown => ({
        target_number: percent,
        ex_works_value: `PKR ${decimal(value, 2)}`,
        parts: oneImport(decimal(content, 6)),
      })
      expect(said(engine, 'enough', facts(imported))).toBe('met')
      expect(said(engine, 'enough', facts(imported + value))).toBe('not met')
      expect(said(engine, 'enough', facts(imported - value))).toBe('met')
    }
  })

  it('and not by the smallest amount that can be written', () => {
    const least = `0.${'0'.repeat(29)}1`
    for (const percent of PERCENTS) {
      const facts = (parts: readonly unknown[]): unknown => ({
        target_number: percent,
        ex_works_value: 'PKR 100',
        parts,
      })
      const imported = { part: 'all', book: 'imported', quantity: '1', unit_value: `PKR ${100 - percent}` }
      expect(said(engine, 'enough', facts([imported]))).toBe('met')
      expect(
        said(
          engine,
          'enough',
          facts([imported, { part: 'speck', book: 'imported', quantity: '1', unit_value: `PKR ${least}` }]),
        ),
      ).toBe('not met')
    }
  })

  it('when the parts are thirds and sevenths, whose decimals never end', () => {
    // 6 of 9 equal parts are imported: 33.33…% is more than 33% and less than 34%; with 55 of 100 imported it is 45%
    const parts = (imported: number): readonly unknown[] => [
      { part: 'all', book: 'imported', quantity: String(imported), unit_value: 'PKR 0.01' },
    ]
    expect(said(engine, 'enough', { target_number: 33, ex_works_value: 'PKR 0.09', parts: parts(6) })).toBe('met')
    expect(said(engine, 'enough', { target_number: 34, ex_works_value: 'PKR 0.09', parts: parts(6) })).toBe('not met')
    expect(said(engine, 'enough', { target_number: 45, ex_works_value: 'PKR 1', parts: parts(55) })).toBe('met')
  })

  it('a rate that only looks like its target, when shown, does not meet it', () => {
    // (1,000,000 − 900,040) / 1,000,000 = 9.996%, shown as 10%
    const facts = { target_number: 10, ex_works_value: 'PKR 1000000', parts: oneImport('900040') }
    expect(said(engine, 'rate', facts)).toBe('10%')
    expect(said(engine, 'enough', facts)).toBe('not met')
  })
})

interface Part {
  readonly book: 'imported' | 'bought_locally' | 'made_in_house'
  readonly quantity: number
  /** In hundredths of a rupee. */
  readonly value: number
  /** In basis points; undefined without a certificate. */
  readonly certified: number | undefined
}

const part: fc.Arbitrary<Part> = fc.record({
  book: fc.constantFrom('imported', 'bought_locally', 'made_in_house'),
  quantity: fc.nat({ max: 5000 }),
  value: fc.nat({ max: 10_000_000 }),
  certified: fc.option(fc.nat({ max: 10_000 }), { nil: undefined }),
})

const bill = fc.array(part, { maxLength: 12 })

function factsOf(parts: readonly Part[], exWorks: bigint, percent: number): { readonly [name: string]: unknown } {
  return {
    target_number: percent,
    ex_works_value: `PKR ${decimal(exWorks, 2)}`,
    parts: parts.map((one, index) => ({
      part: `part ${index}`,
      book: one.book,
      quantity: String(one.quantity),
      unit_value: `PKR ${decimal(BigInt(one.value), 2)}`,
      certified_local_rate: one.certified === undefined ? 'none' : `${decimal(BigInt(one.certified), 2)}%`,
    })),
  }
}

function contentOf(parts: readonly Part[]): Fraction {
  return parts.reduce((sum, one) => {
    const share =
      one.book === 'imported'
        ? new Fraction(1)
        : one.book === 'made_in_house'
          ? new Fraction(0)
          : new Fraction(10_000 - (one.certified ?? 0), 10_000)
    return sum.add(new Fraction(one.value, 100).mul(one.quantity).mul(share))
  }, new Fraction(0))
}

/** Often near the border: the ex-works value for which the rate is just the target, a little more, or anything. */
function exWorksNear(parts: readonly Part[], percent: number, offset: number): bigint {
  const exactly = contentOf(parts)
    .mul(100)
    .div(100 - percent)
  const hundredths = exactly.mul(100).floor()
  const value = hundredths.s * hundredths.n + BigInt(offset)
  return value < 1n ? 1n : value
}

describe(`any bill of parts (seed ${SEED})`, () => {
  const percent = fc.integer({ min: 1, max: 99 })
  const offset = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -1_000_000, max: 1_000_000 }))

  it('meets its target exactly when a rational library says so', () => {
    let met = 0
    assert(
      fc.property(bill, percent, offset, (parts, target, near) => {
        const exWorks = exWorksNear(parts, target, near)
        const value = new Fraction(exWorks, 100n)
        const enough = value.sub(contentOf(parts)).div(value).compare(new Fraction(target, 100)) >= 0
        if (enough) met += 1
        expect(said(engine, 'enough', factsOf(parts, exWorks, target))).toBe(enough ? 'met' : 'not met')
      }),
      { seed: SEED, numRuns: 800 },
    )
    // Both sides have been tried in earnest.
    expect(met).toBeGreaterThan(100)
    expect(met).toBeLessThan(700)
  })

  it('with more local content never turns from met into not met', () => {
    const index = fc.nat()
    const change = fc.constantFrom('made in house', 'certified higher', 'cheaper import', 'fewer')
    assert(
      fc.property(bill, percent, offset, index, change, (parts, target, near, at, how) => {
        fc.pre(parts.length > 0)
        const exWorks = exWorksNear(parts, target, near)
        const more = parts.map((one, position) => (position === at % parts.length ? moreLocal(one, how) : one))
        const before = said(engine, 'enough', factsOf(parts, exWorks, target))
        const after = said(engine, 'enough', factsOf(more, exWorks, target))
        expect(before === 'met' && after !== 'met').toBe(false)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('comes out the same in whatever order its lines and its facts are given, and however often', () => {
    assert(
      fc.property(bill, percent, offset, fc.infiniteStream(fc.nat()), (parts, target, near, chance) => {
        const facts = factsOf(parts, exWorksNear(parts, target, near), target)
        const lines = shuffled(facts['parts'] as readonly unknown[], chance).map((line) =>
          Object.fromEntries(shuffled(Object.entries(line as object), chance)),
        )
        const other = Object.fromEntries(shuffled(Object.entries({ ...facts, parts: lines }), chance))
        const first = assess(engine, facts)
        const again = assess(engine, facts)
        const mixed = assess(engine, other)
        const outcomes = (assessment: typeof first): readonly string[] => assessment.findings.map(shown)
        expect(outcomes(again)).toEqual(outcomes(first))
        expect(outcomes(mixed)).toEqual(outcomes(first))
        expect(canonicalJson(plainFacts(engine.programme.vocabulary, again.run.facts))).toBe(
          canonicalJson(plainFacts(engine.programme.vocabulary, first.run.facts)),
        )
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})

function moreLocal(one: Part, how: string): Part {
  switch (how) {
    case 'made in house':
      return { ...one, book: 'made_in_house' }
    case 'certified higher':
      return { ...one, certified: Math.min(10_000, (one.certified ?? 0) + 100) }
    case 'cheaper import':
      return { ...one, value: Math.floor(one.value / 2) }
    default:
      return { ...one, quantity: Math.max(0, one.quantity - 1) }
  }
}

function shuffled<T>(items: readonly T[], chance: fc.Stream<number>): readonly T[] {
  return items
    .map((item) => ({ item, rank: Number(chance.next().value) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
