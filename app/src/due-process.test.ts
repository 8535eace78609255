/** No sanction before the notice of its failure has gone its whole way: by no command, by no route for any role, and past the commands neither. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi, type TestApi } from './api-fixture.ts'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import type { Determination } from './determinations/determination.ts'
import { declareHoliday } from './holidays/declare-holiday.ts'
import { lastDayOf } from './kernel/period.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, readAs, writeAs } from './kernel/transaction.ts'
import { answerNotice, considerAnswer } from './notices/answer-notice.ts'
import { keepNoticeFile } from './notices/disclosure/disclose-file.ts'
import { askTime, decideTime, proposeTime } from './notices/extensions/decide-time.ts'
import { issueNotice } from './notices/issue-notice.ts'
import { barsOn } from './notices/notice.ts'
import { readNotice } from './notices/read-notices.ts'
import { acknowledgeNotice } from './notices/serve-notice.ts'
import { actorOf } from './people/actor-fixture.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const [server] = SERVERS
const folder = mkdtempSync(join(tmpdir(), 'maqami-process-'))
let thread: TestThread
let api: TestApi
let maker: TestMaker
let filed: string
let failure: Determination
let notice: string
beforeAll(async () => {
  if (server === undefined) throw new Error('no server runs')
  thread = await openThread(server)
  api = await openApi(thread, folder)
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  thread.on('2027-07-09')
  filed = await filedReturn(thread, maker, 16_000)
  failure = await determinedAs(thread, filed, '2027-07-09', 'failure')
}, 60_000)
afterAll(async () => {
  await api.app.close()
  await thread.made.drop()
  rmSync(folder, { recursive: true })
})

/** Why the sanction of that day is refused; `nothing_to_determine` where the law itself gives none yet. */
async function refusedOn(as_of: string): Promise<string> {
  const { recorder, shelf, caseOfficer } = thread
  const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, { return_id: filed, as_of }))
  const input = { assessment_id: assessment.id, subject: {}, kind: 'sanction' as const, reasons: 'x' }
  const refused = refusedFor(await prepareDetermination(recorder, shelf, caseOfficer, input)) as {
    bar?: string
    code: string
  }
  return refused.bar ?? refused.code
}
/** What the database says, and what the page of the notice says, which is the same. */
async function barsOnDay(day: string): Promise<readonly string[]> {
  const { made, caseOfficer } = thread
  const { rows } = await readAs(made.database, caseOfficer, async (tables) =>
    sql<{ bar: string }>`select bar from sanction_bars(${failure.id}, ${failure.assessment_id}, ${day}) as bar`.execute(
      tables,
    ),
  )
  const found = done(await readNotice(made.database, caseOfficer, notice))
  expect(barsOn(found, day)).toEqual(rows.map(({ bar }) => bar))
  return rows.map(({ bar }) => bar)
}

test('a notice without proof of service starts no clock; acknowledged just before midnight in Karachi it counts for that day', async () => {
  const { recorder, shelf, letters, caseOfficer } = thread
  const issue = { determination: failure.number, answer_length: 10, answer_counted_in: 'working_days' } as const
  notice = done(await issueNotice(recorder, shelf, letters, caseOfficer, issue)).id
  // In the law nothing follows from what was not served, however late it is.
  thread.on('2028-01-10')
  expect(await refusedOn('2028-01-10')).toBe('nothing_to_determine')
  expect(await barsOnDay('2028-01-10')).toEqual(['not_served'])
  const early = await answerNotice(recorder, maker.signatory, { id: notice, words: 'x' })
  expect(refusedFor(early).code).toBe('notice_not_served')
  thread.on('2027-07-09')
  // 18:59:59 of UTC is 23:59:59 in Karachi.
  const late = { ...recorder, clock: () => Date.parse('2027-07-09T18:59:59Z') }
  const served = done(await acknowledgeNotice(late, shelf, maker.signatory, { id: notice }))
  expect([served.served_on, served.cure_ends_on]).toEqual(['2027-07-09', '2027-09-09'])
  // Ten working days from Friday the 9th: Friday the 23rd. A holiday that is declared later moves it to Monday.
  expect(served.answer_ends_on).toBe('2027-07-23')
  const ashura = { day: '2027-07-16', name: 'Ashura', source: 'Cabinet Division, 8 July 2027' }
  done(await declareHoliday(recorder, thread.policyOfficer, ashura))
  expect(done(await readNotice(thread.made.database, maker.clerk, notice)).answer_ends_on).toBe('2027-07-26')
})

test('the database counts working days as the service does', async () => {
  const begun = parseDay('2027-07-09') ?? 0
  const holidays = new Set([parseDay('2027-07-16') ?? 0])
  const lengths = [0, 1, 4, 5, 10, 31, 90]
  const { rows } = await readAs(thread.made.database, thread.caseOfficer, async (tables) =>
    sql<{
      day: string
    }>`select last_day_of('2027-07-09', n, 'working_days')::text as day from unnest(${lengths}::int[]) as n`.execute(
      tables,
    ),
  )
  const counted = lengths.map((length) =>
    formatDay(lastDayOf({ begun_on: begun, length, counted_in: 'working_days' }, { holidays, stops: [] })),
  )
  expect(rows.map(({ day }) => day)).toEqual(counted)
})

