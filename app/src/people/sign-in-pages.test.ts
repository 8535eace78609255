import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { systemActor, writeAs } from '../kernel/transaction.ts'
import { openReader, type PageReader, type ReadPage } from '../pages/page-reader-fixture.ts'
import { organizationOf } from './actor-fixture.ts'
import {
  codeOf,
  memberOf,
  openTestIdentity,
  PASSWORD,
  STRANGER,
  type TestIdentity,
  tokenOf,
} from './identity-fixture.ts'
import { writeInvitation } from './invite-person.ts'
import { PAGES_ADDRESS, servedPeople } from './people-pages-fixture.ts'
import { beginSecondFactor, confirmSetUp } from './set-up-second-factor.ts'
import { signIn } from './sign-in.ts'

const SESSION = '__Host-maqami.session_token'

let made: TestIdentity
let served: ReturnType<typeof servedPeople>
let provider: Server
let issuer: string
let nth = 0

beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  provider = createServer((_, response) => {
    const endpoints = { authorization_endpoint: `${issuer}/go`, token_endpoint: `${issuer}/t`, jwks_uri: `${issuer}/j` }
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ issuer, ...endpoints }))
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  const openId = { issuer: new URL(issuer), clientId: 'maqami', clientSecret: 'between the two' }
  made = await openTestIdentity(first, openId, PAGES_ADDRESS)
  served = servedPeople(made.identity)
})
afterAll(async () => {
  provider.close()
  await made.drop()
})

function newReader(): PageReader {
  nth += 1
  return openReader(served.server, `198.51.100.${nth}`)
}

async function invited(email: string, organization?: string): Promise<string> {
  const organization_id = organization ?? (await organizationOf(made.database, 'manufacturer', 'Soan'))
  const system = systemActor('test')
  const wanted = { organization_id, kind: 'manufacturer', role: 'maker_clerk', email } as const
  const { link } = await writeAs(made.database, system, async (tables) => ({
    commit: await writeInvitation(tables, made.identity, system, wanted),
  }))
  return `/accept-invitation?token=${tokenOf(link)}`
}

function said({ body }: ReadPage): string {
  return body
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

test('who has no second factor is led to it, where everybody is to have one', async () => {
  const { server } = servedPeople({ ...made.identity, isFactorForAll: true })
  const reader = openReader(server, '198.51.100.250')
  const { email } = await memberOf(made, 'administrator', 'manufacturer')
  const signed = await reader.send('/sign-in?next=%2Fpeople', { email, password: PASSWORD })
  expect([signed.status, signed.location]).toEqual([303, '/account/second-factor'])
  for (const page of ['/account/second-factor', '/account'])
    expect(said(await reader.open(page))).toContain('Set yours up first; until then you act for nobody.')
  expect((await reader.open('/people')).status).toBe(403)
})

test('a page that may ask for a passkey runs that one script, and no other page runs any', async () => {
  const policyOf = async (url: string) => {
    const { body, headers } = await served.server.inject({ url })
    return [...body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag).concat(String(headers['content-security-policy']))
  }
  const [tag = '', policy = '', ...more] = await policyOf('/sign-in')
  const [, file = ''] = /^<script src="([^"]+)" defer="">$/.exec(tag) ?? []
  expect(policy).toContain(`script-src ${PAGES_ADDRESS}${file}`)
  expect([file.endsWith('/passkey-island.js'), policy.includes('unsafe'), more]).toEqual([true, false, []])
  const [without = '', ...none] = await policyOf('/forgotten-password')
  expect([without.includes('script-src'), none]).toEqual([false, []])
})

