/** What the database refuses of the ledger, whoever asks and through whatever command. */
import { exact } from '@maqami/engine/value/exact.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Handle } from './kernel/database.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { readAs, writeAs } from './kernel/transaction.ts'
import { type Entry, owedBy, reversed } from './ledger/entry.ts'
import { openEntries, postEntry, reverseEntry } from './ledger/post-entry.ts'
import {
  authorisedMaker,
  determinedAs,
  filedReturn,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

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
      expect(await tried(post(change))).toContain('more than was determined')
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
})
