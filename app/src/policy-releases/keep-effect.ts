/** Keeps what a proposed release would change for whom. What it is, is computed by who knows returns. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { hashBytes } from '../documents/keep-document.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { openRelease } from './approve-release.ts'
import type { ReleaseEffect, ReturnEffect } from './effect.ts'
import { isWaiting, type PolicyRelease, type ReleaseRefusal } from './policy-release.ts'
import { findInForce, findRelease } from './policy-releases-table.ts'
import {
  findEffect,
  findReturnEffect,
  insertEffect,
  insertReturnEffects,
  listReturnEffects,
  newestEffect,
  returnEffects,
  returnsDone,
  setFinished,
} from './release-effects-table.ts'

/** `count` says how many returns stand under the programme. */
export async function beginEffect(
  recorder: Recorder,
  actor: Actor,
  release_id: string,
  count: (tables: Handle, programme: string) => Promise<number>,
): Promise<Outcome<ReleaseEffect, ReleaseRefusal>> {
  const { role } = actor
  if (role !== 'policy_officer' && role !== 'approving_officer') throw new Error(`${role} is not asked for an effect`)
  return await recordCommand<ReleaseEffect, ReleaseRefusal>(recorder, actor, 'compute_effect', async (tables) => {
    const open = await openRelease(tables, release_id)
    if ('refused' in open) return open
    const base = await lawBefore(tables, open.done)
    if (base === undefined) return { refused: { code: 'no_law_before' } }
    const effect: ReleaseEffect = {
      id: recorder.makeId(),
      release_id,
      base_id: base.id,
      as_of: todayText(recorder.clock),
      total: await count(tables, open.done.programme),
      begun_at: instantText(recorder.clock()),
      begun_by: actor.person,
      begun_as: role,
      finished_at: null,
      hash: null,
    }
    await insertEffect(tables, effect)
    const { id, as_of, total } = effect
    return {
      done: effect,
      subject: `release ${release_id}`,
      details: { effect: id, hash: open.done.hash, base: base.hash, as_of, returns: total },
    }
  })
}

/** What would be in force when it begins, without it. */
async function lawBefore(
  tables: Handle,
  { programme, effective_on }: Pick<PolicyRelease, 'programme' | 'effective_on'>,
): Promise<PolicyRelease | undefined> {
  return await findInForce(tables, programme, effective_on)
}

export async function keepReturnEffects(
  tables: Handle,
  { clock }: Pick<Recorder, 'clock'>,
  effect: ReleaseEffect,
  rows: readonly ReturnEffect[],
  isLast: boolean,
): Promise<void> {
  await insertReturnEffects(tables, rows)
  if (!isLast) return
  const { id, release_id, base_id, as_of } = effect
  const all = (await returnEffects(tables, id)).map(({ return_id, version, outcome }) => ({
    return_id,
    version,
    outcome,
  }))
  const text = canonicalJson({ release_id, base_id, as_of, returns: all })
  await setFinished(tables, id, instantText(clock()), hashBytes(Buffer.from(text)))
}

export interface EffectRead {
  readonly release: PolicyRelease
  /** Undefined where there is no law before it. */
  readonly base: PolicyRelease | undefined
  /** The one that was begun last beside the law that it would now follow. */
  readonly effect: ReleaseEffect | undefined
}

/** Of one that waits, beside the law that it would now follow; of one that was decided, as it was computed last. */
export async function effectIn(tables: Handle, release_id: string): Promise<Outcome<EffectRead, ReleaseRefusal>> {
  const release = await findRelease(tables, release_id)
  if (release === undefined) return { refused: { code: 'release_unknown' } }
  if (isWaiting(release)) {
    const base = await lawBefore(tables, release)
    const effect = base === undefined ? undefined : await newestEffect(tables, release_id, base.id)
    return { done: { release, base, effect } }
  }
  const effect = await newestEffect(tables, release_id)
  const base = effect === undefined ? undefined : await findRelease(tables, effect.base_id)
  return { done: { release, base, effect } }
}

export async function effectCalled(tables: Handle, id: string): Promise<ReleaseEffect> {
  const effect = await findEffect(tables, id)
  if (effect === undefined) throw new Error(`there is no effect ${id}`)
  return effect
}

export async function returnEffectsOf(tables: Handle, effect: string): Promise<readonly ReturnEffect[]> {
  return await returnEffects(tables, effect)
}

export async function returnEffectsAfter(
  tables: Handle,
  effect: string,
  after: string,
  limit: number,
): Promise<readonly ReturnEffect[]> {
  return await listReturnEffects(tables, effect, after, limit)
}

export async function returnsComputed(tables: Handle, effect: string): Promise<readonly string[]> {
  return await returnsDone(tables, effect)
}

export async function returnEffectOf(tables: Handle, effect: string, id: string): Promise<ReturnEffect | undefined> {
  return await findReturnEffect(tables, effect, id)
}
