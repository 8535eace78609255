/**
 * The document is valid, covers every route, and its examples are what the service answers. Where an answer was changed on purpose, `npx vitest run
 * app/src/openapi.test.ts --update` writes the examples anew.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Check } from 'typebox/value'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ASSESS_RUN, assessRun } from './assessments/runs/assess-run.ts'
import { sealEvents } from './audit-log/seal-events.ts'
import { type Asked, openApi, type TestApi } from './api-fixture.ts'
import { approvedAlready } from './approved-fixture.ts'
import type { Determination } from './determinations/determination.ts'
import { type Step, STEPS } from './api-steps-fixture.ts'
import { queueStanding } from './jobs/queue-job.ts'
import { APPROVE_DOCKET, approveRound } from './determinations/dockets/approve-docket.ts'
import { PREPARE_DOCKET, prepareRound } from './determinations/dockets/prepare-docket.ts'
import type { Handlers } from './jobs/job.ts'
import { runDueJobs } from './jobs/run-jobs.ts'
import { keyCommands } from './kernel/key-scope.ts'
import { readFolder } from './kernel/read-folder.ts'
import { takesKey } from './kernel/route.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, readAs, writeAs } from './kernel/transaction.ts'
import { GATHER_EVENTS, gatherEvents } from './webhooks/gather-events.ts'
import { type ApiExample, EXAMPLES_FILE, readExamples } from './openapi.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { signInAuthority } from './people/sign-in-api.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { statementOf } from './receipts-fixture.ts'
import { refer } from './referrals/refer-matter.ts'
import { returnsFiledOrAccepted } from './returns/filing/read-returns.ts'
import { SQUARE } from './spillovers/input-output-fixture.ts'
import {
  authorisedMaker,
  bicycles,
  determinedAs,
  filedReturn,
  openThread,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const [server] = SERVERS
const folder = mkdtempSync(join(tmpdir(), 'maqami-openapi-'))
let thread: TestThread
let api: TestApi
beforeAll(async () => {
  if (server === undefined) throw new Error('no server')
  thread = await openThread(server)
  api = await openApi(thread, folder)
})
afterAll(async () => {
  await api.app.close()
  await thread.made.drop()
  rmSync(folder, { recursive: true })
})

async function people(): Promise<Readonly<Record<Step['role'], Actor>>> {
  const { database } = thread.made
  const maker = { id: await organizationOf(database, 'manufacturer', 'Ravi Cycles'), kind: 'manufacturer' } as const
  const bench = { id: await organizationOf(database, 'laboratory'), kind: 'laboratory' } as const
  return {
    maker_clerk: await actorOf(database, 'maker_clerk', maker),
    maker_signatory: await actorOf(database, 'maker_signatory', maker),
    maker_administrator: await actorOf(database, 'administrator', maker),
    accountant: await actorOf(database, 'accountant'),
    case_officer: thread.caseOfficer,
    approving_officer: thread.approvingOfficer,
    appellate_officer: await actorOf(database, 'appellate_officer'),
    policy_officer: thread.policyOfficer,
    customs_officer: thread.customsOfficer,
    telecom_regulator: await actorOf(database, 'telecom_regulator'),
    supplier_signatory: await actorOf(database, 'supplier_signatory'),
    laboratory_signatory: await actorOf(database, 'laboratory_signatory', bench),
    laboratory_colleague: await actorOf(database, 'laboratory_signatory', bench),
  }
}

const BILL_TABLE = 'position,part,part_code\n10,frame,F-1\n'
const PROPERTIES = { part_code: 'F-1', component_class: 'frame', hs_code: '8714.9100', book: 'imported', quantity: '1' }
const BILL = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: [
    {
      type: 'device',
      name: 'frame',
      licenses: [],
      properties: Object.entries(PROPERTIES).map(([name, value]) => ({ name: `maqami:${name}`, value })),
    },
  ],
}

/** As far as what is to be sent: nobody is at the other end. */
async function tell(): Promise<void> {
  const { recorder } = thread
  await sealEvents(recorder)
  await queueStanding(recorder, GATHER_EVENTS)
  const gather = gatherEvents(recorder, api.identity.publicAddress)
  // Letters that wait stay where they are.
  await runDueJobs(recorder, { [GATHER_EVENTS]: gather }, undefined, 100)
}

