import { symmetricDecrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runDueJobs } from './jobs/run-jobs.ts'
import { queueStanding } from './jobs/queue-job.ts'
import { openLaboratory } from './certificates-fixture.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, readAs, systemActor, writeAs } from './kernel/transaction.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { chooseLetters } from './people/choose-letters.ts'
import { actorOf } from './people/actor-fixture.ts'
import { answerQuestion, askQuestion, TELL_QUESTION } from './returns/questions/ask-question.ts'
import {
  authorisedMaker,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'
import { approveEvent } from './successions/decide-event.ts'
import { proposeEvent } from './successions/propose-event.ts'
import { readCalendar } from './deadlines/read-obligations.ts'
import { REMIND, remindPeople, tellQuestion } from './deadlines/remind-people.ts'
import { shareCalendar, sharedCalendar, unshareCalendar } from './deadlines/share-calendar.ts'

const SECRET = 'a secret for tests, of more than thirty-two characters'
const ADDRESS = new URL('https://maqami.example')

describe.each(SERVERS)('deadlines on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let number = ''
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    const granted = await grantLicence(thread.recorder, thread.approvingOfficer, {
      manufacturer_id: maker.id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [],
      valid_from: '2026-07-15',
      valid_until: '2027-06-30',
      reason: 'Ravi is authorised',
    })
    number = done(granted).number
    await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
  })
  afterAll(async () => {
    await thread.made.drop()
  })
  beforeEach(async () => {
    await thread.made.tamper('delete from jobs; delete from outbox; delete from reminders; delete from person_choices')
  })

  const handlers = () => {
    const parts = { recorder: thread.recorder, shelf: thread.shelf, secret: SECRET, publicAddress: ADDRESS }
    return { [REMIND]: remindPeople(parts), [TELL_QUESTION]: tellQuestion(parts) }
  }
  async function remindOn(day: string): Promise<void> {
    thread.on(day)
    await thread.made.tamper(`update jobs set due_at = '2026-01-01' where kind = '${REMIND}'`)
    await queueStanding(thread.recorder, REMIND)
    await runDueJobs(thread.recorder, { ...handlers(), send_letter: async () => await Promise.resolve(KEEP) }, fail)
  }
  const KEEP = async () => await Promise.resolve({ again_at: Date.UTC(2100, 0, 1) })
  const fail = (error: unknown) => {
    throw error instanceof Error ? error : new Error(String(error))
  }
  interface Queued {
    readonly email: string
    readonly text: string
  }
  async function letters(): Promise<readonly Queued[]> {
    const { rows } = await readAs(thread.made.database, systemActor('test'), async (tables) => {
      return await sql<{
        email: string
        sealed_text: string
      }>`select email, sealed_text from outbox order by email, id`.execute(tables)
    })
    return await Promise.all(
      rows.map(async ({ email, sealed_text }) => ({
        email,
        text: await symmetricDecrypt({ key: SECRET, data: sealed_text }),
      })),
    )
  }
  async function aboutLicence(): Promise<readonly Queued[]> {
    return (await letters()).filter(({ text }) => text.includes(`/licences/${number}`))
  }
  const addressOf = ({ person }: Actor) => `${person}@example.com`

  test('a question is told by mail as soon as it was asked, and not once more the next morning', async () => {
    const { recorder, shelf, caseOfficer } = thread
    thread.on('2027-07-10')
    let asked = ''
    await filedReturn(thread, maker, 12_000, async (return_id) => {
      const about = { cell: null, words: 'Which frames?', due_on: '2027-07-24' }
      asked = done(await askQuestion(recorder, shelf, caseOfficer, { return_id, ...about })).id
      const only = { ...handlers(), send_letter: async () => await Promise.resolve(KEEP) }
      await runDueJobs(recorder, only, fail)
      const told = await letters()
      // A clerk and a signatory.
      expect(told).toHaveLength(2)
      expect(told[0]?.text).toContain('Answer the authority’s question about the yearly return 2026-27: 14 days left')
      expect(told[0]?.text).toContain(`https://maqami.example/questions/${asked}`)
      expect(told[0]?.text).toContain('The last day is 24 July 2027.')
      await remindOn('2027-07-11')
      expect((await letters()).filter(({ text }) => text.includes(asked))).toHaveLength(2)
      // Seven days before its day they are reminded.
      await remindOn('2027-07-17')
      expect((await letters()).filter(({ text }) => text.includes(asked))).toHaveLength(4)
      done(await answerQuestion(recorder, maker.clerk, { id: asked, words: 'All.' }))
      await remindOn('2027-07-23')
      expect((await letters()).filter(({ text }) => text.includes(asked))).toHaveLength(4)
    })
    const { obligations } = await readCalendar(recorder, shelf, maker.clerk)
    expect(obligations.find(({ key }) => key === `question:${asked}`)).toMatchObject({
      state: 'done',
      due_on: '2027-07-24',
    })
  })

  test('what is asked about the return of a firm that is no more is told to whoever answers for it', async () => {
    const { recorder, shelf, caseOfficer, approvingOfficer } = thread
    thread.on('2027-07-10')
    const gone = await authorisedMaker(thread, 'Sarsabz Cycles', 'K-1011')
    const heir = await authorisedMaker(thread, 'Warsa Cycles', 'K-1012')
    await filedReturn(thread, gone, 12_000, async (return_id) => {
      const merger = { kind: 'merged', new_name: null, licences_pass: true, parts: [], follows: null } as const
      const of = { firm_id: gone.id, answers_id: heir.id, effective_on: '2027-07-10', reason: 'By deed.' }
      const { id } = done(await proposeEvent(recorder, shelf, caseOfficer, { ...merger, ...of }))
      done(await approveEvent(recorder, shelf, approvingOfficer, id))
      const about = { cell: null, words: 'Which frames?', due_on: '2027-07-24' }
      const asked = done(await askQuestion(recorder, shelf, caseOfficer, { return_id, ...about })).id
      await runDueJobs(recorder, { ...handlers(), send_letter: async () => await Promise.resolve(KEEP) }, fail)
      const told = (await letters()).filter(({ text }) => text.includes(asked)).map(({ email }) => email)
      expect(told).toEqual([addressOf(heir.clerk), addressOf(heir.signatory)].toSorted())
    })
  })

  test('clerk and signatory are each reminded once a step, in the language that they chose, and who wants none is not', async () => {
    done(await chooseLetters(thread.recorder, maker.signatory, { language: 'ur', reminders: true }))
    await remindOn('2027-05-30')
    expect(await aboutLicence()).toEqual([])
    await remindOn('2027-05-31')
    await remindOn('2027-06-01')
    const first = await aboutLicence()
    expect(first.map(({ email }) => email).toSorted()).toEqual(
      [addressOf(maker.clerk), addressOf(maker.signatory)].toSorted(),
    )
    const english = first.find(({ email }) => email === addressOf(maker.clerk))?.text ?? ''
    expect(english.split('\n')[0]).toBe(`Licence ${number} ends: 30 days left`)
    expect(english).toContain('The last day is 30 June 2027.')
    expect(english).toContain(`https://maqami.example/licences/${number}`)
    expect(english).toContain('https://maqami.example/account')
    expect(first.find(({ email }) => email === addressOf(maker.signatory))?.text).toContain('30 دن باقی')

    done(await chooseLetters(thread.recorder, maker.signatory, { language: 'ur', reminders: false }))
    for (const day of ['2027-06-23', '2027-06-29', '2027-06-30', '2027-07-01', '2027-07-02']) await remindOn(day)
    const all = await aboutLicence()
    const subjects = all.filter(({ email }) => email === addressOf(maker.clerk)).map(({ text }) => text.split('\n')[0])
    expect(subjects).toEqual([
      `Licence ${number} ends: 30 days left`,
      // The return of June is due in three weeks.
      `Licence ${number} ends: 7 days left, and one more`,
      `Licence ${number} ends: one day left`,
      `Licence ${number} ends: the day has passed`,
    ])
    expect(all).toHaveLength(5)
  })

  test('a service that begins to remind writes each person one letter of all that is due, the first day first', async () => {
    await remindOn('2027-06-23')
    const all = await letters()
    expect(all.map(({ email }) => email).toSorted()).toEqual(
      [addressOf(maker.clerk), addressOf(maker.signatory)].toSorted(),
    )
    const [english = ''] = all.flatMap(({ email, text }) => (email === addressOf(maker.clerk) ? [text] : []))
    expect(english.split('\n').slice(0, 8)).toEqual([
      `Licence ${number} ends: 7 days left, and one more`,
      '',
      'Ravi Cycles',
      '',
      expect.stringContaining('The last day is 30 June 2027.'),
      `https://maqami.example/licences/${number}`,
      '',
      // The return of May was due eight days ago: of that nobody is reminded any more.
      expect.stringContaining('2027-06'),
    ])
    await remindOn('2027-06-23')
    expect(await letters()).toHaveLength(2)
  })

  test('two services that wake at the same moment remind nobody twice', async () => {
    thread.on('2027-06-23')
    const handler = handlers()[REMIND]
    const job = { id: '', kind: REMIND, about: '', begins_at: '', due_at: '', tries: 1, error: null, failed_at: null }
    // As if the queue itself had failed to keep them apart.
    const services = Array.from({ length: 3 }, async () => {
      const record = await handler?.(job)
      await writeAs(thread.made.database, systemActor('test'), async (tables) => ({ commit: await record?.(tables) }))
    })
    await Promise.all(services)
    // The licence ends in seven days; the return of May was due eight days ago, and that of June is due in three weeks.
    expect(await aboutLicence()).toHaveLength(2)
    const all = await letters()
    expect(all).toHaveLength(new Set(all.map(({ email, text }) => `${email} ${text}`)).size)
  })

  test('the job comes again at six the next morning in Pakistan', async () => {
    await remindOn('2027-06-01')
    const { rows } = await readAs(thread.made.database, systemActor('test'), async (tables) => {
      return await sql<{ due_at: string }>`select due_at from jobs where kind = ${REMIND}`.execute(tables)
    })
    // Five hours ahead of UTC.
    expect(rows).toEqual([{ due_at: '2027-06-02T01:00:00.000Z' }])
  })

  test('a firm sees its own days, an officer those of all', async () => {
    thread.on('2027-06-01')
    const keys = async (actor: Actor) => {
      const { obligations } = await readCalendar(thread.recorder, thread.shelf, actor)
      return obligations.map(({ key, due_on }) => `${key} ${due_on}`)
    }
    const own = await keys(maker.clerk)
    expect(own).toContain(`licence:${number} 2027-06-30`)
    // By the law of bicycles: 90 days after the year, 15 after the month.
    expect(own).toContain(`return:${maker.id}:bicycles:annual:2026-27 2027-09-28`)
    expect(own).toContain(`return:${maker.id}:bicycles:monthly:2027-05 2027-06-15`)
    expect(await keys(thread.caseOfficer)).toEqual(own)
    expect(await keys(await actorOf(thread.made.database, 'maker_clerk'))).toEqual([])
  })

  test('a calendar program sees them at an address that its owner makes and ends', async () => {
    thread.on('2027-06-01')
    const token = done(await shareCalendar(thread.recorder, maker.clerk))
    const look = async (key: string) => await sharedCalendar(thread.recorder, thread.shelf, ADDRESS, key)
    const lines = done(await look(token)).split('\r\n')
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
    expect(lines).toContain(`UID:licence:${number}@maqami.example`)
    expect(lines).toContain('DTSTART;VALUE=DATE:20270630')
    expect(lines).toContain('DTEND;VALUE=DATE:20270701')
    expect(lines).toContain(`SUMMARY:Licence ${number} ends`)
    expect(lines.at(-1)).toBe('')
    const unknown = { code: 'calendar_unknown' }
    expect(refusedFor(await look('A'.repeat(43)))).toEqual(unknown)

    const another = done(await shareCalendar(thread.recorder, maker.clerk))
    expect(refusedFor(await look(token))).toEqual(unknown)
    expect(done(await look(another))).toContain('BEGIN:VEVENT')
    expect(refusedFor(await unshareCalendar(thread.recorder, maker.signatory))).toEqual(unknown)
    expect(await unshareCalendar(thread.recorder, maker.clerk)).toEqual({ done: {} })
    expect(refusedFor(await look(another))).toEqual(unknown)
  })

  test('who is a member no more sees nothing at his address', async () => {
    const leaver = await actorOf(thread.made.database, 'maker_clerk', { id: maker.id, kind: 'manufacturer' })
    const token = done(await shareCalendar(thread.recorder, leaver))
    await thread.made.tamper(`update memberships set ended_at = now() where person_id = '${leaver.person}'`)
    expect(refusedFor(await sharedCalendar(thread.recorder, thread.shelf, ADDRESS, token))).toEqual({
      code: 'calendar_unknown',
    })
  })

  test('a long line in Urdu goes on in the next, and no character is cut', async () => {
    done(await chooseLetters(thread.recorder, maker.clerk, { language: 'ur', reminders: true }))
    const token = done(await shareCalendar(thread.recorder, maker.clerk))
    const file = done(await sharedCalendar(thread.recorder, thread.shelf, ADDRESS, token))
    const lines = file.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:لائسنس \u2066${number}\u2069 کی میعاد کا اختتام`)
  })

  test('who acts for two firms gets one letter, which says what each is to do', async () => {
    const other = await authorisedMaker(thread, 'Sutlej Cycles', 'K-1003')
    const input = { programme: 'bicycles', kind: 'import_licence', quota: 1000, scope: [], reason: 'first' } as const
    const days = { valid_from: '2026-07-15', valid_until: '2027-06-30' }
    const of = { manufacturer_id: other.id, ...input, ...days }
    done(await grantLicence(thread.recorder, thread.approvingOfficer, of))
    await thread.made.tamper(
      `update memberships set person_id = '${maker.clerk.person}' where person_id = '${other.clerk.person}'`,
    )
    await remindOn('2027-06-23')
    const own = (await letters()).filter(({ email }) => email === addressOf(maker.clerk))
    expect(own).toHaveLength(1)
    const lines = own[0]?.text.split('\n') ?? []
    expect(lines.filter((line) => line === 'Ravi Cycles' || line === 'Sutlej Cycles').toSorted()).toEqual([
      'Ravi Cycles',
      'Sutlej Cycles',
    ])
    expect(lines[0]).toContain(', and 3 more')
  })

  test('of a certificate its maker is reminded ninety, thirty and seven days before, and nobody else is', async () => {
    thread.on('2026-08-03')
    const laboratory = await openLaboratory(thread)
    const certificate = done(await laboratory.issued({ valid_until: '2027-06-01' })).number
    // The 3 March 2027 is 90 days before: 29 of March, 30 of April, 31 of May.
    for (const day of ['2027-03-02', '2027-03-03', '2027-03-04', '2027-05-02', '2027-05-25']) await remindOn(day)
    const about = (await letters()).filter(({ text }) => text.includes(`/certificates/${certificate}`))
    expect(new Set(about.map(({ email }) => email))).toEqual(
      new Set([addressOf(laboratory.maker.clerk), addressOf(laboratory.maker.signatory)]),
    )
    const own = about.filter(({ email }) => email === addressOf(laboratory.maker.clerk)).map(({ text }) => text)
    const called = `Certificate ${certificate} ends (Exposure to radio waves (SAR), Sitara S1)`
    expect(own.map((text) => text.split('\n')[0])).toEqual([
      `${called}: 90 days left`,
      `${called}: 30 days left`,
      `${called}: 7 days left`,
    ])
    expect(own[0]).toContain(`${called}. The last day is 1 June 2027.`)
    const seen = async (actor: Actor) => (await readCalendar(thread.recorder, thread.shelf, actor)).obligations
    const isIt = ({ key }: { readonly key: string }) => key === `certificate:${certificate}`
    expect((await seen(laboratory.maker.clerk)).some(isIt)).toBe(true)
    expect((await seen(maker.clerk)).some(isIt)).toBe(false)
    expect((await seen(thread.caseOfficer)).some(isIt)).toBe(true)
  })
})
