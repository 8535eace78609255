/** The pages of notices in English. */
export const EN = {
  title: 'Notices',
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
