/** What the examples of the interface ask of a notice: issued, served, answered, heard, given more time, cured. */
import type { Step } from './api-steps-fixture.ts'

/** On the day of the determination. */
export const NOTICE_STEPS: readonly Step[] = [
  {
    role: 'policy_officer',
    asks: 'POST /api/holidays',
    body: { day: '2027-07-16', name: 'Ashura', source: 'Cabinet Division, notification of 8 July 2027' },
  },
  {
    role: 'policy_officer',
    asks: 'POST /api/holidays',
    body: { day: '2027-07-17', name: 'Ashura', source: 'Cabinet Division, notification of 8 July 2027' },
  },
  {
    role: 'policy_officer',
    asks: 'POST /api/holidays/2027-07-17/cancellation',
    body: { source: 'Cabinet Division, corrigendum of 9 July 2027' },
  },
  { role: 'maker_clerk', asks: 'GET /api/holidays' },
  {
    role: 'case_officer',
    asks: 'POST /api/notices',
    body: { determination: '{failure.number}', answer_length: 10, answer_counted_in: 'working_days' },
    as: 'notice',
  },
  { role: 'case_officer', asks: 'POST /api/notices/{notice.id}/files?name=slip.csv', file: 'costs', as: 'slip' },
  {
    role: 'case_officer',
    asks: 'POST /api/notices/{notice.id}/service',
    body: { means: 'courier', served_on: '2027-07-10', proof_id: '{slip.id}', words: 'Consignment 4711, signed for.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/notices/{notice.id}/disclosure',
    body: { document_id: '{slip.id}' },
  },
  { role: 'maker_clerk', asks: 'GET /api/notices/{notice.id}/file.zip' },
  {
    role: 'maker_signatory',
    asks: 'POST /api/notices/{notice.id}/answer',
    body: { words: 'The local frame is late.' },
    as: 'answered',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/notices/{notice.id}/consideration',
    body: { about: 4, words: 'A frame that is late is no local frame.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/notices/{notice.id}/hearing',
    body: { held_on: '2027-07-12', place: '11:00, Board Room 2', words: 'When the frame line will run.' },
  },
  { role: 'maker_signatory', asks: 'POST /api/notices/{notice.id}/acknowledgement', body: { about: 6 } },
  {
    role: 'case_officer',
    asks: 'POST /api/notices/{notice.id}/hearing/adjournment',
    body: { held_on: '2027-07-19', place: '11:00, Board Room 2', words: 'The firm asked for another day.' },
  },
  {
    role: 'maker_signatory',
    asks: 'POST /api/notices/{notice.id}/time',
    body: { until_on: '2027-12-31', words: 'The machines come in October.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/notices/{notice.id}/time/proposal',
    body: {
      choice: 'extension',
      about: 9,
      until_on: '2027-12-31',
      words: 'They are at sea, as the bill of lading says.',
    },
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/notices/{notice.id}/time/decision',
    body: { about: 10, kind: 'approved', words: 'As proposed.' },
  },
  { role: 'maker_clerk', asks: 'GET /api/notices' },
  { role: 'maker_clerk', asks: 'GET /api/notices/{notice.id}' },
]

/** When the day of the hearing has come. */
export const HEARING_STEPS: readonly Step[] = [
  {
    role: 'case_officer',
    asks: 'POST /api/notices/{notice.id}/hearing/record',
    body: { attended: true, words: 'The chief executive came. The machines are installed.' },
    on: '2027-07-19',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/notices/{notice.id}/cure',
    body: { cured_on: '2027-07-19', words: 'Seen on site.' },
  },
]
