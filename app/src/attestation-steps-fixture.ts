/** What the examples of the interface ask about what suppliers attest. */
import type { Step } from './api-steps-fixture.ts'

export const ATTESTATION_STEPS: readonly Step[] = [
  {
    role: 'supplier_signatory',
    asks: 'POST /api/sealed-evidence?name=costs.csv',
    file: 'costs',
    as: 'sealed',
  },
  {
    role: 'supplier_signatory',
    asks: 'POST /api/attestations',
    body: {
      recipient: 'K-1001',
      part_code: 'F-1',
      part: 'frame',
      hs_code: '8714.9100',
      component_class: 'frame',
      period_from: '2026-07-01',
      period_until: '2027-06-30',
      expires_on: '2027-12-31',
      at_least: '62.5%',
      at_most: '62.5%',
      evidence_id: '{sealed.id}',
      replaces: null,
    },
    as: 'attested',
  },
  {
    role: 'supplier_signatory',
    asks: 'POST /api/attestations/{attested.id}/signature',
    body: { shown_hash: '{attested.shown_hash}', second_factor: '123456' },
  },
  { role: 'maker_clerk', asks: 'GET /api/attestations' },
  {
    role: 'case_officer',
    asks: 'POST /api/attestations/{attested.id}/openings',
    body: { evidence_hash: '{sealed.hash}', reason: 'The share is far above that of other makers of frames.' },
    as: 'opened',
  },
  { role: 'case_officer', asks: 'GET /api/evidence-openings/{opened.id}' },
  {
    role: 'supplier_signatory',
    asks: 'POST /api/attestations/{attested.id}/withdrawal',
    body: { withdrawn_on: '2027-07-10', reason: 'The tubes come from abroad since July.' },
  },
  { role: 'supplier_signatory', asks: 'GET /api/attestations/{attested.id}' },
]
