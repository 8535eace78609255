import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import * as advice from './assessments/filed/advice-page.tsx'
import * as version from './assessments/filed/version-page.tsx'
import { recorderContext } from './audit-log/recorder-context.ts'
import { approveDetermination } from './determinations/decide-determination.ts'
import { determinationHash } from './determinations/signed-determination.ts'
import * as desk from './desks/desk-page.tsx'
import * as statementCsv from './desks/statement-csv-page.tsx'
import * as ownPayments from './desks/own-payments-page.tsx'
import * as statement from './desks/statement-page.tsx'
import * as determinationsCsv from './determinations/determinations-csv-page.tsx'
import * as determination from './determinations/determination-page.tsx'
import * as determinations from './determinations/determinations-page.tsx'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor } from './kernel/transaction.ts'
import { gateContext } from './licences/gate-context.ts'
import * as gate from './licences/gate-page.tsx'
import { grantLicence } from './licences/grant-licence.ts'
import * as licencesCsv from './licences/licences-csv-page.tsx'
import * as licence from './licences/licence-page.tsx'
import * as licences from './licences/licences-page.tsx'
import * as apply from './manufacturers/apply-page.tsx'
import * as manufacturersCsv from './manufacturers/manufacturers-csv-page.tsx'
import * as manufacturers from './manufacturers/manufacturers-page.tsx'
import * as manufacturer from './manufacturers/manufacturer-page.tsx'
import * as notice from './notices/notice-page.tsx'
import * as noticesCsv from './notices/notices-csv-page.tsx'
import * as notices from './notices/notices-page.tsx'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { type FormSent, getPage, ORIGIN, type PageAsked, postForm, textOf } from './pages/page-reader-fixture.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { type ConfirmSignature, signatureContext } from './people/signature-context.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import * as models from './products/models-page.tsx'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import * as returnsCsv from './returns/filing/returns-csv-page.tsx'
import * as oneReturn from './returns/filing/return-page.tsx'
import * as billNotes from './returns/filing/bill-notes-page.tsx'
import * as returns from './returns/filing/returns-page.tsx'
import { uploadReturn } from './returns/filing/upload-return.ts'
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
  servedNotice,
} from './thread-fixture.ts'

const PAGES = builtFrom({
  desk,
  statement,
  'statement/payments': ownPayments,
  'statement.csv': statementCsv,
  'manufacturers/apply': apply,
  'manufacturers/:id': manufacturer,
  models,
  gate,
  licences,
  'licences/:number': licence,
  returns,
  'returns/:id': oneReturn,
  'returns/:id/versions/:version': version,
  'returns/:id/versions/:version/advice': advice,
  'returns/:id/versions/:version/bill': billNotes,
  determinations,
  'determinations/:number': determination,
  'notices/:id': notice,
  notices,
  manufacturers,
  'manufacturers.csv': manufacturersCsv,
  'licences.csv': licencesCsv,
  'returns.csv': returnsCsv,
  'determinations.csv': determinationsCsv,
  'notices.csv': noticesCsv,
})

/** The second factor of everybody. */
const CODE = '123456'
const CONFIRM: ConfirmSignature = async (_actor, code) =>
  await Promise.resolve(code === CODE ? { done: true } : { refused: { code: 'code_wrong' } })

const SIGNED = async () => await Promise.resolve({ done: true })

/** By the header that names them. */
const ACTORS = new Map<string, Actor>()

let thread: TestThread
let maker: TestMaker
let rival: TestMaker
let newcomer: Actor
let server: ReturnType<typeof servedPages>['server']
let faults: readonly unknown[]
/** What the tests look at: made once, since each page only reads it. */
let made: {
  readonly licence: string
  readonly faulty: string
  readonly filed: string
  readonly notice: string
  readonly determination: string
}

beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  rival = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
  const id = await organizationOf(thread.made.database, 'manufacturer', 'Soan')
  newcomer = await actorOf(thread.made.database, 'maker_signatory', { id, kind: 'manufacturer' })
  const contexts = new Map<RouterContext, unknown>([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
    [gateContext, { sign: () => 'signed-text' }],
    [signatureContext, CONFIRM],
  ])
  for (const [name, actor] of [
    ['clerk', maker.clerk],
    ['customs', thread.customsOfficer],
    ['signatory', maker.signatory],
    ['rival', rival.signatory],
    ['newcomer', newcomer],
    ['officer', thread.caseOfficer],
  ] as const)
    ACTORS.set(name, actor)
  ;({ server, faults } = servedPages(PAGES, {
    authority: threadAuthority,
    contexts,
    actors: ACTORS,
    problems: PROBLEMS,
  }))
  made = await story()
}, 60_000)
afterAll(async () => {
  await thread.made.drop()
})

/** A licence; a return with errors for 2025-26; one for 2026-27 that is filed, fails, and of which notice is served on 10 July 2027. */
async function story(): Promise<typeof made> {
  const { recorder, shelf, caseOfficer, approvingOfficer, letters, on } = thread
  const granted = await grantLicence(recorder, approvingOfficer, {
    manufacturer_id: maker.id,
    programme: 'bicycles',
    kind: 'import_licence',
    quota: 1000,
    scope: [{ hs_prefix: '8714', quota: null, valid_from: '2026-07-15', valid_until: '2029-06-30' }],
    valid_from: '2026-07-15',
    valid_until: '2029-06-30',
    reason: 'Capacity seen on site.',
  })
  on('2027-07-10')
  const bytes = await workbook('bicycles', bicycles(16_000))
  const clean = done(
    await uploadReturn(recorder, shelf, maker.clerk, {
      programme: 'bicycles',
      kind: 'annual',
      period: '2026-27',
      name: 'a.xlsx',
      bytes,
    }),
  )
  const address = `/returns/${clean.found.id}/versions/1`
  const { body } = await get(address, 'signatory')
  const [, shown_hash = ''] = /name="shown_hash" value="([^"]+)"/.exec(body) ?? []
  const refused = await post(address, 'signatory', { shown_hash, second_factor: '000000' })
  expect(refused.statusCode).not.toBe(303)
  const filed = await post(address, 'signatory', { shown_hash, second_factor: CODE })
  expect([filed.statusCode, filed.headers.location]).toEqual([303, `/returns/${clean.found.id}`])
  done(await reviewReturn(recorder, shelf, caseOfficer, { id: clean.found.id, kind: 'accepted' }))
  const asked = { return_id: clean.found.id, as_of: '2027-07-10' }
  const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, asked))
  const open = done(
    await prepareDetermination(recorder, shelf, caseOfficer, {
      assessment_id: assessment.id,
      subject: {},
      kind: 'failure',
      reasons: 'Too much is imported.',
    }),
  )
  const shown = { number: open.number, shown_hash: await determinationHash(open) }
  done(await approveDetermination(recorder, shelf, letters, approvingOfficer, shown, SIGNED))
  const served = await servedNotice(thread, open.number)
  const broken = await workbook('bicycles', { ...bicycles(16_000), licence: [] })
  const upload = { programme: 'bicycles', kind: 'annual', period: '2025-26', name: 'b.xlsx', bytes: broken }
  const faulty = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
  return {
    licence: done(granted).number,
    faulty: `/returns/${faulty.found.id}/versions/1`,
    filed: clean.found.id,
    notice: served.id,
    determination: open.number,
  }
}

const get = async (...asked: PageAsked) => await getPage(server, ...asked)
const post = async (...sent: FormSent) => await postForm(server, ...sent)

function addresses(): readonly string[] {
  return [
    '/desk',
    '/statement',
    '/statement/payments',
    `/manufacturers/${maker.id}`,
    '/models',
    '/licences',
    `/licences/${made.licence}`,
    '/returns',
    `/returns/${made.filed}`,
    `/returns/${made.filed}/versions/1`,
    `/returns/${made.filed}/versions/1/advice`,
    `/returns/${made.filed}/versions/1/bill`,
    made.faulty,
    '/notices',
    '/determinations',
    `/determinations/${made.determination}`,
    `/notices/${made.notice}`,
  ]
}

