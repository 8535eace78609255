/** What anybody is told of a letter who holds its number, and what not. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dismissedAppeal } from './appeal-fixture.ts'
import { recordCommand } from './audit-log/record-command.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import { determinationsAuthority } from './determinations/determinations-api.ts'
import { issueOrder } from './determinations/issue-order.ts'
import { determinationIn, readDetermination } from './determinations/read-determinations.ts'
import * as page from './determinations/verify-letter-page.tsx'
import { fetchBundle, fetchPrinted } from './determinations/print-letter.ts'
import { varyFindings } from './determinations/vary-findings.ts'
import { verifyBundle } from './determinations/verify-bundle.ts'
import { saidOf } from './determinations/verify-determination.ts'
import { verifyLetter } from './determinations/verify-letter.ts'
import { readDocument } from './documents/read-document.ts'
import { MIGRATIONS_FOLDER } from './kernel/migrations.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { ANYBODY, writeAs } from './kernel/transaction.ts'
import { recordCure } from './notices/answer-notice.ts'
import { textOf } from './pages/page-reader-fixture.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { actorOf } from './people/actor-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
  servedNotice,
} from './thread-fixture.ts'

const ORIGIN = { host: 'maqami.example', origin: 'https://maqami.example' }
const FOUR_LETTERS = ['failure', 'sanction', 'restoration', 'entitlement'] as const

describe.each(SERVERS)('on $name', (server) => {
  let thread: TestThread
  let service: ReturnType<typeof servedPages>
  let numbers: Readonly<Record<(typeof FOUR_LETTERS)[number], string>>
  let letter: Buffer
  let maker: TestMaker
  beforeAll(async () => {
    thread = await openThread(server)
    const { recorder, shelf, caseOfficer, made } = thread
    await publish(thread, 'bicycles')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    thread.on('2027-07-10')
    const filed = await filedReturn(thread, maker, 16_000)
    const failure = await determinedAs(thread, filed, '2027-07-10', 'failure')
    const notice = await servedNotice(thread, failure.number)
    // Two months from 10 July are up on 10 September.
    thread.on('2027-09-11')
    const sanction = await determinedAs(thread, filed, '2027-09-11', 'sanction')
    thread.on('2027-10-02')
    done(
      await recordCure(thread.recorder, thread.shelf, thread.letters, caseOfficer, {
        id: notice.id,
        cured_on: '2027-10-01',
        words: 'Seen on site.',
      }),
    )
    const restoration = await determinedAs(thread, filed, '2027-10-02', 'restoration')
    const entitlement = await determinedAs(thread, filed, '2027-10-02', 'entitlement')
    numbers = {
      failure: failure.number,
      sanction: sanction.number,
      restoration: restoration.number,
      entitlement: entitlement.number,
    }
    letter = done(await readDocument(made.database, caseOfficer, failure.decided?.letter_id ?? '')).bytes
    service = servedPages(builtFrom({ 'verify/:number': page }), {
      authority: determinationsAuthority,
      problems: PROBLEMS,
      contexts: new Map<never, unknown>([
        [recorderContext as never, recorder],
        [shelfContext as never, shelf],
      ]),
    })
  }, 60_000)
  afterAll(async () => {
    await thread.made.drop()
  })

  async function opened(number: string, language = 'en') {
    return await service.server.inject({ url: `/verify/${number}`, headers: { 'accept-language': language } })
  }

  test('whoever holds its number learns that it was served, by whom, when, of which kind, and the hash of its file', async () => {
    const { statusCode, body } = await opened(numbers.failure)
    expect(statusCode).toBe(200)
    for (const told of [
      'A letter was served',
      'Bicycle Board',
      'Determination of failure',
      '10 July 2027',
      'In effect',
    ])
      expect(body).toContain(told)
    expect(body).toContain(createHash('sha256').update(letter).digest('hex'))
    expect(body).not.toMatch(/<script/)
    expect(body.length).toBeLessThan(50_000)
    const urdu = await opened(numbers.failure, 'ur')
    expect(urdu.body).toContain('اس نمبر سے خط جاری ہوا ہے۔')
    expect(urdu.body).toContain('سائیکل بورڈ')
  })

  test('numbers follow on one another, so neither the firm nor what was found is told of any', async () => {
    for (const kind of FOUR_LETTERS) {
      const told = done(await verifyLetter(thread.recorder.database, thread.shelf, ANYBODY, numbers[kind]))
      expect(Object.keys(told).toSorted()).toEqual([
        'authority',
        'ended_by',
        'issued_on',
        'kind',
        'letter_hash',
        'number',
        'programme',
        'programme_title',
        'rehearsal',
        'standing',
        'varied',
      ])
      const { body } = await opened(numbers[kind])
      expect(body).not.toMatch(/Ravi|K-1001|2026-27|PKR|Roadster|localization_/)
    }
  })

  test('what an order varied is said to be varied, by which order and from which day, on its page and in the bundle that is fetched then', async () => {
    const { recorder, shelf, made } = thread
    const number = numbers.entitlement
    const appellate = await actorOf(made.database, 'appellate_officer')
    const before = done(await fetchBundle(thread, maker.clerk, number))
    const { id, findings } = done(await readDetermination(made.database, maker.clerk, number))
    // The fee is 39,000: 4% of 1,000,000 less 1,000.
    const left = findings.map((one) => (one.finding === 'import_fee' ? { ...one, value: 'PKR 20000' } : one))
    await recordCommand(recorder, appellate, 'decide_appeal', async (tables) => {
      const of = { determination: { id }, findings: left, cause: 'appeal A-000009' }
      const varied = await varyFindings(tables, recorder, appellate, of)
      return 'refused' in varied ? varied : { done: varied.done, subject: `determination ${number}`, details: {} }
    })
    const told = done(await verifyLetter(made.database, shelf, ANYBODY, number))
    expect([told.standing, told.varied]).toEqual(['in_effect', { by: 'appeal A-000009', on: '2027-10-02' }])
    const { body } = await opened(number)
    expect(textOf(body)).toContain('In effect as varied by the order on appeal A-000009 of 2 October 2027')
    expect(body).toContain('href="/verify/A-000009"')
    expect(body).not.toMatch(/20000|20,000|import_fee/)
    expect(textOf((await opened(number, 'ur')).body)).toContain('ترمیم کے ساتھ مؤثر')
    const print = async () => done(await fetchPrinted(thread, maker.clerk, number, 'letter_id')).bytes
    const said = async (bundle: Buffer) => saidOf(await verifyBundle(bundle, print))
    expect((await said(before.bytes)).join('\n')).toMatch(
      /Determined: .*import_fee PKR 39000.*\nOn 2027-10-02, when the file was fetched: in effect\n/,
    )
    const { bytes } = done(await fetchBundle(thread, maker.clerk, number))
    const lines = await said(bytes)
    expect(lines.join('\n')).toMatch(/Determined: .*import_fee PKR 39000/)
    expect(lines).toContain('Since: varied on 2027-10-02 by appeal A-000009')
    expect(lines.join('\n')).toMatch(
      /On 2027-10-02, when the file was fetched: in effect, as varied: .*import_fee PKR 20000/,
    )
    // It is beside what was frozen, and said to be nobody's signature.
    expect(lines.join('\n')).toMatch(/standings\.json: sha256:[0-9a-f]{64}, which nobody signed/)
  })

  test('a sanction that was lifted says by what, and a letter that stands says that it has effect', async () => {
    const lifted = (await opened(numbers.sanction)).body
    expect(lifted).toContain('Lifted')
    expect(lifted).toContain(`href="/verify/${numbers.restoration}"`)
    expect(lifted).toContain('2 October 2027')
    expect(lifted).not.toContain('In effect')
    expect((await opened(numbers.restoration)).body).toContain('In effect')
  })

  test.each(['D-999999', 'D-1', "D-000001'--", '%3Cscript%3E'])(
    'under %s there is no letter, and a page of the same kind says so',
    async (number) => {
      const { statusCode, body } = await opened(number)
      expect(statusCode).toBe(404)
      expect(body).toContain('There is no letter with the number')
      expect(body).not.toMatch(/<script|type="file"/)
    },
  )

  async function compared(number: string, bytes: Uint8Array, headers: Readonly<Record<string, string>> = ORIGIN) {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], 'letter.pdf'))
    const sent = new Response(form)
    return await service.server.inject({
      method: 'POST',
      url: `/verify/${number}`,
      headers: { ...headers, 'content-type': sent.headers.get('content-type') ?? '' },
      payload: Buffer.from(await sent.arrayBuffer()),
    })
  }

  test('the file as it was served is the same, and one with another byte is not', async () => {
    expect((await compared(numbers.failure, letter)).body).toContain('It is the letter that was served')
    const forged = Buffer.from(letter)
    forged[10] = (forged[10] ?? 0) ^ 1
    expect((await compared(numbers.failure, forged)).body).toContain('It is not the letter that was served')
    expect((await compared(numbers.sanction, letter)).body).toContain('It is not the letter that was served')
  })

  test('a file above five megabytes is refused before it is looked at, and no file at all is asked for', async () => {
    expect((await compared(numbers.failure, new Uint8Array(5_000_000))).statusCode).toBe(200)
    expect((await compared(numbers.failure, new Uint8Array(5_100_000))).statusCode).toBe(413)
    const none = await compared(numbers.failure, new Uint8Array())
    expect([none.statusCode, none.body.includes('Nothing is written here')]).toEqual([422, true])
  })

  test('letters and determinations from before there were these columns are found like those after', async () => {
    const letters = await readFile(join(MIGRATIONS_FOLDER, '0022-issued-letters.sql'), 'utf8')
    const [fill = ''] = /insert into issued_letters\n[^;]+;/.exec(letters) ?? []
    const releases = await readFile(join(MIGRATIONS_FOLDER, '0050-release-of-determinations.sql'), 'utf8')
    const updates = releases.match(/^update [^;]+;/gm) ?? []
    expect(updates).toHaveLength(2)
    const superuser = await thread.made.superuser()
    const rowsOf = async (sql: string) => (await superuser.query(sql)).rows as unknown[]
    const all = async () => [
      ...(await rowsOf('select * from issued_letters order by number')),
      ...(await rowsOf('select * from determinations order by number')),
    ]
    const recorded = await all()
    expect(recorded).toHaveLength(8)
    await superuser.query('begin; set local session_replication_role = replica; delete from issued_letters')
    for (const table of ['issued_letters', 'determinations'])
      await superuser.query(`alter table ${table} alter release_id drop not null`)
    await superuser.query('update determinations set release_id = null')
    for (const sql of [fill, ...updates]) await superuser.query(sql)
    expect(await all()).toEqual(recorded)
    await superuser.query('rollback')
    await superuser.end()
  })

  test('the order on an appeal is found by the number of the appeal, which its letter carries', async () => {
    const appeal = await dismissedAppeal(thread, maker, numbers.entitlement)
    const { body } = await opened(appeal.number)
    for (const told of ['Order on an appeal', 'Bicycle Board', '2 October 2027', 'In effect'])
      expect(body).toContain(told)
    expect(body).not.toMatch(/Ravi|K-1001|2026-27|PKR|localization_/)
    const letter_id = appeal.events.find(({ kind }) => kind === 'decided')?.letter_id ?? ''
    const order = done(await readDocument(thread.made.database, maker.clerk, letter_id)).bytes
    expect(order.toString()).toContain(`/verify/${appeal.number}`)
    expect((await compared(appeal.number, order)).body).toContain('It is the letter that was served')
    // Who may approve determinations says of no number that an order has it, and who decides appeals of none that he has not decided.
    for (const [actor, number] of [
      [thread.approvingOfficer, 'A-999999'],
      [await actorOf(thread.made.database, 'appellate_officer'), 'A-999999'],
    ] as const) {
      const issued = { number, issued_on: '2027-10-02', letter_hash: `sha256:${'0'.repeat(64)}` }
      const forged = writeAs(thread.made.database, actor, async (tables) => {
        const entitlement = await determinationIn(tables, numbers.entitlement)
        if (entitlement === undefined) throw new Error('no entitlement')
        await issueOrder(tables, entitlement, issued)
        return { commit: null }
      })
      await expect(forged).rejects.toThrow('row-level security')
    }
  })
})
