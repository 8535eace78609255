/** The daily job that destroys files of returns, and what is said of them afterwards. */
import { sql } from 'kysely'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { readDocument } from './documents/read-document.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { systemActor, writeAs } from './kernel/transaction.ts'
import { recordCure } from './notices/answer-notice.ts'
import { DESTROY_DOCUMENTS, destroyDocuments } from './retention/destroy-documents.ts'
import { beginDraft } from './returns/drafting/edit-draft.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { annotatedCopy, readFiledReturn } from './returns/filing/read-returns.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import {
  authorisedMaker,
  bicycles,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
  workbook,
  servedNotice,
} from './thread-fixture.ts'

const ABOUT = { programme: 'bicycles', kind: 'annual', period: '2026-27' }
const STANDING_JOB = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: DESTROY_DOCUMENTS,
  about: 'always',
  begins_at: '',
  due_at: '',
  tries: 1,
  error: null,
  failed_at: null,
}

let thread: TestThread
let superuser: Client
let maker: TestMaker
let id = ''
let letter = ''
let notice = ''
/** Of the draft, and of what was filed. */
let documents: readonly string[] = []
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  superuser = await thread.made.superuser()
  const { recorder, shelf, made } = thread
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  thread.on('2027-07-10')
  const bytes = await workbook('bicycles', bicycles(12_000))
  done(await uploadReturn(recorder, shelf, maker.clerk, { ...ABOUT, name: 'draft.xlsx', bytes }))
  id = await filedReturn(thread, maker, 16_000)
  const failure = await determinedAs(thread, id, '2027-07-10', 'failure')
  letter = failure.decided?.letter_id ?? ''
  notice = (await servedNotice(thread, failure.number)).id
  const found = done(await readFiledReturn(made.database, maker.clerk, id))
  documents = found.versions.map(({ document_id }) => document_id)
})
afterAll(async () => {
  await superuser.end()
  await thread.made.drop()
})

async function run(): Promise<void> {
  await destroyDocuments(thread.recorder, thread.shelf, 10)(STANDING_JOB)
}
/** The events of the job, oldest first. */
async function events(): Promise<readonly unknown[]> {
  const { rows } = await superuser.query<{ details: string }>(
    `select details from audit_events where command = 'destroy_document' order by id`,
  )
  return rows.map(({ details }) => JSON.parse(details) as unknown)
}
async function hashOf(document: string): Promise<unknown> {
  const { rows } = await superuser.query<{ hash: string }>('select hash from documents where id = $1', [document])
  return rows[0]?.hash
}
async function fetched(document: string): Promise<unknown> {
  const outcome = await readDocument(thread.made.database, maker.clerk, document)
  return 'refused' in outcome ? outcome.refused : outcome.done.bytes.length > 0
}

test('the file of a draft goes a year after its upload, once, by two processes at the same moment', async () => {
  const { recorder, shelf, made } = thread
  const [draft = '', filed = ''] = documents
  thread.on('2028-07-09')
  await run()
  expect(await events()).toEqual([])
  thread.on('2028-07-10')
  await Promise.all([run(), run()])
  const versions = [{ return: id, version: 1 }]
  const event = { document: draft, hash: await hashOf(draft), rule: 'never_filed', years: 1, versions }
  expect(await events()).toEqual([event])
  await run()
  expect(await events()).toHaveLength(1)

  const gone = { code: 'document_destroyed', destroyed_on: '2028-07-10' }
  expect([await fetched(draft), await fetched(filed)]).toEqual([gone, true])
  const copy = { id, version: 1, language: 'en' } as const
  expect(refusedFor(await annotatedCopy(recorder, shelf, maker.clerk, copy))).toEqual(gone)
  expect(refusedFor(await beginDraft(recorder, shelf, maker.clerk, ABOUT, 1))).toEqual(gone)
  expect(done(await beginDraft(recorder, shelf, maker.clerk, ABOUT)).begun_from).toBe(2)
  expect(await shownHash({ database: made.database }, maker.signatory, id, 1)).toMatch(/^sha256:/)
})

