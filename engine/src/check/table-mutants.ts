/** Mutants of parameters: each is the parameter with one thing changed. */
import type { Typed, TypedProvision } from '../expression/typed.ts'
import { formulasOf, nodesOf } from '../expression/walk-typed.ts'
import type { SourcePlace } from '../load/fields.ts'
import { type Cell, type Cells, cellsOf, type Parameter, type Row } from '../load/parameters.ts'
import type { Programme } from '../load/programme.ts'
import { type Day, formatDay, parseDay } from '../value/date.ts'
import { add, type Exact, negate, ZERO } from '../value/exact.ts'
import { parseQuantity, writeQuantity } from '../value/notation.ts'
import type { Value } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import { type Mutant, slipped, stepOf } from './mutant.ts'

export function tableMutants(programme: Programme): readonly Mutant[] {
  const asked = askedWhetherKnown(programme)
  return [...programme.parameters.values()].flatMap((parameter) => [
    ...rowMutants(parameter),
    ...endMutants(parameter),
    ...parameter.rows.flatMap((row, index) => cellsMutants(parameter, row, index)),
    ...(asked.has(parameter) ? parameter.rows.flatMap((row, index) => noneMutants(parameter, row, index)) : []),
  ])
}

function mutant(parameter: Parameter, at: SourcePlace, sentence: string, replacement: Parameter): Mutant {
  return { at, sentence, change: { kind: 'table', parameter, replacement } }
}

function withRow(parameter: Parameter, index: number, row: Row): Parameter {
  return { ...parameter, rows: parameter.rows.map((one, position) => (position === index ? row : one)) }
}

function rowMutants(parameter: Parameter): readonly Mutant[] {
  return parameter.rows.flatMap((row, index) => {
    const previous = parameter.rows[index - 1]
    const open = row.first !== row.last
    if (previous !== undefined && !open && sameCells(previous.cells, row.cells)) return []
    const what = `The row ${row.text} of '${parameter.name}' is not tried`
    const begins = (first: Day, last: Day): Parameter => withRow(parameter, index, { ...row, first, last })
    return [
      mutant(
        parameter,
        row.at,
        `${what} on the day before: no example changes when it begins a day earlier. Add one on ${formatDay(row.first - 1)}.`,
        begins(row.first - 1, open ? row.last : row.last - 1),
      ),
      mutant(
        parameter,
        row.at,
        `${what} on its first day: no example changes when it begins a day later. Add one on ${formatDay(open ? row.last + 1 : row.first)}.`,
        begins(open ? row.first : row.first + 1, row.last + 1),
      ),
    ]
  })
}

function endMutants(parameter: Parameter): readonly Mutant[] {
  const { end, name } = parameter
  if (end.kind !== 'good_until') return []
  const ends = (day: Day): Parameter => ({ ...parameter, end: { ...end, day } })
  const what = `'good_until' of '${name}' is not tried`
  return [
    mutant(
      parameter,
      end.at,
      `${what}: no example changes when it is a day earlier. Add one on ${formatDay(end.day)}.`,
      ends(end.day - 1),
    ),
    mutant(
      parameter,
      end.at,
      `${what}: no example changes when it is a day later. Add one that is refused on ${formatDay(end.day + 1)}.`,
      ends(end.day + 1),
    ),
  ]
}

function cellsMutants(parameter: Parameter, row: Row, index: number): readonly Mutant[] {
  const put = (cells: Cells): Parameter => withRow(parameter, index, { ...row, cells })
  return [...changedCells(parameter, row, row.cells, [], put)]
}

