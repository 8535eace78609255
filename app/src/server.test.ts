import { DatabaseError } from 'pg'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { PROBLEMS } from './problems.ts'
import type { Authority } from './kernel/authority.ts'
import { DAY, orNull } from './kernel/field-schemas.ts'
import type { ComputingLimit } from './kernel/limit-computing.ts'
import { openLog } from './kernel/logging.ts'
import { openMetrics } from './kernel/metrics.ts'
import type { Refusal } from './kernel/outcome.ts'
import { languageOf, type ServerRefusal } from './kernel/problem.ts'
import { type Route, route } from './kernel/route.ts'
import { buildServer } from './kernel/server.ts'
import { type Actor, programActor } from './kernel/transaction.ts'

const TEXT = Type.Object({ text: Type.String() })
const ALL = { say: ['public'], write: ['public'], approve: ['system'] } as const

interface QuotaUsedUp extends Refusal {
  readonly code: 'quota_used_up'
  readonly left: number
}

const SAY: Route<never> = route({
  method: 'GET',
  url: '/say/:what',
  command: 'say',
  summary: '',
  query: Type.Object({ times: Type.Integer({ minimum: 1 }) }),
  done: TEXT,
  run: async ({ query, actor }) => await Promise.resolve({ done: { text: `${actor.person} ${query.times + 1}` } }),
})
const WRITE: Route<never> = route({
  method: 'POST',
  url: '/write',
  command: 'write',
  summary: '',
  body: TEXT,
  done: TEXT,
  run: async ({ body }) => await Promise.resolve({ done: { text: body.text } }),
})

function serverOf(
  routes: readonly Route<QuotaUsedUp | ServerRefusal>[],
  more: {
    readonly publicAddress?: string
    readonly trustedProxies?: readonly string[]
    readonly authority?: Authority
    readonly actor?: Actor
    readonly computing?: ComputingLimit
  } = {},
) {
  const lines: string[] = []
  let made = 0
  const server = buildServer<QuotaUsedUp | ServerRefusal>({
    routes,
    authority: more.authority ?? ALL,
    problems: {
      ...PROBLEMS,
      quota_used_up: {
        status: 409,
        title: { en: 'Quota used up', ur: 'کوٹا ختم' },
        sentence: { en: ({ left }) => `${left} are left.`, ur: ({ left }) => `${left} باقی ہیں۔` },
      },
    },
    identify: async ({ authorization = '' }) =>
      await Promise.resolve({
        done: more.actor ?? { person: authorization, organization: 'board', role: 'analyst' as const },
      }),
    trustedProxies: more.trustedProxies ?? [],
    scanner: undefined,
    ...(more.computing === undefined ? {} : { computing: more.computing }),
    publicAddress: new URL(more.publicAddress ?? 'http://localhost'),
    log: openLog('info', { write: (line) => lines.push(line) }),
    metrics: openMetrics({}),
    makeId: () => `request ${(made += 1)}`,
  })
  return { server, lines }
}

test('what is computed for anybody is refused with when to ask again, to the address that a trusted proxy names', async () => {
  const clock = () => Date.parse('2027-06-30T12:00:30.000Z')
  const { server } = serverOf([SAY], {
    authority: { ...ALL, say: ['public'] },
    trustedProxies: ['127.0.0.1'],
    computing: { commands: ['say'], most: 1, clock },
  })
  const said = async (address: string, language = 'en', more = {}) =>
    await server.inject({
      url: '/say/hello?times=1',
      headers: { 'x-forwarded-for': address, 'accept-language': language, ...more },
    })
  expect((await said('192.0.2.1')).statusCode).toBe(200)
  const refused = await said('192.0.2.1')
  expect([refused.statusCode, refused.headers['retry-after'], refused.headers['content-type']]).toEqual([
    429,
    'Wed, 30 Jun 2027 12:01:00 GMT',
    'application/problem+json; charset=utf-8',
  ])
  expect(refused.json()).toMatchObject({ code: 'asked_too_often', title: 'Asked too often' })
  expect((await said('192.0.2.1', 'ur')).json<{ detail: string }>().detail).toContain('ایک منٹ بعد دوبارہ پوچھیے')
  expect((await said('192.0.2.2')).statusCode).toBe(200)
  expect((await said('192.0.2.1', 'en', { authorization: 'ayesha' })).statusCode).toBe(200)
})

