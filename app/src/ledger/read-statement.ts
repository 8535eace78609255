import type { Database } from '../kernel/database.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Entry } from './entry.ts'
import { entriesOf } from './ledger-table.ts'

/** The statement of one manufacturer, oldest entry first: nothing where the reader may not see it. */
export async function readStatement(database: Database, actor: Actor, manufacturer: string): Promise<readonly Entry[]> {
  return await readAs(database, actor, async (tables) => await entriesOf(tables, manufacturer))
}
