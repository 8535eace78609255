/** One column of a sheet as `return.yaml` declares it: what its cells hold, and what they must agree with. */
import { flag, localized, mapping, problem, type Report, text } from '@maqami/engine/load/fields.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import type { Fact, Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { child, type Entry, type MapNode } from '@maqami/engine/load/yaml.ts'
import { type Exact, ZERO } from '@maqami/engine/value/exact.ts'
import { parseQuantity } from '@maqami/engine/value/notation.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import { AGREEMENT_KEYS } from './load-agreements.ts'
import { bilingual, type ColumnRef, type ColumnType, type Member, type ReturnColumn } from './return-schema.ts'

const COLUMN_KEYS = [
  'label',
  'note',
  'text',
  'pattern',
  'fact',
  'unit',
  'currency_of',
  'categories',
  'words',
  'required',
  'later',
  'event',
  'rate_date',
  'in_year',
  'at_least',
  'at_most',
  'listed_in',
  'covers',
  ...AGREEMENT_KEYS,
]

const KINDS = ['count', 'number', 'percent', 'date', 'month', 'boolean'] as const

export function readColumn(
  report: Report,
  entry: Entry,
  index: number,
  vocabulary: Vocabulary,
  currencyOf: ReadonlyMap<string, string>,
): ReturnColumn {
  const what = `'${entry.key}'`
  if (!/^[a-z][a-z0-9_]*$/.test(entry.key)) {
    problem(report, entry.keyAt, `${what} cannot be the name of a column: lower-case letters, digits and underscores.`)
  }
  const map = mapping(report, entry.value, `The column ${what}`, COLUMN_KEYS) ?? {
    kind: 'map',
    entries: [],
    at: entry.keyAt,
  }
  const fact = factOf(report, map, what, vocabulary)
  const type = typeOf(report, entry, map, fact, vocabulary, currencyOf)
  const rateDate = flag(report, child(map, 'rate_date'), `'rate_date' of ${what}`)
  if (rateDate && type.kind !== 'date')
    problem(report, entry.keyAt, `${what} says 'rate_date', so it needs 'unit: date'.`)
  const inYear = child(map, 'in_year')
  const label = bilingual(localized(report, child(map, 'label'), `'label' of ${what}`)) ?? bilingual(fact?.label)
  if (label === undefined) problem(report, entry.keyAt, `The column ${what} needs a 'label:' in each language.`)
  return {
    name: entry.key,
    index,
    label: label ?? { en: entry.key, ur: entry.key },
    note: bilingual(localized(report, child(map, 'note'), `'note' of ${what}`)),
    type,
    required: flag(report, child(map, 'required'), `'required' of ${what}`),
    later: flag(report, child(map, 'later'), `'later' of ${what}`),
    event:
      child(map, 'event') === undefined
        ? (fact?.event ?? false)
        : flag(report, child(map, 'event'), `'event' of ${what}`),
    rateDate,
    inYear: inYear === undefined ? rateDate || type.kind === 'month' : flag(report, inYear, `'in_year' of ${what}`),
    atLeast: bound(report, map, 'at_least', type) ?? fact?.atLeast ?? (isNumeric(type) ? ZERO : undefined),
    atMost: bound(report, map, 'at_most', type) ?? fact?.atMost,
    listedIn: reference(report, map, 'listed_in'),
    covers: reference(report, map, 'covers'),
    agreements: [],
  }
}

function isNumeric(type: ColumnType): boolean {
  return type.kind === 'count' || type.kind === 'number' || type.kind === 'percent' || type.kind === 'money'
}

/** A fact of the vocabulary, a column of a group as `parts.book`, or a column that only one group has. */
function factNamed(vocabulary: Vocabulary, name: string): Fact | undefined {
  const [group = '', column] = name.split('.')
  if (column !== undefined) return vocabulary.groups.get(group)?.columns.get(column)
  const fact = vocabulary.facts.get(name)
  if (fact !== undefined) return fact
  const columns = [...vocabulary.groups.values()].flatMap((one) => one.columns.get(name) ?? [])
  return columns.length === 1 ? columns[0] : undefined
}

function factOf(report: Report, map: MapNode, what: string, vocabulary: Vocabulary): Fact | undefined {
  const node = child(map, 'fact')
  const name = text(report, node, `'fact' of ${what}`)
  if (name === undefined || node === undefined) return undefined
  const all = [
    ...vocabulary.facts.keys(),
    ...[...vocabulary.groups.values()].flatMap((group) => [...group.columns.keys()]),
  ]
  return (
    factNamed(vocabulary, name) ??
    problem(report, node.at, `The vocabulary has no fact '${name}'.${didYouMean(name, all)}`)
  )
}

