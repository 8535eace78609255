/** The determinations of a run, prepared at once and approved with one signature, as programs ask for it. */
import type { Step } from './api-steps-fixture.ts'

export const DOCKET_STEPS: readonly Step[] = [
  {
    role: 'case_officer',
    asks: 'POST /api/dockets',
    body: { run_id: '{run.id}', failure_reasons: 'As the return says.', entitlement_reasons: 'As the return says.' },
    as: 'docket',
  },
  { role: 'case_officer', asks: 'GET /api/dockets/{docket.id}', ran: true, as: 'prepared' },
  { role: 'case_officer', asks: 'GET /api/dockets/{docket.id}/left-out' },
  {
    role: 'approving_officer',
    asks: 'POST /api/dockets/{docket.id}/removals',
    body: { number: '{prepared.items.0.number}', reason: 'The firm is owed an answer of its own.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/determinations/{prepared.items.0.number}/withdrawal',
    body: { reason: 'It is prepared with reasons of its own.' },
  },
  { role: 'approving_officer', asks: 'GET /api/dockets/{docket.id}', as: 'to_sign' },
  {
    role: 'approving_officer',
    asks: 'POST /api/dockets/{docket.id}/approval',
    body: { shown_hash: '{to_sign.shown_hash}', second_factor: '123456' },
  },
  { role: 'approving_officer', asks: 'GET /api/dockets', ran: true },
  {
    role: 'case_officer',
    asks: 'POST /api/dockets',
    body: { run_id: '{run.id}', failure_reasons: null, entitlement_reasons: 'As the return says.' },
    as: 'needless_docket',
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/dockets/{needless_docket.id}/stop',
    body: { reason: 'All of it is determined.' },
  },
]
