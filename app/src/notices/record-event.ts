/** Records that something happened to a notice, in the transaction of the command that says so. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { CaseFact } from '../case-facts/case-fact.ts'
import { recordCaseFact } from '../case-facts/record-case-fact.ts'
import { determinationById } from '../determinations/read-determinations.ts'
import { documentsFound } from '../documents/read-document.ts'
import { holidaysIn } from '../holidays/read-holidays.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { actsFor } from '../manufacturers/life/read-life.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import { type NewNoticeEvent, type Notice, type NoticeEvent, type NoticeRefusal, standingOf } from './notice.ts'
import { findNotice, insertNoticeEvent } from './notices-table.ts'

export interface OnNotice {
  readonly command: string
  readonly id: string
  /** Of the firm's own acts: it must be its notice, or that of a firm for which it answers. */
  readonly asFirm?: true
}

/** What happened, and the fact of the case that the law reads of it. */
export interface Happened {
  readonly event: NewNoticeEvent
  readonly fact?: Pick<CaseFact, 'fact' | 'value'>
}

/** `decide` says what happened, or refuses; a letter that it keeps stands in the same transaction. */
export async function recordOnNotice<R extends Refusal>(
  recorder: Recorder,
  actor: Actor,
  { command, id, asFirm }: OnNotice,
  decide: (tables: Handle, notice: Notice) => Promise<Outcome<Happened, R | NoticeRefusal>>,
): Promise<Outcome<Notice, R | NoticeRefusal | NotAuthorised>> {
  return await recordCommand<Notice, R | NoticeRefusal | NotAuthorised>(recorder, actor, command, async (tables) => {
    const notice = await findNotice(tables, id)
    if (notice === undefined) return { refused: { code: 'notice_unknown' } }
    if (asFirm === true) {
      const firm = await actsFor(tables, actor.organization, notice.manufacturer_id)
      if ('refused' in firm) return firm
    }
    const decided = await decide(tables, notice)
    if ('refused' in decided) return decided
    const { event: said, fact } = decided.done
    if (!(await isFileOf(tables, notice, said.document_id))) return { refused: { code: 'file_not_of_notice' } }
    const event = await addEvent(tables, recorder, actor, notice, said)
    if (fact !== undefined) {
      const { manufacturer_id, programme, year, subject } = await determinationById(tables, notice.determination_id)
      const of = { manufacturer_id, programme, year, subject }
      await recordCaseFact(tables, recorder, actor, { ...of, ...fact, cause: `notice ${id}` })
    }
    const { kind, items: _, ...told } = said
    return {
      done: standingOf(notice, [...notice.events, event], await holidaysIn(tables)),
      subject: `notice ${id}`,
      details: { ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)), event: kind },
    }
  })
}

/** A file that comes with an event is one that was handed in about the notices of its firm. */
async function isFileOf(tables: Handle, notice: Notice, id: string | null | undefined): Promise<boolean> {
  if (id === null || id === undefined) return true
  const [found] = await documentsFound(tables, [id])
  return found?.organization === notice.manufacturer_id
}

/** Within a transaction that has its own event in the audit log. */
export async function addEvent(
  tables: Handle,
  { clock }: Pick<Recorder, 'clock'>,
  actor: Actor,
  { id, events }: Pick<Notice, 'id' | 'events'>,
  said: NewNoticeEvent,
): Promise<NoticeEvent> {
  const event: NoticeEvent = {
    happened_on: null,
    from_on: null,
    until_on: null,
    ends_on: null,
    about: null,
    choice: null,
    place: null,
    items: null,
    words: null,
    document_id: null,
    letter_id: null,
    ...said,
    notice_id: id,
    position: events.length + 1,
    recorded_at: instantText(clock()),
    recorded_by: actor.person,
  }
  await insertNoticeEvent(tables, event)
  return event
}
