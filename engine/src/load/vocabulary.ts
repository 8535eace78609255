/** The facts that a programme speaks of: what each is, and how its value is written. */
import { parseDecimal, type Exact } from '../value/exact.ts'
import { BOOLEAN, DATE, numberOf, type Type } from '../value/type.ts'
import { isCurrency } from '../value/unit.ts'
import { parseQuantity } from '../value/notation.ts'
import { isBuiltInDate } from '../expression/built-in-dates.ts'
import { isReserved } from '../expression/parse.ts'
import { didYouMean } from './problem.ts'
import { child, type Entry, type Node, type Place } from './yaml.ts'
import {
  entriesOf,
  flag,
  type Localized,
  localized,
  mapping,
  names,
  placeIn,
  problem,
  type Report,
  type SourcePlace,
  text,
} from './fields.ts'

export interface Fact {
  readonly name: string
  readonly type: Type
  readonly label: Localized | undefined
  readonly event: boolean
  readonly describes: boolean
  readonly atLeast: Exact | undefined
  readonly atMost: Exact | undefined
  readonly at: SourcePlace
}

export interface Category {
  readonly name: string
  readonly members: readonly string[]
  readonly words: Readonly<Record<string, Localized>>
}

export interface LineGroup {
  readonly name: string
  readonly label: Localized | undefined
  readonly key: string | undefined
  /** Where it is left out, there are no such lines: known, and not undetermined. */
  readonly optional: boolean
  readonly columns: ReadonlyMap<string, Fact>
  readonly at: SourcePlace
}

export interface Vocabulary {
  readonly facts: ReadonlyMap<string, Fact>
  readonly groups: ReadonlyMap<string, LineGroup>
  readonly categories: ReadonlyMap<string, Category>
}

const FACT_KEYS = ['label', 'unit', 'categories', 'words', 'text', 'event', 'describes', 'at_least', 'at_most']
const GROUP_KEYS = ['label', 'key', 'lines', 'optional']
const NAME = /^[a-z][a-z0-9_]*$/

function isName(name: string): boolean {
  return NAME.test(name) && !isReserved(name) && !isBuiltInDate(name)
}

export function checkName(report: Report, at: Place, name: string): boolean {
  if (isName(name)) return true
  problem(
    report,
    at,
    `'${name}' cannot be a name: names are lower-case letters, digits and underscores, and not a word of the language.`,
  )
  return false
}

/** With a draft's changes: an entry of the same name replaces the whole entry, a new one comes behind. */
export function readVocabulary(
  report: Report,
  node: Node,
  changes?: { readonly report: Report; readonly node: Node },
): Vocabulary {
  const own = entriesOf(mapping(report, node, 'The vocabulary')).map((entry) => ({ report, entry }))
  const changed =
    changes === undefined
      ? []
      : entriesOf(mapping(changes.report, changes.node, "'vocabulary'")).map((entry) => ({
          report: changes.report,
          entry,
        }))
  const facts = new Map<string, Fact>()
  const groups = new Map<string, LineGroup>()
  const categories = new Map<string, Category>()
  const placed = new Map([...own, ...changed].map((one) => [one.entry.key, one]))
  for (const { report: its, entry } of placed.values()) {
    if (!checkName(its, entry.keyAt, entry.key)) continue
    if (child(entry.value, 'lines') === undefined) {
      const fact = readFact(its, entry, categories)
      if (fact !== undefined) facts.set(fact.name, fact)
    } else {
      const group = readGroup(its, entry, categories)
      if (group !== undefined) groups.set(group.name, group)
    }
  }
  for (const group of groups.values()) checkColumns(report, group, facts)
  return { facts, groups, categories }
}

/** A line in hand would hide the fact of the same name; for a category that is meant, since both say which member. */
function checkColumns(report: Report, group: LineGroup, facts: ReadonlyMap<string, Fact>): void {
  for (const column of group.columns.values()) {
    const fact = facts.get(column.name)
    if (fact === undefined || (fact.type.kind === 'category' && column.type.kind === 'category')) continue
    report.problems.push({
      ...column.at,
      sentence: `'${column.name}' is a fact and a column of '${group.name}'. Give one of them another name.`,
    })
  }
}

function readGroup(report: Report, entry: Entry, categories: Map<string, Category>): LineGroup | undefined {
  const map = mapping(report, entry.value, `'${entry.key}'`, GROUP_KEYS)
  if (map === undefined) return undefined
  const columns = new Map<string, Fact>()
  for (const column of entriesOf(mapping(report, child(map, 'lines'), `'lines' of ${entry.key}`))) {
    if (!checkName(report, column.keyAt, column.key)) continue
    const fact = readFact(report, column, categories)
    if (fact !== undefined) columns.set(fact.name, fact)
  }
  const key = text(report, child(map, 'key'), `'key' of ${entry.key}`)
  if (key !== undefined && !columns.has(key))
    problem(report, map.at, `'key' of ${entry.key} names '${key}', which is not one of its columns.`)
  return {
    name: entry.key,
    label: label(report, child(map, 'label'), entry),
    key,
    optional: flag(report, child(map, 'optional'), `'optional' of ${entry.key}`),
    columns,
    at: placeIn(report, entry.keyAt),
  }
}

