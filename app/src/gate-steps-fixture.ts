/** What the examples of the interface ask at the gate, of the licence that was granted before. */
import type { Step } from './api-steps-fixture.ts'

export const GATE_STEPS: readonly Step[] = [
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
  { role: 'customs_officer', asks: 'GET /api/gate/list' },
  { role: 'customs_officer', asks: 'GET /api/gate/keys' },
]
