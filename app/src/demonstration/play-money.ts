/** The budget of the first year, which one grant and a part of the next use up; an order to pay that waits for a second officer; and what firms paid. */
import { changeHash } from '../budgets/budget.ts'
import { approveBudget } from '../budgets/decide-budget.ts'
import { proposeBudget } from '../budgets/propose-budget.ts'
import { preparePayment } from '../payments/prepare-payment.ts'
import { bookReceipts } from '../receipts/book-receipts.ts'
import { approveGuarantee, proposeGuarantee } from '../receipts/guarantees/decide-guarantee.ts'
import { readGuarantee } from '../receipts/guarantees/read-guarantees.ts'
import { recordGuarantee } from '../receipts/guarantees/record-guarantee.ts'
import { importReceipts } from '../receipts/import-receipts.ts'
import { readStatement, readWaiting } from '../receipts/read-receipts.ts'
import { proposeReceipt } from '../receipts/settle-receipt.ts'
import type { Cast, Stage } from './play-demonstration.ts'

const OF_YEAR = { programme: 'bicycles', year: '2026-27' } as const

/** Each grant is half of 640,000, but no more than 200,000: the first firm gets it whole, the second 130,000, and 70,000 waits. */
export async function openBudget({ recorder, shelf, done }: Stage, cast: Cast): Promise<void> {
  const envelope = done(
    await proposeBudget(recorder, shelf, cast.caseOfficer, {
      ...OF_YEAR,
      amount: '330000.00',
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

/** A guarantee of 500,000, of which an officer would call what the firm still owes; another waits to be confirmed. */
export async function lodgeGuarantees(
  { recorder, done }: Stage,
  { caseOfficer, approvingOfficer }: Cast,
  { firm, owes }: { readonly firm: string; readonly owes: string },
): Promise<void> {
  const lodged = async (issuer_number: string, amount: string, expires_on: string) =>
    done(
      await recordGuarantee(recorder, caseOfficer, {
        manufacturer_id: firm,
        programme: OF_YEAR.programme,
        licence_number: null,
        rehearsal: false,
        issuer: 'Indus Commercial Bank, Lahore',
        issuer_number,
        currency: 'PKR',
        amount,
        expires_on,
        reason: 'Handed in at the counter with the letter of the firm of the same day.',
        file: { name: `${issuer_number}.pdf`, bytes: Buffer.from('%PDF-1.7 an invented guarantee') },
      }),
    ).number
  const number = await lodged('ICB-LG-2027-118', '500000.00', '2028-10-31')
  const { shown_hash } = done(await readGuarantee(recorder, approvingOfficer, number))
  done(await approveGuarantee(recorder, approvingOfficer, { number, shown_hash: shown_hash ?? '' }))
  const asked = { number, kind: 'call', amount: '100000.00', reference: owes } as const
  const reason = 'The fee of the year was not paid in time, and the firm did not answer two letters.'
  done(await proposeGuarantee(recorder, caseOfficer, { ...asked, reason }))
  await lodged('ICB-LG-2027-204', '250000.00', '2030-06-30')
}

const HEAD = 'account,bank_reference,received_on,currency,amount,payer,payer_number,reference'

/**
 * One firm pays its fee in two parts, the second too much; of what nobody can place, an officer would send one back. A later statement waits to be booked.
 */
export async function receivePayments(
  { recorder, done, on }: Stage,
  { caseOfficer, approvingOfficer }: Cast,
  { paid, owes }: { readonly paid: string; readonly owes: string },
): Promise<void> {
  on('2027-08-16')
  const lines = [
    `TREASURY-1,NBP-20417,2027-08-09,PKR,200000.00,Ravi Cycles (Pvt) Ltd,,Fee ${paid} part 1`,
    `TREASURY-1,NBP-20533,2027-08-12,PKR,100000.00,Ravi Cycles (Pvt) Ltd,,Fee ${paid} final`,
    'TREASURY-1,NBP-20540,2027-08-12,PKR,15000.00,Lyallpur Traders,,dues of the year',
    'TREASURY-1,NBP-20588,2027-08-13,PKR,7500.00,unknown,,',
  ]
  const first = await imported('receipts-august-1.csv', lines)
  const { shown_hash } = done(await readStatement(recorder.database, approvingOfficer, first))
  done(await bookReceipts(recorder, approvingOfficer, { number: first, shown_hash: shown_hash ?? '' }))
  const [{ id } = { id: '' }] = (await readWaiting(recorder.database, caseOfficer, {})).items
  const reason = 'The payer is registered for nothing, and asks by letter of 14 August to have it back.'
  done(await proposeReceipt(recorder, caseOfficer, { id, kind: 'return', reference: null, reason }))
  await imported('receipts-august-2.csv', [
    `TREASURY-1,NBP-20611,2027-08-16,PKR,10000.00,Indus Wheels,,${owes}`,
    'TREASURY-1,NBP-20618,2027-08-16,PKR,2500.00,Indus Wheels,,second instalment',
  ])

  async function imported(name: string, rows: readonly string[]): Promise<string> {
    const file = { name, rehearsal: false, bytes: Buffer.from([HEAD, ...rows].join('\n')) }
    return done(await importReceipts(recorder, caseOfficer, file)).number
  }
}
