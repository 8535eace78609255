import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { type NoOrganization, seesOrganization } from '../people/see-organization.ts'
import type { Entry } from './entry.ts'
import { type Credit, entriesOf, paidForNothing } from './ledger-table.ts'

/** The statement of one manufacturer, oldest entry first: nothing where the reader may not see it. */
export async function readStatement(database: Database, actor: Actor, manufacturer: string): Promise<readonly Entry[]> {
  return await readAs(database, actor, async (tables) => await entriesOf(tables, manufacturer))
}

/** Within the transaction of a command of another slice. */
export async function entriesIn(tables: Handle, manufacturer: string): Promise<readonly Entry[]> {
  return await entriesOf(tables, manufacturer)
}

/** What firms paid of that which was taken back afterwards, the longest first. */
export async function creditsIn(tables: Handle): Promise<readonly Credit[]> {
  return await paidForNothing(tables)
}

/** The same for whoever names a firm that he may not know of: an empty statement would say that it is there. */
export async function statementAsked(
  database: Database,
  actor: Actor,
  manufacturer: string,
): Promise<Outcome<readonly Entry[], NoOrganization>> {
  return await readAs(database, actor, async (tables) => {
    const isSeen = await seesOrganization(tables, manufacturer)
    return isSeen ? { done: await entriesOf(tables, manufacturer) } : { refused: { code: 'organization_unknown' } }
  })
}
