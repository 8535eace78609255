import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type ListPage, type PageAsked, pageIn, readPage } from '../../kernel/read-page.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { statusOf } from '../determination.ts'
import { type ListedItem, listOfDocket } from './approve-docket.ts'
import type { Docket, DocketRefusal, LeftOut } from './docket.ts'
import { docketsHolding, findDocket, listDockets, listLeftOut, type RoundRead, roundsOf } from './dockets-table.ts'

export type DocketListed = Docket & { readonly rounds: readonly RoundRead[] }

export interface DocketRead extends DocketListed {
  readonly items: readonly ListedItem[]
  /** How many of them can be signed, by which hash. */
  readonly listed: number
  readonly shown_hash: string
}

export async function readDockets(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<DocketListed>> {
  return await readPage(database, actor, asked, 'newest_first', async (tables, before, limit) => {
    const rows = await listDockets(tables, before, limit)
    return await Promise.all(rows.map(async (one) => ({ ...one, rounds: await roundsOf(tables, one.id) })))
  })
}

export async function readDocket(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<DocketRead, DocketRefusal>> {
  return await readAs<Outcome<DocketRead, DocketRefusal>>(database, actor, async (tables) => await docketIn(tables, id))
}

async function docketIn(tables: Handle, id: string): Promise<Outcome<DocketRead, DocketRefusal>> {
  const docket = await findDocket(tables, id)
  if (docket === undefined) return { refused: { code: 'docket_unknown' } }
  const { items, listed, hash } = await listOfDocket(tables, id)
  return {
    done: { ...docket, rounds: await roundsOf(tables, id), items, listed: listed.length, shown_hash: hash },
  }
}

/** The docket on whose list each of these determinations stands, within the transaction of a page that shows several slices. */
export async function docketsOf(
  tables: Handle,
  determinations: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return await docketsHolding(tables, determinations)
}

/** Whether it stands on the list that can be signed now. */
export function isListed({ removed, determination }: ListedItem): boolean {
  return removed === null && statusOf(determination) === 'prepared'
}

export interface ReturnLeftOut {
  readonly id: string
  readonly return_id: string
  readonly manufacturer_id: string
  readonly left_out: readonly LeftOut[]
}

/** A page of the returns of which something was left out, and why. */
export async function readLeftOut(
  database: Database,
  actor: Actor,
  id: string,
  asked: PageAsked,
): Promise<Outcome<ListPage<ReturnLeftOut>, DocketRefusal>> {
  return await readAs<Outcome<ListPage<ReturnLeftOut>, DocketRefusal>>(database, actor, async (tables) => {
    if ((await findDocket(tables, id)) === undefined) return { refused: { code: 'docket_unknown' } }
    return {
      done: await pageIn(asked, 'oldest_first', async (after, limit) => {
        const rows = await listLeftOut(tables, id, after, limit)
        return rows.map(({ return_id, manufacturer_id, left_out }) => {
          return { id: return_id, return_id, manufacturer_id, left_out }
        })
      }),
    }
  })
}
