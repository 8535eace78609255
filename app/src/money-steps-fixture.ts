/** What the examples of the interface ask about budgets, payments and receipts. */
import type { Step } from './api-steps-fixture.ts'

/** A line that names what is owed, and one that names nothing. */
const IMPORT = {
  role: 'case_officer',
  asks: 'POST /api/receipt-statements?name=august.csv&rehearsal=false',
  file: 'statement',
  body: { reference: '{debts.items.0.reference}' },
} as const

const LODGE = {
  role: 'case_officer',
  asks:
    'POST /api/guarantees?manufacturer_id={granted.id}&programme=bicycles&rehearsal=false&issuer=National%20Bank&issuer_number=LG-7' +
    '&currency=PKR&amount=50000.00&expires_on=2028-06-30&reason=Handed%20in%20at%20the%20counter.&name=guarantee.pdf',
  file: 'guarantee',
} as const

export const MONEY_STEPS: readonly Step[] = [
  {
    role: 'case_officer',
    asks: 'POST /api/budgets',
    body: {
      programme: 'bicycles',
      year: '2026-27',
      amount: '5000000.00',
      firm_cap: '1000000.00',
      programme_cap: null,
      mode: 'first_come',
      counts_from: 'filed',
      over_cap: 'remainder',
      distributes: false,
      advance_rate: '85',
      interest_rate: '7.3',
      interest_days: 365,
      source: 'The Act, section 9',
      reason: 'As the Board resolved.',
    },
    as: 'budget',
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/budgets/{budget.number}/decline',
    body: { reason: 'The cap of a firm is not in the Act.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/budgets',
    body: {
      programme: 'bicycles',
      year: '2026-27',
      amount: '5000000.00',
      firm_cap: null,
      programme_cap: null,
      mode: 'first_come',
      counts_from: 'filed',
      over_cap: 'remainder',
      distributes: false,
      advance_rate: '85',
      interest_rate: '7.3',
      interest_days: 365,
      source: 'The Act, section 9',
      reason: 'As the Board resolved.',
    },
    as: 'budget',
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/budgets/{budget.number}/approval',
    body: { shown_hash: '{budget.shown_hash}' },
  },
  { role: 'case_officer', asks: 'GET /api/budgets', granted: true },
  { role: 'case_officer', asks: 'GET /api/budgets/{budget.number}' },
  {
    role: 'case_officer',
    asks: 'POST /api/payment-orders',
    body: {
      kind: 'payment',
      manufacturer_id: '{granted.id}',
      programme: 'bicycles',
      year: '2026-27',
      rehearsal: false,
      currency: 'PKR',
      reasons: 'The grant of the year.',
    },
    as: 'early_payment',
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/payment-orders/{early_payment.number}/return',
    body: { reason: 'The accounts were reconciled meanwhile.' },
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/reconciliations',
    body: {
      manufacturer_id: '{granted.id}',
      programme: 'bicycles',
      year: '2026-27',
      rehearsal: false,
      reason: 'The accounts agree with the return.',
    },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/payment-orders',
    body: {
      kind: 'payment',
      manufacturer_id: '{granted.id}',
      programme: 'bicycles',
      year: '2026-27',
      rehearsal: false,
      currency: 'PKR',
      reasons: 'The grant of the year.',
    },
    as: 'payment',
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/payment-orders/{payment.number}/approval',
    body: { shown_hash: '{payment.shown_hash}', second_factor: '123456' },
  },
  { role: 'case_officer', asks: 'GET /api/payment-orders' },
  { role: 'case_officer', asks: 'GET /api/payment-orders/{payment.number}' },
  { role: 'case_officer', asks: 'GET /api/trial-balance' },
  { role: 'case_officer', asks: 'GET /api/ledger.csv?programme=bicycles' },
  { role: 'case_officer', asks: 'GET /api/manufacturers/{granted.id}/debts', as: 'debts' },
  { ...LODGE, as: 'wrong_guarantee' },
  {
    role: 'approving_officer',
    asks: 'POST /api/guarantees/{wrong_guarantee.number}/decline',
    body: { reason: 'The paper says 500,000.' },
  },
  { ...LODGE, as: 'guarantee' },
  { role: 'approving_officer', asks: 'GET /api/guarantees/{guarantee.number}', as: 'lodged' },
  {
    role: 'approving_officer',
    asks: 'POST /api/guarantees/{guarantee.number}/approval',
    body: { shown_hash: '{lodged.shown_hash}' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/guarantees/{guarantee.number}/proposal',
    body: {
      kind: 'call',
      amount: '10000.00',
      reference: '{debts.items.0.reference}',
      reason: 'The fee was not paid in time.',
    },
  },
  { role: 'case_officer', asks: 'GET /api/guarantees' },
  { ...IMPORT, as: 'wrong_statement' },
  {
    role: 'approving_officer',
    asks: 'POST /api/receipt-statements/{wrong_statement.number}/return',
    body: { reason: 'It is that of another month.' },
  },
  { ...IMPORT, as: 'statement' },
  { role: 'case_officer', asks: 'GET /api/receipt-statements' },
  { role: 'approving_officer', asks: 'GET /api/receipt-statements/{statement.number}', as: 'foreseen' },
  {
    role: 'approving_officer',
    asks: 'POST /api/receipt-statements/{statement.number}/booking',
    body: { shown_hash: '{foreseen.shown_hash}' },
  },
  { role: 'case_officer', asks: 'GET /api/receipts', as: 'waiting' },
  {
    role: 'case_officer',
    asks: 'POST /api/receipts/{waiting.items.0.id}/proposal',
    body: { kind: 'match', reference: '{debts.items.0.reference}', reason: 'The payer says so by telephone.' },
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/receipts/{waiting.items.0.id}/decline',
    body: { reason: 'Let the payer say so in writing.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/receipts/{waiting.items.0.id}/proposal',
    body: { kind: 'return', reference: null, reason: 'The payer did not answer.' },
  },
  { role: 'approving_officer', asks: 'GET /api/receipts/{waiting.items.0.id}', as: 'proposed' },
  {
    role: 'approving_officer',
    asks: 'POST /api/receipts/{waiting.items.0.id}/approval',
    body: { shown_hash: '{proposed.shown_hash}' },
  },
]
