/** The same facts under two states of the law, finding by finding: a release and a draft, or two releases. */
import { shown } from '../check/run-examples.ts'
import type { Assessment, Finding } from '../determine/determine.ts'
import type { Localized } from '../load/fields.ts'
import type { Cells, Parameter } from '../load/parameters.ts'
import type { Programme } from '../load/programme.ts'
import type { Provision } from '../load/provisions.ts'
import { type BandGrid, bandGrid, pathBelow, piecesOf } from './band-grid.ts'
import { plainLaw } from './plain-law.ts'
import { type Day, formatDay } from '../value/date.ts'
import { type Exact, subtract } from '../value/exact.ts'
import { writeQuantity } from '../value/notation.ts'
import { NoValue } from '../value/outcome.ts'

export interface FindingChange {
  readonly name: string
  readonly label: Localized | undefined
  /** In the notation of `expect`; undefined where that law has no such finding. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** After less before, where both are amounts in one unit. */
  readonly difference: string | undefined
  readonly changed: boolean
}

/** What holds otherwise. `keys` are members and bands; a side is undefined where that law says nothing. */
export interface CellChange {
  /** The first day, or its month where only that is known. */
  readonly from: string
  /** The last day; undefined where it is the last for which there is any law. */
  readonly until: string | undefined
  readonly keys: readonly string[]
  readonly before: string | undefined
  readonly after: string | undefined
}

export interface LawChange {
  readonly name: string
  readonly label: Localized | undefined
  /** Of a parameter: the cells that differ. A change without any is one of words, source or standing. */
  readonly cells: readonly CellChange[]
  readonly kind: 'parameter' | 'provision'
  readonly change: 'added' | 'removed' | 'changed'
}

export function compareFindings(before: Assessment, after: Assessment): readonly FindingChange[] {
  const old = new Map(before.findings.map((finding) => [finding.provision.name, finding]))
  const names = [
    ...old.keys(),
    ...after.findings.map((finding) => finding.provision.name).filter((name) => !old.has(name)),
  ]
  const now = new Map(after.findings.map((finding) => [finding.provision.name, finding]))
  return names.map((name) => {
    const [left, right] = [old.get(name), now.get(name)]
    const [was, is] = [left === undefined ? undefined : shown(left), right === undefined ? undefined : shown(right)]
    const label = (right ?? left)?.provision.source.label
    return { name, label, before: was, after: is, difference: differenceOf(left, right), changed: was !== is }
  })
}

function differenceOf(before: Finding | undefined, after: Finding | undefined): string | undefined {
  const type = after?.provision.type
  if (before === undefined || after === undefined || type?.kind !== 'number' || before.provision.type.kind !== 'number')
    return undefined
  if (type.unit !== before.provision.type.unit || before.outcome instanceof NoValue || after.outcome instanceof NoValue)
    return undefined
  return writeQuantity(subtract(after.outcome as Exact, before.outcome as Exact), type.unit)
}

type Law = Parameter | Provision

/** Which parameters and provisions differ, whatever they do to any firm. */
export function compareLaw(before: Programme, after: Programme): readonly LawChange[] {
  const changes = (
    kind: LawChange['kind'],
    old: ReadonlyMap<string, Law>,
    now: ReadonlyMap<string, Law>,
  ): readonly LawChange[] =>
    [...new Set([...old.keys(), ...now.keys()])].flatMap((name): readonly LawChange[] => {
      const [was, is] = [old.get(name), now.get(name)]
      const label = (is ?? was)?.label
      const cells = cellChanges(was, is)
      if (was === undefined) return [{ name, label, cells, kind, change: 'added' }]
      if (is === undefined) return [{ name, label, cells, kind, change: 'removed' }]
      return plainLaw(was) === plainLaw(is) ? [] : [{ name, label, cells, kind, change: 'changed' }]
    })
  return [
    ...changes('parameter', before.parameters, after.parameters),
    ...changes('provision', before.provisions, after.provisions),
  ]
}

/** What holds from a day on, by the cells' keys; nothing where there is no law. */
interface Span {
  readonly first: Day
  /** The day as its row writes it. */
  readonly text: string
  readonly cells: ReadonlyMap<string, FlatCell>
}

interface FlatCell {
  readonly keys: readonly string[]
  readonly text: string
}

/** Day by day, and not row by row: a row that is left out, or says what held before, may change nothing. */
function cellChanges(was: Law | undefined, is: Law | undefined): readonly CellChange[] {
  const grid = bandGrid(
    [was, is].flatMap((law) => (law !== undefined && 'rows' in law ? law.rows : [])).map(({ cells }) => cells),
  )
  const [old, now] = [spansOf(was, grid), spansOf(is, grid)]
  const starts = [...new Map([...now, ...old].map(({ first, text }) => [first, text]))].toSorted(([a], [b]) => a - b)
  const changes: CellChange[] = []
  /** Where in `changes` the one that still runs stands, by its keys. */
  const open = new Map<string, number>()
  for (const [first, text] of starts) {
    const [before, after] = [cellsOn(old, first), cellsOn(now, first)]
    for (const place of new Set([...open.keys(), ...before.keys(), ...after.keys()])) {
      const [left, right] = [before.get(place)?.text, after.get(place)?.text]
      const index = open.get(place) ?? -1
      const running = changes[index]
      if (running !== undefined && running.before === left && running.after === right) continue
      open.delete(place)
      // Where neither law says anything any more, the last change has no end to tell.
      const isOver = left === undefined && right === undefined
      if (running !== undefined && !isOver) changes[index] = { ...running, until: formatDay(first - 1) }
      if (left === right) continue
      const keys = (after.get(place) ?? before.get(place))?.keys ?? []
      const change: CellChange = { from: text, until: undefined, keys, before: left, after: right }
      open.set(place, changes.push(change) - 1)
    }
  }
  return changes
}

function spansOf(law: Law | undefined, grid: BandGrid): readonly Span[] {
  if (law === undefined || !('rows' in law)) return []
  const spans = law.rows.map(({ first, text, cells }): Span => {
    const flat = flattened([], cells, grid, '').map((cell) => [cell.keys.join('\n'), cell] as const)
    return { first, text, cells: new Map(flat) }
  })
  if (law.end.kind === 'seen_on') return spans
  const after = law.end.day + 1
  return [...spans, { first: after, text: formatDay(after), cells: new Map() }]
}

function cellsOn(spans: readonly Span[], day: Day): Span['cells'] {
  return spans.findLast(({ first }) => first <= day)?.cells ?? new Map<string, FlatCell>()
}

function flattened(keys: readonly string[], cells: Cells, grid: BandGrid, path: string): readonly FlatCell[] {
  switch (cells.kind) {
    case 'cell':
      return [{ keys, text: cells.cell.text }]
    case 'keys':
      return [...cells.cells].flatMap(([key, below]) => flattened([...keys, key], below, grid, pathBelow(path, key)))
    case 'bands':
      return piecesOf(cells, grid.get(path)).flatMap(({ key, cells: below }) =>
        flattened([...keys, key], below, grid, pathBelow(path)),
      )
  }
}
