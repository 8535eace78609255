/** Reads the file of a return strictly, against the vocabulary of its programme: what is wrong is named with file, line and column. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  entriesOf,
  flag,
  localized,
  mapping,
  names,
  oneOf,
  problem,
  type Report,
  requiredText,
  text,
} from '@maqami/engine/load/fields.ts'
import { didYouMean, type Problem } from '@maqami/engine/load/problem.ts'
import { readVocabulary, type Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { child, type Entry, type MapNode, type Node, readYaml, textOf } from '@maqami/engine/load/yaml.ts'
import { readAdviser, readBillRule } from './load-adviser.ts'
import { readAttestationRule } from './load-attestation-rule.ts'
import { withAgreements } from './load-agreements.ts'
import { readAppealTimes, readDue, readReviewTime } from './load-due.ts'
import { readPeriodAgreements } from './load-period-agreements.ts'
import { readRateBounds } from './load-rate-bounds.ts'
import { readColumn } from './load-return-column.ts'
import { readFactRules } from './load-fact-rules.ts'
import { type Belonging, bilingual, type ReturnColumn, type ReturnSchema, type ReturnSheet } from './return-schema.ts'
import { RETURN_LIMITS } from '../return-limits.ts'

export interface SchemaFile {
  readonly file: string
  readonly text: string
}

export interface SchemaFiles {
  readonly programme: SchemaFile
  readonly vocabulary: SchemaFile
  readonly schema: SchemaFile
  /** The yearly return, with which one of months must agree. */
  readonly annual?: ReturnSchema | undefined
}

export type SchemaRead =
  | { readonly ok: true; readonly schema: ReturnSchema }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the files of a programme's folder that its yearly return rests on. A file that is not there is a fault of the caller. */
export async function loadReturnSchemaFrom(folder: string): Promise<SchemaRead> {
  const file = async (name: string): Promise<SchemaFile> => {
    const path = join(folder, name)
    return { file: path, text: await readFile(path, 'utf8') }
  }
  const [programme, vocabulary, schema] = await Promise.all([
    file('programme.yaml'),
    file('vocabulary.yaml'),
    file('return.yaml'),
  ])
  return loadReturnSchema({ programme, vocabulary, schema })
}

export function loadReturnSchema(files: SchemaFiles): SchemaRead {
  const [programme, vocabulary, schema] = [files.programme, files.vocabulary, files.schema].map((one) =>
    readYaml(one.file, one.text),
  )
  const kind = kindOfFile(files.schema.file)
  if (programme?.ok !== true) return { ok: false, problems: programme?.problems ?? [] }
  if (vocabulary?.ok !== true) return { ok: false, problems: vocabulary?.problems ?? [] }
  if (schema?.ok !== true) return { ok: false, problems: schema?.problems ?? [] }
  const languages = names(
    { file: '', problems: [], languages: ['en'] },
    child(programme.node, 'languages'),
    'A language',
  )
  const words: Report = { file: files.vocabulary.file, problems: [], languages }
  const facts = readVocabulary(words, vocabulary.node)
  const report: Report = { file: files.schema.file, problems: [], languages }
  const read = readSchema(report, schema.node, programme.node, facts)
  const agreements = readPeriodAgreements(report, child(schema.node, 'agreements'), read?.sheets ?? [], files.annual)
  const problems = [...words.problems, ...report.problems]
  return read === undefined || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, schema: { ...read, kind, agreements } }
}

/** The file of a return, by which its kind is known: `return.yaml` is the yearly one, `monthly-return.yaml` of the kind `monthly`. */
const RETURN_FILE = /(?:^|\/)(?:([a-z][a-z0-9-]{0,30})-)?return\.yaml$/
export const ANNUAL = 'annual'

export function kindOfFile(file: string): string {
  return RETURN_FILE.exec(file)?.[1] ?? ANNUAL
}

/** The files of a programme's folder that say what a return asks for, the yearly one first. */
export function returnFiles(files: Iterable<string>): readonly string[] {
  const found = [...files].filter((file) => !file.includes('/') && RETURN_FILE.test(file))
  return found.toSorted((a, b) => (a === 'return.yaml' ? -1 : b === 'return.yaml' ? 1 : a < b ? -1 : 1))
}

