import type { Database } from '../kernel/database.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { laboratoryOfOrganization } from '../laboratories/read-laboratories.ts'
import type { HeldKey } from './issuer-key.ts'
import { keysOf } from './issuer-keys-table.ts'

/** Those of the laboratory for which somebody acts, in the order in which they were made. */
export async function readOwnKeys(database: Database, actor: Actor): Promise<readonly HeldKey[]> {
  return await readAs(database, actor, async (tables) => {
    const own = await laboratoryOfOrganization(tables, actor.organization ?? '')
    return own === undefined ? [] : await keysOf(tables, own.number)
  })
}
