/** A return as it was read, before anybody has said what its cells mean. Nothing is rounded or guessed here. */

/**
 * `written` is a cell of a CSV file, which has no types, or a text in JSON. `percent` and `date` are numbers whose format says so: their text is the
 * number that is stored (0.45), and for dates the day in ISO form where the serial number is one. `uncalculated` is a formula
 * without a result.
 */
export type CellKind = 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error' | 'uncalculated' | 'written'

export interface RawCell {
  readonly kind: CellKind
  readonly text: string
  readonly calculated: boolean
  /** Its format shows another figure than the one that is stored: `0,` shows thousands, `0"00"` a hundred times as much. */
  readonly misleads?: boolean
}

export interface RawRow {
  /** As the filer sees it, from 1. */
  readonly row: number
  /** The filer's spreadsheet program does not show it. */
  readonly hidden: boolean
  /** By column, from 0; blank cells are left out. */
  readonly cells: readonly (RawCell | undefined)[]
}

/** Cells that the filer's program shows as one, with the value of the first: `A3:B5`. */
export interface MergedCells {
  readonly ref: string
  /** From 1. */
  readonly rows: readonly [first: number, last: number]
  /** From 0. */
  readonly columns: readonly [first: number, last: number]
}

export interface RawSheet {
  readonly name: string
  readonly state: 'visible' | 'hidden' | 'veryHidden'
  /** First and last, from 0, of the columns that are not shown. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[]
  readonly merged: readonly MergedCells[]
  readonly rows: readonly RawRow[]
  /** What it and its columns are called where it came as JSON. */
  readonly names?: { readonly sheet: string; readonly columns: readonly string[] }
}

export interface RawReturn {
  readonly form: 'xlsx' | 'csv' | 'json'
  readonly sheets: readonly RawSheet[]
}

/** Markers and headers stand in the first rows. */
export const HEADER_ROWS = 5

/** `A`, `Z`, `AA`: the letters of a column counted from 0. */
export function columnLetters(index: number): string {
  const first = Math.floor(index / 26)
  return (first === 0 ? '' : columnLetters(first - 1)) + String.fromCharCode(65 + (index % 26))
}
