import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { filledTemplate, type FilledSheets } from './fill-template.ts'
import { annotate } from './annotate-return.ts'
import { readReturn } from '../read-return.ts'
import { readWorkbook } from '../read/read-workbook.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { type TestCell } from '../archive-fixture.ts'
import {
  day,
  GOOD,
  KITE_RATES,
  kiteFacts,
  KITES,
  readKite,
  readLines,
  stored,
  withCell,
  YEAR,
} from '../kites-fixture.ts'
import { workbookBytes } from './workbook-style.ts'
import { writeTemplate } from './write-template.ts'

const FILLED: FilledSheets = {
  production: [
    {
      model: 'Basant',
      kind: 'fighter',
      month: '2026-07',
      quantity: 1000,
      unit_price: 1.5,
      currency: 'USD',
      invoiced_on: '2026-07-12',
      grade: 'fine',
      spools: 4,
    },
    {
      model: 'Basant',
      kind: 'fighter',
      month: '2026-08',
      quantity: 500,
      unit_price: 420.25,
      currency: 'PKR',
      invoiced_on: '2026-08-15',
      grade: 'fine',
      spools: 3,
    },
    {
      model: 'Dabba',
      kind: 'box',
      month: '2026-09',
      quantity: 40,
      unit_price: 10,
      currency: 'CNY',
      invoiced_on: '2026-09-01',
    },
  ],
  parts: [
    { model: 'Basant', code: 'A001', quantity: 1500, unit_value: 12.5, local_rate: 0.45 },
    { model: 'Basant', code: 'B002', quantity: 3000, unit_value: 0.75 },
    { model: 'Dabba', code: 'A001', quantity: 40, unit_value: 90 },
  ],
  workshop: [{ open_workshop: 'true', tested_on: '2026-05-05' }],
}

async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  // The library's own type of buffer is not Node's.
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  return workbook
}

describe('the template', () => {
  test.each<Language>(['en', 'ur'])('in %s, filled in, becomes the facts of the same lines', async (language) => {
    const read = await readKite(await workbookBytes(filledTemplate(KITES, language, FILLED)))
    const expected = await readLines(GOOD)
    expect(read.ok ? read.warnings : read.errors).toEqual([])
    expect(kiteFacts(read)).toEqual(kiteFacts(expected))
  })

  test('empty, is answered with what is missing and nothing else', async () => {
    const read = await readKite(await writeTemplate(KITES, 'en'))
    expect(!read.ok && read.errors.map((error) => error.code)).toEqual(['no_lines', 'no_lines'])
  })

  test('is the same, byte for byte, each time', async () => {
    expect((await writeTemplate(KITES, 'ur')).equals(await writeTemplate(KITES, 'ur'))).toBe(true)
  })

  test('hides its markers, freezes its headers, explains them and offers lists', async () => {
    const workbook = await opened(await writeTemplate(KITES, 'ur'))
    expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ['ہدایات', 'visible'],
      ['پیداوار', 'visible'],
      ['پرزے', 'visible'],
      ['کارخانہ', 'visible'],
      ['_lists', 'veryHidden'],
      ['_maqami', 'veryHidden'],
    ])
    const production = workbook.getWorksheet('پیداوار')
    expect(production?.getRow(1).hidden).toBe(true)
    expect(production?.getCell('A1').value).toBe('production.model')
    expect(production?.getCell('A2').value).toBe('ماڈل\nModel')
    expect(production?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2, rightToLeft: true })
    expect(JSON.stringify(production?.getCell('A2').note)).toContain('Required')
    expect(production?.getCell('B3').dataValidation).toMatchObject({ type: 'list', formulae: ["'_lists'!$A$1:$A$2"] })
    expect(workbook.getWorksheet('_lists')?.getCell('A1').value).toBe('لڑاکا پتنگ')
    expect(production?.getColumn(1).numFmt).toBe('@')
    expect(workbook.getWorksheet('پرزے')?.getColumn(5).numFmt).toBe('0.00%')
  })

  test('lets pass what the reader takes, and names the currency of its own programme', async () => {
    const production = (await opened(await writeTemplate({ ...KITES, currency: 'BDT' }, 'en'))).getWorksheet(
      'Production',
    )
    // Prices have no upper bound of their own; kites have one of a million.
    expect(production?.getCell('E3').dataValidation).toMatchObject({ operator: 'greaterThanOrEqual', formulae: [0] })
    expect(production?.getCell('D3').dataValidation).toMatchObject({ operator: 'between', formulae: [0, 1_000_000] })
    const note = JSON.stringify(production?.getCell('F2').note)
    expect(note).toContain('as BDT. Required.')
    expect(note).toContain('مثلاً BDT۔ لازمی۔')
    expect(note).not.toMatch(/PKR|CNY/)
  })

  test('leaves the stops of a note as they were written', async () => {
    const [sheet, ...others] = KITES.sheets
    const noted = { en: 'See the Act.', ur: 'دیکھیں S. 5۔' }
    const columns = (sheet?.columns ?? []).map((column, index) => (index === 0 ? { ...column, note: noted } : column))
    const sheets = sheet === undefined ? [] : [{ ...sheet, columns }, ...others]
    const workbook = await opened(await writeTemplate({ ...KITES, sheets }, 'en'))
    expect(JSON.stringify(workbook.getWorksheet('Production')?.getCell('A2').note)).toContain(noted.ur)
  })
})

