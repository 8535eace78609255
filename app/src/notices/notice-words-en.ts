/** The pages of notices in English. */
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
  served: 'Served',
  lastDay: 'Last day to cure',
  state: 'State',
  states: { open: 'Time to cure runs', over: 'Time to cure is over', cured: 'Cured', cured_late: 'Cured late' },
  daysLeft: (days: number) =>
    days === 0 ? 'Today is the last day' : days === 1 ? 'One day left' : `${days} days left`,
  lead: {
    open: (day: string, days: string) =>
      `Cure the failure by ${day}: ${days}. What the law attaches to it then does not follow.`,
    over: (day: string) =>
      `The time to cure ended on ${day}. What the law attaches to the failure can follow now; a cure is still needed for what is suspended to be restored.`,
    cured: (day: string) => `The authority found the failure cured on ${day}, in time.`,
    cured_late: (day: string) =>
      `The authority found the failure cured on ${day}, after the last day. What followed before stands until it is lifted.`,
  },
  ofOfficers: {
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
  record: 'Record the cure',
  history: 'What came of it',
  events: {
    served: 'The authority served the notice.',
    answered: 'The firm answered:',
    cured: 'The authority recorded the cure:',
  },
  answer: 'Answer the notice',
  answerHint:
    'Say what you have done or will do about the failure, and from when. The authority reads it with your case. An answer by itself does not cure the failure.',
  words: 'Your answer',
  answerIt: 'Send the answer',
  onlySignatory: 'A signatory of your firm answers the notice. Ask your colleague to open this page.',
  done: { answered: 'The answer has been sent to the authority.' },
}
