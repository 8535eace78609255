/**
 * A second officer approves or declines what happened to a firm, or who proposed it withdraws it. With the approval everything that follows from the
 * event is written, in the same transaction: the name, who answers, and the orders about licences.
 */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Actor, isProgram } from '../kernel/transaction.ts'
import { passLicences } from '../licences/pass-licences.ts'
import { type FirmEvent, type FirmEventRefusal, partiesOf, statusOfEvent } from '../manufacturers/life/life.ts'
import { eventById, keepDecision, writeLife } from '../manufacturers/life/read-life.ts'
import { namesOfFirms } from '../manufacturers/read-manufacturers.ts'
import { renameOrganizationIn } from '../people/rename-organization.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { unfitIn } from './weigh-event.ts'

/** Two keys of one administrator are no two officers, so no program decides. */
export async function approveEvent(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  id: string,
): Promise<Outcome<FirmEvent, FirmEventRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'approve_firm_event' } }
  return await recordCommand<FirmEvent, FirmEventRefusal>(recorder, actor, 'approve_firm_event', async (tables) => {
    const open = await openEvent(tables, id)
    if ('refused' in open) return open
    const event = open.done
    if (event.proposed_by === actor.person) return { refused: { code: 'event_own' } }
    // What is written from here on holds from its day: nobody acts for another firm before it.
    const now = todayText(recorder.clock)
    const { effective_on } = event
    if (effective_on > now) return { refused: { code: 'event_ahead', effective_on, today: now } }
    const unfit = await unfitIn(tables, shelf, event)
    if (unfit !== undefined) return { refused: unfit }
    const names = Object.fromEntries(await namesOfFirms(tables, partiesOf(event)))
    const decided = {
      kind: 'approved',
      reason: null,
      names,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    } as const
    await keepDecision(tables, id, decided)
    await writeLife(tables, event)
    if (event.new_name !== null) await renameOrganizationIn(tables, event.firm_id, event.new_name)
    const licences = await passedBy(tables, recorder, actor, event)
    return {
      done: { ...event, decided },
      subject: `manufacturer ${event.firm_id}`,
      details: { event: id, kind: event.kind, effective_on, answers_id: event.answers_id, licences },
    }
  })
}

/** Whoever takes each licence of the firm, by its number. */
function takerIn({ kind, answers_id, licences_pass, parts }: FirmEvent): (number: string) => string | undefined {
  if (kind === 'split') return (number) => parts.find(({ licences }) => licences.includes(number))?.firm_id
  return () => (licences_pass === true && answers_id !== null ? answers_id : undefined)
}

async function passedBy(tables: Handle, recorder: Recorder, actor: Actor, event: FirmEvent) {
  if (event.kind === 'renamed') return {}
  const { id: event_id, firm_id, effective_on, reason } = event
  return await passLicences(tables, recorder, actor, { event_id, firm_id, effective_on, reason, to: takerIn(event) })
}

export interface EndEvent {
  readonly id: string
  readonly reason: string
}

export async function declineEvent(
  recorder: Recorder,
  actor: Actor,
  input: EndEvent,
): Promise<Outcome<FirmEvent, FirmEventRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'decline_firm_event' } }
  return await end(recorder, actor, 'declined', input)
}

export async function withdrawEvent(
  recorder: Recorder,
  actor: Actor,
  input: EndEvent,
): Promise<Outcome<FirmEvent, FirmEventRefusal>> {
  return await end(recorder, actor, 'withdrawn', input)
}

const COMMANDS = { declined: 'decline_firm_event', withdrawn: 'withdraw_firm_event' } as const

async function end(
  recorder: Recorder,
  actor: Actor,
  kind: keyof typeof COMMANDS,
  { id, reason }: EndEvent,
): Promise<Outcome<FirmEvent, FirmEventRefusal>> {
  return await recordCommand<FirmEvent, FirmEventRefusal>(recorder, actor, COMMANDS[kind], async (tables) => {
    const open = await openEvent(tables, id)
    if ('refused' in open) return open
    const isOwn = open.done.proposed_by === actor.person
    if (kind === 'declined' && isOwn) return { refused: { code: 'event_own' } }
    if (kind === 'withdrawn' && !isOwn) return { refused: { code: 'event_of_other' } }
    const recorded_at = instantText(recorder.clock())
    const decided = { kind, reason, names: null, recorded_at, recorded_by: actor.person }
    await keepDecision(tables, id, decided)
    return {
      done: { ...open.done, decided },
      subject: `manufacturer ${open.done.firm_id}`,
      details: { event: id, reason },
    }
  })
}

/** One that waits for a second officer. */
async function openEvent(tables: Handle, id: string): Promise<Outcome<FirmEvent, FirmEventRefusal>> {
  const event = await eventById(tables, id)
  if (event === undefined) return { refused: { code: 'event_unknown' } }
  return event.decided === null ? { done: event } : { refused: { code: 'event_decided', status: statusOfEvent(event) } }
}
