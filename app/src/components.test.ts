/** The map of components: what returns say of classes, who may open it, and what is withheld of it. */
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as component from './components/component-page.tsx'
import * as components from './components/components-page.tsx'
import * as componentsCsv from './components/components-csv-page.tsx'
import { enterCandidate } from './commitments/enter-candidate.ts'
import { DEVICE_YEAR } from './device-return-fixture.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, textOf } from './pages/page-reader-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { publishEdition } from './publications/publish-edition.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { threadAuthority } from './thread.ts'
import {
  authorisedMaker,
  done,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const PROGRAMME = 'pk-medmp-2026'
const PAGES = builtFrom({ components, 'components.csv': componentsCsv, 'components/:programme/:component': component })

let thread: TestThread
let makers: readonly TestMaker[]
let pages: ReturnType<typeof servedPages>['server']
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, PROGRAMME)
  const named = ['Ravi', 'Sutlej', 'Jhelum'].map(
    async (name, nth) => await authorisedMaker(thread, `${name} Devices`, `K-${nth}`),
  )
  makers = await Promise.all(named)
  thread.on('2027-07-10')
  const contexts = new Map<RouterContext, unknown>([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
  ])
  const actors = new Map<string, Actor>([
    ['anybody', ANYBODY],
    ['officer', thread.approvingOfficer],
    ...makers.map((maker, nth) => [`maker ${nth}`, maker.clerk] as const),
  ])
  pages = servedPages(PAGES, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
}, 60_000)
afterAll(async () => await thread.made.drop())

const see = async (path: string, who: string, language?: 'en' | 'ur') =>
  (await getPage(pages, path, who, language)).body
const said = async (path: string, who: string) => textOf(await see(path, who)).replaceAll(/[\u2066-\u2069]/g, '')

const [board = {}] = DEVICE_YEAR['parts'] ?? []
const part = (part_code: string, component_class: string, book: string, quantity: number) => ({
  ...board,
  part_code,
  part: component_class,
  component_class,
  book,
  quantity,
})