const KEYS = [
  'return',
  'version',
  'title',
  'period',
  'due',
  'review',
  'appeal',
  'appeal_reply',
  'appeal_decision',
  'rates',
  'sheets',
  'facts',
  'agreements',
  'adviser',
  'bill',
  'attestations',
]

function readSchema(
  report: Report,
  node: Node,
  programme: Node,
  vocabulary: Vocabulary,
): Omit<ReturnSchema, 'kind' | 'agreements'> | undefined {
  const map = mapping(report, node, 'The return', KEYS)
  if (map === undefined) return undefined
  const name = requiredText(report, map, 'return', 'The return')
  const expected = textOf(child(programme, 'programme'))
  if (name !== undefined && name !== expected) {
    problem(
      report,
      child(map, 'return')?.at ?? map.at,
      `The return is of the programme '${expected ?? ''}', not '${name}'.`,
    )
  }
  const sheetsNode = child(map, 'sheets')
  const entries = entriesOf(mapping(report, sheetsNode, "'sheets'"))
  if (entries.length === 0)
    problem(report, sheetsNode?.at ?? map.at, "The return needs 'sheets:' with at least one sheet.")
  const drafts = entries.map((entry) => readSheet(report, entry, vocabulary))
  checkReferences(report, entries, drafts)
  const currency = textOf(child(programme, 'currency')) ?? ''
  const factsNode = child(map, 'facts')
  const facts = readFactRules(report, mapping(report, factsNode, "'facts'"), drafts, vocabulary, currency)
  const each = facts.find((rule) => rule.kind === 'each')
  return {
    programme: name ?? '',
    version: versionOf(report, map),
    title: bilingual(localized(report, child(map, 'title'), "'title'")) ?? { en: name ?? '', ur: name ?? '' },
    period: oneOf(report, child(map, 'period'), "'period'", ['year', 'month']) ?? 'year',
    due: readDue(report, child(map, 'due'), programme),
    review: readReviewTime(report, child(map, 'review'), programme),
    appeals: readAppealTimes(report, map, programme),
    currency,
    rates: readRateBounds(report, child(map, 'rates'), currency),
    sheets: drafts.map((sheet) => ({ ...sheet, belongs: belonging(sheet, drafts, each) })),
    facts,
    adviser: readAdviser(report, child(map, 'adviser'), vocabulary),
    bill: readBillRule(report, child(map, 'bill'), vocabulary),
    attestations: readAttestationRule(report, child(map, 'attestations'), drafts),
  }
}

const SHEET_KEYS = ['label', 'note', 'key', 'required', 'one_line', 'rows', 'columns']
const SHEET_NAME = /^[a-z][a-z0-9_]{0,27}$/

function readSheet(report: Report, entry: Entry, vocabulary: Vocabulary): ReturnSheet {
  const what = `The sheet '${entry.key}'`
  if (!SHEET_NAME.test(entry.key)) {
    problem(
      report,
      entry.keyAt,
      `'${entry.key}' cannot be the name of a sheet: at most 28 lower-case letters, digits and underscores.`,
    )
  }
  const map = mapping(report, entry.value, what, SHEET_KEYS)
  const columnEntries = entriesOf(mapping(report, child(map, 'columns'), `'columns' of ${entry.key}`))
  if (columnEntries.length === 0) problem(report, entry.keyAt, `${what} needs 'columns:'.`)
  const currencyOf = currencies(report, columnEntries)
  const columns = withAgreements(
    report,
    columnEntries,
    columnEntries.map((column, index) => readColumn(report, column, index, vocabulary, currencyOf)),
    entry.key,
  )
  checkMoney(report, entry, columns)
  const key = names(report, child(map, 'key'), `'key' of ${entry.key}`)
  for (const name of key) known(report, child(map, 'key') ?? entry.value, name, columns, entry.key)
  const label = bilingual(localized(report, child(map, 'label'), `'label' of ${entry.key}`))
  if (label === undefined && child(map, 'label') === undefined)
    problem(report, entry.keyAt, `${what} needs a 'label:' in each language.`)
  return {
    name: entry.key,
    label: label ?? { en: entry.key, ur: entry.key },
    note: bilingual(localized(report, child(map, 'note'), `'note' of ${entry.key}`)),
    columns,
    key,
    required: flag(report, child(map, 'required'), `'required' of ${entry.key}`),
    oneLine: flag(report, child(map, 'one_line'), `'one_line' of ${entry.key}`),
    mostRows: mostRows(report, map, entry.key),
    belongs: { kind: 'every subject' },
  }
}

