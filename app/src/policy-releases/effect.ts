/** What a proposed release would change for those who filed returns: return by return, and in sum. */
import { add, type Exact, parseDecimal, subtract, toText, ZERO } from '@maqami/engine/value/exact.ts'
import type { ProvisionKind } from '@maqami/engine/load/provisions.ts'

export interface ReleaseEffect {
  readonly id: string
  readonly release_id: string
  /** The law that it would follow. */
  readonly base_id: string
  /** The day on which both laws were applied. */
  readonly as_of: string
  readonly total: number
  readonly begun_at: string
  readonly begun_by: string
  readonly begun_as: 'policy_officer' | 'approving_officer'
  readonly finished_at: string | null
  readonly hash: string | null
}

/** Findings are written as worked examples have them; null where that law has no such finding. */
export interface FindingEffect {
  readonly name: string
  readonly kind: ProvisionKind
  readonly before: string | null
  readonly after: string | null
  /** After less before, where both are amounts in one unit. */
  readonly difference: string | null
}

export interface SubjectEffect {
  readonly subject: Readonly<Record<string, string>>
  /** What comes out otherwise. */
  readonly changes: readonly FindingEffect[]
  /** What cannot be said under the proposed law for want of a fact. */
  readonly undetermined: readonly string[]
}

/** Or why one of the laws could not be applied to the return at all. */
export type EffectOutcome =
  | { readonly subjects: readonly SubjectEffect[] }
  | { readonly cannot: { readonly law: 'base' | 'proposed'; readonly problems: readonly string[] } }

export interface ReturnEffect {
  readonly effect_id: string
  readonly return_id: string
  readonly version: number
  readonly manufacturer_id: string
  readonly period: string
  readonly changed: number
  readonly outcome: EffectOutcome
}

export interface EffectTotals {
  readonly returns: number
  readonly firms: number
  readonly changed_returns: number
  readonly changed_firms: number
  /** Requirements: in how many cases another thing comes out, by what was and what is. */
  readonly requirements: readonly {
    readonly name: string
    readonly now: 'met' | 'not_met' | 'open'
    readonly count: number
  }[]
  /** Entitlements and liabilities: what they come to more, or less. */
  readonly amounts: readonly { readonly name: string; readonly difference: string; readonly count: number }[]
  /** By finding, in how many cases it cannot be said. */
  readonly undetermined: readonly { readonly name: string; readonly count: number }[]
  readonly cannot: number
}

const NOW: Readonly<Record<string, 'met' | 'not_met'>> = { met: 'met', 'not met': 'not_met' }

/** What changes from something to nothing, or back, is counted with its whole amount. */
export function totalsOf(rows: readonly ReturnEffect[]): EffectTotals {
  const changed = rows.filter((row) => row.changed > 0)
  const subjects = rows.flatMap(({ outcome }) => ('subjects' in outcome ? outcome.subjects : []))
  const changes = subjects.flatMap((one) => one.changes)
  const requirements = Map.groupBy(
    changes.filter(({ kind }) => kind === 'requirement'),
    ({ name, after }) => `${name} ${NOW[after ?? ''] ?? 'open'}`,
  )
  const amounts = Map.groupBy(
    changes.filter(({ kind }) => kind === 'entitlement' || kind === 'liability').flatMap(amountOf),
    ({ name, currency }) => `${name} ${currency}`,
  )
  const undetermined = Map.groupBy(
    subjects.flatMap((one) => one.undetermined),
    (name) => name,
  )
  return {
    returns: rows.length,
    firms: new Set(rows.map((row) => row.manufacturer_id)).size,
    changed_returns: changed.length,
    changed_firms: new Set(changed.map((row) => row.manufacturer_id)).size,
    requirements: [...requirements.values()].flatMap((group) => {
      const [first] = group
      return first === undefined
        ? []
        : [{ name: first.name, now: NOW[first.after ?? ''] ?? ('open' as const), count: group.length }]
    }),
    amounts: [...amounts.values()].flatMap((group) => {
      const [first] = group
      const sum = group.reduce((all, { amount }) => add(all, amount), ZERO)
      return first === undefined
        ? []
        : [{ name: first.name, difference: `${first.currency} ${toText(sum)}`, count: group.length }]
    }),
    undetermined: [...undetermined].map(([name, group]) => ({ name, count: group.length })),
    cannot: rows.filter(({ outcome }) => 'cannot' in outcome).length,
  }
}

interface Amount {
  readonly name: string
  readonly currency: string
  readonly amount: Exact
}

/** Nothing where either cannot be said: it is no amount. */
function amountOf({ name, before, after }: FindingEffect): readonly Amount[] {
  const [was, is] = [moneyIn(before), moneyIn(after)]
  const currency = is?.currency ?? was?.currency
  if (was === undefined || is === undefined || currency === undefined) return []
  return [{ name, currency, amount: subtract(is.amount, was.amount) }]
}

/** *None*, or no such finding, is no money. */
function moneyIn(text: string | null): { readonly currency: string | undefined; readonly amount: Exact } | undefined {
  if (text === null || text === 'none') return { currency: undefined, amount: ZERO }
  const [, currency, number = ''] = /^([A-Z]{3}) (-?[\d.,]+)$/.exec(text) ?? []
  const amount = parseDecimal(number.replaceAll(',', ''))
  return amount === undefined ? undefined : { currency, amount }
}
