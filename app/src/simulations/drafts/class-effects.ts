/** Who wins and who loses by a draft, by the classes that a list of facts tells. */
import { add, compare, ZERO } from '@maqami/engine/value/exact.ts'
import { groupsOf, namesBy } from './group-rows.ts'
import { type Amounts, amountsIn, balanceOf, moneyBy } from './sum-money.ts'
import { both, type Compared, isFailed, isOpen, SIDES } from './two-laws.ts'

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

export function classEffects(compared: Compared, by: ClassEffect['by']): readonly ClassEffect[] {
  const { industry, gathered } = compared
  const labels = by === 'size' ? industry.sizes : industry.bands
  if (labels.every((label) => label === undefined)) return []
  const groups = groupsOf(
    gathered.columns.rows,
    (row) => `${labels[row] ?? ''}\n${industry.firms[row]}`,
    (row) => labels[row] ?? null,
  )
  const { currency } = compared.release.engine.programme.heading
  const money = moneyBy(compared, groups)
  const fails = both((side) => namesBy(groups, compared[side].decisive, isFailed))
  const open = both((side) => namesBy(groups, compared[side].money, isOpen))
  const firms = groups.keys.map((name, group) => {
    const all = money.map((one) => one(group))
    const [failed, failsNow] = SIDES.map((side) => (fails[side][group] ?? []).length > 0)
    return {
      name,
      ...both((side) => balanceOf(all, currency, side)),
      isOpen: SIDES.some((side) => (open[side][group] ?? []).length > 0),
      failsNewly: failed === false && failsNow === true,
      failsNoLonger: failed === true && failsNow === false,
    }
  })
  return [...Map.groupBy(firms, ({ name }) => name)]
    .toSorted(([a], [b]) => Number(a === null) - Number(b === null) || order(a ?? '', b ?? ''))
    .map(([name, those]) => {
      const known = those.filter((one) => !one.isOpen)
      const sum = both((side) => those.reduce((all, one) => add(all, one[side]), ZERO))
      const signs = known.map(({ release, draft }) => compare(draft, release))
      return {
        by,
        name,
        firms: those.length,
        gain: signs.filter((sign) => sign < 0).length,
        lose: signs.filter((sign) => sign > 0).length,
        same: signs.filter((sign) => sign === 0).length,
        open: those.length - known.length,
        fail_newly: those.filter(({ failsNewly }) => failsNewly).length,
        fail_no_longer: those.filter(({ failsNoLonger }) => failsNoLonger).length,
        balance: amountsIn(currency, sum.release, sum.draft),
      }
    })
}

export function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
