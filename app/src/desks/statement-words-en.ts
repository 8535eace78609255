/** The statement of a firm's accounts in English. */
export const EN = {
  title: 'Statement',
  intro: 'What the programme owes your firm, and what your firm owes, as determinations have booked it.',
  none: 'When a determination books an amount for or against your firm, it stands here with its balance.',
  balances: 'Balances',
  account: 'Account',
  sides: { due_to: 'Due to your firm', due_from: 'Due from your firm', settled: 'Nothing is due' },
  entries: 'Entries',
  day: 'Day',
  programme: 'Programme',
  kind: 'Kind',
  reversal: 'Takes an entry back',
  why: 'Determination',
  rehearsal: 'Rehearsal',
  asTable: 'All entries as a table (CSV)',
  currency: 'Currency',
  amount: 'Amount',
}
