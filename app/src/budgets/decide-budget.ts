/** A second officer approves the terms of an envelope over what was shown, or declines them. With the approval the money is put in and those who wait get theirs. */
import { exact, isZero, subtract, toFixed } from '@maqami/engine/value/exact.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Actor, isProgram } from '../kernel/transaction.ts'
import { exactOf, transfer } from '../ledger/entry.ts'
import { postAppropriation } from '../ledger/post-entry.ts'
import {
  type BudgetChange,
  type BudgetDecided,
  type BudgetRefusal,
  changeHash,
  type Envelope,
  less,
  most,
  openChange,
  termsOf,
  total,
} from './budget.ts'
import { findEnvelope, holdEnvelopes, insertChangeDecided } from './budgets-table.ts'
import { settleBudget, standingsIn } from './claim-budget.ts'

export interface ApproveBudget {
  readonly number: string
  /** What `changeHash` gave when the page was shown. */
  readonly shown_hash: string
}

export async function approveBudget(
  recorder: Recorder,
  actor: Actor,
  { number, shown_hash }: ApproveBudget,
): Promise<Outcome<Envelope, BudgetRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'approve_budget' } }
  return await recordCommand<Envelope, BudgetRefusal>(recorder, actor, 'approve_budget', async (tables) => {
    const open = await openOf(tables, actor, number)
    if ('refused' in open) return open
    const { envelope, change } = open.done
    if ((await changeHash(envelope, change)) !== shown_hash) return { refused: { code: 'budget_other_than_shown' } }
    await holdEnvelopes(tables, envelope)
    const refused = await belowReserved(tables, envelope, change)
    if (refused !== undefined) return { refused }
    const decided = { ...marked(recorder, actor), kind: 'approved', reason: null, signed_hash: shown_hash } as const
    await insertChangeDecided(tables, { change_id: change.id, ...decided })
    await appropriate(tables, recorder, actor, envelope, change)
    const posted = await settleBudget(tables, recorder, actor, envelope, { distributing: change.distributes })
    return {
      done: withDecided(envelope, change, decided),
      subject: `budget ${number}`,
      details: { position: change.position, signed_hash: shown_hash, entries: posted.map(({ id }) => id) },
    }
  })
}

export async function declineBudget(
  recorder: Recorder,
  actor: Actor,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<Outcome<Envelope, BudgetRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'decline_budget' } }
  return await recordCommand<Envelope, BudgetRefusal>(recorder, actor, 'decline_budget', async (tables) => {
    const open = await openOf(tables, actor, number)
    if ('refused' in open) return open
    const { envelope, change } = open.done
    const decided = { ...marked(recorder, actor), kind: 'declined', reason, signed_hash: null } as const
    await insertChangeDecided(tables, { change_id: change.id, ...decided })
    return {
      done: withDecided(envelope, change, decided),
      subject: `budget ${number}`,
      details: { position: change.position, reason },
    }
  })
}

function marked({ clock }: Recorder, { person }: Actor) {
  return { recorded_at: instantText(clock()), recorded_by: person }
}

function withDecided(envelope: Envelope, change: BudgetChange, decided: BudgetDecided): Envelope {
  return { ...envelope, changes: envelope.changes.map((one) => (one === change ? { ...one, decided } : one)) }
}

async function openOf(
  tables: Handle,
  actor: Actor,
  number: string,
): Promise<Outcome<{ readonly envelope: Envelope; readonly change: BudgetChange }, BudgetRefusal>> {
  const envelope = await findEnvelope(tables, number)
  if (envelope === undefined) return { refused: { code: 'budget_unknown' } }
  const change = openChange(envelope)
  if (change === undefined) return { refused: { code: 'budget_change_decided', number } }
  if (change.proposed_by === actor.person) return { refused: { code: 'own_budget' } }
  return { done: { envelope, change } }
}

/** No terms may say less than what is committed already; what is only reserved is not taken away either. */
async function belowReserved(
  tables: Handle,
  envelope: Envelope,
  { amount, firm_cap, programme_cap }: BudgetChange,
): Promise<BudgetRefusal | undefined> {
  const { standings, elsewhere } = await standingsIn(tables, envelope)
  const held = standings.map((one) => most(one.reserved, one.committed, one.paid))
  const firms = Map.groupBy(held.entries(), ([nth]) => standings[nth]?.claim.manufacturer_id)
  const all = total(held)
  const over = [
    { cap: amount, by: all },
    { cap: programme_cap, by: total([all, elsewhere]) },
    ...[...firms.values()].map((own) => ({ cap: firm_cap, by: total(own.map(([, one]) => one)) })),
  ].find(({ cap, by }) => cap !== null && less(exactOf(cap), by))
  if (over === undefined) return undefined
  return { code: 'budget_below_reserved', reserved: toFixed(over.by, 2), currency: envelope.currency }
}

/** The difference to the terms before: into the budget, or out of it. */
async function appropriate(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  envelope: Envelope,
  change: BudgetChange,
): Promise<void> {
  const { programme, year, rehearsal, currency } = envelope
  const more = subtract(exactOf(change.amount), exactOf(termsOf(envelope)?.amount ?? '0'))
  if (isZero(more)) return
  const bank = { kind: 'bank', account: 'bank', manufacturer_id: null } as const
  const budget = { kind: 'budget', account: 'budget', manufacturer_id: null } as const
  const isLess = less(more, exact(0))
  const [debit, credit] = isLess ? [budget, bank] : [bank, budget]
  await postAppropriation(tables, recorder, actor, {
    programme,
    year,
    rehearsal,
    phase: 'appropriate',
    reverses: null,
    budget_change_id: change.id,
    postings: transfer(debit, credit, { currency, amount: isLess ? subtract(exact(0), more) : more }),
  })
}
