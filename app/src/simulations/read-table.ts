/** Reads a table of rows from CSV, JSON or Parquet, in batches, under limits; cells are what `readFacts` takes. */
import { open, stat } from 'node:fs/promises'
import { type ReadSoFar, readSome } from '../kernel/limited-csv.ts'
import { WrongInput } from '../kernel/command.ts'
import { readText } from '../kernel/read-text.ts'
import { readParquet } from './read-parquet.ts'
import {
  checkColumns,
  checkRows,
  isRecord,
  type Table,
  TABLE_LIMITS,
  type TableBatch,
  type TableFormat,
  tableOf,
} from './table.ts'

/** By the end of its name. */
export function formatOf(path: string): TableFormat {
  const [, end = ''] = /\.([a-z]+)$/i.exec(path) ?? []
  const format = (['csv', 'json', 'parquet'] as const).find((one) => one === end.toLowerCase())
  if (format === undefined)
    throw new WrongInput([
      {
        en: `'${path}' should end with .csv, .json or .parquet, which says what it holds.`,
        ur: `'${path}' کے نام کے آخر میں \u2066.csv\u2069، \u2066.json\u2069 یا \u2066.parquet\u2069 ہونا چاہیے، جس سے معلوم ہو کہ اس میں کیا ہے۔`,
      },
    ])
  return format
}

export async function readTable(path: string): Promise<Table> {
  const format = formatOf(path)
  const info = await stat(path).catch(() => undefined)
  if (info === undefined) throw new WrongInput([`There is no file '${path}'.`])
  if (!info.isFile()) throw new WrongInput([`'${path}' is not a file.`])
  const most = TABLE_LIMITS.megabytes[format]
  if (info.size > most * 1024 * 1024) throw new WrongInput([`'${path}' is larger than ${most} MB. Split it.`])
  switch (format) {
    case 'csv':
      return await readCsv(path, info.size, chunksOf(path))
    case 'json':
      return readJson(path, await readText(path, TABLE_LIMITS.megabytes.json))
    case 'parquet':
      return readParquet(path)
  }
}

/** What somebody sent to the service: JSON or CSV, as the end of its name says. */
export async function readSentTable(name: string, text: string): Promise<Table> {
  const format = formatOf(name)
  if (format === 'json') return readJson(name, text)
  if (format === 'csv') return await readCsv(name, Buffer.byteLength(text), [Buffer.from(text)])
  throw new WrongInput([
    {
      en: `'${name}' is Parquet. Here a table is sent as CSV or JSON; the command line takes all three.`,
      ur: `'${name}' Parquet ہے۔ یہاں جدول CSV یا JSON میں بھیجا جاتا ہے؛ کمانڈ لائن تینوں لیتی ہے۔`,
    },
  ])
}

function readJson(path: string, text: string): Table {
  const given = parsedJson(path, text)
  if (!Array.isArray(given) || !given.every(isRecord))
    throw new WrongInput([
      {
        en: `'${path}' should hold a list of rows, each a mapping of names to values.`,
        ur: `'${path}' میں سطروں کی فہرست ہونی چاہیے، اور ہر سطر میں نام اور ان کی قدریں۔`,
      },
    ])
  checkRows(path, given.length)
  return tableOf(path, given)
}

function parsedJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new WrongInput([{ en: `'${path}' is not JSON: ${why}`, ur: `'${path}' JSON نہیں: \u2066${why}\u2069` }])
  }
}

const PIECE = 256 * 1024

