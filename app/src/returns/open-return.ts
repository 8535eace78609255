/** Opens a return from the paths that a person gives: a workbook, a folder of CSV files, or several CSV files. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { WrongInput } from '../kernel/command.ts'
import type { ReturnInput } from './read-return.ts'
import { type ReturnError, returnError } from './return-errors.ts'
import { RETURN_LIMITS } from './return-limits.ts'

export type Opened =
  | { readonly ok: true; readonly input: ReturnInput }
  | { readonly ok: false; readonly errors: readonly ReturnError[] }

/** Sizes are looked at before anything is read. A path that is not there is a fault of the caller. */
export async function openReturn(paths: readonly string[]): Promise<Opened> {
  const [path = ''] = paths
  const all = paths.length === 1 && (await stat(path)).isDirectory() ? await csvFilesIn(path) : paths
  const sizes = await Promise.all(all.map(async (one) => (await stat(one)).size))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  if (bytes > RETURN_LIMITS.bytes)
    return failed(returnError('file_too_large', { found: String(bytes), expected: String(RETURN_LIMITS.bytes) }))
  if (all.length > RETURN_LIMITS.sheets)
    return failed(returnError('too_many_sheets', { expected: String(RETURN_LIMITS.sheets) }))
  if (all.length === 0) return failed(returnError('file_empty'))
  const isCsv = all.every((one) => /\.csv$/i.test(one))
  const [single = ''] = all
  if (!isCsv && all.length > 1) return failed(returnError('not_a_workbook'))
  if (!isCsv) return { ok: true, input: { form: 'xlsx', bytes: await readFile(single) } }
  const files = await Promise.all(all.map(async (one) => ({ name: basename(one), bytes: await readFile(one) })))
  return { ok: true, input: { form: 'csv', files } }
}

/** A table that may lie beside the sheets of a return, and is none of them. */
export const RATES_FILE = 'rates.csv'

async function csvFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const wanted = entries.filter(({ name }) => /\.csv$/i.test(name) && name !== RATES_FILE)
  const other = wanted.find((entry) => !entry.isFile())
  // A pipe would be read for ever.
  if (other !== undefined)
    throw new WrongInput([
      `'${join(folder, other.name)}' is not a plain file. Links, pipes and folders of such a name are not followed.`,
    ])
  return wanted.map(({ name }) => join(folder, name)).toSorted()
}

function failed(...errors: readonly ReturnError[]): Opened {
  return { ok: false, errors }
}
