/**
 * Computes what a proposed release would change for each firm that has filed: at once where that takes a moment, and on as a job where it
 * takes longer. Returns are read as the officer who asked reads them; what comes out is written by the service.
 */
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Handler } from '../../jobs/job.ts'
import { queueJobIn } from '../../jobs/queue-job.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type ListPage, type PageAsked, pageIn } from '../../kernel/read-page.ts'
import { type Actor, readAs, systemActor, writeAs } from '../../kernel/transaction.ts'
import { type EffectTotals, type ReleaseEffect, type ReturnEffect, totalsOf } from '../../policy-releases/effect.ts'
import {
  beginEffect,
  effectCalled,
  effectIn,
  type EffectRead,
  keepReturnEffects,
  returnEffectsAfter,
  returnEffectsOf,
  returnsComputed,
} from '../../policy-releases/keep-effect.ts'
import type { ReleaseRefusal } from '../../policy-releases/policy-release.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { returnsFiledOrAccepted } from '../../returns/filing/read-returns.ts'
import { filedVersion, type Return } from '../../returns/filing/return.ts'
import { ANNUAL } from '../../returns/schema/load-return-schema.ts'
import { changesIn, holdReturn, inputOf, outcomeOf } from './hold-return.ts'

export const COMPUTE_EFFECT = 'compute_effect'
const WRITER = systemActor('effects')
/** How long who asks waits, and how long a job is at it before it writes down what it has. */
const AT_ONCE_MS = 2000

type Deps = Pick<Recorder, 'database' | 'clock'>

/** `atOnce` is how many milliseconds may be taken before the rest becomes a job. */
export async function computeEffect(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  release_id: string,
  atOnce = AT_ONCE_MS,
): Promise<Outcome<ReleaseEffect, ReleaseRefusal>> {
  const begun = await beginEffect(recorder, actor, release_id, async (tables, programme) => {
    return (await yearlyReturns(tables, programme)).length
  })
  if ('refused' in begun) return begun
  const { id } = begun.done
  const step = await computeSome(recorder, shelf, id, atOnce)
  await writeAs(recorder.database, WRITER, async (tables) => {
    await keepReturnEffects(tables, recorder, begun.done, step.rows, step.isLast)
    if (!step.isLast) await queueJobIn(tables, recorder, COMPUTE_EFFECT, id)
    return { commit: undefined }
  })
  return { done: await readAs(recorder.database, actor, async (tables) => await effectCalled(tables, id)) }
}

/** Goes on where the request or the job before ended. */
export function continueEffect(deps: Deps, shelf: ReleaseShelf): Handler {
  return async ({ about }) => {
    const { effect, rows, isLast } = await computeSome(deps, shelf, about, AT_ONCE_MS)
    return async (tables) => {
      await keepReturnEffects(tables, deps, effect, rows, isLast)
      return isLast ? undefined : { again_at: deps.clock() }
    }
  }
}

interface Step {
  readonly effect: ReleaseEffect
  readonly rows: readonly ReturnEffect[]
  readonly isLast: boolean
}

async function computeSome({ database }: Deps, shelf: ReleaseShelf, id: string, forMs: number): Promise<Step> {
  const { effect, computed } = await readAs(database, WRITER, async (tables) => ({
    effect: await effectCalled(tables, id),
    computed: await returnsComputed(tables, id),
  }))
  const reader: Actor = { person: effect.begun_by, organization: undefined, role: effect.begun_as }
  const { release, base, returns } = await readAs(database, reader, async (tables) => {
    const proposed = await releaseOf(tables, effect.release_id)
    return {
      release: proposed,
      base: await releaseOf(tables, effect.base_id),
      returns: await yearlyReturns(tables, proposed.programme),
    }
  })
  const known = new Set(computed)
  const left = returns.filter((one) => !known.has(one.id))
  const until = performance.now() + forMs
  const rows: ReturnEffect[] = []
  for (const found of left) {
    if (performance.now() >= until) break
    const { version = 0 } = filedVersion(found) ?? {}
    const input = await readAs(database, reader, async (tables) => {
      return await inputOf(tables, shelf, { id: found.id, version }, base, effect.as_of)
    })
    const outcome = outcomeOf(holdReturn(shelf, input, release, effect.as_of))
    const { id: return_id, manufacturer_id, period } = found
    rows.push({ effect_id: id, return_id, version, manufacturer_id, period, changed: changesIn(outcome), outcome })
  }
  return { effect, rows, isLast: rows.length === left.length }
}

/** Only these are assessed. */
async function yearlyReturns(tables: Handle, programme: string): Promise<readonly Return[]> {
  return (await returnsFiledOrAccepted(tables)).filter((one) => one.programme === programme && one.kind === ANNUAL)
}

export interface EffectShown extends EffectRead {
  readonly rows: readonly ReturnEffect[]
  readonly totals: EffectTotals
}

/** Of a proposal that waits, as far as it is computed. */
export async function readEffect(
  { database }: Pick<Recorder, 'database'>,
  actor: Actor,
  release_id: string,
): Promise<Outcome<EffectShown, ReleaseRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const read = await effectIn(tables, release_id)
    if ('refused' in read) return read
    const { effect } = read.done
    const rows = effect === undefined ? [] : await returnEffectsOf(tables, effect.id)
    return { done: { ...read.done, rows, totals: totalsOf(rows) } }
  })
}

/** A page of it, in the order of the returns. */
export async function readReturnEffects(
  { database }: Pick<Recorder, 'database'>,
  actor: Actor,
  release_id: string,
  asked: PageAsked,
): Promise<Outcome<ListPage<ReturnEffect>, ReleaseRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const read = await effectIn(tables, release_id)
    if ('refused' in read) return read
    const { effect } = read.done
    if (effect === undefined) return { refused: { code: 'effect_unknown' } }
    const page = await pageIn(asked, 'oldest_first', async (cursor, limit) => {
      const rows = await returnEffectsAfter(tables, effect.id, cursor, limit)
      return rows.map((row) => ({ ...row, id: row.return_id }))
    })
    return { done: page }
  })
}