/** As an assessment does in which the law gives no answer. */
async function referReturn(): Promise<void> {
  const { recorder, caseOfficer, made } = thread
  await writeAs(made.database, caseOfficer, async (tables) => {
    const [found] = await returnsFiledOrAccepted(tables)
    if (found === undefined) throw new Error('nothing was filed')
    const { id, manufacturer_id } = found
    const words = { en: 'The rate of USD on 2 August 2026 is not known.', ur: '2 اگست 2026 کی شرحِ مبادلہ معلوم نہیں۔' }
    await refer(tables, recorder, caseOfficer, {
      kind: 'finding_refused',
      subject: `return ${id}`,
      manufacturer_id,
      words,
    })
    return { commit: undefined }
  })
}

/** The law of the thread recommends nothing. */
async function recommend(): Promise<Determination> {
  const [found] = await readAs(thread.made.database, thread.caseOfficer, returnsFiledOrAccepted)
  const of = { number: 'D-900001', maker: found?.manufacturer_id ?? '', kind: 'sanction', recommends: true } as const
  return await approvedAlready(thread, { ...of, effects: ['withdraw concession'] })
}

async function grant() {
  const firm = await authorisedMaker(thread, 'Jhelum Cycles', 'K-77')
  await determinedAs(thread, await filedReturn(thread, firm, 12_000), '2027-07-10', 'entitlement')
  return firm
}

const CSV = 'date,currency,rate,source\n2026-08-01,USD,280.50,State Bank\n'

async function sent({ file, body }: Step): Promise<Pick<Asked, 'body' | 'headers'>> {
  if (file === 'rates') return { body: Buffer.from(CSV), headers: { 'content-type': 'text/csv' } }
  if (file === 'table') return { body: Buffer.from(BILL_TABLE), headers: { 'content-type': 'text/csv' } }
  if (file === 'lines') {
    const lines = { return: 'bicycles', kind: 'annual', version: '1', sheets: bicycles(15_000) }
    return { body: Buffer.from(JSON.stringify(lines)), headers: { 'content-type': 'application/json' } }
  }
  if (file === 'costs')
    return { body: Buffer.from('tubes,PKR 900\n'), headers: { 'content-type': 'application/octet-stream' } }
  if (file === 'input_output') return { body: Buffer.from(SQUARE), headers: { 'content-type': 'text/csv' } }
  if (file === 'cyclonedx')
    return { body: Buffer.from(JSON.stringify(BILL)), headers: { 'content-type': 'application/vnd.cyclonedx+json' } }
  if (file === 'workbook') {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { body: await workbook('bicycles', bicycles(16_000)), headers: { 'content-type': type } }
  }
  if (file === 'guarantee')
    return {
      body: Buffer.from('%PDF-1.7 we undertake to pay'),
      headers: { 'content-type': 'application/octet-stream' },
    }
  if (file === 'statement') {
    const lines = { 'T-1': ['20000.00', String(body?.['reference'])], 'T-2': ['500.00', 'dues'] } as const
    return { body: statementOf('2026-08-03', lines), headers: { 'content-type': 'text/csv' } }
  }
  if (!isLaw(file)) return body === undefined ? {} : { body }
  const read = await readFolder(join(PROJECT_ROOT, 'policy', LAWS[file]))
  if (!read.ok) throw new Error(read.sentence)
  return { body: { files: Object.fromEntries(read.files), effective_on: '2026-07-01' } }
}

const LAWS = { release: 'bicycles', certification: 'pk-device-certification' } as const

function isLaw(file: Step['file']): file is keyof typeof LAWS {
  return file === 'release' || file === 'certification'
}

/** The document shows of the law the heads of its files only. */
function shownOf(step: Step, body: unknown): unknown {
  if (!isLaw(step.file)) return step.file === undefined ? body : undefined
  const { files, ...others } = body as { readonly files: Readonly<Record<string, string>> }
  return {
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.split('\n')[0]])),
    ...others,
  }
}

function filled<T>(value: T, answers: ReadonlyMap<string, unknown>): T {
  const text = JSON.stringify(value).replaceAll(/\{(\w+(?:\.\w+)+)\}/g, (_all, path: string) => {
    const [name = '', ...keys] = path.split('.')
    return String(keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], answers.get(name)))
  })
  return JSON.parse(text) as T
}

