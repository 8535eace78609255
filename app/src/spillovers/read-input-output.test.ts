import { describe, expect, test } from 'vitest'
import { type TestSheet, xlsx } from '../returns/archive-fixture.ts'
import { icio, mrio, PUBLISHED, SQUARE } from './input-output-fixture.ts'
import { readInputOutput } from './read-input-output.ts'
import { SENT_LIMITS } from './table-limits.ts'
import { type TableProblem } from './table-rows.ts'

async function read(content: string | Buffer, country?: string) {
  return await readInputOutput(Buffer.from(content), country, SENT_LIMITS)
}

async function problemsOf(content: string | Buffer, country?: string): Promise<readonly TableProblem[]> {
  const found = await read(content, country)
  return found.ok ? [] : found.problems
}

function sheetOf(rows: readonly (readonly (string | number)[])[], name = 'ADB MRIO 2022'): Buffer {
  const cells = rows.map((row) => row.map((cell) => (cell === '' ? undefined : cell)))
  const sheets: readonly TestSheet[] = [
    { name: 'Legend', rows: [['PAK', 'Pakistan']] },
    { name, rows: cells },
  ]
  return xlsx({ sheets })
}

function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell)).join()).join('\n')
}

describe('an input-output table in the square layout', () => {
  test('is read with its unit, from CSV and from XLSX', async () => {
    const rows = SQUARE.trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)))
    for (const file of [SQUARE, `\ufeff${SQUARE.replaceAll('\n', '\r\n')}`, sheetOf(rows, 'ICIO')])
      expect(await read(file)).toEqual({
        ok: true,
        unit: 'PKR million 2022',
        layout: 'square',
        country: undefined,
        table: PUBLISHED,
      })
  })

  test('says nothing of employment and compensation where their rows are empty', async () => {
    const silent = await read(
      SQUARE.replace('compensation,300,500', 'compensation,,')
        .replace('other_value_added,350,900', 'other_value_added,650,1400')
        .replace('employment,300,500', 'employment,,'),
    )
    expect(silent).toMatchObject({
      ok: true,
      table: { compensation: undefined, employment: undefined, value_added: [650, 1400] },
    })
  })

  test.each([
    [
      'a row that does not add up',
      SQUARE.replace('150,500', '150,550'),
      2,
      6,
      /'one' makes 1000, and its row comes to 1050: 50 too much/,
    ],
    [
      'a column that does not',
      SQUARE.replace('imports,0,', 'imports,90,'),
      8,
      2,
      /its column comes to 1090: 90 too much/,
    ],
    [
      'negative value added',
      SQUARE.replace('300,500,,,\nother_value_added,350', '-700,500,,,\nother_value_added,0').replace(
        'imports,0',
        'imports,1350',
      ),
      5,
      2,
      /negative/,
    ],
    ['a sector that is missing', SQUARE.replace(/^two.*\n/m, ''), 3, 1, /This row is 'two', not 'imports'/],
    ['no unit', SQUARE.replace('PKR million 2022', 'million'), 1, 1, /says the unit/],
    ['a word for a number', SQUARE.replace('150,500', 'many,500'), 2, 2, /'many' is no number/],
    ['a number beyond all measure', SQUARE.replace('150,500', '1E999,500'), 2, 2, /is no number/],
    ['a sector that stands twice', SQUARE.replace(',one,two,', ',one,one,'), 1, 3, /stands twice/],
    ['other columns', SQUARE.replace('household_consumption', 'households'), 1, 4, /last columns/],
    ['a quotation mark that does not close', `${SQUARE}"`, 9, 1, /not closed/],
    ['nothing in it', '', 1, 1, /last columns/],
  ])('is refused with %s, at its place', async (_, text, row, column, sentence) => {
    const [first] = await problemsOf(text)
    expect([first?.row, first?.column]).toEqual([row, column])
    expect(first?.sentence).toMatch(sentence)
  })
})

// What the fixture says of Pakistan: what is bought abroad is 3 + 7 and 12 + 18, what is sold there 5 + 5 and 10 + 10 + 5.
const PAKISTAN = {
  flows: [
    [10, 20],
    [15, 30],
  ],
  household_consumption: [40, 60],
  other_final_demand: [30, 95],
  imports: [10, 30],
  taxes: [5, 10],
  value_added: [60, 110],
  output: [100, 200],
}

