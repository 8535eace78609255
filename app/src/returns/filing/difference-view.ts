/** What changed between two versions, in the words of a reader. */
import { display } from '@maqami/engine/explain/display.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { parseDecimal } from '@maqami/engine/value/exact.ts'
import type { Unit } from '@maqami/engine/value/unit.ts'
import { dayText } from '../../pages/when.ts'
import type { LineChange, SheetChanges } from '../compare-lines.ts'
import type { ReturnColumn } from '../schema/return-schema.ts'

export interface LineChangeView {
  readonly change: LineChange['change']
  readonly sheet: string
  /** `Roadster`, `M-1 · P-1`; empty where the sheet has no key. */
  readonly line: string
  readonly row: LineChange['row']
  readonly cells: readonly { readonly column: string; readonly before: string; readonly after: string }[]
}

export interface SheetChangesView extends Omit<SheetChanges, 'sheet'> {
  readonly sheet: string
}

export function sheetChangesView({ sheet, ...counts }: SheetChanges, language: Language): SheetChangesView {
  return { sheet: sheet.label[language], ...counts }
}

export function lineChangeView({ sheet, change, key, row, cells }: LineChange, language: Language): LineChangeView {
  return {
    change,
    sheet: sheet.label[language],
    line: key.map(({ column, value }) => valueTold(column, value, language)).join(' · '),
    row,
    cells: cells.map(({ column, before, after }) => ({
      column: column.label[language],
      before: valueTold(column, before, language),
      after: valueTold(column, after, language),
    })),
  }
}

/** Empty where the cell is blank. */
function valueTold({ type }: ReturnColumn, value: string, language: Language): string {
  if (value === '') return ''
  switch (type.kind) {
    case 'category':
      return type.members.find(({ name }) => name === value)?.words[language] ?? value
    case 'boolean':
      return display(value === 'true', { kind: 'boolean' }, language, { truth: 'yes' })
    case 'date':
    case 'month':
      return dayText(value, language)
    case 'count':
    case 'percent':
    case 'number':
      return numberTold(value, type.kind, language)
    case 'money':
      return numberTold(value, 'fixed' in type.currency ? type.currency.fixed : 'number', language)
    case 'text':
    case 'currency':
      return value
  }
}

function numberTold(value: string, unit: Unit, language: Language): string {
  const number = parseDecimal(value)
  return number === undefined ? value : display(number, { kind: 'number', unit }, language)
}
