/** Serves notice of a failure that was determined. The time to cure runs from today, as the law computes it. */
import type { AssessmentRefusal } from '../assessments/filed/assessment.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { SERVED } from '../case-facts/case-fact.ts'
import { recordCaseFact } from '../case-facts/record-case-fact.ts'
import { type Determination, hasEffect } from '../determinations/determination.ts'
import { lastDayToCure } from '../determinations/last-day-to-cure.ts'
import { determinationIn } from '../determinations/read-determinations.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { Notice, NoticeRefusal } from './notice.ts'
import { findNoticeOf, insertNotice } from './notices-table.ts'

export type ServeRefusal = NoticeRefusal | AssessmentRefusal

/** `number` is that of the determination of failure. */
export async function serveNotice(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  number: string,
): Promise<Outcome<Notice, ServeRefusal>> {
  return await recordCommand<Notice, ServeRefusal>(recorder, actor, 'serve_notice', async (tables) => {
    const failure = await determinationIn(tables, number)
    if (failure?.kind !== 'failure' || !hasEffect(failure))
      return { refused: { code: 'no_failure_determined', number } }
    const before = await findNoticeOf(tables, failure.id)
    if (before !== undefined) return { refused: { code: 'notice_served', served_on: before.served_on } }
    const served_on = todayText(recorder.clock)
    const { manufacturer_id, programme, year, subject } = failure
    const id = recorder.makeId()
    await recordCaseFact(tables, recorder, actor, {
      manufacturer_id,
      programme,
      year,
      subject,
      fact: SERVED,
      value: served_on,
      cause: `notice ${id}`,
    })
    const cure_ends_on = await cureEndsOn(tables, shelf, failure, served_on)
    if ('refused' in cure_ends_on) return cure_ends_on
    const notice = {
      id,
      determination_id: failure.id,
      manufacturer_id,
      served_on,
      cure_ends_on: cure_ends_on.done,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertNotice(tables, notice)
    return {
      done: { ...notice, events: [] },
      subject: `notice ${id}`,
      details: { determination: number, served_on, cure_ends_on: notice.cure_ends_on },
    }
  })
}

/** What the law says of the last day if notice is served on this one. */
export async function cureEndsOn(
  tables: Handle,
  shelf: ReleaseShelf,
  failure: Determination,
  served_on: string,
): Promise<Outcome<string, ServeRefusal>> {
  const last = await lastDayToCure(tables, shelf, failure, served_on)
  if ('refused' in last) return last
  if (last.done !== null) return { done: last.done }
  return { refused: { code: 'no_notice_in_law', programme: failure.programme } }
}
