/** Fixes, adjourns and records the personal hearing that a firm gets before a sanction. */
import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Letters } from '../../determinations/decide-determination.ts'
import { holidaysIn } from '../../holidays/read-holidays.ts'
import { today } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { isWorkingDay, workingDayFrom } from '../../kernel/period.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { notOpen } from '../answer-notice.ts'
import { keepLetterOf } from '../letters/keep-letter.ts'
import { hearingOf, type Notice } from '../notice.ts'
import { recordOnNotice } from '../record-event.ts'
import { type FixHearing, HEARD_WITHIN_DAYS, type HearingRefusal, type HoldHearing } from './hearing.ts'

/** On a working day to come. One at a time: another day is an adjournment. */
export async function fixHearing(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  { id, held_on, place, words }: FixHearing,
): Promise<Outcome<Notice, HearingRefusal | NotAuthorised>> {
  const on = { command: 'fix_hearing', id }
  return await recordOnNotice<HearingRefusal>(recorder, actor, on, async (tables, notice) => {
    const refused = notOpen(notice) ?? (await notHeardOn(tables, today(recorder.clock), held_on))
    if (refused !== undefined) return refused
    const before = hearingOf(notice)
    if (before !== undefined) return { refused: { code: 'hearing_fixed', happened_on: before.happened_on ?? '' } }
    const writer = { recorder, shelf, letters, actor }
    const letter = await keepLetterOf(tables, writer, notice, { kind: 'summons', held_on, place }, words)
    if ('refused' in letter) return letter
    const letter_id = letter.done
    return { done: { event: { kind: 'hearing_fixed', happened_on: held_on, place, words, letter_id } } }
  })
}

export async function adjournHearing(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  { id, held_on, place, words }: FixHearing,
): Promise<Outcome<Notice, HearingRefusal | NotAuthorised>> {
  const on = { command: 'adjourn_hearing', id }
  return await recordOnNotice<HearingRefusal>(recorder, actor, on, async (tables, notice) => {
    const hearing = hearingOf(notice)
    if (hearing === undefined) return { refused: { code: 'no_hearing' } }
    const refused = await notHeardOn(tables, today(recorder.clock), held_on)
    if (refused !== undefined) return refused
    const about = hearing.position
    const writer = { recorder, shelf, letters, actor }
    const letter = await keepLetterOf(tables, writer, notice, { kind: 'adjournment', held_on, place }, words)
    if ('refused' in letter) return letter
    const letter_id = letter.done
    return { done: { event: { kind: 'hearing_adjourned', happened_on: held_on, place, words, about, letter_id } } }
  })
}

/** On its day or later. A firm that did not come was heard all the same. */
export async function holdHearing(
  recorder: Recorder,
  actor: Actor,
  { id, attended, words, document_id = null }: HoldHearing,
): Promise<Outcome<Notice, HearingRefusal | NotAuthorised>> {
  const on = { command: 'hold_hearing', id }
  return await recordOnNotice<HearingRefusal>(recorder, actor, on, async (_tables, notice) => {
    const hearing = hearingOf(notice)
    if (hearing === undefined) return { refused: { code: 'no_hearing' } }
    const happened_on = hearing.happened_on ?? ''
    if (formatDay(today(recorder.clock)) < happened_on) return { refused: { code: 'hearing_to_come', happened_on } }
    const choice = attended ? 'attended' : 'absent'
    const event = { kind: 'hearing_held', happened_on, choice, words, document_id, about: hearing.position } as const
    return await Promise.resolve({ done: { event } })
  })
}

async function notHeardOn(
  tables: Handle,
  now: Day,
  text: string,
): Promise<{ readonly refused: HearingRefusal } | undefined> {
  const holidays = await holidaysIn(tables)
  const day = parseDay(text)
  const latest = now + HEARD_WITHIN_DAYS
  if (day !== undefined && day > latest)
    return { refused: { code: 'hearing_far', day: text, latest: formatDay(latest) } }
  if (day !== undefined && day > now && isWorkingDay(day, holidays)) return undefined
  const next = workingDayFrom(Math.max(day ?? 0, now + 1), holidays)
  return { refused: { code: 'hearing_day', day: text, next: formatDay(next) } }
}
