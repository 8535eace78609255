/** What was booked under a licence, for who may see the licence. */
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, pageIn } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { HeldDraw } from './draw.ts'
import { drawsOf, findAtGate, findDraw, sumsDrawn } from './draws-table.ts'
import type { LicenceRefusal } from './licence.ts'

/** The latest first. */
export async function readDraws(
  database: Database,
  actor: Actor,
  number: string,
  asked: PageAsked,
): Promise<Outcome<ListPage<HeldDraw>, LicenceRefusal>> {
  return await readAs(database, actor, async (tables) => {
    if ((await findAtGate(tables, number)) === undefined) return { refused: { code: 'licence_unknown' } }
    return {
      done: await pageIn(asked, 'newest_first', async (before, limit) => await drawsOf(tables, number, before, limit)),
    }
  })
}

export async function readDraw(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<HeldDraw, LicenceRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findDraw(tables, id))
  return found === undefined ? { refused: { code: 'draw_unknown' } } : { done: found }
}

/** What was drawn on each of them since the day, within the transaction of whoever asks what follows. */
export async function drawnSince(
  tables: Handle,
  ids: readonly string[],
  since: string,
): Promise<ReadonlyMap<string, { readonly entries: number; readonly units: number }>> {
  return await sumsDrawn(tables, ids, since)
}
