/** Whether a laboratory may sign for a test on a day. */
import { expect, test } from 'vitest'
import {
  type Accreditation,
  type Equipment,
  type Laboratory,
  type LaboratoryOrder,
  maySign,
  scopeOn,
  statusOn,
  unfitAccreditation,
  unfitEquipment,
  unfitOrder,
} from './laboratory.ts'

const BATTERY = { standard: 'IEC 62133-2:2017', method: '7.3.2' }
const LINE = { ...BATTERY, subcontracted_to: null }

function accreditation(more: Partial<Accreditation> = {}): Accreditation {
  return {
    id: 'a',
    body: 'Accreditation Council',
    number: 'LAB-77',
    standard: 'ISO/IEC 17025:2017',
    valid_from: '2026-07-01',
    valid_until: '2028-06-30',
    next_surveillance_on: '2027-06-30',
    recognised_under: null,
    document_id: 'd',
    document_hash: 'sha256:0',
    scope: [LINE],
    ...more,
  }
}

function equipment(more: Partial<Equipment> = {}): Equipment {
  return {
    name: 'Short-circuit rig',
    serial: 'S-1',
    method: '7.3.2',
    calibrated_on: '2026-07-01',
    calibration_due_on: '2028-12-31',
    retired_on: null,
    ...more,
  }
}

let orders = 0
function order(kind: LaboratoryOrder['kind'], effective_on: string, more: Partial<LaboratoryOrder> = {}) {
  orders += 1
  const decided_at = `2026-07-02T00:00:${String(orders).padStart(2, '0')}.000Z`
  return {
    id: String(orders),
    kind,
    effective_on,
    reasons: 'Seals were broken.',
    proposed_at: '2026-07-01T00:00:00.000Z',
    proposed_by: 'one',
    decided: { kind: 'approved', reason: null, decided_at, decided_by: 'other' },
    ...more,
  } as const
}

function laboratory(more: Partial<Laboratory> = {}): Laboratory {
  return {
    id: 'l',
    number: 'LAB-000001',
    organization_id: 'o',
    name: 'Indus Test House',
    kind: 'private',
    country: 'PK',
    manufacturer_id: null,
    accreditations: [accreditation()],
    orders: [],
    staff: [{ person_id: 'p', may_sign_from: '2026-07-01', may_sign_until: null }],
    equipment: [equipment()],
    prices: [],
    samples_a_week: null,
    ...more,
  }
}

function on(day: string, more: Partial<Laboratory> = {}, wanted = BATTERY): string {
  const found = scopeOn(laboratory(more), wanted, day)
  return 'gap' in found ? found.gap : found.good.id
}

test('a method is in scope from the first day of the accreditation to its last, while the surveillance is not overdue', () => {
  expect(['2026-06-30', '2026-07-01'].map((day) => on(day))).toEqual(['not_accredited', 'a'])
  expect(['2027-06-30', '2027-07-01'].map((day) => on(day))).toEqual(['a', 'surveillance_overdue'])
  const visited = { accreditations: [accreditation({ next_surveillance_on: '2028-06-30' })] }
  expect(['2028-06-30', '2028-07-01'].map((day) => on(day, visited))).toEqual(['a', 'accreditation_expired'])
})

test('another standard, another method, or none at all is out of scope', () => {
  const day = '2026-08-01'
  expect(on(day, {}, { ...BATTERY, standard: 'IEC 62133-2:2025' })).toBe('out_of_scope')
  expect(on(day, {}, { ...BATTERY, method: '7.3.3' })).toBe('out_of_scope')
  expect(on(day, { accreditations: [accreditation({ scope: [] })] })).toBe('out_of_scope')
})

test('what a body says anew under the same number takes the place of what it said, from its first day', () => {
  const narrowed = accreditation({ id: 'b', valid_from: '2026-10-01', scope: [] })
  const both = { accreditations: [accreditation(), narrowed] }
  expect(['2026-09-30', '2026-10-01'].map((day) => on(day, both))).toEqual(['a', 'out_of_scope'])
  const other = { accreditations: [accreditation(), { ...narrowed, number: 'LAB-78' }] }
  expect(on('2026-10-01', other)).toBe('a')
})

test('an instrument is in calibration to its day, and one that is retired no longer counts', () => {
  const due = equipment({ calibration_due_on: '2026-09-30' })
  const days = ['2026-09-30', '2026-10-01']
  expect(days.map((day) => on(day, { equipment: [due] }))).toEqual(['a', 'calibration_overdue'])
  const anew = equipment({ calibrated_on: '2026-09-20' })
  expect(on('2026-10-01', { equipment: [due, anew] })).toBe('a')
  const beside = equipment({ serial: 'S-2' })
  expect(on('2026-10-01', { equipment: [due, beside] })).toBe('calibration_overdue')
  const retired = { ...due, retired_on: '2026-10-01' }
  expect(days.map((day) => on(day, { equipment: [retired, beside] }))).toEqual(['a', 'a'])
  expect(days.map((day) => on(day, { equipment: [retired] }))).toEqual(['a', 'calibration_overdue'])
  expect(on('2026-08-01', { equipment: [] })).toBe('calibration_overdue')
  expect(on('2026-08-01', { equipment: [equipment({ method: '7.3.3' })] })).toBe('calibration_overdue')
})

