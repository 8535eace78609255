/** Records that a notice was served, and the proof of it. The time to cure runs from that day, as the law computes it. */
import type { AssessmentRefusal } from '../assessments/filed/assessment.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { SERVED } from '../case-facts/case-fact.ts'
import { determinationById } from '../determinations/read-determinations.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { cureEndsOn } from './issue-notice.ts'
import { type MeansOfService, type NewNoticeEvent, type Notice, type NoticeRefusal, saidOf } from './notice.ts'
import { type Happened, recordOnNotice } from './record-event.ts'

export type ServeRefusal = NoticeRefusal | AssessmentRefusal

export interface ServeNotice {
  readonly id: string
  readonly means: Exclude<MeansOfService, 'inbox'>
  readonly served_on: string
  /** The courier's slip, or the copy that was signed on receipt. */
  readonly proof_id: string
  /** Who received it, the number of the consignment. */
  readonly words: string
}

/** By an officer, with the document that proves it. */
export async function serveNotice(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, means, served_on, proof_id, words }: ServeNotice,
): Promise<Outcome<Notice, ServeRefusal | NotAuthorised>> {
  const today = todayText(recorder.clock)
  return await recordOnNotice<ServeRefusal>(
    recorder,
    actor,
    { command: 'serve_notice', id },
    async (tables, notice) => {
      const { issued_on } = notice
      if (served_on < issued_on || served_on > today)
        return { refused: { code: 'service_day', day: served_on, issued_on, today } }
      const proof = { choice: means, document_id: proof_id, words }
      return await served(tables, shelf, notice, { served_on, proof })
    },
  )
}

export interface AcknowledgeNotice {
  readonly id: string
  /** The event that a later letter tells of; null of the notice itself. */
  readonly about?: number | null
}

/**
 * By the firm's signatory, who has the letter before him. Of the notice itself that is the proof of service, and counts for the day that it is in
 * Karachi.
 */
export async function acknowledgeNotice(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, about = null }: AcknowledgeNotice,
): Promise<Outcome<Notice, ServeRefusal | NotAuthorised>> {
  const on = { command: 'acknowledge_notice', id, asFirm: true } as const
  return await recordOnNotice<ServeRefusal>(recorder, actor, on, async (tables, notice) => {
    if (about === null) {
      const served_on = todayText(recorder.clock)
      return await served(tables, shelf, notice, { served_on, proof: { choice: 'inbox' } })
    }
    const letter = notice.events.find(({ position, letter_id }) => position === about && letter_id !== null)
    if (letter === undefined) return { refused: { code: 'event_not_there' } }
    if (saidOf(notice, letter, 'acknowledged') !== undefined) return { refused: { code: 'event_settled' } }
    return { done: { event: { kind: 'acknowledged', about } } }
  })
}

async function served(
  tables: Handle,
  shelf: ReleaseShelf,
  notice: Notice,
  { served_on, proof }: { readonly served_on: string; readonly proof: Omit<NewNoticeEvent, 'kind'> },
): Promise<Outcome<Happened, ServeRefusal>> {
  if (notice.served_on !== null) return { refused: { code: 'notice_served', served_on: notice.served_on } }
  const failure = await determinationById(tables, notice.determination_id)
  const last = await cureEndsOn(tables, shelf, failure, served_on)
  if ('refused' in last) return last
  const event: NewNoticeEvent = { kind: 'served', happened_on: served_on, ends_on: last.done, ...proof }
  return { done: { event, fact: { fact: SERVED, value: served_on } } }
}
