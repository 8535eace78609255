/** The inbox of a firm in English. */
export const EN = {
  title: 'Inbox',
  intro:
    'The letters of the authority about notices to your firm and about its appeals. A signatory acknowledges each. Acknowledging a notice is the proof that it was served: the time to answer and to cure runs from that day.',
  none: 'No letter has come. One that does stands here until a signatory acknowledges it.',
  letter: 'Letter',
  kinds: {
    show_cause: 'Notice to show cause',
    hearing_fixed: 'Summons to a hearing',
    hearing_adjourned: 'Adjournment of the hearing',
    time_decided: 'Decision on the time to cure',
    cured: 'Closure: cured in time',
    appeal_hearing_fixed: 'Summons to the hearing of an appeal',
    appeal_hearing_adjourned: 'Adjournment of the hearing of an appeal',
    appeal_decided: 'Order on an appeal',
  },
  about: 'About',
  noticeOf: (day: string) => `Notice of ${day}`,
  appeal: (number: string) => `Appeal ${number}`,
  /** By whoever reads the page. */
  unopened: 'New to you',
  written: 'Written',
  state: 'State',
  unread: 'Not acknowledged',
  served: 'Served otherwise',
  acknowledged: 'Acknowledged',
  acknowledge: 'Acknowledge it',
  acknowledgeNotice: 'Acknowledge it: the time runs from today',
  done: { acknowledged: 'You have acknowledged the letter.' },
}
