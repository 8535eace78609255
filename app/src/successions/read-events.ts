import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { FirmEvent, FirmEventRefusal } from '../manufacturers/life/life.ts'
import { eventById, eventsOfFirm } from '../manufacturers/life/read-life.ts'
import type { ManufacturerRefusal } from '../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'

/** One that the reader may not see does not exist: a firm sees what was approved and concerns it. */
export async function readEvent(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<FirmEvent, FirmEventRefusal>> {
  const found = await readAs(database, actor, async (tables) => await eventById(tables, id))
  return found === undefined ? { refused: { code: 'event_unknown' } } : { done: found }
}

/** Of a firm, in the order in which they were proposed. */
export async function readEvents(
  database: Database,
  actor: Actor,
  firm: string,
): Promise<Outcome<readonly FirmEvent[], ManufacturerRefusal>> {
  return await readAs(database, actor, async (tables) => {
    if ((await manufacturerIn(tables, firm)) === undefined) return { refused: { code: 'manufacturer_unknown' } }
    return { done: await eventsOfFirm(tables, firm) }
  })
}
