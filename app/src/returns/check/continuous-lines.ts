/** Lines that hold for a time, such as certificates: which of them count on a day, and which have run out or not begun. */
import type { Day } from '@maqami/engine/value/date.ts'
import type { ReturnErrorCode } from '../return-errors.ts'
import { type ReturnLine, textOfValue } from './return-lines.ts'
import type { ReturnColumn } from '../schema/return-schema.ts'

export interface Lapsed {
  readonly code: Extract<ReturnErrorCode, 'run_out' | 'not_yet'>
  readonly sheet: string
  readonly row: number
  readonly column: ReturnColumn
  readonly found: string
}

interface Term {
  readonly line: ReturnLine
  readonly from: Day
  readonly until: Day
}

/**
 * Those that hold on the day, and before them those that they follow without a gap: a renewal continues what it renews. A line
 * without a last day holds from its first one on.
 */
export function continuousLines(
  lines: readonly ReturnLine[],
  columns: { readonly from: ReturnColumn; readonly until: ReturnColumn },
  day: Day,
): { readonly counted: readonly ReturnLine[]; readonly lapsed: readonly Omit<Lapsed, 'sheet'>[] } {
  const terms = lines.flatMap((line): readonly Term[] => {
    const from = dayIn(line, columns.from)
    return from === undefined ? [] : [{ line, from, until: dayIn(line, columns.until) ?? Infinity }]
  })
  const begun = terms.filter((term) => term.from <= day)
  let since = day
  for (const { from } of begun.filter((term) => term.until >= day)) since = Math.min(since, from)
  const isHeld = begun.some((term) => term.until >= day)
  // Each round reaches further back, over what ended no earlier than the day before.
  for (let reached = isHeld; reached; ) {
    const earlier = begun.filter((term) => term.from < since && term.until >= since - 1).map((term) => term.from)
    reached = earlier.length > 0
    since = Math.min(since, ...earlier)
  }
  const counts = (term: Term): boolean => isHeld && term.from <= day && term.until >= since
  return {
    counted: terms.filter(counts).map((term) => term.line),
    lapsed: terms
      .filter((term) => !counts(term))
      .map(({ line, from }) => {
        const column = from > day ? columns.from : columns.until
        const found = textOfValue(line.values[column.index])
        return { code: from > day ? 'not_yet' : 'run_out', row: line.row, column, found }
      }),
  }
}

function dayIn(line: ReturnLine, column: ReturnColumn): Day | undefined {
  const value = line.values[column.index]
  return typeof value === 'object' && 'day' in value ? value.day : undefined
}
