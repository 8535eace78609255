import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Appeal, AppealRefusal } from './appeal.ts'
import {
  appealsAgainst,
  appealsWith,
  countOpenAppeals,
  findAppeal,
  findAppealNumbered,
  listAppeals,
} from './appeals-table.ts'

/** Another firm's appeal does not exist for the reader. */
export async function readAppeal(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<Appeal, AppealRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findAppeal(tables, id))
  return found === undefined ? { refused: { code: 'appeal_unknown' } } : { done: found }
}

/** A page of those that the reader may see, newest first. */
export async function readAppeals(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<Appeal>> {
  return await readPage(database, actor, asked, 'newest_first', listAppeals)
}

/** Those against these determinations that the reader may see, oldest first. */
export async function appealsOf(tables: Handle, determinations: readonly string[]): Promise<readonly Appeal[]> {
  return await appealsAgainst(tables, determinations)
}

export async function appealIn(tables: Handle, id: string): Promise<Appeal | undefined> {
  return await findAppeal(tables, id)
}

/** Undefined where the reader may not see it. */
export async function readAppealNumbered(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Appeal | undefined> {
  return await readAs(database, actor, async (tables) => await findAppealNumbered(tables, number))
}

/** Those that the reader may see. */
export async function appealsFound(tables: Handle, ids: readonly string[]): Promise<readonly Appeal[]> {
  return await appealsWith(tables, ids)
}

/** Within the transaction of a page that shows several slices. */
export async function appealsCounted(tables: Handle) {
  return await countOpenAppeals(tables)
}
