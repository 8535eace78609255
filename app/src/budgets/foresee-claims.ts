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
  const now = await standingsIn(tables, key, of.manufacturer_id)
  const { standings, terms } = now
  const claimed_at = instantText(clock())
  const made = claimed
    .filter(({ currency }) => currency === key.currency)
    // The newest is last of those with the same place in the line, and among the newest it is the order in which they will be made.
    .map((claim, nth): Claim => ({ ...claim, id: `~${String(nth).padStart(6, '0')}`, claimed_at, events: [] }))
  const known = new Map(standings.map((one) => [caseOf(one.claim), one]))
  for (const claim of ended) {
    const one = known.get(caseOf(claim))
    if (one?.claim.id !== claim.id) continue
    // What was committed for it is taken back with it.
    const events = [...claim.events, { kind: 'ended' as const }]
    known.set(caseOf(claim), { ...one, committed: ZERO, claim: { ...claim, events } })
  }
  for (const claim of made) {
    const moved = known.get(caseOf(claim)) ?? { reserved: ZERO, committed: ZERO, paid: ZERO }
    known.set(caseOf(claim), { ...moved, claim })
  }
  const after: readonly ClaimStanding[] = [...known.values()]
  const moves = settlement({ ...now, standings: after })
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