test('every page of coming in stands in both languages, and leaves no sentence in the other', async () => {
  const reader = newReader()
  const pages = [
    '/sign-in?error=signup_disabled',
    '/sign-in/code',
    '/forgotten-password',
    '/new-password?token=1',
    await invited('both@example.com'),
  ]
  for (const url of pages) {
    expect([url, (await reader.open(url)).status]).toEqual([url, 200])
    const page = await reader.open(url, 'ur')
    expect(page.body).toContain('<html lang="ur" dir="rtl">')
    const main = (/<main.*<\/main>/s.exec(page.body)?.[0] ?? '').replaceAll(/<bdi>.*?<\/bdi>/g, '')
    expect([url, /(?:[A-Za-z]{2,} ){2}/.exec(said({ ...page, body: main }))?.[0]]).toEqual([url, undefined])
  }
  expect(served.faults).toEqual([])
})

test('who signs in by his password is led to the page that asked, is named in its header, and signs out there', async () => {
  const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
  const reader = newReader()
  const asked = await reader.open('/account')
  expect(asked.status).toBe(401)
  expect(asked.body).toContain('<a class="ds-button" href="/sign-in?next=%2Faccount">Sign in</a>')
  const signedIn = await reader.send('/sign-in?next=%2Faccount', { email, password: PASSWORD })
  expect([signedIn.status, signedIn.location]).toEqual([303, '/account'])
  const cookie = signedIn.cookies.find((one) => one.startsWith(SESSION))
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; Secure/)
  expect(cookie).toMatch(/; SameSite=Lax/)
  const account = await reader.open('/account')
  expect(/<div class="door">.*<\/div>/.exec(account.body)?.[0]).toMatch(/Aisha Khan.*manufacturer.*Sign out/)
  const out = await reader.send('/sign-out', {})
  expect([out.status, out.location]).toEqual([303, '/sign-in'])
  expect(said(await reader.open('/sign-in'))).toContain('You are signed out.')
  expect((await reader.open('/account')).status).toBe(401)
})

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example', '/a/..//evil.example/'])(
  'nobody is led to %s after signing in',
  async (next) => {
    const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const url = `/sign-in?${new URLSearchParams({ next }).toString()}`
    expect((await newReader().send(url, { email, password: PASSWORD })).location).toBe('/desk')
  },
)

test('a wrong password and an unknown address are answered alike; the address stays in the form, the password does not', async () => {
  const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
  const wrong = await newReader().send('/sign-in', { email, password: 'not the right one' })
  const unknown = await newReader().send('/sign-in', { email: 'nobody@example.com', password: 'not the right one' })
  expect(wrong.status).toBe(401)
  const asked = / data-passkey="[^"]*"/
  const body = wrong.body.replaceAll(email, 'nobody@example.com').replace(asked, '')
  expect({ ...unknown, body: unknown.body.replace(asked, '') }).toEqual({ ...wrong, body })
  expect(wrong.body).toContain(`value="${email}"`)
  expect(wrong.body).not.toContain('not the right one')
})

test('who forgot his password is answered alike whether he is known or not, and comes in by the link', async () => {
  const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
  const known = await newReader().send('/forgotten-password', { email })
  expect(await newReader().send('/forgotten-password', { email: 'nobody@example.com' })).toEqual(known)
  expect([known.status, known.location]).toEqual([303, '/forgotten-password'])
  const { pathname, search } = new URL((await made.lettersTo(email)).at(-1) ?? '')
  const reader = newReader()
  const short = await reader.send(pathname + search, { password: 'too short' })
  expect(short.status).toBe(422)
  expect(short.body).toContain('href="#password"')
  expect(short.body).not.toContain('too short')
  const changed = await reader.send(pathname + search, { password: 'a wholly new one' })
  expect([changed.status, changed.location]).toEqual([303, '/sign-in'])
  expect(said(await reader.open('/sign-in'))).toContain('Your password is changed.')
  expect((await reader.send('/sign-in', { email, password: 'a wholly new one' })).status).toBe(303)
  expect((await reader.send(pathname + search, { password: 'a wholly new one' })).status).toBe(404)
})

