import * as fc from 'fast-check'
import { assert, asyncProperty } from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Job } from '../jobs/job.ts'
import { todayText } from '../kernel/clock.ts'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs, systemActor, writeAs } from '../kernel/transaction.ts'
import { actorOf, organizationOf } from './actor-fixture.ts'
import { identifyRequest } from './identify-request.ts'
import { memberOf, openBrowser, openTestIdentity, PASSWORD, STRANGER, type TestIdentity } from './identity-fixture.ts'
import { invitePerson } from './invite-person.ts'
import { issueApiKey, type KeyWanted, revokeApiKey, seeApiKeys } from './issue-api-key.ts'
import { registerOrganization } from './register-organization.ts'
import { warnOfKeys } from './warn-of-keys.ts'

describe.each(SERVERS)('who asks, on $name', (server) => {
  let made: TestIdentity
  let administrator: Actor
  beforeAll(async () => {
    made = await openTestIdentity(server)
    const id = await organizationOf(made.database, 'manufacturer')
    administrator = await actorOf(made.database, 'administrator', { id, kind: 'manufacturer' })
  })
  afterAll(async () => {
    await made.drop()
  })

  const offered = [
    { command: 'register_model', asks: 'POST /api/models', summary: '', roles: ['maker_clerk'] },
    { command: 'grant_licence', asks: 'POST /api/licences', summary: '', roles: ['approving_officer'] },
  ] as const
  const usual = { name: 'accounts', commands: [], days: 90 }
  async function issue(wanted: Partial<KeyWanted>, by = administrator) {
    return await issueApiKey(made.identity, offered, by, { ...usual, role: 'maker_clerk', ...wanted })
  }
  async function issued(role = 'maker_clerk', by = administrator, commands: readonly string[] = []) {
    const outcome = await issue({ role, commands }, by)
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    return outcome.done
  }
  async function identified(authorization: string): Promise<Actor | string> {
    const outcome = await identifyRequest(made.identity, { ...STRANGER, authorization })
    return 'done' in outcome ? outcome.done : outcome.refused.code
  }

  test('is a program with a key, for its organization and in its role, until the key is revoked', async () => {
    const { id, key } = await issued()
    const actor = { person: `key:${id}`, organization: administrator.organization, role: 'maker_clerk', commands: [] }
    expect(await identified(`Bearer ${key}`)).toEqual(actor)
    const [seen] = (await seeApiKeys(made.identity, administrator)).filter((one) => one.id === id)
    expect(seen).toMatchObject({ last_used_on: todayText(made.identity.clock), revoked_at: null })
    const rival = await actorOf(made.database, 'administrator')
    const unknown = { refused: { code: 'key_unknown' } }
    expect(await revokeApiKey(made.identity, rival, { key: id })).toEqual(unknown)
    expect(await revokeApiKey(made.identity, administrator, { key: 'nonsense' })).toEqual(unknown)
    expect(await revokeApiKey(made.identity, administrator, { key: id })).toEqual({ done: {} })
    expect(await revokeApiKey(made.identity, administrator, { key: id })).toEqual(unknown)
    expect(await identified(`Bearer ${key}`)).toBe('key_refused')
  })

  test('does with a key what it names, of what programs of its role may', async () => {
    const { key } = await issued('maker_clerk', administrator, ['register_model'])
    expect(await identified(`Bearer ${key}`)).toMatchObject({ commands: ['register_model'] })
    for (const command of ['grant_licence', 'file_return', ''])
      expect(await issue({ commands: ['register_model', command] })).toMatchObject({
        refused: { code: 'command_not_for_key', command },
      })
  })

  test.each([0, -1, 366, 1.5, Number.NaN])('has no key that holds for %s days', async (days) => {
    expect(await issue({ days })).toMatchObject({ refused: { code: 'key_days', most: 365 } })
  })

  test('has a key through its last day, is told of the end before, and then is told that it has run out', async () => {
    // Nine in the morning in Pakistan.
    const on = (day: string) => ({ ...made.identity, clock: () => Date.parse(`${day}T04:00:00Z`) })
    const organization = { id: await organizationOf(made.database, 'manufacturer'), kind: 'manufacturer' } as const
    const head = await actorOf(made.database, 'administrator', organization)
    await actorOf(made.database, 'maker_clerk', organization)
    const wanted = { ...usual, name: 'stock', role: 'maker_clerk', days: 30 }
    const outcome = await issueApiKey(on('2027-01-01'), offered, head, wanted)
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    // 31 days of January: the thirtieth day after the first is the last.
    expect(outcome.done.expires_on).toBe('2027-01-31')
    const warned = async (day: string) => {
      const handler = warnOfKeys(on(day), made.identity.secret, made.identity.publicAddress)
      const effect = await handler({} as Job)
      await writeAs(made.database, systemActor('jobs'), async (tables) => ({ commit: await effect(tables) }))
      return (await made.lettersTo(`${head.person}@example.com`)).filter((text) => text.includes('stock')).length
    }
    // Fourteen days before, and two; each once.
    const days = ['2027-01-16', '2027-01-17', '2027-01-18', '2027-01-28', '2027-01-29', '2027-01-30', '2027-01-31']
    const letters: number[] = []
    for (const day of days) letters.push(await warned(day))
    expect(letters).toEqual([0, 1, 1, 1, 2, 2, 2])
    const visitor = { ...STRANGER, authorization: `Bearer ${outcome.done.key}` }
    expect(await identifyRequest(on('2027-01-31'), visitor)).toHaveProperty('done')
    const refused = { code: 'key_expired', expires_on: '2027-01-31' }
    expect(await identifyRequest(on('2027-02-01'), visitor)).toEqual({ refused })
  })

  test('used its key on the day that it is in Pakistan, which begins five hours before that of UTC', async () => {
    const issuing = await issue({ days: 365 })
    if ('refused' in issuing) throw new Error(issuing.refused.code)
    const { id, key } = issuing.done
    const clock = () => Date.parse('2027-06-30T19:00:00Z')
    await identifyRequest({ ...made.identity, clock }, { ...STRANGER, authorization: `Bearer ${key}` })
    const keys = await seeApiKeys(made.identity, administrator)
    expect(keys.find((one) => one.id === id)?.last_used_on).toBe('2027-07-01')
  })

  test('is no program that brings people or organizations in, whatever its role may otherwise', async () => {
    const { identity, database } = made
    const regulator = { id: await organizationOf(database, 'regulator'), kind: 'regulator' } as const
    const { key } = await issued('case_officer', await actorOf(database, 'administrator', regulator))
    const program = await identified(`Bearer ${key}`)
    if (typeof program === 'string') throw new Error(program)
    const refused = { refused: { code: 'not_allowed' } }
    const input = { email: 'a.khan@example.com', role: 'administrator', organization: administrator.organization ?? '' }
    expect(await invitePerson(identity, program, input)).toMatchObject(refused)
    const firm = { name: 'Kite Works', kind: 'manufacturer', administrator_email: 'a.khan@example.com' } as const
    expect(await registerOrganization(identity, program, firm)).toMatchObject(refused)
    const officer = await actorOf(database, 'case_officer', regulator)
    expect(await invitePerson(identity, officer, input)).toHaveProperty('done')
  })

  test('is no program that invites people, and none with a role of another kind of organization', async () => {
    for (const role of ['administrator', 'case_officer', 'system', ''])
      expect(await issue({ role })).toMatchObject({
        refused: { code: 'role_not_of_kind', role },
      })
    const named = await issue({ name: '' })
    expect(named).toMatchObject({ refused: { code: 'name_missing' } })
    const { key } = await issued()
    const answer = await openBrowser(made).post(
      '/api/keys',
      { name: 'another', role: 'maker_clerk' },
      { authorization: `Bearer ${key}` },
    )
    expect([answer.status, answer.body['code']]).toEqual([403, 'not_allowed'])
  })

  test('sees of keys only those of his own organization, and none of them whole', async () => {
    const { key } = await issued()
    const rival = await actorOf(made.database, 'administrator')
    const rowsOf = async (actor: Actor) =>
      await readAs(made.database, actor, async (tables) =>
        (await sql<{ text: string }>`select k::text as text from api_keys k`.execute(tables)).rows
          .map(({ text }) => text)
          .join(),
      )
    expect(await rowsOf(administrator)).toContain('accounts')
    expect(await rowsOf(administrator)).not.toContain(key)
    expect(await rowsOf(rival)).toBe('')
    expect(await rowsOf({ ...administrator, role: 'maker_signatory' })).toBe('')
    const change = writeAs(made.database, administrator, async (tables) => ({
      commit: await sql`update api_keys set role = 'maker_signatory'`.execute(tables),
    }))
    await expect(change).rejects.toThrow('permission denied')
  })

  test('is nobody, or refused, and never a fault, whatever stands in the headers', async () => {
    const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const browser = openBrowser(made)
    await browser.post('/api/sign-in', { email, password: PASSWORD })
    const good = browser.cookies()
    const name = good.slice(0, good.indexOf('='))
    const bent = fc
      .tuple(fc.nat(good.length - 1), fc.constantFrom('', '%', '%00', ';', '=', ' ', 'é', '\u0000', 'A'))
      .map(([at, sign]) => good.slice(0, at) + sign + good.slice(at + 1))
      .filter((cookies) => cookies !== good)
    const cookie = fc.oneof(
      fc.string(),
      bent,
      fc.string({ unit: 'binary' }).map((value) => `${name}=${value}`),
      fc.constant(`${good};${good}x`),
    )
    const authorization = fc.option(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((value) => `Bearer ${value}`),
      ),
      { nil: undefined },
    )
    await assert(
      asyncProperty(cookie, authorization, async (cookies, header) => {
        const outcome = await identifyRequest(made.identity, { ...STRANGER, cookies, authorization: header })
        const isGood = header === undefined && isStillGood(cookies, good)
        const refused = header === undefined ? { done: ANYBODY } : { refused: { code: 'key_refused' } }
        expect(isGood || outcome).toEqual(isGood || refused)
      }),
      { numRuns: 60 },
    )
    expect((await browser.get('/api/self')).status).toBe(200)
  })

  /** A sign that changes nothing in what the cookie says, such as in a part after it, leaves it good. */
  function isStillGood(cookies: string, good: string): boolean {
    const value = (text: string) => decodeURIComponent(/=(.*?)(?:;|$)/.exec(text)?.[1]?.trim() ?? '')
    try {
      return value(cookies) === value(good)
    } catch {
      return false
    }
  }

  test('is nobody where another site made the browser send it', async () => {
    const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const browser = openBrowser(made)
    await browser.post('/api/sign-in', { email, password: PASSWORD })
    const cookie = browser.cookies()
    const url = '/api/self/sessions/end'
    const send = async (headers: Readonly<Record<string, string>>) => {
      const answer = await made.app.inject({
        method: 'POST',
        url,
        headers: { host: 'localhost:8080', ...headers },
        payload: {},
      })
      return [answer.statusCode, answer.json<{ code?: string }>().code]
    }
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:8080.evil.example',
      'http://localhost:80801',
      '',
    ])
      expect(await send({ cookie, origin }), origin).toEqual([403, 'origin_unknown'])
    expect(await send({ cookie })).toEqual([403, 'origin_unknown'])
    expect(await send({ origin: 'https://evil.example' })).toEqual([403, 'origin_unknown'])
    expect(await send({ cookie, origin: 'http://localhost:8080' })).toEqual([200, undefined])
    // A program, which has no cookie.
    expect(await send({})).toEqual([401, 'sign_in_needed'])
  })
})

test('the cookie is for this host and for https alone where the public address is', async () => {
  const [server] = SERVERS
  if (server === undefined) throw new Error('no server')
  const made = await openTestIdentity(server, undefined, 'https://maqami.example.gov')
  const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
  const answer = await made.app.inject({
    method: 'POST',
    url: '/api/sign-in',
    headers: { origin: 'https://maqami.example.gov' },
    payload: { email, password: PASSWORD },
  })
  expect(answer.headers['set-cookie']).toEqual([
    expect.stringMatching(
      /^__Host-maqami\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ),
  ])
  await made.drop()
})
