/** Posts entries within the transaction of the determination that is their cause. */
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type Entry, reversed } from './entry.ts'
import { entriesOf, insertEntry } from './ledger-table.ts'

export type NewEntry = Omit<Entry, 'id' | 'booked_on' | 'posted_at' | 'posted_by'>

export async function postEntry(
  tables: Handle,
  { clock, makeId }: Recorder,
  actor: Actor,
  entry: NewEntry,
): Promise<Entry> {
  const posted: Entry = {
    ...entry,
    id: makeId(),
    booked_on: todayText(clock),
    posted_at: instantText(clock()),
    posted_by: actor.person,
  }
  await insertEntry(tables, posted, makeId)
  return posted
}

/** What these determinations posted and nothing has taken back. */
export async function openEntries(
  tables: Handle,
  manufacturer: string,
  determinations: ReadonlySet<string>,
): Promise<readonly Entry[]> {
  const all = await entriesOf(tables, manufacturer)
  const reversedIds = new Set(all.map(({ reverses }) => reverses))
  return all.filter(
    ({ id, determination_id, reverses }) =>
      determinations.has(determination_id) && reverses === null && !reversedIds.has(id),
  )
}

/** Takes an entry back; the cause is the later determination. */
export async function reverseEntry(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  entry: Entry,
  cause: string,
): Promise<void> {
  const { id, postings } = entry
  const back = { ...entry, determination_id: cause, reverses: id, postings: reversed(postings) }
  await postEntry(tables, recorder, actor, back)
}
