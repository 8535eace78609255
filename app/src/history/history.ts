/** What was done to a thing, by whom and when. */

/** The things that have a history, as their addresses name them. */
export const THINGS = [
  'manufacturers',
  'returns',
  'licences',
  'determinations',
  'notices',
  'appeals',
  'models',
  'budgets',
  'payments',
  'receipts',
  'guarantees',
] as const
export type Thing = (typeof THINGS)[number]

/** What the audit log calls each act, with what came of it where that differs. */
export const ACTS = [
  'apply_for_registration',
  'decide_registration.authorised',
  'decide_registration.refused',
  'propose_firm_event',
  'approve_firm_event',
  'decline_firm_event',
  'withdraw_firm_event',
  'lock_period.locked',
  'lock_period.unlocked',
  'state_record',
  'change_record',
  'review_record.confirmed',
  'review_record.questioned',
  'grant_licence',
  'draw_quota',
  'reverse_draw',
  'refer_late_draw',
  'check_kit',
  'upload_return',
  'withdraw_draft',
  'file_return',
  'review_return.accepted',
  'review_return.sent_back',
  'ask_question',
  'answer_question',
  'withdraw_question',
  'make_assessment',
  'prepare_determination',
  'approve_determination',
  'print_letter',
  'send_back_determination',
  'withdraw_determination',
  'record_reply',
  'issue_notice',
  'serve_notice',
  'acknowledge_notice',
  'disclose_file',
  'keep_notice_file',
  'keep_reply_file',
  'consider_answer',
  'ask_time',
  'propose_time',
  'decide_time',
  'fix_hearing',
  'adjourn_hearing',
  'hold_hearing',
  'answer_notice',
  'record_cure',
  'prepare_appeal',
  'add_appeal_evidence',
  'file_appeal',
  'withdraw_appeal',
  'apply_for_stay',
  'reply_to_appeal',
  'decide_condonation.condoned',
  'decide_condonation.out_of_time',
  'decide_stay.granted',
  'decide_stay.refused',
  'decide_stay.ended',
  'hold_appeal_hearing.fixed',
  'hold_appeal_hearing.adjourned',
  'hold_appeal_hearing.held',
  'acknowledge_appeal_letter',
  'decide_appeal',
  'register_model',
  'record_approval',
  'withdraw_model',
  'record_tac',
  'begin_bill',
  'edit_bill',
  'release_bill',
  'release_referral',
  'propose_budget',
  'approve_budget',
  'decline_budget',
  'prepare_payment',
  'approve_payment',
  'send_back_payment',
  'accept_reconciliation',
  'import_receipts',
  'book_receipts',
  'send_back_receipts',
  'propose_receipt.match',
  'propose_receipt.return',
  'propose_receipt.unmatch',
  'propose_receipt.bounce',
  'approve_receipt.match',
  'approve_receipt.return',
  'approve_receipt.unmatch',
  'approve_receipt.bounce',
  'decline_receipt',
  'record_guarantee',
  'propose_guarantee.call',
  'propose_guarantee.withdraw',
  'propose_guarantee.release',
  'approve_guarantee.lodge',
  'approve_guarantee.call',
  'approve_guarantee.withdraw',
  'approve_guarantee.release',
  'decline_guarantee',
] as const
export type Act = (typeof ACTS)[number]

export interface HistoryEntry {
  readonly id: string
  readonly recorded_at: string
  /** What was done: one of `ACTS`, or the name of a command that is newer than they are. */
  readonly act: string
  /** To what: `return` and its identifier, `licence` and its number. */
  readonly subject: string
  /** Of a return, which version. */
  readonly version: number | null
  /** What was said with it: why something was decided so, or an answer. */
  readonly said: string | null
  readonly by: {
    readonly role: string
    /** The person, where the reader may know; a program has none. */
    readonly name: string | null
    /** The firm, where the reader sees several. */
    readonly organization: string | null
    /** For the reader's own organization. */
    readonly is_own: boolean
    readonly is_program: boolean
  }
}

export interface HistoryRefusal {
  readonly code: 'history_unknown'
}

/** What an event says beside who and when: only what those may know who see the thing. */
interface Told {
  readonly kind?: unknown
  readonly act?: unknown
  readonly version?: unknown
  readonly reason?: unknown
  readonly words?: unknown
}

export function toldIn(command: string, details: string): Pick<HistoryEntry, 'act' | 'version' | 'said'> {
  const { kind, act, version, reason, words } = JSON.parse(details) as Told
  const variants = [`${command}.${String(kind)}`, `${command}.${String(act)}`]
  const said = reason ?? words
  return {
    act: ACTS.find((one) => variants.includes(one)) ?? command,
    version: typeof version === 'number' && !command.endsWith('_bill') ? version : null,
    said: typeof said === 'string' ? said : null,
  }
}
