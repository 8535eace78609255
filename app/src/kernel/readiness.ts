/** `/health` says that the process answers, `/ready` that its parts do. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Type } from 'typebox'
import type { Authority } from './authority.ts'
import type { Database } from './database.ts'
import type { Outcome } from './outcome.ts'
import type { ServerRefusal } from './problem.ts'
import { type Route, route } from './route.ts'

export const readinessAuthority = { see_health: ['public'], see_readiness: ['public'] } as const satisfies Authority

type NotReady = Extract<ServerRefusal, { readonly code: 'not_ready' }>

const STATUS = Type.Object({ status: Type.Literal('ok') })
const OK = { done: { status: 'ok' as const } }
const PATIENCE_MS = 2000

/** `known` is how many migrations this program has; a newer one beside it may have applied more. */
export function readinessRoutes(
  database: Database,
  known: number,
  isSealerAlive: () => boolean,
): readonly Route<NotReady>[] {
  const ready = async (): Promise<Outcome<{ status: 'ok' }, NotReady>> => {
    const applied = await Promise.race([countApplied(database), sleep(PATIENCE_MS, undefined, { ref: false })])
    if (applied === undefined) return { refused: { code: 'not_ready', part: 'database' } }
    if (applied < known) return { refused: { code: 'not_ready', part: 'migrations' } }
    return isSealerAlive() ? OK : { refused: { code: 'not_ready', part: 'sealer' } }
  }
  return [
    route({
      method: 'GET',
      url: '/health',
      command: 'see_health',
      summary: 'Whether the service runs',
      done: STATUS,
      run: async () => await Promise.resolve(OK),
    }),
    route({
      method: 'GET',
      url: '/ready',
      command: 'see_readiness',
      summary: 'Whether the service can work',
      done: STATUS,
      run: ready,
    }),
  ]
}

async function countApplied({ handle }: Database): Promise<number | undefined> {
  try {
    return (await handle.selectFrom('migrations').select('number').execute()).length
  } catch {
    return undefined
  }
}
