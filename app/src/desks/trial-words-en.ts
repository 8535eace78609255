/** The trial balance in English. */
export const EN = {
  title: 'Trial balance',
  intro:
    'What was debited and credited to each account, all firms together. In each currency both sides sum to the same; rehearsals stand apart.',
  none: 'When a budget is approved or a determination books an amount, the accounts stand here with both sides.',
  programme: 'Programme',
  year: 'Year',
  account: 'Account',
  kinds: {
    budget: 'Budget',
    entitlement: 'Set aside',
    payable: 'Payable',
    levy: 'Levy',
    surcharge: 'Surcharge',
    interest: 'Interest',
    bank: 'Bank',
    receipts: 'Received beyond what is owed',
  },
  of: 'Whose',
  whose: { firms: 'All firms', treasury: 'Treasury' },
  currency: 'Currency',
  debit: 'Debit',
  credit: 'Credit',
  rehearsal: 'Rehearsal',
  treasury: 'For the treasury',
  treasuryHint: 'Every posting of a programme, in the order in which it was booked.',
  export: (programme: string) => `All postings of ${programme} (CSV)`,
}
