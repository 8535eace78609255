/** What `return.yaml` says about closing a gap, and about what a bill of materials is held against; both read the facts of the return. */
import { type Cell, readCells } from '@maqami/engine/advise/adviser.ts'
import {
  entriesOf,
  localized,
  mapping,
  names,
  placeIn,
  problem,
  type Report,
  requiredText,
  text,
} from '@maqami/engine/load/fields.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import type { LineGroup, Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { child, type MapNode, type Node } from '@maqami/engine/load/yaml.ts'
import { type AdviserRule, type BillRule, bilingual } from './return-schema.ts'

const ADVISER = "'adviser'"

/** Whether there is such a requirement is looked at where the law itself has been read. */
export function readAdviser(report: Report, node: Node | undefined, vocabulary: Vocabulary): AdviserRule | undefined {
  const map = mapping(report, node, ADVISER, ['requirement', 'lines', 'together', 'value', 'ways'])
  if (map === undefined) return undefined
  const requirement = requiredText(report, map, 'requirement', ADVISER)
  const group = groupNamed(report, map, ADVISER, vocabulary)
  if (requirement === undefined || group === undefined) return undefined
  const together = columnsIn(report, map, 'together', group)
  const value = columnsIn(report, map, 'value', group)
  const ways = child(map, 'ways')
  const items = ways?.kind === 'list' ? ways.items : []
  if (together.length === 0 || value.length === 0 || items.length === 0)
    return problem(
      report,
      map.at,
      "'adviser' needs 'together:' and 'value:', each with columns, and 'ways:', a list of what lines can be turned into.",
    )
  const at = placeIn(report, child(map, 'requirement')?.at ?? map.at)
  const read = items.flatMap((item) => readWay(report, item, group, vocabulary) ?? [])
  return { requirement, group: group.name, together, value, ways: read, at }
}

function readWay(
  report: Report,
  node: Node,
  group: LineGroup,
  vocabulary: Vocabulary,
): AdviserRule['ways'][number] | undefined {
  const map = mapping(report, node, "A way of 'adviser'", ['label', 'from', 'to'])
  if (map === undefined) return undefined
  const label = bilingual(localized(report, child(map, 'label'), "'label' of a way"))
  const from = cellsIn(report, child(map, 'from'), group, vocabulary)
  const to = cellsIn(report, child(map, 'to'), group, vocabulary)
  if (label === undefined || to.length === 0)
    return problem(report, map.at, "A way of 'adviser' needs a 'label:', and 'to:', what a line then says.")
  return { label, from, to }
}

function cellsIn(report: Report, node: Node | undefined, group: LineGroup, vocabulary: Vocabulary): readonly Cell[] {
  const map = mapping(report, node, 'What a line says', [...group.columns.keys()])
  if (map === undefined) return []
  const line = Object.fromEntries(entriesOf(map).map(({ key, value }) => [key, text(report, value, `'${key}'`) ?? '']))
  const read = readCells(vocabulary, group, line)
  if ('cells' in read) return read.cells
  for (const { sentence } of read.problems) problem(report, map.at, sentence)
  return []
}

const BILL = "'bill'"
const MAY_SAY = ['part', 'hs_code', 'component_class'] as const
const PRODUCTION = "'production' of 'bill'"

export function readBillRule(report: Report, node: Node | undefined, vocabulary: Vocabulary): BillRule | undefined {
  const map = mapping(report, node, BILL, ['lines', 'model', 'part_code', 'book', 'quantity', ...MAY_SAY, 'production'])
  if (map === undefined) return undefined
  const made = mapping(report, child(map, 'production'), PRODUCTION, ['lines', 'model', 'quantity'])
  if (made === undefined)
    return problem(report, map.at, "'bill' needs 'production:', how many of each model were made.")
  const group = groupNamed(report, map, BILL, vocabulary)
  const production = groupNamed(report, made, PRODUCTION, vocabulary)
  if (group === undefined || production === undefined) return undefined
  return {
    lines: group.name,
    model: columnIn(report, map, 'model', BILL, group),
    part_code: columnIn(report, map, 'part_code', BILL, group),
    book: columnIn(report, map, 'book', BILL, group),
    quantity: columnIn(report, map, 'quantity', BILL, group),
    part: saidOf(report, map, 'part', group),
    hs_code: saidOf(report, map, 'hs_code', group),
    component_class: saidOf(report, map, 'component_class', group),
    production: {
      lines: production.name,
      model: columnIn(report, made, 'model', PRODUCTION, production),
      quantity: columnIn(report, made, 'quantity', PRODUCTION, production),
    },
  }
}

function saidOf(report: Report, map: MapNode, key: (typeof MAY_SAY)[number], group: LineGroup): string | undefined {
  return child(map, key) === undefined ? undefined : columnIn(report, map, key, BILL, group)
}

function groupNamed(report: Report, map: MapNode, what: string, { groups }: Vocabulary): LineGroup | undefined {
  const name = requiredText(report, map, 'lines', what)
  if (name === undefined) return undefined
  const at = child(map, 'lines')?.at ?? map.at
  return (
    groups.get(name) ?? problem(report, at, `The vocabulary has no lines '${name}'.${didYouMean(name, groups.keys())}`)
  )
}

function columnIn(report: Report, map: MapNode, key: string, what: string, group: LineGroup): string {
  const name = requiredText(report, map, key, what) ?? ''
  if (name !== '') known(report, child(map, key) ?? map, name, group)
  return name
}

function columnsIn(report: Report, map: MapNode, key: string, group: LineGroup): readonly string[] {
  const node = child(map, key)
  const columns = names(report, node, `'${key}' of 'adviser'`)
  for (const name of columns) known(report, node ?? map, name, group)
  return columns
}

function known(report: Report, at: Node, name: string, { name: lines, columns }: LineGroup): void {
  if (columns.has(name)) return
  problem(report, at.at, `'${lines}' has no column '${name}'.${didYouMean(name, columns.keys())}`)
}
