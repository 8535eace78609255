/** What the examples of the interface ask about tests. `bench` is the laboratory, its head and a colleague there. */
import type { Step } from './api-steps-fixture.ts'

const TEST = 'battery_endurance'
const DAY = '2027-07-10'

export const TEST_STEPS: readonly Step[] = [
  { role: 'policy_officer', asks: 'POST /api/policy-releases', file: 'certification', as: 'certification' },
  {
    role: 'approving_officer',
    asks: 'POST /api/policy-releases/{certification.id}/approval',
    body: { effect_hash: null },
  },
  { role: 'customs_officer', asks: 'GET /api/schemes' },
  {
    role: 'laboratory_colleague',
    asks: 'POST /api/laboratory/staff',
    body: { person_id: '{bench.head}', may_sign_from: '2026-07-15', may_sign_until: null },
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/tests',
    body: {
      laboratory_id: '{laboratory.id}',
      model_id: '{model.id}',
      programme: 'pk-device-certification',
      scheme: 'battery',
      sample: 'Five batteries of lot 7',
    },
    as: 'asked',
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/quote',
    body: {
      tests: [TEST],
      amount: '45000.00',
      currency: 'PKR',
      working_days: 10,
    },
  },
  { role: 'maker_signatory', asks: 'POST /api/tests/{asked.number}/acceptance' },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/sample',
    body: { handed_by: 'The courier of the maker', seal: 'S-1016', condition: 'Five, the seal broken' },
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/sample-rejection',
    body: { reason: 'The seal was broken on the way.' },
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/sample',
    body: { handed_by: 'The courier of the maker', seal: 'S-1017', condition: 'Five, sealed and whole' },
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/results',
    body: {
      results: [{ test: TEST, value: '58.2', expanded_uncertainty: '1.1', coverage_factor: '2', measured_on: DAY }],
    },
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/retest',
    body: { reason: 'The chamber was too warm in the last cycles.' },
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/results',
    body: {
      results: [{ test: TEST, value: '81.7', expanded_uncertainty: '1.1', coverage_factor: '2', measured_on: DAY }],
    },
  },
  { role: 'laboratory_signatory', asks: 'GET /api/tests/{asked.number}', as: 'drawn' },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/report',
    body: { shown_hash: '{drawn.shown_hash}', second_factor: '123456' },
  },
  {
    role: 'laboratory_colleague',
    asks: 'POST /api/tests/{asked.number}/review',
    body: { shown_hash: '{drawn.shown_hash}', second_factor: '123456' },
    as: 'certified',
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/tests',
    body: {
      laboratory_id: '{laboratory.id}',
      model_id: '{model.id}',
      programme: 'pk-device-certification',
      scheme: 'battery',
      sample: 'Five batteries of lot 8',
    },
    as: 'dropped',
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/tests/{dropped.number}/withdrawal',
    body: { reason: 'The battery comes from another supplier now.' },
  },
  { role: 'maker_clerk', asks: 'GET /api/tests' },
  { role: 'case_officer', asks: 'GET /api/models/{model.id}/export-eligibility?on=2027-07-10' },
  { role: 'customs_officer', asks: 'GET /api/test-queue' },
  { role: 'case_officer', asks: 'GET /api/test-oversight' },
]
