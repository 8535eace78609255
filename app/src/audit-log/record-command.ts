/** Runs a command so that what it did and the event that says so stand or fall together. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import type { Recording, Shown } from '../kernel/answer-shown.ts'
import { type Clock, instantText } from '../kernel/clock.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { MakeId } from '../kernel/identifiers.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import { type Actor, type Decision, writeAs, writeCounted, writeForFirm } from '../kernel/transaction.ts'
import { insertAnswer } from './answered-requests-table.ts'
import { insertEvent } from './audit-log-table.ts'
import { type AuditEvent, eventText } from './event.ts'
import type { AuditKey } from './open-audit-key.ts'

export interface Recorder extends Recording {
  readonly database: Database
  readonly key: AuditKey
  readonly clock: Clock
  readonly makeId: MakeId
}

/** What a command did: its answer, what it was about, and what should be known of it. */
export interface Done<T> {
  readonly done: T
  readonly subject: string
  /** Texts, whole numbers, lists and objects of them. */
  readonly details: Readonly<Record<string, unknown>>
  /** What else the command did in the same transaction, to things that each have an event of their own. */
  readonly also?: readonly Omit<Done<unknown>, 'done'>[]
}

/** A refused command leaves nothing behind, and no event. */
export async function recordCommand<T, R extends Refusal>(
  recorder: Recorder,
  actor: Actor,
  command: string,
  body: (tables: Handle) => Promise<Done<T> | { readonly refused: R }>,
): Promise<Outcome<T, R>> {
  return await writeAs<Outcome<T, R>>(recorder.database, actor, recorded(recorder, actor, command, body))
}

/** The same for what concerns the returns of one firm: see `writeForFirm`. */
export async function recordForFirm<T, R extends Refusal>(
  recorder: Recorder,
  actor: Actor,
  { command, firm }: { readonly command: string; readonly firm: string },
  body: (tables: Handle) => Promise<Done<T> | { readonly refused: R }>,
): Promise<Outcome<T, R>> {
  return await writeForFirm<Outcome<T, R>>(recorder.database, actor, firm, recorded(recorder, actor, command, body))
}

/** The same for what a row of a count decides: see `writeCounted`. The last that the body asks of the database goes there together with the event and the end. */
export async function recordCounted<T, R extends Refusal>(
  recorder: Recorder,
  actor: Actor,
  command: string,
  body: (tables: Handle) => Promise<Done<T | Promise<T>> | { readonly refused: R }>,
): Promise<Outcome<T, R>> {
  return await writeCounted<Outcome<T, R>>(recorder.database, actor, recorded(recorder, actor, command, body))
}

function recorded<T, R extends Refusal>(
  recorder: Recorder,
  actor: Actor,
  command: string,
  body: (tables: Handle) => Promise<Done<T | Promise<T>> | { readonly refused: R }>,
): (tables: Handle) => Promise<Decision<Outcome<T, R>>> {
  return async (tables) => {
    const result = await body(tables)
    if ('refused' in result) return { rollBack: result }
    const events = [result, ...(result.also ?? [])].map((one) => signEvent(recorder, actor, command, one))
    const noted = Promise.all(events.map(async (event) => await insertEvent(tables, event)))
    const written = withEvents(result.done, noted)
    const { once } = recorder
    if (once === undefined) return { commit: written }
    const { key, request_hash, answerOf = asItIs } = once
    const { done } = await written
    const answer = JSON.stringify(await answerOf(done as never))
    await insertAnswer(tables, { person: actor.person, key, command, request_hash, answer })
    return { commit: { done } }
  }
}

/** What went wrong first says why, and not that the events could not follow it. */
async function withEvents<T>(done: T | Promise<T>, noted: Promise<unknown>): Promise<{ readonly done: T }> {
  noted.catch(() => undefined)
  const waited = await done
  await noted
  return { done: waited }
}

async function asItIs<T>(done: T): Promise<Shown<T>> {
  return await Promise.resolve({ done })
}

function signEvent(
  { key, clock, makeId }: Recorder,
  { person, organization, role, delegation }: Actor,
  command: string,
  { subject, details }: Pick<Done<unknown>, 'subject' | 'details'>,
) {
  // The organization of the event is the one for which it was done; an accountant's says through whom.
  const through = delegation === undefined ? {} : { accountant: delegation.accountant, delegation: delegation.id }

  const event: AuditEvent = {
    id: makeId(),
    recorded_at: instantText(clock()),
    person,
    organization: organization ?? null,
    role,
    command,
    subject,
    details: canonicalJson({ ...details, ...through }),
  }
  return { ...event, key_id: key.id, signature: key.sign(eventText(event)) }
}
