/** A bill of materials from a workbook and into one, by the readers and writers of returns. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { parseDecimal } from '@maqami/engine/value/exact.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import { type BillLine, BLANK_LINE, bookOf, plainHsCode, type Substitute } from '../../products/bills/bill.ts'
import { NO_RATES } from '../check/official-rates.ts'
import { keptLines, type KeptLine, valueIn } from '../kept-lines.ts'
import { type ReadReturn, readReturn } from '../read-return.ts'
import { yearOf } from '../return-year.ts'
import type { ReturnSheet } from '../schema/return-schema.ts'
import { annotate } from '../write/annotate-return.ts'
import { filledTemplate } from '../write/fill-template.ts'
import { workbookBytes } from '../write/workbook-style.ts'
import { BILL_SCHEMA } from './bill-sheets.ts'

/** A bill is about no period; its sheets ask for no day. */
const YEAR = yearOf('2000', '01-01')

export async function readBillWorkbook(bytes: Buffer): Promise<ReadReturn> {
  if (YEAR === undefined) throw new RangeError('the year of bills is none')
  return await readReturn({ form: 'xlsx', bytes }, { schema: BILL_SCHEMA, rates: NO_RATES, year: YEAR })
}

/** What still breaks a rule of bills, such as a part that is a part of itself, is found by who puts them into a draft. */
export function linesOfWorkbook(read: Extract<ReadReturn, { readonly ok: true }>): readonly BillLine[] {
  const kept = keptLines(read.lines)
  const of = (name: string) => ({
    sheet: BILL_SCHEMA.sheets.find((one) => one.name === name),
    lines: kept[name]?.lines ?? [],
  })
  const [lines, substitutes] = [of('lines'), of('substitutes')]
  const byPosition = Map.groupBy(substitutes.lines, (line) => textIn(substitutes.sheet, line, 'substitute_for'))
  return lines.lines.map((line) => {
    const text = (name: string) => textIn(lines.sheet, line, name)
    const position = text('position')
    return {
      ...BLANK_LINE,
      position,
      part_of: orNull(text('part_of')),
      part_code: text('part_code'),
      part: text('part'),
      part_version: text('part_version'),
      component_class: text('component_class'),
      hs_code: plainHsCode(text('hs_code')),
      book: bookOf(text('book')),
      quantity: orNull(text('quantity')),
      unit_value: orNull(text('unit_value')),
      supplier: text('supplier'),
      substitutes: (byPosition.get(position) ?? []).map((one) => substituteOf(substitutes.sheet, one)),
    }
  })
}

/** `0.3` as `30%`. */
function shareOf(text: string): string | null {
  const share = parseDecimal(text)
  return share === undefined ? null : writeQuantity(share, 'percent')
}

function textIn(sheet: ReturnSheet | undefined, line: KeptLine, name: string): string {
  return sheet === undefined ? '' : valueIn(sheet, line, name)
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}

function substituteOf(sheet: ReturnSheet | undefined, line: KeptLine): Substitute {
  const text = (name: string) => textIn(sheet, line, name)
  const priority = text('priority')
  return {
    part_code: text('part_code'),
    part: text('part'),
    supplier: text('supplier'),
    book: bookOf(text('book')),
    share: shareOf(text('share')),
    priority: priority === '' ? null : Number(priority),
  }
}

/** The template, filled with these lines; empty where there are none. */
export async function writeBillWorkbook(lines: readonly BillLine[], language: Language): Promise<Buffer> {
  const filled = filledTemplate(BILL_SCHEMA, language, {
    lines: lines.map((line) => ({
      ...known(line),
      ...(line.quantity === null ? {} : { quantity: Number(line.quantity) }),
    })),
    substitutes: lines.flatMap(({ position, substitutes }) =>
      substitutes.map((one) => ({
        ...known(one),
        substitute_for: position,
        ...(one.share === null ? {} : { share: Number(one.share.slice(0, -1)) / 100 }),
        ...(one.priority === null ? {} : { priority: one.priority }),
      })),
    ),
  })
  return await workbookBytes(filled)
}

/** What is not known yet stays a blank cell. */
function known(line: BillLine | Substitute): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(line).flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])),
  )
}

/** The file as it came, with what was found marked in its cells; undefined where it could not be opened. */
export async function annotatedBill(bytes: Buffer, language: Language): Promise<Buffer | undefined> {
  return await annotate(await readBillWorkbook(bytes), BILL_SCHEMA, language)
}
