/** What the filer's program lets into a column: the same in the template and in the annotated copy. */
import type ExcelJS from 'exceljs'
import { ZERO } from '@maqami/engine/value/exact.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { decimalText } from '../read/cell-text.ts'
import { columnLetters } from '../read/raw-return.ts'
import { NO, YES } from '../check/check-cells.ts'
import type { Bilingual, ReturnColumn } from '../schema/return-schema.ts'
import { LIST_SHEET } from '../schema/template-names.ts'

/** The drop-down lists of a workbook, each a column of its hidden list sheet; columns with the same words share one. */
export type Lists = (readonly string[])[]

/** `at` is where the column stands, from 0; the lines are given by their first and last row. */
export function addRule(
  worksheet: ExcelJS.Worksheet,
  column: ReturnColumn,
  at: number,
  rows: readonly [first: number, last: number],
  { language, lists }: { readonly language: Language; readonly lists: Lists },
): void {
  const rule = validationOf(column, language, (words) => listRange(lists, words))
  if (rule === undefined) return
  const letter = columnLetters(at)
  // The typings leave this collection out; it is the only way to give one rule to a whole column.
  const rules = (
    worksheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }
  ).dataValidations
  rules.add(`${letter}${rows[0]}:${letter}${rows[1]}`, rule)
}

export function writeLists(worksheet: ExcelJS.Worksheet, lists: Lists): void {
  const longest = Math.max(0, ...lists.map((words) => words.length))
  for (let row = 0; row < longest; row += 1) worksheet.addRow(lists.map((words) => words[row]))
}

function listRange(lists: Lists, words: readonly string[]): string {
  const known = lists.findIndex((one) => one.join('\n') === words.join('\n'))
  if (known === -1) lists.push(words)
  const letter = columnLetters(known === -1 ? lists.length - 1 : known)
  return `'${LIST_SHEET}'!$${letter}$1:$${letter}$${words.length}`
}

const TRY_AGAIN: Bilingual = {
  en: 'This does not fit the column. Its header has a note.',
  ur: 'یہ کالم کے مطابق نہیں۔ عنوان پر نوٹ دیکھیں۔',
}

function validationOf(
  column: ReturnColumn,
  language: Language,
  listOf: (words: readonly string[]) => string,
): ExcelJS.DataValidation | undefined {
  const common = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Maqami',
    error: TRY_AGAIN[language],
  } as const
  const { type } = column
  if (type.kind === 'category')
    return { ...common, type: 'list', formulae: [listOf(type.members.map((member) => member.words[language]))] }
  if (type.kind === 'boolean') return { ...common, type: 'list', formulae: [listOf([YES[language], NO[language]])] }
  if (type.kind === 'count' || type.kind === 'percent' || type.kind === 'money' || type.kind === 'number') {
    const least = Number(decimalText(column.atLeast ?? ZERO))
    const most = column.atMost === undefined ? undefined : Number(decimalText(column.atMost))
    return {
      ...common,
      type: type.kind === 'count' ? 'whole' : 'decimal',
      operator: most === undefined ? 'greaterThanOrEqual' : 'between',
      formulae: most === undefined ? [least] : [least, most],
    }
  }
  return undefined
}
