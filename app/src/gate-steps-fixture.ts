/** What the examples of the interface ask of a licence, and at the gate. */
import type { Step } from './api-steps-fixture.ts'

export const GATE_STEPS: readonly Step[] = [
  {
    role: 'approving_officer',
    asks: 'POST /api/licences',
    body: {
      manufacturer_id: '{maker.id}',
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [{ hs_prefix: '8714', quota: 800, valid_from: '2026-07-15', valid_until: '2027-06-30' }],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'Authorised for a first year.',
    },
    as: 'licence',
  },
  { role: 'maker_clerk', asks: 'GET /api/licences' },
  { role: 'maker_clerk', asks: 'GET /api/licences/{licence.number}' },
  {
    role: 'customs_officer',
    asks: 'POST /api/licences/{licence.number}/draws',
    body: { entry: 'KHI-1', units: 400, hs_line: '87149100', drawn_on: '2026-08-01' },
    on: '2026-08-01',
    as: 'drawn',
  },
  {
    role: 'customs_officer',
    asks: 'POST /api/licences/{licence.number}/draws/{drawn.id}/reversal',
    body: { reason: 'The entry was of another importer.' },
  },
  {
    role: 'customs_officer',
    asks: 'POST /api/licences/{licence.number}/draws',
    body: { entry: 'KHI-1', units: 400, hs_line: '87149100', drawn_on: '2026-08-01', replaces: '{drawn.id}' },
  },
  { role: 'maker_clerk', asks: 'GET /api/licences/{licence.number}/draws?limit=1' },
  { role: 'customs_officer', asks: 'GET /api/gate/status?licence={licence.number}&day=2026-08-01&hs_line=87149100' },
  { role: 'customs_officer', asks: 'GET /api/gate?licence={licence.number}&day=2026-08-01&hs_line=87149100&units=600' },
  {
    role: 'customs_officer',
    asks: 'POST /api/gate/kits',
    body: {
      licence: '{licence.number}',
      entry: 'KHI-1',
      kit: 'Roadster',
      category: 'bicycle',
      kit_form: 'ckd',
      parts: 30,
      declared_on: '2026-08-01',
    },
    as: 'kit',
  },
  { role: 'customs_officer', asks: 'GET /api/gate/kits/{kit.answer.id}' },
  { role: 'customs_officer', asks: 'GET /api/gate/kits' },
  { role: 'customs_officer', asks: 'GET /api/gate/list' },
  { role: 'customs_officer', asks: 'GET /api/gate/keys' },
  {
    role: 'approving_officer',
    asks: 'POST /api/licences',
    body: {
      manufacturer_id: '{maker.id}',
      programme: 'bicycles',
      kind: 'manufacturing_authorisation',
      quota: null,
      scope: [],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'Its works were seen.',
    },
    as: 'making',
  },
  { role: 'telecom_regulator', asks: 'GET /api/gate/models?licence={making.number}&day=2026-08-01' },
  { role: 'telecom_regulator', asks: 'GET /api/gate/status?licence={making.number}&day=2026-08-01' },
]

/** A concession that an authority withdraws to which it was recommended. */
export const WITHDRAWN_STEPS: readonly Step[] = [
  {
    role: 'approving_officer',
    asks: 'POST /api/licences',
    body: {
      manufacturer_id: '{maker.id}',
      programme: 'bicycles',
      kind: 'concession',
      quota: null,
      scope: [{ hs_prefix: '8714', quota: null, valid_from: '2026-07-15', valid_until: '2029-06-30' }],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'Parts for its own production.',
    },
    as: 'concession',
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/determinations/{recommended.number}/reply-files?name=order.csv',
    file: 'costs',
    as: 'order_kept',
    recommended: true,
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/determinations/{recommended.number}/replies',
    body: {
      kind: 'accepted',
      authority: 'Federal Board of Revenue',
      replied_on: '2026-07-20',
      reference: 'SRO 15',
      words: 'The concession is withdrawn.',
      effective_on: '2028-08-01',
      document_id: '{order_kept.id}',
    },
  },
  { role: 'maker_clerk', asks: 'GET /api/determinations/{recommended.number}/replies' },
  {
    role: 'customs_officer',
    asks: 'GET /api/gate?licence={concession.number}&day=2028-08-01&hs_line=87149100&units=10',
  },
]
