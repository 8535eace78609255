/** A testing laboratory: what it is accredited for, the orders about it, and whether it may sign for a test on a day. */

export const LABORATORY_KINDS = ['government', 'private', 'foreign', 'in_plant'] as const
export type LaboratoryKind = (typeof LABORATORY_KINDS)[number]

/** One method of a standard: `IEC 62133-2:2017`, `7.3.2 External short circuit`. */
export interface TestMethod {
  readonly standard: string
  readonly method: string
}

export interface ScopeLine extends TestMethod {
  /** The accredited laboratory that does it for this one; null where it does it itself. */
  readonly subcontracted_to: string | null
}

/** What an accreditation body said of it. Said anew under the same number, the later word holds from its first day. */
export interface Accreditation {
  readonly id: string
  readonly body: string
  readonly number: string
  /** By which it was accredited: `ISO/IEC 17025:2017`. */
  readonly standard: string
  readonly valid_from: string
  readonly valid_until: string
  /** The last day by which the body visits again. */
  readonly next_surveillance_on: string
  /** The arrangement by which the body's word counts here: `ILAC MRA`; null where it is the country's own. */
  readonly recognised_under: string | null
  readonly document_id: string
  readonly document_hash: string
  readonly scope: readonly ScopeLine[]
}

/** In bytes. */
export const LARGEST_ACCREDITATION_FILE = 10 * 1024 * 1024

export const LABORATORY_ORDERS = ['suspend', 'restore', 'withdraw'] as const

export interface LaboratoryOrder {
  readonly id: string
  readonly kind: (typeof LABORATORY_ORDERS)[number]
  readonly effective_on: string
  readonly reasons: string
  readonly proposed_at: string
  readonly proposed_by: string
  /** By another officer; null until then. */
  readonly decided: OrderDecided | null
}

export interface OrderDecided {
  readonly kind: 'approved' | 'declined'
  readonly reason: string | null
  readonly decided_at: string
  readonly decided_by: string
}

/** Who may sign reports. Of two entries about a person the later one holds. */
export interface StaffEntry {
  readonly person_id: string
  readonly may_sign_from: string
  /** Null without end. */
  readonly may_sign_until: string | null
}

/** An instrument for a method. Of two entries about it the later calibration holds. */
export interface Equipment {
  readonly name: string
  readonly serial: string
  readonly method: string
  readonly calibrated_on: string
  readonly calibration_due_on: string
  /** From this day it is used no more. */
  readonly retired_on: string | null
}

/** Of two prices of a method the later one holds. */
export interface Price extends TestMethod {
  readonly amount: string
  readonly currency: string
  /** Working days from sample to report. */
  readonly days: number
}

export interface Laboratory {
  readonly id: string
  readonly number: string
  /** As which its people sign in; null where it does not. */
  readonly organization_id: string | null
  readonly name: string
  readonly kind: LaboratoryKind
  /** `PK`. */
  readonly country: string
  /** In whose plant it is; null of every other kind. */
  readonly manufacturer_id: string | null
  /** These lists stand in the order in which they were recorded. */
  readonly accreditations: readonly Accreditation[]
  /** Those that nobody decided too, as far as the reader may see them. */
  readonly orders: readonly LaboratoryOrder[]
  /** Empty for those who may not know. */
  readonly staff: readonly StaffEntry[]
  readonly equipment: readonly Equipment[]
  readonly prices: readonly Price[]
  /** What it says it can take in a week; null where it never said. */
  readonly samples_a_week: number | null
}

/** What it says of itself. */
export const OWN_PARTS = ['equipment', 'price', 'capacity', 'staff'] as const
export type OwnPart = (typeof OWN_PARTS)[number]

export type LaboratoryStatus = 'registered' | 'suspended' | 'withdrawn'

const AFTER: Readonly<Record<LaboratoryOrder['kind'], LaboratoryStatus>> = {
  suspend: 'suspended',
  restore: 'registered',
  withdraw: 'withdrawn',
}

/** Days are compared as texts. Of two orders that take effect on the same day the one that was approved later holds. */
export function statusOn({ orders }: Pick<Laboratory, 'orders'>, day: string): LaboratoryStatus {
  const last = orders
    .filter(({ decided, effective_on }) => decided?.kind === 'approved' && effective_on <= day)
    .toSorted((a, b) => compareTexts(a.effective_on, b.effective_on) || compareTexts(approvedAt(a), approvedAt(b)))
    .at(-1)
  return last === undefined ? 'registered' : AFTER[last.kind]
}

