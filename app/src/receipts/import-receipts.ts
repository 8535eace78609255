/** An officer imports a statement of the bank. What would match is shown; nothing is booked before another officer says so. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { hashBytes } from '../documents/keep-document.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { faulty, isSameLine, type LineRead, readLines } from './read-lines.ts'
import type { LineText, ReceiptRefusal, ReceiptStatement } from './receipt.ts'
import { findByHash, insertStatement, linesKnown, nextStatementNumber } from './receipts-table.ts'

export interface ImportReceipts {
  readonly name: string
  readonly rehearsal: boolean
  readonly bytes: Uint8Array
}

/** The same file, and a line that was imported before, are known again and counted once. */
export async function importReceipts(
  recorder: Recorder,
  actor: Actor,
  { name, rehearsal, bytes }: ImportReceipts,
): Promise<Outcome<ReceiptStatement, ReceiptRefusal>> {
  const read = readLines(bytes, todayText(recorder.clock))
  if ('refused' in read) return read
  const hash = hashBytes(bytes)
  return await recordCommand<ReceiptStatement, ReceiptRefusal>(recorder, actor, 'import_receipts', async (tables) => {
    const number = await findByHash(tables, hash, rehearsal)
    if (number !== undefined) return { refused: { code: 'receipts_known', number } }
    const known = knownAmong(read.done, await linesKnown(tables, read.done, rehearsal))
    const other = known.filter(({ before, line }) => !isSameLine(before, line))
    if (other.length > 0)
      return faulty(other.map(({ line: { row } }) => ({ row, column: 'bank_reference', fault: 'differs' })))
    const rows = new Set(known.map(({ line }) => line.row))
    const fresh = read.done.filter(({ row }) => !rows.has(row))
    if (fresh.length === 0) return { refused: { code: 'receipts_known', number: null } }
    const statement = {
      id: recorder.makeId(),
      number: await nextStatementNumber(tables),
      name,
      hash,
      rehearsal,
      known: rows.size,
      imported_at: instantText(recorder.clock()),
      imported_by: actor.person,
    }
    const lines = fresh.map((line) => ({ id: recorder.makeId(), statement_id: statement.id, ...line }))
    await insertStatement(tables, statement, lines)
    return {
      done: { ...statement, decided: null },
      subject: `receipt statement ${statement.number}`,
      details: { name, hash, rehearsal, lines: lines.length, known: rows.size },
    }
  })
}

function knownAmong(lines: readonly LineRead[], before: readonly LineText[]) {
  const known = new Map(before.map((one) => [keyOf(one), one]))
  return lines.flatMap((line) => {
    const one = known.get(keyOf(line))
    return one === undefined ? [] : [{ line, before: one }]
  })
}

function keyOf({ account, bank_reference }: LineText): string {
  return JSON.stringify([account, bank_reference])
}