/** `put` makes the whole parameter again around changed cells. */
function* changedCells(
  parameter: Parameter,
  row: Row,
  cells: Cells,
  keys: readonly string[],
  put: (cells: Cells) => Parameter,
): Generator<Mutant> {
  // What the row leaves unchanged is tried in the row in which it was written.
  if ([...cellsOf(cells)].every((cell) => cell.since !== row.text)) return
  switch (cells.kind) {
    case 'cell':
      yield* changedCell(parameter, row, cells.cell, keys, put)
      break
    case 'keys':
      for (const written of writtenTogether(cells.cells)) {
        const [first] = written
        if (first === undefined) continue
        const all = (changed: Cells): Cells => ({
          kind: 'keys',
          cells: new Map([...cells.cells, ...written.map(([key]) => [key, changed] as const)]),
        })
        yield* changedCells(parameter, row, first[1], [...keys, written.map(([key]) => key).join(' and ')], (changed) =>
          put(all(changed)),
        )
      }
      break
    case 'bands':
      yield* changedBounds(parameter, row, cells, keys, put)
      for (const [position, band] of cells.bands.entries()) {
        yield* changedCells(parameter, row, band.cells, [...keys, band.text], (changed) =>
          put({ ...cells, bands: cells.bands.with(position, { ...band, cells: changed }) }),
        )
      }
      if (cells.above !== undefined) {
        yield* changedCells(parameter, row, cells.above, [...keys, 'above'], (changed) =>
          put({ ...cells, above: changed }),
        )
      }
      break
  }
}

/** Keys that share one written value (`'laptop, tablet': 30%`): a slip of the hand changes it for all of them. */
function writtenTogether(cells: ReadonlyMap<string, Cells>): readonly (readonly (readonly [string, Cells])[])[] {
  const groups = new Map<string, (readonly [string, Cells])[]>()
  for (const [key, below] of cells) {
    const [cell] = [...cellsOf(below)]
    const at = cell?.at
    const place = at === undefined ? key : `${at.line}:${at.column}`
    const group = groups.get(place)
    if (group === undefined) groups.set(place, [[key, below]])
    else group.push([key, below])
  }
  return [...groups.values()]
}

function* changedCell(
  parameter: Parameter,
  row: Row,
  cell: Cell,
  keys: readonly string[],
  put: (cells: Cells) => Parameter,
): Generator<Mutant> {
  const where = [row.text, ...keys].join(', ')
  if (cell.kind !== 'value') {
    const other = cell.kind === 'none' ? 'unknown' : 'none'
    yield mutant(
      parameter,
      cell.at,
      `'${cell.kind}' in '${parameter.name}' (${where}) is not tried: no example changes when it is '${other}'.`,
      put({ kind: 'cell', cell: { ...cell, kind: other, text: other } }),
    )
    return
  }
  const changed = slippedValue(cell, parameter.type)
  if (changed === undefined) return
  yield mutant(
    parameter,
    cell.at,
    `The value ${cell.text} of '${parameter.name}' (${where}) is not tried: no example changes when it is ${changed.text}.`,
    put({ kind: 'cell', cell: { ...cell, value: changed.value, text: changed.text } }),
  )
}

function slippedValue(cell: Cell, type: Type): { readonly value: Value; readonly text: string } | undefined {
  if (type.kind === 'boolean') return { value: cell.value !== true, text: String(cell.value !== true) }
  if (type.kind === 'date') {
    const day = (parseDay(cell.text) ?? 0) + 1
    return { value: day, text: formatDay(day) }
  }
  if (type.kind !== 'number' && type.kind !== 'calendar') return undefined
  const text = slipped(cell.text)
  const value =
    text === undefined
      ? undefined
      : parseQuantity(type.kind === 'calendar' ? text.replace(/s?$/, 's') : text, type.unit)
  return value === undefined || text === undefined ? undefined : { value, text }
}

function* changedBounds(
  parameter: Parameter,
  row: Row,
  cells: Extract<Cells, { kind: 'bands' }>,
  keys: readonly string[],
  put: (cells: Cells) => Parameter,
): Generator<Mutant> {
  const axis = parameter.by[keys.length]
  const unit = axis?.kind === 'band' ? axis.unit : 'number'
  const step = stepOf(unit)
  for (const [position, band] of cells.bands.entries()) {
    const next = cells.bands[position + 1]?.cells ?? cells.above
    if (next !== undefined && sameCells(band.cells, next)) continue
    const where = [row.text, ...keys].join(', ')
    const what = `The bound '${band.text}' of '${parameter.name}' (${where}) is not tried`
    const moved = (bound: Exact, inclusive: boolean): Parameter =>
      put({ ...cells, bands: cells.bands.with(position, { ...band, bound, inclusive }) })
    const at = writeQuantity(band.bound, unit)
    const below = writeQuantity(add(band.bound, negate(step)), unit)
    const above = writeQuantity(add(band.bound, step), unit)
    yield mutant(
      parameter,
      band.at,
      `${what}: no example changes when its bound itself moves to the other side. Add one at ${at}.`,
      moved(band.bound, !band.inclusive),
    )
    yield mutant(
      parameter,
      band.at,
      `${what} above: no example changes when it is ${above}. Add one at ${band.inclusive ? above : at}.`,
      moved(add(band.bound, step), band.inclusive),
    )
    yield mutant(
      parameter,
      band.at,
      `${what} below: no example changes when it is ${below}. Add one at ${band.inclusive ? at : below}.`,
      moved(add(band.bound, negate(step)), band.inclusive),
    )
  }
}