function label(report: Report, node: Node | undefined, entry: Entry): Localized | undefined {
  if (node === undefined && report.languages.length > 1) {
    problem(
      report,
      entry.keyAt,
      `'${entry.key}' needs a label in each language: { ${report.languages.map((one) => `${one}: …`).join(', ')} }.`,
    )
  }
  return localized(report, node, `'label' of ${entry.key}`)
}

function readFact(report: Report, entry: Entry, categories: Map<string, Category>): Fact | undefined {
  const what = `'${entry.key}'`
  const map = mapping(report, entry.value, what, FACT_KEYS)
  if (map === undefined) return undefined
  const type = readType(report, entry, categories)
  if (type === undefined) return undefined
  const bound = (key: 'at_least' | 'at_most'): Exact | undefined => {
    const node = child(map, key)
    const written = text(report, node, `'${key}' of ${what}`)
    if (written === undefined || node === undefined) return undefined
    const value = type.kind === 'number' ? parseQuantity(written, type.unit) : undefined
    return value ?? problem(report, node.at, `'${key}' of ${what} is a value in its unit, not '${written}'.`)
  }
  return {
    name: entry.key,
    type,
    label: label(report, child(map, 'label'), entry),
    event: flag(report, child(map, 'event'), `'event' of ${what}`),
    describes: flag(report, child(map, 'describes'), `'describes' of ${what}`),
    atLeast: bound('at_least') ?? (type.kind === 'number' ? parseDecimal('0') : undefined),
    atMost: bound('at_most'),
    at: placeIn(report, entry.keyAt),
  }
}

function readType(report: Report, entry: Entry, categories: Map<string, Category>): Type | undefined {
  const unitNode = child(entry.value, 'unit')
  const membersNode = child(entry.value, 'categories')
  const isText = flag(report, child(entry.value, 'text'), `'text' of '${entry.key}'`)
  if ([unitNode !== undefined, membersNode !== undefined, isText].filter(Boolean).length !== 1) {
    return problem(
      report,
      entry.keyAt,
      `'${entry.key}' says what it is by one of 'unit:', 'categories:' or 'text: true'.`,
    )
  }
  if (isText) return { kind: 'text' }
  if (membersNode !== undefined) {
    const category = readCategory(report, entry, membersNode)
    const known = categories.get(entry.key)
    if (known !== undefined && known.members.join() !== category.members.join()) {
      problem(report, entry.keyAt, `The category '${entry.key}' is declared twice with different members.`)
    }
    categories.set(entry.key, category)
    return { kind: 'category', category: entry.key }
  }
  const unit = text(report, unitNode, `'unit' of '${entry.key}'`)
  if (unit === undefined) return undefined
  return readUnit(unit) ?? problem(report, unitNode?.at ?? entry.keyAt, unitSentence(unit))
}

const UNITS = ['percent', 'count', 'number', 'date', 'days', 'boolean'] as const
/** What else they are called, too far from the name for a guess by letters. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  percentage: 'percent',
  rate: 'percent',
  integer: 'count',
  decimal: 'number',
  bool: 'boolean',
}

/** `more` are units that stand here besides those of facts. */
export function unitSentence(unit: string, more: readonly string[] = []): string {
  const known = [...UNITS, ...more]
  const word = Object.hasOwn(OTHER_WORDS, unit) ? OTHER_WORDS[unit] : undefined
  const meant = word === undefined ? didYouMean(unit, known) : ` Did you mean '${word}'?`
  return `'${unit}' is not a unit.${meant} Units are ${known.join(', ')}, a currency (PKR) or one per another (PKR per USD).`
}

export function readUnit(unit: string): Type | undefined {
  if (unit === 'boolean') return BOOLEAN
  if (unit === 'date') return DATE
  if (unit === 'percent' || unit === 'count' || unit === 'number' || unit === 'days' || isCurrency(unit))
    return numberOf(unit)
  const [over, under, rest] = unit.split(' per ')
  if (over === undefined || under === undefined || rest !== undefined) return undefined
  return isCurrency(over) && isCurrency(under) && over !== under ? numberOf(unit) : undefined
}

function readCategory(report: Report, entry: Entry, node: Node): Category {
  const members = names(report, node, `A category of '${entry.key}'`)
  for (const member of members) checkName(report, node.at, member)
  if (new Set(members).size !== members.length) problem(report, node.at, `'${entry.key}' names a category twice.`)
  const words = Object.create(null) as Record<string, Localized>
  const wordsNode = child(entry.value, 'words')
  for (const word of entriesOf(mapping(report, wordsNode, `'words' of '${entry.key}'`, members))) {
    const texts = localized(report, word.value, `The word for '${word.key}'`)
    if (texts !== undefined) words[word.key] = texts
  }
  const unnamed = members.filter((member) => words[member] === undefined)
  if (report.languages.length > 1 && unnamed.length > 0) {
    problem(report, wordsNode?.at ?? entry.keyAt, `'${entry.key}' needs 'words:' for ${unnamed.join(', ')}.`)
  }
  return { name: entry.key, members, words }
}
