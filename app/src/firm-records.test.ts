/** What firms say of themselves, by commands, over the interface and on pages. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi, type TestApi } from './api-fixture.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import * as newRecord from './manufacturers/records/new-record-page.tsx'
import { readRecords } from './manufacturers/records/read-records.ts'
import * as record from './manufacturers/records/record-page.tsx'
import * as recordsCsv from './manufacturers/records/records-csv-page.tsx'
import * as records from './manufacturers/records/records-page.tsx'
import { changeRecord, reviewRecord, stateRecord } from './manufacturers/records/state-record.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { actorOf } from './people/actor-fixture.ts'
import { PROBLEMS } from './problems.ts'
import { threadAuthority } from './thread.ts'
import { authorisedMaker, done, openThread, refusedFor, type TestMaker, type TestThread } from './thread-fixture.ts'

const DAYS = { from_on: '2026-07-01', until_on: null }
const SITE = {
  name: 'Canal Works',
  address: '7 Canal Road',
  district: 'Faisalabad',
  locode: null,
  makes: 'frames',
  ...DAYS,
}
const CONTACT = { name: 'Hina Iqbal', role: 'Secretary', email: 'hina@ravi.example', phone: '+92 41 1234567', ...DAYS }
const PAGES = builtFrom({
  'manufacturers/:id/records': records,
  'manufacturers/:id/records.csv': recordsCsv,
  'manufacturers/:id/records/new/:kind': newRecord,
  'firm-records/:id': record,
})

let thread: TestThread
let api: TestApi
let maker: TestMaker
let actors: ReadonlyMap<string, Actor>
let pages: ReturnType<typeof servedPages>
const folder = mkdtempSync(join(tmpdir(), 'maqami-records-'))
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  api = await openApi(thread, folder)
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  const rival = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
  const organization = thread.caseOfficer.organization ?? ''
  const analyst = await actorOf(thread.made.database, 'analyst', { id: organization, kind: 'regulator' })
  actors = new Map([
    ['clerk', maker.clerk],
    ['rival', rival.clerk],
    ['case', thread.caseOfficer],
    ['analyst', analyst],
  ])
  const contexts = new Map([[recorderContext as never, thread.recorder]])
  pages = servedPages(PAGES, { authority: threadAuthority, contexts, actors, problems: PROBLEMS })
})
afterAll(async () => {
  await api.app.close()
  await thread.made.drop()
  rmSync(folder, { recursive: true })
})

const stated = async (content: typeof SITE) =>
  done(await stateRecord(thread.recorder, maker.clerk, { kind: 'site', content }))

test('a firm states a site anew and keeps what it said before; an officer asks, and confirms', async () => {
  const { recorder, caseOfficer } = thread
  const { id, version } = await stated(SITE)
  const asked = done(
    await reviewRecord(recorder, caseOfficer, { id, seen: version, kind: 'questioned', reason: 'Which frames?' }),
  )
  expect(asked.status).toBe('questioned')
  const content = { ...SITE, makes: 'frames of steel' }
  const anew = done(await changeRecord(recorder, maker.clerk, { id, seen: asked.version, kind: 'site', content }))
  expect(anew.content).toEqual(content)
  const confirmed = done(await reviewRecord(recorder, caseOfficer, { id, seen: anew.version, kind: 'confirmed' }))
  expect(confirmed.events.map(({ act, content: said }) => [act, said])).toEqual([
    ['stated', SITE],
    ['questioned', null],
    ['stated', content],
    ['confirmed', null],
  ])
  const again = await reviewRecord(recorder, caseOfficer, { id, seen: confirmed.version, kind: 'confirmed' })
  expect(refusedFor(again)).toEqual({ code: 'record_reviewed' })
})

test('of two who change the same at once one is refused, and reads what the other wrote', async () => {
  const { id, version } = await stated(SITE)
  const change = async (makes: string) =>
    await changeRecord(thread.recorder, maker.clerk, { id, seen: version, kind: 'site', content: { ...SITE, makes } })
  const outcomes = await Promise.all([change('saddles'), change('pedals')])
  expect(outcomes.filter((one) => 'done' in one)).toHaveLength(1)
  expect(outcomes.flatMap((one) => ('refused' in one ? [one.refused] : []))).toEqual([{ code: 'record_changed' }])
})

test('over the interface a change says by If-Match what it has seen', async () => {
  const { id } = await stated(SITE)
  const read = await api.ask(maker.clerk, { method: 'GET', url: `/api/firm-records/${id}` })
  const tag = String(read.headers.etag)
  expect(tag).toBe('"1"')
  const body = { kind: 'site', content: SITE }
  const change = async (headers: Readonly<Record<string, string>>) =>
    await api.ask(maker.clerk, { method: 'POST', url: `/api/firm-records/${id}/change`, body, headers })
  const codes = [
    (await change({})).statusCode,
    (await change({ 'if-match': '"of another"' })).statusCode,
    (await change({ 'if-match': tag })).statusCode,
    (await change({ 'if-match': tag })).statusCode,
  ]
  expect(codes).toEqual([428, 412, 200, 412])
})

test('people to turn to are shown to the firm and to the officers of its cases only', async () => {
  done(await stateRecord(thread.recorder, maker.clerk, { kind: 'contact', content: CONTACT }))
  const seenBy = async (actor: Actor | undefined) => {
    if (actor === undefined) throw new Error('nobody reads')
    const said = await readRecords(thread.made.database, actor, maker.id)
    return 'done' in said && said.done.records.some(({ kind }) => kind === 'contact')
  }
  expect(await seenBy(maker.clerk)).toBe(true)
  expect(await seenBy(thread.caseOfficer)).toBe(true)
  expect(await seenBy(actors.get('analyst'))).toBe(false)
  expect(await seenBy(actors.get('rival'))).toBe(false)
})

async function ask(url: string, who: string, form?: Readonly<Record<string, string>>, language = 'en') {
  const {
    statusCode: status,
    body,
    headers,
  } = await pages.server.inject({
    method: form === undefined ? 'GET' : 'POST',
    url,
    headers: {
      authorization: who,
      'accept-language': language,
      ...(form && { origin: 'https://maqami.example', 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form && { payload: new URLSearchParams(form).toString() }),
  })
  return { status, body, to: headers.location }
}

test('on pages a firm adds an owner, sees what is wrong beside the field, and an officer confirms', async () => {
  const list = `/manufacturers/${maker.id}/records`
  const form = { name: 'Sana Holdings', country: 'PK', share_percent: '70', from_on: '2026-07-01', until_on: '' }
  expect(await ask(`${list}/new/owner`, 'clerk', form)).toMatchObject({ status: 303, to: list })
  const more = await ask(`${list}/new/owner`, 'clerk', { ...form, share_percent: '30.5' })
  expect([more.status, more.body.includes('<a href="#share_percent">'), more.body.includes('100.5%')]).toEqual([
    422,
    true,
    true,
  ])
  expect((await ask(`${list}/new/owner`, 'rival')).status).toBe(404)
  expect((await ask(`${list}/new/horse`, 'clerk')).status).toBe(404)
  expect((await ask(`${list}/new/site`, 'case')).status).toBe(403)
  const shown = await ask(list, 'case')
  const [, url = ''] = /href="(\/firm-records\/[^"]+)"[^>]*><bdi>Sana Holdings/.exec(shown.body) ?? []
  expect((await ask(url, 'clerk')).body).toContain('name="seen" value="1"')
  expect((await ask(url, 'rival')).status).toBe(404)
  expect((await ask(url, 'analyst', { kind: 'confirmed', seen: '1' })).status).toBe(403)
  expect((await ask(url, 'case', { kind: 'questioned', reason: '', seen: '1' })).status).toBe(422)
  expect((await ask(url, 'case', { kind: 'confirmed', reason: '', seen: '1' })).status).toBe(303)
  expect((await ask(url, 'clerk', { ...form, seen: '1' })).status).toBe(412)
  expect((await ask(url, 'clerk', {}, 'ur')).body).toContain('dir="rtl"')
  const csv = await ask(`${list}.csv`, 'case')
  expect(csv.body).toContain('Ravi Cycles,Owner,Confirmed,Sana Holdings')
  expect(csv.body).toContain('hina@ravi.example')
  expect((await ask(`${list}.csv`, 'analyst')).body).not.toContain('hina@ravi.example')
})
