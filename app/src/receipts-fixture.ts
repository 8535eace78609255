/** Receipts in the database of the tests of money: what is put to whose account, by which two officers, and what the database refuses. */
import { exact } from '@maqami/engine/value/exact.ts'
import { beforeAll, expect, test } from 'vitest'
import type { Determination } from './determinations/determination.ts'
import { todayText } from './kernel/clock.ts'
import type { Handle } from './kernel/database.ts'
import { type Actor, readAs, writeAs } from './kernel/transaction.ts'
import { transfer } from './ledger/entry.ts'
import { postEntry, receivedBy } from './ledger/post-entry.ts'
import { readTrialBalance } from './ledger/read-ledger.ts'
import { bookReceipts, sendBackReceipts } from './receipts/book-receipts.ts'
import { importReceipts } from './receipts/import-receipts.ts'
import type { Receipt } from './receipts/receipt.ts'
import {
  bankReferences,
  debtsOf,
  readReceipt,
  readStatement,
  readStatements,
  readWaiting,
} from './receipts/read-receipts.ts'
import { approveReceipt, declineReceipt, type ProposeReceipt, proposeReceipt } from './receipts/settle-receipt.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const HEAD = 'account,bank_reference,received_on,currency,amount,payer,payer_number,reference'

/** A statement with a line for each: amount, text of the payment and registration number of the payer. */
export function statementOf(on: string, lines: Readonly<Record<string, readonly [string, string, string?]>>): Buffer {
  const rows = Object.entries(lines).map(([bank, [amount, reference, payer = '']]) =>
    ['TREASURY-1', bank, on, 'PKR', amount, 'a payer', payer, reference].join(),
  )
  return Buffer.from([HEAD, ...rows].join('\n'))
}

async function booked({ recorder, made, approvingOfficer: by }: TestThread, number: string): Promise<void> {
  const { shown_hash } = done(await readStatement(made.database, by, number))
  done(await bookReceipts(recorder, by, { number, shown_hash: shown_hash ?? '' }))
}

/** A statement of one line, imported and booked today. */
export async function received(
  thread: TestThread,
  bank: string,
  amount: string,
  reference: string,
): Promise<readonly Receipt[]> {
  const { recorder, made, caseOfficer } = thread
  const bytes = statementOf(todayText(recorder.clock), { [bank]: [amount, reference] })
  const { number } = done(await importReceipts(recorder, caseOfficer, { name: `${bank}.csv`, rehearsal: false, bytes }))
  await booked(thread, number)
  return done(await readStatement(made.database, caseOfficer, number)).receipts
}

/** What the bank told of under this reference it takes back. */
export async function bounced({ recorder, made, caseOfficer, approvingOfficer }: TestThread, bank: string) {
  const { items } = await readStatements(made.database, caseOfficer, { limit: 100 })
  const all = await Promise.all(
    items.map(async ({ number }) => done(await readStatement(made.database, caseOfficer, number))),
  )
  const id = all.flatMap(({ receipts }) => receipts).find((one) => one.bank_reference === bank)?.id ?? ''
  done(
    await proposeReceipt(recorder, caseOfficer, {
      id,
      kind: 'bounce',
      reference: null,
      reason: 'The cheque was not honoured.',
    }),
  )
  const { shown_hash } = done(await readReceipt(made.database, approvingOfficer, id))
  return done(await approveReceipt(recorder, approvingOfficer, { id, shown_hash: shown_hash ?? '' }))
}

