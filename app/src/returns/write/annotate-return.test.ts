/** What strangers write into cells and names, in the annotated copy. */
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { annotate } from './annotate-return.ts'
import { type TestCell, xlsx } from '../archive-fixture.ts'
import {
  day,
  GOOD,
  KITE_RATES,
  KITES,
  kitesWorkbook,
  readKite,
  readLines,
  stored,
  withCell,
  YEAR,
} from '../kites-fixture.ts'
import { readReturn, type ReadReturn } from '../read-return.ts'
import { readWorkbook } from '../read/read-workbook.ts'
import { RETURN_LIMITS } from '../return-limits.ts'
import { ERROR_SHEETS } from '../schema/template-names.ts'

async function copyOf(read: ReadReturn): Promise<Buffer> {
  return annotate(read, KITES, 'en') ?? Promise.reject(new Error('not opened'))
}

async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  return workbook
}

async function titles(bytes: Buffer): Promise<readonly string[]> {
  return (await readWorkbook(bytes)).sheets.map((sheet) => sheet.name)
}

function csv(files: Readonly<Record<string, string>>): Promise<ReadReturn> {
  return readReturn(
    {
      form: 'csv',
      files: Object.entries(files).map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) })),
    },
    { schema: KITES, rates: KITE_RATES, year: YEAR },
  )
}

describe('sheets of the filer', () => {
  test('do not take the name of the list of errors, of the marker or of one another', async () => {
    const read = await csv({ errors: 'a', 'Errors*': 'b', History: 'c', 'a/notes': 'd', 'b/NOTES': 'e' })
    expect(await titles(await copyOf(read))).toEqual([
      'Errors',
      'errors 2',
      'Errors 3',
      'History 2',
      'notes',
      'NOTES 2',
      '_maqami',
    ])
  })

  test('have names that are cut between characters, and no longer than a spreadsheet program takes', async () => {
    const read = await csv({ [`${'n'.repeat(30)}😀`]: 'a', [`${'n'.repeat(30)}😁`]: 'b', 'a\uFFFFb': 'c' })
    expect(await titles(await copyOf(read))).toEqual([
      'Errors',
      'n'.repeat(30),
      `${'n'.repeat(29)} 2`,
      'a\uFFFDb',
      '_maqami',
    ])
  })

  test('are shown when they are of the return, even if they were hidden', async () => {
    const { sheets } = kitesWorkbook(GOOD)
    const hidden = sheets.map((sheet) => (sheet.name === 'Parts' ? { ...sheet, state: 'hidden' as const } : sheet))
    const copy = await readWorkbook(await copyOf(await readKite(xlsx({ sheets: hidden }))))
    expect(copy.sheets.find((sheet) => sheet.name === 'Parts')?.state).toBe('visible')
  })
})

describe('cells of the filer', () => {
  const remark = async (text: string): Promise<string | undefined> => {
    const copy = await readWorkbook(await copyOf(await csv({ remarks: text })))
    return copy.sheets.find((sheet) => sheet.name === 'remarks')?.rows[0]?.cells[0]?.text
  }

  test('that XML cannot hold do not break the copy', async () => {
    expect(await remark('a\uFFFEb\uFFFFc\u0001d')).toBe('a\uFFFDb\uFFFDc\uFFFDd')
  })

  test('that look like the code of a character stay as they are', async () => {
    expect(await remark('_x0041_')).toBe('_x0041_')
    const read = await readLines(withCell('production', 1, 'kind', '_x005F_x0041_'))
    expect(!read.ok && read.errors[0]?.found).toBe('_x0041_')
    const again = await readKite(await copyOf(read))
    expect(!again.ok && again.errors[0]?.found).toBe('_x0041_')
  })

  test('of a file that are no number as files write them stay texts', async () => {
    const read = await csv({ parts: 'model,code,quantity,unit_value,local_rate\nBasant,A001,+5,1e3,.5\n' })
    const sheet = (await opened(await copyOf(read))).getWorksheet('parts')
    expect(['C2', 'D2', 'E2'].map((at) => sheet?.getCell(at).value)).toEqual(['+5', '1e3', '.5'])
  })
})

