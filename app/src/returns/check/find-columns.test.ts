import { describe, expect, test } from 'vitest'
import { entriesOf, type TestCell, xlsx } from '../archive-fixture.ts'
import { codes, GOOD, kiteFacts, kitesWorkbook, marker, place, readKite, readLines } from '../kites-fixture.ts'
import type { ReadReturn } from '../read-return.ts'

describe('sheets and columns', () => {
  const workbook = kitesWorkbook(GOOD)
  const change = (
    name: string,
    rows: (rows: readonly (readonly TestCell[])[]) => readonly (readonly TestCell[])[],
    title = name,
  ) =>
    readKite(
      xlsx({
        ...workbook,
        sheets: workbook.sheets.map((sheet) => (sheet.name === name ? { name: title, rows: rows(sheet.rows) } : sheet)),
      }),
    )

  test('columns and sheets may be moved and sheets renamed, as long as the marker row is there', async () => {
    const moved = await change(
      'Parts',
      (rows) => rows.map((row) => [undefined, ...Array.from({ length: 5 }, (_, at) => row[4 - at])]),
      'Teile',
    )
    const plain = await readLines(GOOD)
    expect(kiteFacts(moved)).toEqual(kiteFacts(plain))
    expect(codes(moved)).toEqual([])
  })

  test('without the marker row, headers are found by their label in either language or their name', async () => {
    expect(codes(await change('Parts', (rows) => rows.slice(1)))).toEqual([])
    expect(
      codes(
        await change('Parts', (rows) => [['ماڈل', 'کوڈ', 'quantity', 'Value\nمالیت', 'local_rate'], ...rows.slice(2)]),
      ),
    ).toEqual([])
  })

  test('a renamed header is a warning where the marker tells the column', async () => {
    const read = await change('Parts', (rows) => [
      rows[0] ?? [],
      ['Modell', ...(rows[1] ?? []).slice(1)],
      ...rows.slice(2),
    ])
    expect(read.ok).toBe(true)
    expect(codes(read)).toEqual(['header_renamed'])
    expect(place(read)).toBe('Parts!A2')
  })

  test('a renamed header without a marker is an unknown column and a missing one', async () => {
    const read = await change('Parts', (rows) => [['Modell', ...(rows[1] ?? []).slice(1)], ...rows.slice(2)])
    expect(codes(read)).toEqual(['unknown_column', 'missing_column', 'not_covered', 'not_covered'])
  })

  test('a column that stands twice is ambiguous', async () => {
    const read = await change('Parts', (rows) => [
      [...(rows[0] ?? []), 'parts.code'],
      [...(rows[1] ?? []), 'Code'],
      ...rows.slice(2),
    ])
    expect(codes(read)).toEqual(['duplicate_column'])
    expect(place(read)).toBe('Parts!F2')
  })

  test('a missing sheet is an error, even when it would have no lines', async () => {
    const read = await readKite(
      xlsx({ ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.name !== 'Workshop') }),
    )
    expect(codes(read)).toEqual(['missing_sheet'])
    const sentence = read.ok ? undefined : read.errors[0]?.sentence
    expect([sentence?.en, sentence?.ur]).toEqual([
      expect.stringContaining('Workshop'),
      expect.stringContaining('کارخانہ'),
    ])
  })

  test('a copy of a sheet is ambiguous', async () => {
    const copies = workbook.sheets.flatMap((sheet) =>
      sheet.name === 'Parts' ? [sheet, { ...sheet, name: 'Parts (2)' }] : [sheet],
    )
    expect(codes(await readKite(xlsx({ ...workbook, sheets: copies })))).toEqual(['duplicate_sheet'])
  })

  test('a column without a header must be empty', async () => {
    const seventh = (header: TestCell) => (row: readonly TestCell[], at: number) =>
      at === 0 ? row : Array.from({ length: 7 }, (_, each) => (each < 6 ? row[each] : at === 1 ? header : 'x'))
    const read = await change('Parts', (rows) => rows.map(seventh(undefined)))
    expect(codes(read)).toEqual(['column_without_header'])
    expect(place(read)).toBe('Parts!G3')
    expect(codes(await change('Parts', (rows) => rows.map(seventh('my notes'))))).toEqual(['unknown_column'])
  })

  test('lines that the filer does not see count, with a warning', async () => {
    const xml = (name: string): string => {
      const at = kitesWorkbook(GOOD).sheets.findIndex((sheet) => sheet.name === name)
      return String(entriesOf(kitesWorkbook(GOOD)).find((one) => one.name.endsWith(`sheet${at + 1}.xml`))?.content)
    }
    const hidden = (name: string, text: string): Promise<ReadReturn> =>
      readKite(
        xlsx({
          sheets: kitesWorkbook(GOOD).sheets.map((sheet) => (sheet.name === name ? { ...sheet, xml: text } : sheet)),
        }),
      )
    const rows = await hidden(
      'Parts',
      xml('Parts').replace('<row r="4"', '<row r="4" hidden="1"').replace('<row r="5"', '<row r="5" ht="0.0"'),
    )
    expect(codes(rows)).toEqual(['hidden_rows'])
    expect(rows.ok && rows.warnings[0]).toMatchObject({ sheet: 'Parts', row: 4, found: '2' })
    expect(kiteFacts(rows)[0]?.['parts']).toHaveLength(2)
    const formula = await hidden('Parts', xml('Parts').replace(/(<c r="C4"[^>]*>)(<v>)/, '$1<f>1+1</f>$2'))
    expect(codes(formula)).toEqual(['calculated'])
    expect(formula.ok && formula.warnings[0]).toMatchObject({ sheet: 'Parts', row: 4, found: '1' })
    const markers = await hidden('Parts', xml('Parts').replace('<row r="1"', '<row r="1" hidden="1"'))
    expect(codes(markers)).toEqual([])
    const columns = await hidden(
      'Parts',
      xml('Parts').replace('<sheetData>', '<cols><col min="3" max="4" hidden="1"/></cols><sheetData>'),
    )
    expect(codes(columns)).toEqual(['hidden_column', 'hidden_column'])
    expect(columns.ok && columns.warnings.map((one) => one.column)).toEqual(['C', 'D'])
  })

  test.each(['hidden', 'veryHidden'] as const)('a %s sheet counts, with a warning', async (state) => {
    const sheets = workbook.sheets.map((sheet) => (sheet.name === 'Parts' ? { ...sheet, state } : sheet))
    const read = await readKite(xlsx({ sheets }))
    expect(codes(read)).toEqual(['hidden_sheet'])
    expect(kiteFacts(read)[0]?.['parts']).toHaveLength(2)
  })

  test('a sheet of the filer is passed over with a warning', async () => {
    const read = await readLines(GOOD, { sheets: [{ name: 'Notes', rows: [['call the supplier']] }] })
    expect(read.ok).toBe(true)
    expect(codes(read)).toEqual(['unknown_sheet'])
  })

  test('a workbook that does not say which return it is, is not guessed at', async () => {
    expect(codes(await readKite(xlsx({ sheets: workbook.sheets.slice(0, 3) })))).toEqual(['no_version_marker'])
  })

  test('a return of another programme or of another version is refused before its columns are read', async () => {
    const other = (programme: string, version: string) =>
      readKite(xlsx({ sheets: [...workbook.sheets.slice(0, 3), marker(programme, version)] }))
    expect(codes(await other('bicycles', '3'))).toEqual(['wrong_programme'])
    expect(codes(await other('kites', '2'))).toEqual(['wrong_version'])
  })
})
