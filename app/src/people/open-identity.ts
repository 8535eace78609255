/**
 * How people sign in: better-auth, set up so that nothing in its tables is as good as a password. It keeps passwords, second factors,
 * sessions and the exchange with an OpenID provider; who may do what is ours, and is not in it.
 */
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { hash, verify } from '@node-rs/argon2'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import type { Recorder } from '../audit-log/record-command.ts'
import { ownSessions } from './begin-session.ts'
import { hideTokens } from './hide-tokens.ts'
import { queueLetter } from './queue-letter.ts'
import { recoveryCodes } from './recovery-codes.ts'

/** How much work a guess at a password costs, by argon2id. */
export interface PasswordCost {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

export interface OpenIdProvider {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
}

export interface IdentitySettings {
  readonly secret: string
  readonly publicAddress: URL
  readonly openId: OpenIdProvider | undefined
  /** Who has no second factor acts for nobody until he has set it up. */
  readonly isFactorForAll: boolean
  readonly cost: PasswordCost
  readonly warn: (sentence: string) => void
}

/** What the commands of this slice are given: the recorder of every command, and how people sign in. */
export interface Identity extends Recorder {
  readonly auth: Auth
  readonly authPool: Pool
  readonly secret: string
  readonly publicAddress: URL
  readonly hasOpenId: boolean
  readonly isFactorForAll: boolean
}

export type Auth = ReturnType<typeof makeAuth>

/** RFC 9106, section 4: the second recommended set, for where memory is dear. */
export const PASSWORD_COST: PasswordCost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 4 }
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128
export const OPEN_ID = 'openid'
export const AUTH_PATH = '/api/auth'
/** The header in which we tell better-auth the address; what the visitor writes into it does not reach it. */
export const ADDRESS_HEADER = 'x-maqami-address'

const HOUR_S = 3600
const SESSION_S = 12 * HOUR_S
const RECOVERY_S = HOUR_S
const PENDING_S = 600

export function openIdentity(recorder: Recorder, authPool: Pool, settings: IdentitySettings): Identity {
  const { secret, publicAddress, openId, isFactorForAll } = settings
  const auth = makeAuth(recorder, authPool, settings)
  return { ...recorder, auth, authPool, secret, publicAddress, hasOpenId: openId !== undefined, isFactorForAll }
}

function makeAuth(recorder: Recorder, pool: Pool, settings: IdentitySettings) {
  const { secret, publicAddress, openId, cost, warn } = settings
  const isSecure = publicAddress.protocol === 'https:'
  const adapter = kyselyAdapter(new Kysely({ dialect: new PostgresDialect({ pool }) }), {
    type: 'postgres',
    transaction: true,
  })
  return betterAuth({
    appName: 'Maqami',
    baseURL: publicAddress.origin,
    basePath: AUTH_PATH,
    secret,
    database: (options: BetterAuthOptions) => hideTokens(adapter(options)),
    telemetry: { enabled: false },
    // Its further arguments may name a person.
    logger: { level: 'error', log: (_, message) => warn(`sign-in: ${message}`) },
    onAPIError: { errorURL: `${publicAddress.origin}/sign-in` },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: {
        hash: async (password) => await hash(password, cost),
        verify: async (given) => await verify(given.hash, given.password),
      },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RECOVERY_S,
      sendResetPassword: async ({ user, token }) =>
        await queueLetter(recorder, secret, {
          email: user.email,
          about: 'recovery',
          text: `${publicAddress.origin}/new-password?token=${token}`,
          lastsMs: RECOVERY_S * 1000,
        }),
    },
    session: {
      expiresIn: SESSION_S,
      disableSessionRefresh: true,
      additionalFields: { organizationId: { type: 'string', required: false, input: false } },
    },
    account: {
      // Linked by an address that the provider says it has verified, and that an invitation verified here.
      accountLinking: { enabled: true },
      updateAccountOnSignIn: false,
    },
    verification: { storeIdentifier: 'hashed' },
    databaseHooks: {
      // We ask the provider once who somebody is, and never anything again.
      account: { create: { before: async () => await Promise.resolve({ data: NO_TOKENS }) } },
    },
    advanced: {
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-maqami' : 'maqami',
      defaultCookieAttributes: { secure: isSecure, sameSite: 'lax', httpOnly: true, path: '/' },
    },
    plugins: [
      twoFactor({
        issuer: 'Maqami',
        allowPasswordless: true,
        twoFactorCookieMaxAge: PENDING_S,
        backupCodeOptions: recoveryCodes(secret),
      }),
      genericOAuth({ config: openId === undefined ? [] : [providerOf(openId)] }),
      ownSessions(),
    ],
  })
}

const NO_TOKENS = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
}

/** A provider that is down while we start is asked again when somebody signs in. */
function providerOf({ issuer, clientId, clientSecret }: OpenIdProvider) {
  return {
    providerId: OPEN_ID,
    discoveryUrl: `${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    disableSignUp: true,
  }
}
