/** A page of a list, of what one may see in it: for programs and for readers alike. */
import type { Database, Handle } from './database.ts'
import { type Actor, readAs } from './transaction.ts'

const USUAL_A_PAGE = 25
const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const MOST_AT_ONCE = 100

export interface PageAsked {
  /** What the page before gave as `next`. */
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

export interface ListPage<T> {
  readonly items: readonly T[]
  /** Where the next page begins; null where this is the last. */
  readonly next: string | null
}

/** `list` reads the rows beyond the cursor in that order. */
export async function readPage<T extends { readonly id: string }>(
  database: Database,
  actor: Actor,
  asked: PageAsked,
  order: 'oldest_first' | 'newest_first',
  list: (tables: Handle, cursor: string, limit: number) => Promise<readonly T[]>,
): Promise<ListPage<T>> {
  return await readAs(database, actor, async (tables) => {
    return await pageIn(asked, order, async (cursor, limit) => await list(tables, cursor, limit))
  })
}

/** The same within a transaction. One more is read than is shown, to know whether there are more. */
export async function pageIn<T extends { readonly id: string }>(
  { cursor, limit = USUAL_A_PAGE }: PageAsked,
  order: 'oldest_first' | 'newest_first',
  list: (cursor: string, limit: number) => Promise<readonly T[]>,
): Promise<ListPage<T>> {
  const rows = await list(cursor ?? (order === 'oldest_first' ? FIRST : LAST), limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** Every entry of a list, for a table that is fetched whole. */
export async function allOf<T>(read: (asked: PageAsked) => Promise<ListPage<T>>): Promise<readonly T[]> {
  return await Array.fromAsync(eachOf(read))
}

/** The same, a page read only when those before it have been taken. */
export async function* eachOf<T>(
  read: (asked: PageAsked) => Promise<ListPage<T>>,
): AsyncGenerator<T, undefined, undefined> {
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await read({ cursor, limit: MOST_AT_ONCE })
    yield* items
    if (next === null) return
    cursor = next
  }
}
