import type { Database } from '../kernel/database.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import type { Actor } from '../kernel/transaction.ts'
import { listSupplies } from './supplies-table.ts'
import type { SuppliesAsked, Supply } from './supply.ts'

/** All for a maker and an officer, for a supplier its own. */
export async function readSupplies(
  database: Database,
  actor: Actor,
  which: SuppliesAsked,
  asked: PageAsked,
): Promise<ListPage<Supply>> {
  return await readPage(database, actor, asked, 'oldest_first', async (tables, after, limit) => {
    return await listSupplies(tables, which, after, limit)
  })
}
