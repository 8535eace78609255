/** Writes the findings of a batch as CSV, JSON or Parquet, a few thousand rows at a time. */
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { rehearsalIn } from '@maqami/engine/explain/voice.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Pause } from '../kernel/interruption.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { type OutColumn, voiceFor } from './finding-columns.ts'
import type { TableFormat } from './table.ts'

/** Makes the file at once, so that it need not be asked for twice, and takes it away again when the work is not finished. */
export async function withNewFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'wx')
  try {
    const result = await work(file)
    await file.close()
    return result
  } catch (error) {
    await file.close()
    await unlink(path)
    throw error
  }
}

export interface Findings {
  readonly release: Release
  readonly rows: number
  readonly columns: readonly OutColumn[]
}

export async function writeFindings(
  file: FileHandle,
  format: TableFormat,
  findings: Findings,
  pause: Pause,
): Promise<void> {
  if (format === 'parquet') return writeParquet(file, findings, pause)
  const pieces = format === 'csv' ? csvPieces(findings) : jsonPieces(findings)
  for (const piece of pieces) {
    await file.appendFile(piece)
    await pause()
  }
}

const PIECE_ROWS = 2000

function* csvPieces({ rows, columns }: Findings): Generator<string> {
  yield `${columns.map(({ name }) => name).join()}\n`
  for (let first = 0; first < rows; first += PIECE_ROWS) {
    let piece = ''
    for (let row = first; row < Math.min(rows, first + PIECE_ROWS); row += 1) {
      for (const [index, column] of columns.entries())
        piece += index === 0 ? cell(column, row) : `,${cell(column, row)}`
      piece += '\n'
    }
    yield piece
  }
}

/** Spreadsheet programs compute what begins like a formula; behind an apostrophe it is text to them. */
const FORMULA = /^[=+\-@\t\r]/

function cell(column: OutColumn, row: number): string {
  const value = written(column, row)
  if (value === undefined) return ''
  if (column.kind !== 'text') return String(value)
  const text = FORMULA.test(String(value)) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** As files have it: rates with their sign, days as dates. */
function written({ kind, at }: OutColumn, row: number): string | number | boolean | undefined {
  const value = at(row)
  if (typeof value !== 'number') return value
  if (kind === 'day') return formatDay(value)
  return kind === 'rate' ? `${Number((value * 100).toPrecision(15))}%` : value
}

function* jsonPieces({ release, rows, columns }: Findings): Generator<string> {
  const about = JSON.stringify(aboutOf(release))
  yield `${about.slice(0, -1)},"rows":[`
  for (let first = 0; first < rows; first += PIECE_ROWS) {
    const piece = Array.from({ length: Math.min(PIECE_ROWS, rows - first) }, (_, index) => {
      const record: Record<string, unknown> = {}
      for (const column of columns) {
        const value = written(column, first + index)
        if (value !== undefined) record[column.name] = value
      }
      return JSON.stringify(record)
    })
    yield `${first === 0 ? '\n' : ',\n'}${piece.join(',\n')}`
  }
  yield '\n]}\n'
}

/** Which law this is. */
function aboutOf(release: Release): Readonly<Record<string, string | null>> {
  const { programme } = release.engine
  return {
    programme: programme.heading.name,
    draft: programme.draft?.name ?? null,
    release_hash: release.hash,
    engine_version: ENGINE_VERSION,
    rehearsal: rehearsalIn(voiceFor(release, 'en'), programme) ?? null,
  }
}

const GROUP_ROWS = 50_000

const ELEMENTS = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  day: { type: 'INT32', converted_type: 'DATE' },
  boolean: { type: 'BOOLEAN' },
  number: { type: 'DOUBLE' },
  rate: { type: 'DOUBLE' },
} as const

async function writeParquet(file: FileHandle, { release, rows, columns }: Findings, pause: Pause): Promise<void> {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, kind }) => ({ name, repetition_type: 'OPTIONAL' as const, ...ELEMENTS[kind] })),
    ],
    kvMetadata: Object.entries(aboutOf(release)).flatMap(([key, value]) => (value === null ? [] : [{ key, value }])),
    createdBy: `maqami ${ENGINE_VERSION}`,
  })
  /** Offsets go on counting from the start of the file. */
  const flush = async (): Promise<void> => {
    await file.appendFile(new Uint8Array(bytes.buffer, 0, bytes.index))
    bytes.index = 0
    await pause()
  }
  for (let first = 0; first < rows; first += GROUP_ROWS) {
    const size = Math.min(GROUP_ROWS, rows - first)
    const columnData = columns.map(({ name, at }) => ({
      name,
      data: Array.from({ length: size }, (_, index) => at(first + index)),
    }))
    await writer.write({ columnData, rowGroupSize: size })
    await flush()
  }
  await writer.finish()
  await flush()
}
