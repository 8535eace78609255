import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WrongInput } from '../kernel/command.ts'
import { readTable } from './read-table.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maqami-limits-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A file of that size which takes no room on the disk. */
function hollow(name: string, bytes: number): string {
  const path = file(name, '')
  truncateSync(path, bytes)
  return path
}

/** Reads the table to its end: how many rows it has, or the sentence with which it is refused. */
async function read(path: string): Promise<number | string> {
  try {
    let count = 0
    for await (const { rows } of (await readTable(path)).batches) count += rows.length
    return count
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error
    return error.lines.join('\n').replaceAll(`${folder}/`, '')
  }
}

const MB = 1024 * 1024

describe('a table that is too large', () => {
  it.each([
    ['csv', 4096],
    ['json', 256],
    ['parquet', 2048],
  ])('is refused before it is read: .%s above %i MB', async (end, most) => {
    expect(await read(hollow(`above.${end}`, most * MB + 1))).toBe(
      `'above.${end}' is larger than ${most} MB. Split it.`,
    )
  })

  it('is not refused at the limit: a Parquet file of 2,048 MB is looked into', async () => {
    expect(await read(hollow('at.parquet', 2048 * MB))).toContain('cannot be read as Parquet')
  })
})

function names(count: number): string {
  return Array.from({ length: count }, (_, index) => `c${index}`).join()
}

describe('a table with too many columns', () => {
  it('is refused with 501, and taken with 500', async () => {
    expect(await read(file('wide.csv', `${names(500)}\n1`))).toBe(1)
    expect(await read(file('wider.csv', `${names(501)}\n1`))).toBe(
      "'wider.csv' has 501 columns; at most 500 are taken.",
    )
  })

  it('is refused where a later row runs on, without holding that row', async () => {
    expect(await read(file('runs.csv', `id\n${','.repeat(499)}`))).toBe(0)
    expect(await read(file('runs-on.csv', `id\n${','.repeat(501)}`))).toBe(
      'runs-on.csv, row 2: it has more than 500 cells.',
    )
  })
})

describe('a row that is too long', () => {
  it('is refused above 1 MB, as a quote that nobody closed would make it', async () => {
    const row = (length: number): string => `id\n"${'x'.repeat(length)}"`
    expect(await read(file('long.csv', row(MB - 10)))).toBe(1)
    expect(await read(file('longer.csv', row(2 * MB)))).toBe(
      'longer.csv, row 2: the row is longer than 1 MB. Is a quote left open?',
    )
  })
})

/** One row, and a footer that says what is asked: the limits are held against it before anything is unpacked. */
function parquetThatSays(name: string, { rows, megabytes }: { rows: number; megabytes: number }): string {
  const bytes = new ByteWriter()
  const schema = [
    { name: 'root', num_children: 1 },
    { name: 'id', type: 'INT32' as const },
  ]
  const writer = new ParquetWriter({ writer: bytes, schema })
  void writer.write({ columnData: [{ name: 'id', data: [1] }] })
  writer.num_rows = BigInt(rows)
  for (const group of writer.row_groups) group.total_byte_size = BigInt(megabytes) * BigInt(MB)
  void writer.finish()
  return file(name, new Uint8Array(bytes.buffer, 0, bytes.index))
}

describe('a Parquet file whose footer says too much', () => {
  it('is refused above five million rows', async () => {
    expect(await read(parquetThatSays('rows.parquet', { rows: 5_000_000, megabytes: 1 }))).toBe(1)
    expect(await read(parquetThatSays('more.parquet', { rows: 5_000_001, megabytes: 1 }))).toBe(
      "'more.parquet' has more than 5,000,000 rows. Split it.",
    )
  })

  it('is refused above 8,192 MB unpacked', async () => {
    expect(await read(parquetThatSays('full.parquet', { rows: 1, megabytes: 8192 }))).toBe(1)
    expect(await read(parquetThatSays('fuller.parquet', { rows: 1, megabytes: 8193 }))).toBe(
      "'fuller.parquet' is larger than 8192 MB when it is unpacked. Split it.",
    )
  })
})
