/** Issues the show-cause notice of a failure that was determined, with the file that is relied upon. Nothing runs until it is served. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { Letters } from '../determinations/decide-determination.ts'
import { type Determination, hasEffect } from '../determinations/determination.ts'
import { lastDayToCure } from '../determinations/last-day-to-cure.ts'
import { printFrozen } from '../determinations/print-letter.ts'
import { determinationIn } from '../determinations/read-determinations.ts'
import { holidaysIn } from '../holidays/read-holidays.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { fileItems } from './disclosure/gather-file.ts'
import { itemsText } from './disclosure/item.ts'
import { keepLetter } from './letters/keep-letter.ts'
import { type IssuedNotice, type Notice, standingOf } from './notice.ts'
import { findNoticeOf, insertNotice } from './notices-table.ts'
import { addEvent } from './record-event.ts'
import type { ServeRefusal } from './serve-notice.ts'

export interface IssueNotice extends Pick<IssuedNotice, 'answer_length' | 'answer_counted_in'> {
  /** The number of the determination of failure. */
  readonly determination: string
}

export async function issueNotice(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  { determination: number, answer_length, answer_counted_in }: IssueNotice,
): Promise<Outcome<Notice, ServeRefusal>> {
  // The letter of the failure is part of the file that is disclosed.
  await printFrozen({ recorder, shelf, letters }, actor, number)
  return await recordCommand<Notice, ServeRefusal>(recorder, actor, 'issue_notice', async (tables) => {
    const failure = await determinationIn(tables, number)
    if (failure?.kind !== 'failure' || !hasEffect(failure))
      return { refused: { code: 'no_failure_determined', number } }
    const before = await findNoticeOf(tables, failure.id)
    if (before !== undefined) return { refused: { code: 'notice_issued', issued_on: before.issued_on } }
    const issued_on = todayText(recorder.clock)
    const last = await cureEndsOn(tables, shelf, failure, issued_on)
    if ('refused' in last) return last
    const writer = { recorder, shelf, letters, actor }
    const matter = { kind: 'show_cause', cure_ends_on: last.done, answer_length, answer_counted_in } as const
    const letter = await keepLetter(tables, writer, { about: failure, matter, words: '' })
    if ('refused' in letter) return letter
    const notice: IssuedNotice = {
      id: recorder.makeId(),
      determination_id: failure.id,
      assessment_id: failure.assessment_id,
      manufacturer_id: failure.manufacturer_id,
      issued_on,
      answer_length,
      answer_counted_in,
      letter_id: letter.done,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertNotice(tables, notice)
    const items = itemsText(await fileItems(tables, failure))
    const disclosed = await addEvent(tables, recorder, actor, { ...notice, events: [] }, { kind: 'disclosed', items })
    return {
      done: standingOf(notice, [disclosed], await holidaysIn(tables)),
      subject: `notice ${notice.id}`,
      details: { determination: number, issued_on, answer_length, answer_counted_in },
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
