/** Exports are held against what customs attested: what is declared, verified and not, for whoever may see it. */
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exact, toText, ZERO } from '@maqami/engine/value/exact.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import { DEVICE_YEAR } from './device-return-fixture.ts'
import { attestExport } from './exports/attest-export.ts'
import * as evidencePage from './exports/evidence-page.tsx'
import {
  type DeclaredLine,
  type Evidence,
  holdAgainst,
  type NewEvidence,
  shareInMarkets,
  sumOf,
} from './exports/export.ts'
import * as exportsPage from './exports/exports-page.tsx'
import * as exportsCsv from './exports/exports-csv-page.tsx'
import { readEvidence } from './exports/read-exports.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, postForm, textOf } from './pages/page-reader-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { publishEdition } from './publications/publish-edition.ts'
import { readEditions } from './publications/read-editions.ts'
import { rebuildFigures } from './returns/figures/rebuild-figures.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { recordRates } from './returns/filing/record-rates.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { threadAuthority } from './thread.ts'
import {
  authorisedMaker,
  done,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const PROGRAMME = 'pk-medmp-2026'
const PAGES = builtFrom({ exports: exportsPage, 'exports.csv': exportsCsv, 'exports/evidence': evidencePage })

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
  const rates = 'date,currency,rate,source\n2027-05-25,USD,280,State Bank\n'
  done(await recordRates(thread.recorder, thread.policyOfficer, Buffer.from(rates)))
  const contexts = new Map<RouterContext, unknown>([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
  ])
  const actors = new Map<string, Actor>([
    ['anybody', ANYBODY],
    ['officer', thread.approvingOfficer],
    ['customs', thread.customsOfficer],
    ...makers.map((maker, nth) => [`maker ${nth}`, maker.clerk] as const),
  ])
  pages = servedPages(PAGES, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
}, 60_000)
afterAll(async () => await thread.made.drop())

const see = async (path: string, who: string, language?: 'en' | 'ur') =>
  (await getPage(pages, path, who, language)).body
const said = async (path: string, who: string) => textOf(await see(path, who)).replaceAll(/[\u2066-\u2069]/g, '')

const line = (goods_declaration: string, market: string, quantity: number, fob_value: number) => {
  return { goods_declaration, model: 'K1', market, quantity, fob_value, currency: 'USD', exported_on: '2027-05-25' }
}

