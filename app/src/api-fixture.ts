/** The whole interface for tests, before a service in which a return has gone through: whoever is named by the header `Authorization` asks. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { answeringOnce } from './audit-log/answer-once.ts'
import { auditLogAuthority, auditLogRoutes } from './audit-log/audit-log-api.ts'
import { type Authority, joinAuthority } from './kernel/authority.ts'
import type { Configuration } from './kernel/configuration.ts'
import { keyCommands } from './kernel/key-scope.ts'
import { openLog } from './kernel/logging.ts'
import { openMetrics } from './kernel/metrics.ts'
import type { Route } from './kernel/route.ts'
import { buildServer } from './kernel/server.ts'
import { readinessAuthority, readinessRoutes } from './kernel/readiness.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { openGateSigner } from './licences/sign-answers.ts'
import { openapiAuthority, openapiRoutes } from './openapi.ts'
import { identifyRequest } from './people/identify-request.ts'
import { type Identity, openIdentity } from './people/open-identity.ts'
import { peopleAuthority, peopleRoutes } from './people/people-api.ts'
import type { ConfirmSignature } from './people/signature-context.ts'
import { signInAuthority, signInRoutes } from './people/sign-in-api.ts'
import { type AnyRefusal, PROBLEMS } from './problems.ts'
import { openSpilloverShelf, spilloversAuthority } from './spillovers/spillover-shelf.ts'
import { spilloversRoutes } from './spillovers/spillovers-api.ts'
import { openStatisticsShelf, statisticsAuthority } from './statistics/statistics-shelf.ts'
import { statisticsRoutes } from './statistics/statistics-api.ts'
import { comparisonsRoutes } from './comparisons/comparisons-api.ts'
import { comparisonsAuthority, openComparisonShelf } from './comparisons/comparison-shelf.ts'
import { openShippedShelf } from './policy-releases/shipped-shelf.ts'
import { openThread, threadAuthority } from './thread.ts'
import type { TestThread } from './thread-fixture.ts'

export interface TestApi {
  readonly app: FastifyInstance
  readonly identity: Identity
  readonly routes: readonly Route<AnyRefusal>[]
  readonly authority: Authority
  readonly ask: (actor: Actor, asked: Asked) => Promise<LightMyRequestResponse>
}

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

export const PUBLIC_ADDRESS = new URL('http://localhost:8080')

const ALWAYS: ConfirmSignature = async () => await Promise.resolve({ done: true })

/** Signatures are confirmed unless a test says otherwise, so that what lies behind them is seen. `folder` is for the key of the gate. */
export async function openApi({ made, recorder }: TestThread, folder: string, confirm = ALWAYS): Promise<TestApi> {
  const identity = openIdentity(recorder, made.authPool, {
    secret: 'a secret for tests, of more than thirty-two characters',
    publicAddress: PUBLIC_ADDRESS,
    openId: undefined,
    isFactorForAll: false,
    cost: { memoryCost: 8, timeCost: 1, parallelism: 1 },
    warn: () => undefined,
  })
  const settings = { MAQAMI_DATA_FOLDER: folder, MAQAMI_PUBLIC_ADDRESS: PUBLIC_ADDRESS } as Configuration
  const gate = await openGateSigner(settings, recorder.clock)
  const thread = openThread(identity, gate, { demonstration: false, networks: [] }, confirm)
  const described: readonly Route<AnyRefusal>[] = [
    ...readinessRoutes(made.database, 0, () => true),
    ...auditLogRoutes(made.database),
    ...signInRoutes(identity),
    ...answeringOnce(
      identity,
      peopleRoutes(identity, () => keyCommands(described, authority)),
    ),
    ...thread.routes,
    ...comparisonsRoutes(openComparisonShelf(openShippedShelf(), recorder.clock)),
    ...spilloversRoutes(openSpilloverShelf()),
    ...statisticsRoutes(openStatisticsShelf()),
  ]
  const authority = joinAuthority(
    readinessAuthority,
    auditLogAuthority,
    signInAuthority,
    comparisonsAuthority,
    spilloversAuthority,
    statisticsAuthority,
    peopleAuthority,
    threadAuthority,
    openapiAuthority,
  )
  const problems = PROBLEMS
  const routes = [
    ...described,
    ...openapiRoutes({ routes: described, authority, problems, publicAddress: PUBLIC_ADDRESS }),
  ]
  const actors = new Map<string, Actor>()
  const app = buildServer<AnyRefusal>({
    routes,
    authority,
    problems,
    publicAddress: PUBLIC_ADDRESS,
    identify: async (visitor) => {
      const { authorization = '' } = visitor
      // A key is a key, as everywhere.
      if (authorization.startsWith('Bearer ')) return await identifyRequest(identity, visitor)
      return { done: actors.get(authorization) ?? ANYBODY }
    },
    trustedProxies: [],
    scanner: undefined,
    log: openLog('silent'),
    metrics: openMetrics({}),
    makeId: recorder.makeId,
  })
  return {
    app,
    identity,
    routes,
    authority,
    ask: async (actor, { method, url, body, headers = {} }) => {
      actors.set(actor.person, actor)
      const named = actor === ANYBODY ? {} : { authorization: actor.person }
      return await app.inject({ method, url, headers: { ...named, ...headers }, ...(body && { payload: body }) })
    },
  }
}