/** The header is read first, so that a wrong column is named once. */
async function readCsv(path: string, size: number, chunks: Chunks): Promise<Table> {
  const pieces = csvRows(path, size, chunks)
  let first: CsvPiece = { rows: [], done: 0 }
  while (first.rows.length === 0 && first.done < 1) first = (await pieces.next()).value ?? { rows: [], done: 1 }
  const [header, ...rest] = first.rows
  if (header === undefined)
    throw new WrongInput([
      {
        en: `'${path}' is empty: its first row names the columns.`,
        ur: `'${path}' خالی ہے: اس کی پہلی سطر میں کالموں کے نام ہوتے ہیں۔`,
      },
    ])
  const columns = header.texts.map((name) => name.trim())
  checkColumns(path, columns)
  const named = ({ rows, done }: CsvPiece): TableBatch => ({
    rows: rows.flatMap(({ row, texts }) => {
      const wide = texts.length > columns.length
      if (wide && texts.slice(columns.length).some((text) => text !== ''))
        throw atRow(path, row, {
          en: 'more cells than the header has. A number with a comma stands in quotes.',
          ur: 'پہلی سطر سے زیادہ خانے ہیں۔ کاما والا عدد واوین میں لکھا جاتا ہے۔',
        })
      return texts.every((text) => text === '') ? [] : [{ row, cells: cellsOf(columns, texts) }]
    }),
    done,
  })
  async function* batches(): AsyncGenerator<TableBatch> {
    yield named({ rows: rest, done: first.done })
    for await (const piece of pieces) yield named(piece)
  }
  return { path, columns, batches: batches() }
}

function cellsOf(columns: readonly string[], texts: readonly string[]): Readonly<Record<string, unknown>> {
  const cells: Record<string, unknown> = {}
  for (const [index, name] of columns.entries()) {
    const text = texts[index]
    if (text !== undefined && text !== '') cells[name] = text
  }
  return cells
}

interface CsvPiece {
  readonly rows: readonly { readonly row: number; readonly texts: readonly string[] }[]
  readonly done: number
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    const bytes = new Uint8Array(PIECE)
    for (;;) {
      const { bytesRead } = await file.read(bytes, 0, PIECE)
      if (bytesRead === 0) return
      yield bytes.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** Of no bytes, behind the last that there are. */
const END = new Uint8Array()

async function* withEnd(chunks: Chunks): AsyncGenerator<Uint8Array> {
  yield* chunks
  yield END
}

async function* csvRows(path: string, size: number, chunks: Chunks): AsyncGenerator<CsvPiece, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let so: ReadSoFar = { rest: '', row: 1, fault: undefined }
  let delimiter: string | undefined
  let at = 0
  for await (const bytes of withEnd(chunks)) {
    at += bytes.length
    const isLast = bytes === END
    const text = so.rest + decoded(path, decoder, bytes, isLast)
    if (text === '' && !isLast) continue
    delimiter ??= delimiterOf(text)
    const rows: CsvPiece['rows'][number][] = []
    const take = (texts: readonly string[], row: number): boolean => rows.push({ row, texts }) > 0
    so = readSome(text, { delimiter, columns: TABLE_LIMITS.columns + 1, take }, so.row, isLast)
    if (so.fault !== undefined) throw atRow(path, so.row, FAULTS[so.fault])
    if (so.rest.length > TABLE_LIMITS.rowText)
      throw atRow(path, so.row, {
        en: 'the row is longer than 1 MB. Is a quote left open?',
        ur: 'سطر 1 MB سے لمبی ہے۔ کیا کوئی واوین کھلا رہ گیا؟',
      })
    checkRows(path, so.row - 2)
    yield { rows, done: isLast ? 1 : Math.min(0.99, at / size) }
  }
  return undefined
}

const FAULTS = {
  quotes: {
    en: 'a quote is left open, or something follows the quote that closes a cell.',
    ur: 'کوئی واوین کھلا رہ گیا ہے، یا خانہ بند کرنے والے واوین کے بعد کچھ لکھا ہے۔',
  },
  wide: {
    en: `it has more than ${TABLE_LIMITS.columns} cells.`,
    ur: `اس میں ${TABLE_LIMITS.columns} سے زیادہ خانے ہیں۔`,
  },
} as const

function atRow(path: string, row: number, { en, ur }: { readonly en: string; readonly ur: string }): WrongInput {
  return new WrongInput([{ en: `${path}, row ${row}: ${en}`, ur: `${path}، سطر ${row}: ${ur}` }])
}

function decoded(path: string, decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string {
  try {
    return decoder.decode(bytes, { stream: !isLast })
  } catch {
    throw new WrongInput([
      {
        en: `'${path}' is not UTF-8. Save it with that encoding.`,
        ur: `'${path}' UTF-8 میں نہیں۔ اسے اسی میں محفوظ کیجیے۔`,
      },
    ])
  }
}

/** Spreadsheet programs write semicolons or tabs where the comma is the decimal sign. The header shows which. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1)
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
