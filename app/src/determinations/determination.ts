/** Findings that officers sign, with legal effect. What is determined follows from the assessment; an officer chooses which kind, and why. */
import type { ProvisionWhy } from '@maqami/engine/explain/explanation.ts'
import { stateOf } from '@maqami/engine/explain/story.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import { type Standing, type StandingEvent, type StandingKind, standingOf } from './standing.ts'

/**
 * *failure*: requirements that are not met, of which notice is served. *entitlement*: what is due to the firm, or from it. *sanction*:
 * what follows when notice was served and the time to cure has passed. *restoration*: the failure behind a sanction has been cured.
 */
export type DeterminationKind = 'failure' | 'entitlement' | 'sanction' | 'restoration'

/** Of an amount that an earlier determination booked, and that is not due any more. */
export const NOT_DUE = ''

export interface DeterminedFinding {
  readonly finding: string
  readonly kind: ProvisionWhy['kind']
  readonly label: Localized | null
  readonly summary: Localized | null
  readonly clause: string | null
  /** As the explanation writes it: `true`, `PKR 1250`; `NOT_DUE` of what is taken back. */
  readonly value: string
  readonly effect: { readonly verb: string; readonly noun: string } | null
  /** The day from which a sanction has effect. */
  readonly from: string | null
  /** Who may impose it; without a power it is a recommendation to whoever has it. */
  readonly power: { readonly authority: Localized; readonly clause: string | null } | null
  /** Another authority that has the power, so that ours recommends it. */
  readonly recommended_to?: { readonly authority: Localized; readonly clause: string | null }
  /** What was computed where an officer decided less, and why: `value` and `from` above are then what was decided. */
  readonly less?: { readonly value: string; readonly from: string | null; readonly reasons: string }
}

/** False of a sanction that an officer decided not to impose. */
export function isImposed({ kind, value }: Pick<DeterminedFinding, 'kind' | 'value'>): boolean {
  return kind === 'sanction' && value !== 'false' && value !== NOT_DUE
}

export function isWithdrawal(finding: DeterminedFinding): boolean {
  return isImposed(finding) && finding.effect?.verb === 'withdraw' && finding.effect.noun === 'concession'
}

export interface Determination {
  readonly id: string
  readonly number: string
  readonly kind: DeterminationKind
  readonly manufacturer_id: string
  readonly programme: string
  readonly year: string
  readonly assessment_id: string
  /** The law that it applies, which is that of its assessment. */
  readonly release_id: string
  readonly rehearsal: boolean
  /** Canonical JSON: `{}` where a return has one subject. */
  readonly subject: string
  readonly findings: readonly DeterminedFinding[]
  readonly reasons: string
  /** The determination that this one rests on: the failure of a sanction, the sanction of a restoration. */
  readonly follows: string | null
  readonly prepared_at: string
  readonly prepared_by: string
  readonly decided: Decided | null
  /** What happened to it after it was approved, and to the failure that a sanction rests on: see `standingOf`. */
  readonly standings: readonly StandingEvent[]
  readonly standings_before: readonly StandingEvent[]
}

