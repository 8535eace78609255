/** The bands of several rows on one ground: where their bounds differ, each piece between two bounds is told by itself. */
import { compare } from '../value/exact.ts'
import type { Band, Cells } from '../load/parameters.ts'

/** By the path to the bands, all the bounds that stand there, ascending. Bands that are cut alike everywhere have none. */
export type BandGrid = ReadonlyMap<string, readonly Band[]>

export interface Piece {
  /** `up to USD 30`; `over USD 30, up to USD 40`; `above` where no other bound lies below, `over USD 40` otherwise. */
  readonly key: string
  readonly cells: Cells
}

export function bandGrid(rows: readonly Cells[]): BandGrid {
  const found = new Map<string, (readonly Band[])[]>()
  for (const row of rows) collect(row, '', found)
  return new Map(
    [...found].flatMap(([path, all]) => {
      const cuts = new Set(all.map((bands) => bands.map(({ text }) => text).join('\n')))
      if (cuts.size < 2) return []
      const bounds = new Map(all.flat().map((band) => [band.text, band]))
      return [[path, [...bounds.values()].toSorted(ascending)] as const]
    }),
  )
}

function collect(cells: Cells, path: string, found: Map<string, (readonly Band[])[]>): void {
  if (cells.kind === 'keys') for (const [key, below] of cells.cells) collect(below, pathBelow(path, key), found)
  if (cells.kind !== 'bands') return
  found.set(path, [...(found.get(path) ?? []), cells.bands])
  for (const { cells: below } of cells.bands) collect(below, pathBelow(path), found)
  if (cells.above !== undefined) collect(cells.above, pathBelow(path), found)
}

/** The path one axis further down; all bands of an axis lead to the same. */
export function pathBelow(path: string, key = ''): string {
  return `${path}\n${key}`
}

/** `under` a bound ends before `up to` it. */
function ascending(a: Band, b: Band): number {
  return compare(a.bound, b.bound) || Number(a.inclusive) - Number(b.inclusive)
}

/** What stands in each band, or in each piece of the ground. */
export function piecesOf(
  { bands, above }: Extract<Cells, { kind: 'bands' }>,
  grid: readonly Band[] | undefined,
): readonly Piece[] {
  if (grid === undefined)
    return [
      ...bands.map(({ text, cells }) => ({ key: text, cells })),
      ...(above === undefined ? [] : [{ key: 'above', cells: above }]),
    ]
  const pieces = grid.flatMap((bound, index): readonly Piece[] => {
    const cells = bands.find((band) => ascending(band, bound) >= 0)?.cells ?? above
    const lower = grid[index - 1]
    const key = lower === undefined ? bound.text : `${overBound(lower)}, ${bound.text}`
    return cells === undefined ? [] : [{ key, cells }]
  })
  const last = grid.at(-1)
  return above === undefined
    ? pieces
    : [...pieces, { key: last === undefined ? 'above' : overBound(last), cells: above }]
}

function overBound({ text, inclusive }: Band): string {
  return `${inclusive ? 'over' : 'from'} ${text.replace(/^(?:up to|under) /, '')}`
}
