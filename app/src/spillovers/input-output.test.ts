import { Matrix } from 'ml-matrix'
import { describe, expect, test } from 'vitest'
import {
  type InputOutputTable,
  type Leontief,
  linkagesOf,
  outputsFor,
  outputsOfLocal,
  typeOne,
  typeTwo,
} from './input-output.ts'
import { PUBLISHED } from './input-output-fixture.ts'

function one(table: InputOutputTable): Leontief {
  const solved = typeOne(table)
  if (solved === undefined) throw new Error('the table cannot be solved')
  return solved
}

function two(table: InputOutputTable): Leontief {
  const solved = typeTwo(table, one(table))
  if (solved === undefined) throw new Error('the table has no type II')
  return solved
}

describe('a table of two sectors', () => {
  test('has the published inverse', () => {
    const { inverse } = one(PUBLISHED)
    const rounded = inverse.to2DArray().map((row) => row.map((each) => each.toFixed(4)))
    expect(rounded).toEqual([
      ['1.2541', '0.3300'],
      ['0.2640', '1.1221'],
    ])
  })

  test('has the published outputs for another final demand, and the labour in them', () => {
    const outputs = outputsFor(one(PUBLISHED), [600, 1500])
    expect(outputs.map((each) => each.toFixed(1))).toEqual(['1247.5', '1841.6'])
    // 0.30 and 0.25 persons for each unit of output; the book takes the outputs as it prints them.
    const [first, second] = outputs.map((each) => Number(each.toFixed(1)))
    expect([((first ?? 0) * 0.3).toFixed(2), ((second ?? 0) * 0.25).toFixed(1)]).toEqual(['374.25', '460.4'])
  })

  test('makes its own outputs for its own final demand', () => {
    const demand = PUBLISHED.household_consumption.map(
      (each, index) => each + (PUBLISHED.other_final_demand[index] ?? 0),
    )
    expect(outputsFor(one(PUBLISHED), demand).map(Math.round)).toEqual([1000, 2000])
  })

  test('adds up: value added and imports of one unit of final demand are one', () => {
    const { value_added: added, imports } = one(PUBLISHED).multipliers
    for (const [index, each] of added.entries()) expect(each + (imports[index] ?? 0)).toBeCloseTo(1, 12)
  })

  // Households earn 300 and 500, and consume 50 and 400: 450 of the 800 that they earn.
  test('gives what the table with households as a third sector gives where they spend what they earn', () => {
    const three: InputOutputTable = {
      ...PUBLISHED,
      sectors: ['one', 'two', 'households'],
      flows: [
        [150, 500, 50],
        [200, 100, 400],
        [300, 500, 0],
      ],
      imports: [0, 0, 350],
      output: [1000, 2000, 800],
    }
    const expected = one(three).inverse.subMatrix(0, 1, 0, 1)
    const found = two(PUBLISHED).inverse
    expect(Matrix.sub(found, expected).abs().max()).toBeLessThan(1e-12)
  })

  test('gives no more than is earned where households consume more than their wages', () => {
    const rich = { ...PUBLISHED, household_consumption: [350, 1700], other_final_demand: [0, 0] }
    for (const each of two(rich).multipliers.output) expect(each).toBeLessThan(10)
  })

  test('has no type II where nobody says what is earned, and no employment where nobody says who works', () => {
    const silent = { ...PUBLISHED, compensation: undefined, employment: undefined }
    expect(typeTwo(silent, one(silent))).toBeUndefined()
    expect(one(silent).multipliers.employment).toBeUndefined()
  })

  test('has linkages of 1 on the average', () => {
    const { backward, forward } = linkagesOf(one(PUBLISHED))
    for (const each of [backward, forward]) expect(each.reduce((all, next) => all + next, 0) / 2).toBeCloseTo(1, 12)
  })

  test('cannot be solved where two sectors live on each other alone', () => {
    const closed = {
      ...PUBLISHED,
      flows: [
        [0, 2000],
        [1000, 0],
      ],
    }
    expect(typeOne(closed)).toBeUndefined()
  })
})

describe('local components in place of imports', () => {
  // Two imports 200 of the 2,000 that it makes; 80 of them come from one from now on.
  const importing: InputOutputTable = { ...PUBLISHED, imports: [0, 200], value_added: [650, 1200] }

  test('bring what the table with the new coefficient makes for the same final demand', () => {
    const demand = [350, 1700]
    const flows = [
      [150, 580],
      [200, 100],
    ]
    const before = outputsFor(one(importing), demand)
    const after = outputsFor(one({ ...importing, flows, imports: [0, 120] }), demand)
    const more = outputsOfLocal(one(importing), importing, { from: 0, into: 1, amount: 80 })
    for (const [index, each] of more.entries()) expect(each).toBeCloseTo((after[index] ?? 0) - (before[index] ?? 0), 9)
  })
})
