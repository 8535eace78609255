/** The pages of laboratories, by their forms. */
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import * as accreditation from './laboratories/accreditation-page.tsx'
import { scopeRead } from './laboratories/enter-laboratory.ts'
import * as laboratories from './laboratories/laboratories-page.tsx'
import * as laboratoryPage from './laboratories/laboratory-page.tsx'
import * as newLaboratory from './laboratories/new-laboratory-page.tsx'
import * as own from './laboratories/own-laboratory-page.tsx'
import { readLaboratory } from './laboratories/read-laboratories.ts'
import { keepAccreditationFile, recordAccreditation, registerLaboratory } from './laboratories/register-laboratory.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { type FormSent, getPage, type PageAsked, postForm } from './pages/page-reader-fixture.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { PROBLEMS } from './problems.ts'
import { threadAuthority } from './thread.ts'
import { done, openThread, type TestThread } from './thread-fixture.ts'

const PAGES = builtFrom({
  laboratories,
  'laboratories/new': newLaboratory,
  'laboratories/:number': laboratoryPage,
  'laboratories/:number/accreditation': accreditation,
  'laboratory/:what?': own,
})

let thread: TestThread
let server: ReturnType<typeof servedPages>['server']
let number: string
let colleague: Actor
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  const { database } = thread.made
  const of = { id: await organizationOf(database, 'laboratory', 'Indus Test House'), kind: 'laboratory' } as const
  const head = await actorOf(database, 'laboratory_signatory', of)
  colleague = await actorOf(database, 'laboratory_signatory', of)
  const said = { organization_id: of.id, name: 'Indus Test House', kind: 'private', country: 'PK' } as const
  const registered = await registerLaboratory(thread.recorder, thread.caseOfficer, { ...said, manufacturer_id: null })
  number = done(registered).number
  const actors = new Map<string, Actor>([
    ['head', head],
    ['stranger', await actorOf(database, 'laboratory_signatory')],
    ['officer', thread.caseOfficer],
    ['second', thread.approvingOfficer],
  ])
  const contexts = new Map<RouterContext, unknown>([[recorderContext, thread.recorder]])
  server = servedPages(PAGES, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
}, 60_000)
afterAll(async () => await thread.made.drop())

const get = async (...asked: PageAsked) => await getPage(server, ...asked)
const post = async (...sent: FormSent) => await postForm(server, ...sent)

async function seen(actor: Actor = ANYBODY) {
  return done(await readLaboratory(thread.made.database, actor, number))
}

test('a laboratory states its instruments, prices, capacity and who signs by forms', async () => {
  const rig = { name: 'Rig', serial: 'SC-1', method: '7.3.2', calibrated_on: '2026-07-01', retired_on: '' }
  const early = await post('/laboratory/equipment', 'head', { ...rig, calibration_due_on: '2026-06-30' })
  expect(early.statusCode).toBe(422)
  expect(early.body).toMatch(/<input[^>]* id="calibration_due_on"[^>]*aria-invalid="true"/)
  const price = { standard: 'IEC 62133-2', method: '7.3.2', amount: '45000.00', currency: 'PKR' }
  for (const [path, fields] of [
    ['equipment', { ...rig, calibration_due_on: '2026-07-01' }],
    ['price', { ...price, days: '10' }],
    ['capacity', { samples_a_week: '12' }],
    ['staff', { person_id: colleague.person, may_sign_from: '2026-07-15', may_sign_until: '' }],
  ] as const)
    expect([path, (await post(`/laboratory/${path}`, 'head', fields)).statusCode]).toEqual([path, 303])
  const { equipment, prices, samples_a_week, staff } = await seen(thread.caseOfficer)
  expect(equipment).toEqual([{ ...rig, calibration_due_on: '2026-07-01', retired_on: null }])
  expect(prices).toEqual([{ ...price, days: 10 }])
  expect(samples_a_week).toBe(12)
  expect(staff).toEqual([{ person_id: colleague.person, may_sign_from: '2026-07-15', may_sign_until: null }])
  const days = await Promise.all(
    ['0', '367'].map(async (some) => await post('/laboratory/price', 'head', { ...price, days: some })),
  )
  expect(days.map(({ statusCode }) => statusCode)).toEqual([422, 422])
  expect((await get('/laboratory/nothing', 'head')).statusCode).toBe(404)
})

test('who is in no entry of the register is told so, and others have no such page', async () => {
  expect((await get('/laboratory', 'stranger')).body).toContain('Ask the authority to enter it.')
  expect((await post('/laboratory/capacity', 'stranger', { samples_a_week: '1' })).statusCode).toBe(404)
  expect((await get('/laboratory', 'officer')).statusCode).toBe(403)
})

