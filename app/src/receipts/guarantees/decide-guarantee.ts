/** What becomes of a guarantee: one officer proposes it with a reason, another approves it over what was shown, or declines it. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { instantText, todayText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { NotAllowed } from '../../kernel/problem.ts'
import { type Actor, isProgram } from '../../kernel/transaction.ts'
import { exactOf, transfer } from '../../ledger/entry.ts'
import { postEntry } from '../../ledger/post-entry.ts'
import { marked } from '../book-receipts.ts'
import {
  type CallBooking,
  type Guarantee,
  type GuaranteeAct,
  guaranteeHash,
  type GuaranteeRefusal,
  type GuaranteeStep,
  openStep,
} from './guarantee.ts'
import { findGuarantee, insertStep, insertStepDecided } from './guarantees-table.ts'
import { planStep } from './plan-step.ts'

export interface ProposeGuarantee extends Pick<GuaranteeStep, 'amount' | 'reference' | 'reason'> {
  readonly number: string
  readonly kind: GuaranteeAct
}

export async function proposeGuarantee(
  recorder: Recorder,
  actor: Actor,
  { number, kind, amount, reference: written, reason }: ProposeGuarantee,
): Promise<Outcome<Guarantee, GuaranteeRefusal>> {
  return await recordCommand<Guarantee, GuaranteeRefusal>(recorder, actor, 'propose_guarantee', async (tables) => {
    const guarantee = await findGuarantee(tables, number)
    if (guarantee === undefined) return { refused: { code: 'guarantee_unknown' } }
    if (openStep(guarantee) !== undefined) return { refused: { code: 'guarantee_proposed' } }
    const reference = kind === 'call' ? written : null
    const planned = await planStep(tables, guarantee, { kind, amount, reference }, todayText(recorder.clock))
    if ('refused' in planned) return planned
    const proposed = { proposed_at: instantText(recorder.clock()), proposed_by: actor.person }
    const step = { id: recorder.makeId(), kind, amount, reference, reason, ...proposed, decided: null }
    await insertStep(tables, guarantee.id, step)
    return {
      done: { ...guarantee, steps: [...guarantee.steps, step] },
      subject: `guarantee ${number}`,
      details: { kind, amount, reference, reason },
    }
  })
}

export interface ApproveGuarantee {
  readonly number: string
  /** What `guaranteeHash` gave when the page was shown. */
  readonly shown_hash: string
}

export async function approveGuarantee(
  recorder: Recorder,
  actor: Actor,
  { number, shown_hash }: ApproveGuarantee,
): Promise<Outcome<Guarantee, GuaranteeRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'approve_guarantee' } }
  return await recordCommand<Guarantee, GuaranteeRefusal>(recorder, actor, 'approve_guarantee', async (tables) => {
    const open = await openGuarantee(tables, actor, number)
    if ('refused' in open) return open
    const { guarantee, step } = open.done
    const day = todayText(recorder.clock)
    const { expires_on } = guarantee
    if (step.kind === 'lodge' && expires_on < day) return { refused: { code: 'guarantee_expired', expires_on } }
    const planned = await planStep(tables, guarantee, step, day)
    if ('refused' in planned) return planned
    if ((await guaranteeHash(guarantee, step, planned.done)) !== shown_hash)
      return { refused: { code: 'guarantee_other_than_shown' } }
    const decided = { ...marked(recorder, actor), kind: 'approved', reason: null, signed_hash: shown_hash } as const
    await insertStepDecided(tables, { step_id: step.id, guarantee_id: guarantee.id, ...decided })
    for (const booking of planned.done) await postCall(tables, recorder, actor, { guarantee, step, booking })
    const { kind, amount, reference } = step
    return {
      done: decidedIn(guarantee, step, decided),
      subject: `guarantee ${number}`,
      details: { kind, amount, reference, signed_hash: shown_hash, bookings: planned.done },
    }
  })
}

export async function declineGuarantee(
  recorder: Recorder,
  actor: Actor,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<Outcome<Guarantee, GuaranteeRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'decline_guarantee' } }
  return await recordCommand<Guarantee, GuaranteeRefusal>(recorder, actor, 'decline_guarantee', async (tables) => {
    const open = await openGuarantee(tables, actor, number)
    if ('refused' in open) return open
    const { guarantee, step } = open.done
    const decided = { ...marked(recorder, actor), kind: 'declined', reason, signed_hash: null } as const
    await insertStepDecided(tables, { step_id: step.id, guarantee_id: guarantee.id, ...decided })
    return {
      done: decidedIn(guarantee, step, decided),
      subject: `guarantee ${number}`,
      details: { kind: step.kind, reason },
    }
  })
}

function decidedIn(guarantee: Guarantee, { id }: GuaranteeStep, decided: GuaranteeStep['decided']): Guarantee {
  return { ...guarantee, steps: guarantee.steps.map((one) => (one.id === id ? { ...one, decided } : one)) }
}

async function openGuarantee(
  tables: Handle,
  actor: Actor,
  number: string,
): Promise<Outcome<{ readonly guarantee: Guarantee; readonly step: GuaranteeStep }, GuaranteeRefusal>> {
  const guarantee = await findGuarantee(tables, number)
  if (guarantee === undefined) return { refused: { code: 'guarantee_unknown' } }
  const step = openStep(guarantee)
  if (step === undefined) return { refused: { code: 'guarantee_settled' } }
  return step.proposed_by === actor.person ? { refused: { code: 'own_guarantee' } } : { done: { guarantee, step } }
}

interface Posting {
  readonly guarantee: Guarantee
  readonly step: GuaranteeStep
  readonly booking: CallBooking
}

/** What is due from the issuer stands against the finding that it answers for; on the accounts of the firm nothing changes. */
async function postCall(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  { guarantee: { number, currency }, step, booking: { amount, ...of } }: Posting,
): Promise<void> {
  const issuer = { kind: 'guarantee', account: number, manufacturer_id: null } as const
  const secured = { kind: 'guarantee', account: of.finding, manufacturer_id: null } as const
  const [debit, credit] = step.kind === 'withdraw' ? [secured, issuer] : [issuer, secured]
  const postings = transfer(debit, credit, { currency, amount: exactOf(amount) })
  await postEntry(tables, recorder, actor, { ...of, phase: 'call', reverses: null, postings })
}
