import { afterAll, beforeAll, expect, test } from 'vitest'
import { statusOn as statusOfCertificate } from '../certificates/certificate.ts'
import { readCertificates } from '../certificates/read-certificates.ts'
import { readDeterminations } from '../determinations/read-determinations.ts'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { systemClock, todayText } from '../kernel/clock.ts'
import { actingUnder, seeClients } from '../people/see-clients.ts'
import { ANYBODY, systemActor } from '../kernel/transaction.ts'
import { readCalendar } from '../deadlines/read-obligations.ts'
import { readManufacturers } from '../manufacturers/read-manufacturers.ts'
import { releaseShelf } from '../policy-releases/release-shelf.ts'
import { scopeOn, statusOn as statusOfLaboratory } from '../laboratories/laboratory.ts'
import { readLaboratories } from '../laboratories/read-laboratories.ts'
import { readLicences } from '../licences/read-licences.ts'
import { statusOn } from '../licences/licence.ts'
import { readNotices } from '../notices/read-notices.ts'
import { openTestIdentity, STRANGER, type TestIdentity } from '../people/identity-fixture.ts'
import { identifyRequest } from '../people/identify-request.ts'
import { signIn } from '../people/sign-in.ts'
import { readReturns } from '../returns/filing/read-returns.ts'
import { standingOf } from '../returns/filing/return.ts'
import { readOversight } from '../tests/oversight/read-oversight.ts'
import { readTests } from '../tests/read-tests.ts'
import { stateOf } from '../tests/way.ts'
import { beginDemonstration, type Begun } from './begin-demonstration.ts'
import { demonstrationClock, isUntouched } from './demonstration-clock.ts'
import { FIRST_DAY } from './invented-makers.ts'

/** More than the demonstration has of anything. */
const ALL = { limit: 50 }
/** The letters have tests of their own. */
const LETTERS = {
  render: async (data: unknown) => await Promise.resolve(Buffer.from(JSON.stringify(data))),
  renderPlain: async (data: unknown) => await Promise.resolve(Buffer.from(JSON.stringify(data))),
  print: async (text: unknown) => await Promise.resolve(Buffer.from(JSON.stringify(text))),
  addressOf: (number: string) => `https://example.org/verify/${number}`,
  considered: async () => await Promise.resolve([]),
  demonstration: true,
}

let service: TestIdentity
let begun: Begun
beforeAll(async () => {
  const [server] = SERVERS
  if (server === undefined) throw new Error('no server runs')
  service = await openTestIdentity(server)
  if (!(await isUntouched(service.database))) throw new Error('the service is new, and somebody is in it')
  begun = await beginDemonstration(
    (clock) => ({ ...service.identity, clock }),
    LETTERS,
    () => undefined,
  )
}, 60_000)
afterAll(async () => {
  await service.drop()
})

async function signedIn(email: string) {
  const answer = await signIn(service.identity, STRANGER, { email, password: begun.password })
  if ('refused' in answer) throw new Error(answer.refused.code)
  const cookies = (answer.cookies ?? []).map((one) => one.split(';')[0]).join('; ')
  const actor = await identifyRequest(service.identity, { ...STRANGER, cookies })
  return { needed: answer.done.second_factor_needed, actor: 'done' in actor ? actor.done : undefined }
}

test('its calendar stands at its first day, and nobody begins it a second time', async () => {
  const clock = await demonstrationClock(service.database)
  expect(clock === undefined ? undefined : todayText(clock)).toBe(FIRST_DAY)
  expect(await isUntouched(service.database)).toBe(false)
})

test('its people sign in as they were printed, those who sign with a second factor', async () => {
  const clerk = await signedIn('clerk@ravi.example')
  expect([clerk.needed, clerk.actor?.role]).toEqual([false, 'maker_clerk'])
  expect((await signedIn('approving@board.example')).needed).toBe(true)
  expect(begun.signIns.filter(({ second_factor }) => second_factor !== undefined)).toHaveLength(12)
})

test('its accountant sees what is due of the firm that lets him act', async () => {
  const { actor: accountant = systemActor('nobody') } = await signedIn('accountant@hisab.example')
  const calendar = { database: service.database, clock: (await demonstrationClock(service.database)) ?? systemClock }
  const [client, ...others] = await seeClients(calendar, accountant)
  if (client === undefined) throw new Error('there is no client')
  expect([client.organization_name, others]).toEqual(['Chenab Cycle Works', []])
  const { obligations } = await readCalendar(calendar, releaseShelf(), actingUnder(accountant.person, client))
  expect(obligations.filter(({ state }) => state === 'late').map(({ about }) => about)).toEqual(['2028-08', '2027-28'])
})