test('one officer proposes to suspend it by a form, and only another is asked to decide', async () => {
  const path = `/laboratories/${number}`
  const order = { order: 'suspend', effective_on: '2029-01-01', reasons: 'Broken seals.' }
  expect((await post(path, 'head', order)).statusCode).toBe(403)
  expect((await post(path, 'officer', { ...order, order: 'restore' })).body).toContain(
    'On that day the laboratory is registered',
  )
  expect((await post(path, 'officer', order)).statusCode).toBe(303)
  expect((await get(path, 'officer')).body).not.toContain('?order=')
  const [, decide = ''] = /action="([^"]*\?order=[^"]*)"/.exec((await get(path, 'second')).body) ?? []
  expect((await post(decide, 'officer', { kind: 'approved' })).statusCode).toBe(403)
  expect((await post(decide, 'second', { kind: 'declined' })).statusCode).toBe(422)
  expect((await post(decide, 'second', { kind: 'approved' })).statusCode).toBe(303)
  expect((await seen()).orders.map(({ kind, decided }) => [kind, decided?.kind])).toEqual([['suspend', 'approved']])
})

test('an officer registers a laboratory by a form, and what he typed comes back with what is wrong', async () => {
  expect((await get('/laboratories', 'officer')).body).toContain('href="/laboratories/new"')
  expect((await get('/laboratories', 'head')).body).not.toContain('href="/laboratories/new"')
  expect((await get('/laboratories/new', 'head')).statusCode).toBe(403)
  const said = { name: 'Ravi Test House', kind: 'private', country: 'PK', organization_id: '', manufacturer_id: '' }
  for (const [wrong, field] of [
    [{ country: 'Pakistan' }, 'country'],
    [{ kind: 'in_plant' }, 'manufacturer_id'],
    [{ organization_id: 'anything' }, 'organization_id'],
  ] as const) {
    const back = await post('/laboratories/new', 'officer', { ...said, ...wrong })
    expect([field, back.statusCode]).toEqual([field, 422])
    expect(back.body).toContain('value="Ravi Test House"')
    expect(back.body).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`))
  }
  const sent = await post('/laboratories/new', 'officer', said)
  expect(sent.statusCode).toBe(303)
  expect(sent.headers.location).toMatch(/^\/laboratories\/LAB-\d{6}/)
})

test('the methods of an accreditation are read line by line, and a line that is none is refused', () => {
  const line = { standard: 'IEC 62133-2:2017', method: '7.3.2', subcontracted_to: null }
  expect(scopeRead('IEC 62133-2:2017 | 7.3.2\n\nIEC 62209-1|SAR | Hafen Lab\n')).toEqual([
    line,
    { standard: 'IEC 62209-1', method: 'SAR', subcontracted_to: 'Hafen Lab' },
  ])
  for (const none of ['', '\n', 'IEC 62133-2:2017', '| 7.3.2', 'a | b | c | d', `a | ${'m'.repeat(201)}`])
    expect([none, scopeRead(none)]).toEqual([none, undefined])
  expect(scopeRead(`a | ${'m'.repeat(200)}`)).toHaveLength(1)
  expect(scopeRead('a | b\n'.repeat(500))).toHaveLength(500)
  expect(scopeRead('a | b\n'.repeat(501))).toBeUndefined()
})

test('the form of an accreditation begins with its last word, and asks for the certificate of the body', async () => {
  const path = `/laboratories/${number}/accreditation`
  expect((await get(path, 'head')).statusCode).toBe(403)
  const said = {
    body: 'PNAC',
    number: 'LAB 214',
    standard: 'ISO/IEC 17025:2017',
    valid_from: '2026-01-01',
    valid_until: '2028-12-31',
    next_surveillance_on: '2027-01-01',
    recognised_under: '',
    scope: 'IEC 62133-2 | 7.3.2',
  }
  const without = await post(path, 'officer', said)
  expect(without.statusCode).toBe(422)
  expect(without.body).toMatch(/id="file"[^>]*aria-invalid="true"/)
  expect(without.body).toContain('IEC 62133-2 | 7.3.2')
  const bytes = Buffer.from('%PDF-1.7\n')
  const kept = await keepAccreditationFile(thread.recorder, thread.caseOfficer, { number, name: 'a.pdf', bytes })
  const document_id = done(kept).id
  const scope = [{ standard: 'IEC 62133-2', method: '7.3.2', subcontracted_to: 'Hafen Lab' }]
  const word = { ...said, recognised_under: null, document_id, scope, laboratory: number }
  done(await recordAccreditation(thread.recorder, thread.caseOfficer, word))
  expect((await get(`/laboratories/${number}`, 'officer')).body).toContain(`${path}?of=LAB%20214`)
  const again = (await get(`${path}?of=LAB%20214`, 'officer')).body
  expect(again).toContain('value="2028-12-31"')
  expect(again).toContain('IEC 62133-2 | 7.3.2 | Hafen Lab')
  expect((await get(path, 'officer')).body).not.toContain('value="2028-12-31"')
})
