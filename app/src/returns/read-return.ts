/** Takes a return from the bytes of a workbook, of CSV files or of JSON, to its facts; or says everything that is wrong with it. */
import { type Day, formatDay } from '@maqami/engine/value/date.ts'
import type { Attestation } from '../attestations/attestation.ts'
import { citeAttestations } from './check/cite-attestations.ts'
import type { FoundSheet } from './check/find-columns.ts'
import { findSheets } from './check/find-columns.ts'
import { checkLines } from './check/check-lines.ts'
import { reportOtherYear } from './check/check-year.ts'
import type { OfficialRates } from './check/official-rates.ts'
import type { RawReturn } from './read/raw-return.ts'
import { columnLetters } from './read/raw-return.ts'
import { type CsvFile, csvFilesIn, readCsvFiles } from './read/read-csv.ts'
import { pointerOf, readJson } from './read/read-json.ts'
import { type Progress, readWorkbook } from './read/read-workbook.ts'
import {
  type ErrorDetails,
  type ErrorList,
  errorList,
  report,
  type ReturnError,
  returnError,
  type ReturnErrorCode,
} from './return-errors.ts'
import { factsOf, type ReturnSubject } from './return-facts.ts'
import { RETURN_LIMITS, type ReturnLimits } from './return-limits.ts'
import type { ReturnLines } from './check/return-lines.ts'
import { refusalOf } from './return-refusal.ts'
import type { ReturnColumn, ReturnSchema } from './schema/return-schema.ts'
import type { ReturnYear } from './return-year.ts'
import { ANNUAL } from './schema/load-return-schema.ts'
import { templateChanges } from './schema/template-changes.ts'
import { MARKER_SHEET } from './schema/template-names.ts'

export type ReturnInput =
  | { readonly form: 'xlsx'; readonly bytes: Buffer }
  | { readonly form: 'csv'; readonly files: readonly CsvFile[] }
  | { readonly form: 'csv in zip'; readonly bytes: Buffer }
  | { readonly form: 'json'; readonly bytes: Buffer }

export interface ReturnQuestion {
  readonly schema: ReturnSchema
  readonly rates: OfficialRates
  readonly year: ReturnYear
  /** The day on which a line that runs out must still hold: the last of the year, unless the assessment is made before. */
  readonly day?: Day | undefined
  /** What suppliers signed for the firm; undefined where it cannot be looked up. */
  readonly attestations?: readonly Attestation[] | undefined
  readonly limits?: ReturnLimits
  readonly progress?: Progress | undefined
  /** What an earlier version of the template asked for, to say what has changed since. */
  readonly earlier?: (version: string) => Promise<ReturnSchema | undefined>
}

/** What was read, kept so that it can be handed back annotated. */
export interface ReadCells {
  readonly raw: RawReturn
  readonly found: readonly FoundSheet[]
}

export type ReadReturn =
  | {
      readonly ok: true
      readonly subjects: readonly ReturnSubject[]
      readonly lines: ReturnLines
      /** The identifiers of the attestations on which its lines rest. */
      readonly cited: readonly string[]
      readonly warnings: readonly ReturnError[]
      readonly cells: ReadCells
    }
  | {
      readonly ok: false
      /** The first thousand, and the first thousand warnings among them. */
      readonly errors: readonly ReturnError[]
      readonly total: number
      /** Undefined when the file could not be opened at all. */
      readonly cells: ReadCells | undefined
    }

export async function readReturn(input: ReturnInput, question: ReturnQuestion): Promise<ReadReturn> {
  return withPointers(await readAndCheck(input, question))
}

async function readAndCheck(input: ReturnInput, question: ReturnQuestion): Promise<ReadReturn> {
  const errors = errorList((question.limits ?? RETURN_LIMITS).errors)
  let raw: RawReturn
  try {
    raw = await readCells(input, question)
  } catch (error) {
    const { code, details } = refusalOf(error)
    return { ok: false, errors: [returnError(code, details)], total: 1, cells: undefined }
  }
  const misplaced = checkMarker(raw, question.schema)
  if (misplaced !== undefined) {
    const old = misplaced.code === 'wrong_version' ? await question.earlier?.(misplaced.found ?? '') : undefined
    const changes = old === undefined ? [] : templateChanges(old, question.schema)
    return { ok: false, errors: [misplaced, ...changes], total: 1, cells: { raw, found: [] } }
  }
  return checkReturn(raw, question, errors)
}

/**
 * The bare reading of all cells, without any judgement on them. Throws a `Refusal` for what cannot be read.
 * @public what the benchmark holds an assessment against
 */
