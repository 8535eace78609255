/** The same facts under two states of the law, finding by finding: a release and a draft, or two releases. */
import { shown } from '../check/run-examples.ts'
import type { Assessment, Finding } from '../determine/determine.ts'
import type { Localized } from '../load/fields.ts'
import type { Cells, Parameter } from '../load/parameters.ts'
import type { Programme } from '../load/programme.ts'
import type { Provision } from '../load/provisions.ts'
import { plainLaw } from './plain-law.ts'
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

/** A cell that reads otherwise. `keys` are its members and bands; a side is undefined where that law has no such cell. */
export interface CellChange {
  readonly row: string
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

function cellChanges(was: Law | undefined, is: Law | undefined): readonly CellChange[] {
  const [old, now] = [cellsOf(was), cellsOf(is)]
  return [...new Map([...old, ...now]).values()].flatMap(({ row, keys }) => {
    const place = placeOf(row, keys)
    const [before, after] = [old.get(place)?.text, now.get(place)?.text]
    return before === after ? [] : [{ row, keys, before, after }]
  })
}

interface FlatCell {
  readonly row: string
  readonly keys: readonly string[]
  readonly text: string
}

function placeOf(row: string, keys: readonly string[]): string {
  return [row, ...keys].join('\n')
}

function cellsOf(law: Law | undefined): ReadonlyMap<string, FlatCell> {
  const flat = law !== undefined && 'rows' in law ? law.rows.flatMap((row) => flattened(row.text, [], row.cells)) : []
  return new Map(flat.map((one) => [placeOf(one.row, one.keys), one]))
}

function flattened(row: string, keys: readonly string[], cells: Cells): readonly FlatCell[] {
  switch (cells.kind) {
    case 'cell':
      return [{ row, keys, text: cells.cell.text }]
    case 'keys':
      return [...cells.cells].flatMap(([key, below]) => flattened(row, [...keys, key], below))
    case 'bands':
      return [
        ...cells.bands.flatMap((band) => flattened(row, [...keys, band.text], band.cells)),
        ...(cells.above === undefined ? [] : flattened(row, [...keys, 'above'], cells.above)),
      ]
  }
}
