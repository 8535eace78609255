import type { Recorder } from '../audit-log/record-command.ts'
import { sanctionsIn } from '../determinations/read-determinations.ts'
import { todayText } from '../kernel/clock.ts'
import { type ListPage, type PageAsked, pageIn } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { type Sanction, sanctionOn } from './sanction.ts'

/** A page of those that stand and that the reader may see, newest first. One page may hold fewer than another: what was lifted is left out. */
export async function readSanctions(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<Sanction>> {
  const today = todayText(clock)
  return await readAs(database, actor, async (tables) => {
    const { items, next } = await pageIn(asked, 'newest_first', async (before, limit) => {
      return await sanctionsIn(tables, before, limit)
    })
    const standing = items.flatMap(
      ({ sanction, restorations, replies }) => sanctionOn(sanction, restorations, today, replies) ?? [],
    )
    return { items: standing, next }
  })
}
