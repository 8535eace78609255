/** What a sanction or a restoration would bring about if it were approved on a day, as it is shown to officers before one of them signs. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Entry } from '../ledger/entry.ts'
import { type Licence, type LicenceKind, remaining, restrictedOn, shareOf } from '../licences/licence.ts'
import type { Order } from '../licences/order-licences.ts'
import {
  type Determination,
  type DeterminationKind,
  type DeterminedFinding,
  hasEffect,
  isImposed,
  NOT_DUE,
} from './determination.ts'
import type { EffectPlan } from './plan-effect.ts'
import type { WithoutConcession, YearAtStake } from './stakes.ts'

/** Of the sum in the account of the firm: `PKR 2500000.00`. */
export interface Sum {
  readonly finding: string
  readonly label: Localized | null
  readonly amount: string
}

export interface LicenceReached {
  readonly number: string
  readonly kind: LicenceKind
  readonly orders: readonly OrderForeseen[]
  /** Units of its quota that would stand unused; null where it has none. */
  readonly left: number | null
  /** What customs booked under it lately: goods on their way come after these. */
  readonly lately: Lately
  /** It is to be restricted to a share of its quota, and has none: that is put before an officer. */
  readonly without_quota?: boolean
}

interface OrderForeseen extends Pick<Order, 'kind' | 'effective_on'> {
  /** To how many percent of each quota, and what of each would be left today; only of what restricts. */
  readonly percent?: string
  readonly quotas?: readonly QuotaRestricted[]
}

/** Of the whole licence, or of a line of the tariff. */
export interface QuotaRestricted {
  /** Null of the whole. */
  readonly hs_prefix: string | null
  readonly granted: number
  readonly restricted: number
  readonly drawn: number
  readonly left: number
}

/** From that day until today. */
export interface Lately {
  readonly since: string
  readonly entries: number
  readonly units: number
}

/** Another determination about the firm that has effect. */
export interface Beside {
  readonly number: string
  readonly findings: readonly Pick<DeterminedFinding, 'finding' | 'label' | 'effect' | 'from' | 'value'>[]
}

export interface Foreseen {
  readonly on: string
  readonly at_stake: YearAtStake
  /** Null where no concession is withdrawn, or the law of the programme names no other charge. */
  readonly without_concession: WithoutConcession | null
  readonly licences: readonly LicenceReached[]
  readonly booked: readonly Sum[]
  readonly taken_back: readonly Sum[]
  /** What only an authority with the power could do: it is recommended, and nothing of it is done. */
  readonly recommended: readonly { readonly finding: string; readonly label: Localized | null }[]
  readonly sanctions: readonly Beside[]
  readonly entitlements: readonly Beside[]
}

/** Kinds that reach licences or impose something: their effect is signed with them. */
export function isForeseen(kind: DeterminationKind): boolean {
  return kind === 'sanction' || kind === 'restoration'
}

/** How many days before today count as lately. */
export const LATELY_DAYS = 30

export interface Registers {
  readonly on: string
  readonly since: string
  readonly plan: EffectPlan
  /** By the identifier of the licence. */
  readonly drawn: ReadonlyMap<string, Pick<Lately, 'entries' | 'units'>>
  /** About the firm under the programme, oldest first. */
  readonly all: readonly Determination[]
  readonly at_stake: YearAtStake
  readonly without_concession: WithoutConcession | null
}

/** The figures are those of what will be done: the plan to which approval gives effect. */
export function foreseen(
  determination: Determination,
  { on, since, plan, drawn, all, at_stake, without_concession }: Registers,
): Foreseen {
  const { id, findings, manufacturer_id } = determination
  const lifted = new Set(
    all.filter((one) => one.kind === 'restoration' && hasEffect(one)).map(({ follows }) => follows),
  )
  const labels = new Map([...all, determination].flatMap((one) => one.findings).map((one) => [one.finding, one.label]))
  const sums = (of: Pick<Entry, 'finding' | 'postings'>): readonly Sum[] => sumsOf(of, manufacturer_id, labels)
  const beside = all.filter((one) => one.id !== id && hasEffect(one))
  return {
    on,
    at_stake,
    without_concession,
    licences: plan.licences.map(({ licence, orders, without_quota }) => ({
      number: licence.number,
      kind: licence.kind,
      orders: orders.map(({ kind, effective_on, percent }) => ({
        kind,
        effective_on,
        ...(percent !== null && { percent, quotas: quotasOf(licence, percent) }),
      })),
      left: remaining(licence, restrictedOn(licence, on)) ?? null,
      ...(without_quota && { without_quota }),
      lately: { since, ...(drawn.get(licence.id) ?? { entries: 0, units: 0 }) },
    })),
    booked: plan.charges.flatMap(sums),
    taken_back: plan.takenBack.flatMap(sums),
    recommended: findings
      .filter((one) => isImposed(one) && one.power === null)
      .map(({ finding, label }) => ({ finding, label })),
    sanctions: beside.filter((one) => one.kind === 'sanction' && !lifted.has(one.id)).map(besideOf),
    entitlements: beside.filter((one) => one.kind === 'entitlement').map(besideOf),
  }
}

function quotasOf({ quota, drawn, scope }: Licence, percent: string): readonly QuotaRestricted[] {
  return [{ hs_prefix: null, quota, drawn }, ...scope].flatMap((one) => {
    const left = remaining(one, percent)
    if (one.quota === null || left === undefined) return []
    const { hs_prefix, quota: granted, drawn: used } = one
    return [{ hs_prefix, granted, restricted: shareOf(granted, percent), drawn: used, left }]
  })
}

/** From the side of the firm's account. */
function sumsOf(
  { finding, postings }: Pick<Entry, 'finding' | 'postings'>,
  firm: string,
  labels: ReadonlyMap<string, Localized | null>,
): readonly Sum[] {
  return postings
    .filter((one) => one.manufacturer_id === firm)
    .map(({ currency, amount }) => ({ finding, label: labels.get(finding) ?? null, amount: `${currency} ${amount}` }))
}

function besideOf({ number, findings }: Determination): Beside {
  return {
    number,
    findings: findings
      .filter(({ value }) => value !== NOT_DUE)
      .map(({ finding, label, effect, from, value }) => ({ finding, label, effect, from, value })),
  }
}
