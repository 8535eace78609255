/** What the examples of the interface ask of the life of a firm: it is renamed, and makes for a brand under contract. */
import type { Step } from './api-steps-fixture.ts'

export const FIRM_STEPS: readonly Step[] = [
  {
    role: 'case_officer',
    asks: 'POST /api/firm-events',
    body: {
      firm_id: '{maker.id}',
      kind: 'renamed',
      new_name: 'Ravi Cycle Works',
      effective_on: '2027-07-11',
      reason: 'Certificate of the registrar of companies, 9 July 2027.',
      follows: null,
    },
    as: 'early_event',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/firm-events/{early_event.id}/withdrawal',
    body: { reason: 'The certificate says another day.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/firm-events',
    body: {
      firm_id: '{maker.id}',
      kind: 'renamed',
      new_name: 'Ravi Cycle Works',
      effective_on: '2027-07-11',
      reason: 'Certificate of the registrar of companies, 9 July 2027.',
      follows: null,
    },
    as: 'doubted',
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/firm-events/{doubted.id}/decline',
    body: { reason: 'The certificate is missing.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/firm-events',
    body: {
      firm_id: '{maker.id}',
      kind: 'renamed',
      new_name: 'Ravi Cycle Works',
      effective_on: '2027-07-10',
      reason: 'Certificate of the registrar of companies, 9 July 2027.',
      follows: null,
    },
    as: 'renamed',
  },
  { role: 'approving_officer', asks: 'POST /api/firm-events/{renamed.id}/approval' },
  { role: 'maker_clerk', asks: 'GET /api/firm-events/{renamed.id}' },
  { role: 'maker_clerk', asks: 'GET /api/manufacturers/{maker.id}/events' },
  {
    role: 'case_officer',
    asks: 'POST /api/firm-agreements',
    body: {
      maker_id: '{maker.id}',
      owner_id: null,
      owner_name: 'Indus Brands FZE',
      programme: 'bicycles',
      brand: 'Indus',
      models: [],
      bound: 'maker',
      contract: 'C-12 of 1 July 2027',
      from_on: '2027-07-01',
      until_on: '2028-06-30',
    },
    as: 'agreement',
  },
  {
    role: 'maker_clerk',
    asks: 'GET /api/manufacturers/{maker.id}/bound?on=2027-07-09&programme=bicycles&brand=Indus&model=Volt',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/firm-agreements/{agreement.id}/end',
    body: { last_on: '2028-03-31', reason: 'Ended by consent.' },
  },
  { role: 'maker_clerk', asks: 'GET /api/manufacturers/{maker.id}/agreements' },
]
