/** How the facts of the vocabulary come from the lines of the return. Units are checked here, so that making facts cannot fail on them. */
import { entriesOf, mapping, problem, type Report, text } from '@maqami/engine/load/fields.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import type { Fact, LineGroup, Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { child, type Entry, type MapNode, type Node } from '@maqami/engine/load/yaml.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import { LONGEST_TEXT } from '../return-limits.ts'
import { readConditions } from './load-conditions.ts'
import {
  type ColumnType,
  columnOf,
  type Condition,
  type FactRule,
  type LineSource,
  type ReturnColumn,
  type ReturnSheet,
  type Template,
} from './return-schema.ts'

const PICKS = ['least', 'greatest', 'first', 'last', 'same', 'one'] as const
const KINDS = ['each', 'sum', 'count', 'lines', ...PICKS] as const

interface Context {
  readonly report: Report
  readonly sheets: readonly ReturnSheet[]
  readonly vocabulary: Vocabulary
  readonly currency: string
}

export function readFactRules(
  report: Report,
  map: MapNode | undefined,
  sheets: readonly ReturnSheet[],
  vocabulary: Vocabulary,
  currency: string,
): readonly FactRule[] {
  const context = { report, sheets, vocabulary, currency }
  const rules = entriesOf(map).flatMap((entry) => readRule(context, entry) ?? [])
  const each = rules.filter((rule) => rule.kind === 'each')
  if (each.length > 1 && map !== undefined)
    problem(report, map.at, "Only one fact may say 'each:'; a return has one kind of subject.")
  return rules
}

function readRule(context: Context, entry: Entry): FactRule | undefined {
  const { report, vocabulary } = context
  const map = mapping(report, entry.value, `'${entry.key}'`, [...KINDS, 'by', 'with', 'where', 'take', 'while_valid'])
  if (map === undefined) return undefined
  const kinds = KINDS.filter((kind) => child(map, kind) !== undefined)
  const [kind] = kinds
  if (kind === undefined || kinds.length > 1)
    return problem(report, entry.keyAt, `'${entry.key}' comes about by one of ${KINDS.join(', ')}.`)
  const group = vocabulary.groups.get(entry.key)
  const fact = vocabulary.facts.get(entry.key)
  if (fact === undefined && group === undefined) {
    const all = [...vocabulary.facts.keys(), ...vocabulary.groups.keys()]
    return problem(report, entry.keyAt, `The vocabulary has no fact '${entry.key}'.${didYouMean(entry.key, all)}`)
  }
  if ((kind === 'lines') !== (group !== undefined)) {
    return problem(
      report,
      entry.keyAt,
      `'lines:' is for a group of lines, and a group of lines comes about by 'lines:' only.`,
    )
  }
  if (group !== undefined) return linesRule(context, entry, map, group)
  if (fact === undefined) return undefined
  if (kind === 'sum') return sumRule(context, entry, map, fact)
  if (kind === 'count') return countRule(context, entry, map, fact)
  if (kind === 'lines') return undefined
  const value = child(map, kind)
  const found = reference(context, value, kind)
  if (found === undefined) return undefined
  const column = columnOf(found.sheet, found.column)
  if (column === undefined) return undefined
  const take = ownColumn(context, map, 'take', found.sheet)
  if (!fits((take ?? column).type, fact, context))
    return unfit(context, value ?? map, `${found.sheet.name}.${take?.name ?? found.column}`, entry.key)
  if (kind === 'each') {
    if (column.type.kind !== 'category') return problem(report, entry.keyAt, `'each:' needs a column of a category.`)
    const by = text(report, child(map, 'by'), "'by'")
    if (by !== undefined && columnOf(found.sheet, by) === undefined)
      problem(report, entry.keyAt, `'by' names '${by}', which is not a column of ${found.sheet.name}.`)
    return { kind, fact: entry.key, sheet: found.sheet.name, column: found.column, by }
  }
  if ((kind === 'first' || kind === 'last') && column.type.kind !== 'date') {
    return problem(
      report,
      entry.keyAt,
      `'${kind}:' is the ${kind === 'first' ? 'earliest' : 'latest'} of some days, so it needs a column of dates.`,
    )
  }
  if (
    (kind === 'least' || kind === 'greatest') &&
    !['count', 'number', 'percent', 'money'].includes(column.type.kind)
  ) {
    return problem(report, entry.keyAt, `'${kind}:' needs a column of numbers.`)
  }
  const until = ownColumn(context, map, 'while_valid', found.sheet)
  if (until !== undefined && (kind !== 'first' || until.type.kind !== 'date'))
    return problem(
      report,
      entry.keyAt,
      "'while_valid:' names the column of dates until which a line of 'first:' holds.",
    )
  return {
    kind,
    fact: entry.key,
    sheet: found.sheet.name,
    column: found.column,
    take: take?.name,
    whileValid: until?.name,
    event: fact.event,
    where: conditions(context, map, found.sheet),
  }
}

