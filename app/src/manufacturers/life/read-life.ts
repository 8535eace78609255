/** What the lives of firms say, within the transaction of whoever asks. */
import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { Manufacturer, NotAuthorised } from '../manufacturer.ts'
import { findManufacturer } from '../manufacturers-table.ts'
import { authorisedIn } from '../read-manufacturers.ts'
import { type FirmEvent, type FirmEventDecision, isEnd, partiesOf } from './life.ts'
import { type EventView, eventsShown } from './show-life.ts'
import {
  answeredBy,
  approvedEvents,
  findFirmEvent,
  firmEventsOf,
  firmEventsWaiting,
  insertFirmEvent,
  insertFirmEventDecision,
  insertFirmName,
  insertParties,
  insertSuccession,
  namesSince,
  successionsOf,
} from './life-table.ts'

/** For which firms beside itself an organization answers now. */
export async function firmsAnsweredBy(tables: Handle, organization: string): Promise<readonly Manufacturer[]> {
  const found = await Promise.all(
    (await answeredBy(tables, organization)).map(async (id) => await findManufacturer(tables, id)),
  )
  return found.filter((firm) => firm !== undefined)
}

/** The firm that answers for this one now, which is itself until it comes to its end. */
export async function answersFor(tables: Handle, firm: string): Promise<string> {
  return (await successionsOf(tables, [firm])).get(firm)?.at(-1)?.answers_id ?? firm
}

/** The days on which firms came to their ends; those that go on have none. */
export async function endsOf(tables: Handle, firms: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (firms.length === 0) return new Map()
  const successions = await successionsOf(tables, firms)
  return new Map(
    [...successions].flatMap(([firm, [first]]) => (first === undefined ? [] : [[firm, first.effective_on]])),
  )
}

/** The firm in whose case an organization acts: its own, or one for which it answers. Nothing is filed for a firm by anybody else. */
export async function actsFor(
  tables: Handle,
  organization: string | undefined,
  firm: string | undefined,
): Promise<Outcome<Manufacturer, NotAuthorised>> {
  const own = await authorisedIn(tables, organization)
  if ('refused' in own || firm === undefined || own.done.id === firm) return own
  const found = await findManufacturer(tables, firm)
  if (found?.status !== 'authorised' || found.answered_by !== organization)
    return { refused: { code: 'not_authorised' } }
  return { done: found }
}

export async function eventsApproved(tables: Handle): Promise<readonly FirmEvent[]> {
  return await approvedEvents(tables)
}

/** Those in which it takes part too. */
export async function eventsOfFirm(tables: Handle, firm: string): Promise<readonly FirmEvent[]> {
  return await firmEventsOf(tables, firm)
}

/** The same for the page of the firm. */
export async function readLife(database: Database, actor: Actor, firm: string): Promise<readonly EventView[]> {
  return await readAs(database, actor, async (tables) => await eventsShown(tables, await firmEventsOf(tables, firm)))
}

export async function eventsWaiting(tables: Handle): Promise<readonly FirmEvent[]> {
  return await firmEventsWaiting(tables)
}

export async function eventById(tables: Handle, id: string): Promise<FirmEvent | undefined> {
  return await findFirmEvent(tables, id)
}

export async function keepEvent(tables: Handle, event: Omit<FirmEvent, 'decided'>): Promise<void> {
  await insertFirmEvent(tables, event)
}

export async function keepDecision(tables: Handle, event_id: string, decision: FirmEventDecision): Promise<void> {
  await insertFirmEventDecision(tables, { event_id, ...decision })
}

/** What follows from an approved event for names, and for who answers: for the firm, and for those for which it answered itself. */
export async function writeLife(tables: Handle, event: FirmEvent): Promise<void> {
  const { id: event_id, firm_id, effective_on, new_name, answers_id } = event
  if (new_name !== null) {
    const position = ((await namesSince(tables, [firm_id])).get(firm_id)?.length ?? 0) + 1
    await insertFirmName(tables, { firm_id, position, name: new_name, from_on: effective_on, event_id })
  }
  if (!isEnd(event) || answers_id === null) {
    await insertParties(tables, event_id, partiesOf(event))
    return
  }
  const ended = [firm_id, ...(await answeredBy(tables, firm_id))]
  await insertParties(tables, event_id, [...new Set([...partiesOf(event), ...ended])])
  const before = await successionsOf(tables, ended)
  for (const one of ended) {
    const position = (before.get(one)?.length ?? 0) + 1
    await insertSuccession(tables, { firm_id: one, position, answers_id, effective_on, event_id })
  }
}
