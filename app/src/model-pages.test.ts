/** The pages of models and their bills of materials, by their forms. */
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { type FormSent, getPage, ORIGIN, type PageAsked, postForm, textOf } from './pages/page-reader-fixture.ts'
import { actorOf } from './people/actor-fixture.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import * as billPage from './products/bills/bill-page.tsx'
import * as linePage from './products/bills/line-page.tsx'
import * as licensedModelsPage from './products/licensed-models-page.tsx'
import * as modelPage from './products/bills/model-page.tsx'
import { BLANK_LINE } from './products/bills/bill.ts'
import * as models from './products/models-page.tsx'
import * as workbookPage from './returns/bills/bill-workbook-page.tsx'
import { writeBillWorkbook } from './returns/bills/bill-workbook.ts'
import { recordApproval, recordTac } from './products/record-approval.ts'
import { registerModel } from './products/register-model.ts'
import { threadAuthority } from './thread.ts'
import { authorisedMaker, done, openThread, publish, ROADSTER, type TestThread } from './thread-fixture.ts'

const PAGES = builtFrom({
  models,
  'gate/models': licensedModelsPage,
  'models/:id': modelPage,
  'models/:id/bills/:revision': billPage,
  'models/:id/bills/:revision/workbook': workbookPage,
  'models/:id/bills/:revision/lines/:position': linePage,
})

let thread: TestThread
let server: ReturnType<typeof servedPages>['server']
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  const maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  const rival = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
  const actors = new Map<string, Actor>([
    ['clerk', maker.clerk],
    ['signatory', maker.signatory],
    ['rival', rival.signatory],
    ['officer', thread.caseOfficer],
    ['telecom', await actorOf(thread.made.database, 'telecom_regulator')],
  ])
  const contexts = new Map<RouterContext, unknown>([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
  ])
  server = servedPages(PAGES, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
}, 60_000)
afterAll(async () => await thread.made.drop())

const get = async (...asked: PageAsked) => await getPage(server, ...asked)
const post = async (...sent: FormSent) => await postForm(server, ...sent)

