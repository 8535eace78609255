/** The pages of notices in English. */

/** What an event holds, in words; empty where it holds nothing of it. */
interface Happening {
  readonly choice: string
  readonly on: string
  readonly from: string
  readonly until: string
  readonly ends: string
  readonly place: string
}

export const EN = {
  title: 'Notices',
  intro: 'Each failure of which the authority has served notice on your firm, and how long there is to cure it.',
  ofFirms: {
    intro: 'Each failure of which notice has been served, the newest first, and how long there is to cure it.',
    none: 'Notices that are served stand here with the days that are left to cure. None has been served.',
  },
  none: 'No notice has been served on your firm. One that is stands here with the days that are left to cure.',
  notice: (number: string) => `Notice of failure ${number}`,
  failure: 'Failure',
  issued: 'Issued',
  served: 'Served',
  answerBy: 'Last day to answer',
  lastDay: 'Last day to cure',
  state: 'State',
  states: {
    issued: 'Not served yet',
    open: 'Time to cure runs',
    over: 'Time to cure is over',
    cured: 'Cured',
    cured_late: 'Cured late',
  },
  daysLeft: (days: number) =>
    days === 0 ? 'Today is the last day' : days === 1 ? 'One day left' : `${days} days left`,
  lead: {
    issued: (day: string) =>
      `This notice was issued to your firm on ${day} and is not served yet. Acknowledge it, and the time to answer and to cure runs from that day.`,
    open: (day: string, days: string) =>
      `Cure the failure by ${day}: ${days}. What the law attaches to it then does not follow.`,
    over: (day: string) =>
      `The time to cure ended on ${day}. What the law attaches to the failure can follow now; a cure is still needed for what is suspended to be restored.`,
    cured: (day: string) => `The authority found the failure cured on ${day}, in time.`,
    cured_late: (day: string) =>
      `The authority found the failure cured on ${day}, after the last day. What followed before stands until it is lifted.`,
  },
  ofOfficers: {
    issued: (day: string) =>
      `Issued on ${day}, and no time runs: the firm’s signatory has not acknowledged it, and no proof of service is recorded.`,
    open: (day: string, days: string) =>
      `The firm may cure the failure until ${day}: ${days}. A case officer records the cure once it has been seen.`,
    over: (day: string) => `The time to cure ended on ${day} without a cure.`,
    cured: (day: string) => `The failure was cured on ${day}, in time. No sanction follows from it.`,
    cured_late: (day: string) => `The failure was cured on ${day}, after the last day.`,
  },
  due: {
    determine_sanction: 'The sanction can be determined: assess the return',
    determine_restoration: 'The restoration can be determined: assess the return',
  },
  letter: 'The notice as it was issued (PDF)',
  acknowledging:
    'By acknowledging it you confirm that your firm has this notice. It counts as served today, and the time to answer and to cure runs from today.',
  acknowledge: 'Acknowledge the notice',
  serve: 'Record proof of service',
  record: 'Record the cure',
  hearing: 'Hearing',
  time: 'More time to cure',
  before: 'Before a sanction can be determined',
  bars: {
    not_served: 'The notice must be served, with proof.',
    time_to_cure_runs: 'The time to cure must have run.',
    time_to_answer_runs: 'The time to answer must have run.',
    cured_in_time: 'It was cured in time: no sanction follows.',
    answer_not_considered: 'What the firm said in time must be considered.',
    hearing_not_held: 'The hearing that is fixed must be held and recorded.',
    time_not_decided: 'Two officers must decide on the time that was asked for.',
  },
  history: 'What came of it',
  wasIssued: 'The authority issued the notice.',
  itsLetter: 'The letter (PDF)',
  happened: {
    disclosed: () => 'The authority disclosed to the firm what is relied upon.',
    served: ({ choice, on, ends }: Happening) =>
      choice === 'inbox'
        ? `Served on ${on}: the firm acknowledged it. It may be cured until ${ends}.`
        : `Served on ${on}${choice === 'courier' ? ' by courier' : choice === 'by_hand' ? ' by hand' : ''}. It may be cured until ${ends}.`,
    acknowledged: () => 'The firm acknowledged a letter.',
    answered: () => 'The firm answered:',
    considered: () => 'The authority considered the answer:',
    time_asked: ({ until }: Happening) => `The firm asked for time until ${until}:`,
    time_proposed: ({ choice, from, until }: Happening) =>
      choice === 'refusal'
        ? 'An officer proposed to give no more time:'
        : choice === 'waiver'
          ? `An officer proposed that the days from ${from} to ${until} do not count:`
          : `An officer proposed to extend the time until ${until}:`,
    time_decided: ({ choice, ends }: Happening) =>
      choice === 'sent_back'
        ? 'Another officer sent the proposal back:'
        : ends === ''
          ? 'Another officer approved it; the last day stays:'
          : `Another officer approved it; the last day to cure is ${ends}:`,
    hearing_fixed: ({ on, place }: Happening) => `The firm was summoned to a hearing on ${on} (\u2068${place}\u2069):`,
    hearing_adjourned: ({ on, place }: Happening) => `The hearing was adjourned to ${on} (\u2068${place}\u2069):`,
    hearing_held: ({ choice, on }: Happening) =>
      choice === 'attended' ? `The firm was heard on ${on}:` : `The firm did not come to the hearing on ${on}:`,
    cured: ({ on }: Happening) => `The authority recorded the cure on ${on}:`,
  },
  considerOf: (when: string) => `Consider the answer of ${when}`,
  considered: 'What you make of it',
  consideredHint:
    'Point by point: what is accepted, what not, and why. The firm reads it, and the sanction rests on it.',
  considerIt: 'Record the consideration',
  file: 'File',
  fileHint: 'It may be left out. PDF, workbook, picture or plain text, up to 10 MB; more follow with further answers',
  answer: 'Answer the notice',
  answerHint:
    'Say what you have done or will do about the failure, and from when. The authority reads it with your case. An answer by itself does not cure the failure.',
  words: 'Your answer',
  answerIt: 'Send the answer',
  onlySignatory: 'A signatory of your firm answers the notice. Ask your colleague to open this page.',
  done: {
    answered: 'The answer has been sent to the authority.',
    issued: 'The notice is issued. What is left is its service.',
    served: 'The service is recorded, and the time runs from that day.',
    acknowledged: 'You have acknowledged the notice. The time runs from today.',
    considered: 'The consideration is recorded.',
    disclosed: 'The firm sees it now.',
    heard: 'It is recorded.',
    timed: 'It is recorded.',
  },
}
