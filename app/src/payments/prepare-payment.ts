/** A case officer prepares the order to pay what is payable to a firm, or to recover what it was paid too much; no money moves before another officer approves it. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { compare, isZero, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { type BudgetKey, type BudgetTerms, claimStatus } from '../budgets/budget.ts'
import { standingsIn } from '../budgets/claim-budget.ts'
import type { ClaimStanding, Standings } from '../budgets/settlement.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { digitsOf, exactOf } from '../ledger/entry.ts'
import { paymentsTo } from '../ledger/post-entry.ts'
import { answersFor } from '../manufacturers/life/read-life.ts'
import type { ManufacturerRefusal } from '../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'
import {
  interestOn,
  overpaidSlices,
  payableOf,
  type PaymentLine,
  type PaymentOrder,
  type PaymentRefusal,
} from './payment.ts'
import {
  findReconciliation,
  insertOrder,
  insertReconciliation,
  nextPaymentNumber,
  ordersOf,
  type Reconciliation,
} from './payments-table.ts'

export type PreparePayment = BudgetKey & Pick<PaymentOrder, 'kind' | 'manufacturer_id' | 'reasons'>

export async function preparePayment(
  recorder: Recorder,
  actor: Actor,
  input: PreparePayment,
): Promise<Outcome<PaymentOrder, PaymentRefusal>> {
  return await recordCommand<PaymentOrder, PaymentRefusal>(recorder, actor, 'prepare_payment', async (tables) => {
    const { kind, manufacturer_id, programme, year, rehearsal, currency, reasons } = input
    const open = (await ordersOf(tables, manufacturer_id)).find((one) => one.decided === null && isSameKey(one, input))
    if (open !== undefined) return { refused: { code: 'payment_open', number: open.number } }
    const lines = await linesOf(tables, input, todayText(recorder.clock))
    if (lines.length === 0)
      return { refused: { code: kind === 'payment' ? 'nothing_payable' : 'nothing_recoverable', year } }
    const order = {
      id: recorder.makeId(),
      number: await nextPaymentNumber(tables),
      kind,
      manufacturer_id,
      payee_id: await answersFor(tables, manufacturer_id),
      programme,
      year,
      rehearsal,
      currency,
      reasons,
      prepared_at: instantText(recorder.clock()),
      prepared_by: actor.person,
    }
    await insertOrder(tables, { ...order, lines: canonicalJson(lines) })
    return {
      done: { ...order, lines, decided: null },
      subject: `payment ${order.number}`,
      details: { kind, manufacturer_id, programme, year, lines },
    }
  })
}

type OfFirm = BudgetKey & Pick<PaymentOrder, 'manufacturer_id' | 'kind'>

function isSameKey(one: OfFirm, other: OfFirm): boolean {
  return (['kind', 'manufacturer_id', 'programme', 'year', 'rehearsal', 'currency'] as const).every(
    (name) => one[name] === other[name],
  )
}

/** What is payable or overpaid today. What an appeal has stayed is neither. */
export async function linesOf(tables: Handle, of: OfFirm, today: string): Promise<readonly PaymentLine[]> {
  return await linesAmong(tables, of, await standingsIn(tables, of, of.manufacturer_id), today)
}

/** The same where the standings of all firms are at hand. */
export async function linesAmong(
  tables: Handle,
  of: OfFirm,
  { standings, terms }: Pick<Standings, 'standings' | 'terms'>,
  today: string,
): Promise<readonly PaymentLine[]> {
  const own = standings.filter(
    ({ claim }) => claim.manufacturer_id === of.manufacturer_id && claimStatus(claim) !== 'stayed',
  )
  if (of.kind === 'payment') {
    const isReconciled = (await findReconciliation(tables, of)) !== undefined
    return own.flatMap((one) => payment(one, terms, isReconciled))
  }
  const lines: PaymentLine[] = []
  for (const one of own)
    if (compare(one.paid, one.committed) > 0) lines.push(await recovery(tables, of, one, terms, today))
  return lines
}

function payment(one: ClaimStanding, terms: BudgetTerms | undefined, isReconciled: boolean): readonly PaymentLine[] {
  const { now, held } = payableOf(one, terms, isReconciled)
  if (isZero(now)) return []
  const { finding, subject, determination_id } = one.claim
  const money = { amount: digitsOf(now), held: digitsOf(held) }
  return [{ finding, subject, determination_id, ...money, interest: '0.00', interest_terms: null, slices: [] }]
}

/** Interest runs from each payment, or from the last order that demanded it. */
async function recovery(
  tables: Handle,
  of: OfFirm,
  { claim, paid, committed }: ClaimStanding,
  terms: BudgetTerms | undefined,
  today: string,
): Promise<PaymentLine> {
  const { finding, subject, determination_id } = claim
  const isAbout = (one: Pick<PaymentLine, 'finding' | 'subject'>) => one.finding === finding && one.subject === subject
  const demanded = (await ordersOf(tables, of.manufacturer_id)).findLast(
    (one) => isSameKey(one, of) && one.decided?.kind === 'approved' && one.lines.some(isAbout),
  )
  const since = demanded?.lines.find(isAbout)?.slices[0]?.until ?? ''
  const payments = (await paymentsTo(tables, of.manufacturer_id))
    .filter((one) => isAbout(one) && one.programme === of.programme && one.year === of.year)
    .filter((one) => one.rehearsal === of.rehearsal)
    .map(({ booked_on, postings }) => ({
      on: booked_on,
      amount: exactOf(
        postings.find(({ kind, currency }) => kind === 'payable' && currency === of.currency)?.amount ?? '0',
      ),
    }))
  const overpaid = subtract(paid, committed)
  const slices = overpaidSlices(overpaid, payments, { since, until: today })
  const rate = terms?.interest_rate ?? null
  const days = terms?.interest_days ?? null
  const bears = terms !== undefined && rate !== null && days !== null
  return {
    finding,
    subject,
    determination_id,
    amount: digitsOf(overpaid),
    held: '0.00',
    interest: digitsOf(bears ? interestOn(slices, rate, days) : ZERO),
    interest_terms: bears ? { rate, days, source: terms.source } : null,
    slices,
  }
}

/** The year of a firm is reconciled: what was held back until then is payable. */
export async function acceptReconciliation(
  recorder: Recorder,
  actor: Actor,
  input: Omit<Reconciliation, 'accepted_at' | 'accepted_by'>,
): Promise<Outcome<Reconciliation, PaymentRefusal | ManufacturerRefusal>> {
  return await recordCommand<Reconciliation, PaymentRefusal | ManufacturerRefusal>(
    recorder,
    actor,
    'accept_reconciliation',
    async (tables) => {
      const { manufacturer_id, programme, year, rehearsal, reason } = input
      if ((await manufacturerIn(tables, manufacturer_id)) === undefined)
        return { refused: { code: 'manufacturer_unknown' } }
      const key = { manufacturer_id, programme, year, rehearsal }
      if ((await findReconciliation(tables, key)) !== undefined)
        return { refused: { code: 'reconciled_already', year } }
      const accepted = { ...key, reason, accepted_at: instantText(recorder.clock()), accepted_by: actor.person }
      await insertReconciliation(tables, accepted)
      return {
        done: accepted,
        subject: `manufacturer ${manufacturer_id}`,
        details: { programme, year, rehearsal, reason },
      }
    },
  )
}
