/** Meetings by their commands and forms: what was agreed, who may see it, and how its owner is reminded. */
import { symmetricDecrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import { readPages } from './determinations/letter-fixture.ts'
import { hashBytes } from './documents/keep-document.ts'
import { readDocument } from './documents/read-document.ts'
import { queueStanding } from './jobs/queue-job.ts'
import { runDueJobs } from './jobs/run-jobs.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs, systemActor } from './kernel/transaction.ts'
import * as meetingForm from './meetings/meeting-form-page.tsx'
import * as meetingPage from './meetings/meeting-page.tsx'
import * as meetings from './meetings/meetings-page.tsx'
import * as milestonePage from './meetings/milestone-page.tsx'
import * as minutes from './meetings/minutes-page.tsx'
import * as newMeeting from './meetings/new-meeting-page.tsx'
import * as newMilestone from './meetings/new-milestone-page.tsx'
import * as plan from './meetings/plan-page.tsx'
import { planMilestone, reachMilestone } from './meetings/plan-milestone.ts'
import { readMeeting, readMeetings, readOpenActions, readPlan } from './meetings/read-meetings.ts'
import { agreeAction, completeAction, keepPaper, recordDecision, recordMeeting } from './meetings/record-meeting.ts'
import { REMIND_OWNERS, remindOwners } from './meetings/remind-owners.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { type FormSent, getPage, type PageAsked, postForm } from './pages/page-reader-fixture.ts'
import { actorOf } from './people/actor-fixture.ts'
import { chooseLetters } from './people/choose-letters.ts'
import { PROBLEMS } from './problems.ts'
import { threadAuthority } from './thread.ts'
import { done, openThread, refusedFor, type TestThread } from './thread-fixture.ts'

const SECRET = 'a secret for tests, of more than thirty-two characters'
const ADDRESS = new URL('https://maqami.example')
/** As the text of a PDF is read: where the letters stand, and not the room between them. */
const unspaced = (text: string) => text.replaceAll(' ', '')
const MEETING = {
  title: 'First steering meeting',
  held_on: '2026-07-01',
  place: 'Room 4',
  agenda: ['Progress', 'فریم'],
  attendance: [{ organization: 'Bicycle Board', people: 'The chair' }],
}

describe.each(SERVERS)('meetings on $name', (server) => {
  let thread: TestThread
  let maker: Actor
  beforeAll(async () => {
    thread = await openThread(server)
    maker = await actorOf(thread.made.database, 'maker_signatory')
  }, 60_000)
  afterAll(async () => await thread.made.drop())
  beforeEach(async () => {
    thread.on('2026-07-01')
    await thread.made.tamper(
      'delete from jobs; delete from outbox; delete from owner_reminders; delete from person_choices',
    )
  })

  async function met(): Promise<string> {
    return done(await recordMeeting(thread.recorder, thread.caseOfficer, MEETING)).number
  }
  async function agreed(number: string, more: { readonly owner_id?: string; readonly due_on?: string } = {}) {
    const { recorder, caseOfficer, policyOfficer } = thread
    const said = { item: 1, words: 'Count the returns.', owner_id: policyOfficer.person, due_on: '2026-08-15' }
    return await agreeAction(recorder, caseOfficer, { number, milestone_id: null, ...said, ...more })
  }

  test('minutes keep agenda, papers, who came, decisions and actions, and its paper stays as it was', async () => {
    const { recorder, caseOfficer, made } = thread
    const number = await met()
    const bytes = Buffer.from('%PDF-1.7 as it lay on the table')
    done(await keepPaper(recorder, caseOfficer, { number, item: 2, name: 'frames.pdf', bytes }))
    done(await recordDecision(recorder, caseOfficer, { number, item: 2, words: 'Frames are made here.' }))
    done(await agreed(number))
    const read = done(await readMeeting(made.database, thread.approvingOfficer, number))
    expect(read).toMatchObject(MEETING)
    expect(read.decisions).toEqual([{ item: 2, words: 'Frames are made here.' }])
    expect(read.actions.map(({ words, done: was }) => [words, was])).toEqual([['Count the returns.', null]])
    const [paper] = read.papers
    expect(paper).toMatchObject({ item: 2, name: 'frames.pdf', document_hash: hashBytes(bytes) })
    const kept = done(await readDocument(made.database, caseOfficer, paper?.document_id ?? ''))
    expect(kept.bytes.equals(bytes)).toBe(true)
    const no = await keepPaper(recorder, caseOfficer, { number, item: 3, name: 'frames.pdf', bytes })
    expect(refusedFor(no)).toMatchObject({ code: 'agenda_item_unknown', last: 2 })
    const text = { number, item: 1, name: 'a.exe', bytes: Buffer.from([0x4d, 0x5a, 0]) }
    expect(refusedFor(await keepPaper(recorder, caseOfficer, text)).code).toBe('file_type_unfit')
  })

  test('what is to be held tomorrow is not recorded, and an owner is an officer of the authority', async () => {
    const { recorder, caseOfficer } = thread
    const ahead = await recordMeeting(recorder, caseOfficer, { ...MEETING, held_on: '2026-07-02' })
    expect(refusedFor(ahead).code).toBe('meeting_ahead')
    const number = await met()
    expect(refusedFor(await agreed(number, { owner_id: maker.person })).code).toBe('owner_unknown')
    expect(refusedFor(await agreed(number, { due_on: '2026-06-30' })).code).toBe('action_due_early')
    expect(refusedFor(await agreed('MTG-999999')).code).toBe('meeting_unknown')
  })

  test('nobody outside the authority sees a meeting, an action or the plan', async () => {
    const { database } = thread.made
    const number = await met()
    done(await agreed(number))
    for (const actor of [maker, ANYBODY, thread.customsOfficer]) {
      expect(refusedFor(await readMeeting(database, actor, number)).code).toBe('meeting_unknown')
      expect((await readMeetings(database, actor, {})).items).toEqual([])
      expect(await readOpenActions(database, actor)).toEqual([])
      expect(await readPlan(database, actor)).toEqual([])
    }
  })

  test('its owner says that an action is done, once, and it leaves the list of open ones', async () => {
    const { recorder, caseOfficer, policyOfficer, approvingOfficer, made } = thread
    const number = await met()
    const [action] = done(await agreed(number)).actions
    const said = { id: action?.id ?? '', words: 'Two came late.' }
    expect(refusedFor(await completeAction(recorder, approvingOfficer, said)).code).toBe('not_owner')
    const open = async () => (await readOpenActions(made.database, caseOfficer)).map(({ action: { id } }) => id)
    expect(await open()).toContain(said.id)
    thread.on('2026-07-20')
    const after = done(await completeAction(recorder, policyOfficer, said))
    expect(after.actions[0]?.done).toEqual({ done_on: '2026-07-20', words: 'Two came late.' })
    expect(await open()).not.toContain(said.id)
    expect(refusedFor(await completeAction(recorder, policyOfficer, said)).code).toBe('action_done')
  })

  test('a milestone waits for those before it', async () => {
    const { recorder, caseOfficer, policyOfficer } = thread
    const owner_id = policyOfficer.person
    const first = { title: 'First', owner_id, due_on: '2026-08-01', after: [] }
    const { id } = done(await planMilestone(recorder, caseOfficer, first))
    const second = { title: 'Second', owner_id, due_on: '2026-08-01', after: [id, id] }
    const planned = done(await planMilestone(recorder, caseOfficer, second))
    expect(planned.after).toEqual([id])
    const early = await planMilestone(recorder, caseOfficer, { ...second, due_on: '2026-07-31' })
    expect(refusedFor(early).code).toBe('milestone_order')
    const seen = { reached_on: '2026-07-01', words: 'Seen.' }
    const waits = await reachMilestone(recorder, policyOfficer, { id: planned.id, ...seen })
    expect(refusedFor(waits).code).toBe('milestone_waits')
    done(await reachMilestone(recorder, policyOfficer, { id, ...seen }))
    done(await reachMilestone(recorder, policyOfficer, { id: planned.id, ...seen }))
    expect(refusedFor(await reachMilestone(recorder, policyOfficer, { id, ...seen })).code).toBe('milestone_reached')
  })

  const KEEP = async () => await Promise.resolve({ again_at: Date.UTC(2100, 0, 1) })
  async function remindOn(day: string): Promise<readonly string[]> {
    thread.on(day)
    const { recorder } = thread
    await thread.made.tamper(
      `delete from outbox; update jobs set due_at = '2026-01-01' where kind = '${REMIND_OWNERS}'`,
    )
    await queueStanding(recorder, REMIND_OWNERS)
    const remind = remindOwners({ recorder, secret: SECRET, publicAddress: ADDRESS, sources: [] })
    const handlers = { [REMIND_OWNERS]: remind, send_letter: async () => await Promise.resolve(KEEP) }
    await runDueJobs(recorder, handlers, (error) => {
      throw error instanceof Error ? error : new Error(String(error))
    })
    const { rows } = await readAs(thread.made.database, systemActor('test'), async (tables) => {
      return await sql<{
        sealed_text: string
      }>`select sealed_text from outbox where email = ${`${thread.policyOfficer.person}@example.com`}`.execute(tables)
    })
    return await Promise.all(
      rows.map(async ({ sealed_text }) => await symmetricDecrypt({ key: SECRET, data: sealed_text })),
    )
  }

  test('its owner is reminded once a step, in one letter a day, and no longer when it is done', async () => {
    const number = await met()
    const mine = async (day: string) => (await remindOn(day)).filter((text) => text.includes(`/meetings/${number}`))
    const [action] = done(await agreed(number)).actions
    // 46, 31 and 30 days before 15 August.
    expect(await mine('2026-06-30')).toEqual([])
    expect(await mine('2026-07-15')).toEqual([])
    const [first = '', ...more] = await mine('2026-07-16')
    expect(more).toEqual([])
    expect(first).toContain(
      `You own the action “Count the returns.”, agreed in the meeting ${number}. It is due by 15 August 2026.`,
    )
    expect(first).toContain(`https://maqami.example/meetings/${number}`)
    expect(await mine('2026-07-17')).toEqual([])
    // 7 days and 1 day before, and the day after.
    for (const day of ['2026-08-08', '2026-08-14']) expect([day, (await mine(day)).length]).toEqual([day, 1])
    expect((await mine('2026-08-16'))[0]).toContain('It was due by 15 August 2026.')
    done(await agreed(number, { due_on: '2026-09-30' }))
    const said = { id: action?.id ?? '', words: 'Counted.' }
    done(await completeAction(thread.recorder, thread.policyOfficer, said))
    expect((await mine('2026-09-23'))[0]).not.toContain('15 August')
  })

  test('who wants no reminders gets none, and who reads Urdu is written to in Urdu', async () => {
    const { recorder, policyOfficer } = thread
    const number = await met()
    done(await agreed(number))
    done(await chooseLetters(recorder, policyOfficer, { language: 'ur', reminders: false }))
    expect(await remindOn('2026-08-08')).toEqual([])
    done(await chooseLetters(recorder, policyOfficer, { language: 'ur', reminders: true }))
    expect((await remindOn('2026-08-08'))[0]).toContain(`/meetings/${number}`)
    expect((await remindOn('2026-08-14'))[0]).toContain('آپ اس کے ذمہ دار ہیں۔')
  })

  describe('by forms', () => {
    let pages: ReturnType<typeof servedPages>['server']
    beforeAll(() => {
      const built = builtFrom({
        meetings,
        'meetings/new': newMeeting,
        'meetings/:number': meetingPage,
        'meetings/:number/minutes/:language': minutes,
        'meetings/:number/:what': meetingForm,
        plan,
        'plan/new': newMilestone,
        'plan/:id': milestonePage,
      })
      const actors = new Map([
        ['officer', thread.caseOfficer],
        ['owner', thread.policyOfficer],
        ['second', thread.approvingOfficer],
        ['maker', maker],
      ])
      const contexts = new Map<RouterContext, unknown>([[recorderContext, thread.recorder]])
      pages = servedPages(built, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
    })
    const get = async (...asked: PageAsked) => await getPage(pages, ...asked)
    const post = async (...sent: FormSent) => await postForm(pages, ...sent)

    test('an officer records a meeting, a decision and an action, and its owner says that it is done', async () => {
      expect((await get('/meetings', 'maker')).statusCode).toBe(403)
      expect((await get('/meetings', 'second')).body).not.toContain('/meetings/new')
      const form = { title: 'Second meeting', held_on: '2026-07-01', place: 'Room 5', agenda: 'Progress\nFrames' }
      const back = await post('/meetings/new', 'officer', { ...form, attendance: 'nobody in particular' })
      expect(back.statusCode).toBe(422)
      expect(back.body).toMatch(/id="attendance"[^>]*aria-invalid="true"/)
      const sent = await post('/meetings/new', 'officer', { ...form, attendance: 'Indus Works | A. Khan' })
      const path = String(sent.headers.location)
      expect(path).toMatch(/^\/meetings\/MTG-\d{6}$/)
      for (const [what, fields] of [
        ['decision', { item: '2', words: 'Frames are made here.' }],
        [
          'action',
          { item: '1', words: 'Count.', owner_id: thread.policyOfficer.person, due_on: '2026-07-31', milestone_id: '' },
        ],
      ] as const) {
        expect((await get(`${path}/${what}`, 'officer')).statusCode).toBe(200)
        expect((await get(`${path}/${what}`, 'second')).statusCode).toBe(404)
        expect((await post(`${path}/${what}`, 'second', fields)).statusCode).toBe(403)
        expect([what, (await post(`${path}/${what}`, 'officer', fields)).statusCode]).toEqual([what, 303])
      }
      expect((await get(`${path}/nothing`, 'officer')).statusCode).toBe(404)
      expect((await get(path, 'second')).body).not.toContain('/done?action=')
      const shown = (await get(path, 'owner')).body
      for (const said of ['Indus Works', 'Frames are made here.', 'Count.']) expect(shown).toContain(said)
      const [, action = ''] = /done\?action=([^"]*)"/.exec(shown) ?? []
      expect((await get(`${path}/done?action=${action}`, 'owner')).body).toContain('Count.')
      const completed = await post(`${path}/done?action=${action}`, 'owner', { action, words: 'Twelve.' })
      expect(completed.statusCode).toBe(303)
      expect((await get(path, 'owner')).body).toContain('Done on 1 July 2026')

      const text = readPages((await get(`${path}/minutes/en`, 'second')).rawPayload).join('')
      for (const said of [
        'Minutes of the meeting',
        'Indus Works',
        'Frames are made here.',
        'Count.',
        'Done on 1 July 2026',
      ])
        expect(text).toContain(unspaced(said))
      const urdu = await get(`${path}/minutes/ur`, 'second')
      expect(urdu.headers['content-type']).toBe('application/pdf')
      expect(readPages(urdu.rawPayload).join('')).toContain(unspaced('Frames are made here.'))
      expect((await get(`${path}/minutes/fr`, 'second')).statusCode).toBe(404)
    })

    test('a milestone is planned after another and reached by forms', async () => {
      const owner_id = thread.policyOfficer.person
      const form = { title: 'Alone', owner_id, due_on: '2026-08-31' }
      expect((await post('/plan/new', 'officer', { ...form, after: 'MS-999999' })).body).toMatch(
        /id="after"[^>]*aria-invalid="true"/,
      )
      expect((await post('/plan/new', 'officer', { ...form, after: '' })).headers.location).toBe('/plan')
      const found = (await readPlan(thread.made.database, thread.caseOfficer)).find(({ title }) => title === 'Alone')
      if (found === undefined) throw new Error('it was not planned')
      const next = { ...form, title: 'After it', after: found.number }
      expect((await post('/plan/new', 'officer', next)).statusCode).toBe(303)
      expect((await get('/plan', 'second')).body).toContain('Waits for what comes before')
      const path = `/plan/${found.id}`
      expect((await get(path, 'second')).statusCode).toBe(404)
      const said = { reached_on: '2026-07-01', words: 'Seen.' }
      expect((await post(path, 'second', said)).statusCode).toBe(403)
      expect((await get(path, 'owner')).body).toContain(found.number)
      expect((await post(path, 'owner', { ...said, reached_on: '2026-07-02' })).statusCode).toBe(422)
      expect((await post(path, 'owner', said)).statusCode).toBe(303)
      expect((await get('/plan', 'second')).body).not.toContain('Waits for what comes before MS')
    })
  })
})
