/** What becomes of a line by hand: one officer proposes it with a reason, another approves it over what it does, or declines it. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Actor, isProgram } from '../kernel/transaction.ts'
import { marked } from './book-receipts.ts'
import { planOf } from './foresee-receipts.ts'
import { postReceipts } from './post-receipts.ts'
import { receiptIn } from './read-receipts.ts'
import { openProposal, proposalHash, type Receipt, type ReceiptProposal, type ReceiptRefusal } from './receipt.ts'
import { insertProposal, insertProposalDecided } from './receipts-table.ts'

export interface ProposeReceipt extends Pick<ReceiptProposal, 'kind' | 'reference' | 'reason'> {
  readonly id: string
}

export async function proposeReceipt(
  recorder: Recorder,
  actor: Actor,
  { id, kind, reference: written, reason }: ProposeReceipt,
): Promise<Outcome<Receipt, ReceiptRefusal>> {
  return await recordCommand<Receipt, ReceiptRefusal>(recorder, actor, 'propose_receipt', async (tables) => {
    const receipt = await receiptIn(tables, id)
    if (receipt === undefined) return { refused: { code: 'receipt_unknown' } }
    if (openProposal(receipt) !== undefined) return { refused: { code: 'receipt_proposed' } }
    if (kind === 'match' && written === null) return { refused: { code: 'receipt_reference_missing' } }
    const reference = kind === 'match' ? written : null
    const planned = await planOf(tables, receipt, { kind, reference })
    if ('refused' in planned) return planned
    const proposed = { proposed_at: instantText(recorder.clock()), proposed_by: actor.person }
    const proposal = { id: recorder.makeId(), line_id: id, kind, reference, reason, ...proposed }
    await insertProposal(tables, proposal)
    return {
      done: { ...receipt, proposals: [...receipt.proposals, { ...proposal, decided: null }] },
      subject: `receipt ${id}`,
      details: { kind, reference, reason },
    }
  })
}

export interface ApproveReceipt {
  readonly id: string
  /** What `proposalHash` gave when the page was shown. */
  readonly shown_hash: string
}

export async function approveReceipt(
  recorder: Recorder,
  actor: Actor,
  { id, shown_hash }: ApproveReceipt,
): Promise<Outcome<Receipt, ReceiptRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'approve_receipt' } }
  return await recordCommand<Receipt, ReceiptRefusal>(recorder, actor, 'approve_receipt', async (tables) => {
    const open = await openReceipt(tables, actor, id)
    if ('refused' in open) return open
    const { receipt, proposal } = open.done
    const planned = await planOf(tables, receipt, proposal)
    if ('refused' in planned) return planned
    const { effect, takenBack } = planned.done
    if ((await proposalHash(proposal, effect)) !== shown_hash) return { refused: { code: 'receipt_other_than_shown' } }
    const { returned, bookings } = effect
    const decided = { ...marked(recorder, actor), kind: 'approved', reason: null, signed_hash: shown_hash } as const
    await insertProposalDecided(tables, { proposal_id: proposal.id, returned, ...decided })
    const posting = { line: receipt, rehearsal: receipt.statement.rehearsal, takenBack, bookings }
    const entries = await postReceipts(tables, recorder, actor, [posting])
    if (entries === undefined) return { refused: { code: 'receipt_budget_spent' } }
    return {
      done: (await receiptIn(tables, id)) ?? receipt,
      subject: `receipt ${id}`,
      details: { kind: proposal.kind, signed_hash: shown_hash, ...effect, entries },
    }
  })
}

export async function declineReceipt(
  recorder: Recorder,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Outcome<Receipt, ReceiptRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'decline_receipt' } }
  return await recordCommand<Receipt, ReceiptRefusal>(recorder, actor, 'decline_receipt', async (tables) => {
    const open = await openReceipt(tables, actor, id)
    if ('refused' in open) return open
    const { receipt, proposal } = open.done
    const decided = { ...marked(recorder, actor), kind: 'declined', reason, signed_hash: null } as const
    await insertProposalDecided(tables, { proposal_id: proposal.id, returned: null, ...decided })
    return {
      done: (await receiptIn(tables, id)) ?? receipt,
      subject: `receipt ${id}`,
      details: { kind: proposal.kind, reason },
    }
  })
}

async function openReceipt(
  tables: Handle,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly receipt: Receipt; readonly proposal: ReceiptProposal }, ReceiptRefusal>> {
  const receipt = await receiptIn(tables, id)
  if (receipt === undefined) return { refused: { code: 'receipt_unknown' } }
  const proposal = openProposal(receipt)
  if (proposal === undefined) return { refused: { code: 'receipt_settled' } }
  return proposal.proposed_by === actor.person ? { refused: { code: 'own_receipt' } } : { done: { receipt, proposal } }
}
