/** No sanction before the notice of its failure has gone its whole way: by no command, by no route for any role, and past the commands neither. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi, type TestApi } from './api-fixture.ts'
import { appealedBy } from './appeal-fixture.ts'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { type Attempt, attemptsOn } from './attempts-fixture.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import type { Determination } from './determinations/determination.ts'
import { readForesight } from './determinations/foresee-effect.ts'
import { declareHoliday } from './holidays/declare-holiday.ts'
import { type MemberRole, type OrganizationKind, ROLES_OF } from './kernel/authority.ts'
import { lastDayOf } from './kernel/period.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs, writeAs } from './kernel/transaction.ts'
import { grantLicence } from './licences/grant-licence.ts'
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

test('while its answer is not considered, no role gets a sanction that the law would give, by no route', async () => {
  const { recorder, shelf, caseOfficer } = thread
  const { assessment } = done(
    await makeAssessment(recorder, shelf, caseOfficer, { return_id: filed, as_of: '2028-01-01' }),
  )
  const about = { determination: failure.number, assessment_id: assessment.id, return_id: filed, subject: {} }
  const attempts = attemptsOn(api, { fields: about, addresses: { determinations: failure.number } })
  const before = await effects()
  const played = await play(await everybody(maker, maker), attempts.filter(isOfEffects))
  expect(faulty(played)).toEqual([])
  expect(played.filter(({ route, status }) => route.command === 'prepare_determination' && status === 409)).not.toEqual(
    [],
  )
  expect(await effects()).toEqual(before)
}, 60_000)

/** What a determination, a licence or an account is touched by; the whole table is played below. */
function isOfEffects({ route }: Attempt): boolean {
  return /^\/api\/(determinations|licences|payment-orders|reconciliations|gate)/.test(route.url)
}

/** Malformed, or a fault of the service. */
function faulty(played: readonly Played[]): readonly string[] {
  return played
    .filter(({ status }) => status === 400 || status === 500)
    .map(
      ({ actor, status, url, body }) =>
        `${actor.role} asked ${url} ${JSON.stringify(body)}, and was answered ${status}`,
    )
}

test('the database refuses what is written past the commands', async () => {
  const { recorder, shelf, caseOfficer, made } = thread
  const { assessment } = done(
    await makeAssessment(recorder, shelf, caseOfficer, { return_id: filed, as_of: '2028-01-01' }),
  )
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
})

test('a file that comes with an event is one of the firm', async () => {
  const { recorder } = thread
  const other = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
  const kept = await keepNoticeFile(recorder, other.signatory, { id: notice, name: 'a.txt', bytes: Buffer.from('x') })
  expect(refusedFor(kept).code).toBe('notice_unknown')
})

/** Everybody whom the table of authority knows, with a second officer to approve, and people of another firm. */
async function everybody(firm: TestMaker, stranger: TestMaker): Promise<readonly Actor[]> {
  const { made, caseOfficer, approvingOfficer } = thread
  const actors: Actor[] = [
    ANYBODY,
    caseOfficer,
    approvingOfficer,
    firm.clerk,
    firm.signatory,
    stranger.clerk,
    stranger.signatory,
  ]
  const there = actors.filter(({ role }) => role !== 'approving_officer').map(({ role }) => role)
  for (const [kind, roles] of Object.entries(ROLES_OF) as [OrganizationKind, readonly MemberRole[]][])
    for (const role of roles) {
      if (there.includes(role)) continue
      const house = { regulator: caseOfficer.organization, manufacturer: firm.id } as const
      const id = kind === 'regulator' || kind === 'manufacturer' ? house[kind] : undefined
      actors.push(await actorOf(made.database, role, id === undefined ? undefined : { id, kind }))
    }
  return actors
}

interface Played extends Attempt {
  readonly actor: Actor
  readonly status: number
}

/** Whoever may not do something is asked no second time; what anybody may do, such as signing in, is the same for whoever comes after the first two. */
async function play(actors: readonly Actor[], attempts: readonly Attempt[]): Promise<readonly Played[]> {
  const played: Played[] = []
  const anybodys = Object.entries(api.authority).flatMap(([command, roles]) =>
    roles.includes('public') ? [command] : [],
  )
  for (const [index, actor] of actors.entries()) {
    const barred = new Set<string>(index < 2 ? [] : anybodys)
    for (const attempt of attempts) {
      const { method, command } = attempt.route
      if (barred.has(command)) continue
      const { statusCode: status } = await api.ask(actor, { ...attempt, method })
      if (status === 401 || status === 403) barred.add(command)
      played.push({ ...attempt, actor, status })
    }
  }
  return played
}

/** Everything by which a consequence reaches a firm, as the superuser sees it. A stay spares it one. */
async function effects(): Promise<unknown> {
  const asked = `select
    (select json_agg(number order by number) from determinations where kind in ('sanction', 'restoration')) determined,
    (select json_agg(determination_id || kind order by determination_id, kind) from determination_events where kind = 'approved') approved,
    (select json_agg(s order by number, position) from determination_standings s where kind not in ('stayed', 'resumed')) standing,
    (select json_agg(o order by licence_id, position) from licence_orders o where kind <> 'grant') ordered,
    (select json_agg(id order by id) from ledger_entries) entered`
  const superuser = await thread.made.superuser()
  const { rows } = await superuser.query<Record<string, unknown>>(asked)
  await superuser.end()
  return rows[0]
}

