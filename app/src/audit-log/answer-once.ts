/**
 * A request with an Idempotency-Key is done once, and answered alike however often it comes: the answer is written in the transaction of its
 * command. Whoever looks finds both or neither.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../kernel/database.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import type { KeyReused } from '../kernel/problem.ts'
import { type Answer, type Call, type Once, type Route, takesKey } from '../kernel/route.ts'
import { type Actor, readAs, systemActor, writeAs } from '../kernel/transaction.ts'
import { deleteOldAnswers, findAnswer, isAnsweredMeanwhile } from './answered-requests-table.ts'
import type { Recorder } from './record-command.ts'

type Answered = Outcome<unknown, KeyReused> & Answer

/** Before anything of the command runs, a second factor among it, it is looked up whether it was answered. */
export function answeringOnce<R extends Refusal>(
  { database }: Pick<Recorder, 'database'>,
  routes: readonly Route<R>[],
): readonly Route<R | KeyReused>[] {
  const oneByOne = turns()
  return routes.map((one): Route<R | KeyReused> => {
    if (!takesKey(one)) return one
    const run = async (call: Call<unknown, unknown>) => {
      const { actor, once } = call
      if (once === undefined) return await one.run(call)
      const answered = async () => await answeredBefore(database, actor, once)
      return await oneByOne(
        `${actor.person} ${once.key}`,
        async () => (await answered()) ?? (await runOnce(async () => await one.run(call), answered)),
      )
    }
    return { ...one, run }
  })
}

async function runOnce<T extends object>(run: () => Promise<T>, answered: () => Promise<Answered | undefined>) {
  try {
    const outcome = await run()
    // What was refused may have been so because another process had done it.
    return 'refused' in outcome ? ((await answered()) ?? outcome) : outcome
  } catch (error) {
    const first = isAnsweredMeanwhile(error) ? await answered() : undefined
    if (first === undefined) throw error
    return first
  }
}

async function answeredBefore(database: Database, actor: Actor, once: Once): Promise<Answered | undefined> {
  const found = await readAs(database, actor, async (tables) => await findAnswer(tables, once.key))
  if (found === undefined) return undefined
  if (found.request_hash !== once.request_hash) return { refused: { code: 'key_reused' } }
  return { ...(JSON.parse(found.answer) as { readonly done: unknown } & Answer), replayed: true }
}

/** In one process, those of one name wait for each other: the second must not use up the code of a second factor in vain. */
function turns() {
  const underWay = new Map<string, Promise<undefined>>()
  return async <T>(name: string, body: () => Promise<T>): Promise<T> => {
    for (let other = underWay.get(name); other !== undefined; other = underWay.get(name)) await other
    const { promise, resolve } = Promise.withResolvers<undefined>()
    underWay.set(name, promise)
    try {
      return await body()
    } finally {
      underWay.delete(name)
      resolve(undefined)
    }
  }
}

const FORGETTER = systemActor('answers')
const EVERY_MS = 3_600_000

export async function forgetAnswers(database: Database): Promise<void> {
  await writeAs(database, FORGETTER, async (tables) => {
    await deleteOldAnswers(tables)
    return { commit: undefined }
  })
}

/** Lets go of what is older than a day, now and every hour; gives what stops it. */
export function startForgetting(database: Database, onError: (error: unknown) => void): () => Promise<void> {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await forgetAnswers(database).catch(onError)
      await sleep(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return async () => {
    stopping.abort()
    await running
  }
}
