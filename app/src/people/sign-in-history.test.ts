import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { readAs, systemActor, writeAs } from '../kernel/transaction.ts'
import type { Job } from '../jobs/job.ts'
import { sql } from 'kysely'
import { codeOf, memberOf, openBrowser, openTestIdentity, PASSWORD, type TestIdentity } from './identity-fixture.ts'
import { forgetSignIns } from './note-sign-in.ts'
import { seeSignIns } from './see-sign-ins.ts'

const DAY_MS = 24 * 3_600_000
const AGENT = { 'user-agent': 'Firefox' }

describe.each(SERVERS)('what happened at the door, on $name', (server) => {
  let made: TestIdentity
  beforeAll(async () => {
    made = await openTestIdentity(server)
  })
  afterAll(async () => {
    await made.drop()
  })

  async function tryWith(
    email: string,
    password: string,
    address: string,
    agent: Readonly<Record<string, string>> = AGENT,
  ) {
    const browser = openBrowser(made, address)
    await browser.post('/api/sign-in', { email, password }, agent)
    return browser
  }
  /** Their first lines; the invitation is a link. */
  async function warnings(email: string): Promise<readonly (string | undefined)[]> {
    return (await made.lettersTo(email)).filter((one) => !URL.canParse(one)).map((one) => one.split('\n')[0])
  }
  async function shown(browser: Awaited<ReturnType<typeof tryWith>>) {
    const { events } = (await browser.get('/api/self/sign-ins')).body as {
      events: readonly { what: string; means: string | null; address: string; agent: string }[]
    }
    return events.map(({ what, means, address }) => [what, means, address])
  }

  test('is shown to the person, what was refused too: when, with what and from where', async () => {
    const { email } = await memberOf(made, 'maker_signatory', 'manufacturer')
    await tryWith(email, 'not the right one', '203.0.113.9', { 'user-agent': 'curl' })
    const browser = await tryWith(email, PASSWORD, '192.0.2.7')
    const { uri, recovery_codes } = (await browser.post('/api/self/second-factor', { password: PASSWORD })).body as {
      uri: string
      recovery_codes: readonly string[]
    }
    await browser.post('/api/self/second-factor/confirm', { code: await codeOf(uri) }, AGENT)
    const guess = await tryWith(email, PASSWORD, '203.0.113.9')
    await guess.post('/api/sign-in/second-factor', { code: '000000' }, AGENT)
    await guess.post('/api/sign-in/second-factor', { recovery_code: 'guessed' }, AGENT)
    await guess.post('/api/sign-in/second-factor', { recovery_code: recovery_codes[0] }, AGENT)
    await guess.post('/api/self/sessions/end', {}, AGENT)
    expect(await shown(guess)).toEqual([
      ['sessions_ended', null, '203.0.113.9'],
      ['signed_in', 'recovery_code', '203.0.113.9'],
      ['refused', 'recovery_code', '203.0.113.9'],
      ['refused', 'code', '203.0.113.9'],
      ['second_factor_set_up', null, '192.0.2.7'],
      ['signed_in', 'password', '192.0.2.7'],
      ['refused', 'password', '203.0.113.9'],
    ])
    expect((await openBrowser(made).get('/api/self/sign-ins')).body).toEqual({ events: [] })
  })

  test('is written to him where he signed in from a place that is new, and where his password is', async () => {
    const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const isNew = 'Your account was signed in to from a new place'
    await tryWith(email, PASSWORD, '192.0.2.7')
    await tryWith(email, PASSWORD, '192.0.2.7')
    expect(await warnings(email)).toEqual([])
    await tryWith(email, PASSWORD, '203.0.113.9')
    expect(await warnings(email)).toEqual([isNew])
    await tryWith(email, PASSWORD, '203.0.113.9', { 'user-agent': 'Safari' })
    expect(await warnings(email)).toEqual([isNew, isNew])
    await tryWith(email, PASSWORD, '192.0.2.7', { 'user-agent': 'Safari' })
    await tryWith(email, 'not the right one', '198.51.100.4')
    expect(await warnings(email)).toEqual([isNew, isNew])
    const browser = openBrowser(made)
    await browser.post('/api/recovery', { email })
    const token = new URL((await made.lettersTo(email)).at(-1) ?? '').searchParams.get('token')
    await browser.post('/api/recovery/password', { token, password: 'a new one, and long' })
    expect(await warnings(email)).toEqual([isNew, isNew, 'Your password was changed'])
  })

  test('is seen by the administrator of those who belong to his organization now, and by no other', async () => {
    const clerk = await memberOf(made, 'maker_clerk', 'manufacturer')
    const head = await memberOf(made, 'administrator', 'manufacturer', clerk.organization)
    const rival = await memberOf(made, 'administrator', 'manufacturer')
    await tryWith(clerk.email, PASSWORD, '192.0.2.7')
    const asHead = { person: head.person, organization: clerk.organization, role: 'administrator' } as const
    const asRival = { person: rival.person, organization: rival.organization, role: 'administrator' } as const
    const colleague = { person: head.person, organization: clerk.organization, role: 'maker_clerk' } as const
    expect((await seeSignIns(made.identity, asHead)).map(({ person_id, what }) => [person_id, what])).toEqual([
      [clerk.person, 'signed_in'],
    ])
    const rows = async (actor: typeof asHead | typeof asRival | typeof colleague) =>
      await readAs(
        made.database,
        actor,
        async (tables) =>
          (await sql`select from sign_in_history where person_id = ${clerk.person}`.execute(tables)).rows.length,
      )
    expect([await rows(asHead), await rows(asRival), await rows(colleague)]).toEqual([1, 0, 0])
    await writeAs(made.database, asHead, async (tables) => ({
      commit: await sql`update memberships set ended_at = now() where person_id = ${clerk.person}`.execute(tables),
    }))
    expect(await rows(asHead)).toBe(0)
  })

  test('is forgotten after 400 days, and of an address that nobody has the next morning', async () => {
    const { email, person } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const system = systemActor('test')
    await tryWith(email, PASSWORD, '192.0.2.7')
    await tryWith('nobody@example.com', PASSWORD, '192.0.2.7')
    const left = async () =>
      await readAs(made.database, system, async (tables) => [
        (await sql`select from sign_in_history where person_id = ${person}`.execute(tables)).rows.length,
        (await sql`select from sign_in_history where person_id is null`.execute(tables)).rows.length,
      ])
    const forgetAfter = async (days: number) => {
      const effect = await forgetSignIns(() => Date.now() + days * DAY_MS)({} as Job)
      await writeAs(made.database, system, async (tables) => ({ commit: await effect(tables) }))
    }
    expect(await left()).toEqual([1, 1])
    await forgetAfter(399)
    expect(await left()).toEqual([1, 0])
    await forgetAfter(401)
    expect(await left()).toEqual([0, 0])
  })
})
