/** What a firm says to a notice, and the cure that an officer finds. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { CURED } from '../case-facts/case-fact.ts'
import { recordCaseFact } from '../case-facts/record-case-fact.ts'
import { determinationById } from '../determinations/read-determinations.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { actsFor } from '../manufacturers/life/read-life.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import { cureOf, type Notice, type NoticeEvent, type NoticeRefusal } from './notice.ts'
import { findNotice, insertNoticeEvent } from './notices-table.ts'

/** Until a cure is recorded: after it there is nothing to represent. */
export async function answerNotice(
  recorder: Recorder,
  actor: Actor,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<Outcome<Notice, NoticeRefusal | NotAuthorised>> {
  return await recordCommand<Notice, NoticeRefusal | NotAuthorised>(
    recorder,
    actor,
    'answer_notice',
    async (tables) => {
      const notice = await findNotice(tables, id)
      if (notice === undefined) return { refused: { code: 'notice_unknown' } }
      const firm = await actsFor(tables, actor.organization, notice.manufacturer_id)
      if ('refused' in firm) return firm
      const cured_on = curedOn(notice)
      if (cured_on !== undefined) return { refused: { code: 'cured_already', happened_on: cured_on } }
      const event = eventOf(recorder, actor, notice, { kind: 'answered', happened_on: null, words })
      await insertNoticeEvent(tables, event)
      return { done: { ...notice, events: [...notice.events, event] }, subject: `notice ${id}`, details: { words } }
    },
  )
}

/** The next assessment knows of it; a cure after the last day averts nothing, and is what a restoration rests on. */
export async function recordCure(
  recorder: Recorder,
  actor: Actor,
  { id, cured_on, words }: { readonly id: string; readonly cured_on: string; readonly words: string },
): Promise<Outcome<Notice, NoticeRefusal>> {
  const now = todayText(recorder.clock)
  return await recordCommand<Notice, NoticeRefusal>(recorder, actor, 'record_cure', async (tables) => {
    const notice = await findNotice(tables, id)
    if (notice === undefined) return { refused: { code: 'notice_unknown' } }
    const before = curedOn(notice)
    if (before !== undefined) return { refused: { code: 'cured_already', happened_on: before } }
    const { served_on, determination_id } = notice
    if (cured_on < served_on || cured_on > now)
      return { refused: { code: 'cure_day', day: cured_on, served_on, today: now } }
    const { manufacturer_id, programme, year, subject } = await determinationById(tables, determination_id)
    const event = eventOf(recorder, actor, notice, { kind: 'cured', happened_on: cured_on, words })
    await insertNoticeEvent(tables, event)
    await recordCaseFact(tables, recorder, actor, {
      manufacturer_id,
      programme,
      year,
      subject,
      fact: CURED,
      value: cured_on,
      cause: `notice ${id}`,
    })
    return {
      done: { ...notice, events: [...notice.events, event] },
      subject: `notice ${id}`,
      details: { cured_on, words },
    }
  })
}

function curedOn(notice: Notice): string | undefined {
  return cureOf(notice)?.happened_on ?? undefined
}

function eventOf(
  { clock }: Recorder,
  actor: Actor,
  notice: Notice,
  said: Pick<NoticeEvent, 'kind' | 'happened_on' | 'words'>,
): NoticeEvent {
  return {
    ...said,
    notice_id: notice.id,
    position: notice.events.length + 1,
    recorded_at: instantText(clock()),
    recorded_by: actor.person,
  }
}