test('time is extended by two officers within the law, and what was said and asked in time is settled before a sanction', async () => {
  const { recorder, shelf, letters, caseOfficer, approvingOfficer } = thread
  thread.on('2027-08-02')
  done(await answerNotice(recorder, maker.signatory, { id: notice, words: 'The frame is late.' }))
  const asked = done(await askTime(recorder, maker.signatory, { id: notice, until_on: '2027-12-31', words: 'At sea.' }))
  const about = asked.events.length
  const proposal = { id: notice, choice: 'extension', about, words: 'As the bill of lading says.' } as const
  // The Act lets it be extended by six months: from 9 September 2027 to 9 March 2028.
  const beyond = await proposeTime(recorder, shelf, caseOfficer, { ...proposal, until_on: '2028-03-10' })
  expect(refusedFor(beyond)).toEqual({ code: 'beyond_law', day: '2028-03-10', last: '2028-03-09' })
  thread.on('2027-09-10')
  expect(await barsOnDay('2027-09-10')).toEqual(['answer_not_considered', 'time_not_decided'])
  const proposed = done(await proposeTime(recorder, shelf, caseOfficer, { ...proposal, until_on: '2027-12-31' }))
  const decision = { id: notice, about: proposed.events.length, kind: 'approved', words: 'As proposed.' } as const
  const both: Actor = { ...caseOfficer, role: 'approving_officer' }
  expect(refusedFor(await decideTime(recorder, shelf, letters, both, decision)).code).toBe('own_proposal')
  const given = done(await decideTime(recorder, shelf, letters, approvingOfficer, decision))
  expect(given.cure_ends_on).toBe('2027-12-31')
  expect(await barsOnDay('2027-12-31')).toEqual(['time_to_cure_runs', 'answer_not_considered'])
  expect(await refusedOn('2027-09-10')).toBe('nothing_to_determine')
  thread.on('2028-01-01')
  expect(await refusedOn('2028-01-01')).toBe('answer_not_considered')
})

test('no route lets any role past it, and the database refuses what is written past the commands', async () => {
  const { recorder, shelf, caseOfficer, approvingOfficer, made } = thread
  const { assessment } = done(
    await makeAssessment(recorder, shelf, caseOfficer, { return_id: filed, as_of: '2028-01-01' }),
  )
  const body = { assessment_id: assessment.id, subject: {}, kind: 'sanction', reasons: 'x' }
  const roles = [
    caseOfficer,
    approvingOfficer,
    thread.policyOfficer,
    thread.customsOfficer,
    maker.clerk,
    maker.signatory,
  ]
  roles.push(await actorOf(made.database, 'analyst', { id: caseOfficer.organization ?? '', kind: 'regulator' }))
  const before = await sanctions()
  const answered: number[] = []
  for (const actor of roles)
    for (const { method, url, upload, personal } of api.routes) {
      if (method !== 'POST' || upload !== undefined || personal === true) continue
      const asked = url.replace(/:number/, failure.number).replace(/:\w+/, notice)
      const { statusCode } = await api.ask(actor, {
        method,
        url: asked,
        body: url === '/api/determinations' ? body : {},
      })
      answered.push(url === '/api/determinations' ? statusCode : 403)
    }
  expect(new Set(answered)).toEqual(new Set([403, 409]))
  expect(await sanctions()).toBe(before)
  const written = writeAs(made.database, caseOfficer, async (tables) => {
    await sql`insert into determinations select ${recorder.makeId()}, 'D-990001', 'sanction', manufacturer_id, programme, year, ${assessment.id},
      rehearsal, subject, findings, reasons, id, '2028-01-01T06:00:00Z', ${caseOfficer.person}, release_id from determinations where id = ${failure.id}`.execute(
      tables,
    )
    return { commit: undefined }
  })
  await expect(written).rejects.toThrow('no sanction yet: answer_not_considered')
  const forged = writeAs(made.database, maker.signatory, async (tables) => {
    await sql`insert into case_facts select ${recorder.makeId()}, manufacturer_id, programme, year, subject, 'notice_served_on', '2020-01-01',
      ${`notice ${notice}`}, now(), ${maker.signatory.person} from determinations where id = ${failure.id}`.execute(
      tables,
    )
    return { commit: undefined }
  })
  await expect(forged).rejects.toThrow('nothing that happened to the notice says notice_served_on 2020-01-01')
  const found = done(await readNotice(made.database, caseOfficer, notice))
  const answer = found.events.find(({ kind }) => kind === 'answered')?.position ?? 0
  done(await considerAnswer(recorder, caseOfficer, { id: notice, about: answer, words: 'It is no local frame.' }))
  expect(await barsOnDay('2028-01-01')).toEqual([])
  expect((await determinedAs(thread, filed, '2028-01-01', 'sanction')).follows).toBe(failure.id)
}, 60_000)

async function sanctions(): Promise<number> {
  const { rows } = await readAs(thread.made.database, thread.caseOfficer, async (tables) =>
    sql<{ n: number }>`select count(*)::int as n from determinations where kind = 'sanction'`.execute(tables),
  )
  return rows[0]?.n ?? -1
}

test('a file that comes with an event is one of the firm', async () => {
  const { recorder } = thread
  const other = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
  const kept = await keepNoticeFile(recorder, other.signatory, { id: notice, name: 'a.txt', bytes: Buffer.from('x') })
  expect(refusedFor(kept).code).toBe('notice_unknown')
})
