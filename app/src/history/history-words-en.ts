/** What was done to a thing, in English. */
import type { MemberRole } from '../kernel/authority.ts'
import type { Act, Thing } from './history.ts'

const ACTS: Readonly<Record<Act, string>> = {
  apply_for_registration: 'The firm applied for registration',
  'decide_registration.authorised': 'The firm was authorised',
  'decide_registration.refused': 'The registration was refused',
  propose_firm_event: 'A change in the life of the firm was proposed',
  approve_firm_event: 'A change in the life of the firm was approved',
  decline_firm_event: 'A change in the life of the firm was declined',
  withdraw_firm_event: 'A proposed change in the life of the firm was withdrawn',
  'lock_period.locked': 'A period was locked',
  'lock_period.unlocked': 'A period was unlocked',
  state_record: 'The firm said something of itself',
  change_record: 'The firm changed what it says of itself',
  'review_record.confirmed': 'What the firm says of itself was confirmed',
  'review_record.questioned': 'What the firm says of itself was questioned',
  grant_licence: 'The licence was granted',
  draw_quota: 'Imports were booked under the licence',
  upload_return: 'A workbook was uploaded',
  withdraw_draft: 'The draft was withdrawn',
  file_return: 'The return was signed and filed',
  'review_return.accepted': 'The return was accepted',
  'review_return.sent_back': 'The return was sent back',
  ask_question: 'The authority asked a question',
  answer_question: 'The firm answered a question',
  withdraw_question: 'A question was withdrawn',
  make_assessment: 'The return was assessed',
  prepare_determination: 'The determination was prepared',
  approve_determination: 'The determination was approved',
  send_back_determination: 'The determination was sent back',
  withdraw_determination: 'The determination was withdrawn',
  serve_notice: 'Notice of the failure was served',
  answer_notice: 'The firm answered the notice',
  record_cure: 'The cure was recorded',
  register_model: 'The model was entered',
  record_approval: 'A type approval was recorded',
  withdraw_model: 'The model was withdrawn',
  record_tac: 'A type allocation code was recorded',
  begin_bill: 'A bill of materials was begun',
  edit_bill: 'A bill of materials was changed',
  release_bill: 'A bill of materials was released',
}

const TITLES: Readonly<Record<Thing, string>> = {
  manufacturers: 'History of the firm',
  returns: 'History of the return',
  licences: 'History of the licence',
  determinations: 'History of the determination',
  notices: 'History of the notice',
  models: 'History of the model',
}

const ROLES: Readonly<Record<MemberRole, string>> = {
  case_officer: 'case officer',
  approving_officer: 'approving officer',
  policy_officer: 'policy officer',
  analyst: 'analyst',
  administrator: 'administrator',
  maker_clerk: 'clerk',
  maker_signatory: 'signatory',
  accountant: 'accountant',
  laboratory_signatory: 'signatory of the laboratory',
  customs_officer: 'customs officer',
  public: 'member',
}

export const EN = {
  acts: ACTS,
  roles: ROLES,
  titles: TITLES,
  intro:
    'What was done, by whom and when, the newest first. It is read from the audit log, which only grows and is sealed.',
  back: 'Back to it',
  none: 'Nothing was done to it that you may see.',
  version: (version: number) => `version ${version}`,
  said: 'In words:',
  by: (who: string) => `By ${who}`,
  program: 'a program',
  ofAuthority: 'the authority',
  ofCustoms: 'customs',
  service: 'the service itself',
}
