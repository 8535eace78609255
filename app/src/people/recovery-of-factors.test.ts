/** A lost second factor is removed, and nobody gets at an account by it: each test but the first is an attacker, or a race. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { type Actor, readAs, systemActor, writeAs } from '../kernel/transaction.ts'
import { actorOf, organizationOf } from './actor-fixture.ts'
import { confirmSignature } from './confirm-signature.ts'
import {
  codeOf,
  memberOf,
  openBrowser,
  openTestIdentity,
  PASSWORD,
  type TestBrowser,
  type TestIdentity,
} from './identity-fixture.ts'
import { completeRecovery, openRecovery, seeRecoveries } from './recover-second-factor.ts'
import { stopRecovery, stopRecoveryByLink } from './stop-recovery.ts'

const HOUR_MS = 3_600_000
const HASH = `sha256:${'a'.repeat(64)}`
const NOT_OPEN = { refused: { code: 'recovery_not_open' } }

interface Firm {
  readonly id: string
  readonly head: Actor
  readonly headEmail: string
  readonly email: string
  readonly person: string
  readonly browser: TestBrowser
  readonly uri: string
  readonly recoveryCode: string
}

describe.each(SERVERS)('a lost second factor on $name', (server) => {
  let made: TestIdentity
  let officer: Actor
  let nth = 0
  beforeAll(async () => {
    made = await openTestIdentity(server)
    officer = await actorOf(made.database, 'case_officer')
  })
  afterAll(async () => {
    await made.drop()
  })

  function newBrowser(): TestBrowser {
    nth += 1
    return openBrowser(made, `198.51.100.${nth}`)
  }
  /** A firm with an administrator, and a signatory who signs with codes. */
  async function firmOf(): Promise<Firm> {
    const id = await organizationOf(made.database, 'manufacturer')
    const head = await memberOf(made, 'administrator', 'manufacturer', id)
    const { email, person } = await memberOf(made, 'maker_signatory', 'manufacturer', id)
    const browser = newBrowser()
    await browser.post('/api/sign-in', { email, password: PASSWORD })
    const { uri, recovery_codes } = (await browser.post('/api/self/second-factor', { password: PASSWORD })).body
    await browser.post('/api/self/second-factor/confirm', { code: await codeOf(String(uri)) })
    const [recoveryCode = ''] = recovery_codes as readonly string[]
    const actor: Actor = { person: head.person, organization: id, role: 'administrator' }
    return { id, head: actor, headEmail: head.email, email, person, browser, uri: String(uri), recoveryCode }
  }
  async function opened(firm: Firm, by = firm.head): Promise<string> {
    const outcome = await openRecovery(made.identity, by, { email: firm.email })
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    return outcome.done.recovery
  }
  async function open(by: Actor, email: string) {
    const outcome = await openRecovery(made.identity, by, { email })
    return 'refused' in outcome ? outcome.refused.code : 'done'
  }
  /** The token of a link in the newest letter to somebody. */
  async function linkTo(email: string, path: 'stop' | 'finish'): Promise<string> {
    const letter = (await made.lettersTo(email)).at(-1) ?? ''
    return new RegExp(`/recovery/${path}\\?token=([\\w-]{43})`).exec(letter)?.[1] ?? ''
  }
  async function complete(token: string, password = PASSWORD) {
    return await completeRecovery(made.identity, newBrowser().visitor(), { token, password })
  }
  /** Whether the factor is still asked for at the door. */
  async function isAsked({ email }: Firm, password = PASSWORD): Promise<unknown> {
    return (await newBrowser().post('/api/sign-in', { email, password })).body['second_factor_needed']
  }
  async function events(person: string): Promise<readonly string[]> {
    return await readAs(made.database, systemActor('test'), async (tables) => {
      const { rows } = await sql<{
        command: string
      }>`select command from audit_events where subject = ${person} and command like '%recover%' order by id`.execute(
        tables,
      )
      return rows.map(({ command }) => command)
    })
  }

  test('is removed by its owner with password and letter a day after another asked for it, and all were told', async () => {
    const firm = await firmOf()
    await opened(firm)
    expect((await seeRecoveries(made.identity, firm.head)).map(({ person_id }) => person_id)).toEqual([firm.person])
    expect(await linkTo(firm.headEmail, 'stop')).toHaveLength(43)
    expect([await linkTo(firm.headEmail, 'finish'), await linkTo(firm.email, 'stop')].map((one) => one.length)).toEqual(
      [0, 43],
    )
    const token = await linkTo(firm.email, 'finish')
    made.pass(24 * HOUR_MS - 60_000)
    expect(await complete(token)).toMatchObject({ refused: { code: 'recovery_waits' } })
    made.pass(60_000)
    expect(await complete(token)).toEqual({ done: {} })
    expect((await firm.browser.get('/api/self')).status).toBe(401)
    expect(await isAsked(firm)).toBe(false)
    const signatory: Actor = { person: firm.person, organization: firm.id, role: 'maker_signatory' }
    expect(await confirmSignature(made.identity, signatory, '123456', HASH)).toMatchObject({
      refused: { code: 'second_factor_missing' },
    })
    expect(await complete(token)).toEqual(NOT_OPEN)
    expect(await events(firm.person)).toEqual(['open_recovery', 'complete_recovery'])
  })

  test('that nobody removed in time can be asked for again, also by another', async () => {
    const firm = await firmOf()
    await opened(firm)
    const token = await linkTo(firm.email, 'finish')
    made.pass(8 * 24 * HOUR_MS)
    expect(await complete(token)).toEqual(NOT_OPEN)
    expect(await open(firm.head, firm.email)).toBe('done')
    made.pass(8 * 24 * HOUR_MS)
    expect(await open(officer, firm.email)).toBe('done')
    expect(await events(firm.person)).toEqual([
      'open_recovery',
      'stop_recovery',
      'open_recovery',
      'stop_recovery',
      'open_recovery',
    ])
  })

  test('an administrator in league with nobody gets nothing: he has neither the password nor the letter', async () => {
    const firm = await firmOf()
    await opened(firm)
    made.pass(25 * HOUR_MS)
    const own = await linkTo(firm.headEmail, 'stop')
    expect(await complete(own)).toEqual(NOT_OPEN)
    const token = await linkTo(firm.email, 'finish')
    expect(await complete(token, 'what he guesses')).toMatchObject({ refused: { code: 'password_wrong' } })
    expect(await isAsked(firm)).toBe(true)
    expect(await stopRecoveryByLink(made.identity, { token: own })).toEqual({ done: {} })
    expect(await complete(token)).toEqual(NOT_OPEN)
  })

  test('who has the mailbox alone gets nothing: a new password ends what runs, and none can be asked for by him', async () => {
    const firm = await firmOf()
    await opened(firm)
    const token = await linkTo(firm.email, 'finish')
    await newBrowser().post('/api/recovery', { email: firm.email })
    const letter = new URL((await made.lettersTo(firm.email)).at(-1) ?? '')
    const password = 'chosen by the thief'
    const body = { token: letter.searchParams.get('token'), password }
    expect((await newBrowser().post('/api/recovery/password', body)).status).toBe(200)
    made.pass(25 * HOUR_MS)
    expect(await complete(token, password)).toEqual(NOT_OPEN)
    // The new password took nothing from the second factor.
    expect(await isAsked(firm, password)).toBe(true)
  })

  test('who has the password alone gets nothing: he lacks the letter, and guesses at links are counted', async () => {
    const firm = await firmOf()
    await opened(firm)
    made.pass(25 * HOUR_MS)
    expect(await complete('A'.repeat(43))).toEqual(NOT_OPEN)
    const visitor = newBrowser().visitor()
    const input = { token: 'B'.repeat(43), password: PASSWORD }
    for (let tries = 0; tries < 50; tries += 1) await completeRecovery(made.identity, visitor, input)
    expect(await completeRecovery(made.identity, visitor, input)).toMatchObject({ refused: { code: 'locked_out' } })
    expect(await isAsked(firm)).toBe(true)
  })

  test.each(['code', 'recovery_code'] as const)('a sign-in with the factor, by %s, ends it', async (means) => {
    const firm = await firmOf()
    await opened(firm)
    const token = await linkTo(firm.email, 'finish')
    const browser = newBrowser()
    await browser.post('/api/sign-in', { email: firm.email, password: PASSWORD })
    const given = means === 'code' ? { code: await codeOf(firm.uri, 1) } : { recovery_code: firm.recoveryCode }
    expect((await browser.post('/api/sign-in/second-factor', given)).status).toBe(200)
    made.pass(25 * HOUR_MS)
    expect(await complete(token)).toEqual(NOT_OPEN)
    expect(await events(firm.person)).toEqual(['open_recovery', 'stop_recovery'])
  })

  test('while it runs nothing is signed, also not with the factor, and again once it is stopped', async () => {
    const firm = await firmOf()
    const recovery = await opened(firm)
    const signatory: Actor = { person: firm.person, organization: firm.id, role: 'maker_signatory' }
    const sign = async () => await confirmSignature(made.identity, signatory, await codeOf(firm.uri, 1), HASH)
    expect(await sign()).toEqual({ refused: { code: 'signing_rests' } })
    const rival = await actorOf(made.database, 'administrator')
    expect(await stopRecovery(made.identity, rival, { recovery })).toEqual(NOT_OPEN)
    expect(await stopRecovery(made.identity, firm.head, { recovery })).toEqual({ done: {} })
    expect(await sign()).toEqual({ done: { confirmed: true } })
  })

  test('nobody asks for himself, for another firm’s people, or for who has powers elsewhere, and nobody often', async () => {
    const firm = await firmOf()
    expect(await open(firm.head, firm.headEmail)).toBe('recovery_of_oneself')
    const other = await firmOf()
    expect(await open(firm.head, other.email)).toBe('recovery_person_unknown')
    expect(await open(firm.head, 'nobody@example.com')).toBe('recovery_person_unknown')
    const second = await memberOf(made, 'administrator', 'manufacturer', firm.id)
    expect(await open(firm.head, second.email)).toBe('recovery_by_regulator')
    expect(await open(officer, second.email)).toBe('done')
    expect((await made.lettersTo(firm.headEmail)).at(-1)).toContain('/recovery/stop?token=')
    // An officer of the regulator who also signs for the firm.
    await writeAs(made.database, systemActor('test'), async (tables) => {
      await sql`insert into memberships values (gen_random_uuid(), ${firm.person}, ${officer.organization}, 'regulator', 'analyst', now(), null)`.execute(
        tables,
      )
      return { commit: undefined }
    })
    expect(await open(firm.head, firm.email)).toBe('recovery_by_regulator')
    for (let times = 0; times < 3; times += 1) {
      const recovery = await opened(other)
      expect(await open(other.head, other.email)).toBe('recovery_open')
      expect(await stopRecovery(made.identity, officer, { recovery })).toEqual({ done: {} })
    }
    expect(await open(other.head, other.email)).toBe('recovery_often')
    const forged = writeAs(made.database, firm.head, async (tables) => {
      await sql`insert into recoveries select gen_random_uuid(), ${firm.head.person}::uuid, organization_id, opened_by, opened_at, ready_at, expires_at, 'a', 'b', null, null, null
        from recoveries where organization_id = ${firm.id} limit 1`.execute(tables)
      return { commit: undefined }
    })
    await expect(forged).rejects.toThrow(/row-level security|recoveries/)
  })

  test('of a stop and a completion at the same moment one happens, and the factor goes only with the completion', async () => {
    const outcomes = []
    for (let round = 0; round < 4; round += 1) {
      const firm = await firmOf()
      const recovery = await opened(firm)
      const token = await linkTo(firm.email, 'finish')
      made.pass(25 * HOUR_MS)
      const [stopped, completed] = await Promise.all([
        stopRecovery(made.identity, firm.head, { recovery }),
        complete(token),
      ])
      outcomes.push(['done' in stopped, 'done' in completed, await isAsked(firm)])
    }
    for (const [stopped, completed, asked] of outcomes) expect([completed, asked]).toEqual([!stopped, stopped])
  })
})