test('a model is entered once, and its bill of materials is begun, filled, imported, changed and released by forms', async () => {
  const fields = {
    name: 'Roadster',
    description: 'steel',
    kind: 'bicycles',
    brand: 'Ravi',
    trade_names: 'Ravi One\nRavi Two',
  }
  const entered = await post('/models', 'clerk', fields)
  expect(entered.statusCode).toBe(303)
  const again = await post('/models', 'clerk', fields)
  expect(again.statusCode).toBe(409)
  expect(again.body).toMatch(/<input[^>]* id="name"[^>]*aria-invalid="true"[^>]*value="Roadster"/)
  const model = String(entered.headers.location)
  expect((await post(model, 'clerk', { act: 'code', tac: '35209900' })).statusCode).toBe(303)
  const begun = await post(model, 'clerk', { act: 'begin' })
  const bill = String(begun.headers.location)
  expect([begun.statusCode, bill]).toEqual([303, `${model}/bills/1`])
  const line = { act: 'line', version: '1', position: '10', part: 'frame', hs_code: '87149', book: '' }
  const refused = await post(bill, 'clerk', line)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toMatch(/<a href="#hs_code">An HS code has the eight digits/)
  expect((await post(bill, 'clerk', { ...line, hs_code: '87149100' })).statusCode).toBe(303)
  // Whoever still sees the first version overwrites nothing.
  expect((await post(bill, 'signatory', { ...line, hs_code: '87149100' })).statusCode).toBe(412)
  expect(textOf((await get(bill, 'clerk')).body)).toContain(
    'Missing: Part code, Class of component, Source, Quantity for one device',
  )
  expect((await post(bill, 'clerk', { act: 'release', version: '2' })).statusCode).toBe(422)
  const whole = {
    ...line,
    version: '2',
    hs_code: '8714.9100',
    book: 'imported',
    part_code: 'F-1',
    component_class: 'frame',
    quantity: '1',
    substitutes: 'F-2; other frame; imported; Acme; 30%',
  }
  expect((await post(`${bill}/lines/10`, 'clerk', whole)).statusCode).toBe(303)
  for (const url of [model, bill, `${bill}/lines/10`])
    for (const language of ['en', 'ur'])
      expect([url, (await get(url, 'clerk', language)).statusCode]).toEqual([url, 200])
  for (const url of [model, bill, `${bill}/lines/10`]) expect((await get(url, 'rival')).statusCode).toBe(404)
  expect((await get(bill, 'officer')).statusCode).toBe(404)
  const document = JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: [{ type: 'device', name: 'bell', licenses: [] }],
  })
  const form = new FormData()
  for (const [name, value] of Object.entries({ act: 'import', version: '3' })) form.set(name, value)
  form.set('file', new File([document], 'bom.json'))
  const request = new Request('https://maqami.example/', { method: 'POST', body: form })
  const imported = await server.inject({
    method: 'POST',
    url: bill,
    headers: { ...ORIGIN, authorization: 'clerk', 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  expect(textOf(imported.body)).toContain('components.licenses 1')
  expect((await post(`${bill}/lines/1`, 'clerk', { ...whole, position: '1', version: '4' })).statusCode).toBe(303)
  expect((await post(bill, 'clerk', { act: 'release', version: '5' })).statusCode).toBe(303)
  expect(textOf((await get(bill, 'officer')).body)).toContain('F-1 frame')
  expect((await get(bill, 'clerk')).body).not.toContain('name="act"')
})

test('a bill of materials comes as a workbook, with errors in their cells where it has some', async () => {
  const entered = await post('/models', 'clerk', { name: 'Volt', description: '', kind: 'bicycles', brand: 'Ravi' })
  const bill = String((await post(String(entered.headers.location), 'clerk', { act: 'begin' })).headers.location)
  expect((await get(bill, 'clerk')).body).toContain(`href="${bill}/workbook"`)
  expect((await get(`${bill}/workbook`, 'clerk', 'ur')).body).toContain('dir="rtl"')
  expect((await get(`${bill}/workbook`, 'officer')).statusCode).toBe(403)
  const send = async (bytes: Buffer) => {
    const form = new FormData()
    form.set('version', '1')
    form.set('file', new File([new Uint8Array(bytes)], 'bill.xlsx'))
    const request = new Request('https://maqami.example/', { method: 'POST', body: form })
    const type = request.headers.get('content-type') ?? ''
    const headers = { ...ORIGIN, authorization: 'clerk', 'content-type': type }
    const payload = Buffer.from(await request.arrayBuffer())
    return await server.inject({ method: 'POST', url: `${bill}/workbook`, headers, payload })
  }
  const frame = { ...BLANK_LINE, position: '10', part: 'frame', part_code: 'F-1', quantity: '1' }
  const faulty = await send(await writeBillWorkbook([{ ...frame, component_class: 'Big Frame' }], 'en'))
  expect(textOf(faulty.body)).toContain('Nothing was taken: the file has 1 error.')
  expect(textOf(faulty.body)).toContain('Lines F3')
  expect(faulty.body).toMatch(/href="\/api\/bill-workbooks\/[0-9a-f-]{36}\/annotated\?language=en"/)
  expect(textOf((await get(bill, 'clerk')).body)).not.toContain('F-1')
  const taken = await send(await writeBillWorkbook([frame], 'en'))
  expect([taken.statusCode, taken.headers.location]).toEqual([303, bill])
  expect(textOf((await get(bill, 'clerk')).body)).toContain('F-1 frame')
})

test('the telecom regulator asks which models may be made under a licence, and is given counts and no codes', async () => {
  const { recorder, shelf, approvingOfficer } = thread
  const firm = await authorisedMaker(thread, 'Kohsar Cycles', 'K-1003')
  const { id } = done(await registerModel(recorder, shelf, firm.clerk, { ...ROADSTER, name: 'Sitara' }))
  const approval = { number: 'TA-7', authority: 'PTA', effective_on: '2026-07-01', valid_until: null }
  done(await recordApproval(recorder, firm.clerk, { id, ...approval, certificate: undefined }))
  done(await recordTac(recorder, firm.clerk, { id, tac: '35209977' }))
  const days = { valid_from: '2026-07-15', valid_until: '2029-06-30' }
  const of = { manufacturer_id: firm.id, programme: 'bicycles', quota: null, scope: [], ...days, reason: 'Seen.' }
  const { number } = done(
    await grantLicence(recorder, approvingOfficer, { ...of, kind: 'manufacturing_authorisation' }),
  )
  const asked = (day: string) => `/gate/models?licence=${number}&day=${day}`
  const shown = await get(asked('2026-08-01'), 'telecom')
  expect(textOf(shown.body)).toContain('Sitara Ravi TA-7 PTA from 1 July 2026 Approved yes 1')
  expect(shown.body).not.toContain('35209977')
  expect(textOf((await get(asked('2026-07-14'), 'telecom')).body)).toContain('Approved no 1')
  expect((await get(asked('2026-08-01'), 'telecom', 'ur')).body).toContain('dir="rtl"')
  const wrong = await get(asked('soon'), 'telecom')
  expect([wrong.statusCode, wrong.body.includes('href="#day"')]).toEqual([422, true])
  expect((await get('/gate/models?licence=MA-999999&day=2026-08-01', 'telecom')).body).toContain('href="#licence"')
  for (const other of ['clerk', 'officer']) expect((await get(asked('2026-08-01'), other)).statusCode).toBe(403)
})