function approvedAt({ decided }: LaboratoryOrder): string {
  return decided?.decided_at ?? ''
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Why it may not sign for a method on a day. */
export const SCOPE_GAPS = [
  'laboratory_withdrawn',
  'laboratory_suspended',
  'not_accredited',
  'accreditation_expired',
  'out_of_scope',
  'surveillance_overdue',
  'calibration_overdue',
] as const
export type ScopeGap = (typeof SCOPE_GAPS)[number]

/** The accreditation under which it may sign for the method on the day, and for whom it had it done; or why it may not. */
export type ScopeFound = { readonly good: Accreditation; readonly line: ScopeLine } | { readonly gap: ScopeGap }

export function scopeOn(
  laboratory: Pick<Laboratory, 'orders' | 'accreditations' | 'equipment'>,
  wanted: TestMethod,
  day: string,
): ScopeFound {
  const status = statusOn(laboratory, day)
  if (status !== 'registered') return { gap: `laboratory_${status}` }
  const held = accreditationsOn(laboratory, day)
  if (held.length === 0) return { gap: 'not_accredited' }
  const valid = held.filter(({ valid_until }) => day <= valid_until)
  if (valid.length === 0) return { gap: 'accreditation_expired' }
  const fitting = valid.flatMap((good) => {
    const line = good.scope.find((one) => isSame(one, wanted))
    return line === undefined ? [] : [{ good, line }]
  })
  if (fitting.length === 0) return { gap: 'out_of_scope' }
  const found = fitting.find(({ good }) => day <= good.next_surveillance_on)
  if (found === undefined) return { gap: 'surveillance_overdue' }
  // What another laboratory does is measured with that one's instruments.
  const isMeasured = found.line.subcontracted_to !== null || isCalibratedOn(laboratory, wanted.method, day)
  return isMeasured ? found : { gap: 'calibration_overdue' }
}

/** The last word of each accreditation that had begun on the day. */
export function accreditationsOn(
  { accreditations }: Pick<Laboratory, 'accreditations'>,
  day: string,
): readonly Accreditation[] {
  const begun = accreditations.filter(({ valid_from }) => valid_from <= day)
  const words = Map.groupBy(begun, ({ body, number }) => `${body}\n${number}`)
  return [...words.values()].flatMap((all) => latest(all, ({ valid_from }) => valid_from))
}

function isSame(one: TestMethod, other: TestMethod): boolean {
  return one.standard === other.standard && one.method === other.method
}

/** There is an instrument for the method, and none of those in use is overdue. */
function isCalibratedOn({ equipment }: Pick<Laboratory, 'equipment'>, method: string, day: string): boolean {
  const used = equipmentOn({ equipment }, day).filter((one) => one.method === method)
  return used.length > 0 && used.every(({ calibration_due_on }) => day <= calibration_due_on)
}

/** The instruments in use on the day, each by its last calibration. */
export function equipmentOn({ equipment }: Pick<Laboratory, 'equipment'>, day: string): readonly Equipment[] {
  const known = equipment.filter(({ calibrated_on }) => calibrated_on <= day)
  const entries = Map.groupBy(known, ({ serial, method }) => `${serial}\n${method}`)
  return [...entries.values()]
    .flatMap((all) => latest(all, ({ calibrated_on }) => calibrated_on))
    .filter(({ retired_on }) => retired_on === null || day < retired_on)
}

/** Of those of the last day the one that was recorded last. */
function latest<T>(all: readonly T[], dayOf: (one: T) => string): readonly T[] {
  return all.toSorted((a, b) => compareTexts(dayOf(a), dayOf(b))).slice(-1)
}

/** What each method costs now. */
export function pricesNow({ prices }: Pick<Laboratory, 'prices'>): readonly Price[] {
  const entries = Map.groupBy(prices, ({ standard, method }) => `${standard}\n${method}`)
  return [...entries.values()].flatMap((all) => all.slice(-1))
}

/** The last entry about each person. */
export function staffNow({ staff }: Pick<Laboratory, 'staff'>): readonly StaffEntry[] {
  const entries = Map.groupBy(staff, ({ person_id }) => person_id)
  return [...entries.values()].flatMap((all) => all.slice(-1))
}

/** Whether somebody may sign reports for it on the day; for a laboratory that is suspended or withdrawn nobody may. */
export function maySign(laboratory: Pick<Laboratory, 'orders' | 'staff'>, person: string, day: string): boolean {
  const entry = staffNow(laboratory).find(({ person_id }) => person_id === person)
  return (
    statusOn(laboratory, day) === 'registered' &&
    entry !== undefined &&
    entry.may_sign_from <= day &&
    (entry.may_sign_until === null || day <= entry.may_sign_until)
  )
}

export type LaboratoryRefusal =
  | { readonly code: 'laboratory_unknown' }
  | { readonly code: 'laboratory_country'; readonly place: '/body/country'; readonly found: string }
  | { readonly code: 'laboratory_plant'; readonly place: '/body/manufacturer_id'; readonly kind: LaboratoryKind }
  | { readonly code: 'laboratory_organization'; readonly place: '/body/organization_id' }
  | { readonly code: 'laboratory_organization_taken'; readonly place: '/body/organization_id'; readonly number: string }
  | { readonly code: 'recognition_missing'; readonly place: '/body/recognised_under' }
  | {
      readonly code: 'accreditation_period'
      readonly place: '/body/valid_until' | '/body/next_surveillance_on'
      readonly from: string
      readonly until: string
    }
  | { readonly code: 'scope_twice'; readonly place: '/body/scope'; readonly standard: string; readonly method: string }
  | { readonly code: 'accreditation_document_unknown'; readonly place: '/body/document_id' }
  | { readonly code: 'laboratory_order_unfit'; readonly place: '/body/kind'; readonly status: LaboratoryStatus }
  | { readonly code: 'laboratory_order_open'; readonly number: string }
  | { readonly code: 'laboratory_order_early'; readonly place: '/body/effective_on'; readonly today: string }
  | { readonly code: 'laboratory_order_unknown' }
  | { readonly code: 'laboratory_order_decided' }
  | { readonly code: 'own_laboratory_order' }
  | { readonly code: 'no_laboratory_of_yours' }
  | {
      readonly code: 'calibration_period'
      readonly place: '/body/calibration_due_on' | '/body/retired_on'
      readonly from: string
      readonly until: string
    }
  | { readonly code: 'calibration_ahead'; readonly place: '/body/calibrated_on'; readonly today: string }
  | { readonly code: 'own_authorisation' }
  | { readonly code: 'not_of_laboratory'; readonly place: '/body/person_id' }
  | {
      readonly code: 'authorisation_period'
      readonly place: '/body/may_sign_until'
      readonly from: string
      readonly until: string
    }

/** What each order may follow. */
const BEFORE: Readonly<Record<LaboratoryOrder['kind'], readonly LaboratoryStatus[]>> = {
  suspend: ['registered'],
  restore: ['suspended', 'withdrawn'],
  withdraw: ['registered', 'suspended'],
}

export type WantedOrder = Pick<LaboratoryOrder, 'kind' | 'effective_on' | 'reasons'>

/** One at a time waits for its second officer, and none takes effect before today. */
export function unfitOrder(
  laboratory: Pick<Laboratory, 'orders' | 'number'>,
  { kind, effective_on }: Pick<WantedOrder, 'kind' | 'effective_on'>,
  today: string,
): LaboratoryRefusal | undefined {
  if (laboratory.orders.some(({ decided }) => decided === null))
    return { code: 'laboratory_order_open', number: laboratory.number }
  if (effective_on < today) return { code: 'laboratory_order_early', place: '/body/effective_on', today }
  const status = statusOn(laboratory, effective_on)
  return BEFORE[kind].includes(status) ? undefined : { code: 'laboratory_order_unfit', place: '/body/kind', status }
}

export type NewAccreditation = Omit<Accreditation, 'id' | 'document_hash'>

export function unfitAccreditation(
  { kind }: Pick<Laboratory, 'kind'>,
  said: NewAccreditation,
): LaboratoryRefusal | undefined {
  const { valid_from: from, valid_until, next_surveillance_on, recognised_under, scope } = said
  if (valid_until < from) return { code: 'accreditation_period', place: '/body/valid_until', from, until: valid_until }
  if (next_surveillance_on < from)
    return { code: 'accreditation_period', place: '/body/next_surveillance_on', from, until: next_surveillance_on }
  if (kind === 'foreign' && recognised_under === null)
    return { code: 'recognition_missing', place: '/body/recognised_under' }
  const twice = scope.find((line, nth) => scope.findIndex((one) => isSame(one, line)) !== nth)
  return twice === undefined
    ? undefined
    : { code: 'scope_twice', place: '/body/scope', standard: twice.standard, method: twice.method }
}

export function unfitEquipment(one: Equipment, today: string): LaboratoryRefusal | undefined {
  const { calibrated_on: from, calibration_due_on, retired_on } = one
  if (from > today) return { code: 'calibration_ahead', place: '/body/calibrated_on', today }
  if (calibration_due_on < from)
    return { code: 'calibration_period', place: '/body/calibration_due_on', from, until: calibration_due_on }
  return retired_on !== null && retired_on < from
    ? { code: 'calibration_period', place: '/body/retired_on', from, until: retired_on }
    : undefined
}