test('each page opens for its maker, in both languages, and leaves no sentence in the other', async () => {
  for (const url of addresses())
    for (const who of ['clerk', 'signatory']) {
      expect([url, (await get(url, who)).statusCode]).toEqual([url, 200])
      const { statusCode, body } = await get(url, who, 'ur')
      expect([url, statusCode]).toEqual([url, 200])
      expect(body).toContain('<html lang="ur" dir="rtl">')
      // What people and the law wrote stands as they wrote it.
      const main = (/<main.*<\/main>/s.exec(body)?.[0] ?? '').replaceAll(
        /<(bdi|q|blockquote|code|textarea)\b.*?<\/\1>|<p class="prose written".*?<\/p>/gs,
        '',
      )
      expect([url, /(?:[A-Za-z]{2,} ){3}/.exec(textOf(main))?.[0]]).toEqual([url, undefined])
    }
  expect(faults).toEqual([])
})

test('years, numbers and days in figures run from left to right in Urdu', async () => {
  for (const url of addresses()) {
    const { body } = await get(url, 'signatory', 'ur')
    const main = /<main.*<\/main>/s.exec(body)?.[0] ?? ''
    const loose = main
      .replaceAll(/<!-- -->/g, '')
      .replaceAll(/<(\w+)\b[^>]*(?:dir="ltr"|value=)[^>]*>[^<]*(?:<\/\1>)?|<code\b.*?<\/code>|<bdi>.*?<\/bdi>/gs, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\u2066[^\u2069]*\u2069/g, '')
    expect([url, /.{20}\d-\d.{10}/s.exec(loose)?.[0]]).toEqual([url, undefined])
  }
})

const LISTS = ['/licences', '/returns', '/determinations', '/notices'] as const

test('lists tell an officer whose each entry is, and a maker only what is its own', async () => {
  const link = `<a href="/manufacturers/${maker.id}"><bdi>Ravi Cycles</bdi></a>`
  for (const url of LISTS) {
    expect([url, (await get(url, 'officer')).body.includes(link)]).toEqual([url, true])
    expect([url, (await get(url, 'clerk')).body.includes(link)]).toEqual([url, false])
    const whole = await get(`${url}.csv`, 'officer')
    expect([whole.headers['content-type'], whole.body.startsWith('\ufeffFirm,')]).toEqual([
      'text/csv; charset=utf-8',
      true,
    ])
    expect(whole.body).toContain('\r\nRavi Cycles,')
    expect((await get(`${url}.csv`, 'clerk')).body).not.toMatch(/Firm|Ravi/)
  }
  expect((await get('/manufacturers', 'officer')).body).toContain(link)
  expect((await get('/manufacturers.csv', 'officer')).body).toContain('\r\nRavi Cycles,K-1001,')
  expect((await get('/manufacturers', 'clerk')).statusCode).toBe(403)
})

test('a page leads an officer and a maker each to his own next step', async () => {
  const leads = async (url: string, who: string, to: string): Promise<boolean> => {
    return (await get(url, who)).body.includes(`<a class="ds-button" href="${to}">`)
  }
  const steps = [
    [`/returns/${made.filed}`, `/returns/${made.filed}/assess`],
    [`/determinations/${made.determination}`, `/determinations/${made.determination}/notice`],
    [`/notices/${made.notice}`, `/notices/${made.notice}/cure`],
  ] as const
  for (const [url, ofOfficer] of steps) {
    expect([url, await leads(url, 'officer', ofOfficer)]).toEqual([url, true])
    expect([url, await leads(url, 'signatory', ofOfficer)]).toEqual([url, false])
  }
  expect(await leads(`/determinations/${made.determination}`, 'signatory', '/notices')).toBe(true)
})

test('what is another firm’s is not there', async () => {
  const own = addresses().filter((url) => /[\d-]{6}/.test(url))
  for (const url of own) expect([url, (await get(url, 'rival')).statusCode]).toEqual([url, 404])
  expect((await get('/determinations', 'rival')).body).not.toContain(made.determination)
  expect((await post(`/notices/${made.notice}`, 'rival', { words: 'x' })).statusCode).toBe(404)
})

