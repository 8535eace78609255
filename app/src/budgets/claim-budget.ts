/** What determinations claim of a budget, within the transaction of the command that changes it. */
import { compare, isNegative, negate, ZERO } from '@maqami/engine/value/exact.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type Entry, exactOf, owedBy, transfer } from '../ledger/entry.ts'
import { movedOf, postEntry } from '../ledger/post-entry.ts'
import { type BudgetKey, type Claim, type ClaimEvent, claimStatus, type Moved, termsOf, total } from './budget.ts'
import { claimsWhere, envelopeFor, holdEnvelopes, insertClaim, insertClaimEvent } from './budgets-table.ts'
import { type ClaimStanding, type Move, settlement } from './settlement.ts'

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
 * Releases what no claim holds any more, reserves for those whose turn it is, and commits what is reserved for them. Without an envelope what is
 * claimed is committed whole, each claim by itself: `firm` is then the only one that is looked at. The entries that it posted.
 */
export async function settleBudget(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  key: BudgetKey,
  { firm, distributing = false }: { readonly firm?: string; readonly distributing?: boolean } = {},
): Promise<readonly Entry[]> {
  await holdEnvelopes(tables, key)
  const { standings, elsewhere, terms } = await standingsIn(tables, key, firm)
  const posted: Entry[] = []
  for (const move of settlement(standings, { terms, elsewhere, distributing }))
    for (const booking of bookingsOf(move)) {
      const { determination_id, manufacturer_id, programme, year, subject, rehearsal, finding } = move.claim
      const of = { determination_id, manufacturer_id, programme, year, subject, rehearsal, finding, reverses: null }
      posted.push(await postEntry(tables, recorder, actor, { ...of, ...booking }))
    }
  return posted
}

/**
 * The latest claim of each finding of each case, with what was moved for it; what the other years of the programme reserve; and the terms.
 * Without an envelope those of one firm alone, where one is named.
 */
export async function standingsIn(tables: Handle, key: BudgetKey, firm?: string) {
  const { programme, year, rehearsal, currency } = key
  const envelope = await envelopeFor(tables, key)
  const of = envelope === undefined && firm !== undefined ? { manufacturer_id: firm } : {}
  const sums = await movedOf(tables, { programme, rehearsal, currency, ...of })
  const moved = Map.groupBy(
    sums.filter((one) => one.year === year),
    caseOf,
  )
  const latest = new Map<string, Claim>()
  for (const claim of await claimsWhere(tables, { programme, year, rehearsal, currency, ...of }))
    latest.set(caseOf(claim), claim)
  const standings: readonly ClaimStanding[] = [...latest].map(([one, claim]) => ({
    claim,
    ...movedBy(moved.get(one) ?? []),
  }))
  return {
    standings,
    elsewhere: movedBy(sums.filter((one) => one.year !== year)).reserved,
    terms: envelope === undefined ? undefined : termsOf(envelope),
  }
}

type Sums = Awaited<ReturnType<typeof movedOf>>

function movedBy(sums: Sums): Pick<Moved, 'reserved' | 'committed' | 'paid'> {
  const of = (kind: 'entitlement' | 'payable', ...phases: readonly Entry['phase'][]) =>
    total(sums.filter((one) => one.kind === kind && phases.includes(one.phase)).map(({ amount }) => exactOf(amount)))
  return {
    reserved: negate(of('entitlement', 'reserve', 'release')),
    committed: negate(of('payable', 'commit')),
    paid: of('payable', 'pay', 'receive'),
  }
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
