/** Pages of a long list of returns: those that are wanted of all that the reader may see. */
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import { today } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type ListPage, type PageAsked, pageIn } from '../../kernel/read-page.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { ManufacturerRefusal } from '../../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import { programmesPublished } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { Return } from './return.ts'
import { listWanted } from './return-standings-table.ts'
import { obligationsIn } from './returns-owed.ts'
import { withVersions } from './returns-table.ts'
import type { DueDays, WantedReturns } from './wanted-returns.ts'

export async function listReturns(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  shelf: ReleaseShelf,
  actor: Actor,
  wanted: WantedReturns,
  asked: PageAsked,
): Promise<Outcome<ListPage<Return>, ManufacturerRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const { manufacturer_id: firm, late, order } = wanted
    const dues = late === true ? await dueDays(tables, shelf, wanted, today(clock)) : undefined
    const isUpwards = order === 'oldest' || order === 'firm'
    const page = await pageIn(asked, isUpwards ? 'oldest_first' : 'newest_first', async (cursor, limit) => {
      return await withVersions(tables, await listWanted(tables, wanted, dues, cursor, limit))
    })
    // An empty list would say that the firm is there.
    const isEmpty = page.items.length === 0 && firm !== undefined
    return isEmpty && (await manufacturerIn(tables, firm)) === undefined
      ? { refused: { code: 'manufacturer_unknown' } }
      : { done: page }
  })
}

/** Of every period that is over, by the law in force on its last day. */
async function dueDays(
  tables: Handle,
  shelf: ReleaseShelf,
  { programme }: WantedReturns,
  now: number,
): Promise<DueDays> {
  const days: DueDays['days'][number][] = []
  for (const name of programme === undefined ? await programmesPublished(tables) : [programme])
    for (const { kind, period, due_on } of await obligationsIn(tables, shelf, name, { from: 0, until: now }))
      days.push({ programme: name, kind, period, due_on: formatDay(due_on) })
  return { today: formatDay(now), days }
}
