/** A table of rows that somebody hands in, and how large it may be. */
import { WrongInput } from '../kernel/command.ts'

export interface TableRow {
  /** Counted as its reader counts: the header of a CSV file is row 1, the first row of the others too. */
  readonly row: number
  /** What is blank or null is undefined. */
  readonly cells: Readonly<Record<string, unknown>>
}

export interface Table {
  readonly path: string
  /** Undefined in JSON, where each row may have others. */
  readonly columns: readonly string[] | undefined
  readonly batches: AsyncIterable<TableBatch>
}

export interface TableBatch {
  readonly rows: readonly TableRow[]
  /** Between 0 and 1. */
  readonly done: number
}

/** Rows that are at hand. */
export function tableOf(path: string, rows: readonly TableRow['cells'][]): Table {
  const all = rows.map((cells, index) => ({ row: index + 1, cells: withoutNulls(cells) }))
  return { path, columns: undefined, batches: inBatches(all) }
}

/** A null says no more than a name that is left out. */
function withoutNulls(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = Object.entries(value).filter(([, one]) => one !== null)
  return Object.fromEntries(
    kept.map(([name, one]) => [
      name,
      Array.isArray(one) ? one.map((line: unknown) => (isRecord(line) ? withoutNulls(line) : line)) : one,
    ]),
  )
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const BATCH = 1000

async function* inBatches(rows: readonly TableRow[]): AsyncGenerator<TableBatch> {
  for (let at = 0; at < rows.length; at += BATCH)
    yield { rows: rows.slice(at, at + BATCH), done: Math.min(1, (at + BATCH) / rows.length) }
}

export const TABLE_LIMITS = {
  rows: 5_000_000,
  columns: 500,
  rowText: 1024 * 1024,
  megabytes: { csv: 4096, json: 256, parquet: 2048 },
  /** Of a Parquet file when it is unpacked. */
  unpackedMegabytes: 8192,
} as const

export type TableFormat = keyof typeof TABLE_LIMITS.megabytes

export function checkColumns(path: string, columns: readonly string[]): void {
  if (columns.length > TABLE_LIMITS.columns)
    throw new WrongInput([
      {
        en: `'${path}' has ${columns.length} columns; at most ${TABLE_LIMITS.columns} are taken.`,
        ur: `'${path}' میں ${columns.length} کالم ہیں؛ زیادہ سے زیادہ ${TABLE_LIMITS.columns} لیے جاتے ہیں۔`,
      },
    ])
  const twice = columns.find((name, index) => columns.indexOf(name) !== index)
  if (twice !== undefined)
    throw new WrongInput([
      {
        en: `'${path}' has two columns '${twice}'. Which one counts?`,
        ur: `'${path}' میں '${twice}' نام کے دو کالم ہیں۔ کون سا معتبر ہے؟`,
      },
    ])
  if (columns.includes(''))
    throw new WrongInput([{ en: `'${path}' has a column without a name.`, ur: `'${path}' میں ایک کالم کا نام نہیں۔` }])
}

export function checkRows(path: string, rows: number): void {
  if (rows > TABLE_LIMITS.rows)
    throw new WrongInput([
      {
        en: `'${path}' has more than ${TABLE_LIMITS.rows.toLocaleString('en')} rows. Split it.`,
        ur: `'${path}' میں ${TABLE_LIMITS.rows.toLocaleString('en')} سے زیادہ سطریں ہیں۔ اسے تقسیم کیجیے۔`,
      },
    ])
}
