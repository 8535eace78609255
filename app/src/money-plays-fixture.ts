/**
 * What officers, appeals, the bank and issuers of guarantees may do about money, as steps that are drawn at random and done by the commands. Of each
 * step that says so it is held whether it was done or refused.
 */
import { deepStrictEqual, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { array, constantFrom, nat, oneof, record, subarray, tuple } from 'fast-check'
import { recordCommand } from './audit-log/record-command.ts'
import { changeHash, openChange } from './budgets/budget.ts'
import { approveBudget, declineBudget } from './budgets/decide-budget.ts'
import { proposeBudget } from './budgets/propose-budget.ts'
import type { Determination, DeterminedFinding } from './determinations/determination.ts'
import { waitingFor } from './determinations/foresee-waiting.ts'
import { giveEffect } from './determinations/give-effect.ts'
import { orderStanding, supersede } from './determinations/order-standing.ts'
import { planEffect } from './determinations/plan-effect.ts'
import { readDetermination } from './determinations/read-determinations.ts'
import { findingsNow, standingOf } from './determinations/standing.ts'
import { varyFindings } from './determinations/vary-findings.ts'
import { approvedGuarantee, lodgedBy } from './guarantees-fixture.ts'
import { todayText } from './kernel/clock.ts'
import type { Outcome, Refusal } from './kernel/outcome.ts'
import { type Actor } from './kernel/transaction.ts'
import { approvePayment, readPayment, sendBackPayment } from './payments/decide-payment.ts'
import { orderHash } from './payments/payment.ts'
import { acceptReconciliation, preparePayment } from './payments/prepare-payment.ts'
import { bookReceipts } from './receipts/book-receipts.ts'
import { declineGuarantee, proposeGuarantee } from './receipts/guarantees/decide-guarantee.ts'
import { GUARANTEE_ACTS } from './receipts/guarantees/guarantee.ts'
import { importReceipts } from './receipts/import-receipts.ts'
import { readReceipt, readStatement } from './receipts/read-receipts.ts'
import { RECEIPT_ACTS } from './receipts/receipt.ts'
import { approveReceipt, declineReceipt, proposeReceipt } from './receipts/settle-receipt.ts'
import { statementOf } from './receipts-fixture.ts'
import { done, type TestThread } from './thread-fixture.ts'
import type { moneyAgreement } from './money-agreement-fixture.ts'

/** In paisa: some below, at and beyond what an envelope of them holds. */
const AMOUNTS = [1, 33_333, 50_000, 100_001, 250_000] as const
const amount = constantFrom(...AMOUNTS)
const at = nat({ max: 7 })
const firm = nat({ max: 1 })
const answer = constantFrom('approved', 'approved', 'approved', 'declined', 'own')

const STEPS = {
  determine: record({
    firm,
    grant: constantFrom(0, ...AMOUNTS),
    freight: constantFrom(0, 0, ...AMOUNTS),
    fee: constantFrom(0, ...AMOUNTS),
    filed: at,
  }),
  terms: record({
    amount: constantFrom(...AMOUNTS, 600_000),
    firm_cap: constantFrom(null, null, 100_000),
    programme_cap: constantFrom(null, null, 150_000),
    mode: constantFrom('first_come', 'first_come', 'pro_rata'),
    over_cap: constantFrom('remainder', 'nothing'),
    distributes: constantFrom(false, false, true),
    advance_rate: constantFrom('85', null),
    interest_rate: constantFrom('7.3', null),
    answer,
  }),
  prepare: record({ firm, kind: constantFrom('payment', 'payment', 'recovery') }),
  decide: record({ at, answer }),
  reconcile: record({ firm }),
  order: record({ at, kind: constantFrom('stayed', 'resumed', 'quashed', 'remanded', 'varied') }),
  receive: record({ at, amount, names: constantFrom('it', 'it', 'call', 'nobody') }),
  settle: record({ at, act: constantFrom(...RECEIPT_ACTS), to: at, answer }),
  lodge: record({ firm, amount, answer }),
  guarantee: record({ at, act: constantFrom('call', ...GUARANTEE_ACTS), amount, to: at, answer }),
  later: record({ days: constantFrom(1, 73, 365) }),
} as const
const OFTEN = ['determine', 'determine', 'order', 'order', 'prepare', 'decide', 'receive', 'settle', 'terms'] as const
export type Step = {
  readonly [What in keyof typeof STEPS]: { readonly what: What } & Drawn<(typeof STEPS)[What]>
}[keyof typeof STEPS]
export type Drawn<A> = A extends { generate: (...all: never) => { value: infer T } } ? T : never
function drawnAs(what: keyof typeof STEPS) {
  return (STEPS[what] as typeof STEPS.later).map((drawn) => ({ what, ...drawn }) as unknown as Step)
}
const step = oneof(...[...(Object.keys(STEPS) as (keyof typeof STEPS)[]), ...OFTEN].map(drawnAs))
/** Most begin with an envelope and with something due to each firm, so that there is money to meet with the rest. */
export const steps = tuple(
  subarray([drawnAs('terms'), drawnAs('determine'), drawnAs('determine')], { minLength: 2 }).chain((first) =>
    tuple(...first),
  ),
  array(step, { minLength: 5, maxLength: 9, size: 'max' }),
).map((both) => both.flat())

type Standing = NonNullable<ReturnType<typeof standingOf>>
const AFTER: Readonly<Record<string, Readonly<Partial<Record<Standing, Standing>>>>> = {
  stayed: { in_effect: 'stayed' },
  resumed: { stayed: 'in_effect' },
  quashed: { in_effect: 'quashed', stayed: 'quashed' },
  remanded: { in_effect: 'quashed', stayed: 'quashed' },
  varied: { in_effect: 'in_effect' },
}

/** What is known of a determination by the steps alone, in paisa. */
export interface Determined {
  readonly determination: Determination
  readonly firm: number
  readonly due: Readonly<Record<string, number>>
  fee: number
  standing: Standing
}

/** One sequence: a year and two firms of its own. */
export interface Play {
  readonly year: string
  readonly firms: readonly string[]
  /** Reserved by all other years. */
  readonly elsewhere: bigint
  readonly determined: Determined[]
  readonly orders: { readonly number: string; status: 'prepared' | 'approved' | 'sent_back' }[]
  readonly reconciled: Set<number>
  readonly lines: { readonly id: string; readonly amount: number; hasBounced: boolean }[]
  readonly guarantees: {
    readonly number: string
    readonly amount: number
    readonly firm: number
    said: 'recorded' | 'declined' | 'confirmed'
  }[]
  /** The number of its envelope, and the terms that hold. */
  budget: string | undefined
  terms: Drawn<typeof STEPS.terms> | undefined
}

const CONFIRMED = async () => await Promise.resolve({ done: true })
const digits = (whole: number): string => `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`

function stated(finding: string, kind: 'entitlement' | 'liability', whole: number): DeterminedFinding {
  const said = { label: null, summary: null, clause: null, effect: null, from: null, power: null }
  return { finding, kind, ...said, value: `PKR ${digits(whole)}` }
}

function nth<T>(all: readonly T[], place: number): T | undefined {
  return all[place % Math.max(1, all.length)]
}

export function moneyPlays(thread: TestThread, appellate: Actor, agreement: ReturnType<typeof moneyAgreement>) {
  /** The case officer, who may not be the second officer too. */
  const same: Actor = { ...thread.caseOfficer, role: 'approving_officer' }
  let plays = 0
  let numbers = 0
  const { envelopeOf, expectPaid, reservedElsewhere } = agreement

  async function begin(): Promise<Play> {
    plays += 1
    const firms = [0, 1].map((place) => `00000000-0000-7000-8000-${String(plays * 2 + place).padStart(12, '0')}`)
    for (const id of firms)
      await thread.made.tamper(`
        insert into organizations (id, kind, name, registered_at) values ('${id}', 'manufacturer', 'Firm ${id}', now());
        insert into manufacturers (id, name, registration_number, address) values ('${id}', 'Firm ${id}', 'K-${id.slice(-5)}', 'Canal Road');
        insert into manufacturer_events (manufacturer_id, position, kind, reason, recorded_at, recorded_by)
          values ('${id}', 1, 'applied', null, now(), 'x'), ('${id}', 2, 'authorised', null, now(), 'x')`)
    thread.on('2027-07-10')
    const begins = 2030 + plays
    const year = `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`
    const elsewhere = await reservedElsewhere()
    const nothing = { determined: [], orders: [], reconciled: new Set<number>(), lines: [], guarantees: [] }
    return {
      year,
      firms,
      elsewhere,
      ...nothing,
      budget: undefined,
      terms: undefined,
    }
  }

  /** Approved with its letter, as `approveDetermination` does it once the assessment is held against it. */
  async function determine(play: Play, { firm: place, grant, freight, fee, filed }: Drawn<typeof STEPS.determine>) {
    if (play.determined.some((one) => one.firm === place && one.standing === 'stayed')) return
    const { recorder, approvingOfficer, made } = thread
    const due = { training_grant: grant, freight_grant: freight }
    const amounts = Object.entries(due).filter(([, whole]) => whole > 0)
    const findings = [
      ...amounts.map(([name, whole]) => stated(name, 'entitlement', whole)),
      ...(fee > 0 ? [stated('import_fee', 'liability', fee)] : []),
    ]
    numbers += 1
    const number = `D-${String(500_000 + numbers)}`
    const [id, assessment_id, release_id] = [recorder.makeId(), randomUUID(), randomUUID()]
    const manufacturer_id = play.firms[place] ?? ''
    const of = { manufacturer_id, programme: 'bicycles', year: play.year, subject: '{}', rehearsal: false }
    const said = { reasons: 'x', follows: null, prepared_at: '2026-08-02T06:00:00.000Z', prepared_by: 'officer' }
    await made.tamper(`set session_replication_role = replica;
      insert into determinations (id, number, kind, manufacturer_id, programme, year, assessment_id, rehearsal, subject, findings, reasons,
        prepared_at, prepared_by, release_id) values ('${id}', '${number}', 'entitlement', '${manufacturer_id}', 'bicycles', '${play.year}',
        '${assessment_id}', false, '{}', '${JSON.stringify(findings)}', 'x', '${said.prepared_at}', 'officer', '${release_id}');
      insert into determination_events values ('${id}', '${manufacturer_id}', 'approved', null, 'sha256:${'0'.repeat(64)}',
        gen_random_uuid(), '2026-08-02T06:00:01Z', 'second officer')`)
    const determination: Determination = {
      ...of,
      ...said,
      id,
      number,
      kind: 'entitlement',
      assessment_id,
      release_id,
      findings,
      decided: null,
      standings: [],
      standings_before: [],
    }
    const filedAt = { filed_at: `2027-07-0${1 + filed}T06:00:00.000Z`, accepted_at: null }
    const waits = await recordCommand(recorder, approvingOfficer, 'approve_determination', async (tables) => {
      const plan = await planEffect(tables, determination, todayText(recorder.clock))
      const waiting = await waitingFor(tables, recorder, determination, plan, filedAt)
      await supersede(tables, recorder, approvingOfficer, determination)
      await giveEffect(tables, recorder, approvingOfficer, determination, plan, filedAt)
      return { done: waiting, subject: `determination ${number}`, details: {} }
    })
    for (const one of play.determined)
      if (one.firm === place && one.standing === 'in_effect') one.standing = 'superseded'
    play.determined.push({ determination, firm: place, due, fee, standing: 'in_effect' })
    // The letter says what waits.
    const told = done(waits).map((one) => `${one.finding} ${one.amount}`)
    const budget = await envelopeOf(play)
    const claims = budget?.claims.filter((one) => one.manufacturer_id === manufacturer_id && one.waits !== '0.00') ?? []
    deepStrictEqual(told.toSorted(), claims.map((one) => `${one.finding} PKR ${one.waits}`).toSorted())
  }

  /** The terms that hold from then on, or undefined where they were refused. */
  async function propose(play: Play, drawn: Drawn<typeof STEPS.terms>) {
    const { recorder, shelf, caseOfficer, approvingOfficer } = thread
    const { year, elsewhere } = play
    const { answer: said, programme_cap, firm_cap, ...terms } = drawn
    const proposed = await proposeBudget(recorder, shelf, caseOfficer, {
      programme: 'bicycles',
      year,
      ...terms,
      amount: digits(terms.amount),
      firm_cap: firm_cap === null ? null : digits(firm_cap),
      programme_cap: programme_cap === null ? null : digits(programme_cap + Number(elsewhere)),
      counts_from: 'filed',
      interest_days: terms.interest_rate === null ? null : 365,
      source: 'Section 9',
      reason: 'The budget.',
    })
    if ('refused' in proposed) {
      ok(terms.distributes && terms.mode !== 'pro_rata')
      return proposed
    }
    const { number } = proposed.done
    play.budget = number
    const change = openChange(proposed.done)
    if (change === undefined) throw new Error('nothing is proposed')
    const input = { number, shown_hash: await changeHash(proposed.done, change) }
    const decline = { number, reason: 'Not so.' }
    if (said === 'declined') return await declineBudget(recorder, approvingOfficer, decline)
    const approved = await approveBudget(recorder, said === 'own' ? same : approvingOfficer, input)
    if ('refused' in approved) done(await declineBudget(recorder, approvingOfficer, decline))
    if (said === 'own') deepStrictEqual(approved, { refused: { code: 'own_budget' } })
    return approved
  }

  async function order(one: Determined, kind: Drawn<typeof STEPS.order>['kind']) {
    const { recorder } = thread
    const { id, number } = one.determination
    const fee = Math.floor(one.fee / 2)
    const now = findingsNow(done(await readDetermination(thread.made.database, appellate, number)))
    const findings = now.flatMap((finding) => {
      if (finding.kind !== 'liability') return [finding]
      return fee > 0 ? [stated(finding.finding, 'liability', fee)] : []
    })
    const ordered = await recordCommand(recorder, appellate, 'decide_appeal', async (tables) => {
      const of = { determination: { id }, cause: 'appeal A-000001' }
      const outcome =
        kind === 'varied'
          ? await varyFindings(tables, recorder, appellate, { ...of, findings })
          : await orderStanding(tables, recorder, appellate, { ...of, kind })
      return 'refused' in outcome ? outcome : { ...outcome, subject: `determination ${number}`, details: {} }
    })
    const after = AFTER[kind]?.[one.standing]
    deepStrictEqual('done' in ordered, after !== undefined)
    if (after !== undefined) one.standing = after
    if (after !== undefined && kind === 'varied') one.fee = fee
    return ordered
  }

  async function act(play: Play, drawn: Step): Promise<Outcome<unknown, Refusal> | undefined> {
    const { recorder, made, caseOfficer, approvingOfficer } = thread
    const { year } = play
    const manufacturer = (place: number): string => play.firms[place] ?? ''
    switch (drawn.what) {
      case 'determine':
        await determine(play, drawn)
        return undefined
      case 'terms': {
        const outcome = await propose(play, drawn)
        if ('done' in outcome && drawn.answer === 'approved') play.terms = drawn
        return outcome
      }
      case 'prepare': {
        const key = { programme: 'bicycles', year, rehearsal: false, currency: 'PKR' }
        const input = { ...key, kind: drawn.kind, manufacturer_id: manufacturer(drawn.firm), reasons: 'x' }
        const prepared = await preparePayment(recorder, caseOfficer, input)
        if ('done' in prepared) play.orders.push({ number: prepared.done.number, status: 'prepared' })
        return prepared
      }
      case 'decide': {
        const one = nth(play.orders, drawn.at)
        if (one === undefined) return undefined
        const { number } = one
        const wasOpen = one.status === 'prepared'
        if (drawn.answer === 'declined') {
          const outcome = await sendBackPayment(recorder, approvingOfficer, { number, reason: 'Anew.' })
          deepStrictEqual('done' in outcome, wasOpen)
          if (wasOpen) one.status = 'sent_back'
          return outcome
        }
        const input = {
          number,
          shown_hash: await orderHash(done(await readPayment(made.database, caseOfficer, number))),
        }
        const approved = await approvePayment(
          recorder,
          drawn.answer === 'own' ? same : approvingOfficer,
          input,
          CONFIRMED,
        )
        if ('done' in approved) {
          deepStrictEqual([wasOpen, drawn.answer], [true, 'approved'])
          one.status = 'approved'
          if (approved.done.kind === 'payment') await expectPaid(play, approved.done)
        }
        return approved
      }
      case 'reconcile': {
        const of = { manufacturer_id: manufacturer(drawn.firm), programme: 'bicycles', year, rehearsal: false }
        const outcome = await acceptReconciliation(recorder, approvingOfficer, { ...of, reason: 'It agrees.' })
        deepStrictEqual('done' in outcome, !play.reconciled.has(drawn.firm))
        play.reconciled.add(drawn.firm)
        return outcome
      }
      case 'order': {
        const one = nth(play.determined, drawn.at)
        return one === undefined ? undefined : await order(one, drawn.kind)
      }
      case 'receive': {
        const one = nth(play.determined, drawn.at)
        const called = nth(play.guarantees, drawn.at)
        const reference = one?.determination.number ?? ''
        const names = { it: reference, call: `${called?.number ?? ''} ${reference}`, nobody: 'thanks' }[drawn.names]
        const bank = `T-${(numbers += 1)}`
        const bytes = statementOf(todayText(recorder.clock), { [bank]: [digits(drawn.amount), names] })
        const file = { name: `${bank}.csv`, rehearsal: false, bytes }
        const { number } = done(await importReceipts(recorder, caseOfficer, file))
        const { shown_hash, receipts } = done(await readStatement(made.database, caseOfficer, number))
        const input = { number, shown_hash: shown_hash ?? '' }
        deepStrictEqual(await bookReceipts(recorder, same, input), { refused: { code: 'own_statement' } })
        const booked = await bookReceipts(recorder, approvingOfficer, input)
        if ('done' in booked) play.lines.push({ id: receipts[0]?.id ?? '', amount: drawn.amount, hasBounced: false })
        return booked
      }
      case 'settle': {
        const line = nth(play.lines, drawn.at)
        if (line === undefined) return undefined
        const { id } = line
        const reference = nth(play.determined, drawn.to)?.determination.number ?? null
        const proposed = await proposeReceipt(recorder, caseOfficer, { id, kind: drawn.act, reference, reason: 'x' })
        if ('refused' in proposed) return proposed
        const decline = { id, reason: 'Not so.' }
        if (drawn.answer === 'declined') return await declineReceipt(recorder, approvingOfficer, decline)
        const { shown_hash } = done(await readReceipt(made.database, approvingOfficer, id))
        const input = { id, shown_hash: shown_hash ?? '' }
        const approved = await approveReceipt(recorder, drawn.answer === 'own' ? same : approvingOfficer, input)
        if ('refused' in approved) done(await declineReceipt(recorder, approvingOfficer, decline))
        else line.hasBounced ||= drawn.act === 'bounce'
        return approved
      }
      case 'lodge': {
        if (todayText(recorder.clock) > '2028-06-30') return undefined
        const more = { amount: digits(drawn.amount) }
        const lodged = await lodgedBy(thread, manufacturer(drawn.firm), `Play ${(numbers += 1)}`, more)
        const { number } = lodged
        const { amount: whole, firm: of } = drawn
        const one: Play['guarantees'][number] = { number, amount: whole, firm: of, said: 'recorded' }
        play.guarantees.push(one)
        if (drawn.answer === 'declined') {
          one.said = 'declined'
          return await declineGuarantee(recorder, approvingOfficer, { number, reason: 'Not so.' })
        }
        const approved = await approvedGuarantee(thread, lodged, drawn.answer === 'own' ? same : approvingOfficer)
        deepStrictEqual('done' in approved, drawn.answer === 'approved')
        if ('done' in approved) one.said = 'confirmed'
        return approved
      }
      case 'guarantee': {
        const number = nth(play.guarantees, drawn.at)?.number
        if (number === undefined) return undefined
        const reference = nth(play.determined, drawn.to)?.determination.number ?? null
        const asked = { number, kind: drawn.act, amount: digits(drawn.amount), reference, reason: 'x' }
        const proposed = await proposeGuarantee(recorder, caseOfficer, asked)
        if ('refused' in proposed) return proposed
        const decline = { number, reason: 'Not so.' }
        if (drawn.answer === 'declined') return await declineGuarantee(recorder, approvingOfficer, decline)
        const approved = await approvedGuarantee(thread, { number }, drawn.answer === 'own' ? same : approvingOfficer)
        if ('refused' in approved) done(await declineGuarantee(recorder, approvingOfficer, decline))
        return approved
      }
      case 'later': {
        const day = new Date(Date.parse(todayText(recorder.clock)) + drawn.days * 86_400_000)
        thread.on(day.toISOString().slice(0, 10))
        return undefined
      }
    }
  }

  return { begin, act }
}