test('a draft of which the file is gone is not filed', async () => {
  const { recorder, shelf } = thread
  const bytes = await workbook('bicycles', bicycles(11_000))
  done(await uploadReturn(recorder, shelf, maker.clerk, { ...ABOUT, name: 'amended.xlsx', bytes }))
  thread.on('2029-07-10')
  await run()
  const shown_hash = (await shownHash(recorder, maker.signatory, id, 3)) ?? ''
  const sign = async () => await Promise.resolve({ done: true })
  const outcome = await fileReturn(recorder, shelf, maker.signatory, { id, version: 3, shown_hash }, sign)
  expect(refusedFor(outcome)).toEqual({ code: 'document_destroyed', destroyed_on: '2029-07-10' })
})

test('what was filed goes ten years after its year, not while a notice is uncured or a determination waits, and is assessed as before', async () => {
  const { recorder, shelf, made } = thread
  const [, filed = ''] = documents
  const assess = async () => {
    const asked = { return_id: id, as_of: '2027-07-10' }
    return done(await makeAssessment(recorder, shelf, thread.caseOfficer, asked)).assessment.result
  }
  thread.on('2037-07-01')
  await run()
  expect(await fetched(filed)).toBe(true)

  done(
    await recordCure(thread.recorder, thread.shelf, thread.letters, thread.caseOfficer, {
      id: notice,
      cured_on: '2037-06-30',
      words: 'Seen on site.',
    }),
  )
  await made.tamper(`insert into determinations
    select (jsonb_populate_record(d, '{"id": "00000000-0000-4000-8000-000000000002", "number": "D-waits"}')).* from determinations d`)
  await run()
  expect(await fetched(filed)).toBe(true)
  await made.tamper(`insert into determination_events (determination_id, manufacturer_id, kind, reason, recorded_at, recorded_by)
    select id, manufacturer_id, 'withdrawn', 'Not needed.', prepared_at, prepared_by from determinations where number = 'D-waits'`)
  const before = await assess()
  thread.on('2037-06-30')
  await run()
  expect(await fetched(filed)).toBe(true)

  thread.on('2037-07-01')
  await run()
  expect(await fetched(filed)).toEqual({ code: 'document_destroyed', destroyed_on: '2037-07-01' })
  const versions = [{ return: id, version: 2 }]
  const event = { document: filed, hash: await hashOf(filed), rule: 'filed', years: 10, versions }
  expect((await events()).at(-1)).toEqual(event)
  expect(await assess()).toEqual(before)
  expect(await fetched(letter)).toBe(true)
})

test('nobody else destroys a file, the job no letter, and nothing else of a document is ever changed', async () => {
  const { made } = thread
  const bytes = await workbook('bicycles', bicycles(10_000))
  const { found } = done(
    await uploadReturn(thread.recorder, thread.shelf, maker.clerk, { ...ABOUT, name: 'last.xlsx', bytes }),
  )
  const last = found.versions.at(-1)?.document_id ?? ''
  const change = async (actor: typeof thread.caseOfficer, what: string, document: string): Promise<number> =>
    await writeAs(made.database, actor, async (tables) => {
      const set = sql`update documents set ${sql.raw(what)} where id = ${document}`
      return { rollBack: Number((await set.execute(tables)).numAffectedRows) }
    })
  const DESTROY = `bytes = null, destroyed_on = '2037-07-01'`
  const retention = systemActor('retention')
  expect(await change(retention, DESTROY, last)).toBe(1)
  for (const actor of [thread.caseOfficer, maker.signatory, systemActor('jobs')])
    expect(await change(actor, DESTROY, last)).toBe(0)
  expect(await change(retention, DESTROY, letter)).toBe(0)
  expect(await change(retention, `destroyed_on = '2038-01-01'`, documents[0] ?? '')).toBe(0)
  await expect(change(retention, `bytes = 'other'`, last)).rejects.toThrow('this change is refused')
  await expect(change(retention, `name = 'other'`, last)).rejects.toThrow('permission denied')
  for (const what of [`name = 'other', ${DESTROY}`, `hash = 'sha256:' || repeat('0', 64)`])
    await expect(superuser.query(`update documents set ${what} where id = '${last}'`)).rejects.toThrow('is refused')
})
