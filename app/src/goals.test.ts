/** What a figure of a goal is made of adds up to it, for whoever may see it; to others it says what is withheld. */
import { toText, ZERO } from '@maqami/engine/value/exact.ts'
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as goal from './goals/goal-page.tsx'
import * as goals from './goals/goals-page.tsx'
import { goalsOfProgramme, goalsSince } from './goals/read-goals.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, textOf } from './pages/page-reader-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { publishEdition } from './publications/publish-edition.ts'
import { openStatisticsShelf, statisticsShelf } from './statistics/statistics-shelf.ts'
import { threadAuthority } from './thread.ts'
import {
  authorisedMaker,
  done,
  filedReturn,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const PAGES = builtFrom({ goals, 'goals/:programme/:goal': goal })
let thread: TestThread
let makers: readonly TestMaker[]
let pages: ReturnType<typeof servedPages>['server']
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  const named = ['Ravi', 'Sutlej', 'Jhelum', 'Chenab'].map(
    async (name, nth) => await authorisedMaker(thread, `${name} Cycles`, `K-${nth}`),
  )
  makers = await Promise.all(named)
  thread.on('2027-07-10')
  const contexts = new Map<RouterContext, unknown>([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
    [statisticsShelf, openStatisticsShelf()],
  ])
  const [ravi] = makers
  if (ravi === undefined) throw new Error('no maker')
  const actors = new Map<string, Actor>([
    ['anybody', ANYBODY],
    ['officer', thread.approvingOfficer],
    ['ravi', ravi.clerk],
  ])
  pages = servedPages(PAGES, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
}, 60_000)
afterAll(async () => await thread.made.drop())

const AT = '/goals/bicycles/bicycles'
const see = async (path: string, who: string, language?: 'en' | 'ur') =>
  (await getPage(pages, path, who, language)).body
const of = async (actor: Actor) =>
  await readAs(
    thread.made.database,
    actor,
    async (tables) => await goalsOfProgramme(tables, thread.shelf, actor, [], 'bicycles'),
  )

test('before a return is accepted nothing is known, and that is said', async () => {
  expect(textOf(await see('/goals', 'officer'))).toContain('not known')
  expect(textOf(await see(AT, 'officer'))).toContain('No accepted return says anything of it.')
})

test('an officer opens a figure to the returns that it is the sum of', async () => {
  for (const maker of makers.slice(0, 3)) await filedReturn(thread, maker, 5000)
  const page = await see(AT, 'officer')
  // 500 of each of three; the path is at 1,000 of 2,000 after one of two years.
  expect(textOf(page)).toContain('1,500')
  expect(page.match(/href="\/returns\/[0-9a-f-]{36}"/g)).toHaveLength(3)
  expect(textOf(page)).toMatch(/Together: .?1,500/)
  const standing = (await of(thread.approvingOfficer))?.standings[0]
  expect([standing?.judged.colour, toText(standing?.judged.gap ?? ZERO)]).toEqual(['green', '500'])
})

test('anybody sees what was published, and nothing before', async () => {
  expect(textOf(await see('/goals', 'anybody'))).not.toContain('1,500')
  done(
    await publishEdition(thread.recorder, thread.shelf, thread.approvingOfficer, {
      programme: 'bicycles',
      year: '2026-27',
    }),
  )
  const page = await see(AT, 'anybody')
  expect(textOf(page)).toContain('1,500')
  expect(page).not.toContain('/returns/')
  expect(textOf(page)).toContain('The returns are not shown to you.')
})

test('a maker sees its own return, and that those of others are not shown', async () => {
  const page = await see(AT, 'ravi')
  expect(page.match(/href="\/returns\/[0-9a-f-]{36}"/g)).toHaveLength(1)
  expect(textOf(page)).toContain('Those of others are not shown to you')
  expect(textOf(page)).not.toContain('Sutlej')
})

test('an officer sees a return in the moment in which it is accepted, and the public with the next edition', async () => {
  const [, , , last] = makers
  if (last === undefined) throw new Error('no maker')
  thread.on('2027-08-20')
  await filedReturn(thread, last, 5000)
  expect(textOf(await see('/goals', 'officer'))).toContain('2,000')
  expect(textOf(await see('/goals', 'anybody'))).not.toContain('2,000')
  done(
    await publishEdition(thread.recorder, thread.shelf, thread.approvingOfficer, {
      programme: 'bicycles',
      year: '2026-27',
    }),
  )
  // One firm was added: 2,000 less 1,500 would be what it made.
  expect(textOf(await see('/goals', 'anybody'))).toContain('withheld')
})

test('what a month changed is the difference to what was known before it', async () => {
  const now = await of(thread.approvingOfficer)
  if (now === undefined) throw new Error('no goals')
  const since = async (at: string) =>
    await readAs(thread.made.database, thread.approvingOfficer, async (tables) => await goalsSince(tables, now, [], at))
  const month = await since('2027-08-01T00:00:00Z')
  // The 500 of the last one.
  expect([month.accepted, month.restated, toText(month.changes[0] ?? ZERO)]).toEqual([1, 0, '500'])
  const all = await since('2027-07-01T00:00:00Z')
  expect([all.accepted, toText(all.changes[0] ?? ZERO)]).toEqual([4, '2000'])
  expect((await since('2027-09-01T00:00:00Z')).changes.map((one) => toText(one ?? ZERO))).toEqual(['0', '0', '0', '0'])
})

test('in Urdu it says the same', async () => {
  expect(textOf(await see(AT, 'officer', 'ur'))).toContain('راہ پر')
  expect((await getPage(pages, '/goals/bicycles/none', 'officer')).statusCode).toBe(404)
})