describe('the annotated copy', () => {
  const wrong = {
    production: [
      ...(GOOD['production'] ?? []),
      [
        '007',
        'octopus',
        stored('<c r="@"><f>1</f></c>'),
        stored('<c r="@" t="e"><v>#DIV/0!</v></c>'),
        stored('<c r="@"><v>12345678901234567</v></c>'),
        'EUR',
        day('2026-09-02'),
        undefined,
        3,
        'my remark',
      ],
    ] as TestCell[][],
    parts: [...(GOOD['parts'] ?? []), ['Dabba', 'A001', -1, 1]] as TestCell[][],
    workshop: GOOD['workshop'] ?? [],
  }

  test('marks the cells, says in notes what is wrong, and lists everything with links', async () => {
    const read = await readLines(wrong, { sheets: [{ name: 'Notes', rows: [['keep me', 1.25]] }] })
    const workbook = await opened(await (annotate(read, KITES, 'en') ?? Promise.reject(new Error('not opened'))))
    const cell = workbook.getWorksheet('Production')?.getCell('B6')
    expect(cell?.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFF9D6D2' } })
    expect(JSON.stringify(cell?.note)).toContain('octopus')
    const list = workbook.getWorksheet('Errors')
    expect(list?.getCell('A1').value).toMatch(/^\d+ errors$/)
    expect(list?.getCell('C3').formula).toBe(`HYPERLINK("#'Production'!J6","J6")`)
    expect(list?.getCell('C3').result).toBe('J6')
    expect(workbook.getWorksheet('Notes')?.getCell('A1').value).toBe('keep me')
    expect(workbook.getWorksheet('Notes')?.getCell('B1').value).toBe(1.25)
    expect(workbook.getWorksheet('Production')?.getCell('J6').value).toBe('my remark')
  })

  test('holds every cell that was read, with its text', async () => {
    const read = await readLines(wrong)
    const copy = await readWorkbook(await (annotate(read, KITES, 'en') ?? Promise.reject(new Error('not opened'))))
    const texts = (sheets: Awaited<ReturnType<typeof readWorkbook>>['sheets']) =>
      sheets
        .filter((sheet) => sheet.name !== 'Errors' && sheet.name !== '_lists')
        .map((sheet) => [sheet.name, sheet.rows.map((row) => [row.row, row.cells.map((cell) => cell?.text)])])
    expect(texts(copy.sheets)).toEqual(texts(read.cells?.raw.sheets ?? []))
  })

  test('read again, has the same errors in the same cells', async () => {
    const bad = {
      ...withCell('production', 1, 'kind', 'octopus'),
      workshop: [['perhaps', day('2026-05-05')]] as TestCell[][],
    }
    const first = await readLines(bad)
    const again = await readKite(await (annotate(first, KITES, 'ur') ?? Promise.reject(new Error('not opened'))))
    const told = (read: typeof first): unknown =>
      (read.ok ? read.warnings : read.errors).map(({ code, sheet, row, column }) => [code, sheet, row, column])
    expect(told(again)).toEqual(told(first))
    expect(first.ok).toBe(false)
  })

  test('corrected, is accepted and gives the facts', async () => {
    const read = await readLines(withCell('production', 1, 'kind', 'octopus'))
    const workbook = await opened(await (annotate(read, KITES, 'en') ?? Promise.reject(new Error('not opened'))))
    const sheet = workbook.getWorksheet('Production')
    if (sheet !== undefined) sheet.getCell('B4').value = 'fighter'
    const corrected = await readKite(Buffer.from(await workbook.xlsx.writeBuffer()))
    const expected = await readLines(GOOD)
    expect(kiteFacts(corrected)).toEqual(kiteFacts(expected))
  })

  test('of CSV files is a workbook that can be corrected and filed', async () => {
    const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
    const files = [
      file(
        'production.csv',
        'model,kind,month,quantity,unit_price,currency,invoiced_on,grade,spools\nBasant,octopus,2026-07,1000,1.5,USD,2026-07-12,fine,4\n',
      ),
      file('parts.csv', 'model,code,quantity,unit_value,local_rate\nBasant,A001,1500,12.5,45%\n'),
      file('workshop.csv', 'open_workshop,tested_on\nyes,2026-05-05\n'),
    ]
    const read = await readReturn({ form: 'csv', files }, { schema: KITES, rates: KITE_RATES, year: YEAR })
    expect(!read.ok && read.errors.map((error) => error.code)).toEqual(['unknown_member'])
    const workbook = await opened(await (annotate(read, KITES, 'en') ?? Promise.reject(new Error('not opened'))))
    const sheet = workbook.getWorksheet('production')
    if (sheet !== undefined) sheet.getCell('B2').value = 'fighter'
    const corrected = await readKite(Buffer.from(await workbook.xlsx.writeBuffer()))
    expect(kiteFacts(corrected)[0]?.['parts']).toEqual([
      { part: 'Basant A001', quantity: '1500', unit_value: 'PKR 12.5', local_rate: '45%' },
    ])
  })

  test('is not made of a file that could not be opened', async () => {
    expect(annotate(await readKite(Buffer.from('PK')), KITES, 'en')).toBeUndefined()
  })
})
