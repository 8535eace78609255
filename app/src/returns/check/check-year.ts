/** Whether the months of a return are those of the year that it is assessed for. */
import { parseMonth } from '@maqami/engine/value/date.ts'
import { tidied } from '../plain-text.ts'
import { columnLetters } from '../read/raw-return.ts'
import { type ErrorList, report } from '../return-errors.ts'
import type { ReturnYear } from '../return-year.ts'
import type { FoundSheet } from './find-columns.ts'

/** Reports a return of which no month is in the year: that is one mistake, and not one in every line. */
export function reportOtherYear(errors: ErrorList, found: readonly FoundSheet[], year: ReturnYear): void {
  const months = found.flatMap(monthsIn)
  const isOther = months.every(({ first, last }) => last < year.first || first > year.last)
  const [place] = months
  if (place === undefined || !isOther) return
  const { sheet, row, column, label } = place
  const texts = months.map(({ text }) => text).toSorted()
  const [from = '', to = ''] = [texts[0], texts.at(-1)]
  report(errors, 'other_year', {
    sheet,
    row,
    column,
    label,
    found: from === to ? from : { en: `${from} to ${to}`, ur: `${from} تا ${to}` },
    expected: year.label,
  })
}

function monthsIn({ sheet, raw, positions, firstLine }: FoundSheet) {
  return sheet.columns.flatMap(({ type, inYear, index, label }) => {
    const at = positions[index] ?? -1
    if (type.kind !== 'month' || !inYear || at === -1) return []
    return raw.rows.flatMap(({ row, cells }) => {
      const cell = row < firstLine ? undefined : cells[at]
      if (cell === undefined || cell.kind === 'number' || cell.kind === 'percent') return []
      const text = tidied(cell.text).slice(0, 7)
      const days = parseMonth(text)
      return days === undefined ? [] : [{ sheet: raw.name, row, column: columnLetters(at), label, text, ...days }]
    })
  })
}
