/** Tables are attacked as a competitor would: cells are taken from totals, and tables from one another. */
import { add, type Exact, exact, parseDecimal, ZERO } from '@maqami/engine/value/exact.ts'
import { array, assert as assertProperty, constantFrom, integer, property, record } from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { cellsOf, type Row } from './cells.ts'
import { intervalOf, type Solver } from './interval.ts'
import { openSolver } from './open-solver.ts'
import { recovered } from './recover-fixture.ts'
import { disclosureOf, suppressCells } from './suppress-cells.ts'
import type { SuppressionRules } from './suppression.ts'

const RULES: SuppressionRules = {
  least_firms: 3,
  largest_share: exact(3, 4),
  least_width: exact(1, 5),
}

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const row = (firm: string, value: number, at: Row['at']): Row => ({ firm, value: exact(value), at })
const firmsOf = (...values: readonly (number | string)[]) =>
  new Map(values.map((value, nth) => [`F${nth}`, parseDecimal(String(value)) ?? ZERO]))

describe('a cell of itself', () => {
  test.each([
    ['of nobody is published: it is empty', [], undefined],
    ['of one firm is withheld', [10], 'few_firms'],
    ['of two firms is withheld: each knows the other', [10, 10], 'few_firms'],
    ['of three is published', [10, 10, 10], undefined],
    // 75 of 100 is three quarters, which is not more.
    ['of which one has three quarters is published', [75, 15, 10], undefined],
    ['of which one has a hair more is withheld', ['75.01', 15, '9.99'], 'one_dominates'],
  ] as const)('%s', (_, values, why) => {
    expect(disclosureOf(firmsOf(...values), RULES)).toBe(why)
  })
})

/** Three firms a cell, but for one in the north that makes displays: 10 of 40 jobs there. */
const JOBS = ['north', 'south', 'west'].flatMap((district) =>
  ['boards', 'displays', 'housings'].flatMap((part) =>
    district === 'north' && part === 'displays'
      ? [row('only', 10, { district, part })]
      : [1, 2, 3].map((nth) => row(`${district}-${part}-${nth}`, 10, { district, part })),
  ),
)

test('one withheld cell takes another in its row, another in its column, and the one where these meet', () => {
  const all = cellsOf(JOBS, [['district', 'part']])
  const withheld = suppressCells(all, RULES, solver)
  expect(withheld.get('district=north|part=displays')).toBe('few_firms')
  const districts = new Set([...withheld.keys()].map((key) => key.split('|')[0]))
  const parts = new Set([...withheld.keys()].map((key) => key.split('|')[1]))
  // Two rows and two columns: four cells, the fewest that keep one.
  expect([withheld.size, districts.size, parts.size]).toEqual([4, 2, 2])
  expect(recovered(all, withheld)).toEqual([])
})

test('a table in which nobody is alone is published whole', () => {
  const all = cellsOf(
    JOBS.filter(({ firm }) => firm !== 'only'),
    [['district', 'part']],
  )
  expect(suppressCells(all, RULES, solver).size).toBe(0)
})

test('two tables that share a total are protected together', () => {
  const rows = JOBS.map((one) => ({ ...one, at: { ...one.at, level: one.at['part'] === 'displays' ? 'high' : 'low' } }))
  const tables = [
    ['district', 'part'],
    ['district', 'level'],
  ]
  // In the second table the one firm stands alone as "high" in the north: shown there, it would be known in the first.
  const all = cellsOf(rows, tables)
  const withheld = suppressCells(all, RULES, solver)
  expect(withheld.get('district=north|level=high')).toBe('few_firms')
  expect(recovered(all, withheld)).toEqual([])
})

const ROWS = array(
  record({
    firm: integer({ min: 1, max: 7 }).map((nth) => `F${nth}`),
    value: integer({ min: 0, max: 60 }).map((value) => exact(value)),
    at: record({
      district: constantFrom('north', 'south', 'west', 'east'),
      part: constantFrom('boards', 'displays', 'housings'),
      year: constantFrom('2027', '2028'),
    }),
  }),
  { minLength: 1, maxLength: 40 },
)
const TABLES = constantFrom(
  [['district', 'part']],
  [['district', 'part', 'year']],
  [
    ['district', 'part'],
    ['part', 'year'],
    ['district', 'year'],
  ],
)

describe('whatever the firms said', () => {
  test('no withheld cell is worked out from what is published', () => {
    assertProperty(
      property(ROWS, TABLES, (rows, tables) => {
        const all = cellsOf(rows, tables)
        const withheld = suppressCells(all, RULES, solver)
        expect(recovered(all, withheld)).toEqual([])
        for (const [key, { value, byFirm }] of all.cells) {
          const why = disclosureOf(byFirm, RULES)
          if (why === undefined) continue
          expect(withheld.get(key)).toBe(why)
          const { least, most } = intervalOf(key, all, withheld, solver)
          const is = Number(value.n) / Number(value.d)
          expect(least).toBeLessThanOrEqual(is * 1.000001)
          expect(most).toBeGreaterThanOrEqual(is * 0.999999)
          expect(most - least).toBeGreaterThanOrEqual(is * 0.2 * 0.999999)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('what a line of a table leaves over is never that of too few', () => {
    assertProperty(
      property(ROWS, TABLES, (rows, tables) => {
        const all = cellsOf(rows, tables)
        const withheld = suppressCells(all, RULES, solver)
        for (const { whole, parts } of all.relations) {
          if (withheld.has(whole)) continue
          const left = new Map<string, Exact>()
          for (const key of parts.filter((one) => withheld.has(one)))
            for (const [firm, value] of all.cells.get(key)?.byFirm ?? [])
              left.set(firm, add(left.get(firm) ?? ZERO, value))
          expect(disclosureOf(left, RULES)).toBeUndefined()
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('the attack finds what is not protected', () => {
  const all = cellsOf(JOBS, [['district', 'part']])
  const lonely = 'district=north|part=displays'
  expect(recovered(all, new Map([[lonely, 'few_firms']]))).toEqual([lonely])
})
