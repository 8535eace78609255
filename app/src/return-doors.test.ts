/** A return through the doors of the service: JSON and tables beside the workbook, and one that was made for an earlier template. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi, type TestApi } from './api-fixture.ts'
import { readFolder } from './kernel/read-folder.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { proposeRelease } from './policy-releases/propose-release.ts'
import { archive } from './returns/archive-fixture.ts'
import type { Return, ReturnVersion } from './returns/filing/return.ts'
import { KITES } from './returns/kites-fixture.ts'
import { readWorkbook } from './returns/read/read-workbook.ts'
import { inputOf } from './returns/return-doors.ts'
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

const [server] = SERVERS
const folder = mkdtempSync(join(tmpdir(), 'maqami-doors-'))
let thread: TestThread
let api: TestApi
let maker: TestMaker
beforeAll(async () => {
  if (server === undefined) throw new Error('no server')
  thread = await openThread(server)
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  api = await openApi(thread, folder)
  thread.on('2027-07-10')
}, 60_000)
afterAll(async () => {
  await api.app.close()
  await thread.made.drop()
  rmSync(folder, { recursive: true })
})

const JSON_TYPE = 'application/json'
const RETURN = { return: 'bicycles', kind: 'annual', version: '1', sheets: bicycles(16_000) }

interface Uploaded {
  readonly found: Return
  readonly version: number
}

async function upload(type: string, body: Buffer, name = 'return') {
  const url = `/api/returns?programme=bicycles&kind=annual&period=2026-27&name=${name}`
  return await api.ask(maker.clerk, { method: 'POST', url, body, headers: { 'content-type': type } })
}

async function uploaded(...of: Parameters<typeof upload>): Promise<ReturnVersion & Pick<Return, 'id'>> {
  const answer = await upload(...of)
  expect(answer.statusCode, answer.body).toBe(200)
  const { found, version } = answer.json<Uploaded>()
  const last = found.versions.find((one) => one.version === version)
  if (last === undefined) throw new Error('no version')
  return { ...last, id: found.id }
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

async function assessed({ id, version }: Pick<Return, 'id'> & ReturnVersion): Promise<unknown> {
  const url = `/api/returns/${id}/versions/${version}/assessment`
  const answer = await api.ask(maker.clerk, { method: 'GET', url })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ readonly assessment: unknown }>()
}

const MODELS = `model,electric,price,imported_value,made,frame_tested_on,first_sold_on
Roadster,false,20000,16000,500,2026-08-01,2026-09-01
`
const TABLES = {
  'models.csv': MODELS,
  'imports.csv': 'entry,imported_on,value\nKHI-1,2026-08-10,1000000\n',
  'licence.csv': 'licence_year,training_cost\n1,80000\n',
}

function zipped(tables: Readonly<Record<string, string>>): Buffer {
  return archive(Object.entries(tables).map(([name, content]) => ({ name, content })))
}

test('the same return as a workbook, as JSON and as tables is a version without errors, from which the same follows', async () => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const versions = [
    await uploaded(type, await workbook('bicycles', bicycles(16_000))),
    await uploaded(JSON_TYPE, json(RETURN)),
    await uploaded('application/zip', zipped(TABLES)),
  ]
  expect(versions.map(({ error_count }) => error_count)).toEqual([0, 0, 0])
  const [first, ...others] = await Promise.all(versions.map(assessed))
  // A table has its lines from row 2 on, and its name is that of the sheet in the policy.
  const plain = (value: unknown) =>
    JSON.stringify(value)
      .replaceAll(/"row":\d+/g, '')
      .replaceAll(/"sheet":"[^"]*"/g, '')
      .replaceAll(/"(?:made_at|id|version)":[^,}]*/g, '')
  expect(plain(first)).toContain('Roadster')
  for (const other of others) expect(plain(other)).toBe(plain(first))
})

