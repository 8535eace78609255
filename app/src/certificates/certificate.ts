/** A certificate in the register: issued here by a laboratory, or recorded from abroad. What it is on a day follows from its days and its orders. */

export const CERTIFICATE_ORIGINS = ['issued', 'recorded'] as const
export type CertificateOrigin = (typeof CERTIFICATE_ORIGINS)[number]

export const CERTIFICATE_ORDERS = ['suspend', 'restore', 'withdraw'] as const
export type CertificateOrderKind = (typeof CERTIFICATE_ORDERS)[number]

/** What the second signatory of a laboratory certifies. Amounts are decimal texts, days `2027-06-30`. */
export interface CertificateClaims {
  readonly scheme: { readonly id: string; readonly url: string; readonly name: string; readonly topic: string }
  readonly laboratory: {
    readonly id: string
    readonly number: string
    readonly name: string
    readonly accreditation: {
      readonly body: string
      readonly body_url?: string | undefined
      readonly number: string
      readonly name: string
    }
  }
  /** Its number is that in the company registry. */
  readonly manufacturer: { readonly id: string; readonly number: string; readonly name: string }
  readonly product?: { readonly id: string; readonly name: string; readonly model: string } | undefined
  readonly facility?: { readonly id: string; readonly name: string } | undefined
  readonly standard: NamedAddress
  readonly criteria: readonly NamedAddress[]
  readonly measured: readonly Measured[]
  /** Nothing else is certified. */
  readonly conformance: true
  /** The laboratory in the plant of the maker is the maker itself. */
  readonly assessor_level: '3rdParty' | 'Self'
  readonly assessed_on: string
  readonly evidence: { readonly url: string; readonly sha256: string }
  readonly valid_from: string
  /** The last day. */
  readonly valid_until: string
  /** Who reported, and who reviewed and now issues. */
  readonly signed_by: readonly [first: string, second: string]
}

export interface NamedAddress {
  readonly url: string
  readonly name: string
}

export interface Measured {
  readonly name: string
  readonly value: string
  readonly unit: string
  /** The expanded uncertainty as a share of the value, from 0 to 1: so the conformity credential has it. */
  readonly accuracy?: string | undefined
}

/** The register's line. */
export interface CertificateLine {
  readonly id: string
  readonly number: string
  readonly origin: CertificateOrigin
  /** As the certification policy calls it, and its name as it was then. */
  readonly scheme: string
  readonly scheme_name: string
  readonly manufacturer_id: string
  readonly manufacturer_name: string
  readonly model_id: string | null
  readonly facility_id: string | null
  /** The product or the plant by its name. */
  readonly about: string
  readonly laboratory_id: string
  readonly laboratory_number: string
  readonly laboratory_name: string
  readonly standard: string
  readonly valid_from: string
  readonly valid_until: string
  readonly evidence_url: string
  readonly evidence_sha256: string
  readonly signed_first: string
  readonly signed_second: string
  readonly recorded_at: string
}

export interface CertificateOrder {
  readonly certificate_id: string
  readonly position: number
  readonly kind: CertificateOrderKind
  readonly effective_on: string
  readonly reasons: string
  readonly ordered_by: 'laboratory' | 'authority'
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Certificate extends CertificateLine {
  /** In the order in which they were made. */
  readonly orders: readonly CertificateOrder[]
}

export const CERTIFICATE_STATUSES = ['not_yet_valid', 'valid', 'suspended', 'withdrawn', 'expired'] as const
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number]

/** Days are compared as texts. What was ordered says more than that its days are over. */
export function statusOn(
  { orders, valid_from, valid_until }: Pick<Certificate, 'orders' | 'valid_from' | 'valid_until'>,
  day: string,
): CertificateStatus {
  const ordered = orderedOn(orders, day)
  if (ordered !== undefined) return ordered
  if (day < valid_from) return 'not_yet_valid'
  return day > valid_until ? 'expired' : 'valid'
}

