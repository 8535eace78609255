/** Takes a return from the bytes of a workbook, or of CSV files, to its facts; or says everything that is wrong with it. */
import type { FoundSheet } from './find-columns.ts'
import { findSheets } from './find-columns.ts'
import { checkLines } from './check-lines.ts'
import type { OfficialRates } from './official-rates.ts'
import type { RawReturn } from './raw-return.ts'
import { columnLetters } from './raw-return.ts'
import { type CsvFile, readCsvFiles } from './read-csv.ts'
import { type Progress, readWorkbook } from './read-workbook.ts'
import { type ErrorList, errorList, report, type ReturnError, returnError } from './return-errors.ts'
import { factsOf, type ReturnSubject } from './return-facts.ts'
import { RETURN_LIMITS, type ReturnLimits } from './return-limits.ts'
import type { ReturnLines } from './return-lines.ts'
import { refusalOf } from './return-refusal.ts'
import type { ReturnSchema } from './return-schema.ts'
import type { ReturnYear } from './return-year.ts'
import { MARKER_SHEET } from './template-names.ts'

export type ReturnInput =
  | { readonly form: 'xlsx'; readonly bytes: Buffer }
  | { readonly form: 'csv'; readonly files: readonly CsvFile[] }

export interface ReturnQuestion {
  readonly schema: ReturnSchema
  readonly rates: OfficialRates
  readonly year: ReturnYear
  readonly limits?: ReturnLimits
  readonly progress?: Progress | undefined
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
      readonly warnings: readonly ReturnError[]
      readonly cells: ReadCells
    }
  | {
      readonly ok: false
      /** The first thousand, warnings among them. */
      readonly errors: readonly ReturnError[]
      readonly total: number
      /** Undefined when the file could not be opened at all. */
      readonly cells: ReadCells | undefined
    }

export async function readReturn(input: ReturnInput, question: ReturnQuestion): Promise<ReadReturn> {
  const errors = errorList((question.limits ?? RETURN_LIMITS).errors)
  let raw: RawReturn
  try {
    raw = await readCells(input, question)
  } catch (error) {
    const { code, details } = refusalOf(error)
    return { ok: false, errors: [returnError(code, details)], total: 1, cells: undefined }
  }
  const misplaced = raw.form === 'xlsx' ? checkMarker(raw, question.schema) : undefined
  if (misplaced !== undefined) return { ok: false, errors: [misplaced], total: 1, cells: { raw, found: [] } }
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
  return Promise.resolve().then(() => readCsvFiles(input.files, { limits, mostRows }))
}

function checkReturn(
  raw: RawReturn,
  question: ReturnQuestion,
  errors: ErrorList = errorList(RETURN_LIMITS.errors),
): ReadReturn {
  const { schema, rates, year } = question
  const found = findSheets(schema, raw.sheets, errors)
  const lines = checkLines({ schema, rates, year, errors }, found)
  const cells = { raw, found }
  if (errors.errors > 0) return refused(errors, cells)
  const { subjects, conflicts } = factsOf(schema, lines)
  for (const conflict of conflicts) {
    const place = found.find((one) => one.sheet.name === conflict.sheet)
    const at = place?.positions[conflict.column.index] ?? -1
    report(errors, 'conflicting_values', {
      sheet: place?.raw.name,
      row: conflict.second.row,
      column: at === -1 ? undefined : columnLetters(at),
      label: conflict.column.label,
      found: conflict.second.value,
      expected: conflict.first.value,
      other: String(conflict.first.row),
    })
  }
  if (errors.errors > 0) return refused(errors, cells)
  return { ok: true, subjects, lines, warnings: errors.kept, cells }
}

function refused(errors: ErrorList, cells: ReadCells): ReadReturn {
  return { ok: false, errors: errors.kept, total: errors.errors, cells }
}

/** The template says in a hidden sheet for which programme and version it was made: columns may mean something else in another. */
function checkMarker(raw: RawReturn, schema: ReturnSchema): ReturnError | undefined {
  const marker = raw.sheets.find((sheet) => sheet.name === MARKER_SHEET)
  const said = new Map(marker?.rows.map((row) => [row.cells[0]?.text ?? '', row.cells[1]?.text ?? '']))
  const programme = said.get('return')
  const version = said.get('version')
  if (programme === undefined || version === undefined)
    return returnError('no_version_marker', { expected: schema.programme })
  if (programme !== schema.programme)
    return returnError('wrong_programme', { found: programme, expected: schema.programme })
  if (version !== schema.version) return returnError('wrong_version', { found: version, expected: schema.version })
  return undefined
}
