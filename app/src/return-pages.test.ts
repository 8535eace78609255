/** The pages on which a return goes to and fro between a firm and the authority: questions, locked periods, drafts that are taken back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as version from './assessments/filed/version-page.tsx'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as desk from './desks/desk-page.tsx'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { getPage, postForm, textOf } from './pages/page-reader-fixture.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { DESTROY_DOCUMENTS, destroyDocuments } from './retention/destroy-documents.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import * as periods from './returns/filing/periods-page.tsx'
import * as oneReturn from './returns/filing/return-page.tsx'
import * as review from './returns/filing/review-return-page.tsx'
import { uploadReturn } from './returns/filing/upload-return.ts'
import * as withdraw from './returns/filing/withdraw-draft-page.tsx'
import * as question from './returns/questions/question-page.tsx'
import * as questions from './returns/questions/questions-page.tsx'
import { threadAuthority } from './thread.ts'
import {
  authorisedMaker,
  bicycles,
  done,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const PAGES = builtFrom({
  desk,
  'returns/:id': oneReturn,
  'returns/:id/versions/:version': version,
  'returns/:id/versions/:version/withdraw': withdraw,
  'returns/:id/review': review,
  'returns/:id/questions': questions,
  'questions/:id': question,
  'manufacturers/:id/periods': periods,
})

type Role = 'case' | 'approving' | 'customs' | 'clerk'
const SIGNED = async () => await Promise.resolve({ done: true })

let thread: TestThread
let maker: TestMaker
let service: ReturnType<typeof servedPages>
let returnId = ''
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  const { caseOfficer, approvingOfficer, customsOfficer } = thread
  service = servedPages(PAGES, {
    authority: threadAuthority,
    problems: PROBLEMS,
    actors: new Map<Role, Actor>([
      ['case', caseOfficer],
      ['approving', approvingOfficer],
      ['customs', customsOfficer],
      ['clerk', maker.clerk],
    ]),
    contexts: new Map<never, unknown>([
      [recorderContext as never, thread.recorder],
      [shelfContext as never, thread.shelf],
    ]),
  })
})
afterAll(async () => {
  await thread.made.drop()
})

async function see(url: string, role: Role, language = 'en') {
  const { statusCode: status, body } = await getPage(service.server, url, role, language)
  expect(service.faults).toEqual([])
  return { status, body, text: textOf(body) }
}
async function send(url: string, role: Role, form: Readonly<Record<string, string>>) {
  const { statusCode: status, body, headers } = await postForm(service.server, url, role, form)
  expect(service.faults).toEqual([])
  return { status, to: String(headers.location), body, text: textOf(body) }
}

async function uploaded(imported: number) {
  const bytes = await workbook('bicycles', bicycles(imported))
  const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
  return done(await uploadReturn(thread.recorder, thread.shelf, maker.clerk, upload))
}

test('an officer asks about a cell, the firm answers, and the time to review stands still between', async () => {
  thread.on('2027-07-01')
  const { found, version: last } = await uploaded(16_000)
  returnId = found.id
  const shown_hash = (await shownHash(thread.recorder, maker.signatory, returnId, last)) ?? ''
  const signed = { id: returnId, version: last, shown_hash }
  done(await fileReturn(thread.recorder, thread.shelf, maker.signatory, signed, SIGNED))
  const url = `/returns/${returnId}/questions`
  thread.on('2027-07-04')
  expect((await see('/desk', 'case')).text).toContain('3 of 30 days, until 31 July 2027')
  const form = { about: 'models/imported_value', row: '3', words: 'Which entries?', due_on: '2027-07-20' }
  const wrong = { ...form, about: '' }
  expect((await send(url, 'case', wrong)).body).toContain('<a href="#about">')
  expect((await send(url, 'case', { ...form, row: 'x' })).body).toContain('<a href="#row">')
  expect((await send(url, 'case', { ...form, due_on: '2027-07-03' })).body).toContain('<a href="#due_on">')
  expect((await send(url, 'clerk', form)).status).toBe(403)
  expect(await send(url, 'case', form)).toMatchObject({ status: 303, to: url })
  for (const role of ['case', 'clerk'] as const) {
    expect((await see(url, role)).text).toContain('Models, Imported part of the price, row 3')
    const urdu = textOf((await see(url, role, 'ur')).body).replaceAll('Which entries?', '')
    expect(/(?:[A-Za-z]{2,} ){2}[A-Za-z]{2,}/.exec(urdu)).toBeNull()
  }
  thread.on('2027-07-09')
  // The 4th is the day of the question; of the time the 2nd and the 3rd are used up.
  expect((await see('/desk', 'case')).text).toContain('2 of 30 days, stopped since 4 July 2027')
  const home = await see('/desk', 'clerk')
  expect(home.text).toContain('Answer the authority’s question about the return of 2026-27 20 July 2027')
  const [, one = ''] = /href="(\/questions\/[^"]+)"/.exec(home.body) ?? []
  expect((await see(one, 'case')).text).toContain('Withdraw the question')
  expect((await see(one, 'customs')).status).toBe(403)
  expect((await send(one, 'clerk', { words: ' ' })).body).toContain('<a href="#words">')
  expect(await send(one, 'clerk', { words: 'KHI-1 alone.' })).toMatchObject({ status: 303, to: one })
  expect((await send(one, 'case', { reason: 'Seen.' })).text).toContain('It has been answered.')
  expect((await see(one, 'case')).text).toContain('The firm answered: KHI-1 alone.')
  expect((await see(one, 'case', 'ur')).status).toBe(200)
  expect((await see('/desk', 'case')).text).toContain('3 of 30 days, until 5 August 2027')
})

test('a locked period says why wherever it stops somebody, until it is unlocked with the reason', async () => {
  const url = `/manufacturers/${maker.id}/periods`
  const lock = { kind: 'locked', programme: 'bicycles', period: '2026-27', reason: 'The fee is under appeal.' }
  expect((await see(`/returns/${returnId}`, 'approving')).body).toContain(
    `${url}?programme=bicycles&amp;period=2026-27`,
  )
  expect((await see(`${url}?programme=bicycles&period=2026-27`, 'approving')).body).toMatch(
    /id="period"[^>]* value="2026-27"/,
  )
  expect((await send(url, 'case', lock)).status).toBe(403)
  expect((await send(url, 'approving', { ...lock, reason: '' })).body).toContain('<a href="#reason">')
  expect((await send(url, 'approving', { ...lock, period: '2026-28' })).body).toContain('<a href="#period">')
  expect(await send(url, 'approving', lock)).toMatchObject({ status: 303, to: url })
  for (const role of ['case', 'clerk'] as const) {
    expect((await see(url, role)).text).toContain('2026-27 Bicycle Localization Programme')
    expect((await see(url, role, 'ur')).status).toBe(200)
    expect((await see(`/returns/${returnId}`, role)).text).toContain('“The fee is under appeal.”')
  }
  const reviewing = await see(`/returns/${returnId}/review`, 'case')
  expect([reviewing.text.includes('“The fee is under appeal.”'), reviewing.body.includes('name="kind"')]).toEqual([
    true,
    false,
  ])
  const unlocked = { ...lock, kind: 'unlocked', reason: 'The appeal is decided.' }
  expect(await send(url, 'approving', unlocked)).toMatchObject({ status: 303, to: url })
  expect((await send(url, 'approving', unlocked)).status).toBe(409)
  expect((await see(url, 'clerk')).text).toContain('Reason: The appeal is decided.')
  expect((await see(`/returns/${returnId}/review`, 'case')).body).toContain('name="kind"')
})

test('a firm takes back a draft, and nothing that it has filed', async () => {
  await uploaded(15_000)
  const url = `/returns/${returnId}/versions/2/withdraw`
  expect((await see(url, 'case')).status).toBe(403)
  expect((await see(url, 'clerk', 'ur')).text).toContain('نسخہ')
  expect((await see(`/returns/${returnId}/versions/2`, 'clerk')).body).toContain(`href="${url}"`)
  const lock = { kind: 'locked', programme: 'bicycles', period: '2026-27', reason: 'The fee is under appeal.' }
  await send(`/manufacturers/${maker.id}/periods`, 'approving', lock)
  const locked = await see(`/returns/${returnId}/versions/2`, 'clerk')
  expect([locked.text.includes('“The fee is under appeal.”'), locked.body.includes('shown_hash')]).toEqual([
    true,
    false,
  ])
  await send(`/manufacturers/${maker.id}/periods`, 'approving', { ...lock, kind: 'unlocked', reason: 'It is decided.' })
  expect(await send(url, 'clerk', {})).toMatchObject({ status: 303, to: `/returns/${returnId}` })
  expect((await see(url, 'clerk')).body).not.toContain('<form class="act"')
  const filedOne = await send(`/returns/${returnId}/versions/1/withdraw`, 'clerk', {})
  expect([filedOne.status, filedOne.text.includes('This version has been filed.')]).toEqual([409, true])
  expect((await see(`/returns/${returnId}/versions/9/withdraw`, 'clerk')).status).toBe(404)
})

test('where a file was destroyed its page says on which day, in place of the link', async () => {
  const url = `/returns/${returnId}/versions/2`
  expect((await see(url, 'clerk')).body).toContain('href="/api/documents/')
  thread.on('2028-09-01')
  const job = { id: returnId, kind: DESTROY_DOCUMENTS, about: 'always', begins_at: '', due_at: '', tries: 1 }
  await destroyDocuments(thread.recorder, thread.shelf, 10)({ ...job, error: null, failed_at: null })
  const { body, text } = await see(url, 'clerk')
  expect(text).toContain('Destroyed on 1 September 2028')
  expect(body).not.toContain('href="/api/documents/')
  expect((await see(url, 'clerk', 'ur')).text).toContain('تلف کر دی گئی')
  expect((await see(`/returns/${returnId}/versions/1`, 'case')).body).toContain('href="/api/documents/')
})