/** One receipt is booked to the account of a firm; about another, which names nothing, something was proposed and declined. All of it names `who`. */
export async function paidBy(thread: TestThread, determination: string, who: string): Promise<void> {
  const { recorder, made, caseOfficer, approvingOfficer } = thread
  const lines = { [`${who}-T1`]: ['20000', `fee ${determination}`], [`${who}-T2`]: ['7', `by ${who}`] } as const
  const imported = { name: `paid by ${who}.csv`, rehearsal: false, bytes: statementOf('2027-07-10', lines) }
  await booked(thread, done(await importReceipts(recorder, caseOfficer, imported)).number)
  const [{ id } = { id: '' }] = (await readWaiting(made.database, caseOfficer, {})).items
  done(await proposeReceipt(recorder, caseOfficer, { id, kind: 'return', reference: null, reason: `${who} asks.` }))
  done(await declineReceipt(recorder, approvingOfficer, { id, reason: `${who} is to ask in writing.` }))
}

/** The law charges each firm 39,000: 4% of 1,000,000 less 1,000. */
export function testReceipts(threadOf: () => TestThread): void {
  let thread: TestThread
  let firm: TestMaker
  let fee: Determination
  /** The number of the first statement: whoever lost the race may have used one up. */
  let first = ''
  beforeAll(async () => {
    thread = threadOf()
    firm = await authorisedMaker(thread, 'Swat Cycles', 'K-9')
    thread.on('2027-10-05')
    fee = await determinedAs(thread, await filedReturn(thread, firm, 12_000), '2027-10-05', 'entitlement')
  })

  const imported = async (bytes: Buffer, rehearsal = false) =>
    await importReceipts(thread.recorder, thread.caseOfficer, { name: 'october.csv', rehearsal, bytes })
  async function statement(lines: Parameters<typeof statementOf>[1]): Promise<readonly Receipt[]> {
    const { number } = done(await imported(statementOf('2027-10-01', lines)))
    await booked(thread, number)
    return done(await readStatement(thread.made.database, thread.caseOfficer, number)).receipts
  }
  async function owed(): Promise<readonly string[]> {
    const debts = done(await debtsOf(thread.made.database, firm.signatory, firm.id))
    return debts.map(({ amount, reference }) => `${amount} ${reference}`)
  }
  const line = async (id: string) => done(await readReceipt(thread.made.database, thread.caseOfficer, id))
  const propose = async (input: ProposeReceipt) => await proposeReceipt(thread.recorder, thread.caseOfficer, input)
  async function approve(id: string, by: Actor = thread.approvingOfficer) {
    const { shown_hash } = await line(id)
    return await approveReceipt(thread.recorder, by, { id, shown_hash: shown_hash ?? '' })
  }
  const settle = async (input: ProposeReceipt): Promise<Receipt> => {
    done(await propose(input))
    return done(await approve(input.id))
  }
  const bank = async (): Promise<string> => {
    const rows = await readTrialBalance(thread.made.database, thread.caseOfficer)
    return rows.find(({ kind }) => kind === 'bank')?.debit ?? ''
  }

  test('of one file that two import at once there is one statement, and nothing is booked before a second officer says so', async () => {
    const bytes = statementOf('2027-10-01', { 'T-1': ['20000', `fee ${fee.number}`, 'K-9'], 'T-2': ['7', 'a gift'] })
    const both = await Promise.all([imported(bytes), imported(bytes)])
    expect(both.map((one) => ('done' in one ? 'imported' : one.refused.code)).toSorted()).toEqual([
      'imported',
      'receipts_known',
    ])
    const [{ number } = { number: '' }] = both.flatMap((one) => ('done' in one ? [one.done] : []))
    first = number
    expect(await owed()).toEqual([`39000.00 ${fee.number}`])
    const { caseOfficer, approvingOfficer, recorder, made } = thread
    const shown = done(await readStatement(made.database, caseOfficer, number))
    expect(
      shown.foreseen.map(({ bookings, waits }) => [bookings.map(({ kind, amount }) => `${kind} ${amount}`), waits]),
    ).toEqual([
      [['levy 20000.00'], null],
      [[], 'no_reference'],
    ])
    const input = { number, shown_hash: shown.shown_hash ?? '' }
    const own = await bookReceipts(recorder, { ...caseOfficer, role: 'approving_officer' }, input)
    expect(refusedFor(own).code).toBe('own_statement')
    const other = { ...input, shown_hash: `sha256:${'0'.repeat(64)}` }
    expect(refusedFor(await bookReceipts(recorder, approvingOfficer, other)).code).toBe('receipt_other_than_shown')
    const twice = await Promise.all([
      bookReceipts(recorder, approvingOfficer, input),
      bookReceipts(recorder, approvingOfficer, input),
    ])
    expect(twice.filter((one) => 'done' in one)).toHaveLength(1)
    expect(await owed()).toEqual([`19000.00 ${fee.number}`])
    // The firm sees what was booked to its account, and nothing of the gift.
    const seen = async (by: Actor) =>
      await readAs(made.database, by, async (tables) => {
        return [
          ...(
            await bankReferences(
              tables,
              shown.receipts.map(({ id }) => id),
            )
          ).values(),
        ]
      })
    expect(await seen(firm.clerk)).toEqual(['T-1'])
    expect(await seen(caseOfficer)).toEqual(['T-1', 'T-2'])
  })

  test('a line that is imported again is counted once, and refused where the bank tells it otherwise', async () => {
    const again = { 'T-1': ['20000.00', `fee ${fee.number}`, 'K-9'], 'T-3': ['5', 'dues'] } as const
    const { known, number } = done(await imported(statementOf('2027-10-01', again)))
    expect(known).toBe(1)
    const differs = refusedFor(await imported(statementOf('2027-10-01', { ...again, 'T-1': ['20001', 'fee', 'K-9'] })))
    expect(differs).toMatchObject({ code: 'receipts_faulty', place: '/2/bank_reference' })
    // What was sent back was never counted.
    done(await sendBackReceipts(thread.recorder, thread.approvingOfficer, { number, reason: 'Of another account.' }))
    expect(done(await imported(statementOf('2027-10-01', { 'T-3': ['5', 'dues'] }))).known).toBe(0)
  })

  test('what is paid beyond what is owed is a credit, which goes back only by two officers', async () => {
    const before = await bank()
    const [paid] = await statement({ 'T-4': ['25000', fee.number] })
    expect([paid?.state, paid?.credit, paid?.free]).toEqual(['booked', '6000.00', '0.00'])
    expect(await owed()).toEqual([])
    const id = paid?.id ?? ''
    done(await propose({ id, kind: 'return', reference: null, reason: 'The firm asks for it.' }))
    expect(refusedFor(await propose({ id, kind: 'bounce', reference: null, reason: 'x' })).code).toBe(
      'receipt_proposed',
    )
    const own = { ...thread.caseOfficer, role: 'approving_officer' } as const
    expect(refusedFor(await approve(id, own)).code).toBe('own_receipt')
    const returned = done(await approve(id))
    expect([returned.credit, returned.free, returned.proposals[0]?.decided?.returned]).toEqual([
      '0.00',
      '0.00',
      '6000.00',
    ])
    expect(Number(await bank()) - Number(before)).toBe(25_000)
    // What went back is not there to be put to anything.
    const match = { id, kind: 'match', reference: fee.number, reason: 'x' } as const
    expect(refusedFor(await propose(match))).toMatchObject({ code: 'receipt_act_unfit', state: 'booked' })
  })

  test('what matches nothing waits until one officer says where it belongs and another agrees', async () => {
    const [one] = await statement({ 'T-5': ['500', 'from K-9 with thanks'] })
    const id = one?.id ?? ''
    expect(one?.state).toBe('waiting')
    const waiting = await readWaiting(thread.made.database, thread.caseOfficer, {})
    expect(waiting.items.map(({ bank_reference }) => bank_reference)).toEqual(['T-2', 'T-5'])
    const there = { id, kind: 'match', reference: fee.number, reason: 'The firm says so.' } as const
    expect(refusedFor(await propose({ ...there, reference: 'D-999999' }))).toEqual({
      code: 'receipt_unmatched',
      waits: 'unknown_reference',
    })
    expect(refusedFor(await propose({ ...there, reference: null })).code).toBe('receipt_reference_missing')
    done(await propose(there))
    done(await declineReceipt(thread.recorder, thread.approvingOfficer, { id, reason: 'Where is its letter?' }))
    expect((await line(id)).receipt.state).toBe('waiting')
    // All of the fee is paid by now.
    expect((await settle(there)).credit).toBe('500.00')
    expect((await settle({ id, kind: 'unmatch', reference: null, reason: 'It was another firm.' })).state).toBe(
      'waiting',
    )
    const back = await settle({ id, kind: 'return', reference: null, reason: 'Nobody knows whose it is.' })
    expect([back.state, back.free]).toEqual(['returned', '0.00'])
  })

  test('what the bank takes back is owed again', async () => {
    const { receipts } = done(await readStatement(thread.made.database, thread.caseOfficer, first))
    const id = receipts.find(({ bank_reference }) => bank_reference === 'T-1')?.id ?? ''
    const back = await settle({ id, kind: 'bounce', reference: null, reason: 'The cheque was not honoured.' })
    expect([back.state, back.free]).toEqual(['bounced', '0.00'])
    expect(await owed()).toEqual([`20000.00 ${fee.number}`])
    expect(refusedFor(await propose({ id, kind: 'match', reference: fee.number, reason: 'x' })).code).toBe(
      'receipt_act_unfit',
    )
  })

  test('the database books nothing that the bank does not say, nor more than is owed, nor takes back what two officers did not settle', async () => {
    const [paid] = await statement({ 'T-6': ['100', fee.number] })
    const entries = await readAs(
      thread.made.database,
      thread.caseOfficer,
      async (tables) => await receivedBy(tables, [paid?.id ?? '']),
    )
    const [entry] = entries
    if (entry === undefined) throw new Error('nothing was booked')
    const tried = async (body: (tables: Handle) => Promise<unknown>): Promise<string> => {
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
    const post = (change: object) => async (tables: Handle) =>
      await postEntry(tables, thread.recorder, thread.approvingOfficer, { ...entry, ...change })
    const by = (amount: number, kind: 'levy' | 'receipts' = 'levy') => ({
      postings: transfer(
        { kind: 'bank', account: 'bank', manufacturer_id: null },
        { kind, account: entry.finding, manufacturer_id: firm.id },
        { currency: 'PKR', amount: exact(amount) },
      ),
    })
    // All of its 100 are booked.
    expect(await tried(post(by(1)))).toContain('more than the bank says')
    expect(await tried(post({ ...by(1), receipt_line_id: null }))).toContain('violates check')
    const { receipts } = done(await readStatement(thread.made.database, thread.caseOfficer, first))
    const free = receipts.find(({ bank_reference }) => bank_reference === 'T-2')?.id
    expect(await tried(post({ ...by(8, 'receipts'), receipt_line_id: free }))).toContain('more than the bank says')
    const { number } = done(await imported(statementOf('2027-10-01', { 'T-7': ['50000', fee.number] })))
    const [open] = done(await readStatement(thread.made.database, thread.caseOfficer, number)).receipts
    expect(await tried(post({ ...by(1), receipt_line_id: open?.id }))).toContain('not booked')
    await booked(thread, number)
    const { id } = (await statement({ 'T-8': ['5', 'dues'] }))[0] ?? { id: '' }
    // The fee is paid by T-7, which left a credit.
    expect(await tried(post({ ...by(1), receipt_line_id: id }))).toContain('more than is owed')
    expect(await tried(post({ reverses: entry.id, postings: entry.postings.map(opposite) }))).toContain(
      'did not settle',
    )
  })
}

function opposite<T extends { readonly amount: string }>(posting: T): T {
  const { amount } = posting
  return { ...posting, amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}` }
}