/** A thousand devices of K1, and these exports of them. */
async function accepted(maker: TestMaker, lines: readonly ReturnType<typeof line>[]): Promise<void> {
  const { recorder, shelf } = thread
  const bytes = await workbook(PROGRAMME, { ...DEVICE_YEAR, exports: [...lines] })
  const upload = { programme: PROGRAMME, kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
  const { found, version } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
  const shown_hash = (await shownHash(recorder, maker.signatory, found.id, version)) ?? ''
  const filing = { id: found.id, version, shown_hash }
  done(await fileReturn(recorder, shelf, maker.signatory, filing, async () => await Promise.resolve({ done: true })))
  done(await reviewReturn(recorder, shelf, thread.caseOfficer, { id: found.id, kind: 'accepted' }))
}

const EVIDENCE: NewEvidence = {
  exporter: 'K-0',
  goods_declaration: 'GD-1',
  model: 'K1',
  market: 'AE',
  devices: 100,
  fob_usd: '10000.00',
  exported_on: '2027-05-26',
}
const attested = async (more: Partial<NewEvidence>, who = thread.customsOfficer) =>
  await attestExport(thread.recorder, who, { ...EVIDENCE, ...more })

const DECLARED: DeclaredLine = {
  return_id: 'r',
  manufacturer_id: 'ravi',
  month: '2027-05',
  goods_declaration: 'GD-1',
  model: 'K1',
  market: 'AE',
  devices: exact(100),
  value: exact(10_000),
  is_unknown: false,
}
const NUMBERS = new Map([
  ['ravi', 'K-0'],
  ['sutlej', 'K-1'],
])
const held = (declared: readonly DeclaredLine[], ...evidence: readonly Partial<Evidence>[]) =>
  holdAgainst(
    declared,
    evidence.map((one) => ({ ...EVIDENCE, id: 'e', attested_at: '', attested_by: '', ...one })),
    NUMBERS,
  )
const states = ({ lines }: ReturnType<typeof held>) =>
  lines.map(({ state, verified, unverified }) => [state, toText(verified), toText(unverified)])

test.each([
  ['as much as customs attested is verified', '10000.00', 100, ['agrees', '10000', '0']],
  ['a cent less is a difference, and only that cent is unverified', '9999.99', 100, ['differs', '9999.99', '0.01']],
  ['more than was declared verifies no more than that', '10000.01', 100, ['differs', '10000', '0']],
  ['another number of devices is a difference too', '10000.00', 99, ['differs', '10000', '0']],
  ['of what never left nothing is verified', '0.00', 0, ['differs', '0', '10000']],
])('%s', (_title, fob_usd, devices, expected) => {
  expect(states(held([DECLARED], { fob_usd, devices }))).toEqual([expected])
})

test('evidence is of one firm, declaration, model and market, however they are spelled, and the last of it counts', () => {
  expect(states(held([DECLARED], { goods_declaration: ' gd-1', model: 'k1 ' }))[0]?.[0]).toBe('agrees')
  for (const other of [{ exporter: 'K-1' }, { goods_declaration: 'GD-2' }, { model: 'K2' }, { market: 'KE' }])
    expect(states(held([DECLARED], other))).toEqual([['unverified', '0', '10000']])
  expect(states(held([DECLARED], { fob_usd: '1.00' }, {}))[0]?.[0]).toBe('agrees')
  expect(states(held([DECLARED], {}, { fob_usd: '0.00', devices: 0 }))).toEqual([['differs', '0', '10000']])
})

test('one attestation verifies one line, and what no line declares is told', () => {
  const twice = held([DECLARED, { ...DECLARED, goods_declaration: 'gd-1' }], {})
  expect(states(twice).map(([state]) => state)).toEqual(['agrees', 'unverified'])
  const { undeclared } = held(
    [DECLARED],
    { goods_declaration: 'GD-9' },
    { goods_declaration: 'GD-8', devices: 0, fob_usd: '0.00' },
  )
  expect(undeclared.map((one) => one.goods_declaration)).toEqual(['GD-9'])
})

test('the share of a firm is what is verified of it in what all declared to its markets', () => {
  const other = { ...DECLARED, manufacturer_id: 'sutlej', goods_declaration: 'GD-2', value: exact(30_000) }
  const { lines } = held([DECLARED, other, { ...other, market: 'KE' }], { fob_usd: '8000.00' })
  // 8,000 of 10,000 and 30,000 to AE; Sutlej has nothing verified.
  expect(toText(shareInMarkets(lines, 'ravi') ?? ZERO)).toBe('0.2')
  expect(toText(shareInMarkets(lines, 'sutlej') ?? exact(1))).toBe('0')
  expect(shareInMarkets(lines, 'jhelum')).toBeUndefined()
  const sum = sumOf(lines)
  expect([sum.value, sum.verified, sum.unverified].map(toText)).toEqual(['70000', '8000', '62000'])
})

test('customs attests, of what has left, and nobody else does', async () => {
  done(await attested({}))
  done(await attested({ goods_declaration: 'GD-3', exporter: 'K-1', fob_usd: '20000.00' }))
  expect(refusedFor(await attested({ exported_on: '2027-07-11' }))).toMatchObject({ code: 'export_not_yet' })
  done(await attested({ goods_declaration: 'GD-7', exported_on: '2027-07-10' }))
  await expect(attested({}, thread.caseOfficer)).rejects.toThrow(/row-level security/)
})

test('a maker sees what was attested of it, and not of another', async () => {
  const of = async (actor: Actor) =>
    (await readEvidence(thread.made.database, actor, {})).items.map(({ goods_declaration }) => goods_declaration)
  expect(await of(makers[0]?.clerk ?? ANYBODY)).toEqual(['GD-7', 'GD-1'])
  expect(await of(makers[1]?.clerk ?? ANYBODY)).toEqual(['GD-3'])
  expect(await of(thread.approvingOfficer)).toEqual(['GD-7', 'GD-3', 'GD-1'])
  expect(await of(ANYBODY)).toEqual([])
})

test('an officer sees each line, what is verified of it, and the sums of all', async () => {
  const [ravi, sutlej, jhelum] = makers
  if (ravi === undefined || sutlej === undefined || jhelum === undefined) throw new Error('no makers')
  await accepted(ravi, [line('GD-1', 'AE', 100, 12_000), line('GD-2', 'KE', 50, 5000)])
  await accepted(sutlej, [line('GD-3', 'AE', 100, 10_000)])
  await accepted(jhelum, [line('GD-5', 'AE', 100, 8000)])
  const csv = await see('/exports.csv', 'officer')
  expect(csv).toContain(
    'Ravi Devices,GD-1,K1,AE,2027-05,100,12000.00,100,10000.00,10000.00,2000.00,Customs says otherwise',
  )
  expect(csv).toContain('Ravi Devices,GD-2,K1,KE,2027-05,50,5000.00,,,0.00,5000.00,Unverified')
  const page = await said('/exports', 'officer')
  // 12,000 + 5,000 + 10,000 + 8,000 declared; 10,000 of Ravi and 10,000 of Sutlej verified, of 20,000 that customs attested.
  for (const text of ['35,000.00', '20,000.00', '15,000.00']) expect(page).toContain(text)
  // 350 of 3,000 devices; of Ravi 150 of 1,000.
  expect(page).toContain('11.7%')
  expect(page).toContain('15.0%')
  // Ravi exports to AE and KE: 10,000 of 35,000.
  expect(page).toContain('28.6%')
  expect((await see('/exports', 'officer')).match(/href="\/returns\/[0-9a-f-]{36}"/g)).toHaveLength(4)
})

test('a maker sees its own lines, and no sum in which others are', async () => {
  const page = await said('/exports', 'maker 0')
  expect(page).toContain('17,000.00')
  expect(page).not.toContain('Sutlej')
  expect(page).not.toContain('35,000.00')
  expect(page).not.toContain('28.6%')
  expect(await see('/exports.csv', 'maker 0')).not.toContain('GD-3')
})

test('the public sees what was published: a market of one firm is withheld, and no line is told', async () => {
  expect(await said('/exports', 'anybody')).toContain('Figures stand here')
  done(
    await publishEdition(thread.recorder, thread.shelf, thread.approvingOfficer, {
      programme: PROGRAMME,
      year: '2026-27',
    }),
  )
  const csv = await see('/exports.csv', 'anybody')
  expect(csv).toContain(`${PROGRAMME},2026-27,,,,KE,,withheld,withheld`)
  // All less AE would be KE: what tells it is withheld too.
  expect([/,AE,,\d/.test(csv), /,Together,,\d/.test(csv)]).not.toEqual([true, true])
  for (const told of ['GD-1', 'K1', 'Ravi', ',5000.00', '12000.00']) expect(csv).not.toContain(told)
  const { items } = await readEditions(thread.made.database, ANYBODY, {})
  // The lines that figures are kept by are in no file of an edition.
  for (const told of ['GD-', 'K1']) expect(JSON.stringify(items)).not.toContain(told)
  expect(items).toHaveLength(1)
})

test('customs attests on its page, and what is wrong comes back with what was typed', async () => {
  const typed = { ...EVIDENCE, devices: 'many', goods_declaration: 'GD-2', market: 'KE', fob_usd: '5000.00' }
  const back = await postForm(pages, '/exports/evidence', 'customs', typed)
  expect(back.body).toContain('value="GD-2"')
  const listed = await postForm(pages, '/exports/evidence', 'customs', { ...typed, devices: '50' })
  expect(listed.statusCode).toBe(303)
  expect(await see('/exports.csv', 'officer')).toContain(
    'GD-2,K1,KE,2027-05,50,5000.00,50,5000.00,5000.00,0.00,Customs says the same',
  )
  expect((await see('/exports/evidence', 'officer')).includes('<form class="form"')).toBe(false)
  expect(await see('/exports', 'officer', 'ur')).toContain('غیر تصدیق شدہ')
})

test('figures that are made anew by the lines are the same', async () => {
  const { before, after } = await rebuildFigures(thread.made.database, thread.shelf)
  expect(after).toBe(before)
  expect(before).toContain('GD-1')
})