/** A thousand devices: their boards imported, of their displays 600 imported and 400 bought here, their packaging made in house. */
async function accepted(maker: TestMaker): Promise<void> {
  const { recorder, shelf } = thread
  const parts = [
    board,
    part('P-2', 'display', 'imported', 600),
    part('P-3', 'display', 'bought_locally', 400),
    part('P-4', 'packaging', 'made_in_house', 1000),
  ]
  const bytes = await workbook(PROGRAMME, { ...DEVICE_YEAR, parts })
  const upload = { programme: PROGRAMME, kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
  const { found, version } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
  const shown_hash = (await shownHash(recorder, maker.signatory, found.id, version)) ?? ''
  const filing = { id: found.id, version, shown_hash }
  done(await fileReturn(recorder, shelf, maker.signatory, filing, async () => await Promise.resolve({ done: true })))
  done(await reviewReturn(recorder, shelf, thread.caseOfficer, { id: found.id, kind: 'accepted' }))
}

test('before a return is accepted, the page says what will stand there', async () => {
  expect(await said('/components', 'officer')).toContain('once the first return is accepted')
  expect(await said(`/components/${PROGRAMME}/display`, 'anybody')).toContain('Figures stand here')
})

test('an officer sees what is used, bought and made here, and opens it to the returns it is made of', async () => {
  for (const maker of makers) await accepted(maker)
  const csv = await see('/components.csv', 'officer')
  // Of three firms: 3,000 displays used, 1,200 bought here, 1,800 × PKR 9,000 imported; 1,800 of 5,000,000 pieces are 0.00036 plants.
  expect(csv).toContain(`${PROGRAMME},2026-27,2,Displays,3000,1200,0,1800,5000000,0.00,16200000`)
  // 3,000 boards of 2,000,000 pieces are 0.0015 plants, more than displays.
  expect(csv).toContain(`${PROGRAMME},2026-27,1,Motherboards,3000,0,0,3000,2000000,0.00,27000000`)
  expect(csv).toContain(`${PROGRAMME},2026-27,,Packaging,3000,0,3000,0,1000000,0.00,0`)
  // No report says from which volume a plant pays: the number is marked wherever it stands.
  expect(await said('/components', 'officer')).toContain('5,000,000 (assumed)')
  expect(await said(`/components/${PROGRAMME}/display`, 'officer')).toContain('5,000,000 (assumed)')
  expect(await said('/components', 'officer')).toContain('bills of materials are not multiplied')
  const page = await see(`/components/${PROGRAMME}/display`, 'officer')
  expect(page.match(/href="\/returns\/[0-9a-f-]{36}"/g)).toHaveLength(3)
  expect(textOf(page).replaceAll(/[\u2066-\u2069]/g, '')).toContain('Together: Used 3,000 · Bought here 1,200')
})

test('an officer sees who would come to make a class, and nobody else does', async () => {
  const candidate = {
    name: 'Delta Screens (invented)',
    kind: 'component_maker',
    country: 'VN',
    manufacturer_id: null,
    component_classes: ['display'],
    site: null,
    zone: null,
    stage: 'talks',
    happened_on: '2027-07-01',
    owner_id: thread.caseOfficer.person,
    next_step: 'Show them the zone.',
    next_on: '2027-08-01',
  } as const
  done(await enterCandidate(thread.recorder, thread.caseOfficer, candidate))
  expect(await said(`/components/${PROGRAMME}/display`, 'officer')).toContain('Delta Screens')
  expect(await said(`/components/${PROGRAMME}/camera`, 'officer')).toContain('No candidate would make this class')
  for (const who of ['anybody', 'maker 0'])
    expect(await said(`/components/${PROGRAMME}/display`, who)).not.toContain('Delta Screens')
})

test('the public sees nothing before it is published, and then no return', async () => {
  expect(await said('/components', 'anybody')).not.toContain('3,000')
  const edition = { programme: PROGRAMME, year: '2026-27' }
  done(await publishEdition(thread.recorder, thread.shelf, thread.approvingOfficer, edition))
  expect(await said('/components', 'anybody')).toContain('3,000')
  const page = await see(`/components/${PROGRAMME}/display`, 'anybody')
  expect(textOf(page).replaceAll(/[\u2066-\u2069]/g, '')).toContain('1,200')
  expect(page).not.toContain('/returns/')
  expect(page).not.toContain('Ravi Devices')
})

test('a maker opens its own return and no other', async () => {
  const page = await see(`/components/${PROGRAMME}/display`, 'maker 0')
  expect(page.match(/href="\/returns\/[0-9a-f-]{36}"/g)).toHaveLength(1)
  expect(textOf(page)).not.toContain('Sutlej')
})

test('what one firm alone does is withheld from the public, and has no rank there', async () => {
  const lonely = await authorisedMaker(thread, 'Chenab Devices', 'K-9')
  const { recorder, shelf } = thread
  const parts = [board, part('P-9', 'camera', 'imported', 2000)]
  const bytes = await workbook(PROGRAMME, { ...DEVICE_YEAR, parts })
  const upload = { programme: PROGRAMME, kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
  const { found, version } = done(await uploadReturn(recorder, shelf, lonely.clerk, upload))
  const shown_hash = (await shownHash(recorder, lonely.signatory, found.id, version)) ?? ''
  const filing = { id: found.id, version, shown_hash }
  done(await fileReturn(recorder, shelf, lonely.signatory, filing, async () => await Promise.resolve({ done: true })))
  done(await reviewReturn(recorder, shelf, thread.caseOfficer, { id: found.id, kind: 'accepted' }))
  thread.on('2027-08-20')
  const edition = { programme: PROGRAMME, year: '2026-27' }
  done(await publishEdition(recorder, shelf, thread.approvingOfficer, edition))
  expect(await see('/components.csv', 'officer')).toContain('Cameras,2000,0,0,2000,')
  const csv = await see('/components.csv', 'anybody')
  expect(csv).toContain(`${PROGRAMME},2026-27,,Cameras,withheld,`)
  expect(csv).not.toContain('Cameras,2000')
})

test('in Urdu it says the same', async () => {
  expect(await see('/components', 'officer', 'ur')).toContain('درآمدی بل')
})