/** What its orders alone make of it, which is what a status list says. */
export function orderedOn(orders: readonly CertificateOrder[], day: string): 'suspended' | 'withdrawn' | undefined {
  const last = orders.findLast(({ effective_on }) => effective_on <= day)
  if (last === undefined || last.kind === 'restore') return undefined
  return last.kind === 'withdraw' ? 'withdrawn' : 'suspended'
}

const NUMBER = /^C-(\d{6,9})$/

/** Its place in the status lists of its issuer: `C-000012` is the twelfth. */
export function placeOf(number: string): number {
  const [, digits] = NUMBER.exec(number) ?? []
  if (digits === undefined) throw new RangeError(`'${number}' is no number of a certificate`)
  return Number(digits)
}

export type CertificateRefusal =
  | { readonly code: 'certificate_unknown' }
  | { readonly code: 'certificate_incomplete'; readonly place: string; readonly must: string }
  | { readonly code: 'certificate_signatories' }
  | { readonly code: 'certificate_period'; readonly from: string; readonly until: string }
  | { readonly code: 'certificate_ahead'; readonly from: string; readonly today: string }
  | { readonly code: 'certificate_others' }
  | { readonly code: 'certificate_over'; readonly on: string }
  | { readonly code: 'certificate_suspended' }
  | { readonly code: 'certificate_not_suspended' }
  | { readonly code: 'certificate_by_authority' }
  | {
      readonly code: 'certificate_order_day'
      readonly place: '/body/effective_on'
      readonly from: string
      readonly today: string
    }
  | { readonly code: 'certificate_changed' }
  | { readonly code: 'issuer_key_unknown' }
  | { readonly code: 'issuer_key_over' }
  | { readonly code: 'issuer_keys_changed' }
  | { readonly code: 'certificate_measured'; readonly name: string; readonly found: string }

/** What stands against an order. It has effect from a day that has come, and not before the one before it. */
export function refusedOrder(
  { orders, valid_from }: Pick<Certificate, 'orders' | 'valid_from'>,
  order: Pick<CertificateOrder, 'kind' | 'effective_on' | 'ordered_by'>,
  today: string,
): CertificateRefusal | undefined {
  const last = orders.at(-1)
  if (last?.kind === 'withdraw') return { code: 'certificate_over', on: last.effective_on }
  const isSuspended = last?.kind === 'suspend'
  if (order.kind === 'suspend' && isSuspended) return { code: 'certificate_suspended' }
  if (order.kind === 'restore' && !isSuspended) return { code: 'certificate_not_suspended' }
  // What the authority ordered is not for the laboratory to undo.
  if (order.kind === 'restore' && order.ordered_by === 'laboratory' && last?.ordered_by === 'authority')
    return { code: 'certificate_by_authority' }
  const from = last?.effective_on ?? valid_from
  return order.effective_on < from || order.effective_on > today
    ? { code: 'certificate_order_day', place: '/body/effective_on', from, today }
    : undefined
}

/** As many digits as a number of JSON keeps. */
const MOST_DIGITS = 15
const DECIMAL = /^-?\d+(?:\.\d+)?$/

/** What is wrong with what is to be certified on this day, beside what a certificate must hold. */
export function unfitClaims(claims: CertificateClaims, today: string): CertificateRefusal | undefined {
  const { signed_by, valid_from, valid_until, assessed_on, measured } = claims
  if (signed_by[0] === signed_by[1]) return { code: 'certificate_signatories' }
  if (valid_until < valid_from) return { code: 'certificate_period', from: valid_from, until: valid_until }
  // Who signs says what is so: neither an assessment nor a certificate is of a day to come.
  const latest = assessed_on > valid_from ? assessed_on : valid_from
  if (latest > today) return { code: 'certificate_ahead', from: latest, today }
  for (const { name, value, accuracy = '0' } of measured) {
    const isShare = isKept(accuracy) && Number(accuracy) >= 0 && Number(accuracy) <= 1
    if (!isKept(value) || !isShare)
      return { code: 'certificate_measured', name, found: isKept(value) ? accuracy : value }
  }
  return undefined
}

/** Whether it is the same after it was a number of JSON. */
function isKept(text: string): boolean {
  return DECIMAL.test(text) && text.replaceAll(/\D/g, '').length <= MOST_DIGITS
}
