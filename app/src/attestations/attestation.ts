/** What a supplier attests of the local content of a part that it delivers: the share, without its costs. Its state follows from the events. */
import { compare, type Exact, exact, multiply, ONE, parseDecimal, ZERO } from '@maqami/engine/value/exact.ts'

/** `62.5%`, as it was written. The same in both is an exact share; one alone is a band that is open at the other end. */
export interface AttestedShare {
  readonly at_least: string | null
  readonly at_most: string | null
}

/** What the supplier says, and signs. */
export interface Statement extends AttestedShare {
  /** The number in the company registry of the firm that it is made to; empty where any firm may rely on it. */
  readonly recipient: string
  readonly part_code: string
  readonly part: string
  readonly hs_code: string
  /** As the vocabulary of a programme calls it: `battery`. */
  readonly component_class: string
  /** Of the deliveries that it is about. */
  readonly period_from: string
  readonly period_until: string
  /** The last day on which a return that relies on it may be filed. */
  readonly expires_on: string
  /** The sealed cost sheet. */
  readonly evidence_id: string
  /** The attestation that this one takes the place of, once it is signed. */
  readonly replaces: string | null
}

export interface AttestationEvent {
  readonly attestation_id: string
  readonly supplier_id: string
  readonly recipient: string
  readonly position: number
  readonly kind: 'signed' | 'withdrawn' | 'superseded'
  /** From when it is not to be relied on. */
  readonly effective_on: string | null
  readonly reason: string | null
  readonly signed_hash: string | null
  /** The one that took its place. */
  readonly successor: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Attestation extends Statement {
  readonly id: string
  readonly number: string
  readonly supplier_id: string
  readonly supplier_name: string
  readonly evidence_hash: string
  readonly prepared_at: string
  readonly prepared_by: string
  /** In the order in which they were recorded. */
  readonly events: readonly AttestationEvent[]
}

/** A cost sheet as it came in. Nobody reads its bytes but the supplier, and an officer who has said why. */
export interface SealedEvidence {
  readonly id: string
  readonly supplier_id: string
  readonly name: string
  readonly media_type: string
  /** `sha256:` and the hash of its bytes. */
  readonly hash: string
  readonly bytes: Buffer
  readonly kept_at: string
  readonly kept_by: string
}

export interface Opening {
  readonly id: string
  readonly attestation_id: string
  readonly supplier_id: string
  readonly recipient: string
  readonly evidence_id: string
  readonly evidence_hash: string
  readonly reason: string
  readonly opened_at: string
  readonly opened_by: string
}

/** *prepared* until it is signed, *expired* from the day after its last. */
export type AttestationStatus = 'prepared' | 'signed' | 'withdrawn' | 'superseded' | 'expired'

/** Days are compared as texts. */
export function statusOn(
  { events, expires_on }: Pick<Attestation, 'events' | 'expires_on'>,
  day: string,
): AttestationStatus {
  if (!events.some(({ kind }) => kind === 'signed')) return 'prepared'
  const ended = endOn({ events }, day)
  if (ended !== undefined) return ended.kind
  return day > expires_on ? 'expired' : 'signed'
}

export interface Ended extends AttestationEvent {
  readonly kind: 'withdrawn' | 'superseded'
  readonly effective_on: string
}

/** By what it ended before or on the day; to expire is no such end, since it undoes nothing that was filed before. */
export function endOn({ events }: Pick<Attestation, 'events'>, day: string): Ended | undefined {
  return events.find(
    (one): one is Ended => one.kind !== 'signed' && one.effective_on !== null && one.effective_on <= day,
  )
}

/** As it was known at an instant: what was recorded after it had not happened. Undefined where it had not been signed. */
export function knownAt(attestation: Attestation, at: string): Attestation | undefined {
  const events = attestation.events.filter(({ recorded_at }) => recorded_at <= at)
  return events.length === 0 ? undefined : { ...attestation, events }
}

const PERCENT = /^(\d{1,3}(?:\.\d{1,6})?)%$/
const HUNDREDTH = exact(1, 100)

/** `62.5%` as a ratio; undefined where it is no percentage from 0 to 100. */
function readShare(text: string): Exact | undefined {
  const number = parseDecimal(PERCENT.exec(text)?.[1] ?? '')
  const share = number === undefined ? undefined : multiply(number, HUNDREDTH)
  return share === undefined || compare(share, ONE) > 0 ? undefined : share
}

/** The ends of the band, which is open to nothing or to all where an end is not said. */
function boundsOf({ at_least, at_most }: AttestedShare): readonly [least: Exact, most: Exact] {
  return [
    at_least === null ? ZERO : (readShare(at_least) ?? ZERO),
    at_most === null ? ONE : (readShare(at_most) ?? ONE),
  ]
}

/** What counts of it: of a band its lower end. */
export function countedShare(share: AttestedShare): { readonly exact: Exact; readonly text: string } {
  return { exact: boundsOf(share)[0], text: share.at_least ?? '0%' }
}

export function isExact({ at_least, at_most }: AttestedShare): boolean {
  return at_least !== null && at_least === at_most
}

/** Both cannot be true: they are of one supplier, one part and a day in common, and no share lies in both bands. */
function contradicts(one: Attestation, other: Attestation): boolean {
  const isOfSame =
    one.id !== other.id &&
    one.supplier_id === other.supplier_id &&
    isSameCode(one.part_code, other.part_code) &&
    one.period_from <= other.period_until &&
    other.period_from <= one.period_until
  const [least, most] = boundsOf(one)
  const [otherLeast, otherMost] = boundsOf(other)
  return isOfSame && (compare(least, otherMost) > 0 || compare(otherLeast, most) > 0)
}

export function isSameCode(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Of those that hold on the day, what contradicts it. */
export function contradictionsOf(
  attestation: Attestation,
  others: readonly Attestation[],
  day: string,
): readonly Attestation[] {
  return others.filter((other) => statusOn(other, day) === 'signed' && contradicts(attestation, other))
}

export type AttestationRefusal =
  | { readonly code: 'attestation_unknown' }
  | { readonly code: 'evidence_unknown'; readonly place: '/body/evidence_id' }
  | { readonly code: 'evidence_other'; readonly place: '/body/evidence_hash' }
  | { readonly code: 'opening_over' }
  | { readonly code: 'share_unfit'; readonly place: '/body/at_least' | '/body/at_most'; readonly found: string }
  | { readonly code: 'share_missing'; readonly place: '/body/at_least' }
  | {
      readonly code: 'share_upside_down'
      readonly place: '/body/at_most'
      readonly at_least: string
      readonly at_most: string
    }
  | {
      readonly code: 'attestation_period'
      readonly place: '/body/period_until'
      readonly from: string
      readonly until: string
    }
  | { readonly code: 'attestation_expiry'; readonly place: '/body/expires_on'; readonly until: string }
  | { readonly code: 'attestation_signed' }
  | { readonly code: 'attestation_not_signed' }
  | { readonly code: 'attestation_over'; readonly number: string }
  | { readonly code: 'attestation_changed' }
  | {
      readonly code: 'withdrawal_day'
      readonly place: '/body/withdrawn_on'
      readonly from: string
      readonly today: string
    }

/** What is wrong with a statement by itself. */
export function unfitStatement(said: Statement): AttestationRefusal | undefined {
  for (const end of ['at_least', 'at_most'] as const) {
    const text = said[end]
    if (text !== null && readShare(text) === undefined)
      return { code: 'share_unfit', place: `/body/${end}`, found: text }
  }
  const { at_least, at_most, period_from, period_until, expires_on } = said
  if (at_least === null && at_most === null) return { code: 'share_missing', place: '/body/at_least' }
  const [least, most] = boundsOf(said)
  if (compare(least, most) > 0)
    return { code: 'share_upside_down', place: '/body/at_most', at_least: at_least ?? '', at_most: at_most ?? '' }
  if (period_until < period_from)
    return { code: 'attestation_period', place: '/body/period_until', from: period_from, until: period_until }
  return expires_on < period_until
    ? { code: 'attestation_expiry', place: '/body/expires_on', until: period_until }
    : undefined
}
