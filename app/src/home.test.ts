/** The start page: what anybody sees of where the programmes stand, and what is said where there is nothing yet. */
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as home from './desks/home-page.tsx'
import { joinAuthority } from './kernel/authority.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, textOf } from './pages/page-reader-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { openShippedShelf, programmesAuthority, shippedShelf } from './policy-releases/shipped-shelf.ts'
import { PROBLEMS } from './problems.ts'
import { publishEdition } from './publications/publish-edition.ts'
import { openStatisticsShelf, statisticsShelf } from './statistics/statistics-shelf.ts'
import { threadAuthority } from './thread.ts'
import { authorisedMaker, done, filedReturn, openThread, publish, type TestThread } from './thread-fixture.ts'

let thread: TestThread
let pages: ReturnType<typeof servedPages>['server']
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  thread.on('2027-07-10')
  const contexts = new Map<RouterContext, unknown>([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
    [shippedShelf, openShippedShelf()],
    [statisticsShelf, openStatisticsShelf()],
  ])
  const actors = new Map<string, Actor>([
    ['anybody', ANYBODY],
    ['officer', thread.caseOfficer],
  ])
  const authority = joinAuthority(programmesAuthority, threadAuthority)
  pages = servedPages(builtFrom({ home }), { authority, contexts, actors, problems: PROBLEMS }).server
}, 60_000)
afterAll(async () => await thread.made.drop())

const see = async (who: string, language?: 'en' | 'ur') => (await getPage(pages, '/home', who, language)).body

test('where nothing is published and nothing is open, it says what will stand there', async () => {
  const text = textOf(await see('anybody'))
  expect(text).toContain('None is published yet.')
  expect(text).toContain('None is open.')
  expect(text).toContain('In force')
})

test('what was published stands there with its address, and the goals with their states', async () => {
  for (const [nth, name] of ['Ravi', 'Sutlej', 'Jhelum'].entries())
    await filedReturn(thread, await authorisedMaker(thread, `${name} Cycles`, `K-${nth}`), 5000)
  expect(textOf(await see('anybody'))).not.toContain('edition 1')
  const edition = { programme: 'bicycles', year: '2026-27' }
  done(await publishEdition(thread.recorder, thread.shelf, thread.approvingOfficer, edition))
  const page = await see('anybody')
  expect(page).toContain('/publications/bicycles/2026-27/1')
  expect(textOf(page)).toContain('2026-27, edition 1')
  expect(page).toContain('/goals#bicycles')
})

test('who has a desk is shown the way to it, and nobody else', async () => {
  expect(await see('officer')).toContain('Go to your desk')
  expect(await see('anybody')).not.toContain('Go to your desk')
})

test('in Urdu it says the same', async () => {
  expect(await see('anybody', 'ur')).toContain('تازہ ترین اعداد و شمار')
})
