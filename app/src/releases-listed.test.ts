/** Releases are read in pages, and what hangs on them does not end where a page does. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { readAs } from './kernel/transaction.ts'
import { readReleases, releasesApproved, releasesProposed } from './policy-releases/release-in-force.ts'
import { openThread, propose, publish, type TestThread } from './thread-fixture.ts'

let thread: TestThread
let waiting = ''
const MORE = 250

beforeAll(async () => {
  const [server] = SERVERS
  if (server === undefined) throw new Error('no server')
  thread = await openThread(server)
  waiting = await propose(thread, 'bicycles', '2026-07-01')
  await publish(thread, 'bicycles')
  // Of another programme, all of them later: as files that nobody opens here.
  await thread.made.tamper(`
    insert into policy_releases (id, programme, hash, files, rehearsal, effective_on, proposed_at, proposed_by)
      select gen_random_uuid(), 'kites', 'sha256:' || repeat('0', 64), '{}', false, date '2030-01-01' + n, now(), 'somebody'
      from generate_series(1, ${MORE}) n;
    insert into policy_release_approvals (release_id, approved_at, approved_by)
      select id, now(), 'another' from policy_releases where programme = 'kites'`)
})
afterAll(async () => {
  await thread.made.drop()
})

test('a proposal still waits, and an old release still holds, behind two hundred and fifty newer ones', async () => {
  const { recorder, policyOfficer } = thread
  const found = await readAs(recorder.database, policyOfficer, async (tables) => ({
    waiting: (await releasesProposed(tables)).map(({ id }) => id),
    held: (await releasesApproved(tables, 'bicycles')).map(({ effective_on }) => effective_on),
    newer: (await releasesApproved(tables, 'kites')).length,
  }))
  expect(found).toEqual({ waiting: [waiting], held: ['2026-07-01'], newer: MORE })
})

test('page after page gives each release once', async () => {
  const { recorder, policyOfficer } = thread
  const seen: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await readReleases(recorder.database, policyOfficer, { cursor, limit: 100 })
    seen.push(...items.map(({ id }) => id))
    if (next === null) break
    cursor = next
  }
  expect([seen.length, new Set(seen).size]).toEqual([MORE + 2, MORE + 2])
})
