import { describe, expect, it } from 'vitest'
import { type BillLine, BLANK_LINE } from '../../products/bills/bill.ts'
import { readWorkbook } from '../read/read-workbook.ts'
import { type FilledLine, filledTemplate } from '../write/fill-template.ts'
import { BILL_SCHEMA } from './bill-sheets.ts'
import { annotatedBill, linesOfWorkbook, readBillWorkbook, writeBillWorkbook } from './bill-workbook.ts'

const BOARD: BillLine = {
  ...BLANK_LINE,
  position: '10',
  part_code: 'MB-1000',
  part: 'main board',
  component_class: 'motherboard',
  hs_code: '8517.7900',
  book: 'made_in_house',
  quantity: '1',
  unit_value: 'PKR 12.50',
  supplier: 'Lahore Boards',
  substitutes: [
    { part_code: 'MB-1001', part: 'other board', supplier: '', book: 'imported', share: '30%', priority: null },
    { part_code: 'MB-1002', part: 'third board', supplier: 'X', book: null, share: null, priority: 2 },
  ],
}
const CHIP: BillLine = { ...BLANK_LINE, position: '10.1', part_of: '10', part: 'chip', quantity: '0.25' }

/** A workbook with these cells, which are not as cells should be. */
async function filled(lines: readonly FilledLine[], programme = BILL_SCHEMA.programme): Promise<Buffer> {
  return Buffer.from(await filledTemplate({ ...BILL_SCHEMA, programme }, 'en', { lines }).xlsx.writeBuffer())
}

async function codesOf(bytes: Buffer): Promise<readonly (readonly [string, number | undefined])[]> {
  const read = await readBillWorkbook(bytes)
  return read.ok ? [] : read.errors.map(({ code, row }) => [code, row] as const)
}

describe('the workbook of a bill of materials', () => {
  it('is read again as what was written, in either language', async () => {
    for (const language of ['en', 'ur'] as const) {
      const read = await readBillWorkbook(await writeBillWorkbook([BOARD, CHIP], language))
      expect(read.ok ? linesOfWorkbook(read) : read.errors).toEqual([BOARD, CHIP])
    }
  })

  it('says in which row what is wrong, and comes back with a list of it', async () => {
    const bytes = await filled([
      { position: '10', part: 'board', hs_code: '85.17' },
      { position: '10', part: 'chip', part_of: '99' },
    ])
    // Lines begin in the third row.
    expect((await codesOf(bytes)).toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ['duplicate_line', 4],
      ['not_listed', 4],
      ['wrong_form', 3],
    ])
    const copy = await annotatedBill(bytes, 'en')
    const sheets = (await readWorkbook(copy ?? Buffer.alloc(0))).sheets
    const said = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? '')))
    expect(said).toContain('wrong_form')
    expect(said).toContain('85.17')
  })

  it('is refused as a whole where it is no workbook, or one of a return', async () => {
    expect((await codesOf(Buffer.from('part,quantity'))).map(([code]) => code)).toEqual(['not_a_workbook'])
    const other = await filled([{ position: '10', part: 'board' }], 'bicycles')
    expect((await codesOf(other)).map(([code]) => code)).toEqual(['wrong_programme'])
  })
})
