/** What is to be moved so that the ledger says of an envelope what its claims and its terms say. */
import { compare, type Exact, isZero, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { exactOf } from '../ledger/entry.ts'
import { firstCome, proRata } from './allot.ts'
import { type BudgetTerms, type Claim, claimStatus, least, less, most, type Moved, placeOf, total } from './budget.ts'

/** One finding of one case: its latest claim, and what was moved for it. */
export interface ClaimStanding extends Omit<Moved, 'manufacturer_id' | 'subject' | 'finding'> {
  readonly claim: Claim
}

/** Above zero what is reserved more and committed more; below zero what is released. */
export interface Move {
  readonly claim: Claim
  readonly reserve: Exact
  readonly commit: Exact
}

interface Budget {
  /** Undefined where nobody opened an envelope: what is determined is committed whole. */
  readonly terms: BudgetTerms | undefined
  /** Reserved by the programme's envelopes of other years. */
  readonly elsewhere: Exact
  /** Those that wait in an envelope that is shared get their part now. */
  readonly distributing: boolean
}

export function settlement(standings: readonly ClaimStanding[], budget: Budget): readonly Move[] {
  const { terms } = budget
  if (terms === undefined)
    return moved(
      standings,
      standings.map(() => ZERO),
      (one) => wantedBy(one),
    )
  // What was committed or paid stays reserved, whatever became of the claim, until it was taken back or recovered.
  const kept = standings.map((one) => most(least(one.reserved, wantedBy(one)), one.committed, one.paid))
  const given = granted(standings, kept, { ...budget, terms })
  const reserved = kept.map((amount, nth) => plus(amount, given[nth]))
  return moved(
    standings,
    standings.map((one, nth) => subtract(reserved[nth] ?? ZERO, one.reserved)),
    (one, nth) => least(wantedBy(one), reserved[nth] ?? ZERO),
  )
}

/** What its open claim asks for; one that is stayed keeps what it has. */
export function wantedBy({ claim }: Pick<ClaimStanding, 'claim'>): Exact {
  return claimStatus(claim) === 'ended' ? ZERO : exactOf(claim.amount)
}

function granted(
  standings: readonly ClaimStanding[],
  kept: readonly Exact[],
  { terms, elsewhere, distributing }: Budget & { readonly terms: BudgetTerms },
): readonly Exact[] {
  const given = standings.map(() => ZERO)
  if (terms.mode === 'pro_rata' && !distributing) return given
  const line = standings
    .map(({ claim }, nth) => ({ claim, nth, amount: subtract(wantedBy({ claim }), kept[nth] ?? ZERO) }))
    .filter(({ claim, amount }) => claimStatus(claim) === 'open' && less(ZERO, amount))
    .toSorted((a, b) => inLine(a.claim, b.claim, terms))
  const all = total(kept)
  const caps = terms.programme_cap === null ? [] : [subtract(exactOf(terms.programme_cap), plus(all, elsewhere))]
  const left = {
    amount: least(subtract(exactOf(terms.amount), all), ...caps),
    over_cap: terms.over_cap,
    ofFirm: (firm: string) => {
      const own = kept.filter((_, nth) => standings[nth]?.claim.manufacturer_id === firm)
      return terms.firm_cap === null ? undefined : subtract(exactOf(terms.firm_cap), total(own))
    },
  }
  const wants = line.map(({ claim, amount }) => ({ firm: claim.manufacturer_id, amount }))
  const shares = terms.mode === 'first_come' ? firstCome(wants, left) : proRata(wants, left)
  for (const [place, { nth }] of line.entries()) given[nth] = shares[place] ?? ZERO
  return given
}

function inLine(a: Claim, b: Claim, terms: BudgetTerms): number {
  const [one, other] = [`${placeOf(a, terms)} ${a.id}`, `${placeOf(b, terms)} ${b.id}`]
  return one < other ? -1 : one > other ? 1 : 0
}

function moved(
  standings: readonly ClaimStanding[],
  reserves: readonly Exact[],
  committing: (one: ClaimStanding, nth: number) => Exact,
): readonly Move[] {
  return standings
    .map((one, nth) => ({
      claim: one.claim,
      reserve: reserves[nth] ?? ZERO,
      commit: claimStatus(one.claim) === 'open' ? most(subtract(committing(one, nth), one.committed), ZERO) : ZERO,
    }))
    .filter(({ reserve, commit }) => !isZero(reserve) || compare(commit, ZERO) > 0)
}

function plus(a: Exact, b: Exact | undefined): Exact {
  return b === undefined ? a : total([a, b])
}
