/** What is granted, owed and imposed in money under both laws. Exact. */
import type { ProvisionKind } from '@maqami/engine/load/provisions.ts'
import { add, type Exact, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import { countOf, type FindingTally, sumOf, type Tally } from './tally-rows.ts'
import { type Both, both, type Side, SIDES } from './two-laws.ts'

/** In the notation of worked examples: `PKR 1250000`. */
export interface Amounts extends Both<string> {
  readonly difference: string
}

export interface Money extends Both<Exact> {
  readonly name: string
  readonly kind: ProvisionKind
  readonly unit: string
}

export function amountsIn(unit: string, { release, draft }: Both<Exact>): Amounts {
  return {
    release: written(release, unit),
    draft: written(draft, unit),
    difference: written(subtract(draft, release), unit),
  }
}

/** Most amounts are whole, and there are many. */
function written(value: Exact, unit: string): string {
  return value.d === 1 ? `${unit} ${value.n}` : writeQuantity(value, unit)
}

/** What firms pay into the programme on balance, in its currency. */
export function balanceOf(money: readonly Money[], currency: string): Both<Exact> {
  const own = money.filter(({ unit }) => unit === currency)
  return both((side) =>
    own.reduce((sum, one) => (one.kind === 'entitlement' ? subtract(sum, one[side]) : add(sum, one[side])), ZERO),
  )
}

/** In the order of the law. */
export function moneyIn({ findings }: Tally, group: number): readonly Money[] {
  return moneyOf(findings).map((one) => {
    const { name, kind, unit } = one
    const of = (side: Side): Exact => (one[side] === undefined ? ZERO : sumOf(one[side], group))
    return { name, kind, unit, ...both(of) }
  })
}

/** Some of it cannot be said under one of the laws. */
export function isMoneyOpen({ findings }: Tally, group: number): boolean {
  return moneyOf(findings).some((one) =>
    SIDES.some((side) => {
      const tally = one[side]
      if (tally === undefined) return false
      return countOf(tally, group, 'undetermined') + countOf(tally, group, 'refused') > 0
    }),
  )
}

const known = new WeakMap<Tally['findings'], readonly FindingTally[]>()

function moneyOf(findings: Tally['findings']): readonly FindingTally[] {
  const found = known.get(findings) ?? findings.filter(isMoney)
  known.set(findings, found)
  return found
}

/** What the law leaves unrounded is no amount that anybody pays. */
function isMoney({ kind, unit, release, draft }: FindingTally): boolean {
  const isPaid = kind === 'entitlement' || kind === 'liability' || kind === 'sanction'
  return isPaid && isCurrency(unit) && (release ?? draft)?.sums !== undefined
}