test.each([
  '/returns/1',
  '/returns/x/versions/1',
  '/notices/1',
  '/manufacturers/1',
  '/licences/IL-999999',
  '/licences?after=1',
])('%s is not there', async (url) => {
  expect((await get(url, 'signatory')).statusCode).toBe(404)
})

test('a firm applies once, learns nothing of whose number it wrote, and what it wrote stays when it is sent back', async () => {
  const fields = { name: 'Soan E-Bikes', registration_number: 'K-1001', address: '' }
  const empty = await post('/manufacturers/apply', 'newcomer', fields)
  expect(empty.statusCode).toBe(422)
  expect(empty.body).toMatch(/role="alert".*<a href="#address">Nothing is written here/)
  expect(empty.body).toMatch(/value="Soan E-Bikes"/)
  const both = await post('/manufacturers/apply', 'newcomer', { ...fields, registration_number: '' })
  expect(both.body).toMatch(/role="alert".*<a href="#registration_number">.*One more field is marked below/)
  expect(both.body.match(/ds-validation-message/g)).toHaveLength(2)
  // Ravi Cycles is authorised under this number.
  const applied = await post('/manufacturers/apply', 'newcomer', { ...fields, address: '3 Model Town, Rawalpindi' })
  expect([applied.statusCode, applied.headers.location]).toEqual([303, `/manufacturers/${newcomer.organization}`])
  expect(textOf((await get('/manufacturers/apply', 'newcomer')).body)).toContain('Your firm has applied.')
  expect((await get('/manufacturers/apply', 'clerk')).statusCode).toBe(403)
})

test('a licence says what it is good for, and what is left of it', async () => {
  const text = textOf((await get(`/licences/${made.licence}`, 'clerk')).body)
  expect(text).toContain('It is good until 30 June 2029.')
  expect(text).toContain('1,000 of 1,000 units are left.')
  expect(text).toContain('Granted Reason: Capacity seen on site.')
})

test('a faulty version names its cells, and offers the annotated copy instead of a signature', async () => {
  const { body } = await get(made.faulty, 'signatory')
  expect(textOf(body)).toMatch(/Error licence/i)
  expect(body).toContain('/annotated?language=en')
  expect(body).not.toContain('name="second_factor"')
})

test('a version that was filed tells what follows from it, and a clerk cannot sign', async () => {
  const { body } = await get(`/returns/${made.filed}/versions/1`, 'clerk')
  expect(body).not.toContain('name="second_factor"')
  // 1 − 16,000 ÷ 20,000 is 20%, and the Act asks for 30% in the first year.
  expect(textOf(body)).toMatch(/20% .*30%/)
  expect(body).toContain('class="why"')
  expect((await post(`/returns/${made.filed}/versions/1`, 'clerk', { second_factor: CODE })).statusCode).toBe(403)
  const again = await post(`/returns/${made.filed}/versions/1`, 'signatory', {
    shown_hash: 'sha256:0',
    second_factor: CODE,
  })
  expect([again.statusCode, textOf(again.body).includes('This version has been filed.')]).toEqual([409, true])
})

test('a version that falls short leads to what would close the gap', async () => {
  const address = `/returns/${made.filed}/versions/1`
  expect((await get(address, 'clerk')).body).toContain(`href="${address}/advice"`)
  const text = textOf((await get(`${address}/advice`, 'clerk')).body)
  expect(text).toContain('“Localization requirement” is not met.')
  // 16,000 rupees of each of 500 bicycles are imported.
  expect(text).toContain('One part suffices: Parts Value moved Roadster PKR 8,000,000')
})

