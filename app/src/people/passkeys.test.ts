import { createHash, createPublicKey, verify } from 'node:crypto'
import { decodeCredentialPublicKey } from '@simplewebauthn/server/helpers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { type Actor, readAs, systemActor } from '../kernel/transaction.ts'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import { askForSignature, confirmSignature } from './confirm-signature.ts'
import {
  type Answer,
  codeOf,
  roomForCodes,
  memberOf,
  openBrowser,
  openTestIdentity,
  PASSWORD,
  type TestBrowser,
  type TestIdentity,
} from './identity-fixture.ts'
import { type Device, deviceAt, type Twist } from './passkey-fixture.ts'

const HASH = `sha256:${'a'.repeat(64)}`
const OTHER_HASH = `sha256:${'b'.repeat(64)}`
const HOUR_MS = 3_600_000
const REFUSED = { refused: { code: 'passkey_refused' } }

interface Owner {
  readonly email: string
  readonly person: string
  readonly browser: TestBrowser
  readonly uri: string
  readonly device: Device
  readonly actor: Actor
}

describe.each(SERVERS)('passkeys on $name', (server) => {
  let made: TestIdentity
  let owner: Owner
  let other: Owner
  let nth = 0
  beforeAll(async () => {
    made = await openTestIdentity(server)
    owner = await ownerOf()
    other = await ownerOf()
  })
  afterAll(async () => {
    await made.drop()
  })

  function newBrowser(): TestBrowser {
    nth += 1
    return openBrowser(made, `203.0.113.${nth}`)
  }
  async function withCodes() {
    const { email, person } = await memberOf(made, 'maker_signatory', 'manufacturer')
    const browser = newBrowser()
    await browser.post('/api/sign-in', { email, password: PASSWORD })
    const { uri } = (await browser.post('/api/self/second-factor', { password: PASSWORD })).body
    expect((await browser.post('/api/self/second-factor/confirm', { code: await codeOf(String(uri)) })).status).toBe(
      200,
    )
    const actor: Actor = { person, organization: undefined, role: 'maker_signatory' }
    return { email, person, browser, uri: String(uri), actor }
  }
  async function anotherOf(browser: TestBrowser): Promise<PasskeyAsked> {
    return (await browser.get('/api/self/passkeys')).body['another'] as PasskeyAsked
  }
  async function add({ browser, uri }: Pick<Owner, 'browser' | 'uri'>, passkey: string, more: object = {}, steps = 1) {
    const body = { name: 'phone', password: PASSWORD, code: await codeOf(uri, steps), passkey, ...more }
    return await browser.post('/api/self/passkeys', body)
  }
  async function ownerOf(): Promise<Owner> {
    const known = await withCodes()
    const device = deviceAt(made.identity.publicAddress)
    expect(await add(known, device.make(await anotherOf(known.browser)))).toMatchObject({ status: 200 })
    return { ...known, device }
  }
  async function askedToSign(of: Owner, hash = HASH): Promise<PasskeyAsked> {
    const asked = await askForSignature(made.identity, of.actor, hash)
    if (asked === undefined) throw new Error('there is no passkey')
    return asked
  }
  async function askedToSignIn(): Promise<PasskeyAsked> {
    return (await newBrowser().get('/api/sign-in/passkey')).body as unknown as PasskeyAsked
  }
  async function signsIn(passkey: string): Promise<Answer & { readonly browser: TestBrowser }> {
    const browser = newBrowser()
    return { ...(await browser.post('/api/sign-in/passkey', { passkey })), browser }
  }

  test('one signs in who has nothing else at hand, and the history says with what', async () => {
    const { status, browser } = await signsIn(owner.device.answer(await askedToSignIn()))
    expect(status).toBe(200)
    expect((await browser.get('/api/self')).body).toMatchObject({ person: { id: owner.person } })
    const { events } = (await browser.get('/api/self/sign-ins')).body as { events: readonly object[] }
    expect(events[0]).toMatchObject({ what: 'signed_in', means: 'passkey' })
  })

  test('the signature of the device covers the hash of what was shown, as anybody can check from the log', async () => {
    const asked = await askedToSign(owner)
    expect(await confirmSignature(made.identity, owner.actor, owner.device.answer(asked), HASH)).toEqual({ done: true })
    const text = await readAs(made.database, systemActor('test'), async (tables) => {
      const { rows } = await sql<{
        details: string
      }>`select details from audit_events where command = 'sign_with_passkey'`.execute(tables)
      return rows[0]?.details ?? ''
    })
    const said = JSON.parse(text) as Readonly<Record<string, string>>
    const of = (name: string): Buffer => Buffer.from(said[name] ?? '', 'base64url')
    expect([said['signed_hash'], said['passkey']]).toEqual([HASH, owner.device.id])
    const client = JSON.parse(of('client_data').toString()) as { readonly challenge: string }
    const covered = createHash('sha256').update(JSON.stringify(['sign', owner.person, HASH, said['ticket']]))
    expect(client.challenge).toBe(covered.digest('base64url'))
    const cose = decodeCredentialPublicKey(new Uint8Array(of('public_key'))) as unknown as Map<number, Uint8Array>
    const [x, y] = [-2, -3].map((at) => Buffer.from(cose.get(at) ?? []).toString('base64url'))
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' })
    const signed = Buffer.concat([of('authenticator_data'), createHash('sha256').update(of('client_data')).digest()])
    expect(verify('sha256', signed, key, of('signature'))).toBe(true)
  })

  const TWISTS: Readonly<Record<string, Twist>> = {
    'from another address': { origin: 'https://maqami.example.evil' },
    'for another party': { rpId: 'evil.example' },
    'without knowing who held it': { unverified: true },
    'over another challenge': { challenge: Buffer.alloc(32).toString('base64url') },
    'with a ticket of one’s own making': { ticket: `${Date.now()}.${'A'.repeat(43)}.${'A'.repeat(43)}` },
    'with a counter that goes back': { counter: 1 },
    'of another kind': { type: 'webauthn.create' },
    'in the name of another': { handle: Buffer.from('somebody').toString('base64url') },
    'with a spoilt signature': { spoilt: true },
  }
  test.each(Object.entries(TWISTS))('an answer %s is refused, at the door and for a signature', async (_, twist) => {
    const signed = owner.device.answer(await askedToSign(owner), twist)
    expect(await confirmSignature(made.identity, owner.actor, signed, HASH)).toEqual(REFUSED)
    const { status, body, browser } = await signsIn(owner.device.answer(await askedToSignIn(), twist))
    expect([status, body['code']]).toEqual([401, 'passkey_refused'])
    expect((await browser.get('/api/self')).status).toBe(401)
  })

  test('what was answered once is answered, also where it is sent twice at the same moment', async () => {
    const asked = await askedToSign(owner)
    const once = owner.device.answer(asked)
    const both = await Promise.all(
      [1, 2].map(async () => await confirmSignature(made.identity, owner.actor, once, HASH)),
    )
    expect(both.filter((outcome) => 'done' in outcome)).toHaveLength(1)
    expect(await confirmSignature(made.identity, owner.actor, owner.device.answer(asked), HASH)).toEqual(REFUSED)
    const entry = owner.device.answer(await askedToSignIn())
    expect([(await signsIn(entry)).status, (await signsIn(entry)).status]).toEqual([200, 401])
  })

  test('an answer is good for what was asked: this hash, this person, this purpose, and a time', async () => {
    const sign = async (given: string, hash = HASH, by = owner.actor) =>
      await confirmSignature(made.identity, by, given, hash)
    expect(await sign(owner.device.answer(await askedToSign(owner)), OTHER_HASH)).toEqual(REFUSED)
    expect(await sign(owner.device.answer(await askedToSign(owner)), HASH, other.actor)).toEqual(REFUSED)
    // Another’s device over what was asked of him, and his device under another’s name.
    expect(await sign(other.device.answer(await askedToSign(owner)))).toEqual(REFUSED)
    expect(await sign(other.device.answer(await askedToSign(owner), { id: owner.device.id }))).toEqual(REFUSED)
    expect(await sign(owner.device.answer(await askedToSignIn()))).toEqual(REFUSED)
    expect((await signsIn(owner.device.answer(await askedToSign(owner)))).status).toBe(401)
    const early = await askedToSign(owner)
    made.pass(HOUR_MS + 1000)
    expect(await sign(owner.device.answer(early))).toEqual(REFUSED)
    for (const given of [
      '{',
      '{}',
      '{"ticket":1}',
      `{"ticket":"","response":{"id":""}}`,
      String.raw`{"ticket":"x","response":{"id":"\u0000"}}`,
      String.raw`{"ticket":"x","response":{"id":"\ud800"}}`,
      `{"x":"${'y'.repeat(4000)}"}`,
    ])
      expect(await sign(given)).toEqual(REFUSED)
    expect(await sign(owner.device.answer(await askedToSign(owner)))).toEqual({ done: true })
  })

  test('one is added with the password and a code, beside codes only, and not for who only has the session', async () => {
    await roomForCodes()
    const bare = await memberOf(made, 'maker_clerk', 'manufacturer')
    const browser = newBrowser()
    await browser.post('/api/sign-in', { email: bare.email, password: PASSWORD })
    expect((await browser.get('/api/self/passkeys')).body).toEqual({ passkeys: [], another: null })
    const known = await withCodes()
    const device = deviceAt(made.identity.publicAddress)
    const code = async (body: object, passkey: string) => (await add(known, passkey, body)).body['code']
    const asked = await anotherOf(known.browser)
    expect(await code({ password: 'not the password' }, device.make(asked))).toBe('password_wrong')
    expect(await code({ code: '000000' }, device.make(asked))).toBe('code_wrong')
    for (const twist of [
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { unverified: true },
      { ticket: 'x' },
    ] as const)
      expect(await code({}, device.make(asked, twist))).toBe('passkey_refused')
    // What was asked of somebody else.
    expect(await code({}, device.make(await anotherOf(owner.browser)))).toBe('passkey_refused')
    expect((await add(known, device.make(asked))).status).toBe(200)
    const again = await add(known, device.make(await anotherOf(known.browser)), {}, -1)
    expect(again.body).toMatchObject({ code: 'passkey_refused' })
    expect((await made.lettersTo(known.email)).at(-1)).toContain('A passkey was added to your account')
  })

  test('it is removed with a code, and goes with the codes', async () => {
    await roomForCodes()
    const known = await withCodes()
    const device = deviceAt(made.identity.publicAddress)
    expect((await add(known, device.make(await anotherOf(known.browser)))).status).toBe(200)
    const remove = async (browser: TestBrowser, code: string) =>
      (await browser.post('/api/self/passkeys/remove', { id: device.id, code })).body['code']
    expect(await remove(owner.browser, '000000')).toBe('passkey_unknown')
    expect(await remove(known.browser, '000000')).toBe('code_wrong')
    const body = { password: PASSWORD, code: await codeOf(known.uri, -1) }
    expect((await known.browser.post('/api/self/second-factor/remove', body)).status).toBe(200)
    expect((await signsIn(device.answer(await askedToSignIn()))).status).toBe(401)
    expect(await askForSignature(made.identity, known.actor, HASH)).toBeUndefined()
  })
})
