/** What the examples of the interface ask about consultations. */
import type { Step } from './api-steps-fixture.ts'

export const CONSULTATION_STEPS: readonly Step[] = [
  {
    role: 'policy_officer',
    asks: 'POST /api/consultations',
    body: { simulation_id: '{simulation.id}', words: 'What would it do to you?', closes_on: '2027-07-10' },
    as: 'consultation',
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/consultations/{consultation.number}/attachments?name=costs.pdf',
    file: 'guarantee',
    as: 'attachment',
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/consultations/{consultation.number}/comments',
    body: {
      clause: '{consultation.clauses.0}',
      words: 'Frames can be made here from July.',
      in_confidence: false,
      document_id: '{attachment.id}',
    },
    as: 'comment',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/consultation-comments/{comment.id}/answer',
    body: { outcome: 'noted', words: 'Frames are looked at.' },
  },
  { role: 'customs_officer', asks: 'GET /api/consultations' },
  { role: 'customs_officer', asks: 'GET /api/consultations/{consultation.number}' },
]

/** When the last day has passed. */
export const REPORT_STEPS: readonly Step[] = [
  {
    role: 'policy_officer',
    asks: 'POST /api/consultations/{consultation.number}/report',
    body: { words: 'One maker said that frames can be made here. Nothing changed.' },
  },
]