function mostRows(report: Report, map: MapNode | undefined, sheet: string): number {
  const node = child(map, 'rows')
  const written = text(report, node, `'rows' of ${sheet}`)
  if (written === undefined || node === undefined) return RETURN_LIMITS.rows
  const rows = /^\d{1,6}$/.test(written) ? Number(written) : 0
  if (rows < 1 || rows > 200_000) problem(report, node.at, `'rows' of ${sheet} is a whole number from 1 to 200000.`)
  return rows
}

/** Which column says the currency of which amounts. */
function currencies(report: Report, columns: readonly Entry[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const column of columns) {
    for (const amount of names(report, child(column.value, 'currency_of'), `'currency_of' of ${column.key}`)) {
      found.set(amount, column.key)
      const other = columns.find((one) => one.key === amount)
      if (textOf(child(other?.value, 'unit')) !== 'money') {
        problem(
          report,
          column.keyAt,
          `'currency_of' of ${column.key} names '${amount}', which is not a column with 'unit: money'.`,
        )
      }
    }
  }
  return found
}

function checkMoney(report: Report, entry: Entry, columns: readonly ReturnColumn[]): void {
  const dates = columns.filter((column) => column.rateDate)
  const open = columns.some((column) => column.type.kind === 'currency')
  if (open && dates.length !== 1) {
    problem(
      report,
      entry.keyAt,
      `The sheet '${entry.key}' has amounts in several currencies, so exactly one of its dates says 'rate_date: true'.`,
    )
  }
  for (const date of dates) {
    if (open && !date.required)
      problem(report, entry.keyAt, `'${date.name}' decides the rate of ${entry.key}, so it says 'required: true'.`)
  }
}

function known(report: Report, at: Node, name: string, columns: readonly ReturnColumn[], sheet: string): void {
  if (columns.some((column) => column.name === name)) return
  const all = columns.map((column) => column.name)
  problem(report, at.at, `'key' of ${sheet} names '${name}', which is not one of its columns.${didYouMean(name, all)}`)
}

function checkReferences(report: Report, entries: readonly Entry[], sheets: readonly ReturnSheet[]): void {
  sheets.forEach((sheet, index) => {
    for (const column of sheet.columns) {
      for (const ref of [column.listedIn, column.covers]) {
        if (ref === undefined) continue
        const target = sheets.find((one) => one.name === ref.sheet)?.columns.find((one) => one.name === ref.column)
        const at = entries[index]?.keyAt ?? { line: 1, column: 1 }
        if (target === undefined)
          problem(
            report,
            at,
            `'${sheet.name}.${column.name}' refers to '${ref.sheet}.${ref.column}', which is not a column of the return.`,
          )
      }
    }
  })
}

type EachRule = Extract<ReturnSchema['facts'][number], { kind: 'each' }>

/** A sheet with the category of the subjects belongs by it; otherwise by the column that links it to the subjects' sheet. */
function belonging(sheet: ReturnSheet, sheets: readonly ReturnSheet[], each: EachRule | undefined): Belonging {
  if (each === undefined) return { kind: 'every subject' }
  const subjects = sheets.find((one) => one.name === each.sheet)?.columns.find((one) => one.name === each.column)
  const fact = subjects?.type.kind === 'category' ? subjects.type.fact : undefined
  const direct = sheet.columns.findIndex((column) => column.type.kind === 'category' && column.type.fact === fact)
  if (direct !== -1) return { kind: 'member', column: direct }
  const through = sheet.columns.findIndex((column) => column.name === each.by)
  return through === -1 ? { kind: 'every subject' } : { kind: 'through', column: through }
}

/** It becomes a part of a file's name. */
function versionOf(report: Report, map: MapNode): string {
  const version = requiredText(report, map, 'version', 'The return') ?? ''
  if (!/^[0-9A-Za-z.]{0,20}$/.test(version))
    problem(report, map.at, `'version' of the return is a number such as 2 or 2.1, not '${version}'.`)
  return version
}
