/** What changed from one version of a return to another: line by line, a line being known by the key of its sheet. */
import { compare, parseDecimal } from '@maqami/engine/value/exact.ts'
import type { KeptLine, KeptLines } from './kept-lines.ts'
import { columnOf, type ReturnColumn, type ReturnSchema, type ReturnSheet } from './schema/return-schema.ts'

export interface CellChange {
  readonly column: ReturnColumn
  /** As the policy language writes it; empty where the cell is blank, or its version did not ask for it. */
  readonly before: string
  readonly after: string
}

export interface LineChange {
  readonly sheet: ReturnSheet
  readonly change: 'added' | 'removed' | 'changed'
  /** What its key columns hold; empty where the sheet has no key. */
  readonly key: readonly { readonly column: ReturnColumn; readonly value: string }[]
  /** The row in each version's own file; null where it does not stand in it. */
  readonly row: { readonly before: number | null; readonly after: number | null }
  /** Those that differ: of a line that was added or removed, those that are not blank. */
  readonly cells: readonly CellChange[]
}

export interface SheetChanges {
  readonly sheet: ReturnSheet
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly unchanged: number
}

export interface Difference {
  /** Every sheet of the later version's layout, in its order. */
  readonly sheets: readonly SheetChanges[]
  /** Sheet by sheet, in the order of the later file; what was removed stands after it, in the order of the earlier one. */
  readonly lines: readonly LineChange[]
}

/** Of one version: its layout, and what was kept of its lines. */
export interface VersionLines {
  readonly schema: ReturnSchema
  readonly lines: KeptLines
}

export function differenceOf(before: VersionLines, after: VersionLines): Difference {
  const found = after.schema.sheets.map((sheet) => ofSheet(sheet, linesIn(before, sheet), linesIn(after, sheet)))
  return { sheets: found.map(({ counted }) => counted), lines: found.flatMap(({ lines }) => lines) }
}

interface Line {
  readonly row: number
  /** By the columns of the later layout. */
  readonly values: readonly string[]
}

/** A column that the law has since added, or called otherwise, is blank in the earlier version. */
function linesIn({ schema, lines }: VersionLines, sheet: ReturnSheet): readonly Line[] {
  const own = schema.sheets.find(({ name }) => name === sheet.name)
  const kept = lines[sheet.name]?.lines ?? []
  if (own === undefined) return []
  const places = sheet.columns.map(({ name }) => columnOf(own, name)?.index ?? -1)
  return kept.map(({ row, values }: KeptLine) => ({ row, values: places.map((place) => values[place] ?? '') }))
}

function ofSheet(sheet: ReturnSheet, before: readonly Line[], after: readonly Line[]) {
  const places = keyPlaces(sheet)
  const old = Map.groupBy(before, (line) => keyText(line, places))
  const taken = new Map<string, number>()
  const lines: LineChange[] = []
  const count = { added: 0, removed: 0, changed: 0, unchanged: 0 }
  const tell = (was: Line | undefined, is: Line | undefined): void => {
    const change = changeOf(sheet, places, was, is)
    count[change?.change ?? 'unchanged'] += 1
    if (change !== undefined) lines.push(change)
  }
  for (const line of after) {
    const key = keyText(line, places)
    const nth = taken.get(key) ?? 0
    taken.set(key, nth + 1)
    tell(old.get(key)?.[nth], line)
  }
  for (const [key, all] of old) for (const line of all.slice(taken.get(key) ?? 0)) tell(line, undefined)
  return { counted: { sheet, ...count }, lines }
}

/**
 * By which columns a line is known again. A sheet of one line has none; in one that has no key, a line is known by all that it holds, so that
 * one in which a cell differs is another line.
 */
function keyPlaces({ key, oneLine, columns }: ReturnSheet): readonly number[] {
  if (oneLine) return []
  const places = columns.flatMap(({ name }, place) => (key.includes(name) ? [place] : []))
  return places.length > 0 ? places : columns.map((_, place) => place)
}

/** No cell holds this: a text is a single line of printable signs. */
const BETWEEN = '\u0000'

function keyText({ values }: Line, places: readonly number[]): string {
  return places.map((place) => values[place]).join(BETWEEN)
}

function changeOf(
  sheet: ReturnSheet,
  places: readonly number[],
  was: Line | undefined,
  is: Line | undefined,
): LineChange | undefined {
  const cells = sheet.columns.flatMap((column, place): readonly CellChange[] => {
    const [before, after] = [was?.values[place] ?? '', is?.values[place] ?? '']
    return isSame(column, before, after) ? [] : [{ column, before, after }]
  })
  const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
  if (change === 'changed' && cells.length === 0) return undefined
  const known = is ?? was
  const named = sheet.key.length === 0 ? [] : places
  return {
    sheet,
    change,
    key: named.flatMap((place) => {
      const column = sheet.columns[place]
      return column === undefined ? [] : [{ column, value: known?.values[place] ?? '' }]
    }),
    row: { before: was?.row ?? null, after: is?.row ?? null },
    cells,
  }
}

/** A number is the same however many zeros are written behind it. */
function isSame({ type }: ReturnColumn, before: string, after: string): boolean {
  if (before === after) return true
  if (type.kind !== 'count' && type.kind !== 'number' && type.kind !== 'percent' && type.kind !== 'money') return false
  const [was, is] = [parseDecimal(before), parseDecimal(after)]
  return was !== undefined && is !== undefined && compare(was, is) === 0
}