/** What a second officer said; or *withdrawn* by who prepared it. */
export interface Decided {
  readonly kind: 'approved' | 'sent_back' | 'withdrawn'
  readonly reason: string | null
  readonly signed_hash: string | null
  readonly letter_id: string | null
  /** The letter among all that it was made of; null of what was approved before there were bundles. */
  readonly bundle_id: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export type DeterminationStatus = 'prepared' | Decided['kind']

export function statusOf({ decided }: Pick<Determination, 'decided'>): DeterminationStatus {
  return decided?.kind ?? 'prepared'
}

/** Approved, or waiting for it: not sent back and not withdrawn. */
export function isStanding({ decided }: Pick<Determination, 'decided'>): boolean {
  return decided === null || decided.kind === 'approved'
}

/** Approved, and neither stayed nor replaced nor quashed. */
export function hasEffect(determination: Determination): boolean {
  return standingOf(determination) === 'in_effect'
}

/** What has to come before a sanction and has not: each follows from what happened to the notice of the failure. */
export type SanctionBar =
  | 'not_served'
  | 'time_to_cure_runs'
  | 'time_to_answer_runs'
  | 'cured_in_time'
  | 'answer_not_considered'
  | 'hearing_not_held'
  | 'time_not_decided'
  | 'file_not_disclosed'

export type DeterminationRefusal =
  | { readonly code: 'sanction_barred'; readonly bar: SanctionBar }
  | { readonly code: 'determination_unknown' }
  | { readonly code: 'subject_unknown'; readonly subject: string }
  | { readonly code: 'nothing_to_determine'; readonly kind: DeterminationKind }
  | { readonly code: 'determined_already'; readonly number: string }
  | { readonly code: 'own_determination' }
  | { readonly code: 'other_determination' }
  | { readonly code: 'determination_decided'; readonly number: string }
  | { readonly code: 'follows_nothing'; readonly kind: DeterminationKind }
  | { readonly code: 'assessment_outdated' }
  | { readonly code: 'other_than_shown' }
  | { readonly code: 'letter_unknown' }
  | { readonly code: 'bundle_unknown'; readonly number: string }
  | { readonly code: 'determination_not_approved'; readonly number: string }
  /** It waits for the decision about an appeal; meanwhile nothing takes its place or follows it. */
  | { readonly code: 'determination_stayed'; readonly number: string }
  | { readonly code: 'took_part'; readonly number: string }
  | { readonly code: 'remanded_to_others'; readonly number: string }
  | {
      readonly code: 'standing_refused'
      readonly number: string
      readonly standing: Standing
      readonly kind: StandingKind
    }
  | { readonly code: 'restoration_stands'; readonly number: string }
  | { readonly code: 'less_of_nothing'; readonly finding: string }
  | { readonly code: 'not_less'; readonly finding: string; readonly computed: string; readonly from: string | null }
  | { readonly code: 'law_not_gazetted'; readonly rows: readonly string[] }

/** The states of a finding in which a determination of the kind may state it. */
const STATES: Readonly<Record<DeterminationKind, readonly (readonly [ProvisionWhy['kind'], string])[]>> = {
  failure: [['requirement', 'not_met']],
  entitlement: [
    ['entitlement', 'due'],
    ['liability', 'due'],
  ],
  sanction: [['sanction', 'applies']],
  // Where the return was restated so that nothing fails any more; a cure changes no finding.
  restoration: [['requirement', 'met']],
}

/** Ours only recommends what it has no power to impose: none is recorded, or it is that of another. */
export function isRecommendation({ kind, findings }: Pick<Determination, 'kind' | 'findings'>): boolean {
  const sanctions = findings.filter(isImposed)
  return kind === 'sanction' && sanctions.length > 0 && sanctions.every(({ power }) => power === null)
}

/** The findings of one subject that a determination of the kind states, in the order of the law, by the authority of the programme. Days are texts. */
export function determinedFindings(
  kind: DeterminationKind,
  provisions: readonly ProvisionWhy[],
  asOf: string,
  ours: Localized,
): readonly DeterminedFinding[] {
  return provisions
    .filter((why) => STATES[kind].some(([of, state]) => why.kind === of && stateOf(why, asOf) === state))
    .map((why) => ({
      finding: why.name,
      kind: why.kind,
      label: why.label ?? null,
      summary: why.summary ?? null,
      clause: why.clause ?? null,
      value: why.said.state === 'value' ? why.said.text : '',
      effect: why.effect ?? null,
      from: why.from?.said.state === 'value' ? why.from.said.text : null,
      ...powerOf(why, ours),
    }))
}

function powerOf({ kind, power }: ProvisionWhy, ours: Localized): Pick<DeterminedFinding, 'power' | 'recommended_to'> {
  if (power === undefined) return { power: null }
  const recorded = { authority: power.authority, clause: power.clause ?? null }
  const isOthers = kind === 'sanction' && power.authority['en'] !== ours['en']
  return isOthers ? { power: null, recommended_to: recorded } : { power: recorded }
}

/** `PKR 1250` in its parts; undefined where a finding is no amount. */
export function amountOf({
  value,
}: Pick<DeterminedFinding, 'value'>): { readonly currency: string; readonly digits: string } | undefined {
  const [, currency, digits] = /^([A-Z]{3}) (\d+(?:\.\d+)?)$/.exec(value) ?? []
  return currency === undefined || digits === undefined ? undefined : { currency, digits }
}
