/** The lines of a file as they go on being entered on pages. */
import type { JsonScalar } from '../../kernel/limited-json.ts'
import { type CellValue, checkOf, isFault } from '../check/check-cells.ts'
import type { FoundSheet } from '../check/find-columns.ts'
import { textOfValue } from '../check/return-lines.ts'
import type { RawCell } from '../read/raw-return.ts'
import { percentText } from '../read/cell-text.ts'
import { tidied } from '../plain-text.ts'
import type { ReturnYear } from '../return-year.ts'
import type { ReturnColumn, ReturnSchema } from '../schema/return-schema.ts'
import type { DraftContent, DraftLine } from './draft-lines.ts'

/** What is right is written as the interface takes it; what is wrong stays as it was, to be wrong there too. Blank rows are left out. */
export function contentOf(schema: ReturnSchema, found: readonly FoundSheet[], year: ReturnYear): DraftContent {
  const sheets = schema.sheets.map(({ name, columns }): readonly [string, readonly DraftLine[]] => {
    const place = found.find(({ sheet }) => sheet.name === name)
    if (place === undefined) return [name, []]
    const readers = columns.map((column) => ({
      name: column.name,
      at: place.positions[column.index] ?? -1,
      read: valueOf(column, year, schema.currency),
    }))
    const lines = place.raw.rows
      .filter(({ row }) => row >= place.firstLine)
      .map(({ cells }): DraftLine => {
        const values = readers.map(
          ({ name: column, at, read }) => [column, at === -1 ? undefined : read(cells[at])] as const,
        )
        return new Map(values.filter((one): one is readonly [string, JsonScalar] => one[1] !== undefined))
      })
    return [name, lines.filter(({ size }) => size > 0)]
  })
  return { version: schema.version, sheets: new Map(sheets) }
}

function valueOf(
  column: ReturnColumn,
  year: ReturnYear,
  currency: string,
): (cell: RawCell | undefined) => JsonScalar | undefined {
  const check = checkOf(column, year, currency)
  return (cell) => {
    // A formula without a result says nothing.
    if (cell === undefined || cell.kind === 'error' || cell.kind === 'uncalculated' || tidied(cell.text) === '')
      return undefined
    const value = check(cell)
    return isFault(value) ? asItWas(cell, column) : written(value, column)
  }
}

function written(value: CellValue, { type }: ReturnColumn): JsonScalar {
  if (type.kind === 'boolean') return { kind: 'boolean', text: textOfValue(value) }
  if (type.kind === 'percent' && typeof value === 'object' && 'exact' in value)
    return { kind: 'text', text: `${percentText(value)}%` }
  return { kind: 'text', text: textOfValue(value) }
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const OF_FIGURES: ReadonlySet<string> = new Set(['count', 'number', 'money', 'percent'])

/** A number where a text is asked for stays a number, which is refused; in a column of figures it is what was typed. */
function asItWas({ kind, text }: RawCell, { type }: ReturnColumn): JsonScalar | undefined {
  if (kind === 'boolean') return { kind, text }
  const isNumber = (kind === 'number' || kind === 'percent') && JSON_NUMBER.test(text)
  if (isNumber && !OF_FIGURES.has(type.kind)) return { kind: 'number', text }
  // A day where a code is asked for has lost what was typed.
  return kind === 'date' && type.kind !== 'date' ? undefined : { kind: 'text', text }
}
