/** What the bank says was paid in: each line as it was written, what was booked of it, and what became of the rest. */
import { canonicalJson, hashOf } from '@maqami/engine/canonical/canonical.ts'
import { type Exact, isZero, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { total } from '../budgets/budget.ts'
import { digitsOf, type Entry, exactOf } from '../ledger/entry.ts'
import type { Waits } from './match.ts'

/** In bytes. */
export const LARGEST_STATEMENT = 1024 * 1024

/** As the bank wrote it. */
export interface LineText {
  readonly account: string
  /** The bank's own, by which a line is known. */
  readonly bank_reference: string
  readonly received_on: string
  readonly currency: string
  readonly amount: string
  readonly payer: string
  /** The registration number of whoever paid, where the bank knows it. */
  readonly payer_number: string | null
  /** In which the number of a determination is looked for. */
  readonly reference: string
}

export interface ReceiptLine extends LineText {
  readonly id: string
  readonly statement_id: string
  readonly row: number
}

interface Decided<Kind> {
  readonly kind: Kind
  readonly reason: string | null
  readonly signed_hash: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface ReceiptStatement {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly hash: string
  readonly rehearsal: boolean
  /** How many lines of the file were imported before. */
  readonly known: number
  readonly imported_at: string
  readonly imported_by: string
  readonly decided: Decided<'booked' | 'sent_back'> | null
}

/** *match*: put to what a determination charged; *return*: sent back to the payer; *unmatch*: what was booked is undone; *bounce*: the bank took it back. */
export const RECEIPT_ACTS = ['match', 'return', 'unmatch', 'bounce'] as const
export type ReceiptAct = (typeof RECEIPT_ACTS)[number]

export interface ReceiptProposal {
  readonly id: string
  readonly line_id: string
  readonly kind: ReceiptAct
  /** The number of a determination. */
  readonly reference: string | null
  readonly reason: string
  readonly proposed_at: string
  readonly proposed_by: string
  readonly decided: (Decided<'approved' | 'declined'> & { readonly returned: string | null }) | null
}

export type ReceiptState = 'imported' | 'sent_back' | 'waiting' | 'booked' | 'returned' | 'bounced'

export interface Receipt extends ReceiptLine {
  readonly statement: Pick<ReceiptStatement, 'number' | 'rehearsal'>
  readonly state: ReceiptState
  /** What stands of it in the ledger. */
  readonly entries: readonly Entry[]
  /** What of it is booked to the firm beyond what it owed. */
  readonly credit: string
  /** What is booked to nobody and did not go back. */
  readonly free: string
  /** Oldest first. */
  readonly proposals: readonly ReceiptProposal[]
}

/** What became of a line follows from what stands in the ledger and what officers settled. */
export function receiptOf(
  line: ReceiptLine,
  statement: ReceiptStatement,
  entries: readonly Entry[],
  proposals: readonly ReceiptProposal[],
): Receipt {
  const settled = proposals.filter(({ decided }) => decided?.kind === 'approved')
  const hasBounced = settled.some(({ kind }) => kind === 'bounce')
  const gone = total([...entries.map(cameBy), ...settled.map(({ decided }) => exactOf(decided?.returned ?? '0'))])
  const free = hasBounced ? ZERO : subtract(exactOf(line.amount), gone)
  const state = (): ReceiptState => {
    if (statement.decided === null) return 'imported'
    if (statement.decided.kind === 'sent_back') return 'sent_back'
    if (hasBounced) return 'bounced'
    if (entries.length > 0) return 'booked'
    return isZero(free) ? 'returned' : 'waiting'
  }
  const { number, rehearsal } = statement
  const credit = digitsOf(total(entries.filter(isCredit).map(cameBy)))
  return { ...line, statement: { number, rehearsal }, state: state(), entries, credit, free: digitsOf(free), proposals }
}

export function isCredit({ postings }: Pick<Entry, 'postings'>): boolean {
  return postings.some(({ kind }) => kind === 'receipts')
}

/** What came to the bank by it. */
export function cameBy({ postings }: Pick<Entry, 'postings'>): Exact {
  return exactOf(postings.find(({ kind }) => kind === 'bank')?.amount ?? '0')
}

export function openProposal({ proposals }: Pick<Receipt, 'proposals'>): ReceiptProposal | undefined {
  return proposals.find(({ decided }) => decided === null)
}

/** What an officer may propose about it now. A credit is put to another charge by two officers only, and never of itself. */
export function actsOn({ state, credit }: Pick<Receipt, 'state' | 'credit'>): readonly ReceiptAct[] {
  switch (state) {
    case 'waiting':
      return ['match', 'return', 'bounce']
    case 'booked':
      return credit === '0.00' ? ['unmatch', 'bounce'] : ['match', 'return', 'unmatch', 'bounce']
    case 'imported':
    case 'sent_back':
    case 'returned':
    case 'bounced':
      return []
  }
}

/** What is booked of a line, or was shown that it would be. */
export interface Booking {
  readonly manufacturer_id: string
  readonly programme: string
  readonly year: string
  readonly subject: string
  readonly determination_id: string
  readonly finding: string
  /** `receipts` is the credit of the firm. */
  readonly kind: 'levy' | 'surcharge' | 'interest' | 'payable' | 'receipts'
  readonly amount: string
}

/** What the booking of a statement does with one of its lines. */
export interface Foreseen {
  readonly line_id: string
  readonly bookings: readonly Booking[]
  readonly waits: Waits | null
}

/** What the approval of a proposal does. */
export interface Effect {
  /** Entries that it takes back. */
  readonly taken_back: readonly string[]
  readonly bookings: readonly Booking[]
  readonly returned: string | null
}

/** Of exactly what the second officer approves. */
export async function statementHash(
  { id, number, hash, rehearsal }: ReceiptStatement,
  foreseen: readonly Foreseen[],
): Promise<string> {
  return await hashOf({ id, number, hash, rehearsal: String(rehearsal), foreseen: canonicalJson(foreseen) })
}

export async function proposalHash(proposal: ReceiptProposal, effect: Effect): Promise<string> {
  return await hashOf({ proposal: canonicalJson({ ...proposal, decided: null }), effect: canonicalJson(effect) })
}

export interface CsvFault {
  readonly row: number
  /** Its name, or empty of a whole row. */
  readonly column: string
  readonly fault:
    | 'too_large'
    | 'not_text'
    | 'not_csv'
    | 'no_columns'
    | 'too_many'
    | 'no_lines'
    | 'cells'
    | 'empty'
    | 'too_long'
    | 'no_day'
    | 'in_future'
    | 'no_currency'
    | 'no_amount'
    | 'differs'
}

export type ReceiptRefusal =
  | { readonly code: 'receipts_faulty'; readonly place: string; readonly faults: readonly CsvFault[] }
  | { readonly code: 'receipts_known'; readonly number: string | null }
  | { readonly code: 'statement_unknown' }
  | { readonly code: 'statement_decided'; readonly number: string }
  | { readonly code: 'own_statement' }
  | { readonly code: 'receipt_unknown' }
  | { readonly code: 'receipt_proposed' }
  | { readonly code: 'receipt_settled' }
  | { readonly code: 'own_receipt' }
  | { readonly code: 'receipt_other_than_shown' }
  | { readonly code: 'receipt_act_unfit'; readonly act: ReceiptAct; readonly state: ReceiptState }
  | { readonly code: 'receipt_unmatched'; readonly waits: Waits }
  | { readonly code: 'receipt_reference_missing' }
  | { readonly code: 'receipt_budget_spent' }