/** A column of the same sheet, named alone. */
function ownColumn(
  { report }: Context,
  map: MapNode,
  key: 'take' | 'while_valid',
  sheet: ReturnSheet,
): ReturnColumn | undefined {
  const node = child(map, key)
  const name = text(report, node, `'${key}'`)
  if (node === undefined || name === undefined) return undefined
  const known = sheet.columns.map((column) => column.name)
  return (
    columnOf(sheet, name) ??
    problem(
      report,
      node.at,
      `'${key}' names '${name}', which is not a column of ${sheet.name}.${didYouMean(name, known)}`,
    )
  )
}

function countRule(context: Context, entry: Entry, map: MapNode, fact: Fact): FactRule | undefined {
  const sheet = sheetNamed(context, child(map, 'count'), 'count')
  if (fact.type.kind !== 'number' || fact.type.unit !== 'count')
    return problem(context.report, entry.keyAt, `'${entry.key}' is not a count.`)
  return sheet === undefined
    ? undefined
    : { kind: 'count', fact: entry.key, sheet: sheet.name, where: conditions(context, map, sheet) }
}

function sumRule(context: Context, entry: Entry, map: MapNode, fact: Fact): FactRule | undefined {
  const node = child(map, 'sum')
  const written = text(context.report, node, "'sum'")
  if (written === undefined || node === undefined) return undefined
  const refs = written.split('*').map((one) => referenceTo(context, node, one.trim(), 'sum'))
  const [first] = refs
  if (first === undefined) return undefined
  const factors = refs.flatMap((ref) => (ref === undefined ? [] : [ref.column]))
  if (refs.some((ref) => ref !== undefined && ref.sheet !== first.sheet)) {
    return problem(context.report, node.at, "'sum:' multiplies columns of one sheet.")
  }
  const types = factors.flatMap((name) => columnOf(first.sheet, name)?.type ?? [])
  const money = types.filter((type) => type.kind === 'money').length
  const convertible = types.every((type) => type.kind !== 'money' || isConvertible(type, context))
  const plain = types.every(
    (type) => type.kind === 'money' || type.kind === 'count' || type.kind === 'number' || type.kind === 'percent',
  )
  const unit = fact.type.kind === 'number' ? fact.type.unit : ''
  const right =
    money === 1 ? unit === context.currency : money === 0 && unit === (types.length === 1 ? types[0]?.kind : 'number')
  const counts = money === 0 && unit === 'count' && types.every((type) => type.kind === 'count')
  if (!plain || !convertible || !(right || counts)) return unfit(context, node, written, entry.key)
  return {
    kind: 'sum',
    fact: entry.key,
    sheet: first.sheet.name,
    factors,
    unit,
    where: conditions(context, map, first.sheet),
  }
}

function linesRule(context: Context, entry: Entry, map: MapNode, group: LineGroup): FactRule | undefined {
  const { report } = context
  const sheet = sheetNamed(context, child(map, 'lines'), 'lines')
  if (sheet === undefined) return undefined
  const given = child(map, 'with')
  mapping(report, given, "'with'", [...group.columns.keys()])
  const columns: LineSource[] = []
  for (const fact of group.columns.values()) {
    const node = child(given, fact.name)
    const written = node === undefined ? fact.name : text(report, node, `'${fact.name}' of 'with'`)
    if (written === undefined) continue
    if (written.includes('{')) {
      if (fact.type.kind !== 'text')
        problem(
          report,
          node?.at ?? map.at,
          `'${fact.name}' is not a text, so it comes from one column, not from '${written}'.`,
        )
      const template = templateOf(context, node ?? map, written, sheet)
      checkLength(context, node ?? map, template, sheet)
      columns.push({ name: fact.name, from: { template } })
      continue
    }
    const rate = /^rate of ([A-Z]{3})$/.exec(written)?.[1]
    if (rate !== undefined) {
      const isRate = fact.type.kind === 'number' && fact.type.unit === `${context.currency} per ${rate}`
      if (!isRate || !sheet.columns.some((one) => one.rateDate))
        problem(
          report,
          node?.at ?? map.at,
          `'${written}' is in ${context.currency} per ${rate}, on a day that a column of '${sheet.name}' gives by 'rate_date: true'.`,
        )
      columns.push({ name: fact.name, from: { rate } })
      continue
    }
    const column = columnOf(sheet, written)
    if (column === undefined)
      problem(
        report,
        node?.at ?? entry.keyAt,
        `The sheet '${sheet.name}' has no column '${written}' for '${fact.name}' of ${entry.key}.`,
      )
    else if (!fits(column.type, fact, context))
      unfit(context, node ?? map, `${sheet.name}.${written}`, `${entry.key}.${fact.name}`)
    else columns.push({ name: fact.name, from: { column: written } })
  }
  return { kind: 'lines', fact: entry.key, sheet: sheet.name, columns, where: conditions(context, map, sheet) }
}

