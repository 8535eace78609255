/** Money in the database: what the ledger refuses whoever asks, and what an envelope is to those who spend of it at once. */
import { add, exact, toFixed, ZERO } from '@maqami/engine/value/exact.ts'
import { changeHash, type Envelope, openChange } from './budgets/budget.ts'
import { approveBudget, declineBudget } from './budgets/decide-budget.ts'
import { proposeBudget } from './budgets/propose-budget.ts'
import { readBudgets } from './budgets/read-budgets.ts'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { approveDetermination } from './determinations/decide-determination.ts'
import type { Determination } from './determinations/determination.ts'
import { readForesight } from './determinations/foresee-effect.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Handle } from './kernel/database.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { readAs, writeAs } from './kernel/transaction.ts'
import { balancesOf, type Entry, exactOf, owedBy, reversed, transfer } from './ledger/entry.ts'
import { openEntries, postEntry, reverseEntry } from './ledger/post-entry.ts'
import { exportLedger, readTrialBalance } from './ledger/read-ledger.ts'
import { readStatement } from './ledger/read-statement.ts'
import * as budgetPage from './budgets/budget-page.tsx'
import * as budgetsCsv from './budgets/budgets-csv-page.tsx'
import * as budgets from './budgets/budgets-page.tsx'
import * as claimsCsv from './budgets/claims-csv-page.tsx'
import { claimsContext } from './budgets/claims-context.ts'
import * as proposePage from './budgets/propose-budget-page.tsx'
import { nameClaims } from './determinations/name-claims.ts'
import * as trialBalanceCsv from './desks/trial-balance-csv-page.tsx'
import * as trialBalance from './desks/trial-balance-page.tsx'
import { recorderContext } from './audit-log/recorder-context.ts'
import { formBody, ORIGIN, textOf } from './pages/page-reader-fixture.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import * as reconcilePage from './payments/accept-reconciliation-page.tsx'
import * as paymentPage from './payments/payment-page.tsx'
import * as paymentsCsv from './payments/payments-csv-page.tsx'
import * as payments from './payments/payments-page.tsx'
import * as preparePage from './payments/prepare-payment-page.tsx'
import { passkeyContext, signatureContext } from './people/signature-context.ts'
import { testGuarantees } from './guarantees-fixture.ts'
import { testReceiptPages } from './receipt-pages-fixture.ts'
import { testReceipts } from './receipts-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { threadAuthority } from './thread.ts'
import { approvePayment } from './payments/decide-payment.ts'
import { orderHash, type PaymentOrder } from './payments/payment.ts'
import { misdirected } from './misdirected-fixture.ts'
import { acceptReconciliation, preparePayment } from './payments/prepare-payment.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import {
  authorisedMaker,
  bicycles,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const PAGES = builtFrom({
  budgets,
  'budgets.csv': budgetsCsv,
  'budgets/propose': proposePage,
  'budgets/:number': budgetPage,
  'budgets/:number/claims.csv': claimsCsv,
  payments,
  'payments.csv': paymentsCsv,
  'payments/prepare': preparePage,
  'payments/reconcile': reconcilePage,
  'payments/:number': paymentPage,
  'trial-balance': trialBalance,
  'trial-balance.csv': trialBalanceCsv,
})

const TERMS = {
  programme: 'bicycles',
  year: '2026-27',
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
  reason: 'The budget of the year.',
} as const

