/** The tables of what proposed releases would change, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { ReleaseEffect, ReturnEffect } from './effect.ts'

type EffectTables = {
  readonly release_effects: ReleaseEffect
  readonly release_effect_returns: ReturnEffect
}

function effects(handle: Handle): Kysely<EffectTables> {
  return handle.withTables<EffectTables>()
}

export async function insertEffect(handle: Handle, effect: ReleaseEffect): Promise<void> {
  await effects(handle).insertInto('release_effects').values(effect).execute()
}

export async function findEffect(handle: Handle, id: string): Promise<ReleaseEffect | undefined> {
  return await effects(handle).selectFrom('release_effects').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Of a proposal, beside this law where one is given, the one that was begun last. */
export async function newestEffect(handle: Handle, release: string, base?: string): Promise<ReleaseEffect | undefined> {
  const all = effects(handle).selectFrom('release_effects').selectAll().where('release_id', '=', release)
  return await (base === undefined ? all : all.where('base_id', '=', base))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertReturnEffects(handle: Handle, rows: readonly ReturnEffect[]): Promise<void> {
  if (rows.length === 0) return
  await effects(handle)
    .insertInto('release_effect_returns')
    .values(rows.map((row) => ({ ...row, outcome: sql`${JSON.stringify(row.outcome)}::jsonb` as never })))
    .execute()
}

export async function setFinished(handle: Handle, id: string, finished_at: string, hash: string): Promise<void> {
  await effects(handle).updateTable('release_effects').set({ finished_at, hash }).where('id', '=', id).execute()
}

/** In the order in which they are computed. */
export async function returnEffects(handle: Handle, effect: string): Promise<readonly ReturnEffect[]> {
  return await effects(handle)
    .selectFrom('release_effect_returns')
    .selectAll()
    .where('effect_id', '=', effect)
    .orderBy('return_id')
    .execute()
}

export async function listReturnEffects(
  handle: Handle,
  effect: string,
  after: string,
  limit: number,
): Promise<readonly ReturnEffect[]> {
  return await effects(handle)
    .selectFrom('release_effect_returns')
    .selectAll()
    .where('effect_id', '=', effect)
    .where('return_id', '>', after)
    .orderBy('return_id')
    .limit(limit)
    .execute()
}

export async function returnsDone(handle: Handle, effect: string): Promise<readonly string[]> {
  const rows = await effects(handle)
    .selectFrom('release_effect_returns')
    .select('return_id')
    .where('effect_id', '=', effect)
    .execute()
  return rows.map(({ return_id }) => return_id)
}

export async function findReturnEffect(handle: Handle, effect: string, id: string): Promise<ReturnEffect | undefined> {
  return await effects(handle)
    .selectFrom('release_effect_returns')
    .selectAll()
    .where('effect_id', '=', effect)
    .where('return_id', '=', id)
    .executeTakeFirst()
}
