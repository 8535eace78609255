/** The pages of appeals, walked through: the firm files, an officer replies, who took no part orders; in both languages. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appealedBy } from './appeal-fixture.ts'
import * as appealPage from './appeals/appeal-page.tsx'
import * as appealsPage from './appeals/appeals-page.tsx'
import * as newAppeal from './appeals/new-appeal-page.tsx'
import * as orderPage from './appeals/order-page.tsx'
import { readAppeal } from './appeals/read-appeals.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import { lettersContext } from './determinations/letters-context.ts'
import type { Determination } from './determinations/determination.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { actorOf } from './people/actor-fixture.ts'
import { passkeyContext, signatureContext } from './people/signature-context.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { threadAuthority } from './thread.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const PAGES = builtFrom({
  appeals: appealsPage,
  'appeals/:id': appealPage,
  'appeals/:id/order': orderPage,
  'determinations/:number/appeal': newAppeal,
})
const CODE = '123456'
const [server] = SERVERS
let thread: TestThread
let service: ReturnType<typeof servedPages>
let maker: TestMaker
let failure: Determination
beforeAll(async () => {
  if (server === undefined) throw new Error('no server runs')
  thread = await openThread(server)
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  const other = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
  const decider = await actorOf(thread.made.database, 'appellate_officer')
  service = servedPages(PAGES, {
    authority: threadAuthority,
    problems: PROBLEMS,
    actors: new Map<string, Actor>([
      ['case', thread.caseOfficer],
      ['decider', decider],
      ['involved', { ...decider, person: thread.caseOfficer.person }],
      ['signatory', maker.signatory],
      ['clerk', maker.clerk],
      ['stranger', other.signatory],
    ]),
    contexts: new Map<never, unknown>([
      [recorderContext as never, thread.recorder],
      [shelfContext as never, thread.shelf],
      [lettersContext as never, thread.letters],
      [passkeyContext as never, async () => await Promise.resolve(undefined)],
      [
        signatureContext as never,
        async (_: Actor, code: string) =>
          await Promise.resolve(code === CODE ? { done: true } : { refused: { code: 'code_wrong' } }),
      ],
    ]),
  })
  thread.on('2027-07-10')
  failure = await determinedAs(thread, await filedReturn(thread, maker, 16_000), '2027-07-10', 'failure')
})
afterAll(async () => {
  await thread.made.drop()
})

async function see(url: string, role: string, language = 'en') {
  const headers = { authorization: role, cookie: `maqami_language=${language}` }
  const { statusCode: status, body } = await service.server.inject({ url, headers })
  expect(service.faults).toEqual([])
  return { status, body }
}
async function send(url: string, role: string, form: Readonly<Record<string, string>>) {
  const headers = {
    authorization: role,
    host: 'maqami.example',
    origin: 'https://maqami.example',
    'content-type': 'application/x-www-form-urlencoded',
    cookie: 'maqami_language=en',
  }
  const payload = new URLSearchParams(form).toString()
  const {
    statusCode: status,
    headers: answered,
    body,
  } = await service.server.inject({ method: 'POST', url, headers, payload })
  expect(service.faults).toEqual([])
  return { status, to: String(answered.location), body }
}
function hashIn(body: string): string {
  return /name="shown_hash" value="(sha256:[0-9a-f]{64})"/.exec(body)?.[1] ?? ''
}

test('a firm prepares on a page and its signatory files with the second factor; another firm finds nothing', async () => {
  const form = `/determinations/${failure.number}/appeal`
  expect((await see(form, 'clerk')).body).toContain('The last day to appeal is 9 August 2027')
  expect((await send(form, 'clerk', { grounds: ' ' })).status).toBe(422)
  const { status, to } = await send(form, 'clerk', {
    grounds: 'The frames are ours.',
    stay_reason: '',
    late_reason: '',
  })
  expect(status).toBe(303)
  expect((await see(to, 'clerk')).body).toContain('A signatory of your firm files it.')
  for (const stranger of ['stranger', 'case', 'decider']) expect((await see(to, stranger)).status).toBe(404)
  const shown_hash = hashIn((await see(to, 'signatory')).body)
  expect((await send(to, 'clerk', { act: 'file', shown_hash, second_factor: CODE })).status).toBe(403)
  expect((await send(to, 'signatory', { act: 'file', shown_hash, second_factor: '000000' })).status).toBe(401)
  expect(await send(to, 'signatory', { act: 'file', shown_hash, second_factor: CODE })).toMatchObject({
    status: 303,
    to,
  })
  const filed = await see(to, 'signatory')
  // Fifteen and ninety days after 10 July.
  for (const day of ['25 July 2027', '8 October 2027']) expect(filed.body).toContain(day)
  expect((await see('/appeals', 'case')).body).toContain(to)
  expect((await see('/appeals', 'stranger')).body).not.toContain(to)
  const urdu = await see(to, 'case', 'ur')
  expect(urdu.body).toContain('ادارے کا جواب')
  expect((await send(to, 'signatory', { act: 'withdraw', reason: 'We look again.' })).status).toBe(303)
  expect((await see(to, 'signatory')).body).toContain('We look again.')
})

test('who took no part decides, sees what follows before he signs, and who took part sees that somebody else does', async () => {
  const { id, number } = await appealedBy(thread, maker, failure.number, 'Ravi')
  const page = `/appeals/${id}`
  expect((await see(page, 'involved')).body).toContain('Somebody else decides this appeal')
  expect((await send(page, 'case', { act: 'stay', stay_kind: 'granted', stay_words: 'x', until: '' })).status).toBe(403)
  expect((await send(page, 'case', { act: 'reply', reply_words: 'The record shows it.' })).status).toBe(303)
  const past = { act: 'stay', stay_kind: 'granted', stay_words: 'On a guarantee.', until: '2027-07-01' }
  const refused = await send(page, 'decider', past)
  expect([refused.status, refused.body.includes('href="#until"')]).toEqual([422, true])
  expect((await send(page, 'decider', { ...past, until: '' })).status).toBe(303)
  const hearing = {
    act: 'hear',
    hear_kind: 'fixed',
    on_day: '2027-07-20',
    place: 'Room 4',
    hear_words: 'Both are heard.',
  }
  expect((await send(page, 'decider', hearing)).status).toBe(303)
  const order = `${page}/order`
  expect((await see(order, 'case')).status).toBe(403)
  const short = await send(order, 'decider', { outcome: 'quashed', reasons: 'As said.' })
  expect([short.status, short.body.includes('href="#reasons"')]).toEqual([422, true])
  const reasons = 'The record does not say how the frames were weighed, and the firm says by whom and when it was done.'
  expect(await send(order, 'decider', { outcome: 'quashed', reasons })).toMatchObject({ status: 303, to: order })
  const shown = await see(order, 'decider')
  expect(shown.body).toContain('No licence is touched.')
  expect((await see(order, 'decider', 'ur')).body).toContain('فیصلہ کالعدم')
  const sign = { act: 'sign', shown_hash: hashIn(shown.body), second_factor: CODE }
  expect(await send(order, 'decider', sign)).toMatchObject({ status: 303, to: page })
  const decided = await see(page, 'signatory')
  for (const said of ['Quashed', 'Room 4', 'The record shows it.', reasons]) expect(decided.body).toContain(said)
  const { events } = done(await readAppeal(thread.made.database, maker.clerk, id))
  const letter = events.at(-1)?.letter_id ?? ''
  expect([number.startsWith('A-'), decided.body.includes(`/api/documents/${letter}`)]).toEqual([true, true])
})