function templateOf(context: Context, node: Node, written: string, sheet: ReturnSheet): Template {
  return written.split(/(\{[^}]*\})/).flatMap((piece): Template => {
    if (!piece.startsWith('{')) return piece === '' ? [] : [{ text: piece }]
    const name = piece.slice(1, -1)
    if (columnOf(sheet, name) === undefined) {
      problem(
        context.report,
        node.at,
        `The sheet '${sheet.name}' has no column '${name}'.${didYouMean(
          name,
          sheet.columns.map((column) => column.name),
        )}`,
      )
    }
    return [{ column: name }]
  })
}

/** The most characters that the engine takes for a text of a fact. */
const LONGEST_FACT = 1_000
/** A number or a day, as a fact writes it, has fewer. */
const LONGEST_FIGURE = 50

/** A line that was accepted must not fail when its fact is made. */
function checkLength(context: Context, node: Node, template: Template, sheet: ReturnSheet): void {
  const longest = template.reduce((sum, piece) => {
    if ('text' in piece) return sum + piece.text.length
    const type = columnOf(sheet, piece.column)?.type
    if (type?.kind === 'text') return sum + LONGEST_TEXT
    if (type?.kind !== 'category') return sum + LONGEST_FIGURE
    return sum + Math.max(...type.members.map((member) => member.name.length))
  }, 0)
  if (longest > LONGEST_FACT)
    problem(
      context.report,
      node.at,
      `This puts together up to ${longest} characters; a fact has at most ${LONGEST_FACT}. A column of free text may fill ${LONGEST_TEXT}: take fewer of them.`,
    )
}

function conditions(context: Context, map: MapNode, sheet: ReturnSheet): readonly Condition[] {
  return readConditions(
    context.report,
    mapping(context.report, child(map, 'where'), "'where'"),
    sheet.columns,
    sheet.name,
  )
}

interface Found {
  readonly sheet: ReturnSheet
  readonly column: string
}

function reference(context: Context, node: Node | undefined, what: string): Found | undefined {
  const written = text(context.report, node, `'${what}'`)
  return written === undefined || node === undefined ? undefined : referenceTo(context, node, written, what)
}

function referenceTo(context: Context, node: Node, written: string, what: string): Found | undefined {
  const [sheetName = '', column = '', more] = written.split('.')
  const sheet = context.sheets.find((one) => one.name === sheetName)
  if (sheet !== undefined && more === undefined && columnOf(sheet, column) !== undefined) return { sheet, column }
  const all = context.sheets.flatMap((one) => one.columns.map((each) => `${one.name}.${each.name}`))
  return problem(
    context.report,
    node.at,
    `'${what}:' names a column of a sheet, and '${written}' is none.${didYouMean(written, all)}`,
  )
}

function sheetNamed(context: Context, node: Node | undefined, what: string): ReturnSheet | undefined {
  const name = text(context.report, node, `'${what}'`)
  if (name === undefined || node === undefined) return undefined
  const all = context.sheets.map((sheet) => sheet.name)
  return (
    context.sheets.find((sheet) => sheet.name === name) ??
    problem(context.report, node.at, `The return has no sheet '${name}'.${didYouMean(name, all)}`)
  )
}

function fits(type: ColumnType, fact: Fact, context: Context): boolean {
  switch (fact.type.kind) {
    case 'text':
      return type.kind === 'text' || type.kind === 'category' || type.kind === 'month' || type.kind === 'currency'
    case 'boolean':
    case 'date':
      return type.kind === fact.type.kind
    case 'category':
      return (
        type.kind === 'category' &&
        (type.fact === fact.type.category || sameMembers(type, fact.type.category, context.vocabulary))
      )
    case 'calendar':
      return false
    case 'number':
      if (isCurrency(fact.type.unit)) return isConvertible(type, context) && fact.type.unit === context.currency
      return type.kind === fact.type.unit || (fact.type.unit === 'number' && type.kind === 'count')
  }
}

/** Amounts in a currency that the line names are converted; a fixed currency other than the programme's would need a rate of no day. */
function isConvertible(type: ColumnType, context: Context): boolean {
  return type.kind === 'money' && ('column' in type.currency || type.currency.fixed === context.currency)
}

function sameMembers(
  type: Extract<ColumnType, { kind: 'category' }>,
  category: string,
  vocabulary: Vocabulary,
): boolean {
  const members = vocabulary.categories.get(category)?.members ?? []
  return type.members.every((member) => members.includes(member.name))
}

function unfit(context: Context, node: Node, source: string, fact: string): undefined {
  return problem(
    context.report,
    node.at,
    `'${source}' does not have the unit of '${fact}'. Amounts come out in ${context.currency}.`,
  )
}
