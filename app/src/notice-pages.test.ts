/** The pages of a notice, from its service to what is decided about its time. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as inbox from './desks/inbox/inbox-page.tsx'
import { lettersContext } from './determinations/letters-context.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import * as time from './notices/extensions/time-page.tsx'
import * as hearing from './notices/hearings/hearing-page.tsx'
import { issueNotice } from './notices/issue-notice.ts'
import * as noticePage from './notices/notice-page.tsx'
import * as service from './notices/serve-notice-page.tsx'
import { formBody, getPage, ORIGIN, textOf } from './pages/page-reader-fixture.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
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
  type TestThread,
} from './thread-fixture.ts'

const [first] = SERVERS
const PAGES = builtFrom({
  'notices/:id': noticePage,
  inbox,
  'notices/:id/service': service,
  'notices/:id/hearing': hearing,
  'notices/:id/time': time,
})

let thread: TestThread
let pages: ReturnType<typeof servedPages>
let notice: string
beforeAll(async () => {
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  const { recorder, shelf, letters, caseOfficer, approvingOfficer } = thread
  await publish(thread, 'bicycles')
  const maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  thread.on('2027-07-10')
  const filed = await filedReturn(thread, maker, 16_000)
  const failure = await determinedAs(thread, filed, '2027-07-10', 'failure')
  const issue = { determination: failure.number, answer_length: 15, answer_counted_in: 'working_days' } as const
  notice = `/notices/${done(await issueNotice(recorder, shelf, letters, caseOfficer, issue)).id}`
  pages = servedPages(PAGES, {
    authority: threadAuthority,
    problems: PROBLEMS,
    actors: new Map<string, Actor>([
      ['case', caseOfficer],
      ['approving', approvingOfficer],
      ['signatory', maker.signatory],
      ['clerk', maker.clerk],
    ]),
    contexts: new Map<never, unknown>([
      [recorderContext as never, recorder],
      [shelfContext as never, shelf],
      [lettersContext as never, letters],
    ]),
  })
}, 60_000)
afterAll(async () => {
  await thread.made.drop()
})

async function see(url: string, role: string): Promise<string> {
  return textOf((await getPage(pages.server, url, role)).body)
}
async function send(
  url: string,
  authorization: string,
  form: Readonly<Record<string, string>>,
  files?: Readonly<Record<string, Buffer>>,
) {
  const { body, type } = await formBody(form, files)
  const headers = { ...ORIGIN, authorization, 'content-type': type, cookie: 'maqami_language=en' }
  const answer = await pages.server.inject({ method: 'POST', url, headers, payload: body })
  expect(pages.faults).toEqual([])
  return {
    status: answer.statusCode,
    to: String(answer.headers.location),
    text: textOf(answer.body),
    body: answer.body,
  }
}

test('a notice is served with a file that proves it, on a day since it was issued, and nobody answers it before', async () => {
  expect(await see(notice, 'case')).toContain('Not served yet')
  expect(await see(notice, 'signatory')).toContain('Acknowledge the notice')
  expect((await send(notice, 'signatory', { words: 'The frame is late.' })).status).toBe(409)
  const handed = { means: 'by_hand', served_on: '2027-07-10', words: 'Signed for at the gate.' }
  const bare = await send(`${notice}/service`, 'case', handed)
  expect([bare.status, bare.body.includes('<a href="#file">')]).toEqual([422, true])
  const slip = { file: Buffer.from('received') }
  const early = await send(`${notice}/service`, 'case', { ...handed, served_on: '2027-07-09' }, slip)
  expect([early.status, early.body.includes('<a href="#served_on">')]).toEqual([422, true])
  expect((await send(`${notice}/service`, 'approving', handed, slip)).status).toBe(403)
  expect((await send(`${notice}/service`, 'case', handed, slip)).to).toBe(notice)
  expect(await see(`${notice}/service`, 'case')).toContain('This notice has been served.')
  expect((await getPage(pages.server, notice, 'clerk', 'ur')).body).toContain('dir="rtl"')
  // Fifteen working days from Saturday 10 July: three weeks, until Friday the 30th.
  expect(await see(notice, 'signatory')).toContain('Last day to answer 30 July 2027')
})

test('a hearing is fixed for a working day, adjourned, and recorded when its day has come', async () => {
  const url = `${notice}/hearing`
  expect((await getPage(pages.server, url, 'approving')).statusCode).toBe(403)
  const fixed = { act: 'fix', place: '11:00, Board Room 2', words: 'Of the frames.' }
  // A Saturday.
  expect((await send(url, 'case', { ...fixed, held_on: '2027-07-17' })).text).toContain(
    'The next that would do is 2027-07-19',
  )
  expect((await send(url, 'case', { ...fixed, held_on: '2199-07-19' })).text).toContain('more than a year away')
  expect((await send(url, 'case', { ...fixed, held_on: '2027-07-19' })).to).toBe(notice)
  const held = { act: 'hold', attended: 'attended', record: 'The owner came.' }
  expect((await send(url, 'case', held)).status).toBe(409)
  expect((await send(url, 'case', { ...fixed, act: 'adjourn', held_on: '2027-07-20' })).to).toBe(notice)
  expect(await see(notice, 'case')).toContain('The hearing was adjourned to 20 July 2027 (11:00, Board Room 2)')
  thread.on('2027-07-20')
  expect((await send(url, 'case', held)).to).toBe(notice)
  expect(await see(notice, 'case')).toContain('The firm was heard on 20 July 2027: The owner came.')
})

test('days of force majeure that one officer proposes another takes out of the time', async () => {
  const url = `${notice}/time`
  const waiver = { act: 'propose', choice: 'waiver', about: '', words: 'The works stood under water.' }
  const flood = { ...waiver, from_on: '2027-07-12', until_on: '2027-07-12' }
  expect((await send(url, 'approving', flood)).status).toBe(403)
  expect((await send(url, 'case', flood)).to).toBe(notice)
  const [, about = ''] = /name="about" value="(\d+)"/.exec((await getPage(pages.server, url, 'approving')).body) ?? []
  const back = { act: 'decide', about, kind: 'sent_back', words: 'The water came in August.' }
  expect((await send(url, 'case', back)).status).toBe(403)
  expect((await send(url, 'approving', back)).to).toBe(notice)
  expect(await see(notice, 'case')).toContain('Another officer sent the proposal back')
})

test('the inbox holds each letter until the signatory acknowledges it, and a clerk only reads it', async () => {
  const { body } = await getPage(pages.server, '/inbox', 'signatory')
  expect(textOf(body)).toMatch(/Adjournment of the hearing.*Summons to a hearing.*Notice to show cause/)
  expect(textOf(body)).toContain('Served otherwise')
  const [, about = ''] = /name="about" value="(\d+)"/.exec(body) ?? []
  const letter = { of: 'notice', id: notice.split('/')[2] ?? '', about }
  expect((await send('/inbox', 'clerk', letter)).status).toBe(403)
  expect((await send('/inbox', 'signatory', letter)).to).toBe('/inbox')
  expect(await see('/inbox', 'signatory')).toContain('Acknowledged 20 July 2027')
  // Each reader has his own mark of what he opened.
  const [, opened = ''] = /name="letter" value="([^"]+)"/.exec(body) ?? []
  const news = async (who: string) => (await see('/inbox', who)).split('New to you').length - 1
  expect([await news('clerk'), await news('signatory')]).toEqual([3, 3])
  const open = { act: 'open', letter: opened }
  expect((await send('/inbox', 'clerk', open)).to).toBe(`/api/documents/${opened}`)
  expect((await send('/inbox', 'clerk', open)).to).toBe(`/api/documents/${opened}`)
  expect([await news('clerk'), await news('signatory')]).toEqual([2, 3])
  expect((await send('/inbox', 'clerk', { ...open, letter: '00000000-0000-4000-8000-000000000000' })).status).toBe(404)
  expect((await send('/inbox', 'signatory', letter)).status).toBe(409)
  expect((await send('/inbox', 'signatory', { ...letter, about: '' })).status).toBe(409)
})
