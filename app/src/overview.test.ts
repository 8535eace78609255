/** Where we stand: officers see it, and it says what changed in a month and what waits. */
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as overview from './desks/overview-page.tsx'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, textOf } from './pages/page-reader-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { openStatisticsShelf, statisticsShelf } from './statistics/statistics-shelf.ts'
import { threadAuthority } from './thread.ts'
import { authorisedMaker, filedReturn, openThread, publish, type TestThread } from './thread-fixture.ts'

let thread: TestThread
let pages: ReturnType<typeof servedPages>['server']
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  const contexts = new Map<RouterContext, unknown>([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
    [statisticsShelf, openStatisticsShelf()],
  ])
  const actors = new Map<string, Actor>([
    ['anybody', ANYBODY],
    ['officer', thread.approvingOfficer],
    ['customs', thread.customsOfficer],
  ])
  pages = servedPages(builtFrom({ overview }), {
    authority: threadAuthority,
    contexts,
    actors,
    problems: PROBLEMS,
  }).server
}, 60_000)
afterAll(async () => await thread.made.drop())

const seen = async () => textOf((await getPage(pages, '/overview', 'officer')).body).replaceAll(/[\u2066-\u2069]/g, '')

test('nobody but officers of the authority sees it', async () => {
  expect((await getPage(pages, '/overview', 'anybody')).statusCode).not.toBe(200)
  expect((await getPage(pages, '/overview', 'customs')).statusCode).toBe(403)
})

test('what waits is counted, and goes from the list when it is done', async () => {
  const maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  thread.on('2027-07-10')
  expect(await seen()).toContain('Nothing waits for a decision.')
  await filedReturn(thread, maker, 5000, async () => {
    expect(await seen()).toContain('1 return to review')
  })
  expect(await seen()).toContain('Nothing waits for a decision.')
})

test('what a month changed stands beside where a goal is, and no longer a month later', async () => {
  const now = await seen()
  expect(now).toContain('1 return accepted, 0 of them restated')
  // 500 bicycles, and PKR 80,000 of training.
  expect(now).toContain('+500')
  expect(now).toContain('+PKR 80,000')
  thread.on('2027-08-12')
  const later = await seen()
  expect(later).toContain('0 returns accepted')
  expect(later).not.toContain('+500')
})