/** What differs from run to run: identifiers, hashes, instants, keys and signatures. */
const VARIES =
  /^(?:(?:evt_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|whsec_[\w+/=]+|sha256:[0-9a-f]{64}|\d{4}-\d\d-\d\dT.*Z|[\w-]{43}|ey[\w-]+\.[\w-]+\.[\w-]+|.+@example\.com)$/

/** Learns which of the recorded ones stands for which. */
function learn(fresh: unknown, recorded: unknown, known: Map<string, string>): void {
  if (typeof fresh === 'string' && typeof recorded === 'string') {
    if (VARIES.test(fresh) && VARIES.test(recorded) && !known.has(fresh)) known.set(fresh, recorded)
  } else if (typeof fresh === 'object' && fresh !== null && typeof recorded === 'object' && recorded !== null)
    for (const [key, value] of Object.entries(fresh)) learn(value, (recorded as Record<string, unknown>)[key], known)
}

function asRecorded(fresh: unknown, known: ReadonlyMap<string, string>): unknown {
  let text = JSON.stringify(fresh)
  for (const [now, before] of known) text = text.replaceAll(now, before)
  return JSON.parse(text) as unknown
}

/** What goes on by itself after an officer began it. */
function runHandlers(): Handlers {
  const { recorder, shelf } = thread
  return {
    [ASSESS_RUN]: assessRun(recorder, shelf),
    [PREPARE_DOCKET]: prepareRound(recorder, shelf),
    [APPROVE_DOCKET]: approveRound(thread),
  }
}

test('its examples are what the service answers, in the order of the thread', async () => {
  const actors = await people()
  const recorded = readExamples()
  const { laboratory_signatory: head, laboratory_colleague: colleague } = actors
  const bench = { organization: head.organization, head: head.person, colleague: colleague.person }
  const answers = new Map<string, unknown>([
    ['bench', bench],
    ['officer', actors.case_officer],
  ])
  const known = new Map<string, string>()
  const lines: string[] = []
  const computed: unknown[] = []
  for (const [index, step] of STEPS.entries()) {
    if (step.on !== undefined) thread.on(step.on)
    if (step.told === true) await tell()
    if (step.ran === true) await runDueJobs(thread.recorder, runHandlers(), undefined, 100)
    if (step.referred === true) await referReturn()
    if (step.recommended === true) answers.set('recommended', await recommend())
    if (step.granted === true) answers.set('granted', await grant())
    const { asks, body: wanted, match } = filled({ asks: step.asks, body: step.body, match: step.match }, answers)
    const [method, url] = asks.split(' ') as ['GET' | 'POST', string]
    const request = await sent({ ...step, ...(wanted && { body: wanted }) })
    const route = api.routes.find((one) => one.method === method && matches(one.url, url.split('?')[0] ?? ''))
    if (route === undefined) throw new Error(`${asks} has no route`)
    const key: Readonly<Record<string, string>> = takesKey(route) ? { 'idempotency-key': `step-${index}` } : {}
    const asked: Asked = {
      method,
      url,
      ...request,
      // A client that knows more names than the service is answered as if it had not said them.
      ...(step.file === undefined && request.body && { body: { ...request.body, not_asked_for: 'anything' } }),
      headers: { ...request.headers, ...key, ...(match !== undefined && { 'if-match': `"${match}"` }) },
    }
    const answer = await api.ask(actors[step.role], asked)
    expect(answer.statusCode, `${asks}: ${answer.statusCode === 200 ? '' : answer.body}`).toBe(200)
    const again = takesKey(route) ? await api.ask(actors[step.role], asked) : undefined
    const replayed = again && [again.body, saidOf(again)]
    expect(replayed, asks).toEqual(again && [answer.body, { ...saidOf(answer), replayed: 'true' }])
    const isFile = (route.done as { readonly format?: string }).format === 'binary'
    const { engine, release } = saidOf(answer)
    if (route.command.includes('assess')) computed.push([engine, release])
    const content: unknown = isFile ? undefined : answer.json()
    expect(isFile || Check(route.done, content), asks).toBe(true)
    if (step.as !== undefined) answers.set(step.as, content)
    const example: ApiExample = {
      method,
      route: route.url,
      role: step.role.replace('maker_ad', 'ad').replace('laboratory_colleague', 'laboratory_signatory'),
      url,
      body: shownOf(step, request.body),
      ...(release !== undefined && { computed: true }),
      answer: content,
    }
    learn(example, recorded[index], known)
    lines.push(JSON.stringify(asRecorded(example, known)))
  }
  const { hash } = answers.get('release') as { readonly hash: string }
  const by = [ENGINE_VERSION, hash]
  // What would follow, the assessment made, the assessment read; a list of them was not computed.
  expect(computed).toEqual([by, by, by, [undefined, undefined]])
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(EXAMPLES_FILE)
}, 60_000)

function saidOf({ statusCode, headers }: LightMyRequestResponse) {
  const { 'idempotency-replayed': replayed, 'x-engine-version': engine, 'x-release-hash': release } = headers
  return { statusCode, engine, release, replayed }
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)
}

