/** Who wins and who loses by a draft, by the classes that a list of facts tells. */
import { add, compare, ZERO } from '@maqami/engine/value/exact.ts'
import { type Groups, joined } from './group-rows.ts'
import type { Industry } from './read-industry.ts'
import { type Amounts, amountsIn, balanceOf, isMoneyOpen, moneyIn } from './sum-money.ts'
import { rolledUp, type Tally } from './tally-rows.ts'
import { both, type Compared } from './two-laws.ts'
import { failedIn } from './who-fails.ts'

/** Firms of one size or band over all years. */
export interface ClassEffect {
  readonly by: 'size' | 'band'
  /** Null where the list does not say. */
  readonly name: string | null
  readonly firms: number
  /** By what the draft leaves them on balance. */
  readonly gain: number
  readonly lose: number
  readonly same: number
  /** Some of their money cannot be said under one of the laws. */
  readonly open: number
  readonly fail_newly: number
  readonly fail_no_longer: number
  readonly balance: Amounts
}

/** None where no row says its class. */
export function classEffects(
  compared: Compared,
  groups: Groups,
  tally: Tally,
  by: ClassEffect['by'],
): readonly ClassEffect[] {
  const { firms, sizes, bands } = compared.industry
  const { names }: Industry['sizes'] = by === 'size' ? sizes : bands
  if (names.every((name) => name === null)) return []
  const { currency } = compared.release.engine.programme.heading
  const nameOf = (group: Groups['all'][number]): number => group[by] * firms.names.length + group.firm
  const { places, keys } = joined(groups, nameOf, (group) => names[group[by]] ?? null)
  const whole = rolledUp(tally, places, keys.length)
  const each = keys.map((name, place) => {
    const fails = both((side) => failedIn(compared, whole, side, place).length > 0)
    return { name, fails, balance: balanceOf(moneyIn(whole, place), currency), isOpen: isMoneyOpen(whole, place) }
  })
  return [...Map.groupBy(each, ({ name }) => name)]
    .toSorted(([a], [b]) => Number(a === null) - Number(b === null) || order(a ?? '', b ?? ''))
    .map(([name, those]) => {
      const known = those.filter((one) => !one.isOpen)
      const sum = both((side) => those.reduce((all, { balance }) => add(all, balance[side]), ZERO))
      const signs = known.map(({ balance }) => compare(balance.draft, balance.release))
      return {
        by,
        name,
        firms: those.length,
        gain: signs.filter((sign) => sign < 0).length,
        lose: signs.filter((sign) => sign > 0).length,
        same: signs.filter((sign) => sign === 0).length,
        open: those.length - known.length,
        fail_newly: those.filter(({ fails }) => fails.draft && !fails.release).length,
        fail_no_longer: those.filter(({ fails }) => fails.release && !fails.draft).length,
        balance: amountsIn(currency, sum),
      }
    })
}

export function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
