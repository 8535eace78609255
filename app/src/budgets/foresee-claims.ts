/** What claims would get if they were made now, before any of it is written, within the transaction that is about to make them. */
import { compare, type Exact, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { BudgetKey, Claim } from './budget.ts'
import { holdEnvelopes } from './budgets-table.ts'
import { caseOf, type NewClaim, standingsIn } from './claim-budget.ts'
import { type ClaimStanding, settlement, wantedBy } from './settlement.ts'

interface ForeseenClaims {
  readonly ended: readonly Claim[]
  readonly claimed: readonly NewClaim[]
}

/** What no money is there for, by finding of the firm's case. The envelopes are held, so that nobody takes in between what was seen to be there. */
export async function foreseeClaims(
  tables: Handle,
  { clock }: Pick<Recorder, 'clock'>,
  key: BudgetKey,
  of: Pick<Claim, 'manufacturer_id' | 'subject'>,
  { ended, claimed }: ForeseenClaims,
): Promise<readonly { readonly finding: string; readonly waits: Exact }[]> {
  await holdEnvelopes(tables, key)
  const { standings, elsewhere, terms } = await standingsIn(tables, key, of.manufacturer_id)
  const claimed_at = instantText(clock())
  const made = claimed
    .filter(({ currency }) => currency === key.currency)
    // The newest is last of those with the same place in the line.
    .map((claim): Claim => ({ ...claim, id: `~${caseOf(claim)}`, claimed_at, events: [] }))
  const known = new Map(standings.map((one) => [caseOf(one.claim), one]))
  for (const claim of ended) {
    const one = known.get(caseOf(claim))
    if (one?.claim.id !== claim.id) continue
    known.set(caseOf(claim), { ...one, claim: { ...claim, events: [...claim.events, { kind: 'ended' }] } })
  }
  for (const claim of made) {
    const moved = known.get(caseOf(claim)) ?? { reserved: ZERO, committed: ZERO, paid: ZERO }
    known.set(caseOf(claim), { ...moved, claim })
  }
  const after: readonly ClaimStanding[] = [...known.values()]
  const moves = settlement(after, { terms, elsewhere, distributing: false })
  return after
    .filter(({ claim }) => claim.manufacturer_id === of.manufacturer_id && claim.subject === of.subject)
    .map((one) => {
      const move = moves.find(({ claim }) => claim.id === one.claim.id)
      // Without an envelope nothing is reserved, and what is claimed is committed whole.
      const given = terms === undefined ? wantedBy(one) : (move?.reserve ?? ZERO)
      const had = terms === undefined ? ZERO : one.reserved
      return { finding: one.claim.finding, waits: subtract(subtract(wantedBy(one), had), given) }
    })
    .filter(({ waits }) => compare(waits, ZERO) > 0)
}
