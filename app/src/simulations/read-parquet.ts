/** Reads a Parquet file, row group by row group. Decimals and dates are read as they are held, never through a double. */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import {
  asyncBufferFromFile,
  type AsyncBuffer,
  type ColumnData,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet'
import { formatDay } from '@maqami/engine/value/date.ts'
import { WrongInput } from '../kernel/command.ts'
import { checkColumns, checkRows, type Table, TABLE_LIMITS, type TableBatch } from './table.ts'

export async function readParquet(path: string): Promise<Table> {
  const file = await asyncBufferFromFile(path)
  const metadata = await orRefuse(path, () => parquetMetadataAsync(file))
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name)
  checkColumns(path, columns)
  checkRows(path, Number(metadata.num_rows))
  const unpacked = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0)
  if (unpacked > TABLE_LIMITS.unpackedMegabytes * 1024 * 1024)
    throw new WrongInput([
      `'${path}' is larger than ${TABLE_LIMITS.unpackedMegabytes} MB when it is unpacked. Split it.`,
    ])
  return { path, columns, batches: rowGroups(path, file, metadata, columns) }
}

/** What the library throws is about the file: nothing else reaches it. */
async function orRefuse<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new WrongInput([`'${path}' cannot be read as Parquet: ${why}`])
  }
}

const BATCH = 1000

async function* rowGroups(
  path: string,
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly string[],
): AsyncGenerator<TableBatch> {
  const { plain, scales } = withoutDecimals(metadata)
  const total = Math.max(1, Number(metadata.num_rows))
  let start = 0
  for (const { num_rows } of metadata.row_groups) {
    const end = start + Number(num_rows)
    const chunks = new Map<string, ColumnData[]>(columns.map((name) => [name, []]))
    await orRefuse(path, () =>
      parquetRead({
        file,
        metadata: plain,
        rowStart: start,
        rowEnd: end,
        utf8: false,
        compressors: COMPRESSORS,
        parsers: { dateFromDays: (days) => formatDay(days) },
        onChunk: (chunk) => chunks.get(chunk.columnName)?.push(chunk),
      }),
    )
    const cells = columns.map((name) => ({ name, at: reader(chunks.get(name) ?? []) }))
    for (let from = start; from < end; from += BATCH) {
      const to = Math.min(end, from + BATCH)
      const rows = Array.from({ length: to - from }, (_, index) => {
        const row = from + index
        const given: Record<string, unknown> = {}
        for (const { name, at } of cells) {
          const value = plainOf(at(row), name, scales)
          if (value !== undefined) given[name] = value
        }
        return { row: row + 1, cells: given }
      })
      yield { rows, done: to / total }
    }
    start = end
  }
}

/** The values of a column by row, which are asked for in their order. */
function reader(chunks: ColumnData[]): (row: number) => unknown {
  chunks.sort((a, b) => a.rowStart - b.rowStart)
  let place = 0
  return (row) => {
    while (row >= (chunks[place]?.rowEnd ?? Number.POSITIVE_INFINITY)) place += 1
    const chunk = chunks[place]
    return chunk?.columnData[row - chunk.rowStart] as unknown
  }
}

/** The library would turn decimals into doubles; without their mark they come as the whole numbers that the file holds. */
function withoutDecimals(metadata: FileMetaData): { plain: FileMetaData; scales: ReadonlyMap<string, number> } {
  const scales = new Map<string, number>()
  // Elements stand in the order of the tree, so those of a column follow its own.
  let column = ''
  let left = 0
  const schema = metadata.schema.map((element, index) => {
    if (index > 0) {
      if (left === 0) {
        column = element.name
        left = 1
      }
      left += (element.num_children ?? 0) - 1
    }
    const { converted_type: converted, logical_type: logical, ...rest } = element
    if (converted !== 'DECIMAL' && logical?.type !== 'DECIMAL') return element
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0)
    scales.set(`${column}.${element.name === column ? '' : element.name}`, scale)
    return rest
  })
  return { plain: { ...metadata, schema }, scales }
}

type Scales = ReadonlyMap<string, number>

/** As `readFacts` takes it: texts, conditions, and numbers where they are no exact decimals. */
function plainOf(value: unknown, column: string, scales: Scales, name = ''): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string' || typeof value === 'boolean') return value
  const scale = scales.get(`${column}.${name}`)
  if (value instanceof Uint8Array) return scale === undefined ? textOf(value) : decimal(wholeOf(value), scale)
  if (typeof value === 'bigint') return decimal(value, scale ?? 0)
  if (typeof value === 'number') return scale === undefined ? fromDouble(value) : decimal(BigInt(value), scale)
  if (Array.isArray(value)) return value.map((one: unknown) => plainOf(one, column, scales, name))
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Object.entries(value).map(([key, one]) => [key, plainOf(one, column, scales, key)] as const)
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined))
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** Bytes that are no text stay what they are, which no fact is. */
function textOf(bytes: Uint8Array): unknown {
  try {
    return UTF8.decode(bytes)
  } catch {
    return bytes
  }
}

/** Two's complement, the first byte the highest. */
function wholeOf(bytes: Uint8Array): bigint {
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  return BigInt.asIntN(bytes.length * 8, value)
}

function decimal(value: bigint, scale: number): string {
  if (scale === 0) return String(value)
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

const DIGITS = 15

/** The decimal that the double stands for, if it has at most 15 digits; otherwise nobody knows which decimal was meant. */
function fromDouble(value: number): unknown {
  if (Number.isSafeInteger(value)) return String(value)
  const text = String(value)
  return Number(value.toPrecision(DIGITS)) === value && /^-?\d+\.\d+$/.test(text) ? text : value
}

function limited(unpack: (input: Uint8Array, options: { maxOutputLength: number }) => Uint8Array) {
  return (input: Uint8Array, length: number): Uint8Array => unpack(input, { maxOutputLength: Math.max(1, length) })
}

/** Beside Snappy, which the library has itself. */
const COMPRESSORS: Compressors = {
  GZIP: limited(gunzipSync),
  BROTLI: limited(brotliDecompressSync),
  ZSTD: limited(zstdDecompressSync),
}
