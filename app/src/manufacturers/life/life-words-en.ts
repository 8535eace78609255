/** What pages say of what happened to firms, in English. */
import type { LifeWords } from './life-words.ts'

export const EN: LifeWords = {
  kinds: {
    renamed: 'Rename the firm',
    merged: 'Merge the firm into another',
    succeeded: 'Let another firm succeed it',
    split: 'Split the firm',
  },
  titles: { renamed: 'New name', merged: 'Merger', succeeded: 'Succession', split: 'Split' },
  told: {
    renamed: (firm, name) => `${firm} was renamed: ${name}.`,
    merged: (firm, answers) => `${firm} merged into ${answers}, which answers for what it owes.`,
    succeeded: (firm, answers) => `${answers} succeeded ${firm} and answers for what it owes.`,
    split: (firm, answers) => `${firm} was split. ${answers} answers for what it owed before.`,
  },
  licences: (pass) => (pass ? 'Its licences passed with it.' : 'Its licences ended with it.'),
  part: (firm, licences) => (licences === '' ? `${firm} took part without a licence.` : `To ${firm}: ${licences}.`),
  kept: (firm, licences) =>
    licences === '' ? `${firm} goes on without a licence.` : `${firm} goes on and keeps ${licences}.`,
  states: {
    proposed: 'Waits for a second officer',
    approved: 'Approved',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
  },
  follows: 'For the year that was determined:',
  comma: ', ',
}
