import { describe, expect, test } from 'vitest'
import { readInputOutput } from './read-input-output.ts'

const TABLE = `PKR million 2022,one,two,household_consumption,other_final_demand,output
one,150,500,50,300,1000
two,200,100,400,1300,2000
imports,0,0,,,
compensation,300,500,,,
other_value_added,350,900,,,
employment,300,500,,,
output,1000,2000,,,
`

describe('an input-output table as CSV', () => {
  test('is read with its unit', () => {
    expect(readInputOutput(TABLE)).toMatchObject({
      ok: true,
      unit: 'PKR million 2022',
      table: {
        sectors: ['one', 'two'],
        flows: [
          [150, 500],
          [200, 100],
        ],
        output: [1000, 2000],
      },
    })
  })

  test.each([
    [
      'a row that does not add up',
      TABLE.replace('150,500', '150,550'),
      2,
      6,
      /'one' makes 1000, and its row comes to 1050/,
    ],
    ['a column that does not', TABLE.replace('imports,0,', 'imports,90,'), 8, 2, /its column comes to 1090/],
    [
      'negative value added',
      TABLE.replace('300,500,,,\nother_value_added,350', '-700,500,,,\nother_value_added,0').replace(
        'imports,0',
        'imports,1350',
      ),
      5,
      2,
      /negative/,
    ],
    ['a sector that is missing', TABLE.replace(/^two.*\n/m, ''), 3, 1, /This row is 'two', not 'imports'/],
    ['no unit', TABLE.replace('PKR million 2022', 'million'), 1, 1, /says the unit/],
    ['a word for a number', TABLE.replace('150,500', 'many,500'), 2, 2, /'many' is no number/],
    ['a sector that stands twice', TABLE.replace(',one,two,', ',one,one,'), 1, 3, /stands twice/],
    ['other columns', TABLE.replace('household_consumption', 'households'), 1, 4, /last columns/],
    ['a quotation mark that does not close', `${TABLE}"`, 9, 1, /not closed/],
    ['nothing in it', '', 1, 1, /last columns/],
  ])('is refused with %s, at its place', (_, text, row, column, sentence) => {
    const read = readInputOutput(text)
    const [first] = read.ok ? [] : read.problems
    expect([first?.row, first?.column]).toEqual([row, column])
    expect(first?.sentence).toMatch(sentence)
  })
})
