/** The locks of a firm's periods, and the one that stops a return. */
import type { Database } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { Manufacturer, ManufacturerRefusal } from '../../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import { lockOver, type PeriodLock } from './period-lock.ts'
import { locksOf, locksOfFirm } from './period-locks-table.ts'
import type { PeriodLocked, Return } from './return.ts'

export interface LocksRead {
  readonly firm: Manufacturer
  /** In the order in which they were recorded. */
  readonly locks: readonly PeriodLock[]
}

export async function readLocks(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<LocksRead, ManufacturerRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const firm = await manufacturerIn(tables, id)
    if (firm === undefined) return { refused: { code: 'manufacturer_unknown' } }
    return { done: { firm, locks: await locksOfFirm(tables, id) } }
  })
}

export async function lockRead(database: Database, actor: Actor, found: Return): Promise<PeriodLocked | undefined> {
  return await readAs(database, actor, async (tables) => lockOver(await locksOf(tables, found), found))
}
