/** The lines of a return as they are kept beside its facts: to hold one version, or one return, against another. */
import { type Exact, parseDecimal } from '@maqami/engine/value/exact.ts'
import { type ReturnLines, textOfValue } from './check/return-lines.ts'
import { columnOf, type Condition, type ReturnSheet } from './schema/return-schema.ts'

export interface KeptLine {
  readonly row: number
  /** By the index of the column, as the policy language writes it; empty where the cell is blank. */
  readonly values: readonly string[]
}

export interface KeptSheet {
  /** What the filer's sheet or file is called. */
  readonly name: string
  readonly lines: readonly KeptLine[]
}

/** By the name of the sheet in the policy. */
export type KeptLines = Readonly<Record<string, KeptSheet>>

export function keptLines(lines: ReturnLines): KeptLines {
  return Object.fromEntries(
    [...lines].map(
      ([
        sheet,
        {
          name,
          sheet: { columns },
          lines: own,
        },
      ]) => [
        sheet,
        {
          name,
          lines: own.map(({ row, values }) => ({
            row,
            values: columns.map(({ index }) => textOfValue(values[index])),
          })),
        },
      ],
    ),
  )
}

export function writeLines(lines: KeptLines): string {
  return JSON.stringify(lines)
}

export function readLines(text: string): KeptLines {
  return JSON.parse(text) as KeptLines
}

export function valueIn(sheet: ReturnSheet, line: KeptLine, column: string): string {
  return line.values[columnOf(sheet, column)?.index ?? -1] ?? ''
}

/** Undefined where the cell holds no number. */
export function numberIn(sheet: ReturnSheet, line: KeptLine, column: string): Exact | undefined {
  return parseDecimal(valueIn(sheet, line, column))
}

export function keptMeets(sheet: ReturnSheet, line: KeptLine, where: readonly Condition[]): boolean {
  return where.every(({ column, members }) => members.includes(valueIn(sheet, line, column)))
}
