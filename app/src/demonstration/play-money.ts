/** The budget of the first year, which one grant and a part of the next use up; and an order to pay that waits for a second officer. */
import { changeHash } from '../budgets/budget.ts'
import { approveBudget } from '../budgets/decide-budget.ts'
import { proposeBudget } from '../budgets/propose-budget.ts'
import { preparePayment } from '../payments/prepare-payment.ts'
import type { Cast, Stage } from './play-demonstration.ts'

const OF_YEAR = { programme: 'bicycles', year: '2026-27' } as const

/** Each grant is half of 640,000: the first firm gets its 320,000 whole, the second 130,000, and 190,000 waits. */
export async function openBudget({ recorder, shelf, done }: Stage, cast: Cast): Promise<void> {
  const envelope = done(
    await proposeBudget(recorder, shelf, cast.caseOfficer, {
      ...OF_YEAR,
      amount: '450000.00',
      firm_cap: null,
      programme_cap: null,
      mode: 'first_come',
      counts_from: 'filed',
      over_cap: 'remainder',
      distributes: false,
      advance_rate: '85',
      interest_rate: '7.3',
      interest_days: 365,
      source: 'the Bicycle Manufacture Act',
      reason: 'As the Board resolved for the year.',
    }),
  )
  const [change] = envelope.changes
  if (change === undefined) throw new Error('a budget was proposed without terms')
  const shown = { number: envelope.number, shown_hash: await changeHash(envelope, change) }
  done(await approveBudget(recorder, cast.approvingOfficer, shown))
}

export async function orderPayment({ recorder, done }: Stage, cast: Cast, firm: string): Promise<void> {
  const of = { ...OF_YEAR, manufacturer_id: firm, rehearsal: false, currency: 'PKR' }
  const reasons = 'The grant of the year, but for what is held back until its accounts are reconciled.'
  done(await preparePayment(recorder, cast.caseOfficer, { kind: 'payment', ...of, reasons }))
}
