/** Money in the database: what the ledger refuses whoever asks, and what an envelope is to those who spend of it at once. */
import { exact } from '@maqami/engine/value/exact.ts'
import { changeHash, type Envelope, openChange } from './budgets/budget.ts'
import { approveBudget, declineBudget } from './budgets/decide-budget.ts'
import { proposeBudget } from './budgets/propose-budget.ts'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { approveDetermination, determinationHash } from './determinations/decide-determination.ts'
import type { Determination } from './determinations/determination.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Handle } from './kernel/database.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { readAs, writeAs } from './kernel/transaction.ts'
import { type Entry, owedBy, reversed, transfer } from './ledger/entry.ts'
import { openEntries, postEntry, reverseEntry } from './ledger/post-entry.ts'
import { readStatement } from './ledger/read-statement.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

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
  afterAll(async () => {
    await thread.made.drop()
  })

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
    const prepared = await prepareDetermination(recorder, shelf, caseOfficer, {
      assessment_id: assessment.id,
      subject: {},
      kind: 'entitlement',
      reasons: 'As the return says.',
    })
    return { firm, determination: done(prepared) }
  }
  async function approved(determination: Determination): Promise<void> {
    const { recorder, shelf, letters, approvingOfficer } = thread
    const input = { number: determination.number, shown_hash: await determinationHash(determination) }
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
    const budget = { kind: 'budget', account: 'budget', manufacturer_id: null } as const
    const set = { kind: 'entitlement', account: 'training_grant', manufacturer_id: null } as const
    const payable = { kind: 'payable', account: 'training_grant', manufacturer_id: maker.id } as const
    const bank = { kind: 'bank', account: 'bank', manufacturer_id: null } as const
    const paisa = { currency: 'PKR', amount: exact(1, 100) }
    expect(await tried(post({ phase: 'reserve', postings: transfer(budget, set, paisa) }))).toContain(
      'exceeds the budget',
    )
    const released = { currency: 'PKR', amount: exact(40_000) }
    expect(await tried(post({ phase: 'release', postings: transfer(set, budget, released) }))).toContain('exceeds the')
    const more = { currency: 'PKR', amount: exact(4_000_001, 100) }
    expect(await tried(post({ phase: 'pay', postings: transfer(payable, bank, more) }))).toContain('exceeds the budget')
  })
})