describe('a table of several countries', () => {
  test('gives one of them, in the layout of OECD ICIO, what comes from others as imports', async () => {
    expect(await read(icio(), 'PAK')).toEqual({
      ok: true,
      unit: 'USD million',
      country: 'PAK',
      layout: 'oecd_icio',
      table: { ...PAKISTAN, sectors: ['C26', 'C27'], compensation: [40, 60], employment: [200, 500] },
    })
  })

  test('and in that of ADB MRIO, from CSV and from XLSX', async () => {
    for (const file of [sheetOf(mrio()), csvOf(mrio())])
      expect(await read(file, 'PAK')).toEqual({
        ok: true,
        unit: 'USD million',
        country: 'PAK',
        layout: 'adb_mrio',
        table: {
          ...PAKISTAN,
          sectors: ['c14 Electrical and Optical Equipment', 'c13 Machinery, Nec'],
          compensation: undefined,
          employment: undefined,
        },
      })
  })

  test('asks which of them is meant, and says which there are', async () => {
    expect(await problemsOf(icio())).toMatchObject([
      { row: 1, sentence: expect.stringContaining('PAK, CHN') as string },
    ])
    const [first] = await problemsOf(icio(), 'PAC')
    expect(first?.sentence).toBe("The table has no country 'PAC'. Did you mean 'PAK'? It has: PAK, CHN.")
  })

  test.each([
    [
      'a row that does not add up',
      icio().replace('PAK_C26,10,20', 'PAK_C26,10,30'),
      2,
      10,
      /'C26' makes 100, and its row comes to 110: 10 too much/,
    ],
    [
      'a column that does not',
      icio().replace('TLS,5,', 'TLS,1,'),
      8,
      2,
      /'C26' makes 100, and its column comes to 96: 4 too little/,
    ],
    ['outputs that differ', icio().replace('OUT,100', 'OUT,120'), 8, 2, /makes 120 by its column, and 100 by its row/],
    [
      'negative value added',
      icio().replace('VA,60', 'VA,-60').replace('TLS,5,', 'TLS,125,'),
      7,
      2,
      /value added of 'C26' is negative/,
    ],
    ['a sector without a row', icio().replace(/^PAK_C27.*\n/m, ''), 9, 1, /PAK has the column C27, and no row for it/],
    [
      'a sector without a column',
      icio().replace('PAK_C27,CHN_C26', 'PAK_C28,CHN_C26'),
      10,
      1,
      /PAK has the column C28, and no row/,
    ],
    ['no row of value added', icio().replace(/^VA.*\n/m, ''), 9, 1, /no row of value added/],
    ['no row of output', icio().replace(/^OUT,1.*\n/m, ''), 9, 1, /no row of output/],
    ['no column of output', icio().replace(',OUT\n', ',SUM\n'), 1, 10, /last column is that of output/],
    ['a row of which nobody knows', icio().replace('TLS,', 'TAX,'), 6, 1, /The row 'TAX' is none of a sector/],
    ['a row that stands twice', icio().replace(/^(PAK_C26.*\n)/m, '$1$1'), 3, 1, /PAK C26 stands twice/],
    ['a word for a number', icio().replace('PAK_C26,10', 'PAK_C26,ten'), 2, 2, /'ten' is no number/],
  ])('is refused with %s, at its place', async (_, text, row, column, sentence) => {
    const [first] = await problemsOf(text, 'PAK')
    expect(first?.sentence).toMatch(sentence)
    expect([first?.row, first?.column]).toEqual([row, column])
  })

  test('is refused where a sheet of ADB does not say its unit', async () => {
    const [first] = await problemsOf(
      sheetOf(mrio().map((row) => (row[0] === 'In millions of US$' ? ['In units'] : row))),
      'PAK',
    )
    expect(first?.sentence).toContain('In millions of US$')
  })
})

describe('a file that is no table', () => {
  test.each([
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /neither CSV nor/],
    ['an archive of something else', Buffer.from('PK\u0003\u0004 and then nothing', 'latin1'), /./],
    ['another encoding', Buffer.from([0x50, 0xff, 0xfe, 0x00]), /UTF-8/],
    ['more than is taken', Buffer.alloc(SENT_LIMITS.bytes + 1, 'a'), /larger than 8 MB/],
    ['more columns', Buffer.from(`a${','.repeat(SENT_LIMITS.columns + 1)}\n`), /at most 1500 rows and 2000 columns/],
    [
      'a workbook with more rows',
      xlsx({ sheets: [{ name: 'MRIO', rows: Array.from({ length: 1600 }, () => ['a']) }] }),
      /at most 1500 rows/,
    ],
    [
      'more sectors',
      Buffer.from(
        `PKR million,${Array.from({ length: 201 }, (_, index) => `s${index}`).join()},household_consumption,other_final_demand,output\n`,
      ),
      /at most 200 sectors/,
    ],
  ])('is refused: %s', async (_, bytes, sentence) => {
    const problems = await problemsOf(bytes)
    expect(problems[0]?.sentence).toMatch(sentence)
  })
})
