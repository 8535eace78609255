import type { Recorder } from '../audit-log/record-command.ts'
import { todayText } from '../kernel/clock.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { type Letters, letterData } from './decide-determination.ts'
import { type Determination, type DeterminationRefusal, isStanding } from './determination.ts'
import {
  countDeterminations,
  determinationsById,
  determinationsOf,
  findById,
  findDetermination,
  listDeterminations,
  listSanctions,
  listStanding,
} from './determinations-table.ts'
import type { PrepareRefusal } from './prepare-determination.ts'
import { repliesTo } from './recommendations/recommendations-table.ts'

/** By its number. One that the reader may not see does not exist. */
export async function readDetermination(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<Determination, DeterminationRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findDetermination(tables, number))
  return found === undefined ? { refused: { code: 'determination_unknown' } } : { done: found }
}

/** A page of those that the reader may see, newest first. */
export async function readDeterminations(
  database: Database,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<Determination>> {
  return await readPage(database, actor, asked, 'newest_first', listDeterminations)
}

/** Those that were approved, beyond the identifier, each with what may have lifted it or ordered what it recommends; within the transaction of whoever lists them. */
export async function sanctionsIn(tables: Handle, before: string, limit: number) {
  const all = await listSanctions(tables, before, limit)
  const replies = await repliesTo(
    tables,
    all.map(({ sanction }) => sanction.id),
  )
  return all.map((one) => {
    const { id } = one.sanction
    return { id, ...one, replies: replies.filter(({ determination_id }) => determination_id === id) }
  })
}

/** Within the transaction of a command of another slice. */
export async function determinationIn(tables: Handle, number: string): Promise<Determination | undefined> {
  return await findDetermination(tables, number)
}

/** All but those that were sent back or withdrawn, oldest first, within the transaction of a page that shows several slices. */
export async function determinationsStanding(tables: Handle): Promise<readonly Determination[]> {
  return await listStanding(tables)
}

/** Of the same subject of the same year, but for those that were sent back or withdrawn, oldest first. */
export async function determinationsBeside(tables: Handle, one: Determination): Promise<readonly Determination[]> {
  return (await determinationsOf(tables, one)).filter(isStanding)
}

/** Its identifier comes from a row that refers to it. */
export async function determinationById(tables: Handle, id: string): Promise<Determination> {
  const found = await findById(tables, id)
  if (found === undefined) throw new Error(`there is no determination ${id}`)
  return found
}

/** The letter as it would be served if the determination were approved today. */
export async function previewLetter(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  number: string,
): Promise<Outcome<Buffer, PrepareRefusal>> {
  const data = await readAs(database, actor, async (tables) => {
    const found = await findDetermination(tables, number)
    if (found === undefined) return { refused: { code: 'determination_unknown' } } as const
    const decided_on = todayText(clock)
    return await letterData(tables, shelf, letters, found, decided_on, null)
  })
  return 'refused' in data ? data : { done: await letters.render(data.done) }
}

/** By their identifiers, those that the reader may see, within the transaction of a page that shows several slices. */
export async function determinationsFound(tables: Handle, ids: readonly string[]): Promise<readonly Determination[]> {
  return await determinationsById(tables, ids)
}

/** What waits for a second officer, and what was approved since an instant, within the transaction of a page that shows several slices. */
export async function determinationsCounted(tables: Handle, after: string) {
  return await countDeterminations(tables, after)
}
