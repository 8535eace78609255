/**
 * Reads CSV from strangers row by row: no row is held longer than it takes to look at it, and none grows wider than allowed. A
 * quoted cell may hold delimiters, line ends and doubled quotes; a quote inside an unquoted cell is a character like any other.
 */

/** `wide`: more cells than allowed. `quotes`: a quote that does not close, or text after one that did. */
export type CsvFault = 'wide' | 'quotes'

export interface CsvShape {
  readonly delimiter: string
  readonly columns: number
  /** Takes a row, counted from 1; false stops the reading. */
  readonly take: (cells: readonly string[], row: number) => boolean
}

/** The fault and its row; undefined where all was read, or `take` has stopped it. */
export function readRows(
  text: string,
  shape: CsvShape,
): { readonly fault: CsvFault; readonly row: number } | undefined {
  const { fault, row } = readSome(text, shape, 1, true)
  return fault === undefined ? undefined : { fault, row }
}

/** How far a text was read: `rest` is what stands behind the last whole row, and `row` the number of the next. */
export interface ReadSoFar {
  readonly rest: string
  readonly row: number
  readonly fault: CsvFault | undefined
}

/** As `readRows` for a piece of a longer text: a row that may go on in the next piece is left, unless this is the last. */
export function readSome(text: string, shape: CsvShape, firstRow: number, isLast: boolean): ReadSoFar {
  const { delimiter, columns, take } = shape
  // Everything before a mark can be taken in one piece.
  const mark = new RegExp(`[${delimiter === '\t' ? '\\t' : delimiter}\\r\\n]`, 'g')
  let at = 0
  let row = firstRow
  for (; at < text.length; row += 1) {
    const begin = at
    const left = (): ReadSoFar => ({ rest: text.slice(begin), row, fault: undefined })
    const broken = (fault: CsvFault): ReadSoFar => ({ rest: '', row, fault })
    const cells: string[] = []
    for (;;) {
      if (cells.length >= columns) return broken('wide')
      if (text[at] === '"') {
        const cell = quotedCell(text, at)
        if (cell === undefined) return isLast ? broken('quotes') : left()
        cells.push(cell.text)
        at = cell.end
        if (at < text.length && text[at] !== delimiter && text[at] !== '\r' && text[at] !== '\n')
          return broken('quotes')
      } else {
        mark.lastIndex = at
        const end = mark.exec(text)?.index ?? text.length
        cells.push(text.slice(at, end))
        at = end
      }
      if (text[at] !== delimiter) break
      at += 1
    }
    // A quote may be doubled, and a carriage return followed by a line feed, in the next piece.
    if (!isLast && at >= text.length - 1) return left()
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (!take(cells, row)) return { rest: '', row, fault: undefined }
  }
  return { rest: '', row, fault: undefined }
}

/** The cell whose opening quote stands at `start`, and where the text goes on behind it. */
function quotedCell(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  let doubled = false
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at)
    if (at === -1) return undefined
    if (text[at + 1] !== '"') {
      const inner = text.slice(start + 1, at)
      return { text: doubled ? inner.replaceAll('""', '"') : inner, end: at + 1 }
    }
    doubled = true
  }
}
