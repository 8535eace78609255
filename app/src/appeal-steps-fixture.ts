/** An appeal of the firm of the thread against its failure, with which the examples of the interface end. */
import type { Step } from './api-steps-fixture.ts'

export const APPEAL_STEPS: readonly Step[] = [
  {
    role: 'maker_clerk',
    asks: 'POST /api/appeals',
    body: {
      determination: '{failure.number}',
      grounds: 'The frame is ours.',
      late_reason: null,
      stay_reason: null,
    },
    as: 'hastily',
  },
  {
    role: 'maker_signatory',
    asks: 'POST /api/appeals/{hastily.id}/withdrawal',
    body: { reason: 'Without the weights.' },
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/appeals',
    body: {
      determination: '{failure.number}',
      grounds: 'The frame is made in our works at Canal Road, as the weights of June show.',
      late_reason: 'The laboratory sent the weights in September.',
      stay_reason: null,
    },
    as: 'appeal',
    on: '2027-09-10',
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/appeals/{appeal.id}/evidence?name=weights.csv',
    file: 'costs',
    as: 'proven',
  },
  {
    role: 'maker_signatory',
    asks: 'POST /api/appeals/{appeal.id}/filing',
    body: { shown_hash: '{proven.shown_hash}', second_factor: '123456' },
  },
  {
    role: 'appellate_officer',
    asks: 'POST /api/appeals/{appeal.id}/condonation',
    body: { kind: 'condoned', reason: 'The weights could not be had before.' },
  },
  {
    role: 'maker_signatory',
    asks: 'POST /api/appeals/{appeal.id}/stay-application',
    body: { words: 'A sanction would stop the works.' },
  },
  {
    role: 'appellate_officer',
    asks: 'POST /api/appeals/{appeal.id}/stay',
    body: { kind: 'granted', words: 'The works stand open to inspection meanwhile.', until: '2027-10-31' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/appeals/{appeal.id}/reply',
    body: { words: 'The weights are of frames that were made after the year.' },
  },
  {
    role: 'appellate_officer',
    asks: 'POST /api/appeals/{appeal.id}/hearings',
    body: { kind: 'fixed', on_day: '2027-09-24', place: 'Room 4, 10:00', words: 'Both are heard on the weights.' },
  },
  { role: 'maker_signatory', asks: 'POST /api/appeals/{appeal.id}/acknowledgement', body: { about: 6 } },
  {
    role: 'appellate_officer',
    asks: 'POST /api/appeals/{appeal.id}/order-draft',
    body: {
      outcome: 'remanded',
      reasons:
        'The weights were not before those who determined. Whether they are of frames of the year is for them to find, and others are to find it.',
      changes: [],
    },
  },
  { role: 'appellate_officer', asks: 'GET /api/appeals/{appeal.id}/order-draft', as: 'order' },
  {
    role: 'appellate_officer',
    asks: 'POST /api/appeals/{appeal.id}/order',
    body: { shown_hash: '{order.shown_hash}', second_factor: '123456' },
  },
  { role: 'maker_clerk', asks: 'GET /api/appeals' },
  { role: 'maker_clerk', asks: 'GET /api/appeals/{appeal.id}' },
  { role: 'case_officer', asks: 'GET /api/appeals/{appeal.id}/history?limit=3' },
]
