/** The table of simulations, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Simulation, SimulationListed } from './simulation.ts'

type SimulationTables = {
  readonly simulations: Simulation & { readonly begun_for: string }
}

function simulations(handle: Handle): Kysely<SimulationTables> {
  return handle.withTables<SimulationTables>()
}

export async function insertSimulation(
  handle: Handle,
  { files, left_out, ...simulation }: SimulationTables['simulations'],
): Promise<void> {
  await simulations(handle)
    .insertInto('simulations')
    .values({
      ...simulation,
      files: sql<never>`${JSON.stringify(files)}::jsonb`,
      left_out: sql<never>`${JSON.stringify(left_out)}::jsonb`,
    })
    .execute()
}

export async function findSimulation(handle: Handle, id: string): Promise<Simulation | undefined> {
  return await simulations(handle).selectFrom('simulations').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A page of them, newest first. */
export async function listSimulations(
  handle: Handle,
  before: string,
  limit: number,
): Promise<readonly SimulationListed[]> {
  return await simulations(handle)
    .selectFrom('simulations')
    .select(['id', 'programme', 'release_id', 'draft', 'source', 'cases', 'begun_at', 'begun_by'])
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
