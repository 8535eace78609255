import { describe, expect, test } from 'vitest'
import { type InputOutputTable, linkagesOf, outputsFor, typeOne, typeTwo } from './input-output.ts'

// Miller and Blair, Input-Output Analysis, the example of two sectors.
const TABLE: InputOutputTable = {
  sectors: ['one', 'two'],
  flows: [
    [150, 500],
    [200, 100],
  ],
  household_consumption: [50, 400],
  other_final_demand: [300, 1300],
  imports: [0, 0],
  compensation: [300, 500],
  other_value_added: [350, 900],
  employment: [300, 500],
  output: [1000, 2000],
}

describe('a table of two sectors', () => {
  test('has the published inverse', () => {
    const { inverse } = typeOne(TABLE)
    const rounded = inverse.to2DArray().map((row) => row.map((one) => one.toFixed(4)))
    expect(rounded).toEqual([
      ['1.2541', '0.3300'],
      ['0.2640', '1.1221'],
    ])
  })

  test('has the published outputs for another final demand, and the labour in them', () => {
    const outputs = outputsFor(typeOne(TABLE), [600, 1500])
    expect(outputs.map((one) => one.toFixed(1))).toEqual(['1247.5', '1841.6'])
    // 0.30 and 0.25 persons for each unit of output; the book takes the outputs as it prints them.
    const [one, two] = outputs.map((each) => Number(each.toFixed(1)))
    expect([((one ?? 0) * 0.3).toFixed(2), ((two ?? 0) * 0.25).toFixed(1)]).toEqual(['374.25', '460.4'])
  })

  test('makes its own outputs for its own final demand', () => {
    const demand = TABLE.household_consumption.map((one, index) => one + (TABLE.other_final_demand[index] ?? 0))
    expect(outputsFor(typeOne(TABLE), demand).map(Math.round)).toEqual([1000, 2000])
  })

  test('adds up: value added and imports of one unit of final demand are one', () => {
    const { value_added: added, imports } = typeOne(TABLE).multipliers
    for (const [index, one] of added.entries()) expect(one + (imports[index] ?? 0)).toBeCloseTo(1, 12)
  })

  test('gives more where households spend what they earn, and nothing less', () => {
    const [first, second] = [typeOne(TABLE), typeTwo(TABLE)]
    for (const [index, one] of first.multipliers.output.entries())
      expect(second.multipliers.output[index]).toBeGreaterThan(one)
  })

  test('has linkages of 1 on the average', () => {
    const { backward, forward } = linkagesOf(typeOne(TABLE), 2)
    for (const one of [backward, forward]) expect(one.reduce((all, each) => all + each, 0) / 2).toBeCloseTo(1, 12)
  })
})