test('its calendar tells who is late and what comes next, and of months only since their law', async () => {
  const { actor: officer = systemActor('nobody') } = await signedIn('case@board.example')
  const calendar = { database: service.database, clock: (await demonstrationClock(service.database)) ?? systemClock }
  const { obligations } = await readCalendar(calendar, releaseShelf(), officer)
  const makers = new Map(
    (await readManufacturers(service.database, officer, ALL)).items.map((one) => [one.id, one.name]),
  )
  const of = (state: string) =>
    obligations
      .filter((one) => one.kind === 'file_return' && one.state === state)
      .map(({ about, manufacturer_id }) => `${makers.get(manufacturer_id)} ${about}`)
      .toSorted()
  expect(of('late')).toEqual(['Chenab Cycle Works 2027-28', 'Chenab Cycle Works 2028-08', 'Kohsar Devices 2027-28'])
  expect(of('done')).toHaveLength(13)
  expect(of('open').filter((one) => one.endsWith('2028-09'))).toHaveLength(4)
})

test('its laboratories are of each kind, and one of them may not sign', async () => {
  const { items } = await readLaboratories(service.database, ANYBODY, ALL)
  expect(items.map(({ kind }) => kind)).toEqual(['government', 'private', 'foreign', 'in_plant'])
  expect(items.map((one) => statusOfLaboratory(one, FIRST_DAY))).toEqual([
    'registered',
    'suspended',
    'registered',
    'registered',
  ])
  const [state] = items
  const said = state?.accreditations[0]?.scope.map((line) => {
    const found = scopeOn(state, line, FIRST_DAY)
    return 'gap' in found ? found.gap : found.line.subcontracted_to
  })
  expect(said).toEqual([null, null, 'calibration_overdue', 'Hafen Prüflabor'])
})

test('its tests are at each stage, and its certificates of each kind', async () => {
  const { actor: officer = systemActor('nobody') } = await signedIn('case@board.example')
  const { database } = service
  const { items } = await readTests(database, officer, ALL)
  // Newest first: what lies on the benches, then what was reported.
  expect(items.map(stateOf)).toEqual([
    'measured',
    'reported',
    'sample_rejected',
    'sample_received',
    'accepted',
    'quoted',
    'requested',
    'certified',
    'certified',
    'failed',
    'certified',
    'failed',
    'certified',
    'certified',
    'certified',
    'failed',
    'certified',
    'failed',
    'certified',
  ])
  const { items: certificates } = await readCertificates(database, ANYBODY, { words: '' }, ALL)
  const states = Object.groupBy(certificates, (one) => statusOfCertificate(one, FIRST_DAY))
  expect(Object.entries(states).map(([state, all]) => [state, all?.length])).toEqual(
    expect.arrayContaining([
      ['valid', 6],
      ['suspended', 1],
      ['withdrawn', 1],
    ]),
  )
  const { lines } = await readOversight(database, officer, FIRST_DAY)
  // Of five reports one was certified here, and all six there: 5 of C(11,4) = 330 ways are no likelier, and two are compared.
  expect(lines.map((one) => [one.laboratory_name, one.failed, one.reports, one.chance, one.difference])).toEqual([
    ['National Electronics Test Laboratory', 0, 1, null, 'too_few'],
    ['National Electronics Test Laboratory', 0, 6, '0.015152', 'fails_less'],
    ['Bandar Test House', 4, 5, '0.015152', 'fails_more'],
  ])
})

test('it has a case at each stage', async () => {
  const { actor: officer = systemActor('nobody') } = await signedIn('case@board.example')
  const { database } = service
  expect((await readReturns(database, officer, ALL)).items.map(standingOf)).toEqual([
    'draft',
    // Six of years, and of July and August 2028 all months but one.
    ...Array.from({ length: 13 }, () => 'accepted'),
  ])
  expect((await readDeterminations(database, officer, ALL)).items.map((one) => [one.kind, one.decided?.kind])).toEqual([
    // Of a docket, which waits for one signature.
    ['entitlement', undefined],
    ['entitlement', undefined],
    ['failure', 'approved'],
    // A recommendation.
    ['sanction', 'approved'],
    ['restoration', 'approved'],
    ['sanction', 'approved'],
    ['failure', 'approved'],
    ['failure', 'approved'],
    ['entitlement', 'approved'],
    ['entitlement', 'approved'],
  ])
  expect((await readNotices(database, officer, ALL)).items.map((one) => one.cure_ends_on)).toEqual([
    '2028-10-14',
    '2027-10-05',
    // Of telephones: 5 August and 90 days.
    '2027-11-03',
  ])
  const { items: licences } = await readLicences(database, officer, ALL)
  expect(licences.map((licence) => statusOn(licence, '2027-11-01'))).toEqual([
    'good',
    'suspended',
    'good',
    'good',
    'good',
    'good',
  ])
  // A ministry ordered it of the import licence and the concession of the maker of telephones.
  expect(licences.map((licence) => statusOn(licence, FIRST_DAY))).toEqual([
    'good',
    'good',
    'good',
    'suspended',
    'withdrawn',
    'good',
  ])
})
