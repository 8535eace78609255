/**
 * Which cells of tables are withheld, so that nobody learns what one firm said: not from a cell, not from totals less the cells beside it, and not
 * from what an earlier edition published. Terms and method: Hundepool and others, Statistical Disclosure Control (2012), chapter 4.
 */
import { add, compare, type Exact, multiply, ZERO } from '@maqami/engine/value/exact.ts'
import type { Cell, Cells, Relation } from './cells.ts'
import { approximate, type Interval, intervalOf, type Solver } from './interval.ts'
import type { Suppression, SuppressionRules } from './suppression.ts'

/** Who may be told what he wants to know by the cell, or undefined. */
export function disclosureOf(
  byFirm: Cell['byFirm'],
  rules: SuppressionRules,
): 'few_firms' | 'one_dominates' | undefined {
  if (byFirm.size === 0) return undefined
  if (byFirm.size < rules.least_firms) return 'few_firms'
  const values = [...byFirm.values()]
  const most = multiply(values.reduce(add, ZERO), rules.largest_share)
  return values.some((value) => compare(value, most) > 0) ? 'one_dominates' : undefined
}

/** What an earlier edition tells beside this one. */
export interface Earlier {
  /** The keys of the cells that it withheld: they stay withheld, or what it hid would follow. */
  readonly withheld: readonly string[]
  /** What firms added to its cells since, or took away: whoever has both editions can subtract them. */
  readonly added: Cells
}

/** By the key of each cell that is withheld. */
export function suppressCells(
  all: Cells,
  rules: SuppressionRules,
  solver: Solver,
  earlier: readonly Earlier[] = [],
): ReadonlyMap<string, Suppression> {
  const withheld = new Map<string, Suppression>()
  for (const [key, { byFirm }] of all.cells) {
    const disclosed = disclosureOf(byFirm, rules)
    if (disclosed !== undefined) withheld.set(key, disclosed)
  }
  const before = earlier.flatMap(({ withheld: keys, added }) => [
    ...keys,
    ...[...added.cells].filter(([, { byFirm }]) => disclosureOf(byFirm, rules) !== undefined).map(([key]) => key),
  ])
  for (const key of before) if (!withheld.has(key)) withheld.set(key, 'earlier_edition')
  const tables = [all, ...earlier.map(({ added }) => added)].map((cells) => ({
    ...cells,
    near: nearOf(cells.relations),
  }))
  for (;;) {
    const next = tables.map((one) => nextToWithhold(one, withheld, rules, solver)).find((key) => key !== undefined)
    if (next === undefined) return withheld
    withheld.set(next, 'protects_another')
  }
}

type Withheld = ReadonlyMap<string, Suppression>
interface Near extends Cells {
  readonly near: ReadonlyMap<string, readonly Relation[]>
}

/** Undefined where the tables tell nothing. */
function nextToWithhold(all: Near, withheld: Withheld, rules: SuppressionRules, solver: Solver): string | undefined {
  const weak =
    all.relations.find((relation) => isWeak(relation, all.cells, withheld, rules)) ??
    weakInterval(all, withheld, rules, solver)
  return weak === undefined ? undefined : cheapest(weak, all, withheld)
}

/** A line with one cell withheld gives it away; with more, their sum, which may be that of too few firms. */
function isWeak(
  { whole, parts }: Relation,
  cells: Cells['cells'],
  withheld: Withheld,
  rules: SuppressionRules,
): boolean {
  const hidden = parts.filter((key) => withheld.has(key))
  if (withheld.has(whole)) return hidden.length === 0 && parts.length > 0
  if (hidden.length === 1) return true
  const together = new Map<string, Exact>()
  for (const key of hidden)
    for (const [firm, value] of cells.get(key)?.byFirm ?? []) together.set(firm, add(together.get(firm) ?? ZERO, value))
  return disclosureOf(together, rules) !== undefined
}

/** A line through a cell of which the published ones tell too closely what it is. */
function weakInterval(all: Cells, withheld: Withheld, rules: SuppressionRules, solver: Solver): Relation | undefined {
  for (const [key, why] of withheld) {
    const cell = all.cells.get(key)
    if (cell === undefined) continue
    const width = why === 'protects_another' ? 0 : approximate(multiply(cell.value, rules.least_width))
    const known = intervalOf(key, all, withheld, solver)
    if (isTooNarrow(known, width, approximate(cell.value))) return { whole: key, parts: [] }
  }
  return undefined
}

/** The solver counts in binary fractions: what lies closer than a millionth of the value is one number. */
function isTooNarrow({ least, most }: Interval, width: number, value: number): boolean {
  return most - least < Math.max(width, value * 1e-6)
}

function nearOf(relations: readonly Relation[]): Near['near'] {
  const near = new Map<string, Relation[]>()
  for (const relation of relations)
    for (const key of [relation.whole, ...relation.parts]) near.set(key, [...(near.get(key) ?? []), relation])
  return near
}

/** The smallest that is still published in the line, or in a line through the cell; a part before a whole of the same size. */
function cheapest({ whole, parts }: Relation, { cells, near }: Near, withheld: Withheld): string {
  const lines = parts.length > 0 ? [{ whole, parts }] : (near.get(whole) ?? [])
  const isShown = (key: string): boolean => !withheld.has(key)
  const beside = lines.flatMap((line) => [...line.parts, line.whole]).filter(isShown)
  // Where all beside it are withheld, cells further away tell it.
  const [first, ...others] = beside.length > 0 ? beside : [...cells.keys()].filter(isShown)
  if (first === undefined) throw new Error(`nothing is left to withhold beside ${whole}`)
  const valueOf = (key: string): Exact => cells.get(key)?.value ?? ZERO
  return others.reduce((least, key) => (compare(valueOf(key), valueOf(least)) < 0 ? key : least), first)
}