describe('cells that are marked', () => {
  test('keep the format of their column, so that a figure typed over a text is a figure', async () => {
    const lines = {
      ...GOOD,
      parts: [['Basant', 'A001', '1500', '12.5', '45%'] as TestCell[], ...(GOOD['parts'] ?? []).slice(1)],
      workshop: [['yes', 'in May'] as TestCell[]],
    }
    const read = await readLines(lines)
    expect(!read.ok && read.errors.map((one) => `${one.sheet} ${one.column}`)).toEqual([
      'Parts C',
      'Parts D',
      'Parts E',
      'Workshop B',
    ])
    const copy = await opened(await copyOf(read))
    const cells = ['C3', 'D3', 'E3'].map((at) => copy.getWorksheet('Parts')?.getCell(at))
    expect(cells.map((cell) => cell?.value)).toEqual(['1500', '12.5', '45%'])
    expect(cells.map((cell) => cell?.numFmt)).toEqual(['#,##0', '#,##0.00##', '0.00%'])
    expect(cells.map((cell) => cell?.fill.type)).toEqual(['pattern', 'pattern', 'pattern'])
    for (const cell of cells) expect(JSON.stringify(cell?.note)).toContain('text_in_number_cell')
    expect(copy.getWorksheet('Workshop')?.getCell('B3').numFmt).toBe('yyyy-mm-dd')
  })

  test('keep a code that was stored as a number in the format of texts', async () => {
    const read = await readLines(withCell('parts', 0, 'code', 7))
    const cell = (await opened(await copyOf(read))).getWorksheet('Parts')?.getCell('B3')
    expect([cell?.value, cell?.numFmt]).toEqual([7, '@'])
  })

  test('keep the list and the bounds of their column', async () => {
    const copy = await opened(await copyOf(await readLines(withCell('production', 0, 'kind', 'octopus'))))
    const production = copy.getWorksheet('Production')
    expect(production?.getCell('B3').dataValidation).toMatchObject({ type: 'list', formulae: ["'_lists'!$A$1:$A$2"] })
    expect(production?.getCell('D3').dataValidation).toMatchObject({ type: 'whole', formulae: [0, 1_000_000] })
    const lists = copy.getWorksheet('_lists')
    expect([lists?.state, lists?.getCell('A1').value, lists?.getCell('A2').value]).toEqual([
      'veryHidden',
      'fighter kite',
      'box kite',
    ])
  })
})

test('of one error the list says that it is one', async () => {
  const read = await readLines(withCell('production', 0, 'kind', 'octopus'))
  const titleIn = async (language: 'en' | 'ur', sheet: string): Promise<unknown> => {
    const copy = await annotate(read, KITES, language)
    return copy === undefined ? undefined : (await opened(copy)).getWorksheet(sheet)?.getCell('A1').value
  }
  expect(await titleIn('en', ERROR_SHEETS.en)).toBe('1 error')
  expect(await titleIn('ur', ERROR_SHEETS.ur)).toBe('1 غلطی')
})

test('the list of errors ends by saying how many more there are', async () => {
  const line = (index: number): TestCell[] => [`M${index}`, 'octopus', '2026-07', 1, 1, 'PKR', day('2026-07-01')]
  const production = Array.from({ length: RETURN_LIMITS.errors + 234 }, (_, index) => line(index))
  const read = await readLines({ production, parts: [], workshop: [['no', stored('<c r="@"/>')]] })
  const total = read.ok ? 0 : read.total
  const list = (await opened(await copyOf(read))).getWorksheet('Errors')
  expect(list?.getCell('A1').value).toBe(`${total} errors, of which the first ${RETURN_LIMITS.errors} are listed`)
  expect(list?.getCell(RETURN_LIMITS.errors + 3, 5).value).toBe(
    `… and ${total - RETURN_LIMITS.errors} more. Correct these and send the return again.`,
  )
})
