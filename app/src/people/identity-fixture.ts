/** A service to sign in to, with a database of its own, and browsers for it. */
import { generateKeyPairSync } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt } from 'better-auth/crypto'
import type { FastifyInstance } from 'fastify'
import { keyOf } from '../audit-log/open-audit-key.ts'
import { joinAuthority, type MemberRole, type OrganizationKind } from '../kernel/authority.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { TestServer } from '../kernel/database-servers-fixture.ts'
import { makeIds } from '../kernel/identifiers.ts'
import { openLog } from '../kernel/logging.ts'
import { openMetrics } from '../kernel/metrics.ts'
import type { ServerRefusal } from '../kernel/problem.ts'
import { SERVER_PROBLEMS } from '../kernel/server-problems.ts'
import { buildServer } from '../kernel/server.ts'
import { type OpenTestDatabase, openTestDatabase } from '../kernel/test-database-fixture.ts'
import { readAs, systemActor, writeAs } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { organizationOf } from './actor-fixture.ts'
import { identifyRequest } from './identify-request.ts'
import { writeInvitation } from './invite-person.ts'
import { type Identity, openIdentity, type OpenIdProvider } from './open-identity.ts'
import { type Letter, lettersAt } from './outbox-table.ts'
import { peopleAuthority, peopleRoutes } from './people-api.ts'
import { PEOPLE_PROBLEMS, type PeopleRefusal } from './people-problems.ts'
import { signInAuthority, signInRoutes } from './sign-in-api.ts'

const SECRET = 'a secret for tests, of more than thirty-two characters'
export const PASSWORD = 'correct horse battery'
/** What a guess costs is tried elsewhere; here it is as cheap as can be. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 }
const KEY = keyOf(generateKeyPairSync('ed25519').privateKey)
const ADDRESS = 'http://localhost:8080'

export const STRANGER: Visitor = { address: '192.0.2.1', agent: 'test', cookies: '', authorization: undefined }

export interface TestIdentity extends OpenTestDatabase {
  readonly identity: Identity
  readonly app: FastifyInstance
  /** Sets our clock forward; that of the identity library stays. */
  readonly pass: (ms: number) => void
  /** The texts of the letters to an address, the newest last. */
  readonly lettersTo: (email: string) => Promise<readonly string[]>
}

export async function openTestIdentity(
  server: TestServer,
  openId?: OpenIdProvider,
  publicAddress: string = ADDRESS,
): Promise<TestIdentity> {
  const made = await openTestDatabase(server)
  let ahead = 0
  const clock = (): number => Date.now() + ahead
  const recorder = { database: made.database, key: KEY, clock, makeId: makeIds(clock) }
  const settings = {
    secret: SECRET,
    publicAddress: new URL(publicAddress),
    openId,
    isFactorForAll: false,
    cost: CHEAP,
    warn: () => undefined,
  }
  const identity = openIdentity(recorder, made.authPool, settings)
  const app = serverFor(identity)
  return {
    ...made,
    identity,
    app,
    pass: (ms) => {
      ahead += ms
    },
    lettersTo: async (email) => {
      const all = await readAs(made.database, systemActor('test'), allLetters)
      const letters = all.filter((letter) => letter.email === email)
      return await Promise.all(
        letters.map(async ({ sealed_text }) => await symmetricDecrypt({ key: SECRET, data: sealed_text })),
      )
    },
    drop: async () => {
      await app.close()
      await made.drop()
    },
  }
}

async function allLetters(tables: Handle): Promise<readonly Letter[]> {
  return await lettersAt(tables, instantText(0))
}

function serverFor(identity: Identity): FastifyInstance {
  return buildServer<PeopleRefusal | ServerRefusal>({
    routes: [...signInRoutes(identity), ...peopleRoutes(identity, () => [])],
    authority: joinAuthority(signInAuthority, peopleAuthority),
    problems: { ...SERVER_PROBLEMS, ...PEOPLE_PROBLEMS },
    publicAddress: identity.publicAddress,
    identify: async (visitor) => await identifyRequest(identity, visitor),
    trustedProxies: [],
    scanner: undefined,
    log: openLog('silent'),
    metrics: openMetrics({}),
    makeId: identity.makeId,
  })
}

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly location: string | undefined
}

export interface TestBrowser {
  readonly get: (url: string) => Promise<Answer>
  readonly post: (url: string, body?: object, more?: Readonly<Record<string, string>>) => Promise<Answer>
  /** The header `Cookie` as it would be sent now. */
  readonly cookies: () => string
  readonly visitor: () => Visitor
}

/** Keeps cookies as a browser does, and says where its forms are from. */
export function openBrowser(
  { app, identity }: Pick<TestIdentity, 'app' | 'identity'>,
  address = '192.0.2.1',
): TestBrowser {
  const jar = new Map<string, string>()
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = async (method: 'GET' | 'POST', url: string, body?: object, more = {}): Promise<Answer> => {
    const headers = {
      ...(jar.size === 0 ? {} : { cookie: cookies() }),
      ...(method === 'POST' ? { origin: identity.publicAddress.origin } : {}),
      ...more,
    }
    const answer = await app.inject({ method, url, headers, remoteAddress: address, ...(body && { payload: body }) })
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0 || value === '') jar.delete(name)
      else jar.set(name, encodeURIComponent(value))
    }
    const { location } = answer.headers
    return {
      status: answer.statusCode,
      body: answer.body === '' ? {} : answer.json<Readonly<Record<string, unknown>>>(),
      location: typeof location === 'string' ? location : undefined,
    }
  }
  return {
    get: async (url) => await send('GET', url),
    post: async (url, body = {}, more = {}) => await send('POST', url, body, more),
    cookies,
    visitor: () => ({ ...STRANGER, address, cookies: cookies() }),
  }
}

/** Somebody with a password, in a new organization or in one that is given. Her address. */
export async function memberOf(
  { identity, database }: TestIdentity,
  role: MemberRole,
  kind: OrganizationKind,
  organization?: string,
): Promise<{ readonly email: string; readonly organization: string; readonly person: string }> {
  const organization_id = organization ?? (await organizationOf(database, kind))
  const id = identity.makeId()
  const email = `${id}@example.com`
  const system = systemActor('test')
  const { link } = await writeAs(database, system, async (tables) => ({
    commit: await writeInvitation(tables, identity, system, { organization_id, kind, role, email }),
  }))
  const input = { token: tokenOf(link), name: 'Aisha Khan', password: PASSWORD }
  const accepted = await acceptInvitation(identity, STRANGER, input)
  if ('refused' in accepted) throw new Error(accepted.refused.code)
  const { internalAdapter } = await identity.auth.$context
  const person = (await internalAdapter.findUserByEmail(email))?.user.id ?? ''
  return { email, organization: organization_id, person }
}

export function tokenOf(link: string): string {
  return new URL(link).searchParams.get('token') ?? ''
}

const HALF_MINUTE_MS = 30_000
const ROOM_MS = 10_000

/** Until the codes of now, before and after stay what they are for some seconds: where a test uses all three. */
export async function roomForCodes(): Promise<void> {
  const left = HALF_MINUTE_MS - (Date.now() % HALF_MINUTE_MS)
  if (left < ROOM_MS) await sleep(left)
}

/** The code that a device shows now, or `steps` half minutes from now. */
export async function codeOf(uri: string, steps = 0): Promise<string> {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const counter = Math.floor(Date.now() / HALF_MINUTE_MS) + steps
  return await createOTP(Buffer.from(base32.decode(secret)).toString('utf8')).hotp(counter)
}