test('a workbook comes by a form, and a refused form keeps what was chosen', async () => {
  const send = async (period: string, file: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    form.set('return', 'bicycles/annual')
    form.set('return_period', period)
    form.set('file', new File([file], 'return.xlsx'))
    const request = new Request('https://maqami.example/', { method: 'POST', body: form })
    const headers = { ...ORIGIN, authorization: 'rival', 'content-type': request.headers.get('content-type') ?? '' }
    const payload = Buffer.from(await request.arrayBuffer())
    return await server.inject({ method: 'POST', url: '/returns', headers, payload })
  }
  const wrong = await send('2026', new Uint8Array([1]))
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toMatch(/<a href="#return_period">&#x27;2026&#x27; is no period/)
  expect(wrong.body).toMatch(/<input[^>]* id="return_period"[^>]*value="2026"/)
  const none = await send('2026-27', new Uint8Array())
  expect(none.body).toContain('<a href="#file">Nothing is written here')
  const sent = await send('2026-27', new Uint8Array(await workbook('bicycles', bicycles(12_000))))
  expect([sent.statusCode, sent.headers.location]).toEqual([
    303,
    expect.stringMatching(/^\/returns\/[\w-]+\/versions\/1$/),
  ])
  const unread = await send('2025-26', new TextEncoder().encode('%PDF-1.7 a letter'))
  const { body } = await get(String(unread.headers.location), 'rival')
  expect(textOf(body)).toContain('stands below.')
  expect(body).not.toMatch(/Correct the cells|\/annotated/)
  expect(body).toContain('href="/returns?report=bicycles/annual/2025-26#upload"')
  const large = await send('2026-27', new Uint8Array(21 * 1024 * 1024))
  expect([large.statusCode, large.body.includes('At most 20 MB')]).toEqual([413, true])
})

test('who comes from a return that is due finds it chosen in the form, and what is no return chooses nothing', async () => {
  const { body } = await get('/returns?report=bicycles/annual/2027-28', 'clerk')
  expect(body).toContain('<option value="bicycles/annual" selected="">')
  expect(body).toMatch(/<input[^>]* id="return_period"[^>]*value="2027-28"/)
  const other = await get('/returns?report=%22%3E', 'clerk')
  expect(other.statusCode).toBe(200)
  expect(other.body).not.toContain('<option value="bicycles/annual" selected')
})

test('a file is refused unread to whoever may not send one', async () => {
  const headers = { ...ORIGIN, authorization: 'officer', 'content-type': 'application/octet-stream' }
  const payload = Buffer.alloc(21 * 1024 * 1024)
  expect((await server.inject({ method: 'POST', url: '/returns', headers, payload })).statusCode).toBe(403)
})

test('a determination states its findings, its effect, its reasons and its letter', async () => {
  const { body } = await get(`/determinations/${made.determination}`, 'clerk')
  const text = textOf(body)
  expect(text).toContain('Determination of failure')
  expect(text).toContain('Not met')
  expect(text).toContain('Too much is imported.')
  expect(text).toContain('may be appealed')
  expect(body).toMatch(/href="\/api\/determinations\/D-\d{6}\/letter"/)
})

test('a notice counts its days, and is answered by a signatory', async () => {
  const url = `/notices/${made.notice}`
  // Served on 10 July 2027, two months: 62 days until 10 September.
  expect(textOf((await get(url, 'clerk')).body)).toContain('Cure the failure by 10 September 2027: 62 days left.')
  const long = await post(url, 'signatory', { words: 'x'.repeat(4001) })
  expect([long.statusCode, long.body.includes(`${'x'.repeat(4001)}</textarea>`)]).toEqual([422, true])
  expect((await post(url, 'signatory', { words: 'The frame line starts soon.' })).statusCode).toBe(303)
  expect(textOf((await get(url, 'signatory')).body)).toContain('The firm answered: The frame line starts soon.')
})

test('the desk says first what is to be done, by when and why', async () => {
  const text = textOf((await get('/desk', 'signatory')).body)
  const steps = text.slice(text.indexOf('What is yours to do'), text.indexOf('Licences', text.indexOf('What is yours')))
  expect(steps).toMatch(/Cure the failure D-\d+ 10 September 2027 \(62 days left\).*Correct the return for 2025-26/)
  // Its licence began in the year 2026-27, which has a return.
  expect(steps).not.toContain('File the return for 2026-27')
  // It began in July 2026, and its law asks for every month: that of June is due on 15 July.
  expect(steps).toMatch(/File the return for 2026-07 15 August 2026 \(\d+ days ago\)/)
  expect(steps).toContain('File the return for 2027-06 15 July 2027 (5 days left)')
  expect(steps).not.toContain('2026-06')
  expect(steps).not.toContain('2027-07')
  const other = textOf((await get('/desk', 'rival')).body)
  expect(other).toContain('Look at the return for 2026-27, and sign it')
  expect(other).not.toContain(made.licence)
})

test('who has not applied is told to', async () => {
  const id = await organizationOf(thread.made.database, 'manufacturer', 'Jhelum')
  ACTORS.set('stranger', await actorOf(thread.made.database, 'maker_signatory', { id, kind: 'manufacturer' }))
  const { body } = await get('/desk', 'stranger')
  expect(body).toMatch(/<a href="\/manufacturers\/apply">Apply for registration/)
})

test('the statement says what is due to the firm and from it, on the page and as a table', async () => {
  const { recorder, shelf, caseOfficer, approvingOfficer, letters } = thread
  const jhelum = await authorisedMaker(thread, 'Jhelum Cycles', 'K-1009')
  ACTORS.set('jhelum', jhelum.clerk)
  expect(textOf((await get('/desk', 'jhelum')).body)).toContain('Nothing waits for you.')
  expect(textOf((await get('/statement', 'jhelum')).body)).toContain('When a determination books an amount')
  // 1 − 12,000 ÷ 20,000 = 40%: a grant of half of 80,000, and a fee of 4% of 1,000,000 less 1,000.
  const bytes = await workbook('bicycles', bicycles(12_000))
  const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'c.xlsx', bytes }
  const { found } = done(await uploadReturn(recorder, shelf, jhelum.clerk, upload))
  const shown_hash = (await shownHash(recorder, jhelum.signatory, found.id, 1)) ?? ''
  done(await fileReturn(recorder, shelf, jhelum.signatory, { id: found.id, version: 1, shown_hash }, SIGNED))
  const asked = { return_id: found.id, as_of: '2027-07-10' }
  const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, asked))
  const prepared = { assessment_id: assessment.id, subject: {}, kind: 'entitlement', reasons: 'As filed.' } as const
  const open = done(await prepareDetermination(recorder, shelf, caseOfficer, prepared))
  const input = { number: open.number, shown_hash: await determinationHash(open) }
  done(await approveDetermination(recorder, shelf, letters, approvingOfficer, input, SIGNED))
  const text = textOf((await get('/statement', 'jhelum')).body)
  expect(text).toMatch(/Due to your firm PKR 40,000/)
  expect(text).toMatch(/Due from your firm PKR 39,000/)
  const csv = await get('/statement.csv', 'jhelum')
  expect(csv.headers['content-disposition']).toBe('attachment; filename="statement.csv"')
  expect(csv.body).toMatch(/,PKR,40000\.00,,D-\d+\r\n/)
  expect(csv.body).toMatch(/,PKR,,39000\.00,D-\d+\r\n/)
  expect((await get('/statement.csv', 'rival')).body.trim().split('\r\n')).toHaveLength(1)
})

