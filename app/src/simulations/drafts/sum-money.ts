/** What is granted, owed and imposed in money, added up by groups of rows under both laws. Exact. */
import type { FindingColumn } from '@maqami/engine/batch/batch.ts'
import type { ProvisionKind } from '@maqami/engine/load/provisions.ts'
import { add, type Exact, exact, multiply, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import { type Groups, WholeSums } from './group-rows.ts'
import { type Both, both, type Compared, type Side, stepsAt } from './two-laws.ts'

/** In the notation of worked examples: `PKR 1250000`. */
export interface Amounts extends Both<string> {
  readonly difference: string
}

export interface Money {
  readonly name: string
  readonly kind: ProvisionKind
  readonly unit: string
  readonly release: Exact
  readonly draft: Exact
}

export function amountsIn(unit: string, release: Exact, draft: Exact): Amounts {
  return {
    release: writeQuantity(release, unit),
    draft: writeQuantity(draft, unit),
    difference: writeQuantity(subtract(draft, release), unit),
  }
}

export function balanceOf(money: readonly Money[], currency: string, side: Side): Exact {
  return money
    .filter(({ unit }) => unit === currency)
    .reduce((sum, one) => (one.kind === 'entitlement' ? subtract(sum, one[side]) : add(sum, one[side])), ZERO)
}

/** By finding in the order of the law, then by group: what it comes to under both. */
export function moneyBy({ release, draft }: Compared, groups: Groups<unknown>): readonly ((group: number) => Money)[] {
  const names = new Set([...release.money, ...draft.money].map(({ provision }) => provision.name))
  return [...names].map((name) => {
    const sides = both((side) =>
      (side === 'release' ? release : draft).money.find((one) => one.provision.name === name),
    )
    const sums = both((side) => sumsBy(sides[side], groups))
    const provision = (sides.draft ?? sides.release)?.provision
    const unit = provision?.type.kind === 'number' ? provision.type.unit : ''
    const kind = provision?.source.kind ?? 'measure'
    return (group) => ({ name, kind, unit, release: sums.release(group), draft: sums.draft(group) })
  })
}

function sumsBy(column: FindingColumn | undefined, { of, keys }: Groups<unknown>): (group: number) => Exact {
  const step = column?.provision.round?.step
  if (column === undefined || step === undefined) return () => ZERO
  const sums = new WholeSums(keys.length)
  for (let row = 0; row < of.length; row += 1) {
    const steps = stepsAt(column, row)
    if (steps !== 0) sums.add(of[row] as number, steps)
  }
  return (group) => multiply(exact(sums.of(group)), step)
}
