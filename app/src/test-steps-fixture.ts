/** What the examples of the interface ask about tests. `bench` is the laboratory, its head and a colleague there. */
import type { Step } from './api-steps-fixture.ts'

const METHOD = '7.3.2 External short circuit'
const DAY = '2027-07-10'

export const TEST_STEPS: readonly Step[] = [
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
      standard: 'IEC 62133-2:2017',
      methods: [METHOD],
      sample: 'Five batteries of lot 7',
    },
    as: 'asked',
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/quote',
    body: {
      terms: [
        {
          method: METHOD,
          metric: 'Greatest temperature of the case',
          unit: '°C',
          limit: '150',
          holds: 'at_most',
          decision_rule: 'guarded_acceptance',
        },
      ],
      standard_url: 'https://webstore.iec.ch/en/publication/32662',
      amount: '45000.00',
      currency: 'PKR',
      working_days: 10,
      valid_months: 24,
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
      results: [
        { method: METHOD, value: '121.9', expanded_uncertainty: '2.1', coverage_factor: '2', measured_on: DAY },
      ],
    },
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/retest',
    body: { reason: 'The thermocouple had come loose.' },
  },
  {
    role: 'laboratory_signatory',
    asks: 'POST /api/tests/{asked.number}/results',
    body: {
      results: [
        { method: METHOD, value: '118.4', expanded_uncertainty: '2.1', coverage_factor: '2', measured_on: DAY },
      ],
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
      standard: 'IEC 62133-2:2017',
      methods: [METHOD],
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
  { role: 'customs_officer', asks: 'GET /api/test-queue' },
  { role: 'case_officer', asks: 'GET /api/test-oversight' },
]
