/** An appeal of a firm against a determination: what was filed, and what happened to it, from which everything else follows. */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { amountOf, type Determination, type DeterminedFinding } from '../determinations/determination.ts'
import { findingsNow } from '../determinations/standing.ts'

export type AppealOutcome = 'upheld' | 'varied' | 'quashed' | 'remanded'
export const APPEAL_OUTCOMES: readonly AppealOutcome[] = ['upheld', 'varied', 'quashed', 'remanded']

export type AppealEventKind =
  | 'filed'
  /** By the firm, before it was filed. */
  | 'discarded'
  | 'withdrawn'
  /** By the authority, about the grounds. */
  | 'replied'
  /** Filed late, and heard all the same; or not. */
  | 'condoned'
  | 'out_of_time'
  | 'stay_applied'
  | 'stay_granted'
  | 'stay_refused'
  | 'stay_ended'
  | 'hearing_fixed'
  | 'hearing_adjourned'
  | 'hearing_held'
  | 'decided'
  /** By the firm, of a letter about a hearing or of the order. */
  | 'acknowledged'

export interface AppealEvent {
  readonly appeal_id: string
  readonly position: number
  readonly kind: AppealEventKind
  readonly words: string
  /** The day of a hearing; the last day of a stay, null where it holds until the appeal is decided. */
  readonly on_day: string | null
  /** Hour and room of a hearing. */
  readonly place: string | null
  readonly outcome: AppealOutcome | null
  /** What a varied determination finds from then on. */
  readonly findings: readonly DeterminedFinding[] | null
  readonly signed_hash: string | null
  readonly letter_id: string | null
  /** The position of the event whose letter is acknowledged. */
  readonly about: number | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface AppealEvidence {
  readonly document_id: string
  readonly name: string
  readonly hash: string
}

export interface Appeal {
  readonly id: string
  readonly number: string
  readonly determination_id: string
  readonly manufacturer_id: string
  readonly grounds: string
  /** The last day on which an appeal is in time; null where the law sets none. */
  readonly ends_on: string | null
  readonly late_reason: string | null
  readonly stay_reason: string | null
  readonly prepared_at: string
  readonly prepared_by: string
  readonly evidence: readonly AppealEvidence[]
  readonly events: readonly AppealEvent[]
}

/** *late*: filed after the last day, and nobody has said yet whether it is heard. */
export type AppealStatus = 'prepared' | 'discarded' | 'late' | 'open' | 'withdrawn' | 'out_of_time' | 'decided'

export type AppealRefusal =
  | { readonly code: 'appeal_unknown' }
  | { readonly code: 'not_appealable'; readonly number: string }
  | { readonly code: 'appealed_already'; readonly number: string }
  | { readonly code: 'late_without_reason'; readonly ends_on: string }
  | { readonly code: 'appeal_filed'; readonly number: string }
  | { readonly code: 'appeal_not_filed'; readonly number: string }
  | { readonly code: 'appeal_over'; readonly number: string }
  | { readonly code: 'evidence_enough'; readonly most: number }
  | { readonly code: 'appeal_changed' }
  /** Whoever prepared, approved or served what the appeal is about decides nothing of it. */
  | { readonly code: 'decider_took_part'; readonly number: string }
  | { readonly code: 'decider_replied'; readonly number: string }
  | { readonly code: 'not_condoned'; readonly number: string }
  | { readonly code: 'not_late'; readonly number: string }
  | { readonly code: 'stay_applied_already'; readonly number: string }
  | { readonly code: 'no_stay_applied'; readonly number: string }
  | { readonly code: 'no_stay'; readonly number: string }
  | { readonly code: 'stay_day'; readonly day: string; readonly today: string }
  | { readonly code: 'appeal_hearing_day'; readonly day: string; readonly next: string }
  | { readonly code: 'appeal_hearing_far'; readonly day: string; readonly latest: string }
  | { readonly code: 'no_appeal_hearing'; readonly number: string }
  | { readonly code: 'appeal_hearing_not_yet'; readonly day: string }
  | { readonly code: 'nothing_varied' }
  | { readonly code: 'nothing_left' }
  | { readonly code: 'not_lesser'; readonly finding: string }
  | { readonly code: 'no_appeal_letter'; readonly number: string }
  | { readonly code: 'letter_acknowledged'; readonly number: string }
  | { readonly code: 'no_order_drafted' }
  | { readonly code: 'order_changed' }

const ENDS: readonly AppealEventKind[] = ['discarded', 'withdrawn', 'out_of_time', 'decided']

export function statusOf({ ends_on, events }: Pick<Appeal, 'ends_on' | 'events'>): AppealStatus {
  const end = events.find(({ kind }) => ENDS.includes(kind))
  if (end !== undefined) return end.kind as AppealStatus
  const filed = filedOn({ events })
  if (filed === undefined) return 'prepared'
  const isLate = ends_on !== null && filed > ends_on
  return isLate && !events.some(({ kind }) => kind === 'condoned') ? 'late' : 'open'
}

/** The day in Pakistan on which it was filed. */
export function filedOn({ events }: Pick<Appeal, 'events'>): string | undefined {
  return events.find(({ kind }) => kind === 'filed')?.on_day ?? undefined
}

/** The event in which the firm acknowledged the letter that tells of another. */
export function letterSettled(
  { events }: Pick<Appeal, 'events'>,
  { position }: Pick<AppealEvent, 'position'>,
): AppealEvent | undefined {
  return events.find(({ kind, about }) => kind === 'acknowledged' && about === position)
}

export type StayStatus = 'none' | 'applied' | 'granted' | 'refused' | 'ended'

/** Of the stay that was asked for with the appeal or after it. What was refused or has ended may be asked for again. */
export function stayOf({ stay_reason, events }: Pick<Appeal, 'stay_reason' | 'events'>): {
  readonly status: StayStatus
  /** Its last day, while it is granted. */
  readonly until: string | null
} {
  const last = events.findLast(({ kind }) => kind.startsWith('stay_'))
  if (last === undefined) return { status: stay_reason === null ? 'none' : 'applied', until: null }
  if (last.kind === 'stay_applied') return { status: 'applied', until: null }
  if (last.kind === 'stay_granted') return { status: 'granted', until: last.on_day }
  return { status: last.kind === 'stay_refused' ? 'refused' : 'ended', until: null }
}

/** The hearing that is fixed and was neither held nor adjourned. */
export function hearingOf({ events }: Pick<Appeal, 'events'>): AppealEvent | undefined {
  const last = events.findLast(({ kind }) => kind.startsWith('hearing_'))
  return last?.kind === 'hearing_fixed' || last?.kind === 'hearing_adjourned' ? last : undefined
}

/** Every hearing that was not adjourned to another day. */
export function hearingsOf({ events }: Pick<Appeal, 'events'>): readonly {
  readonly position: number
  readonly on_day: string
  readonly isHeld: boolean
}[] {
  const hearings = events.filter(({ kind }) => kind.startsWith('hearing_'))
  return hearings.flatMap(({ kind, position, on_day }, index) => {
    const next = hearings[index + 1]?.kind
    if (kind === 'hearing_held' || next === 'hearing_adjourned') return []
    return [{ position, on_day: on_day ?? '', isHeld: next === 'hearing_held' }]
  })
}

/** `days` after a day, as both are written. */
export function dayAfter(day: string, days: number): string {
  const from = parseDay(day)
  if (from === undefined) throw new RangeError(`${day} is no day`)
  return formatDay(from + days)
}

/** What an order changes of one finding; nothing said of a finding leaves it as it is. */
export interface FindingChange {
  readonly finding: string
  /** Not found any more. */
  readonly dropped: boolean
  /** `PKR 5000`; null where the amount stays. */
  readonly value: string | null
  /** From when a sanction has effect; null where that stays. */
  readonly from: string | null
}

/**
 * What is left of a determination. Never harsher: a failure, a liability or a sanction may fall, an amount due from the firm be less, a sanction begin
 * later. What is due to the firm is computed and nobody's to set: such a determination is remanded.
 */
export function variedFindings(
  determination: Pick<Determination, 'findings' | 'standings'>,
  changes: readonly FindingChange[],
): { readonly done: readonly DeterminedFinding[] } | { readonly refused: AppealRefusal } {
  const before = findingsNow(determination)
  const unknown = changes.find(({ finding }) => !before.some((one) => one.finding === finding))
  if (unknown !== undefined) return { refused: { code: 'not_lesser', finding: unknown.finding } }
  const left: DeterminedFinding[] = []
  let isChanged = false
  for (const one of before) {
    const change = changes.find(({ finding }) => finding === one.finding)
    if (change === undefined || (!change.dropped && change.value === null && change.from === null)) {
      left.push(one)
      continue
    }
    if (!isLesser(one, change)) return { refused: { code: 'not_lesser', finding: one.finding } }
    isChanged = true
    if (change.dropped) continue
    // A suspension is stated as the day on which it begins.
    const stated = change.from !== null && one.value === one.from ? change.from : one.value
    left.push({ ...one, value: change.value ?? stated, from: change.from ?? one.from })
  }
  if (!isChanged) return { refused: { code: 'nothing_varied' } }
  return left.length === 0 ? { refused: { code: 'nothing_left' } } : { done: left }
}

function isLesser({ kind, value, from }: DeterminedFinding, change: FindingChange): boolean {
  if (kind === 'entitlement' || kind === 'measure') return false
  if (change.dropped) return true
  const [was, is] = [amountOf({ value }), change.value === null ? undefined : amountOf({ value: change.value })]
  if (change.value !== null) {
    if (kind === 'requirement' || was === undefined || is === undefined || was.currency !== is.currency) return false
    if (!isBelow(is.digits, was.digits)) return false
  }
  return change.from === null || (kind === 'sanction' && from !== null && change.from > from)
}

/** Of amounts as they are written, exactly; nothing at all is no amount but a finding that falls. */
function isBelow(amount: string, most: string): boolean {
  const [a, b] = [hundredths(amount), hundredths(most)]
  return a > 0n && a < b
}

function hundredths(digits: string): bigint {
  const [whole = '', part = ''] = digits.split('.')
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2) || '0')
}