test('no route brings about a consequence for any role while a notice is not served and its time runs', async () => {
  const { recorder, shelf, letters, caseOfficer, approvingOfficer } = thread
  thread.on('2028-01-10')
  const firm = await authorisedMaker(thread, 'Jhelum Cycles', 'K-1003')
  const licence = done(
    await grantLicence(recorder, approvingOfficer, {
      manufacturer_id: firm.id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [{ hs_prefix: '8714', quota: null, valid_from: '2026-07-15', valid_until: '2029-06-30' }],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'authorised',
    }),
  )
  const return_id = await filedReturn(thread, firm, 16_000)
  const { number, assessment_id } = await determinedAs(thread, return_id, '2028-01-10', 'failure')
  const issue = { determination: number, answer_length: 10, answer_counted_in: 'working_days' } as const
  const { id } = done(await issueNotice(recorder, shelf, letters, caseOfficer, issue))
  const slip = { id, name: 'receipt.txt', bytes: Buffer.from('received') }
  const { id: proof_id } = done(await keepNoticeFile(recorder, caseOfficer, slip))
  const appeal = await appealedBy(thread, firm, number, 'Jhelum')
  const today = '2028-01-10'
  const attempts = attemptsOn(api, {
    fields: {
      determination: number,
      assessment_id,
      return_id,
      proof_id,
      document_id: proof_id,
      licence: licence.number,
      manufacturer_id: firm.id,
      firm_id: firm.id,
      maker_id: firm.id,
      subject: {},
      about: 1,
      as_of: today,
      served_on: today,
      cured_on: today,
      effective_on: today,
      held_on: '2028-01-11',
      shown_hash: appeal.events[0]?.signed_hash,
    },
    addresses: {
      determinations: number,
      notices: id,
      appeals: appeal.id,
      returns: return_id,
      licences: licence.number,
      manufacturers: firm.id,
    },
  })
  const before = await effects()
  const played = await play(await everybody(firm, maker), attempts)
  expect(await effects()).toEqual(before)
  // They got as far as the rules: nothing failed, and of the case nothing was refused for its form only.
  expect(faulty(played)).toEqual([])
  const ruled = new Set(played.filter(({ status }) => status === 200 || status === 409).map(({ route }) => route.url))
  const ofCase = api.routes.filter(
    ({ method, url }) => method === 'POST' && /^\/api\/(determinations|notices|appeals)/.test(url),
  )
  expect(ofCase.map(({ url }) => url).filter((url) => !ruled.has(url))).toEqual(BEFORE_ITS_TIME)
  expect(attempts.map(({ route }) => route)).toEqual(
    expect.arrayContaining(api.routes.filter(({ method }) => method !== 'GET')),
  )
}, 60_000)

/** There is no answer yet to be considered, no time proposed, and no letter about a hearing. */
const BEFORE_ITS_TIME = [
  '/api/notices/:id/consideration',
  '/api/notices/:id/time/decision',
  '/api/appeals/:id/acknowledgement',
]

test('a sanction whose notice has run its time waits for a second officer through every route, for whoever prepared it too', async () => {
  const { recorder, shelf, caseOfficer, approvingOfficer } = thread
  thread.on('2028-01-12')
  const assessed = done(await makeAssessment(recorder, shelf, caseOfficer, { return_id: filed, as_of: '2028-01-12' }))
  const body = { assessment_id: assessed.assessment.id, subject: {}, kind: 'sanction', reasons: 'It is not cured.' }
  const asked = { method: 'POST', url: '/api/determinations' } as const
  expect((await api.ask(caseOfficer, { ...asked, body: { ...body, reasons: '' } })).statusCode).toBe(422)
  const { number } = (await api.ask(caseOfficer, { ...asked, body })).json<Determination>()
  const { shown_hash } = done(await readForesight(recorder, shelf, approvingOfficer, number))
  const attempts = attemptsOn(api, {
    fields: { determination: number, assessment_id: body.assessment_id, shown_hash, subject: {} },
    addresses: { determinations: number },
  }).filter(({ route }) => !ENDING.includes(route.command))
  const before = await effects()
  const both: Actor = { ...caseOfficer, role: 'approving_officer' }
  const others = (await everybody(maker, maker)).filter(({ role }) => role !== 'approving_officer')
  expect(faulty(await play([both, ...others], attempts))).toEqual([])
  expect(await effects()).toEqual(before)
  // By another it takes effect: the same attempt, of which nothing else was wrong.
  const approval = attempts.find(({ route }) => route.command === 'approve_determination')
  if (approval === undefined) throw new Error('there is no route to approve')
  expect((await api.ask(approvingOfficer, { ...approval, method: 'POST' })).statusCode).toBe(200)
  expect(await effects()).not.toEqual(before)
}, 60_000)

/** What takes the proposal back has no effect upon the firm. */
const ENDING = ['send_back_determination', 'withdraw_determination']