test('a day is one that the engine and the database both know', async () => {
  const asked: Route<never> = route({
    method: 'GET',
    url: '/on',
    command: 'say',
    summary: '',
    query: Type.Object({ day: DAY }),
    done: TEXT,
    run: async ({ query }) => await Promise.resolve({ done: { text: query.day } }),
  })
  const { server } = serverOf([asked])
  const statusOf = async (day: string) => (await server.inject(`/on?day=${day}`)).statusCode
  expect(await Promise.all(['2028-02-29', '1900-01-01', '2199-12-31'].map(statusOf))).toEqual([200, 200, 200])
  const none = ['2027-02-29', '0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31']
  expect(await Promise.all(none.map(statusOf))).toEqual(none.map(() => 422))
})

test('what is sent in JSON is taken as it was sent: a quota of 0 is not one without a limit', async () => {
  const limited: Route<never> = route({
    method: 'POST',
    url: '/limit',
    command: 'write',
    summary: '',
    body: Type.Object({ quota: orNull(Type.Integer({ minimum: 1 })), played: Type.Boolean() }),
    done: TEXT,
    run: async ({ body }) => await Promise.resolve({ done: { text: `${body.quota} ${body.played}` } }),
  })
  const { server } = serverOf([limited])
  const asked = async (payload: object) => await server.inject({ method: 'POST', url: '/limit', payload })
  expect((await asked({ quota: null, played: false })).json()).toEqual({ text: 'null false' })
  expect((await asked({ quota: 7, played: true, more: [{}] })).json()).toEqual({ text: '7 true' })
  for (const [quota, played, place] of [
    [0, false, '/body/quota'],
    ['', false, '/body/quota'],
    [false, false, '/body/quota'],
    ['7', false, '/body/quota'],
    [7, null, '/body/played'],
    [7, 'true', '/body/played'],
  ] as const) {
    const answer = await asked({ quota, played })
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'input_invalid', place }])
  }
})

test('what fits its schema is answered, by nobody in particular', async () => {
  const { server } = serverOf([SAY])
  const answer = await server.inject('/say/hello?times=2')
  expect([answer.statusCode, answer.json()]).toEqual([200, { text: 'anonymous 3' }])
})

test('what has not changed since is not sent again', async () => {
  let text = 'first'
  const url = '/api/said'
  const saying: Route<never> = {
    ...SAY,
    url,
    run: async () => await Promise.resolve({ done: { text } }),
  }
  const { server } = serverOf([saying, WRITE])
  const ask = async (tag?: string) =>
    await server.inject({ url: `${url}?times=1`, headers: tag === undefined ? {} : { 'if-none-match': tag } })
  const first = await ask()
  const tag = String(first.headers.etag)
  expect(tag).toMatch(/^"[\w-]{43}"$/)
  for (const named of [tag, `"other", ${tag}`, `W/${tag}`, '*']) {
    const again = await ask(named)
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag])
  }
  expect((await ask('"other"')).statusCode).toBe(200)
  text = 'second'
  const changed = await ask(tag)
  expect([changed.statusCode, changed.json()]).toEqual([200, { text }])
  expect(changed.headers.etag).not.toBe(tag)
  const refused = await server.inject(`${url}?times=0`)
  expect([refused.statusCode, refused.headers.etag]).toEqual([422, undefined])
})

test('a server with a route that has no row in the table of authority is not built', () => {
  const { say: _, ...others } = ALL
  expect(() => serverOf([SAY], { authority: others })).toThrow(
    'the route GET /say/:what has no row in the table of authority',
  )
  const { server } = serverOf([])
  expect(() => server.get('/behind', () => '')).toThrow('has no row in the table of authority')
})

test('who may not is refused before his input is looked at', async () => {
  const { server } = serverOf([{ ...WRITE, command: 'approve' }])
  const asked = { method: 'POST', url: '/write', body: { wrong: 1 } } as const
  const stranger = await server.inject(asked)
  expect([stranger.statusCode, stranger.json<{ code: string }>().code]).toEqual([401, 'sign_in_needed'])
  const answer = await server.inject({ ...asked, headers: { authorization: 'officer 7' } })
  expect([answer.statusCode, answer.json()]).toEqual([
    403,
    {
      type: 'urn:maqami:problem:not_allowed',
      title: 'Not allowed',
      status: 403,
      detail: 'Your role may not do this (approve). Ask who administers your organization.',
      code: 'not_allowed',
      request_id: 'request 2',
    },
  ])
})

