import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { sql } from 'kysely'
import { whoIAm } from './act-for.ts'
import { LOCKED_MS } from './count-tries.ts'
import { identifyRequest } from './identify-request.ts'
import {
  type Answer,
  codeOf,
  memberOf,
  openBrowser,
  openTestIdentity,
  PASSWORD,
  type TestBrowser,
  type TestIdentity,
} from './identity-fixture.ts'
import { confirmSecondFactor } from './set-up-second-factor.ts'

const codeIn = ({ status, body }: Answer): readonly unknown[] => [status, body['code']]

describe.each(SERVERS)('signing in on $name', (server) => {
  let made: TestIdentity
  let nth = 0
  beforeAll(async () => {
    made = await openTestIdentity(server)
  })
  afterAll(async () => {
    await made.drop()
  })

  /** Each from an address of its own, so that no test locks another out. */
  function newBrowser(): TestBrowser {
    nth += 1
    return openBrowser(made, `198.51.100.${nth}`)
  }
  async function signedIn(email: string, browser = newBrowser()): Promise<TestBrowser> {
    expect(await browser.post('/api/sign-in', { email, password: PASSWORD })).toMatchObject({ status: 200 })
    return browser
  }
  async function withSecondFactor(email: string) {
    const browser = await signedIn(email)
    const { body } = await browser.post('/api/self/second-factor', { password: PASSWORD })
    const { uri, recovery_codes } = body as { uri: string; recovery_codes: readonly string[] }
    const code = await codeOf(uri)
    expect((await browser.post('/api/self/second-factor/confirm', { code })).status).toBe(200)
    return { browser, uri, recovery_codes }
  }
  async function eventsOf(person: string): Promise<readonly string[]> {
    const { rows } = await readAs(made.database, systemActor('test'), async (tables) =>
      sql<{ command: string }>`select command from audit_events where subject = ${person} order by id`.execute(tables),
    )
    return rows.map(({ command }) => command)
  }

  test('makes of a stranger a person who acts for his organization, and the log says so', async () => {
    const { email, organization, person } = await memberOf(made, 'maker_clerk', 'manufacturer')
    expect(codeIn(await newBrowser().get('/api/self'))).toEqual([401, 'sign_in_needed'])
    const browser = await signedIn(email.toUpperCase())
    const acting = { organization_id: organization, organization_name: 'manufacturer', role: 'maker_clerk' }
    expect((await browser.get('/api/self')).body).toEqual({
      person: { id: person, name: 'Aisha Khan', email },
      lacks_factor: false,
      acting_for: { ...acting, through: null },
      memberships: [acting],
    })
    expect(await browser.post('/api/sign-out')).toMatchObject({ status: 200 })
    expect(codeIn(await browser.get('/api/self'))).toEqual([401, 'sign_in_needed'])
    expect(await eventsOf(person)).toEqual(['accept_invitation', 'sign_in', 'sign_out'])
  })

  test('tells nobody whether the address or the password was wrong', async () => {
    const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const browser = newBrowser()
    const wrong = await browser.post('/api/sign-in', { email, password: 'not the right one' })
    const unknown = await browser.post('/api/sign-in', { email: 'nobody@example.com', password: PASSWORD })
    const { request_id: _, ...said } = wrong.body
    expect(wrong.status).toBe(401)
    expect(unknown).toMatchObject({ status: 401, body: said })
  })

  test('is locked after five wrong passwords in a quarter of an hour, for the right one too, and then open again', async () => {
    const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const browser = newBrowser()
    const tryWith = async (password: string) => codeIn(await browser.post('/api/sign-in', { email, password }))
    for (let tries = 0; tries < 4; tries += 1) expect(await tryWith('wrong password')).toEqual([401, 'sign_in_failed'])
    // Before the sixth a success makes it start anew.
    expect((await tryWith(PASSWORD))[0]).toBe(200)
    for (let tries = 0; tries < 5; tries += 1) expect((await tryWith('wrong password'))[0]).toBe(401)
    expect(await tryWith(PASSWORD)).toEqual([429, 'locked_out'])
    made.pass(LOCKED_MS)
    expect((await tryWith(PASSWORD))[0]).toBe(200)
  })

  test('lets no more than five guesses at one account through, however many come at once', async () => {
    const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const guesses = Array.from({ length: 12 }, async (_, guess) =>
      newBrowser().post('/api/sign-in', { email, password: `guess number ${guess}` }),
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
  })

  test('asks for the second factor, and takes each code once, also when it comes twice at the same moment', async () => {
    const { email, person } = await memberOf(made, 'maker_signatory', 'manufacturer')
    const { uri } = await withSecondFactor(email)
    const browser = newBrowser()
    const step = await browser.post('/api/sign-in', { email, password: PASSWORD })
    expect(step.body).toEqual({ second_factor_needed: true })
    expect(codeIn(await browser.get('/api/self'))).toEqual([401, 'sign_in_needed'])
    expect(codeIn(await browser.post('/api/sign-in/second-factor', { code: '000000' }))).toEqual([401, 'code_wrong'])
    // The code with which it was set up.
    const used = await browser.post('/api/sign-in/second-factor', { code: await codeOf(uri) })
    expect(codeIn(used)).toEqual([401, 'code_wrong'])

    const others = await Promise.all([1, 2].map(async () => await signedIn(email)))
    const code = await codeOf(uri, 1)
    const both = await Promise.all(others.map(async (one) => await one.post('/api/sign-in/second-factor', { code })))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
    const selves = await Promise.all(others.map(async (one) => await one.get('/api/self')))
    expect(selves.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
    expect(await eventsOf(person)).toEqual(['accept_invitation', 'sign_in', 'set_up_second_factor', 'sign_in'])
  })

  test('takes a recovery code instead, once, and lets who lost his device set up another', async () => {
    const { email } = await memberOf(made, 'maker_signatory', 'manufacturer')
    const { recovery_codes, uri } = await withSecondFactor(email)
    const [first, second] = recovery_codes
    const browser = await signedIn(email)
    expect((await browser.post('/api/sign-in/second-factor', { recovery_code: first })).status).toBe(200)
    const again = await signedIn(email)
    const refused = await again.post('/api/sign-in/second-factor', { recovery_code: first })
    expect(codeIn(refused)).toEqual([401, 'code_wrong'])
    expect(codeIn(await browser.post('/api/self/second-factor', { password: PASSWORD }))).toEqual([
      409,
      'second_factor_there',
    ])
    const removal = { password: PASSWORD, recovery_code: second }
    expect((await browser.post('/api/self/second-factor/remove', removal)).status).toBe(200)
    const fresh = await browser.post('/api/self/second-factor', { password: PASSWORD })
    expect(fresh.status).toBe(200)
    expect(fresh.body['uri']).not.toBe(uri)
  })

  test('asks for the second factor at each signature, and a code signs once', async () => {
    const { email, person } = await memberOf(made, 'maker_signatory', 'manufacturer')
    const { identity } = made
    expect(await confirmSecondFactor(identity, person, '123456')).toEqual({
      refused: { code: 'second_factor_missing' },
    })
    const { uri } = await withSecondFactor(email)
    const code = await codeOf(uri, 1)
    expect(await confirmSecondFactor(identity, person, code)).toEqual({ done: { confirmed: true } })
    expect(await confirmSecondFactor(identity, person, code)).toEqual({ refused: { code: 'code_wrong' } })
    // Five minutes on, as far as codes are remembered, it would hold again.
    made.pass(5 * 60_000 + 1)
    const race = await Promise.all([1, 2, 3].map(async () => await confirmSecondFactor(identity, person, code)))
    expect(race.filter((one) => 'done' in one)).toHaveLength(1)
    for (let tries = 0; tries < 6; tries += 1) await confirmSecondFactor(identity, person, 'no code')
    expect(await confirmSecondFactor(identity, person, await codeOf(uri))).toMatchObject({
      refused: { code: 'locked_out' },
    })
    expect(await confirmSecondFactor(identity, 'key:7', code)).toEqual({ refused: { code: 'second_factor_missing' } })
  })

  test('a second factor is set up by who knows the password, and not before its first code', async () => {
    const { email, person } = await memberOf(made, 'maker_signatory', 'manufacturer')
    const browser = await signedIn(email)
    const wrong = await browser.post('/api/self/second-factor', { password: 'not the right one' })
    expect(codeIn(wrong)).toEqual([401, 'password_wrong'])
    const { uri } = (await browser.post('/api/self/second-factor', { password: PASSWORD })).body
    const code = await codeOf(String(uri))
    expect(await confirmSecondFactor(made.identity, person, code)).toEqual({
      refused: { code: 'second_factor_missing' },
    })
    expect(codeIn(await browser.post('/api/self/second-factor/confirm', { code: '000000' }))).toEqual([
      401,
      'code_wrong',
    ])
    expect((await browser.post('/api/self/second-factor/confirm', { code })).status).toBe(200)
    // The session was replaced by one that knows of it.
    expect((await browser.get('/api/self')).status).toBe(200)
    expect(codeIn(await newBrowser().post('/api/self/second-factor', {}))).toEqual([401, 'sign_in_needed'])
  })

  test('can be seen and ended from elsewhere', async () => {
    const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const [here, there, third] = [await signedIn(email), await signedIn(email), await signedIn(email)]
    const seen = (await here.get('/api/self/sessions')).body['sessions'] as readonly {
      id: string
      is_this_one: boolean
    }[]
    expect(seen.map(({ is_this_one }) => is_this_one)).toEqual([false, false, true])
    const stranger = await signedIn((await memberOf(made, 'maker_clerk', 'manufacturer')).email)
    const foreign = await stranger.post('/api/self/sessions/end', { session: seen[0]?.id })
    expect(codeIn(foreign)).toEqual([404, 'session_unknown'])
    expect((await here.post('/api/self/sessions/end', { session: seen[0]?.id })).body).toEqual({ ended: 1 })
    expect((await third.get('/api/self')).status).toBe(401)
    expect((await there.get('/api/self')).status).toBe(200)
    expect((await here.post('/api/self/sessions/end')).body).toEqual({ ended: 1 })
    expect((await there.get('/api/self')).status).toBe(401)
    expect((await here.get('/api/self')).status).toBe(200)
  })

  test('ends with its twelve hours, whatever is done meanwhile', async () => {
    const { email, person } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const browser = await signedIn(email)
    const { rows } = await made.authPool.query<{ hours: string }>(
      `select extract(epoch from "expiresAt" - "createdAt") / 3600 as hours from session where "userId" = $1`,
      [person],
    )
    expect(Math.round(Number(rows[0]?.hours))).toBe(12)
    await made.authPool.query(`update session set "expiresAt" = now() where "userId" = $1`, [person])
    expect((await browser.get('/api/self')).status).toBe(401)
  })

  test('ends after an hour in which nothing was asked of it, and not before', async () => {
    const { email, person } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const browser = await signedIn(email)
    const lastAsked = async (ago: string) =>
      await made.authPool.query(
        `update session set "updatedAt" = now() - $2::interval where "userId" = $1 returning id`,
        [person, ago],
      )
    await lastAsked('59 minutes')
    expect((await browser.get('/api/self')).status).toBe(200)
    // That was noted: the hour begins anew.
    const { rows } = await made.authPool.query<{ noted: boolean }>(
      `select "updatedAt" > now() - interval '1 minute' as noted from session where "userId" = $1`,
      [person],
    )
    expect(rows).toEqual([{ noted: true }])
    await lastAsked('61 minutes')
    const other = await signedIn(email)
    expect((await other.get('/api/self/sessions')).body['sessions']).toHaveLength(1)
    expect((await browser.get('/api/self')).status).toBe(401)
    expect((await lastAsked('1 minute')).rows).toHaveLength(1)
  })

  test('ends where the same browser signs in again', async () => {
    const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const browser = await signedIn(email)
    const before = { cookie: browser.cookies() }
    await browser.post('/api/sign-in', { email, password: PASSWORD })
    expect((await browser.get('/api/self')).status).toBe(200)
    expect((await made.app.inject({ url: '/api/self', headers: before })).statusCode).toBe(401)
    await browser.post('/api/sign-in', { email, password: 'not the right one' })
    expect((await browser.get('/api/self')).status).toBe(200)
  })

  test('acts for nobody without a second factor, where everybody is to have one', async () => {
    const strict = { ...made.identity, isFactorForAll: true }
    const { email, organization, person } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const nobody = { done: { person, organization: undefined, role: 'public' } }
    const without = await signedIn(email)
    expect(await identifyRequest(strict, without.visitor())).toEqual(nobody)
    expect(await whoIAm(strict, without.visitor())).toMatchObject({ lacks_factor: true, acting_for: null })
    const { browser, recovery_codes } = await withSecondFactor(email)
    const clerk = { done: { person, organization, role: 'maker_clerk' } }
    expect(await identifyRequest(strict, browser.visitor())).toEqual(clerk)
    await browser.post('/api/self/second-factor/remove', { password: PASSWORD, recovery_code: recovery_codes[0] })
    expect(await identifyRequest(strict, browser.visitor())).toEqual(nobody)
    expect(await identifyRequest(made.identity, browser.visitor())).toEqual(clerk)
  })

  test('ends elsewhere when the second factor is set up or removed', async () => {
    const { email } = await memberOf(made, 'maker_signatory', 'manufacturer')
    const elsewhere = await signedIn(email)
    const { browser, recovery_codes } = await withSecondFactor(email)
    expect((await elsewhere.get('/api/self')).status).toBe(401)
    const there = await signedIn(email)
    const [first, second] = recovery_codes
    await there.post('/api/sign-in/second-factor', { recovery_code: first })
    const removal = { password: PASSWORD, recovery_code: second }
    expect((await browser.post('/api/self/second-factor/remove', removal)).status).toBe(200)
    expect((await browser.get('/api/self')).status).toBe(200)
    expect((await there.get('/api/self')).status).toBe(401)
  })

  test('is ended by an administrator of the organization, and by no other', async () => {
    const { email, organization, person } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const head = await signedIn((await memberOf(made, 'administrator', 'manufacturer', organization)).email)
    const stranger = await signedIn((await memberOf(made, 'administrator', 'manufacturer')).email)
    const [here, there] = [await signedIn(email), await signedIn(email)]
    const members = (await head.get('/api/people')).body['members'] as readonly { id: string; person_id: string }[]
    const membership = members.find((one) => one.person_id === person)?.id
    const end = '/api/people/sessions/end'
    expect(codeIn(await stranger.post(end, { membership }))).toEqual([404, 'membership_unknown'])
    expect((await here.post(end, { membership })).status).toBe(403)
    expect((await head.post(end, { membership })).body).toEqual({ ended: 2 })
    expect([(await here.get('/api/self')).status, (await there.get('/api/self')).status]).toEqual([401, 401])
    expect(await eventsOf(person)).toContain('end_sessions_of')
  })

  test('changes a password by who knows the one before, and goes on here only, for whom one acted', async () => {
    const { email, person } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const [browser, elsewhere] = [await signedIn(email), await signedIn(email)]
    const chosen = 'monsoon over the Soan'
    const change = async (input: object) =>
      codeIn(await browser.post('/api/self/password', { current_password: PASSWORD, password: chosen, ...input }))
    expect(await change({ current_password: 'not the right one' })).toEqual([401, 'password_wrong'])
    expect(await change({ password: 'qwerty123456' })).toEqual([422, 'password_leaked'])
    expect(await change({ password: 'Aisha Khan 1' })).toEqual([422, 'password_guessable'])
    const before = { cookie: browser.cookies() }
    expect((await change({}))[0]).toBe(200)
    expect((await browser.get('/api/self')).body).toMatchObject({ acting_for: { role: 'maker_clerk' } })
    expect((await elsewhere.get('/api/self')).status).toBe(401)
    expect((await made.app.inject({ url: '/api/self', headers: before })).statusCode).toBe(401)
    expect((await newBrowser().post('/api/sign-in', { email, password: PASSWORD })).status).toBe(401)
    expect((await newBrowser().post('/api/sign-in', { email, password: chosen })).status).toBe(200)
    expect(await eventsOf(person)).toContain('change_password')
    expect((await made.lettersTo(email)).join('\n')).toContain('Your password was changed')
    for (let tries = 0; tries < 5; tries += 1) await change({ current_password: 'not the right one' })
    expect((await change({ current_password: chosen }))[0]).toBe(429)
    expect(codeIn(await newBrowser().post('/api/self/password', { current_password: 'a', password: chosen }))).toEqual([
      401,
      'sign_in_needed',
    ])
  })

  test('gives a new password for a link that holds once, and ends every session; the second factor stays', async () => {
    const { email, person } = await memberOf(made, 'maker_signatory', 'manufacturer')
    const { browser: old } = await withSecondFactor(email)
    const browser = newBrowser()
    expect((await browser.post('/api/recovery', { email: 'nobody@example.com' })).status).toBe(200)
    expect((await browser.post('/api/recovery', { email })).status).toBe(200)
    const letters = await made.lettersTo(email)
    const token = new URL(letters.at(-1) ?? '').searchParams.get('token')
    const short = await browser.post('/api/recovery/password', { token, password: 'too short' })
    expect(codeIn(short)).toEqual([422, 'password_length'])
    const chosen = { token, password: 'a new one, and long' }
    const both = await Promise.all([1, 2].map(async () => await browser.post('/api/recovery/password', chosen)))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
    expect((await old.get('/api/self')).status).toBe(401)
    expect((await browser.post('/api/sign-in', { email, password: PASSWORD })).status).toBe(401)
    const step = await browser.post('/api/sign-in', { email, password: chosen.password })
    expect(step.body).toEqual({ second_factor_needed: true })
    expect(await eventsOf(person)).toContain('recover_password')
  })

  test('leaves nothing in the database with which one could sign in', async () => {
    const { email } = await memberOf(made, 'maker_signatory', 'manufacturer')
    const { browser, uri, recovery_codes } = await withSecondFactor(email)
    await browser.post('/api/recovery', { email })
    const letters = await made.lettersTo(email)
    const token = /maqami\.session_token=([^.%]+)/.exec(browser.cookies())?.[1]
    const secrets = [
      token,
      PASSWORD,
      new URL(uri).searchParams.get('secret'),
      ...recovery_codes,
      ...letters.filter((letter) => URL.canParse(letter)).map((letter) => new URL(letter).searchParams.get('token')),
    ]
    expect(secrets.filter((one) => (one ?? '').length > 8)).toHaveLength(3 + 10 + 2)
    // What stands there of a recovery code is its hash, which is no code.
    const kept = await made.authPool.query<{ codes: string }>(
      `select "backupCodes" as codes from "twoFactor" f join "user" u on u.id = f."userId" where u.email = $1`,
      [email],
    )
    const hashes = JSON.parse(kept.rows[0]?.codes ?? '') as readonly string[]
    expect(hashes.map((hash) => /^[0-9a-f]{64}$/.test(hash))).toEqual(Array.from({ length: 10 }, () => true))
    const thief = await signedIn(email)
    expect((await thief.post('/api/sign-in/second-factor', { recovery_code: hashes[0] })).status).toBe(401)
    const { rows } = await made.authPool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'auth'`,
    )
    const texts: string[] = []
    for (const { name } of rows) {
      const found = await made.authPool.query<{ text: string }>(`select t::text as text from "${name}" t`)
      texts.push(...found.rows.map(({ text }) => text))
    }
    const outbox = await readAs(made.database, systemActor('test'), async (tables) =>
      sql<{ text: string }>`select o::text as text from outbox o union all select i::text from invitations i`.execute(
        tables,
      ),
    )
    const all = [...texts, ...outbox.rows.map(({ text }) => text)].join('\n')
    expect(all.length).toBeGreaterThan(1000)
    for (const one of secrets) expect(all).not.toContain(one)
  })
})
