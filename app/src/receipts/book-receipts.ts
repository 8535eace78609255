/** A second officer books a statement over what was shown, or sends it back. What matches nothing then waits for a person. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Actor, isProgram } from '../kernel/transaction.ts'
import { foresee } from './foresee-receipts.ts'
import { postReceipts } from './post-receipts.ts'
import { type ReceiptRefusal, type ReceiptStatement, statementHash } from './receipt.ts'
import { findStatement, insertStatementDecided, linesOf } from './receipts-table.ts'

export interface BookReceipts {
  readonly number: string
  /** What `statementHash` gave when the page was shown. */
  readonly shown_hash: string
}

export async function bookReceipts(
  recorder: Recorder,
  actor: Actor,
  { number, shown_hash }: BookReceipts,
): Promise<Outcome<ReceiptStatement, ReceiptRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'book_receipts' } }
  return await recordCommand<ReceiptStatement, ReceiptRefusal>(recorder, actor, 'book_receipts', async (tables) => {
    const open = await openStatement(tables, actor, number)
    if ('refused' in open) return open
    const statement = open.done
    const { id, rehearsal } = statement
    const lines = await linesOf(tables, id)
    const foreseen = await foresee(tables, statement, lines)
    if ((await statementHash(statement, foreseen)) !== shown_hash)
      return { refused: { code: 'receipt_other_than_shown' } }
    const decided = { ...marked(recorder, actor), kind: 'booked', reason: null, signed_hash: shown_hash } as const
    await insertStatementDecided(tables, { statement_id: id, ...decided })
    const postings = lines.map((line, nth) => {
      return { line, rehearsal, takenBack: [], bookings: foreseen[nth]?.bookings ?? [] }
    })
    const entries = await postReceipts(tables, recorder, actor, postings)
    if (entries === undefined) return { refused: { code: 'receipt_budget_spent' } }
    const waiting = foreseen.filter(({ waits }) => waits !== null).length
    return {
      done: { ...statement, decided },
      subject: `receipt statement ${number}`,
      details: { signed_hash: shown_hash, entries, waiting },
    }
  })
}

export async function sendBackReceipts(
  recorder: Recorder,
  actor: Actor,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<Outcome<ReceiptStatement, ReceiptRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'send_back_receipts' } }
  return await recordCommand<ReceiptStatement, ReceiptRefusal>(
    recorder,
    actor,
    'send_back_receipts',
    async (tables) => {
      const open = await openStatement(tables, actor, number)
      if ('refused' in open) return open
      const decided = { ...marked(recorder, actor), kind: 'sent_back', reason, signed_hash: null } as const
      await insertStatementDecided(tables, { statement_id: open.done.id, ...decided })
      return { done: { ...open.done, decided }, subject: `receipt statement ${number}`, details: { reason } }
    },
  )
}

export function marked({ clock }: Recorder, { person }: Actor) {
  return { recorded_at: instantText(clock()), recorded_by: person }
}

async function openStatement(
  tables: Handle,
  actor: Actor,
  number: string,
): Promise<Outcome<ReceiptStatement, ReceiptRefusal>> {
  const statement = await findStatement(tables, number)
  if (statement === undefined) return { refused: { code: 'statement_unknown' } }
  if (statement.decided !== null) return { refused: { code: 'statement_decided', number } }
  return statement.imported_by === actor.person ? { refused: { code: 'own_statement' } } : { done: statement }
}