test('an invitation makes a person of a stranger, who is signed in with the password he chose', async () => {
  const url = await invited('stranger@example.com')
  const reader = newReader()
  expect(said(await reader.open(url))).toMatch(/Soan .*Clerk, who prepares .*stranger@example.com .*PKT/)
  const short = await reader.send(url, { name: 'Bilal Ahmed', password: 'too short' })
  expect(short.status).toBe(422)
  expect(short.body).toContain('value="Bilal Ahmed"')
  expect(short.body).not.toContain('too short')
  const accepted = await reader.send(url, { name: 'Bilal Ahmed', password: PASSWORD })
  // There is his work.
  expect([accepted.status, accepted.location]).toEqual([303, '/desk'])
  expect(said(await reader.open('/account'))).toContain('You have accepted the invitation.')
  const refused = said(await reader.open('/people'))
  expect(refused).toContain('This is for: Administrator. You act as: Clerk, who prepares.')
  expect(refused).not.toContain('see_people')
  expect((await newReader().open(url)).status).toBe(404)
})

test('who has an account signs in with it to accept, comes back, and then chooses for whom to act', async () => {
  const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
  const url = await invited(email)
  const reader = newReader()
  const asked = await reader.open(url)
  expect(asked.body).not.toContain('name="password"')
  const door = /class="ds-button" href="([^"]+)"/.exec(asked.body)?.[1] ?? ''
  expect((await reader.send(url, {})).status).toBe(409)
  const back = await reader.send(door, { email, password: PASSWORD })
  expect(back.location).toBe(url)
  expect((await reader.open(url)).body).toContain('Accept the invitation')
  expect((await reader.send(url, {})).location).toBe('/account')
  expect((await newReader().send('/sign-in', { email, password: PASSWORD })).location).toBe('/account')
})

test('a second factor is asked for on a page of its own, and a recovery code stands in for it', async () => {
  const { email, person } = await memberOf(made, 'maker_signatory', 'manufacturer')
  const actor = { person, organization: undefined, role: 'public' } as const
  const { cookies = [] } = await signIn(made.identity, STRANGER, { email, password: PASSWORD })
  const visitor = { ...STRANGER, cookies: cookies.map((one) => one.split(';')[0]).join('; ') }
  const begun = await beginSecondFactor(made.identity, actor, visitor, { password: PASSWORD })
  if ('refused' in begun) throw new Error(begun.refused.code)
  const { uri, recovery_codes } = begun.done
  await confirmSetUp(made.identity, actor, visitor, { code: await codeOf(uri) })
  for (const [code, status] of [
    ['000000', 401],
    [recovery_codes[0] ?? '', 303],
    [recovery_codes[0] ?? '', 401],
    [await codeOf(uri, 1), 303],
  ] as const) {
    const reader = newReader()
    const half = await reader.send('/sign-in?next=%2Freturns', { email, password: PASSWORD })
    expect([half.status, half.location]).toEqual([303, '/sign-in/code?next=%2Freturns'])
    expect((await reader.open('/account')).status).toBe(401)
    const answer = await reader.send('/sign-in/code?next=%2Freturns', { code })
    expect([answer.status, answer.location]).toEqual([status, status === 303 ? '/returns' : undefined])
    expect(answer.body).not.toContain(`value="${code}"`)
  }
})

test('whoever signs in elsewhere is sent there with cookies that no script reads', async () => {
  const reader = newReader()
  expect((await reader.open('/sign-in?next=%2Freturns')).body).toContain('href="/sign-in/openid?next=%2Freturns"')
  const sent = await reader.open('/sign-in/openid?next=%2Freturns')
  expect([sent.status, new URL(sent.location ?? '').href.startsWith(`${issuer}/go?`)]).toEqual([303, true])
  expect(sent.cookies.length).toBeGreaterThan(0)
  for (const cookie of sent.cookies) expect(cookie).toMatch(/; HttpOnly/)
})

test('nothing that somebody writes into the address is shown on the page', async () => {
  expect((await newReader().open('/sign-in?error=Call+0900+123')).body).not.toMatch(/<main.*0900/s)
})

test('a sign-in page is not sent by another site', async () => {
  const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
  const answer = await served.server.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ email, password: PASSWORD }).toString(),
  })
  expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([403, undefined])
})