test('of a concession that is withdrawn the gate and its own page name the law and the charge that apply instead', async () => {
  const period = { valid_from: '2026-07-15', valid_until: '2029-06-30' }
  const input = { manufacturer_id: maker.id, programme: 'bicycles', kind: 'concession', quota: 10 } as const
  const scope = [{ hs_prefix: '8714', quota: null, ...period }]
  const said = { ...input, scope, ...period, reason: 'Seen.' }
  const granted = await grantLicence(thread.recorder, thread.approvingOfficer, said)
  const { id, number } = done(granted)
  const asked = `/gate?licence=${number}&day=2027-07-10&hs_line=87149100&units=1`
  const instead = 'What applies instead of the concession'
  expect(textOf((await get(asked, 'customs')).body)).not.toContain(instead)
  await thread.made.tamper(`set session_replication_role = replica;
    insert into licence_orders values ('${id}', 2, 'withdraw', '2027-07-01', 'D-000900', gen_random_uuid(), now(), 'x')`)
  const pages = [await get(asked, 'customs'), await get(`/licences/${number}`, 'clerk')]
  // The Act charges the year and not a unit: that is said, and no amount.
  const told = new RegExp(`${instead}.*Import fee The Bicycle Manufacture Act, .?2\\(1\\).*from the whole year`)
  for (const { body } of pages) expect(textOf(body)).toMatch(told)
})
