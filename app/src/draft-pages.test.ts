/** A firm enters or corrects a return on pages, line by line, and what comes of it is a version like any other. */
import { join } from 'node:path'
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as version from './assessments/filed/version-page.tsx'
import { recorderContext } from './audit-log/recorder-context.ts'
import { readFolder } from './kernel/read-folder.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, readAs } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, postForm, textOf } from './pages/page-reader-fixture.ts'
import { actorOf } from './people/actor-fixture.ts'
import { type ConfirmSignature, signatureContext } from './people/signature-context.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { proposeRelease } from './policy-releases/propose-release.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import * as draft from './returns/drafting/draft-page.tsx'
import * as line from './returns/drafting/line-page.tsx'
import { beginDraft } from './returns/drafting/edit-draft.ts'
import { draftWorkbook, replaceDraft } from './returns/drafting/read-draft.ts'
import * as sheet from './returns/drafting/sheet-page.tsx'
import * as oneReturn from './returns/filing/return-page.tsx'
import * as returns from './returns/filing/returns-page.tsx'
import { factsHashOf, findReturn } from './returns/filing/returns-table.ts'
import { type Uploaded, uploadReturn } from './returns/filing/upload-return.ts'
import { threadAuthority } from './thread.ts'
import {
  approve,
  authorisedMaker,
  bicycles,
  done,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const CONFIRM: ConfirmSignature = async () => await Promise.resolve({ done: true })
const ACTORS = new Map<string, Actor>()

let thread: TestThread
let maker: TestMaker
let server: ReturnType<typeof servedPages>['server']
let faults: readonly unknown[]

beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  const rival = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
  const head = await actorOf(thread.made.database, 'administrator', { id: maker.id, kind: 'manufacturer' })
  const people = {
    clerk: maker.clerk,
    signatory: maker.signatory,
    rival: rival.clerk,
    head,
    officer: thread.caseOfficer,
  }
  for (const [name, actor] of Object.entries(people)) ACTORS.set(name, actor)
  const pages = builtFrom({
    returns,
    'returns/:id': oneReturn,
    'returns/:id/draft': draft,
    'returns/:id/draft/:sheet': sheet,
    'returns/:id/draft/:sheet/lines/:line': line,
    'returns/:id/versions/:version': version,
  })
  const contexts = new Map<RouterContext, unknown>([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
    [signatureContext, CONFIRM],
  ])
  ;({ server, faults } = servedPages(pages, {
    authority: threadAuthority,
    contexts,
    actors: ACTORS,
    problems: PROBLEMS,
  }))
  thread.on('2027-07-10')
}, 60_000)
afterAll(async () => {
  await thread.made.drop()
})

async function open(url: string, who = 'clerk', language = 'en') {
  const answer = await getPage(server, url, who, language)
  expect(faults).toEqual([])
  return { status: answer.statusCode, html: answer.body, text: textOf(answer.body) }
}

/** The form of a page: with the revision that the page shows. */
async function send(url: string, fields: Readonly<Record<string, string>>, who = 'clerk', seen?: string) {
  const page = seen === undefined ? await open(url, who) : { html: '' }
  const revision = seen ?? /name="revision" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  const answer = await postForm(server, url, who, { revision, ...fields })
  expect(faults).toEqual([])
  return { status: answer.statusCode, location: answer.headers['location'] ?? '', html: answer.body }
}

/** Of the version to which a check led. */
async function hashOf(location: string): Promise<string | undefined> {
  const [, id = '', number = ''] = /^\/returns\/([^/]+)\/versions\/(\d+)$/.exec(location) ?? []
  return await readAs(thread.recorder.database, maker.clerk, async (tables) => {
    return await factsHashOf(tables, id, Number(number))
  })
}

function placeOf({ found, version: number }: Uploaded): string {
  return `/returns/${found.id}/versions/${number}`
}

async function uploaded(imported: number | string, period = '2026-27'): Promise<Uploaded> {
  const sheets = bicycles(0)
  const models = sheets['models']?.map((one) => ({ ...one, imported_value: imported }))
  const bytes = await workbook('bicycles', { ...sheets, models: models ?? [] })
  const upload = { programme: 'bicycles', kind: 'annual', period, name: 'return.xlsx', bytes }
  return done(await uploadReturn(thread.recorder, thread.shelf, maker.clerk, upload))
}

