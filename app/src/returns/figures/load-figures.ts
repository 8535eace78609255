/** Reads `figures.yaml`, or says with file, line and a sentence what is wrong with it. */
import {
  entriesOf,
  localized,
  type Localized,
  mapping,
  names,
  oneOf,
  problem,
  type Report,
  requiredText,
  text,
} from '@maqami/engine/load/fields.ts'
import { didYouMean, type Problem } from '@maqami/engine/load/problem.ts'
import { child, type Entry, type MapNode, type Node, readYaml } from '@maqami/engine/load/yaml.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import { returnKinds, returnSchemaOf } from '../release-schema.ts'
import {
  columnOf,
  type Condition,
  type ReturnColumn,
  type ReturnSchema,
  type ReturnSheet,
} from '../schema/return-schema.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import { type Dimension, type Measure, MEASURE_KINDS } from './figure.ts'

const FIGURES_FILE = 'figures.yaml'

export type FiguresLoaded =
  | { readonly ok: true; readonly measures: readonly Measure[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

interface Reader {
  readonly report: Report
  readonly schema: ReturnSchema
}

const known = new WeakMap<Release, readonly Measure[]>()

/** Empty where the programme draws none. A release that was published has nothing wrong in it. */
export function measuresOf(release: Release): readonly Measure[] {
  const before = known.get(release)
  if (before !== undefined) return before
  const loaded = loadFigures(release)
  if (!loaded.ok) throw new Error(`${FIGURES_FILE} of ${release.hash} does not load`)
  known.set(release, loaded.measures)
  return loaded.measures
}

export function figureProblems(release: Release): readonly Problem[] {
  const loaded = loadFigures(release)
  return loaded.ok ? [] : loaded.problems
}

function loadFigures(release: Release): FiguresLoaded {
  const content = release.files.get(FIGURES_FILE)
  if (content === undefined || !returnKinds(release).includes(ANNUAL)) return { ok: true, measures: [] }
  const read = readYaml(FIGURES_FILE, content)
  if (!read.ok) return read
  const problems: Problem[] = []
  const { languages } = release.engine.programme.heading
  const reader = { report: { file: FIGURES_FILE, problems, languages }, schema: returnSchemaOf(release) }
  const map = mapping(reader.report, read.node, FIGURES_FILE, ['measures'])
  const measures = entriesOf(mapping(reader.report, child(map, 'measures'), "'measures'")).flatMap(
    (entry) => readMeasure(reader, entry) ?? [],
  )
  return problems.length > 0 ? { ok: false, problems } : { ok: true, measures }
}

const KEYS = ['label', 'unit', 'kind', 'sheet', 'of', 'currency', 'where', 'period', 'by']

function readMeasure(reader: Reader, { key, value }: Entry): Measure | undefined {
  const { report } = reader
  const what = `'${key}'`
  const map = mapping(report, value, what, KEYS)
  if (map === undefined) return undefined
  const label = requiredWords(report, map, 'label', what)
  const unit = requiredWords(report, map, 'unit', what)
  const kind = oneOf(report, child(map, 'kind'), `'kind' of ${what}`, MEASURE_KINDS)
  if (child(map, 'kind') === undefined) problem(report, map.at, `${what} needs 'kind:', ${MEASURE_KINDS.join(' or ')}.`)
  const sheet = sheetNamed(reader, map, 'sheet', what)
  if (sheet === undefined || kind === undefined || label === undefined || unit === undefined) return undefined
  const ofNode = child(map, 'of')
  const of = names(report, ofNode, `'of' of ${what}`).map((name) => columnNamed(report, ofNode ?? map, sheet, name))
  if (of.length === 0) problem(report, map.at, `${what} needs 'of:', the columns that are multiplied.`)
  for (const column of of)
    if (column !== undefined && !['count', 'number', 'money'].includes(column.type.kind))
      problem(report, ofNode?.at ?? map.at, `'${column.name}' of ${sheet.name} is no number.`)
  const isMoney = of.some((column) => column?.type.kind === 'money')
  const currency = text(report, child(map, 'currency'), `'currency' of ${what}`)
  if (isMoney !== (currency !== undefined))
    problem(
      report,
      map.at,
      isMoney ? `${what} is money and needs 'currency:'.` : `${what} is no money and has no currency.`,
    )
  const period = text(report, child(map, 'period'), `'period' of ${what}`)
  const dated = period === undefined ? undefined : columnNamed(report, child(map, 'period') ?? map, sheet, period)
  if (dated !== undefined && dated.type.kind !== 'month' && dated.type.kind !== 'date')
    problem(report, map.at, `'period' of ${what} is a column of months or days.`)
  if (kind === 'stock' && period === undefined)
    problem(report, map.at, `${what} is a stock and needs 'period:', a month.`)
  const where = entriesOf(mapping(report, child(map, 'where'), `'where' of ${what}`)).flatMap(
    (entry) => readCondition(report, sheet, entry) ?? [],
  )
  const dimensions = entriesOf(mapping(report, child(map, 'by'), `'by' of ${what}`)).flatMap(
    (entry) => readDimension(reader, sheet, entry) ?? [],
  )
  if (dimensions.filter(({ from }) => from.kind === 'split').length > 1)
    problem(report, map.at, `${what} is split by one dimension at most.`)
  const columns = of.flatMap((column) => column?.name ?? [])
  return { name: key, label, unit, kind, sheet: sheet.name, of: columns, currency, where, period, dimensions }
}

function requiredWords(report: Report, map: MapNode, key: string, what: string): Localized | undefined {
  const node = child(map, key)
  return node === undefined
    ? problem(report, map.at, `${what} needs '${key}:'.`)
    : localized(report, node, `'${key}' of ${what}`)
}

function sheetNamed({ report, schema }: Reader, map: MapNode, key: string, what: string): ReturnSheet | undefined {
  const name = requiredText(report, map, key, what)
  if (name === undefined) return undefined
  const sheets = schema.sheets.map((sheet) => sheet.name)
  return (
    schema.sheets.find((sheet) => sheet.name === name) ??
    problem(report, child(map, key)?.at ?? map.at, `The return has no sheet '${name}'.${didYouMean(name, sheets)}`)
  )
}

function columnNamed(report: Report, { at }: Node, sheet: ReturnSheet, name: string): ReturnColumn | undefined {
  const columns = sheet.columns.map((column) => column.name)
  return (
    columnOf(sheet, name) ??
    problem(report, at, `The sheet '${sheet.name}' has no column '${name}'.${didYouMean(name, columns)}`)
  )
}

function readCondition(report: Report, sheet: ReturnSheet, { key, keyAt, value }: Entry): Condition | undefined {
  const column = columnNamed(report, { ...value, at: keyAt }, sheet, key)
  const members = names(report, value, `'${key}'`)
  if (column?.type.kind !== 'category') {
    if (column !== undefined) problem(report, keyAt, `'where' names a column with categories, not '${key}'.`)
    return undefined
  }
  const all = column.type.members.map(({ name }) => name)
  for (const member of members)
    if (!all.includes(member)) problem(report, value.at, `There is no '${member}' here.${didYouMean(member, all)}`)
  return { column: key, members }
}

const DIMENSION_KEYS = ['label', 'column', 'through', 'by', 'first_character', 'split', 'some', 'rest']

function readDimension(reader: Reader, sheet: ReturnSheet, { key, value }: Entry): Dimension | undefined {
  const { report, schema } = reader
  const what = `'${key}'`
  const map = mapping(report, value, what, DIMENSION_KEYS)
  if (map === undefined) return undefined
  const label = requiredWords(report, map, 'label', what)
  const split = child(map, 'split')
  if (label === undefined) return undefined
  if (split !== undefined) {
    const column = columnNamed(report, split, sheet, text(report, split, `'split' of ${what}`) ?? '')
    const [some, rest] = (['some', 'rest'] as const).map((one) => onlyEntry(reader, map, one, what))
    if (column === undefined || some === undefined || rest === undefined) return undefined
    const words = new Map([some, rest])
    return { name: key, label, from: { kind: 'split', column: column.name, some: some[0], rest: rest[0] }, words }
  }
  const through = child(map, 'through')
  const own = requiredText(report, map, through === undefined ? 'column' : 'by', what)
  const column = own === undefined ? undefined : columnNamed(report, map, sheet, own)
  if (column === undefined) return undefined
  if (through !== undefined) {
    const [there = '', name = ''] = (text(report, through, `'through' of ${what}`) ?? '').split('.')
    const other = schema.sheets.find((one) => one.name === there)
    if (other === undefined)
      return problem(report, through.at, `'through' of ${what} is a sheet and a column, such as production.category.`)
    const found = columnNamed(report, through, other, name)
    const by = columnNamed(report, through, other, column.name)
    if (found === undefined || by === undefined) return undefined
    const from = { kind: 'through', sheet: there, column: name, by: column.name } as const
    return { name: key, label, from, words: wordsOf(found) }
  }
  const classes = child(map, 'first_character')
  if (classes === undefined)
    return { name: key, label, from: { kind: 'column', column: column.name }, words: wordsOf(column) }
  const members = new Map<string, string>()
  const words = new Map<string, Localized>()
  for (const entry of entriesOf(mapping(report, classes, `'first_character' of ${what}`))) {
    const one = mapping(report, entry.value, `'${entry.key}'`, ['of', 'label'])
    const name = one === undefined ? undefined : requiredWords(report, one, 'label', `'${entry.key}'`)
    if (one === undefined || name === undefined) continue
    words.set(entry.key, name)
    for (const first of names(report, child(one, 'of'), `'of' of '${entry.key}'`)) {
      if (first.length !== 1 || members.has(first))
        problem(report, one.at, `'${first}' is one character, and stands once.`)
      members.set(first, entry.key)
    }
  }
  return { name: key, label, from: { kind: 'first_character', column: column.name, members }, words }
}

/** `women: { en: women, ur: خواتین }`. */
function onlyEntry(
  { report }: Reader,
  map: MapNode,
  key: string,
  what: string,
): readonly [string, Localized] | undefined {
  const [entry, more] = entriesOf(mapping(report, child(map, key), `'${key}' of ${what}`))
  if (entry === undefined || more !== undefined)
    return problem(report, map.at, `${what} needs '${key}:' with one name and its words.`)
  const words = localized(report, entry.value, `'${entry.key}'`)
  return words === undefined ? undefined : [entry.key, words]
}

/** As the policy language writes yes and no. */
const YES_AND_NO: ReadonlyMap<string, Localized> = new Map([
  ['true', { en: 'yes', ur: 'ہاں' }],
  ['false', { en: 'no', ur: 'نہیں' }],
])

function wordsOf({ type }: ReturnColumn): ReadonlyMap<string, Localized> {
  if (type.kind === 'boolean') return YES_AND_NO
  return new Map(
    type.kind === 'category' ? type.members.map(({ name, words }) => [name, { en: words.en, ur: words.ur }]) : [],
  )
}