export function readCells(
  input: ReturnInput,
  question: Pick<ReturnQuestion, 'schema' | 'limits' | 'progress'>,
): Promise<RawReturn> {
  const mostRows = Math.max(...question.schema.sheets.map((sheet) => sheet.mostRows))
  const limits = question.limits ?? RETURN_LIMITS
  if (input.form === 'xlsx') return readWorkbook(input.bytes, { limits, mostRows, progress: question.progress })
  return Promise.resolve().then(async () => {
    if (input.form === 'json') return readJson(input.bytes, question.schema, { limits, mostRows })
    const files = input.form === 'csv' ? input.files : await csvFilesIn(input.bytes, limits)
    return readCsvFiles(files, { limits, mostRows })
  })
}

function checkReturn(raw: RawReturn, question: ReturnQuestion, errors: ErrorList): ReadReturn {
  const { schema, rates, year } = question
  const found = findSheets(schema, raw.sheets, errors)
  const cells = { raw, found }
  reportOtherYear(errors, found, year)
  if (errors.kept.some(({ code }) => code === 'other_year')) return refused(errors, cells)
  const early = question.day === undefined || question.day >= year.last ? undefined : question.day
  const lines = checkLines({ schema, rates, year, day: early, errors }, found)
  const handedIn = formatDay(question.day ?? year.last)
  const cited = citeAttestations({ schema, errors, attestations: question.attestations, day: handedIn }, found, lines)
  if (errors.errors > 0) return refused(errors, cells)
  const day = question.day === undefined ? year.last : Math.min(question.day, year.last)
  const { subjects, conflicts, lapsed, unrated } = factsOf(schema, cited.lines, { rates, day })
  const say = (
    code: ReturnErrorCode,
    place: FactPlace,
    details: Pick<ErrorDetails, 'found' | 'expected' | 'other'>,
  ): void => {
    const there = found.find((one) => one.sheet.name === place.sheet)
    const at = there?.positions[place.column.index] ?? -1
    report(errors, code, {
      sheet: there?.raw.name,
      row: place.row,
      column: at === -1 ? undefined : columnLetters(at),
      label: place.column.label,
      ...details,
    })
  }
  for (const one of lapsed) say(one.code, one, { found: one.found, expected: formatDay(day) })
  for (const one of unrated) say('no_rate', one, { found: one.currency, expected: one.day })
  for (const { sheet, column, first, second } of conflicts)
    say(
      'conflicting_values',
      { sheet, column, row: second.row },
      {
        found: second.value,
        expected: first.value,
        other: String(first.row),
      },
    )
  if (errors.errors > 0) return refused(errors, cells)
  return { ok: true, subjects, lines, cited: cited.ids, warnings: errors.kept, cells }
}

/** A line from which a fact was made, and the column that something is wrong with. */
interface FactPlace {
  readonly sheet: string
  readonly row: number
  readonly column: ReturnColumn
}

function refused(errors: ErrorList, cells: ReadCells): ReadReturn {
  return { ok: false, errors: errors.kept, total: errors.errors, cells }
}

/** Says of each error in a return that came as JSON where it is there. */
function withPointers(read: ReadReturn): ReadReturn {
  if (read.cells?.raw.form !== 'json') return read
  const { raw } = read.cells
  const placed = (error: ReturnError): ReturnError => ({ ...error, place: pointerOf(raw, error) })
  return read.ok ? { ...read, warnings: read.warnings.map(placed) } : { ...read, errors: read.errors.map(placed) }
}

/** For which version of the template a file says that it was made. */
export function versionSaid({ sheets }: RawReturn): string | undefined {
  const marker = sheets.find((sheet) => sheet.name === MARKER_SHEET)
  return marker?.rows.find((row) => row.cells[0]?.text === 'version')?.cells[1]?.text
}

/** The template says in a hidden sheet for which programme and version it was made: columns may mean something else in another. */
function checkMarker(raw: RawReturn, schema: ReturnSchema): ReturnError | undefined {
  const marker = raw.sheets.find((sheet) => sheet.name === MARKER_SHEET)
  const said = new Map(marker?.rows.map((row) => [row.cells[0]?.text ?? '', row.cells[1]?.text ?? '']))
  const programme = said.get('return')
  // Workbooks from before there were several kinds say none, and are of the year.
  const kind = said.get('kind') ?? ANNUAL
  const version = said.get('version')
  // Tables carry none unless somebody has put one in: their headers tell what they are.
  if (raw.form === 'csv' && marker === undefined) return undefined
  if (programme === undefined || version === undefined)
    return returnError('no_version_marker', { expected: schema.programme })
  if (programme !== schema.programme)
    return returnError('wrong_programme', { found: programme, expected: schema.programme })
  if (kind !== schema.kind) return returnError('wrong_kind', { found: kind, expected: schema.kind })
  if (version !== schema.version) return returnError('wrong_version', { found: version, expected: schema.version })
  return undefined
}
