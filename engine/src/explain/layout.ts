/** Sets text in lines of so many columns. */

/** Columns that the text takes: marks and isolates take none. */
export function widthOf(text: string): number {
  return text.replaceAll(/[\p{M}\u2066-\u2069]/gu, '').replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, ' ').length
}

function padded(text: string, width: number, side: 'start' | 'end' = 'end'): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)))
  return side === 'end' ? `${text}${gap}` : `${gap}${text}`
}

/** Breaks at spaces; lines after the first begin with `hanging` spaces more. A word longer than the line stands alone. */
export function wrapped(text: string, width: number, indent: number, hanging = 0): readonly string[] {
  const lines: string[] = []
  let line = ' '.repeat(indent)
  let isEmpty = true
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = ' '.repeat(indent + hanging)
      isEmpty = true
    }
    line = isEmpty ? `${line}${word}` : `${line} ${word}`
    isEmpty = false
  }
  return [...lines, line]
}

/** Cells in columns as wide as their widest cell; the columns named in `right` are set flush right. */
export function columns(
  rows: readonly (readonly string[])[],
  indent: number,
  right: readonly number[] = [],
): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  return rows.map((row) => {
    const cells = row.map((cell, column) => padded(cell, widths[column] ?? 0, right.includes(column) ? 'start' : 'end'))
    return `${' '.repeat(indent)}${cells.join('  ')}`.trimEnd()
  })
}