test('what is wrong is said at its place: a pointer into JSON, and sheet, row and column of a table', async () => {
  const [model] = RETURN.sheets['models'] ?? []
  const wrong = { ...RETURN, sheets: { ...RETURN.sheets, models: [{ ...model, made: '500.5' }] } }
  const sentJson = await uploaded(JSON_TYPE, json(wrong))
  expect(sentJson.errors).toMatchObject([
    { code: 'not_a_whole_number', place: '/sheets/models/0/made', sheet: 'Models', row: 3, column: 'E' },
  ])
  const tables = await uploaded('application/zip', zipped({ ...TABLES, 'models.csv': MODELS.replace('500', '500.5') }))
  expect(tables.errors).toMatchObject([{ code: 'not_a_whole_number', sheet: 'models', row: 2, column: 'E' }])
  expect(tables.errors[0]).not.toHaveProperty('place')
  for (const { id, version } of [sentJson, tables]) {
    const url = `/api/returns/${id}/versions/${version}/annotated`
    const copy = await api.ask(maker.clerk, { method: 'GET', url })
    const { sheets } = await readWorkbook(copy.rawPayload)
    expect(JSON.stringify(sheets)).toContain('not_a_whole_number')
    expect(JSON.stringify(sheets)).toContain('Roadster')
  }
})

test('a single table is the return where it has one sheet, whatever its name; else the others are missing', async () => {
  const parts = { name: 'july.csv', media_type: 'text/csv', bytes: Buffer.from(MODELS) }
  const [models] = KITES.sheets
  if (models === undefined) throw new Error('no sheet')
  expect(inputOf(parts, { ...KITES, sheets: [models] })).toMatchObject({ files: [{ name: models.name }] })
  const alone = await uploaded('text/csv', Buffer.from(MODELS), 'models.csv')
  expect(alone.errors.map(({ code }) => code)).toEqual(['missing_sheet', 'missing_sheet'])
})

test('a file that is sent as another type than is taken is not read at all', async () => {
  for (const type of ['application/pdf', 'text/plain', 'application/vnd.cyclonedx+json'])
    expect((await upload(type, json(RETURN))).statusCode, type).toBeGreaterThanOrEqual(400)
  // Other routes go on reading JSON as they did.
  const url = '/api/firm-records'
  const empty = await api.ask(maker.clerk, { method: 'POST', url, body: { kind: 'site' } })
  expect(empty.json()).toMatchObject({ code: 'input_invalid' })
})

test('the schema of a return is at its own address, for the template in use and for others that were', async () => {
  const schema = async (query: string) => await api.app.inject(`/api/programmes/bicycles/returns/annual/schema${query}`)
  expect((await schema('')).json()).toMatchObject({ $id: 'urn:maqami:return:bicycles:annual:1' })
  expect((await schema('?version=7')).json()).toMatchObject({ code: 'template_unknown' })
})

test('a return for an earlier template is refused with what has changed, in both languages', async () => {
  const read = await readFolder(join(PROJECT_ROOT, 'policy', 'bicycles'))
  if (!read.ok) throw new Error(read.sentence)
  const files = Object.fromEntries(read.files)
  const changed = (files['return.yaml'] ?? '')
    .replace('version: 1', 'version: 2')
    .replace('training_cost: { fact: training_cost, required: true }', 'training_cost: { fact: training_cost }')
  const { recorder, policyOfficer } = thread
  const proposal = { files: { ...files, 'return.yaml': changed }, effective_on: '2027-07-01' }
  const { id } = done(await proposeRelease(recorder, policyOfficer, proposal))
  await approve(thread, id)
  thread.on('2027-07-11')
  for (const version of [
    await uploaded(JSON_TYPE, json(RETURN)),
    await uploaded(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      await workbook('bicycles', bicycles(16_000)),
    ),
    await uploaded('application/zip', zipped({ ...TABLES, '_maqami.csv': 'return,bicycles\nversion,1\n' })),
  ]) {
    expect(version.error_count).toBe(1)
    expect(version.errors.map(({ code, severity }) => [code, severity])).toEqual([
      ['wrong_version', 'error'],
      ['template_column_optional', 'warning'],
    ])
    expect(version.errors[1]?.sentence.ur).toContain('خالی ہو سکتا ہے')
  }
  const old = await api.app.inject('/api/programmes/bicycles/returns/annual/schema?version=1')
  expect(old.json()).toMatchObject({ $id: 'urn:maqami:return:bicycles:annual:1' })
})
