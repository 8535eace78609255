/** The table of words under which things are found, which the database fills itself, and all the SQL that knows it. */
import { sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'

export const TERM_KINDS = [
  'manufacturer',
  'licence',
  'determination',
  'appeal',
  'model',
  'document',
  'membership',
] as const
export type TermKind = (typeof TERM_KINDS)[number]

/** As words are compared: small letters, one form of each letter and digit, one space between words. */
export async function foldedBy(handle: Handle, words: string): Promise<string> {
  const { rows } = await sql<{ folded: string }>`select folded(${words}) as folded`.execute(handle)
  return rows[0]?.folded ?? ''
}

/** Of each kind the first that the reader may see under one of these beginnings. */
export async function findObjects(
  handle: Handle,
  beginnings: readonly string[],
  limit: number,
): Promise<ReadonlyMap<TermKind, readonly string[]>> {
  // Several words of one thing begin alike.
  const { rows } = await sql<{ kind: TermKind; object_id: string }>`
    select kinds.kind, found.object_id
    from unnest(${TERM_KINDS}::text[]) kinds (kind)
    cross join unnest(${beginnings}::text[]) asked (beginning)
    cross join lateral (
      select term, object_id from search_terms
      where search_terms.kind = kinds.kind and term >= beginning and term < beginning || ${LAST}
      order by term, object_id limit ${limit * WORDS}
    ) found
    order by term, object_id
  `.execute(handle)
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  return new Map(
    TERM_KINDS.map((kind) => {
      const ids = new Set((byKind.get(kind) ?? []).map(({ object_id }) => object_id))
      return [kind, [...ids].slice(0, limit)]
    }),
  )
}

/** Comes after every letter. */
const LAST = '\u{10ffff}'
const WORDS = 4
