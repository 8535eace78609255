/** The lines of a return, checked: what the facts are made from. */
import type { CellValue } from './check-cells.ts'
import type { CitedAttestation } from './cite-attestations.ts'
import type { OfficialRate } from './official-rates.ts'
import { columnOf, type Condition, type ReturnSheet } from '../schema/return-schema.ts'

export interface ReturnLine {
  readonly row: number
  /** By the index of the column; undefined where the cell is blank. */
  readonly values: readonly (CellValue | undefined)[]
  /** The official rate of the line's currency for its day; undefined where nothing is converted. */
  readonly rate: OfficialRate | undefined
  /** By which a value of it is known. */
  readonly attestation?: CitedAttestation
  /** The index of a column that is not blank and yet not known. */
  readonly unknown?: number
}

export interface SheetLines {
  readonly sheet: ReturnSheet
  /** What the filer's sheet or file is called. */
  readonly name: string
  readonly lines: readonly ReturnLine[]
}

export type ReturnLines = ReadonlyMap<string, SheetLines>

export function meets(sheet: ReturnSheet, line: ReturnLine, where: readonly Condition[]): boolean {
  return where.every((condition) => {
    const column = columnOf(sheet, condition.column)
    return column !== undefined && condition.members.includes(textOfValue(line.values[column.index]))
  })
}

/** The value as one text, for keys and comparisons. */
export function textOfValue(value: CellValue | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : value.text
}
