/** What the examples of the interface ask about publications. */
import type { Step } from './api-steps-fixture.ts'

export const PUBLICATION_STEPS: readonly Step[] = [
  {
    role: 'approving_officer',
    asks: 'POST /api/publications',
    body: { programme: 'bicycles', year: '2026-27' },
  },
  { role: 'customs_officer', asks: 'GET /api/publications' },
  { role: 'customs_officer', asks: 'GET /api/publications/bicycles/2026-27/latest' },
  { role: 'customs_officer', asks: 'GET /api/goals/bicycles' },
  { role: 'customs_officer', asks: 'GET /api/components' },
  {
    role: 'supplier_signatory',
    asks: 'POST /api/suppliers',
    body: { component_class: 'battery', district: 'Rawalpindi', capacity: 4_000_000, certificate: 'ISO 9001, 12-345' },
  },
  {
    role: 'maker_clerk',
    asks: 'GET /api/suppliers?component_class=battery&district=rawal&certificate=ISO&least_capacity=1000',
  },
  {
    role: 'customs_officer',
    asks: 'POST /api/export-evidence',
    body: {
      exporter: 'K-1001',
      goods_declaration: 'KHI-2027-0001',
      model: 'Roadster',
      market: 'AE',
      devices: 100,
      fob_usd: '12500.00',
      exported_on: '2027-06-20',
    },
  },
  { role: 'case_officer', asks: 'GET /api/export-evidence' },
  { role: 'maker_clerk', asks: 'GET /api/exports?year=2026-27' },
  { role: 'supplier_signatory', asks: 'POST /api/suppliers/end', body: { component_class: 'battery' } },
]
