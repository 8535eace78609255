/** What determinations claim of a budget, within the transaction of the command that changes it. */
import { compare, type Exact, isNegative, negate, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type Entry, exactOf, owedBy, transfer } from '../ledger/entry.ts'
import { postEntry } from '../ledger/post-entry.ts'
import { type BudgetKey, type Claim, type ClaimEvent, claimStatus, termsOf, total } from './budget.ts'
import {
  claimsMoved,
  claimsWhere,
  envelopeFor,
  firmsWaiting,
  holdEnvelopes,
  insertClaim,
  insertClaimEvent,
  totalsOf,
} from './budgets-table.ts'
import { type ClaimStanding, type Move, reachesLine, settlement, type Standings } from './settlement.ts'

export type NewClaim = Omit<Claim, 'id' | 'claimed_at' | 'events'>

/** Nothing is moved before `settleBudget`. */
export async function claimBudget(tables: Handle, { clock, makeId }: Recorder, claim: NewClaim): Promise<void> {
  await insertClaim(tables, { ...claim, id: makeId(), claimed_at: instantText(clock()) })
}

/** Those that hold or wait, of one case or one determination. */
export async function openClaims(
  tables: Handle,
  of: Pick<Claim, 'manufacturer_id' | 'programme' | 'year' | 'subject'> | Pick<Claim, 'determination_id'>,
): Promise<readonly Claim[]> {
  return (await claimsWhere(tables, of)).filter((claim) => claimStatus(claim) !== 'ended')
}

/** Of what anything is claimed: the programmes and years, with their currencies. */
export async function budgetsClaimed(tables: Handle): Promise<readonly BudgetKey[]> {
  const keys = (await claimsWhere(tables, {})).map(({ programme, year, rehearsal, currency }) => {
    return { programme, year, rehearsal, currency }
  })
  return [...new Map(keys.map((key) => [Object.values(key).join(' '), key])).values()]
}

export async function recordClaim(
  tables: Handle,
  { clock }: Recorder,
  { person }: Actor,
  { id, events }: Claim,
  kind: ClaimEvent['kind'],
): Promise<void> {
  const recorded = { recorded_at: instantText(clock()), recorded_by: person }
  await insertClaimEvent(tables, { claim_id: id, position: events.length + 1, kind, ...recorded })
}

/**
 * Releases what no claim holds any more, reserves for those whose turn it is, and commits what is reserved for them. Where only claims of one `firm`
 * have changed since this was done last, it looks at them and at those who wait. The entries that it posted.
 */
export async function settleBudget(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  key: BudgetKey,
  { firm, distributing = false }: { readonly firm?: string; readonly distributing?: boolean } = {},
): Promise<readonly Entry[]> {
  await holdEnvelopes(tables, key)
  const posted: Entry[] = []
  for (const move of settlement(await standingsIn(tables, key, firm), distributing))
    for (const booking of bookingsOf(move)) {
      const { determination_id, manufacturer_id, programme, year, subject, rehearsal, finding } = move.claim
      const of = { determination_id, manufacturer_id, programme, year, subject, rehearsal, finding, reverses: null }
      posted.push(await postEntry(tables, recorder, actor, { ...of, ...booking }))
    }
  return posted
}

/** The latest claim of each finding of each case, and the terms; where one firm is named, its claims and those of the firms that may get what is left. */
export async function standingsIn(tables: Handle, key: BudgetKey, firm?: string): Promise<Standings> {
  const envelope = await envelopeFor(tables, key)
  const terms = envelope === undefined ? undefined : termsOf(envelope)
  const years = await totalsOf(tables, key)
  const reservedIn = (isHere: boolean): Exact =>
    total(years.filter(({ year }) => (year === key.year) === isHere).map(({ reserved }) => exactOf(reserved)))
  const [here, elsewhere] = [reservedIn(true), reservedIn(false)]
  if (firm === undefined) return { standings: await standingsOf(tables, key), terms, others: ZERO, elsewhere }
  const own = await standingsOf(tables, key, [firm])
  const isLine = reachesLine({ terms, reserved: here, elsewhere }, own)
  const line = isLine ? (await firmsWaiting(tables, key)).filter((one) => one !== firm) : []
  const standings = line.length === 0 ? own : await standingsOf(tables, key, [firm, ...line])
  return { standings, terms, others: subtract(here, total(standings.map(({ reserved }) => reserved))), elsewhere }
}

async function standingsOf(
  tables: Handle,
  key: BudgetKey,
  firms?: readonly string[],
): Promise<readonly ClaimStanding[]> {
  return (await claimsMoved(tables, key, firms)).map(({ claim, moved }) => ({
    claim,
    reserved: exactOf(moved.reserved),
    committed: exactOf(moved.committed),
    paid: exactOf(moved.paid),
  }))
}

export function caseOf({
  manufacturer_id,
  subject,
  finding,
}: Pick<Claim, 'manufacturer_id' | 'subject' | 'finding'>): string {
  return [manufacturer_id, finding, subject].join(' ')
}

/** As entries of the ledger. */
export function bookingsOf({ claim, reserve, commit }: Move): readonly Pick<Entry, 'phase' | 'postings'>[] {
  const { finding, manufacturer_id, currency } = claim
  const budget = { kind: 'budget', account: 'budget', manufacturer_id: null } as const
  const set = { kind: 'entitlement', account: finding, manufacturer_id: null } as const
  const reserving = transfer(budget, set, { currency, amount: reserve })
  const releasing = transfer(set, budget, { currency, amount: negate(reserve) })
  return [
    ...(compare(reserve, ZERO) > 0 ? [{ phase: 'reserve', postings: reserving } as const] : []),
    ...(isNegative(reserve) ? [{ phase: 'release', postings: releasing } as const] : []),
    ...(compare(commit, ZERO) > 0
      ? [owedBy('entitlement', { finding, manufacturer_id, currency, amount: commit })]
      : []),
  ]
}