test("a refusal is a problem document in the reader's language, filled from what it holds", async () => {
  const refusing: Route<QuotaUsedUp> = {
    ...SAY,
    run: async () => await Promise.resolve({ refused: { code: 'quota_used_up', left: 7 } }),
  }
  const { server } = serverOf([refusing])
  const answer = await server.inject({ url: '/say/x?times=1', headers: { 'accept-language': 'ur-PK, en;q=0.5' } })
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers['content-language']).toBe('ur')
  expect(answer.json()).toMatchObject({ status: 409, code: 'quota_used_up', title: 'کوٹا ختم', detail: '7 باقی ہیں۔' })
})

test('who is sent away for a while is told when to come back', async () => {
  const refusing: Route<ServerRefusal> = {
    ...SAY,
    run: async () => await Promise.resolve({ refused: { code: 'not_ready', part: 'database' } }),
  }
  const answer = await serverOf([refusing]).server.inject('/say/x?times=1')
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '60'])
})

test('the language is the one that the reader wants most, of those there are', () => {
  expect(
    [undefined, '', 'de', 'ur', 'en;q=0.4, ur;q=0.5', 'en, ur', 'ur;q=0, en', 'de, ur-PK;q=0.2'].map(languageOf),
  ).toEqual(['en', 'en', 'en', 'ur', 'ur', 'en', 'en', 'ur'])
})

test.each([
  ['/say/x?times=0', 422, undefined, 'input_invalid', '/querystring/times'],
  ['/say/x', 422, undefined, 'input_invalid', '/querystring'],
  ['/write', 422, '{"text":{}}', 'input_invalid', '/body/text'],
  ['/write', 400, '{"text":', 'request_unreadable', undefined],
  ['/write', 200, `{"text":"${'a'.repeat(1024 * 1024 - 11)}"}`, undefined, undefined],
  ['/write', 413, `{"text":"${'a'.repeat(1024 * 1024 - 10)}"}`, 'request_too_large', undefined],
  ['/elsewhere?name=Aisha', 404, undefined, 'route_unknown', undefined],
] as const)('%s gives %i where it should', async (url, status, payload, code, place) => {
  const { server } = serverOf([SAY, WRITE])
  const headers = { 'content-type': 'application/json' }
  const answer = await server.inject(payload === undefined ? url : { method: 'POST', url, payload, headers })
  const problem: { readonly code?: string; readonly place?: string } = answer.json()
  expect([answer.statusCode, problem.code, problem.place]).toEqual([status, code, place])
})

test.each([
  ['U+0000 in a text', { payload: { text: 'a\0' } }, '/body/text'],
  ['half of a pair', { payload: String.raw`{"text":"\ud83d"}` }, '/body/text'],
  ['a name that nobody asked for', { payload: { text: '', more: [{ 'a\0': 1 }] } }, '/body/more/0'],
  ['a query', { payload: { text: '' }, query: { of: '\0' } }, '/querystring/of'],
])('what no table could hold is refused at its place: %s', async (_, sent, place) => {
  const { server } = serverOf([WRITE])
  const asked = { method: 'POST', url: '/write', headers: { 'content-type': 'application/json' }, ...sent } as const
  const answer = await server.inject(asked)
  expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'input_invalid', place }])
})

test.each([
  [99, 200],
  [100, 422],
  [200_000, 422],
])('what is nested too deep to be written again is refused, and ends no stack: %i lists', async (lists, status) => {
  const { server } = serverOf([WRITE])
  const answer = await server.inject({
    method: 'POST',
    url: '/write',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a' },
    payload: `{"text":"a","more":${'['.repeat(lists)}1${']'.repeat(lists)}}`,
  })
  expect(answer.statusCode).toBe(status)
})

test('a fault says nothing of what happened to the caller, and no value to the log', async () => {
  const leak = new DatabaseError('duplicate key: (cnic)=(35202-1234567-1)', 0, 'error')
  leak.code = '23505'
  const { server, lines } = serverOf([{ ...SAY, run: async () => await Promise.reject(leak) }])
  const answer = await server.inject('/say/Aisha?times=12345')
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([500, 'fault'])
  expect(answer.body + lines.join('')).not.toMatch(/35202|Aisha|12345/)
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { err: { type: 'DatabaseError', code: '23505' }, request_id: 'request 1' },
    { request_id: 'request 1', method: 'GET', route: '/say/:what', status: 500 },
  ])
})