/** Whether two groups of cells say the same, so that nothing can tell on which side of their bound a value lies. */
function sameCells(a: Cells, b: Cells): boolean {
  if (a.kind === 'cell' && b.kind === 'cell') return a.cell.kind === b.cell.kind && a.cell.text === b.cell.text
  if (a.kind === 'keys' && b.kind === 'keys') {
    return a.cells.size === b.cells.size && [...a.cells].every(([key, below]) => sameOrAbsent(below, b.cells.get(key)))
  }
  if (a.kind !== 'bands' || b.kind !== 'bands') return false
  const alike =
    a.bands.length === b.bands.length &&
    a.bands.every(
      (band, index) => band.text === b.bands[index]?.text && sameOrAbsent(band.cells, b.bands[index]?.cells),
    )
  return alike && sameOrAbsent(a.above, b.above)
}

function sameOrAbsent(a: Cells | undefined, b: Cells | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameCells(a, b)
}

/** The parameters of which some formula asks, directly or through a provision, whether they impose anything: only it tells none from zero. */
function askedWhetherKnown(programme: Programme): ReadonlySet<Parameter> {
  const asked = new Set<Parameter>()
  const seen = new Set<TypedProvision>()
  const reach = (root: Typed): void => {
    for (const node of nodesOf(root)) {
      if (node.kind === 'parameter') asked.add(node.parameter)
      if (node.kind !== 'provision' || seen.has(node.provision)) continue
      seen.add(node.provision)
      for (const formula of formulasOf(node.provision)) reach(formula.root)
    }
  }
  for (const provision of programme.typed.provisions.values()) {
    for (const { root } of formulasOf(provision))
      for (const node of nodesOf(root)) if (node.kind === 'is_known') reach(node.of)
  }
  return asked
}

/** `none` as a zero of the unit: a target of 0% is a target. */
function noneMutants(parameter: Parameter, row: Row, index: number): readonly Mutant[] {
  const { type } = parameter
  if (type.kind !== 'number') return []
  const text = writeQuantity(ZERO, type.unit)
  const places = new Map([...cellsOf(row.cells)].map((cell) => [placeOf(cell), cell]))
  return [...places.values()].flatMap((cell) => {
    if (cell.kind !== 'none' || cell.since !== row.text) return []
    const zero = (one: Cell): Cell =>
      placeOf(one) === placeOf(cell) ? { ...one, kind: 'value', value: ZERO, text } : one
    const where = [row.text, ...cell.keys].join(', ')
    const sentence = `'none' in '${parameter.name}' (${where}) is not tried: no example changes when it is ${text}. Add one in which it matters that nothing is imposed.`
    return [mutant(parameter, cell.at, sentence, withRow(parameter, index, { ...row, cells: mapped(row.cells, zero) }))]
  })
}

function placeOf({ at }: Cell): string {
  return `${at.line}:${at.column}`
}

function mapped(cells: Cells, change: (cell: Cell) => Cell): Cells {
  switch (cells.kind) {
    case 'cell':
      return { kind: 'cell', cell: change(cells.cell) }
    case 'keys':
      return { kind: 'keys', cells: new Map([...cells.cells].map(([key, below]) => [key, mapped(below, change)])) }
    case 'bands':
      return {
        kind: 'bands',
        bands: cells.bands.map((band) => ({ ...band, cells: mapped(band.cells, change) })),
        above: cells.above === undefined ? undefined : mapped(cells.above, change),
      }
  }
}