const MODEL = {
  cell_model: 'Roadster',
  cell_electric: 'false',
  cell_price: '20000',
  cell_imported_value: '16000',
  cell_made: '500',
  cell_frame_tested_on: '2026-08-01',
  cell_first_sold_on: '2026-09-01',
}

test('a return entered line by line is the same return as a workbook: errors stand beside their fields until they are corrected', async () => {
  const begun = await send(
    '/returns',
    { act: 'enter', return: 'bicycles/annual', return_period: '2026-27' },
    'clerk',
    '',
  )
  expect(begun.location).toMatch(/^\/returns\/[\w-]+\/draft$/)
  const home = begun.location
  // Nothing is in it, so two sheets that must have a line have none.
  expect((await open(home)).text).toContain('has no lines. It needs at least one.')
  const wrong = await send(`${home}/models/lines/new`, { ...MODEL, cell_made: '500.5', cell_price: '' })
  expect(wrong.location).toBe(`${home}/models/lines/3`)
  const page = await open(wrong.location)
  expect(page.text).toContain('2 things are wrong in this line')
  expect(page.html).toMatch(/id="cell_made-error"[^]*is a count, so it is a whole number; 500\.5 is not\./)
  expect(page.html).toMatch(/<input[^>]*id="cell_made"[^>]*aria-invalid="true"[^>]*value="500\.5"/)
  expect(page.html).toMatch(/href="#cell_price"/)
  // The same in the other language, and in the list of the sheet.
  expect((await open(wrong.location, 'signatory', 'ur')).text).toContain('پورا عدد')
  expect((await open(`${home}/models`)).text).toContain('is a count, so it is a whole number; 500.5 is not.')
  expect((await send(wrong.location, MODEL)).location).toBe(`${home}/models`)
  const entry = { cell_entry: 'KHI-1', cell_imported_on: '2026-08-10', cell_value: '1000000' }
  await send(`${home}/imports/lines/new`, entry)
  await send(`${home}/licence/lines/new`, { cell_licence_year: '1', cell_training_cost: '80000' })
  expect((await open(`${home}/licence`)).text).toContain('This sheet takes no more lines.')
  expect((await open(home)).text).toContain('Nothing is wrong with these lines.')
  const checked = await send(home, { act: 'check' })
  expect(checked.location).toMatch(/\/versions\/1$/)
  expect((await open(checked.location)).text).toContain('What follows from this version')
  expect((await open(home)).status).toBe(404)
  expect(await hashOf(checked.location)).toBe(await hashOf(placeOf(await uploaded(16_000))))
})

test('a workbook with errors is corrected on pages, and comes back as a workbook', async () => {
  const faulty = await uploaded('many')
  expect((await open(placeOf(faulty))).text).toContain('Correct it on pages')
  const home = `/returns/${faulty.found.id}/draft`
  const begun = await send(home, { act: 'begin', version: String(faulty.version) }, 'clerk', '')
  expect(begun.location).toBe(home)
  // What was typed is still there, to be corrected.
  expect((await open(`${home}/models/lines/3`)).html).toMatch(/id="cell_imported_value"[^>]*value="many"/)
  expect((await open(home)).text).toContain('Models: Row 3')
  expect((await open(`/returns/${faulty.found.id}`)).text).toContain('Go on with the lines being entered')
  await send(`${home}/models/lines/3`, { ...MODEL, cell_imported_value: '12000' })
  const made = await draftWorkbook(thread.recorder, thread.shelf, maker.clerk, { id: faulty.found.id, language: 'en' })
  const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes: done(made) }
  const again = done(await uploadReturn(thread.recorder, thread.shelf, maker.clerk, upload))
  const checked = await send(home, { act: 'check' })
  expect(await hashOf(checked.location)).toBe(await hashOf(placeOf(again)))
  expect(await hashOf(checked.location)).toBe(await hashOf(placeOf(await uploaded(12_000))))
})

test('lines come from a program under a byte order mark too, as an upload does', async () => {
  const { recorder, shelf } = thread
  const about = { programme: 'bicycles', kind: 'annual', period: '2025-26' }
  const { return_id: id, revision, content } = done(await beginDraft(recorder, shelf, maker.clerk, about))
  const bytes = Buffer.from(`\ufeff${content}`)
  const replaced = await replaceDraft(recorder, shelf, maker.clerk, { id, seen: revision, bytes })
  expect(replaced).toEqual({ done: { revision: revision + 1 } })
})

