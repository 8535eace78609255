import type { Database } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../../kernel/read-page.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { PolicyRelease } from '../../policy-releases/policy-release.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { Simulation, SimulationListed, SimulationRefusal } from '../simulation.ts'
import { findSimulation, listSimulations } from '../simulations-table.ts'
import type { DraftShelf, Simulated } from './draft-shelf.ts'

export async function readSimulations(
  database: Database,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<SimulationListed>> {
  return await readPage(database, actor, asked, 'newest_first', listSimulations)
}

export interface SimulationRead extends Simulated {
  readonly simulation: Simulation
}

/** Where simulations are read, and what they are computed with. */
export interface SimulationDesk {
  readonly database: Database
  readonly shelf: ReleaseShelf
  readonly simulated: DraftShelf
}

export async function readSimulation(
  { database, shelf, simulated }: SimulationDesk,
  actor: Actor,
  id: string,
): Promise<Outcome<SimulationRead, SimulationRefusal>> {
  const found = await readAs<{ readonly simulation: Simulation; readonly law: PolicyRelease } | undefined>(
    database,
    actor,
    async (tables) => {
      const simulation = await findSimulation(tables, id)
      return simulation && { simulation, law: await releaseOf(tables, simulation.release_id) }
    },
  )
  if (found === undefined) return { refused: { code: 'simulation_unknown' } }
  const { simulation, law } = found
  return { done: { simulation, ...(await simulated.open(simulation, shelf.open(law))) } }
}
