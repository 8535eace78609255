/** What the examples of the interface ask about investment and promises. */
import type { Step } from './api-steps-fixture.ts'

const STEP = {
  stage: 'talks',
  happened_on: '2027-07-10',
  owner_id: '{officer.person}',
  next_step: 'Show them the zone.',
  next_on: '2029-01-31',
}

export const COMMITMENT_STEPS: readonly Step[] = [
  {
    role: 'case_officer',
    asks: 'POST /api/candidates',
    body: {
      name: 'Harbour Cells (invented)',
      kind: 'component_maker',
      country: 'CN',
      manufacturer_id: null,
      component_classes: ['battery'],
      site: null,
      zone: 'Zone of the North',
      ...STEP,
    },
    as: 'candidate',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/candidates/{candidate.number}/steps',
    body: { ...STEP, stage: 'memorandum', next_step: 'Have it approved.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/candidates/{candidate.number}/evidence?name=memorandum.pdf',
    file: 'guarantee',
    as: 'memorandum',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/candidates/{candidate.number}/promises',
    body: {
      kind: 'jobs',
      words: 'Jobs at the works of the first phase.',
      amount: '1200.00',
      currency: null,
      due_on: '2029-06-30',
      programme: null,
      provision: null,
      document_id: '{memorandum.id}',
    },
    as: 'promise',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/promises/{promise.number}/realisations',
    body: {
      amount: '300.00',
      realised_on: '2027-07-10',
      words: 'The payroll of June.',
      document_id: '{memorandum.id}',
    },
  },
  { role: 'policy_officer', asks: 'GET /api/candidates' },
  { role: 'policy_officer', asks: 'GET /api/candidates/{candidate.number}' },
  { role: 'policy_officer', asks: 'GET /api/promises' },
]