test('of two who change a draft the second is told, and nothing of his is lost from his page', async () => {
  const { found } = await uploaded(16_000)
  const home = `/returns/${found.id}/draft`
  await send(home, { act: 'begin', version: '1' }, 'clerk', '')
  const place = `${home}/models/lines/3`
  expect((await send(place, { ...MODEL, cell_made: '501' }, 'clerk', '1')).status).toBe(303)
  const late = await send(place, { ...MODEL, cell_made: '502' }, 'signatory', '1')
  expect(late.status).toBe(412)
  expect(late.html).toMatch(/id="cell_made"[^>]*value="502"/)
  expect((await send(home, { act: 'check' }, 'signatory', '1')).status).toBe(412)
  expect((await send(place, { act: 'remove' }, 'signatory')).location).toBe(`${home}/models`)
  expect((await open(place)).status).toBe(404)
  expect((await open(`${home}/models`)).text).toContain('This sheet has no lines yet.')
  expect((await send(home, { act: 'discard' })).location).toBe(`/returns/${found.id}`)
  const versions = await readAs(
    thread.recorder.database,
    maker.clerk,
    async (tables) => await findReturn(tables, found.id),
  )
  expect(versions?.versions.length).toBe(found.versions.length)
})

test('a draft is nobody else’s: not of another firm, not of the authority, and not of an administrator who files nothing', async () => {
  const about = { programme: 'bicycles', kind: 'monthly', period: '2026-07' }
  const begun = done(await beginDraft(thread.recorder, thread.shelf, maker.clerk, about))
  const home = `/returns/${begun.return_id}/draft`
  expect((await open(home)).status).toBe(200)
  expect((await open(home, 'rival')).status).toBe(404)
  expect((await send(`${home}/production/lines/new`, { cell_model: 'x' }, 'rival', '1')).status).toBe(404)
  for (const who of ['officer', 'head']) {
    expect((await open(home, who)).status).toBe(403)
    expect((await send(home, { act: 'discard' }, who, '1')).status).toBe(403)
  }
  expect((await open(`${home}/kitchen`)).status).toBe(404)
  expect((await open(`${home}/production/lines/1000`)).status).toBe(404)
})

test('lines for an earlier template are shown with what has changed, and carried into the new one', async () => {
  const stale = await uploaded(16_000)
  const read = await readFolder(join(PROJECT_ROOT, 'policy', 'bicycles'))
  if (!read.ok) throw new Error(read.sentence)
  const files = Object.fromEntries(read.files)
  const changed = (files['return.yaml'] ?? '')
    .replace('version: 1', 'version: 2')
    .replace(
      'first_sold_on: { fact: models.first_sold_on, required: true }',
      'first_sold_on: { fact: models.first_sold_on }',
    )
  const { recorder, policyOfficer, shelf } = thread
  const proposal = { files: { ...files, 'return.yaml': changed }, effective_on: '2027-07-01' }
  const home = `/returns/${stale.found.id}/draft`
  await send(home, { act: 'begin', version: String(stale.version) }, 'clerk', '')
  const { id } = done(await proposeRelease(recorder, policyOfficer, proposal))
  await approve(thread, id)
  thread.on('2027-07-11')
  const page = await open(home)
  expect(page.text).toContain('These lines were entered for an earlier template.')
  expect(page.text).toContain('may now be empty')
  await send(home, { act: 'carry' })
  expect((await open(home)).text).toContain('Nothing is wrong with these lines.')
  await send(home, { act: 'discard' })
  // A workbook that was made for the earlier template is taken over in the same way.
  const old = done(
    await uploadReturn(recorder, shelf, maker.clerk, {
      programme: 'bicycles',
      kind: 'annual',
      period: '2026-27',
      name: 'old.xlsx',
      bytes: await workbook('bicycles', bicycles(16_000)),
    }),
  )
  const refused = await open(placeOf(old))
  expect(refused.text).toContain('Fetch the template that is in use now')
  expect(refused.text).toContain('Carry the lines into the new template, on pages')
  await send(home, { act: 'begin', version: String(old.version) }, 'clerk', '')
  expect((await open(home)).text).toContain('Nothing is wrong with these lines.')
})
