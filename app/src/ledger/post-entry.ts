/** Posts entries within the transaction of the determination that is their cause. */
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type Entry, reversed } from './entry.ts'
import { type Appropriation, entriesOf, entriesOfLines, insertEntry } from './ledger-table.ts'

export type NewEntry = Omit<Entry, 'id' | 'booked_on' | 'posted_at' | 'posted_by'>

export async function postEntry(
  tables: Handle,
  { clock, makeId }: Recorder,
  actor: Actor,
  entry: NewEntry,
): Promise<Entry> {
  const posted = { ...entry, ...stamped({ clock, makeId }, actor) }
  await insertEntry(tables, posted, makeId)
  return posted
}

/** Money that is put into a budget, or taken out of it. */
export async function postAppropriation(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  entry: Omit<Appropriation, keyof ReturnType<typeof stamped>>,
): Promise<void> {
  await insertEntry(tables, { ...entry, ...stamped(recorder, actor) }, recorder.makeId)
}

function stamped({ clock, makeId }: Pick<Recorder, 'clock' | 'makeId'>, { person }: Actor) {
  return { id: makeId(), booked_on: todayText(clock), posted_at: instantText(clock()), posted_by: person }
}

/** What these determinations committed or charged and nothing has taken back. */
export async function openEntries(
  tables: Handle,
  manufacturer: string,
  determinations: ReadonlySet<string>,
): Promise<readonly Entry[]> {
  const all = await entriesOf(tables, manufacturer)
  const reversedIds = new Set(all.map(({ reverses }) => reverses))
  return all.filter(
    ({ id, determination_id, phase, reverses }) =>
      determinations.has(determination_id) &&
      (phase === 'commit' || phase === 'charge') &&
      reverses === null &&
      !reversedIds.has(id),
  )
}

/** What was paid to a firm, but for what was taken back, oldest first. */
export async function paymentsTo(tables: Handle, manufacturer: string): Promise<readonly Entry[]> {
  const all = await entriesOf(tables, manufacturer)
  const reversedIds = new Set(all.map(({ reverses }) => reverses))
  return all.filter(({ id, phase, reverses }) => phase === 'pay' && reverses === null && !reversedIds.has(id))
}

/** What stands of what was received by these lines of statements of the bank, oldest first. */
export async function receivedBy(tables: Handle, lines: readonly string[]): Promise<readonly Entry[]> {
  const all = await entriesOfLines(tables, lines)
  const reversedIds = new Set(all.map(({ reverses }) => reverses))
  return all.filter(({ id, reverses }) => reverses === null && !reversedIds.has(id))
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