function typeOf(
  report: Report,
  entry: Entry,
  map: MapNode,
  fact: Fact | undefined,
  vocabulary: Vocabulary,
  currencyOf: ReadonlyMap<string, string>,
): ColumnType {
  const said = ['text', 'fact', 'unit', 'currency_of', 'categories'].filter((key) => child(map, key) !== undefined)
  if (said.length !== 1) {
    problem(
      report,
      entry.keyAt,
      `'${entry.key}' says what it holds by one of 'fact:', 'unit:', 'text: true', 'currency_of:' or 'categories:'.`,
    )
  }
  const pattern = patternOf(report, map, entry.key)
  if (fact !== undefined) return typeOfFact(fact, vocabulary, pattern)
  if (child(map, 'currency_of') !== undefined) return { kind: 'currency' }
  if (child(map, 'categories') !== undefined) return ownCategories(report, map, entry.key)
  const unitNode = child(map, 'unit')
  const unit = text(report, unitNode, `'unit' of ${entry.key}`)
  if (unit === undefined || unitNode === undefined) return { kind: 'text', pattern }
  const kind = KINDS.find((one) => one === unit)
  if (kind !== undefined) return { kind }
  if (isCurrency(unit)) return { kind: 'money', currency: { fixed: unit } }
  if (unit !== 'money') {
    problem(
      report,
      unitNode.at,
      `'unit' of ${entry.key} is one of ${KINDS.join(', ')}, money or a currency, not '${unit}'.`,
    )
    return { kind: 'text', pattern }
  }
  const column = currencyOf.get(entry.key)
  if (column === undefined) {
    problem(
      report,
      entry.keyAt,
      `'${entry.key}' is money, so another column of its sheet says 'currency_of: [${entry.key}]'.`,
    )
  }
  return { kind: 'money', currency: { column: column ?? '' } }
}

function typeOfFact(fact: Fact, vocabulary: Vocabulary, pattern: RegExp | undefined): ColumnType {
  switch (fact.type.kind) {
    case 'boolean':
    case 'date':
      return { kind: fact.type.kind }
    case 'text':
      return { kind: 'text', pattern }
    case 'category':
      return { kind: 'category', fact: fact.type.category, members: membersOf(vocabulary, fact.type.category) }
    case 'calendar':
      return { kind: 'number' }
    case 'number':
      if (fact.type.unit === 'count' || fact.type.unit === 'percent') return { kind: fact.type.unit }
      return isCurrency(fact.type.unit) ? { kind: 'money', currency: { fixed: fact.type.unit } } : { kind: 'number' }
  }
}

function membersOf(vocabulary: Vocabulary, category: string): readonly Member[] {
  const found = vocabulary.categories.get(category)
  return (found?.members ?? []).map((name) => {
    const plain = name.replaceAll('_', ' ')
    return { name, words: bilingual(found?.words[name]) ?? { en: plain, ur: plain } }
  })
}

function ownCategories(report: Report, map: MapNode, column: string): ColumnType {
  const list = child(map, 'categories')
  const words = child(map, 'words')
  const items = list?.kind === 'list' ? list.items : []
  const members = items.flatMap((item) => {
    const name = text(report, item, `A category of ${column}`)
    if (name === undefined) return []
    const said = bilingual(localized(report, child(words, name), `The word for '${name}'`))
    if (said === undefined) problem(report, item.at, `'${column}' needs 'words:' for '${name}' in each language.`)
    return [{ name, words: said ?? { en: name, ur: name } }]
  })
  if (members.length === 0) problem(report, list?.at ?? map.at, `'categories' of ${column} is a list of names.`)
  return { kind: 'category', fact: '', members }
}

const MOST_CHOICES = 12

/**
 * A pattern is matched against the whole text. Only characters, classes, counts and optional groups are taken, and not many: with
 * open repetitions or alternatives a short text can keep a matcher busy for ever.
 */
function patternOf(report: Report, map: MapNode, column: string): RegExp | undefined {
  const node = child(map, 'pattern')
  const written = text(report, node, `'pattern' of ${column}`)
  if (written === undefined || node === undefined) return undefined
  try {
    const outsideClasses = written.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, 'x')
    const choices = outsideClasses.match(/[?{]/g)?.length ?? 0
    if (/[*+|]|\)\{|\(\?/.test(outsideClasses) || choices > MOST_CHOICES) throw new SyntaxError('an open repetition')
    // On its own first: an unbalanced one must not close the group that is put around it.
    RegExp(written, 'u').test('')
    return new RegExp(`^(?:${written})$`, 'u')
  } catch {
    return problem(report, node.at, `'pattern' of ${column} is not a pattern that can be matched: '${written}'.`)
  }
}

function bound(report: Report, map: MapNode, key: 'at_least' | 'at_most', type: ColumnType): Exact | undefined {
  const node = child(map, key)
  const written = text(report, node, `'${key}'`)
  if (written === undefined || node === undefined) return undefined
  const unit = type.kind === 'percent' || type.kind === 'count' ? type.kind : 'number'
  return (
    parseQuantity(written, unit) ??
    problem(report, node.at, `'${key}' is a number in the unit of its column, not '${written}'.`)
  )
}

function reference(report: Report, map: MapNode, key: 'listed_in' | 'covers'): ColumnRef | undefined {
  const node = child(map, key)
  const written = text(report, node, `'${key}'`)
  if (written === undefined || node === undefined) return undefined
  const [sheet, column, more] = written.split('.')
  if (sheet !== undefined && column !== undefined && more === undefined) return { sheet, column }
  return problem(report, node.at, `'${key}' names a column of a sheet, as production.model, not '${written}'.`)
}
