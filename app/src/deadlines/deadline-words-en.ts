/** The calendar and its reminders, in English. */

export const EN = {
  title: 'Calendar of obligations',
  lead: 'What is to be done by which day, as it follows from the law, from notices and from licences.',
  none: 'Nothing is due. The days of returns, notices and licences will stand here.',
  list: 'List',
  month: 'Month',
  view: 'How to show it',
  firm: 'Firm',
  allFirms: 'All firms',
  show: 'Show',
  day: 'Day',
  left: 'Days left',
  what: 'What',
  programme: 'Programme',
  state: 'State',
  groups: { open: 'To come', late: 'Late', done: 'Done' },
  more: (count: number) => `${count} more`,
  states: { open: 'open', done: 'done', late: 'late' },
  kinds: {
    /** `title` is what the law calls the return. */
    file_return: (about: string, title: string | undefined) => `${title ?? 'Return'} ${about}`,
    answer_question: (about: string, title: string | undefined) =>
      `Answer the authority’s question about ${title === undefined ? 'the return' : `the ${title.toLowerCase()}`} ${about}`,
    cure: (about: string) => `Cure failure ${about}`,
    answer: (about: string) => `Answer the notice of failure ${about}`,
    attend_hearing: (about: string) => `Hearing about failure ${about}`,
    attend_appeal_hearing: (about: string) => `Hearing of appeal ${about}`,
    reply_to_appeal: (about: string) => `Reply to appeal ${about}`,
    decide_appeal: (about: string) => `Decide appeal ${about}`,
    renew_licence: (about: string) => `Licence ${about} ends`,
    renew_guarantee: (about: string) => `Guarantee ${about} ends`,
    /** `title` is its scheme and what it is about. */
    renew_certificate: (about: string, title: string | undefined) => `Certificate ${about} ends (${title ?? ''})`,
  },
  daysLeft: (days: number) =>
    days < -1
      ? `${-days} days ago`
      : days === -1
        ? 'yesterday'
        : days === 0
          ? 'today'
          : days === 1
            ? 'one day'
            : `${days} days`,
  before: 'Month before',
  after: 'Month after',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  noneInMonth: 'Nothing is due in this month.',
  own: 'In your own calendar',
  ownLead:
    'A calendar program on your phone or computer can show these days. It is given an address that nobody can guess; whoever knows the address sees the same as you.',
  share: 'Make an address',
  shareAnew: 'Make another address, and end the one before',
  sharedSince: (when: string) => `There is an address, made on ${when}.`,
  made: 'Your address',
  madeOnce:
    'Add it to your calendar program as a calendar from the internet. It is shown this once, and never again: copy it now.',
  unshare: 'End the address',
  unsharing: 'Programs that look there then find nothing more. You can make another at any time.',
  done: { unshared: 'The address holds no more.' },
  reminder: {
    /** Of the first, and how many stand below it. */
    subject: (what: string, left: string, others: number) =>
      others === 0 ? `${what}: ${left}` : `${what}: ${left}, and ${others === 1 ? 'one more' : `${others} more`}`,
    left: { before: (days: string) => `${days} left`, today: 'today is the last day', after: 'the day has passed' },
    /** `programme` where it belongs to one. */
    text: (what: string, programme: string | undefined, day: string) =>
      `${what}${programme === undefined ? '' : ` (${programme})`}. The last day is ${day}.`,
    late: (what: string, programme: string | undefined, day: string) =>
      `${what}${programme === undefined ? '' : ` (${programme})`}. The last day was ${day}.`,
    why: 'You get this letter because you act for the firm. Reminders can be switched off on the page of your account:',
  },
}
