/** Reads the cells of an .xlsx as the text that is stored, in one pass over the stream and within the limits. */
import { openZip } from '../../kernel/limited-zip.ts'
import { newBudget } from './cell-budget.ts'
import type { RawReturn, RawSheet } from './raw-return.ts'
import { readSheet } from './read-sheet.ts'
import { RETURN_LIMITS, type ReturnLimits } from '../return-limits.ts'
import { refuse } from '../return-refusal.ts'
import { readIndex, readXmlEntry } from './workbook-index.ts'

/** Characters of sheets read so far, and in all. */
export type Progress = (done: number, total: number) => void

export interface WorkbookOptions {
  readonly limits?: ReturnLimits
  readonly progress?: Progress | undefined
  /** Lines that a sheet of that name may have, where its schema allows more than the limit. */
  readonly mostRows?: number
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** Throws a `Refusal` for what cannot be read. */
export async function readWorkbook(bytes: Buffer, options: WorkbookOptions = {}): Promise<RawReturn> {
  const limits = options.limits ?? RETURN_LIMITS
  if (bytes.length === 0) refuse('file_empty')
  if (bytes.length > limits.bytes) refuse('file_too_large', String(bytes.length), String(limits.bytes))
  if (bytes.subarray(0, OLE.length).equals(OLE))
    refuse(bytes.includes(ENCRYPTED) ? 'encrypted_workbook' : 'old_workbook')
  const zip = await openZip(bytes, limits)
  const budget = newBudget(limits)
  const index = await readIndex(zip, budget)
  const total = index.sheets.reduce((sum, sheet) => sum + zip.size(sheet.path), 0)
  const mostRows = Math.max(limits.rows, options.mostRows ?? 0)
  const sheets: RawSheet[] = []
  let seen = 0
  for (const { name, state, path } of index.sheets) {
    const reader = readSheet(name, index, mostRows, budget)
    await readXmlEntry(zip, path, reader.events, (characters) => {
      seen += characters
      options.progress?.(Math.min(seen, total), total)
    })
    sheets.push({ name, state, hiddenColumns: reader.hiddenColumns, merged: reader.merged, rows: reader.rows })
  }
  return { form: 'xlsx', sheets }
}
