/** Posts entries within the transaction of the determination that is their cause. */
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText, today } from '../kernel/clock.ts'
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
    booked_on: formatDay(today(clock)),
    posted_at: instantText(clock()),
    posted_by: actor.person,
  }
  await insertEntry(tables, posted, makeId)
  return posted
}

/** Takes back what a determination posted, where that was not done before; the cause is the later determination. */
export async function reverseEntries(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  manufacturer: string,
  determination: string,
  cause: string,
): Promise<void> {
  const all = await entriesOf(tables, manufacturer)
  const open = all.filter(
    (entry) =>
      entry.determination_id === determination &&
      entry.reverses === null &&
      !all.some((other) => other.reverses === entry.id),
  )
  for (const { manufacturer_id, programme, rehearsal, finding, postings, id } of open)
    await postEntry(tables, recorder, actor, {
      manufacturer_id,
      programme,
      rehearsal,
      finding,
      determination_id: cause,
      reverses: id,
      postings: reversed(postings),
    })
}
