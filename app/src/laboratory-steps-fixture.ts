/** What the examples of the interface ask about laboratories. `bench` is the organization of one, and a colleague there. */
import type { Step } from './api-steps-fixture.ts'

const BATTERY = { standard: 'IEC 61960-3:2017', method: '7.6.2 Endurance in cycles' }

export const LABORATORY_STEPS: readonly Step[] = [
  {
    role: 'case_officer',
    asks: 'POST /api/laboratories',
    body: {
      organization_id: '{bench.organization}',
      name: 'Indus Test House',
      kind: 'private',
      country: 'PK',
      manufacturer_id: null,
    },
    as: 'laboratory',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/laboratories/{laboratory.number}/documents?name=accreditation.pdf',
    file: 'guarantee',
    as: 'accredited',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/laboratories/{laboratory.number}/accreditations',
    body: {
      body: 'Accreditation Council of the North',
      number: 'ACN-77',
      standard: 'ISO/IEC 17025:2017',
      valid_from: '2026-07-01',
      valid_until: '2029-06-30',
      next_surveillance_on: '2028-06-30',
      recognised_under: null,
      document_id: '{accredited.id}',
      scope: [{ ...BATTERY, subcontracted_to: null }],
    },
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/laboratory/equipment',
    body: {
      name: 'Cycling rig',
      serial: 'CY-1',
      method: BATTERY.method,
      calibrated_on: '2026-07-01',
      calibration_due_on: '2027-12-31',
      retired_on: null,
    },
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/laboratory/prices',
    body: { ...BATTERY, amount: '45000.00', currency: 'PKR', days: 10 },
  },
  { role: 'laboratory_signatory', asks: 'POST /api/laboratory/capacity', body: { samples_a_week: 12 } },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/laboratory/staff',
    body: { person_id: '{bench.colleague}', may_sign_from: '2026-07-15', may_sign_until: null },
  },
  {
    role: 'customs_officer',
    asks: 'GET /api/laboratories/{laboratory.number}/scope?standard=IEC%2061960-3%3A2017&method=7.6.2%20Endurance%20in%20cycles',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/laboratories/{laboratory.number}/orders',
    body: { kind: 'withdraw', effective_on: '2029-01-01', reasons: 'It closes.' },
    as: 'withdrawn',
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/laboratory-orders/{withdrawn.orders.0.id}/decline',
    body: { reason: 'It has said so to nobody.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/laboratories/{laboratory.number}/orders',
    body: {
      kind: 'suspend',
      effective_on: '2029-01-01',
      reasons: 'Two reports gave results that nobody had measured.',
    },
    as: 'suspended',
  },
  { role: 'approving_officer', asks: 'POST /api/laboratory-orders/{suspended.orders.1.id}/approval' },
  { role: 'customs_officer', asks: 'GET /api/laboratories' },
  { role: 'customs_officer', asks: 'GET /api/laboratories/{laboratory.number}' },
]