interface Operation {
  readonly 'x-command': string
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> }
  readonly responses: { readonly 200: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> } }
}
type Document = Readonly<Record<'paths', Readonly<Record<string, Readonly<Record<string, Operation>>>>>>

test('it is valid OpenAPI 3.1 and says every route, with an example for each that a program uses', async () => {
  const answer = await api.app.inject('/api/openapi.json')
  expect(answer.statusCode).toBe(200)
  const document = answer.json<Document>()
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  const said = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      operation,
    })),
  )
  expect(said.map(({ name }) => name).toSorted()).toEqual(
    api.routes.map(({ method, url }) => `${method} ${url}`).toSorted(),
  )
  const without = said.filter(({ operation: { responses } }) => {
    const [[media, { example }] = ['', {}]] = Object.entries(responses[200].content) as [
      string,
      { readonly example?: unknown },
    ][]
    return media === 'application/json' && example === undefined
  })
  expect(without.map(({ operation }) => operation['x-command']).toSorted()).toEqual(BY_A_BROWSER.toSorted())
})

interface HeaderRef {
  readonly $ref: string
}
interface Described {
  readonly parameters: readonly HeaderRef[]
  readonly responses: Readonly<Record<string, { readonly headers?: Readonly<Record<string, HeaderRef>> }>>
}

test('it says which headers a request may have and an answer has', async () => {
  const { paths } = (await api.app.inject('/api/openapi.json')).json<{
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  }>()
  const keyed = Object.entries(paths).flatMap(([path, { post }]) =>
    (post?.parameters.some(({ $ref }) => $ref?.endsWith('/idempotency_key')) ?? false) ? [path] : [],
  )
  const taking = api.routes.filter(takesKey).map(({ url }) => url.replaceAll(/:(\w+)/g, '{$1}'))
  expect(keyed.toSorted()).toEqual(taking.toSorted())
  const headers = (path: string, method: string, status = '200') =>
    Object.keys(paths[path]?.[method]?.responses[status]?.headers ?? {})
  const computed = ['X-Engine-Version', 'X-Release-Hash']
  expect(headers('/api/assessments', 'post')).toEqual(['X-Request-Id', 'Idempotency-Replayed', ...computed])
  expect(headers('/api/assessments/{id}', 'get')).toEqual(['X-Request-Id', 'ETag', ...computed])
  expect(headers('/api/documents/{id}', 'get')).toEqual(['X-Request-Id', 'ETag', 'Content-Disposition'])
  expect(headers('/api/licences', 'get', '304')).toEqual(['ETag'])
})

/** What people do on pages with cookies, or by the link of a letter; what the sealer makes; and the document, which would hold itself. */
const BY_A_BROWSER: readonly string[] = [
  // On a page only.
  ...Object.keys(signInAuthority).filter((command) => command !== 'choose_letters'),
  'accept_invitation',
  'see_invitation',
  'stop_recovery_by_link',
  'complete_recovery',
  'end_membership',
  'read_checkpoint',
  'see_interface',
]

const DECISION = /^(approve|decline|decide|send_back|accept|book|acknowledge)_|^record_reply$/

test('no key names what is signed, what takes a person in person, or what concerns people; each command is asked for in one way', () => {
  const anyClerk = Object.fromEntries(api.routes.map(({ command }) => [command, ['maker_clerk']] as const))
  const commands = keyCommands(api.routes, anyClerk).map(({ command }) => command)
  const inPerson = ['file_return', 'approve_determination', 'approve_release', 'decline_release', 'invite_person']
  const elsewhere = ['register_organization', 'accept_invitation', 'issue_api_key', 'sign_in', 'act_for']
  for (const command of [...inPerson, ...elsewhere]) {
    expect(api.routes.map((one) => one.command)).toContain(command)
    expect(commands).not.toContain(command)
  }
  // What a second officer decides, whether he approves or sends back, and what he gives effect to by himself.
  const decisions = api.routes.map(({ command }) => command).filter((one) => DECISION.test(one))
  expect(decisions).toEqual(expect.arrayContaining(['approve_payment', 'book_receipts', 'decide_time', 'record_reply']))
  // The register takes whom one officer lets in, and a program may be that one.
  expect(decisions.filter((one) => commands.includes(one))).toEqual(['decide_registration'])
  expect(commands).toContain('upload_return')
  expect(commands).toEqual([...new Set(commands)])
})
