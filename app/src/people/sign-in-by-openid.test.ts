import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import {
  type Answer,
  memberOf,
  openBrowser,
  openTestIdentity,
  type TestBrowser,
  type TestIdentity,
} from './identity-fixture.ts'

const CLIENT = { clientId: 'maqami', clientSecret: 'a secret between the two' }
const CALLBACK = 'http://localhost:8080/api/auth/callback/openid'

interface Account {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
}

/** A ministry's provider that believes whoever says who he is. */
function ministry(issuer: string, account: () => Account): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [CALLBACK] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/interaction' },
    cookies: { keys: ['for tests'] },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...account() }) }),
  })
}

describe.each(SERVERS.slice(0, 1))('signing in by an OpenID provider on $name', (server) => {
  let made: TestIdentity
  let http: Server
  let issuer = ''
  let whileDown: Answer
  let account: Account = { sub: '', email: '', email_verified: true }
  beforeAll(async () => {
    http = createServer()
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    // Down while the service starts.
    http.close()
    made = await openTestIdentity(server, { issuer: new URL(issuer), ...CLIENT })
    whileDown = await openBrowser(made).post('/api/sign-in/openid')
    const provider = ministry(issuer, () => account)
    const callback = provider.callback()
    http = createServer((request, response) => {
      if (request.url !== '/interaction') {
        void callback(request, response)
        return
      }
      void provider.interactionFinished(request, response, { login: { accountId: account.sub } })
    })
    await new Promise<void>((resolve) => http.listen(Number(new URL(issuer).port), '127.0.0.1', resolve))
  })
  afterAll(async () => {
    http.closeAllConnections()
    http.close()
    await made.drop()
  })

  /** As a browser does it: to the provider, through its pages, and back to us. Where it ends. */
  async function goAndComeBack(browser: TestBrowser, as: Account): Promise<string> {
    account = as
    const jar = new Map<string, string>()
    let next = (await browser.post('/api/sign-in/openid')).location ?? ''
    for (let hops = 0; hops < 10 && next.startsWith(issuer); hops += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        jar.set(name, value)
      }
      next = new URL(answer.headers.get('location') ?? '/nowhere', issuer).href
    }
    const { pathname, search } = new URL(next)
    return (await browser.get(pathname + search)).location ?? ''
  }

  test('waits for a provider that is down', () => {
    expect([whileDown.status, whileDown.body['code']]).toEqual([503, 'openid_unavailable'])
  })

  test('lets in who was invited, by the address that the provider verified, and keeps nothing of its tokens', async () => {
    const { email, person } = await memberOf(made, 'case_officer', 'regulator')
    const browser = openBrowser(made)
    expect(await goAndComeBack(browser, { sub: 'officer 7', email, email_verified: true })).toBe(
      'http://localhost:8080/',
    )
    expect((await browser.get('/api/self')).body).toMatchObject({
      person: { id: person },
      acting_for: { role: 'case_officer' },
    })
    // Known by what the provider calls him from now on, whatever his address there.
    const later = openBrowser(made)
    await goAndComeBack(later, { sub: 'officer 7', email: 'married@example.com', email_verified: true })
    expect((await later.get('/api/self')).body).toMatchObject({ person: { id: person, email } })
    const { rows } = await made.authPool.query<{ kept: string | null }>(
      `select concat("accessToken", "refreshToken", "idToken") as kept from account where "providerId" = 'openid'`,
    )
    expect(rows).toEqual([{ kept: '' }])
  })

  test('lets nobody else in, and nobody whose address was not verified', async () => {
    const { email } = await memberOf(made, 'case_officer', 'regulator')
    const strangers: readonly Account[] = [
      { sub: 'stranger', email: 'stranger@example.com', email_verified: true },
      { sub: 'impostor', email, email_verified: false },
    ]
    for (const stranger of strangers) {
      const browser = openBrowser(made)
      expect(await goAndComeBack(browser, stranger)).toMatch(/^http:\/\/localhost:8080\/sign-in\?error=/)
      expect((await browser.get('/api/self')).status).toBe(401)
    }
  })

  test('takes an answer of the provider from the browser that asked for it, and no other', async () => {
    const { email } = await memberOf(made, 'case_officer', 'regulator')
    const asking = openBrowser(made)
    const victim = openBrowser(made)
    const going = { get: victim.get, post: asking.post, cookies: victim.cookies, visitor: victim.visitor }
    const ended = await goAndComeBack(going, { sub: 'attacker', email, email_verified: true })
    expect(ended).toContain('error=')
    expect((await victim.get('/api/self')).status).toBe(401)
    expect((await openBrowser(made).get('/api/auth/callback/openid?code=1&state=2')).location).toContain('error=')
  })
})
