/**
 * Writes the workbook in which a return is filed, from its schema. Columns are marked in a hidden row, so that the reader depends
 * neither on headers nor on positions; programme and version stand in a hidden sheet.
 */
import type ExcelJS from 'exceljs'
import { addRule, type Lists, writeLists } from './column-rules.ts'
import { headerText } from '../check/find-columns.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { Bilingual, ReturnColumn, ReturnSchema, ReturnSheet } from '../schema/return-schema.ts'
import { LIST_SHEET, MARKER_SHEET, README_SHEETS } from '../schema/template-names.ts'
import { writeReadme } from './write-readme.ts'
import {
  formatOf,
  headerHeight,
  newWorkbook,
  PAGE,
  sheetTitle,
  styleHeader,
  viewOf,
  widthOf,
  workbookBytes,
} from './workbook-style.ts'

/** The first row of lines, below the hidden markers and the headers. */
export const FIRST_LINE = 3

export function writeTemplate(schema: ReturnSchema, language: Language): Promise<Buffer> {
  return workbookBytes(templateOf(schema, language))
}

export function templateOf(schema: ReturnSchema, language: Language): ExcelJS.Workbook {
  const workbook = newWorkbook(schema.title[language])
  writeReadme(
    workbook.addWorksheet(README_SHEETS[language], { views: [viewOf(language, 0)], pageSetup: PAGE }),
    schema,
    language,
  )
  const lists: Lists = []
  const sheets = schema.sheets.map((sheet) => ({
    sheet,
    worksheet: workbook.addWorksheet(sheetTitle(sheet.label[language]), {
      views: [viewOf(language, FIRST_LINE - 1)],
      pageSetup: PAGE,
    }),
  }))
  const listSheet = workbook.addWorksheet(LIST_SHEET, { state: 'veryHidden' })
  for (const { sheet, worksheet } of sheets) writeSheet(worksheet, sheet, schema.currency, { language, lists })
  writeLists(listSheet, lists)
  writeMarker(workbook, schema)
  return workbook
}

/** Says which return a workbook is, in a sheet that only programs see. */
export function writeMarker(
  workbook: ExcelJS.Workbook,
  schema: Pick<ReturnSchema, 'programme' | 'kind' | 'version'>,
): ExcelJS.Worksheet {
  const marker = workbook.addWorksheet(MARKER_SHEET, { state: 'veryHidden' })
  marker.addRow(['return', schema.programme])
  marker.addRow(['kind', schema.kind])
  marker.addRow(['version', schema.version])
  return marker
}

function writeSheet(
  worksheet: ExcelJS.Worksheet,
  sheet: ReturnSheet,
  currency: string,
  { language, lists }: { readonly language: Language; readonly lists: Lists },
): void {
  sheet.columns.forEach((column, index) => {
    const target = worksheet.getColumn(index + 1)
    target.numFmt = formatOf(column.type)
    target.width = widthOf(column.type, column.label.en)
    const marker = worksheet.getCell(1, index + 1)
    marker.value = `${sheet.name}.${column.name}`
    marker.numFmt = '@'
    const header = worksheet.getCell(2, index + 1)
    header.value = headerText(column.label, language)
    header.numFmt = '@'
    styleHeader(header, column.required)
    header.note = noteOf(column, currency)
    addRule(worksheet, column, index, [FIRST_LINE, FIRST_LINE + sheet.mostRows - 1], { language, lists })
  })
  worksheet.getRow(1).hidden = true
  worksheet.getRow(2).height = headerHeight(
    sheet.columns.map((column) => ({
      text: headerText(column.label, language),
      width: widthOf(column.type, column.label.en),
    })),
  )
}

/** A note says what goes in the column, in both languages, since two people may share the work. */
function noteOf(column: ReturnColumn, currency: string): string {
  const kind = KIND_WORDS[column.type.kind]
  const must: Bilingual = column.required
    ? { en: 'Required', ur: 'لازمی' }
    : column.event
      ? { en: 'May be empty: there is none', ur: 'خالی ہو سکتا ہے: یعنی موجود نہیں' }
      : { en: 'May be empty', ur: 'خالی ہو سکتا ہے' }
  const code = column.type.kind === 'currency' ? ` ${currency}` : ''
  const say = (language: Language): string => {
    const stop = { en: '.', ur: '۔' }[language]
    return [column.note?.[language], `${kind[language]}${code}${stop} ${must[language]}${stop}`]
      .filter((text) => text !== undefined)
      .join('\n')
  }
  return `${say('en')}\n${say('ur')}`
}

export const KIND_WORDS: Readonly<Record<ReturnColumn['type']['kind'], Bilingual>> = {
  text: { en: 'Text', ur: 'متن' },
  category: { en: 'Choose from the list', ur: 'فہرست میں سے چنیں' },
  boolean: { en: 'Yes or no', ur: 'ہاں یا نہیں' },
  count: { en: 'Whole number', ur: 'پورا عدد' },
  number: { en: 'Number', ur: 'عدد' },
  percent: { en: 'Percentage, as 45%', ur: 'فیصد، مثلاً 45%' },
  date: { en: 'Day, as 2026-07-15', ur: 'تاریخ، مثلاً 2026-07-15' },
  month: { en: 'Month, as 2026-07', ur: 'مہینہ، مثلاً 2026-07' },
  money: { en: 'Amount, a number without its currency', ur: 'رقم، کرنسی کے نام کے بغیر عدد' },
  currency: { en: 'Three-letter code of the currency, as', ur: 'کرنسی کا تین حرفی کوڈ، مثلاً' },
}
