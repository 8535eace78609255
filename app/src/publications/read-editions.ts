import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { countEditions, type EditionRow, lastEditionsUnder, listEditions, listEditionsOf } from './editions-table.ts'
import type { EditionContent, PublicationRefusal } from './publication.ts'

export interface ListedEdition extends Pick<EditionRow, 'id' | 'hash'> {
  readonly content: EditionContent
}

function listed({ id, hash, content }: EditionRow): ListedEdition {
  return { id, hash, content: JSON.parse(content) as EditionContent }
}

/** A page of all, newest first. */
export async function readEditions(
  database: Database,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<ListedEdition>> {
  const { items, next } = await readPage(database, actor, asked, 'newest_first', listEditions)
  return { items: items.map(listed), next }
}

/** `latest` is the last one of the year. */
export async function readEdition(
  database: Database,
  actor: Actor,
  { programme, year, edition }: { readonly programme: string; readonly year: string; readonly edition: string },
): Promise<Outcome<ListedEdition & { readonly latest: number }, PublicationRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const all = await listEditionsOf(tables, programme, year)
    const latest = all.at(-1)
    const found = edition === 'latest' ? latest : all.find((one) => String(one.edition) === edition)
    return found === undefined || latest === undefined
      ? { refused: { code: 'edition_unknown' } }
      : { done: { ...listed(found), latest: latest.edition } }
  })
}

/** Of each year of a programme the last one, within the transaction of a page that shows several slices. */
export async function lastEditionsOf(tables: Handle, programme: string): Promise<readonly EditionContent[]> {
  return (await lastEditionsUnder(tables, programme)).map((row) => listed(row).content)
}

/** How many were published since an instant. */
export async function editionsSince(tables: Handle, since: string): Promise<number> {
  return await countEditions(tables, since)
}
