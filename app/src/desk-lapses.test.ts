/** What the desks say of what has lapsed, what ends next, and what a firm earns. */
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import { promisedBy } from './commitments-fixture.ts'
import * as desk from './desks/desk-page.tsx'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, textOf } from './pages/page-reader-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { threadAuthority } from './thread.ts'
import { authorisedMaker, done, openThread, publish, type TestMaker, type TestThread } from './thread-fixture.ts'

let thread: TestThread
let maker: TestMaker
let pages: ReturnType<typeof servedPages>['server']
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  thread.on('2027-07-10')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  const contexts = new Map<RouterContext, unknown>([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
  ])
  const actors = new Map<string, Actor>([
    ['officer', thread.caseOfficer],
    ['customs', thread.customsOfficer],
    ['maker', maker.signatory],
  ])
  pages = servedPages(builtFrom({ desk }), { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
}, 60_000)
afterAll(async () => await thread.made.drop())

const see = async (who: string, language?: 'en' | 'ur') => (await getPage(pages, '/desk', who, language)).body
const said = async (who: string) => textOf(await see(who)).replaceAll(/[\u2066-\u2069]/g, '')

test('what lapses stands on the desk of an officer on the day after, and not on the day itself', async () => {
  // Its next step and its promise are both due on 30 June 2029.
  await promisedBy(thread, maker.id, 'Ravi')
  thread.on('2029-06-30')
  expect(await see('officer')).not.toContain('id="lapsed"')
  thread.on('2029-07-01')
  const page = await see('officer')
  expect(textOf(page)).toContain('Next step with 1 candidate for investment')
  expect(textOf(page)).toContain('1 promise that was not kept')
  expect(page).toContain('href="/investments"')
  expect(await see('officer', 'ur')).toContain('ایک وعدہ جو پورا نہیں ہوا')
})

test('a maker reads which licence ends next, and what is said where it holds and earns nothing', async () => {
  thread.on('2027-07-10')
  expect(await said('maker')).toContain('Licences, guarantees and certificates that run stand here')
  expect(await said('maker')).toContain('What is granted to you stands here')
  const granted = await grantLicence(thread.recorder, thread.approvingOfficer, {
    manufacturer_id: maker.id,
    programme: 'bicycles',
    kind: 'import_licence',
    quota: 1000,
    valid_from: '2027-07-01',
    valid_until: '2029-06-30',
    scope: [],
    reason: 'Capacity seen on site.',
  })
  const { number } = done(granted)
  const page = await see('maker')
  const ends = /id="ends".*?<\/table>/s.exec(page)?.[0] ?? ''
  expect(textOf(ends)).toContain(`Licence ${number} ends`)
  expect(textOf(ends)).toContain('30 June 2029')
})
