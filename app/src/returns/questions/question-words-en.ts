/** Questions about returns, in English. */
const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`)

export const EN = {
  title: 'Questions',
  titleOf: (called: string) => `Questions about ${called}`,
  question: 'Question',
  ofFirms: { none: 'What you ask the firm about this return, and its answers, will stand here. Nothing was asked.' },
  none: 'What the authority asks your firm about this return will stand here. Nothing was asked.',
  all: (count: number) => (count === 0 ? 'Ask the firm about it' : `Questions (${count})`),
  about: 'About',
  wholeReturn: 'The whole return',
  aboutHint: 'A sheet, or a column of it, as far as the question is about one.',
  row: 'Row',
  rowHint: 'The number of the row in the workbook, as far as the question is about one.',
  cell: ({ sheet, column, row }: { readonly sheet: string; readonly column: string; readonly row: number | null }) =>
    [column === '' ? sheet : `${sheet}, ${column}`, ...(row === null ? [] : [`row ${row}`])].join(', '),
  version: 'Version',
  asked: 'Asked on',
  answerBy: 'Answer by',
  answerByHint:
    'The last day to answer, such as 2028-10-16. Until the answer the time to review stands still; after that day it goes on by itself.',
  state: 'State',
  states: {
    open: 'Open',
    unanswered: 'Not answered in time',
    answered: 'Answered',
    withdrawn: 'Withdrawn',
    closed: 'Closed without an answer',
  },
  meaning: {
    open: (day: string) => `The firm is to answer by ${day}. Until it does, the time to review stands still.`,
    unanswered: (day: string) =>
      `The last day to answer was ${day}. The time to review goes on since then; an answer is still heard.`,
    answered: () => 'The firm has answered, and the time to review goes on since then.',
    withdrawn: () => 'The authority no longer asks.',
    closed: () => 'The version that it is about was decided or replaced, so no answer is waited for.',
  },
  ask: 'Ask the firm',
  askIt: 'Send the question',
  words: 'Question',
  wordsHint: 'One matter a question. The firm reads it as you write it.',
  askEffect: (firm: string) =>
    `${firm} is told by mail and sees the question on its desk and in its calendar. The time to review stands still from today.`,
  answer: 'Answer',
  answerHint: 'The authority reads it as you write it. If a figure was wrong, also upload a corrected workbook.',
  answerIt: 'Send the answer',
  withdraw: 'Withdraw the question',
  reason: 'Reason',
  reasonHint: 'The firm reads it.',
  withdrawIt: 'Withdraw it',
  withdrawEffect: 'The firm need not answer any more. The time to review goes on from today.',
  history: 'History',
  events: {
    asked: 'The authority asked:',
    answered: 'The firm answered:',
    withdrawn: 'The authority withdrew the question:',
  },
  review: 'Time to review',
  clock: (used: number, limit: number | null) =>
    limit === null ? `${days(used)} so far` : `${used} of ${days(limit)}`,
  stopped: (since: string) => `stopped since ${since}, while the firm is asked`,
  until: (day: string) => `until ${day}`,
  over: (left: number) => `${days(-left)} over the time`,
  toAnswer: 'Answer the question of the authority',
  done: {
    asked: 'The question was sent. The time to review stands still until the answer.',
    answered: 'The answer was sent. The authority goes on with the review.',
    withdrawn: 'The question is withdrawn. The time to review goes on.',
  },
}
