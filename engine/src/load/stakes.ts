/** stakes.yaml: which figures of a return tell what is at stake for a firm, and which charges apply to goods whose concession is withdrawn. */
import type { TypedProgramme } from '../expression/type-programme.ts'
import type { Type } from '../value/type.ts'
import { entriesOf, mapping, names, oneOf, problem, type Report, requiredText, text } from './fields.ts'
import { didYouMean } from './problem.ts'
import { type Reading, readReading } from './standing.ts'
import type { Vocabulary } from './vocabulary.ts'
import { child, type MapNode, type Node } from './yaml.ts'

export const FIGURES = ['jobs', 'imports', 'exports', 'public_revenue'] as const
export type Figure = (typeof FIGURES)[number]

export interface Stakes {
  /** By the fact or the finding that states it. What is not named here no return states. */
  readonly year: ReadonlyMap<Figure, string>
  readonly withoutConcession: WithoutConcession | undefined
}

/** The charges of this law that bear on the year's imports, or those of another programme on each line of them. */
export interface WithoutConcession {
  readonly charges: readonly string[]
  readonly reading: Reading | undefined
  readonly tariff: Tariff | undefined
}

/** How the lines of a return are put before another programme. */
export interface Tariff {
  readonly programme: string
  readonly lines: string
  /** The column that counts the units of a line. */
  readonly units: string
  /** The lines that come in under a concession: one of these members of a column. */
  readonly where: { readonly column: string; readonly members: readonly string[] } | undefined
  /** Facts of the other programme, each by a fact, a column of the lines or a measure of them here. */
  readonly facts: ReadonlyMap<string, string>
  /** Facts of the other programme as they are with the concession, and without. */
  readonly with: ReadonlyMap<string, string>
  readonly without: ReadonlyMap<string, string>
}

interface Law {
  readonly vocabulary: Vocabulary
  readonly typed: TypedProgramme
}

export function readStakes(report: Report, node: Node, law: Law): Stakes | undefined {
  const map = mapping(report, node, 'stakes.yaml', ['year', 'without_concession'])
  if (map === undefined) return undefined
  const year = new Map<Figure, string>()
  for (const entry of entriesOf(mapping(report, child(map, 'year'), "'year'", FIGURES))) {
    const name = text(report, entry.value, `'${entry.key}'`)
    const figure = FIGURES.find((one) => one === entry.key)
    if (name === undefined || figure === undefined) continue
    checkNumber(report, entry.value, name, wholeTypes(law))
    year.set(figure, name)
  }
  const without = mapping(report, child(map, 'without_concession'), "'without_concession'", [
    'charges',
    'reading',
    'tariff',
  ])
  return { year, withoutConcession: without === undefined ? undefined : readWithout(report, without, law) }
}

function readWithout(report: Report, map: MapNode, law: Law): WithoutConcession {
  const charges = names(report, child(map, 'charges'), "'charges'")
  if (charges.length === 0)
    problem(report, map.at, "'without_concession' needs 'charges:', the names of what is charged.")
  const tariffNode = mapping(report, child(map, 'tariff'), "'tariff'", [
    'programme',
    'lines',
    'units',
    'where',
    'facts',
    'with',
    'without',
  ])
  const tariff = tariffNode === undefined ? undefined : readTariff(report, tariffNode, law)
  const isOwn = child(map, 'tariff') === undefined
  if (isOwn) for (const name of charges) checkNumber(report, child(map, 'charges') ?? map, name, wholeTypes(law))
  return { charges, reading: readReading(report, map, "'without_concession'"), tariff }
}

function readTariff(report: Report, map: MapNode, law: Law): Tariff | undefined {
  const programme = requiredText(report, map, 'programme', "'tariff'")
  const lines = oneOf(report, child(map, 'lines'), "'lines'", [...law.vocabulary.groups.keys()])
  const units = requiredText(report, map, 'units', "'tariff'")
  if (child(map, 'lines') === undefined) problem(report, map.at, "'tariff' needs 'lines:', a group of lines.")
  if (programme === undefined || lines === undefined || units === undefined) return undefined
  const types = lineTypes(law, lines)
  checkNumber(report, child(map, 'units') ?? map, units, types)
  const facts = texts(report, map, 'facts')
  for (const [fact, name] of facts)
    if (!types.has(name)) problem(report, child(child(map, 'facts'), fact)?.at ?? map.at, unknown(name, types))
  return {
    programme,
    lines,
    units,
    where: readWhere(report, child(map, 'where'), types, law),
    facts,
    with: texts(report, map, 'with'),
    without: texts(report, map, 'without'),
  }
}

function readWhere(report: Report, node: Node | undefined, types: Types, { vocabulary }: Law): Tariff['where'] {
  const [entry] = entriesOf(mapping(report, node, "'where'"))
  if (entry === undefined) return undefined
  const type = types.get(entry.key)
  if (type?.kind !== 'category')
    return problem(report, entry.keyAt, `'where' names a column with categories, not '${entry.key}'.`)
  const known = vocabulary.categories.get(type.category)?.members ?? []
  const members = names(report, entry.value, `'${entry.key}'`)
  for (const member of members)
    if (!known.includes(member))
      problem(report, entry.value.at, `There is no '${member}' among ${known.join(', ')}.${didYouMean(member, known)}`)
  return { column: entry.key, members }
}

function texts(report: Report, map: MapNode, key: string): ReadonlyMap<string, string> {
  const read = new Map<string, string>()
  for (const entry of entriesOf(mapping(report, child(map, key), `'${key}'`))) {
    const value = text(report, entry.value, `'${entry.key}' of '${key}'`)
    if (value !== undefined) read.set(entry.key, value)
  }
  return read
}

type Types = ReadonlyMap<string, Type>

/** What has one value for a return's subject. */
function wholeTypes({ vocabulary, typed }: Law): Types {
  const types = new Map([...vocabulary.facts.values()].map(({ name, type }) => [name, type]))
  for (const [name, { scope, type }] of typed.provisions) if (scope.kind === 'whole') types.set(name, type)
  return types
}

/** With what has one for each line of the group. */
function lineTypes(law: Law, group: string): Types {
  const types = new Map(wholeTypes(law))
  for (const { name, type } of law.vocabulary.groups.get(group)?.columns.values() ?? []) types.set(name, type)
  for (const [name, { scope, type }] of law.typed.provisions)
    if (scope.kind === 'lines' && scope.group === group) types.set(name, type)
  return types
}

function checkNumber(report: Report, node: Node, name: string, types: Types): void {
  const type = types.get(name)
  if (type === undefined) problem(report, node.at, unknown(name, types))
  else if (type.kind !== 'number') problem(report, node.at, `'${name}' is no number.`)
}

function unknown(name: string, types: Types): string {
  return `There is no fact and no finding '${name}' here.${didYouMean(name, types.keys())}`
}