test('what another laboratory does for it asks for no instrument of its own', () => {
  const given = accreditation({ scope: [{ ...LINE, subcontracted_to: 'Harbour Laboratories' }] })
  expect(on('2026-08-01', { accreditations: [given], equipment: [] })).toBe('a')
})

test('an approved order holds from its day, and one that was not approved never', () => {
  const suspended = laboratory({ orders: [order('suspend', '2026-09-01'), order('restore', '2026-10-01')] })
  const days = ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01']
  expect(days.map((day) => statusOn(suspended, day))).toEqual(['registered', 'suspended', 'suspended', 'registered'])
  expect(on('2026-09-01', suspended)).toBe('laboratory_suspended')
  expect(on('2026-09-01', { orders: [order('withdraw', '2026-09-01')] })).toBe('laboratory_withdrawn')
  const open = order('suspend', '2026-09-01', { decided: null })
  const declined = order('suspend', '2026-09-01', {
    decided: { kind: 'declined', reason: 'No.', decided_at: '2026-08-02T00:00:00.000Z', decided_by: 'other' },
  })
  expect(statusOn({ orders: [open, declined] }, '2026-09-01')).toBe('registered')
})

test('of two orders of one day the one that was approved later holds', () => {
  const first = order('suspend', '2026-09-01')
  const second = order('restore', '2026-09-01')
  expect(statusOn({ orders: [second, first] }, '2026-09-01')).toBe('registered')
})

test('somebody signs from his first day to his last, and nobody for a laboratory that is suspended', () => {
  const staff = [
    { person_id: 'p', may_sign_from: '2026-07-01', may_sign_until: null },
    { person_id: 'p', may_sign_from: '2026-08-01', may_sign_until: '2026-08-31' },
  ]
  const days = ['2026-07-31', '2026-08-01', '2026-08-31', '2026-09-01']
  expect(days.map((day) => maySign(laboratory({ staff }), 'p', day))).toEqual([false, true, true, false])
  expect(maySign(laboratory(), 'q', '2026-08-01')).toBe(false)
  expect(maySign(laboratory(), 'p', '2030-01-01')).toBe(true)
  expect(maySign(laboratory({ orders: [order('suspend', '2026-08-01')] }), 'p', '2026-08-01')).toBe(false)
})

test('an order is refused before today, beside one that waits, or where it changes nothing', () => {
  const today = '2026-08-01'
  const unfit = (kind: LaboratoryOrder['kind'], effective_on: string, more: Partial<Laboratory> = {}) =>
    unfitOrder(laboratory(more), { kind, effective_on }, today)?.code
  expect(unfit('suspend', '2026-07-31')).toBe('laboratory_order_early')
  expect(unfit('suspend', today)).toBeUndefined()
  expect(unfit('restore', today)).toBe('laboratory_order_unfit')
  const suspended = { orders: [order('suspend', '2026-08-01')] }
  expect(unfit('suspend', today, suspended)).toBe('laboratory_order_unfit')
  expect([unfit('restore', today, suspended), unfit('withdraw', today, suspended)]).toEqual([undefined, undefined])
  const waiting = { orders: [order('suspend', '2026-09-01', { decided: null })] }
  expect(unfit('withdraw', today, waiting)).toBe('laboratory_order_open')
})

test('an accreditation of a foreign laboratory says why it counts here, and none is for days that never come', () => {
  const unfit = (more: Partial<Accreditation>, kind: Laboratory['kind'] = 'private') =>
    unfitAccreditation({ kind }, accreditation(more))?.code
  expect(unfit({})).toBeUndefined()
  expect(unfit({}, 'foreign')).toBe('recognition_missing')
  expect(unfit({ recognised_under: 'ILAC MRA' }, 'foreign')).toBeUndefined()
  expect([unfit({ valid_until: '2026-06-30' }), unfit({ valid_until: '2026-07-01' })]).toEqual([
    'accreditation_period',
    undefined,
  ])
  expect([unfit({ next_surveillance_on: '2026-06-30' }), unfit({ next_surveillance_on: '2026-07-01' })]).toEqual([
    'accreditation_period',
    undefined,
  ])
  expect(unfit({ scope: [LINE, { ...LINE, subcontracted_to: 'Harbour Laboratories' }] })).toBe('scope_twice')
})

test('a calibration is not ahead of today, nor due or retired before it was made', () => {
  const unfit = (more: Partial<Equipment>) => unfitEquipment(equipment(more), '2026-07-01')?.code
  expect([unfit({}), unfit({ calibrated_on: '2026-07-02' })]).toEqual([undefined, 'calibration_ahead'])
  expect([unfit({ calibration_due_on: '2026-06-30' }), unfit({ calibration_due_on: '2026-07-01' })]).toEqual([
    'calibration_period',
    undefined,
  ])
  expect([unfit({ retired_on: '2026-06-30' }), unfit({ retired_on: '2026-07-01' })]).toEqual([
    'calibration_period',
    undefined,
  ])
})
