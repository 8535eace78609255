/** Envelopes as officers read them: their terms, what is left, and each claim with what it got and what waits. */
import { compare, type Exact, subtract, toFixed, ZERO } from '@maqami/engine/value/exact.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { exactOf } from '../ledger/entry.ts'
import {
  type BudgetChange,
  type BudgetRefusal,
  type Claim,
  claimStatus,
  type Envelope,
  most,
  openChange,
  placeOf,
  termsOf,
  total,
} from './budget.ts'
import { allEnvelopes, findEnvelope } from './budgets-table.ts'
import { standingsIn } from './claim-budget.ts'
import { settlement, wantedBy } from './settlement.ts'

export interface ClaimShown
  extends Pick<Claim, 'determination_id' | 'manufacturer_id' | 'subject' | 'finding' | 'amount'> {
  readonly status: ReturnType<typeof claimStatus>
  /** The instant that gives it its place in the line. */
  readonly place: string
  readonly reserved: string
  readonly committed: string
  readonly paid: string
  readonly waits: string
}

export interface EnvelopeShown extends Envelope {
  readonly reserved: string
  readonly committed: string
  readonly paid: string
  readonly waits: string
  /** What nobody has reserved; nothing before it is opened. */
  readonly left: string
  /** In the order of the line. */
  readonly claims: readonly ClaimShown[]
}

export async function readBudgets(database: Database, actor: Actor): Promise<readonly EnvelopeShown[]> {
  return await readAs(database, actor, async (tables) => {
    const shown: EnvelopeShown[] = []
    for (const envelope of await allEnvelopes(tables)) shown.push(await shownIn(tables, envelope))
    return shown
  })
}

/** Those whose terms wait for a second officer, within the transaction of a page that shows several slices. */
export async function budgetsWaiting(tables: Handle): Promise<readonly Envelope[]> {
  return (await allEnvelopes(tables)).filter((one) => openChange(one) !== undefined)
}

/** Within the transaction of another slice. */
export async function budgetIn(tables: Handle, number: string): Promise<Envelope | undefined> {
  return await findEnvelope(tables, number)
}

export async function readBudget(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<EnvelopeShown, BudgetRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const envelope = await findEnvelope(tables, number)
    return envelope === undefined ? { refused: { code: 'budget_unknown' } } : { done: await shownIn(tables, envelope) }
  })
}

async function shownIn(tables: Handle, envelope: Envelope): Promise<EnvelopeShown> {
  const { standings } = await standingsIn(tables, envelope)
  const terms = termsOf(envelope)
  const waiting = standings.map((one) => most(subtract(wantedBy(one), one.reserved), ZERO))
  const reserved = total(standings.map((one) => one.reserved))
  const claims = standings.map((one, nth) => ({
    ...shownOf(one.claim),
    place: placeOf(one.claim, terms ?? { counts_from: 'filed' }),
    reserved: digits(one.reserved),
    committed: digits(one.committed),
    paid: digits(one.paid),
    waits: digits(waiting[nth] ?? ZERO),
  }))
  return {
    ...envelope,
    reserved: digits(reserved),
    committed: digits(total(standings.map((one) => one.committed))),
    paid: digits(total(standings.map((one) => one.paid))),
    waits: digits(total(waiting)),
    left: digits(terms === undefined ? ZERO : subtract(exactOf(terms.amount), reserved)),
    claims: claims.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
  }
}

/** What would follow if these terms were approved now: what is put in, what is reserved at once and for how many firms, and what still waits. */
export async function foreseeApproval(tables: Handle, envelope: Envelope, change: BudgetChange) {
  const now = await standingsIn(tables, envelope)
  const { standings } = now
  const moves = settlement({ ...now, terms: change }, change.distributes)
  const getting = moves.filter(({ reserve }) => compare(reserve, ZERO) > 0)
  const reserved = total(getting.map(({ reserve }) => reserve))
  const waiting = total(standings.map((one) => most(subtract(wantedBy(one), one.reserved), ZERO)))
  return {
    more: digits(subtract(exactOf(change.amount), exactOf(termsOf(envelope)?.amount ?? '0'))),
    reserved: digits(reserved),
    firms: new Set(getting.map(({ claim }) => claim.manufacturer_id)).size,
    waits: digits(most(subtract(waiting, reserved), ZERO)),
  }
}

function shownOf(claim: Claim) {
  const { determination_id, manufacturer_id, subject, finding, amount } = claim
  return { determination_id, manufacturer_id, subject, finding, amount, status: claimStatus(claim) }
}

function digits(amount: Exact): string {
  return toFixed(compare(amount, ZERO) === 0 ? ZERO : amount, 2)
}