describe.each(SERVERS)('the ledger on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let grant: Entry
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    thread.on('2027-07-10')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1')
    // 40% local of the 30% asked: the grant is half of 80,000, the fee 4% of 1,000,000 less 1,000.
    const { id } = await determinedAs(thread, await filedReturn(thread, maker, 12_000), '2027-07-10', 'entitlement')
    const booked = await readAs(thread.made.database, thread.approvingOfficer, async (tables) => {
      return await openEntries(tables, maker.id, new Set([id]))
    })
    const found = booked.find(({ finding }) => finding === 'training_grant')
    if (found === undefined) throw new Error('the grant was not booked')
    grant = found
  })
  afterAll(async () => await thread.made.drop())

  async function tried(body: (tables: Handle) => Promise<unknown>): Promise<string> {
    try {
      await writeAs(thread.made.database, thread.approvingOfficer, async (tables) => {
        await body(tables)
        return { commit: undefined }
      })
      return 'posted'
    } catch (error) {
      return String(error)
    }
  }
  const post = (change: Partial<Entry>) => async (tables: Handle) =>
    await postEntry(tables, thread.recorder, thread.approvingOfficer, { ...grant, ...change })
  const owed = (whole: number, currency = 'PKR') =>
    owedBy('entitlement', { finding: grant.finding, manufacturer_id: maker.id, currency, amount: exact(whole) })

  test('books what is due to a firm from the entitlement to what is payable', () => {
    expect([grant.phase, grant.year, grant.subject]).toEqual(['commit', '2026-27', '{}'])
    expect(grant.postings.map(({ kind, account, amount }) => [kind, account, amount])).toEqual([
      ['entitlement', 'training_grant', '40000.00'],
      ['payable', 'training_grant', '-40000.00'],
    ])
  })

  test('refuses to commit a rupee more than was determined, another currency, and what nobody determined', async () => {
    for (const change of [
      owed(1),
      owed(1, 'USD'),
      { ...owed(1), finding: 'import_duty' },
      { ...owed(1), rehearsal: true },
    ])
      expect(await tried(post(change))).toMatch(/more than was determined|account of a rehearsal/)
    // The year is that of the determination.
    expect(await tried(post({ ...owed(1), year: '2027-28' }))).toContain('foreign key')
  })

  test('refuses postings that do not sum to zero', async () => {
    const replacing = async (postings: readonly unknown[]) =>
      await tried(async (tables) => {
        await reverseEntry(tables, thread.recorder, thread.approvingOfficer, grant, grant.determination_id)
        await post({ postings: postings as Entry['postings'] })(tables)
      })
    const [debit, credit] = grant.postings
    expect(await replacing([debit, { ...credit, amount: '-39999.99' }])).toContain('do not sum to zero')
    expect(await replacing([])).toContain('no postings')
  })

  test('takes an entry back by its exact opposite only, and once', async () => {
    const back = { reverses: grant.id, postings: reversed(grant.postings) }
    expect(await tried(post({ ...back, postings: reversed(owed(39_999).postings) }))).toContain('not the opposite')
    expect(await tried(post({ ...back, finding: 'import_fee' }))).toContain('not the opposite')
    expect(
      await tried(async (tables) => {
        await reverseEntry(tables, thread.recorder, thread.approvingOfficer, grant, grant.determination_id)
        await reverseEntry(tables, thread.recorder, thread.approvingOfficer, grant, grant.determination_id)
      }),
    ).toContain('reverses')
  })

  test('commits the same amount again when it was taken back, as when a stay ends', async () => {
    const again = async (tables: Handle) => {
      await reverseEntry(tables, thread.recorder, thread.approvingOfficer, grant, grant.determination_id)
      await post({})(tables)
    }
    expect(await tried(again)).toBe('posted')
  })

  async function determinable(name: string, registration: string) {
    const firm = await authorisedMaker(thread, name, registration)
    const return_id = await filedReturn(thread, firm, 12_000)
    const { recorder, shelf, caseOfficer } = thread
    const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, { return_id, as_of: '2027-07-10' }))
    const made = await prepareDetermination(recorder, shelf, caseOfficer, {
      assessment_id: assessment.id,
      subject: {},
      kind: 'entitlement',
      reasons: 'As the return says.',
    })
    return { firm, determination: done(made) }
  }
  async function approved(determination: Determination): Promise<void> {
    const { recorder, shelf, letters, approvingOfficer } = thread
    const { shown_hash } = done(await readForesight(recorder, shelf, approvingOfficer, determination.number))
    const input = { number: determination.number, shown_hash }
    const confirm = async () => await Promise.resolve({ done: true })
    done(await approveDetermination(recorder, shelf, letters, approvingOfficer, input, confirm))
  }
  async function setTerms(amount: string): Promise<Envelope> {
    const { recorder, shelf, caseOfficer, approvingOfficer } = thread
    const proposed = done(await proposeBudget(recorder, shelf, caseOfficer, { ...TERMS, amount }))
    const change = openChange(proposed)
    if (change === undefined) throw new Error('nothing is proposed')
    const { number } = proposed
    const input = { number, shown_hash: await changeHash(proposed, change) }
    expect(refusedFor(await approveBudget(recorder, { ...caseOfficer, role: 'approving_officer' }, input)).code).toBe(
      'own_budget',
    )
    return done(await approveBudget(recorder, approvingOfficer, input))
  }
  async function phases(firm: TestMaker): Promise<readonly (readonly [string, string])[]> {
    const entries = await readStatement(thread.made.database, firm.signatory, firm.id)
    return entries
      .filter(({ finding }) => finding === 'training_grant')
      .map(({ phase, postings }) => [phase, postings.find(({ amount }) => !amount.startsWith('-'))?.amount ?? ''])
  }

  test('an envelope that is opened later reserves what was committed before it, and is never opened for less', async () => {
    const { recorder, shelf, caseOfficer, approvingOfficer } = thread
    const less = done(await proposeBudget(recorder, shelf, caseOfficer, { ...TERMS, amount: '39999.99' }))
    const change = openChange(less)
    if (change === undefined) throw new Error('nothing is proposed')
    const { number } = less
    const input = { number, shown_hash: await changeHash(less, change) }
    expect(refusedFor(await approveBudget(recorder, approvingOfficer, input))).toEqual({
      code: 'budget_below_reserved',
      reserved: '40000.00',
      currency: 'PKR',
    })
    expect(refusedFor(await proposeBudget(recorder, shelf, caseOfficer, { ...TERMS, amount: '1.00' })).code).toBe(
      'budget_change_open',
    )
    done(await declineBudget(recorder, approvingOfficer, { number, reason: 'It is less than what is committed.' }))
    await setTerms('100000.00')
    expect(await phases(maker)).toEqual([
      ['commit', '40000.00'],
      ['commit', '40000.00'],
      ['commit', '40000.00'],
      ['reserve', '40000.00'],
    ])
  })

  test('two determinations that are approved at once share what is left, and the rest waits until there is more', async () => {
    const [one, other] = [await determinable('Indus Cycles', 'K-2'), await determinable('Chenab Cycles', 'K-3')]
    await Promise.all([approved(one.determination), approved(other.determination)])
    // 100,000 − 40,000 for the first firm leaves 60,000: 40,000 for one, and 20,000 of 40,000 for the other.
    const given = await Promise.all([one, other].map(async ({ firm }) => await phases(firm)))
    const amounts = given.map((all) => all.map(([phase, amount]) => `${phase} ${amount}`).join())
    expect(amounts.toSorted()).toEqual(['reserve 20000.00,commit 20000.00', 'reserve 40000.00,commit 40000.00'])
    // The treasury puts 20,000 more into it, and the one that waited gets it.
    await setTerms('120000.00')
    const later = await Promise.all([one, other].map(async ({ firm }) => await phases(firm)))
    expect(
      later
        .flat()
        .filter(([phase]) => phase === 'commit')
        .map(([, amount]) => amount)
        .toSorted(),
    ).toEqual(['20000.00', '20000.00', '40000.00'])
  })

  test('the database refuses to reserve a paisa beyond the envelope, and to commit or pay what is not reserved', async () => {
    const left = { kind: 'budget', account: 'budget', manufacturer_id: null } as const
    const set = { kind: 'entitlement', account: 'training_grant', manufacturer_id: null } as const
    const payable = { kind: 'payable', account: 'training_grant', manufacturer_id: maker.id } as const
    const bank = { kind: 'bank', account: 'bank', manufacturer_id: null } as const
    const paisa = { currency: 'PKR', amount: exact(1, 100) }
    expect(await tried(post({ phase: 'reserve', postings: transfer(left, set, paisa) }))).toContain(
      'exceeds the budget',
    )
    const released = { currency: 'PKR', amount: exact(40_000) }
    expect(await tried(post({ phase: 'release', postings: transfer(set, left, released) }))).toContain('exceeds the')
    const more = { currency: 'PKR', amount: exact(4_000_001, 100) }
    // Nothing is paid without an order of two officers.
    expect(await tried(post({ phase: 'pay', postings: transfer(payable, bank, more) }))).toContain('violates check')
  })

  const KEY = { programme: 'bicycles', year: '2026-27', rehearsal: false, currency: 'PKR' } as const
  async function prepared(kind: 'payment' | 'recovery') {
    const input = { ...KEY, kind, manufacturer_id: maker.id, reasons: 'As the ledger says.' }
    return await preparePayment(thread.recorder, thread.caseOfficer, input)
  }
  async function approving(order: PaymentOrder, actor = thread.approvingOfficer) {
    const input = { number: order.number, shown_hash: await orderHash(order) }
    return await approvePayment(thread.recorder, actor, input, async () => await Promise.resolve({ done: true }))
  }
  const amountsOf = ({ lines }: PaymentOrder) => lines.map(({ amount, held, interest }) => [amount, held, interest])
  async function grantOf(training_cost: number, day: string): Promise<void> {
    thread.on(day)
    const { recorder, shelf, caseOfficer } = thread
    const sheets = { ...bicycles(12_000), licence: [{ licence_year: 1, training_cost }] }
    const bytes = await workbook('bicycles', sheets)
    const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
    const { found, version } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
    const shown_hash = (await shownHash(recorder, maker.signatory, found.id, version)) ?? ''
    const confirm = async () => await Promise.resolve({ done: true })
    done(await fileReturn(recorder, shelf, maker.signatory, { id: found.id, version, shown_hash }, confirm))
    done(await reviewReturn(recorder, shelf, caseOfficer, { id: found.id, kind: 'accepted' }))
    await determinedAs(thread, found.id, day, 'entitlement')
  }

  test('85% is paid by two officers, once though two approve at once, and the rest when the year is reconciled', async () => {
    const { recorder, caseOfficer, approvingOfficer } = thread
    const astray = await misdirected(thread, done(await prepared('payment')), approving)
    expect(refusedFor(astray).code).toBe('payment_outdated')
    const order = done(await prepared('payment'))
    // 85% of 40,000.
    expect(amountsOf(order)).toEqual([['34000.00', '6000.00', '0.00']])
    expect(refusedFor(await prepared('payment')).code).toBe('payment_open')
    expect(refusedFor(await approving(order, { ...caseOfficer, role: 'approving_officer' })).code).toBe('own_payment')
    const both = await Promise.all([approving(order), approving(order)])
    expect(both.map((one) => ('done' in one ? 'paid' : one.refused.code)).toSorted()).toEqual([
      'paid',
      'payment_decided',
    ])
    expect(refusedFor(await prepared('payment')).code).toBe('nothing_payable')
    const { programme, year, rehearsal } = KEY
    const of = { manufacturer_id: maker.id, programme, year, rehearsal, reason: 'The accounts agree.' }
    done(await acceptReconciliation(recorder, approvingOfficer, of))
    const rest = done(await prepared('payment'))
    expect(amountsOf(rest)).toEqual([['6000.00', '0.00', '0.00']])
    done(await approving(rest))
    expect((await phases(maker)).filter(([phase]) => phase === 'pay').map(([, amount]) => amount)).toEqual([
      '34000.00',
      '6000.00',
    ])
  })

  test('what an amended return makes too much is demanded with interest, and stays reserved until it is back', async () => {
    // Half of 60,000 is 30,000: 10,000 too much, paid on 10 July, 73 days before 21 September.
    await grantOf(60_000, '2027-09-21')
    const order = done(await prepared('recovery'))
    // 7.3% of 10,000 for 73 of 365 days.
    expect(amountsOf(order)).toEqual([['10000.00', '0.00', '146.00']])
    done(await approving(order))
    const { reserved, committed, paid } = await budget()
    // The other two firms hold 80,000.
    expect([reserved, committed, paid]).toEqual(['120000.00', '110000.00', '40000.00'])
    // Demanded again the same day it bears nothing more.
    expect(amountsOf(done(await prepared('recovery')))).toEqual([['10000.00', '0.00', '0.00']])
  })

  test('what an amended return makes more waits for the budget, and is then paid', async () => {
    // Half of 90,000 is 45,000, of which 40,000 are reserved.
    await grantOf(90_000, '2027-10-01')
    expect((await budget()).waits).toBe('5000.00')
    await setTerms('125000.00')
    expect(await budget()).toMatchObject({ waits: '0.00', left: '0.00', committed: '125000.00' })
    const order = done(await prepared('payment'))
    expect(amountsOf(order)).toEqual([['5000.00', '0.00', '0.00']])
    done(await approving(order))
    expect(refusedFor(await prepared('payment')).code).toBe('nothing_payable')
  })

  test('every currency of the ledger sums to zero, and what it paid is what the firm has', async () => {
    const entries = await readStatement(thread.made.database, maker.signatory, maker.id)
    const sums = balancesOf(
      entries.map((one) => ({
        ...one,
        postings: one.postings.map((all) => ({ ...all, kind: 'bank' as const, account: '', manufacturer_id: null })),
      })),
    )
    expect(sums.map(({ amount }) => amount)).toEqual(['0.00'])
    const bank = balancesOf(entries).find(({ kind }) => kind === 'bank')
    // 34,000 + 6,000 + 5,000.
    expect(bank?.amount).toBe('-45000.00')
  })

  test('debits and credits of the trial balance are equal, and the table of the treasury has the same sums', async () => {
    const rows = await readTrialBalance(thread.made.database, thread.caseOfficer)
    const sum = (all: readonly string[]) => toFixed(all.map(exactOf).reduce(add, ZERO), 2)
    expect(sum(rows.map(({ debit }) => debit))).toBe(sum(rows.map(({ credit }) => credit)))
    const credited = rows.find(({ kind }) => kind === 'bank')
    // 125,000 put into the envelope; 45,000 paid.
    expect([credited?.debit, credited?.credit]).toEqual(['125000.00', '45000.00'])
    const csv = await exportLedger(thread.made.database, thread.caseOfficer, 'bicycles')
    const lines = csv.trim().split('\r\n').slice(1)
    const cells = lines.map((line) => line.split(',').slice(-2))
    expect(sum(cells.map(([debit]) => (debit === '' ? '0' : (debit ?? '0'))))).toBe(sum(rows.map(({ debit }) => debit)))
  })
  describe('the pages of money', () => {
    let service: ReturnType<typeof servedPages>
    beforeAll(() => {
      const { recorder, shelf, caseOfficer, approvingOfficer } = thread
      const confirm = async (_: unknown, code: string) =>
        await Promise.resolve(code === '123456' ? { done: true } : { refused: { code: 'code_wrong' } })
      service = servedPages(PAGES, {
        authority: threadAuthority,
        problems: PROBLEMS,
        actors: new Map([
          ['case', caseOfficer],
          ['approving', approvingOfficer],
          ['firm', maker.signatory],
        ]),
        contexts: new Map<never, unknown>([
          [recorderContext as never, recorder],
          [shelfContext as never, shelf],
          [claimsContext as never, nameClaims],
          [signatureContext as never, confirm],
          [passkeyContext as never, async () => await Promise.resolve(undefined)],
        ]),
      })
    })
    async function see(url: string, authorization: string, language = 'en') {
      const headers = { authorization, cookie: `maqami_language=${language}` }
      const { statusCode, body } = await service.server.inject({ url, headers })
      expect(service.faults).toEqual([])
      return { status: statusCode, body, text: textOf(body) }
    }
    async function send(url: string, authorization: string, form: Readonly<Record<string, string>>) {
      const { body, type } = await formBody(form, undefined)
      const headers = { ...ORIGIN, authorization, 'content-type': type, cookie: 'maqami_language=en' }
      const answer = await service.server.inject({ method: 'POST', url, headers, payload: body })
      expect(service.faults).toEqual([])
      return { status: answer.statusCode, to: String(answer.headers.location), text: textOf(answer.body) }
    }
    const hashOn = (body: string) => /name="shown_hash" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const FORM = {
      programme: 'bicycles',
      year: '2026-27',
      amount: '130,000',
      firm_cap: '',
      programme_cap: '',
      mode: 'first_come',
      counts_from: 'filed',
      over_cap: 'remainder',
      distributes: 'no',
      advance_rate: '',
      interest_rate: '7.3',
      interest_days: '365',
      source: 'دفعہ ۹',
      reason: 'بورڈ کی قرارداد۔',
    }

    test('terms are proposed, and approved over what is shown by another officer who sees what it brings about', async () => {
      await grantOf(100_000, '2027-10-05')
      const [{ number } = { number: '' }] = await readBudgets(thread.made.database, thread.caseOfficer)
      const url = `/budgets/${number}`
      const unfit = await send('/budgets/propose', 'case', { ...FORM, amount: 'much', interest_days: '' })
      expect([unfit.status, unfit.text.includes('not written in the form that is asked for')]).toEqual([422, true])
      expect((await send('/budgets/propose', 'approving', FORM)).status).toBe(403)
      expect(await send('/budgets/propose', 'case', FORM)).toMatchObject({ status: 303, to: url })
      expect((await see(url, 'case')).text).toContain('another officer approves or declines them')
      const shown = await see(url, 'approving')
      // 130,000 after 125,000; half of 100,000 after half of 90,000.
      expect(shown.text).toContain('PKR 5,000 is put into the budget. PKR 5,000 is set aside at once for one firm')
      const approval = { what: 'approve', shown_hash: hashOn(shown.body) }
      expect((await send(url, 'case', approval)).status).toBe(403)
      expect((await send(url, 'approving', { ...approval, shown_hash: `sha256:${'0'.repeat(64)}` })).status).toBe(409)
      expect(await send(url, 'approving', approval)).toMatchObject({ status: 303, to: url })
      expect((await see('/budgets', 'case')).text).toContain('PKR 130,000')
    })

    test('an order is prepared from what is payable, and signed by another officer', async () => {
      const offered = await see('/payments/prepare', 'case')
      expect(offered.text).toContain('Pay PKR 5,000 to Ravi Cycles')
      const offer = /value="(payment [^"]+)"/.exec(offered.body)?.[1] ?? ''
      expect((await send('/payments/prepare', 'case', { offer: 'payment x', reasons: 'x' })).status).toBe(422)
      const { status, to } = await send('/payments/prepare', 'case', { offer, reasons: 'جیسا کہ کھاتے میں ہے۔' })
      expect([status, /^\/payments\/P-\d{6}$/.test(to)]).toEqual([303, true])
      expect((await see(to, 'case')).text).toContain('another officer decides on it')
      const form = { what: 'approve', shown_hash: hashOn((await see(to, 'approving')).body) }
      expect((await send(to, 'case', { ...form, second_factor: '123456' })).status).toBe(403)
      expect((await send(to, 'approving', { ...form, second_factor: '000000' })).status).not.toBe(303)
      expect(await send(to, 'approving', { ...form, second_factor: '123456' })).toMatchObject({ status: 303, to })
      expect((await see('/payments', 'case')).text).toMatch(/Payment Ravi Cycles .* PKR 5,000 – Approved/)
      // Nothing is held back: the year is reconciled, and these terms pay all at once.
      expect((await see('/payments/reconcile', 'approving')).text).toContain('Nothing is held back.')
    })

    test('all of it stands in tables and in Urdu, and is not for firms', async () => {
      const [{ number } = { number: '' }] = await readBudgets(thread.made.database, thread.caseOfficer)
      for (const url of ['/budgets', `/budgets/${number}`, '/payments', '/payments/P-000001', '/trial-balance']) {
        expect((await see(url, 'firm')).status).toBe(403)
        const urdu = await see(url, 'approving', 'ur')
        expect([url, urdu.status]).toEqual([url, 200])
        // What somebody wrote stands as it was written.
        const own = textOf(urdu.body.replaceAll(/<(span|bdi|p) class="(?:written|passage)".*?<\/\1>/gs, ''))
        expect(/(?:[A-Za-z]{2,} ){2}[A-Za-z]{2,}/.exec(own)).toBeNull()
      }
      for (const url of ['/budgets.csv', `/budgets/${number}/claims.csv`, '/payments.csv', '/trial-balance.csv'])
        expect((await see(url, 'case')).body.split('\r\n').length).toBeGreaterThan(2)
    })
  })
  // What the commands of receipts do is the same on each.
  describe.runIf(server === SERVERS.at(-1))('what is received', () => {
    testReceipts(() => thread)
    testReceiptPages(() => thread)
    testGuarantees(() => thread)
  })
  async function budget() {
    const [one] = await readBudgets(thread.made.database, thread.caseOfficer)
    if (one === undefined) throw new Error('there is no budget')
    return one
  }
})
