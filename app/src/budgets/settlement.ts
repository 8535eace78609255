/** What is to be moved so that the ledger says of an envelope what its claims and its terms say. */
import { compare, type Exact, isZero, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { exactOf } from '../ledger/entry.ts'
import { firstCome, proRata } from './allot.ts'
import { type BudgetTerms, type Claim, claimStatus, least, less, most, placeOf, total } from './budget.ts'

/** The latest claim of one finding of one case, and what was moved for it. */
export interface ClaimStanding {
  readonly claim: Claim
  readonly reserved: Exact
  readonly committed: Exact
  readonly paid: Exact
}

/** Of a year of a programme. */
export interface Standings {
  readonly standings: readonly ClaimStanding[]
  /** Undefined where nobody opened an envelope: what is determined is committed whole. */
  readonly terms: BudgetTerms | undefined
  /** Reserved here for firms that are not among them, who hold what is theirs and get nothing now. */
  readonly others: Exact
  /** Reserved by the programme's envelopes of other years. */
  readonly elsewhere: Exact
}

/** Above zero what is reserved more and committed more; below zero what is released. */
export interface Move {
  readonly claim: Claim
  readonly reserve: Exact
  readonly commit: Exact
}

/** `distributing`: those that wait in an envelope that is shared get their part now. */
export function settlement({ standings, ...budget }: Standings, distributing = false): readonly Move[] {
  const { terms } = budget
  if (terms === undefined)
    return moved(
      standings,
      standings.map(() => ZERO),
      (one) => wantedBy(one),
    )
  // What was committed or paid stays reserved, whatever became of the claim, until it was taken back or recovered.
  const kept = standings.map((one) => most(least(one.reserved, wantedBy(one)), one.committed, one.paid))
  const given = granted(standings, kept, { ...budget, terms, distributing })
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

/** What may be reserved here in all: the amount, or what the programme's cap leaves. */
function mostOf({ amount, programme_cap }: BudgetTerms, elsewhere: Exact): Exact {
  return programme_cap === null ? exactOf(amount) : least(exactOf(amount), subtract(exactOf(programme_cap), elsewhere))
}

/** Whether those who wait may get something now that claims of one firm have changed: where money is left, or the firm may give back some. */
export function reachesLine(
  { terms, reserved, elsewhere }: Pick<Standings, 'terms' | 'elsewhere'> & { readonly reserved: Exact },
  own: readonly Pick<ClaimStanding, 'reserved'>[],
): boolean {
  if (terms?.mode !== 'first_come') return false
  return less(reserved, mostOf(terms, elsewhere)) || own.some((one) => less(ZERO, one.reserved))
}

interface Granting extends Pick<Standings, 'others' | 'elsewhere'> {
  readonly terms: BudgetTerms
  readonly distributing: boolean
}

function granted(
  standings: readonly ClaimStanding[],
  kept: readonly Exact[],
  { terms, others, elsewhere, distributing }: Granting,
): readonly Exact[] {
  const given = standings.map(() => ZERO)
  if (terms.mode === 'pro_rata' && !distributing) return given
  const line = standings
    .map(({ claim }, nth) => ({ claim, nth, amount: subtract(wantedBy({ claim }), kept[nth] ?? ZERO) }))
    .filter(({ claim, amount }) => claimStatus(claim) === 'open' && less(ZERO, amount))
    .toSorted((a, b) => inLine(a.claim, b.claim, terms))
  const left = {
    amount: subtract(mostOf(terms, elsewhere), total([...kept, others])),
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