test('the log says who was refused what he may not do, and names nobody else', async () => {
  const authority = { say: ['public'], write: ['case_officer'] } as const
  const { server, lines } = serverOf([SAY, WRITE], { authority })
  const headers = { authorization: 'person 7', origin: 'http://localhost' }
  expect((await server.inject({ method: 'POST', url: '/write', headers, payload: { text: 'a' } })).statusCode).toBe(403)
  expect((await server.inject({ url: '/say/x?times=1', headers })).statusCode).toBe(200)
  const [refused, answered] = lines.map((line) => JSON.parse(line) as object)
  expect(refused).toMatchObject({ route: '/write', status: 403, person: 'person 7', organization: 'board' })
  expect(answered).not.toHaveProperty('person')
})

test('every answer carries the strict headers and the number of the request', async () => {
  const { server } = serverOf([SAY])
  for (const url of ['/say/x?times=1', '/say/x', '/nothing']) {
    const { headers } = await server.inject(url)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    expect(headers['x-request-id']).toMatch(/^request \d$/)
    expect(headers).not.toHaveProperty('strict-transport-security')
  }
  const secure = serverOf([SAY], { publicAddress: 'https://maqami.example.gov' }).server
  expect((await secure.inject('/')).headers).toHaveProperty('strict-transport-security')
})

test('the address of a visitor is what a trusted proxy says, and nobody else', async () => {
  const seen = async (trustedProxies: readonly string[], remoteAddress: string) => {
    const saying: Route<never> = {
      ...SAY,
      run: async ({ visitor }) => await Promise.resolve({ done: { text: visitor.address } }),
    }
    const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' }
    const answer = await serverOf([saying], { trustedProxies }).server.inject({
      url: '/say/x?times=1',
      headers,
      remoteAddress,
    })
    return answer.json<{ text: string }>().text
  }
  expect(await seen([], '10.0.0.1')).toBe('10.0.0.1')
  expect(await seen(['10.0.0.0/8'], '10.0.0.1')).toBe('198.51.100.1')
  expect(await seen(['10.0.0.0/8'], '192.0.2.1')).toBe('192.0.2.1')
})

test('what has begun is finished while the server stops, and what comes then is sent away', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>()
  const slow: Route<never> = {
    ...SAY,
    run: async () => {
      begin(undefined)
      await released
      return { done: { text: 'finished' } }
    },
  }
  const { server } = serverOf([slow])
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const first = fetch(`${address}/say/x?times=1`)
  await begun
  const closed = server.close()
  await expect(fetch(`${address}/say/x?times=1`)).rejects.toThrow('fetch failed')
  release(undefined)
  expect(await (await first).json()).toEqual({ text: 'finished' })
  await closed
})

test('a program reads what its role may, and changes only what its key names and no person must do', async () => {
  const done = async () => await Promise.resolve({ done: { text: 'done' } })
  const signing = { ...WRITE, url: '/sign', body: Type.Object({ second_factor: Type.String() }), run: done }
  const routes = [SAY, WRITE, signing, { ...WRITE, url: '/secret', keyless: true as const }]
  const inPerson = { ...WRITE, url: '/in-person', personal: true as const }
  const asked = async (commands: readonly string[], url: string, payload?: object) => {
    const { server } = serverOf([...routes, inPerson], {
      actor: programActor('1', 'an organization', 'maker_clerk', commands),
      authority: { say: ['maker_clerk'], write: ['maker_clerk'] },
    })
    const headers = { authorization: 'Bearer key' }
    const answer = await server.inject(payload ? { method: 'POST', url, headers, payload } : { url, headers })
    return answer.statusCode === 200 || answer.json<{ code: string }>().code
  }
  expect(await asked([], '/say/x?times=1')).toBe(true)
  expect(await asked([], '/write', { text: 'x' })).toBe('beyond_key')
  expect(await asked(['write'], '/write', { text: 'x' })).toBe(true)
  expect(await asked(['write'], '/sign', { second_factor: '123456' })).toBe('beyond_key')
  for (const url of ['/secret', '/in-person']) expect(await asked(['write'], url, { text: 'x' })).toBe('beyond_key')
})
