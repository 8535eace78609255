/** What the filer sees otherwise than it is read, and what one mistake makes of many cells. */
import { describe, expect, test } from 'vitest'
import { parseDay } from '@maqami/engine/value/date.ts'
import { entriesOf, type TestCell, xlsx } from '../archive-fixture.ts'
import {
  codes,
  day,
  GOOD,
  KITE_RATES,
  kiteFacts,
  KITES,
  kitesWorkbook,
  percent,
  place,
  readKite,
  readLines,
  stored,
  withCell,
  YEAR,
} from '../kites-fixture.ts'
import { type ReadReturn, readReturn } from '../read-return.ts'

const WORKBOOK = kitesWorkbook(GOOD)
const AT = WORKBOOK.sheets.findIndex((one) => one.name === 'Parts')
const ENTRY = entriesOf(WORKBOOK).find((entry) => entry.name === `xl/worksheets/sheet${AT + 1}.xml`)?.content ?? ''

/** The honest return with the XML of its parts changed. */
function withParts(from: string | RegExp, to: string): Promise<ReadReturn> {
  const xml = ENTRY.toString().replace(from, to)
  expect(xml).not.toBe(ENTRY)
  return readKite(xlsx({ sheets: WORKBOOK.sheets.map((one, at) => (at === AT ? { ...one, xml } : one)) }))
}

/** The quantity of the first part, 1500, in a cell of that format. */
function inFormat(code: string): Promise<ReadReturn> {
  const styles =
    entriesOf(WORKBOOK)
      .find((entry) => entry.name === 'xl/styles.xml')
      ?.content.toString() ?? ''
  const written = code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const content = styles
    .replace('</numFmts>', `<numFmt numFmtId="165" formatCode="${written}"/></numFmts>`)
    .replace('</cellXfs>', '<xf numFmtId="165"/></cellXfs>')
  return readLines(withCell('parts', 0, 'quantity', stored('<c r="@" s="3"><v>1500</v></c>')), {
    entries: [{ name: 'xl/styles.xml', content }],
  })
}

