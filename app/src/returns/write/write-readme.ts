/** The first sheet of the template: what the workbook is, how to fill it in, and what its sheets are for. */
import type ExcelJS from 'exceljs'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { Bilingual, ReturnSchema } from '../schema/return-schema.ts'
import { FACE, GREEN, solid, WARM } from './workbook-style.ts'

const STEPS: readonly Bilingual[] = [
  {
    en: 'Fill in every sheet. A sheet with nothing to report stays, without lines: what is missing is not taken as zero.',
    ur: 'ہر شیٹ پُر کریں۔ جس شیٹ میں کچھ بتانے کو نہ ہو وہ سطروں کے بغیر موجود رہے: جو غائب ہو اسے صفر نہیں سمجھا جاتا۔',
  },
  {
    en: 'Dark green headers are required. Point at a header to read what belongs in its column.',
    ur: 'گہرے سبز عنوانات لازمی ہیں۔ کسی عنوان پر اشارہ کریں تو معلوم ہو گا کہ کالم میں کیا آتا ہے۔',
  },
  {
    en: 'Sheets and columns may be moved. Do not change the hidden first row: it tells which column is which.',
    ur: 'شیٹوں اور کالموں کی جگہ بدلی جا سکتی ہے۔ پوشیدہ پہلی سطر نہ بدلیں: وہی بتاتی ہے کہ کون سا کالم کیا ہے۔',
  },
  {
    en: 'Amounts are plain numbers in the currency of their line. They are converted at the official rate of the day; a rate of your own is not accepted.',
    ur: 'رقوم اپنی سطر کی کرنسی میں سادہ اعداد ہیں۔ انہیں اُس دن کی سرکاری شرح پر تبدیل کیا جاتا ہے؛ آپ کی اپنی شرح قبول نہیں کی جاتی۔',
  },
  {
    en: 'Formulas are allowed; their results are read. Macros, links to other workbooks and passwords are not.',
    ur: 'فارمولے لکھے جا سکتے ہیں؛ ان کے نتائج پڑھے جاتے ہیں۔ میکرو، دوسری ورک بکس کے روابط اور پاس ورڈ کی اجازت نہیں۔',
  },
  {
    en: 'If something is wrong, you get this workbook back with the cells marked and a list of what to correct.',
    ur: 'اگر کچھ غلط ہو تو یہی ورک بک نشان زد خانوں اور تصحیح کی فہرست کے ساتھ آپ کو واپس ملے گی۔',
  },
]

export function writeReadme(worksheet: ExcelJS.Worksheet, schema: ReturnSchema, language: Language): void {
  const [first, second] = language === 'en' ? (['en', 'ur'] as const) : (['ur', 'en'] as const)
  worksheet.getColumn(1).width = 26
  worksheet.getColumn(2).width = 66
  worksheet.getColumn(3).width = 66
  const title = worksheet.addRow(['', schema.title[first], schema.title[second]])
  title.eachCell((cell) => {
    cell.font = { ...FACE, bold: true, size: 18, color: { argb: 'FFFFFFFF' } }
    cell.fill = solid(GREEN)
  })
  title.height = 34
  title.getCell(1).value = 'Maqami'
  const version: Bilingual = { en: `Version ${schema.version}`, ur: `نسخہ ${schema.version}` }
  worksheet.addRow([schema.programme, version[first], version[second]])
  worksheet.addRow([])
  STEPS.forEach((step, index) => worksheet.addRow([index + 1, step[first], step[second]]))
  worksheet.addRow([])
  for (const sheet of schema.sheets) {
    const row = worksheet.addRow([sheet.label[first], sheet.note?.[first] ?? '', sheet.note?.[second] ?? ''])
    row.getCell(1).font = { ...FACE, bold: true, color: { argb: GREEN } }
    row.getCell(1).fill = solid(WARM)
  }
  worksheet.eachRow((row, number) => {
    for (const column of [1, 2, 3]) {
      const reading: Language = column === 3 ? second : first
      row.getCell(column).alignment = {
        wrapText: true,
        vertical: 'top',
        horizontal: reading === 'ur' ? 'right' : 'left',
        readingOrder: reading === 'ur' ? 'rtl' : 'ltr',
      }
    }
    if (number > 1) row.height = heightOf(row)
  })
}

/** Spreadsheet programs do not fit rows that a program wrote; Urdu needs room. */
function heightOf(row: ExcelJS.Row): number {
  const longest = Math.max(row.getCell(2).text.length, row.getCell(3).text.length)
  return 10 + 20 * Math.max(1, Math.ceil(longest / 62))
}