describe('what the filer does not see', () => {
  test('rows that are hidden unless they have a height count, with a warning', async () => {
    const read = await withParts('<sheetData>', '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData>')
    expect(codes(read)).toEqual(['hidden_rows'])
    expect(read.ok && read.warnings[0]).toMatchObject({ sheet: 'Parts', row: 3, found: '3' })
    expect(kiteFacts(read)[0]?.['parts']).toHaveLength(2)
  })

  test('merged cells over lines are told, with the first of them; over headers they are not', async () => {
    const merge = (refs: readonly string[]): string =>
      `</sheetData><mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    const read = await withParts('</sheetData>', merge(['A1:B1', 'A3:A4', 'C3:D3']))
    expect(codes(read)).toEqual(['merged_cells'])
    expect(place(read)).toBe('Parts!A3')
    expect(read.ok && read.warnings[0]?.sentence.en).toContain('are merged (A3:A4 +1)')
    expect(codes(await withParts('</sheetData>', merge(['A1:B1', 'H3:I9'])))).toEqual([])
    expect(codes(await withParts('</sheetData>', merge(['3:4'])))).toEqual(['broken_workbook'])
  })

  test.each([
    ['0,', 'thousands'],
    ['#,##0.0,,', 'millions'],
    ['0"00"', 'a hundred times as much'],
    [String.raw`0\5`, 'a digit more'],
    ['0"%"', 'a percentage that is none'],
    ['#,##0 "million"', 'a word of size'],
    ['0 "لاکھ"', 'a word of size in Urdu'],
    [';;;', 'nothing'],
    ['"paid"', 'a word alone'],
  ])('a format %j, which shows %s, is told with what the cell holds', async (code) => {
    const read = await inFormat(code)
    expect(codes(read)).toEqual(['shown_otherwise'])
    expect(place(read)).toBe('Parts!C3')
    expect(read.ok && read.warnings[0]).toMatchObject({ found: '1', expected: '1500' })
    expect(kiteFacts(read)[0]?.['parts']).toMatchObject([{ quantity: '1500' }, {}])
  })

  test.each(['#,##0.00', 'General', '[Red]-0;0', '"PKR" #,##0', '_(* #,##0_);_(* (#,##0)', '0 "pieces"', '0;-0;;@'])(
    'a format %j shows what the cell holds',
    async (code) => {
      expect(codes(await inFormat(code))).toEqual([])
    },
  )
})

describe('the day of the assessment', () => {
  const on = (text: string): Promise<ReadReturn> =>
    readReturn(
      { form: 'xlsx', bytes: xlsx(WORKBOOK) },
      { schema: KITES, rates: KITE_RATES, year: YEAR, day: parseDay(text) },
    )

  test('makes lines of later months worth a warning', async () => {
    // Months of the return: July, August and September 2026; invoices of 12 July, 15 August and 1 September.
    expect(codes(await on('2026-09-01'))).toEqual([])
    const read = await on('2026-08-20')
    expect(codes(read)).toEqual(['after_day', 'after_day'])
    expect(read.ok && read.warnings.map((one) => `${one.column}${one.row} ${one.found}`)).toEqual(['C5 1', 'G5 1'])
    expect(kiteFacts(read)).toHaveLength(2)
  })

  test('after the year makes none', async () => {
    expect(codes(await on('2028-01-15'))).toEqual([])
  })
})

describe('one mistake', () => {
  test('in the year is told once, and not in each line', async () => {
    const read = await readReturn(
      { form: 'xlsx', bytes: xlsx(WORKBOOK) },
      { schema: KITES, rates: KITE_RATES, year: { label: '2025-26', first: YEAR.first - 365, last: YEAR.first - 1 } },
    )
    expect(codes(read)).toEqual(['other_year'])
    expect(place(read)).toBe('Production!C3')
    expect(!read.ok && read.errors[0]?.sentence.en).toContain(
      'taken as that of 2025-26, and none of its months lies there: they are of 2026-07 to 2026-09',
    )
  })

  test('of one month among others is told where it stands', async () => {
    expect(codes(await readLines(withCell('production', 0, 'month', '2025-07')))).toEqual(['outside_year'])
  })

  const sentence = async (sheet: string, column: string, cell: TestCell): Promise<string> => {
    const read = await readLines(withCell(sheet, 0, column, cell))
    return read.ok ? '' : `${read.errors[0]?.code} ${read.errors[0]?.sentence.en}`
  }

  test('of a percentage typed as a whole number says how to write it', async () => {
    expect(await sentence('parts', 'local_rate', percent('45'))).toBe(
      'percent_hundredfold "Local share" is 45 in a cell with the format of a percentage, which makes it 4500%; the most allowed is 100%. If 45% is meant, write 45% with its sign.',
    )
    expect(await sentence('parts', 'local_rate', percent('1.01'))).toMatch(/^too_large /)
    expect(await sentence('parts', 'local_rate', percent('145'))).toMatch(/^too_large /)
  })

  test('of a month that lost its format says which day the number stands for', async () => {
    // 46204 days after 30 December 1899 is 1 July 2026.
    expect(await sentence('production', 'month', 46_204)).toContain(
      'month_as_number "Month" holds the number 46204, by which a spreadsheet stores the day 2026-07-01.',
    )
    expect(await sentence('production', 'month', 7)).toMatch(/^not_a_month /)
    expect((await readLines(withCell('production', 0, 'month', day('2026-07-01')))).ok).toBe(true)
  })

  test('of a header says what was expected there', async () => {
    const read = await withParts('>Model<', '>Modell<')
    expect(read.ok && read.warnings[0]?.sentence.en).toBe(
      'The header "Model" was expected in this column, and "Modell" stands there. The column is read as "Model".',
    )
  })
})
