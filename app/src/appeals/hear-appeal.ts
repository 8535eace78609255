/** What happens between the filing of an appeal and the order about it: whether a late one is heard, the reply of the authority, the hearing. */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { AssessmentRefusal } from '../assessments/filed/assessment.ts'
import type { Letters } from '../determinations/decide-determination.ts'
import { holidaysIn } from '../holidays/read-holidays.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { isWorkingDay, workingDayFrom } from '../kernel/period.ts'
import type { Actor } from '../kernel/transaction.ts'
import { HEARD_WITHIN_DAYS } from '../notices/hearings/hearing.ts'
import { keepLetter } from '../notices/letters/keep-letter.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { type Appeal, type AppealRefusal, hearingOf, statusOf } from './appeal.ts'
import { findAppeal } from './appeals-table.ts'
import { decidableBy, heardBy } from './decidable-appeal.ts'
import { recordEvent } from './record-event.ts'

export interface DecideCondonation {
  readonly id: string
  readonly kind: 'condoned' | 'out_of_time'
  readonly reason: string
}

export async function decideCondonation(
  recorder: Recorder,
  actor: Actor,
  { id, kind, reason }: DecideCondonation,
): Promise<Outcome<Appeal, AppealRefusal>> {
  return await recordCommand<Appeal, AppealRefusal>(recorder, actor, 'decide_condonation', async (tables) => {
    const found = await decidableBy(tables, actor, id)
    if ('refused' in found) return found
    const { appeal } = found.done
    const { number } = appeal
    if (statusOf(appeal) !== 'late') return { refused: { code: 'not_late', number } }
    const decided = await recordEvent(tables, recorder, actor, appeal, { kind, words: reason })
    return { done: decided, subject: `appeal ${number}`, details: { kind, reason } }
  })
}

/** By an officer, also by who prepared what the appeal is about: nobody knows it better. */
export async function replyToAppeal(
  recorder: Recorder,
  actor: Actor,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<Outcome<Appeal, AppealRefusal>> {
  return await recordCommand<Appeal, AppealRefusal>(recorder, actor, 'reply_to_appeal', async (tables) => {
    const appeal = await findAppeal(tables, id)
    if (appeal === undefined) return { refused: { code: 'appeal_unknown' } }
    const status = statusOf(appeal)
    const { number } = appeal
    if (status !== 'late' && status !== 'open') return { refused: { code: 'appeal_over', number } }
    const replied = await recordEvent(tables, recorder, actor, appeal, { kind: 'replied', words })
    return { done: replied, subject: `appeal ${number}`, details: { words } }
  })
}

export interface HoldHearing {
  readonly id: string
  readonly kind: 'fixed' | 'adjourned' | 'held'
  /** To which day it is fixed or adjourned; null of one that was held. */
  readonly on_day: string | null
  readonly place: string | null
  /** Why it is adjourned, what was said when it was held. */
  readonly words: string
}

/** Where it is fixed or adjourned the firm is summoned by a letter. */
export async function holdHearing(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  { id, kind, on_day, place, words }: HoldHearing,
): Promise<Outcome<Appeal, AppealRefusal | AssessmentRefusal>> {
  type Refused = AppealRefusal | AssessmentRefusal
  return await recordCommand<Appeal, Refused>(recorder, actor, 'hold_appeal_hearing', async (tables) => {
    const found = await heardBy(tables, actor, id)
    if ('refused' in found) return found
    const { appeal, determination } = found.done
    const { number } = appeal
    const now = todayText(recorder.clock)
    const fixed = hearingOf(appeal)
    if (kind !== 'fixed' && fixed === undefined) return { refused: { code: 'no_appeal_hearing', number } }
    const unheard = kind === 'held' ? undefined : await notHeardOn(tables, now, on_day ?? '')
    if (unheard !== undefined) return unheard
    const day = kind === 'held' ? (fixed?.on_day ?? null) : on_day
    if (kind === 'held' && day !== null && day > now) return { refused: { code: 'appeal_hearing_not_yet', day } }
    const where = (kind === 'held' ? null : place) ?? fixed?.place ?? '—'
    let letter_id: string | null = null
    if (kind !== 'held') {
      const matter = {
        kind: kind === 'fixed' ? 'appeal_summons' : 'appeal_adjournment',
        appeal: number,
        held_on: day ?? '',
        place: where,
      } as const
      const letter = await keepLetter(
        tables,
        { recorder, shelf, letters, actor },
        { about: determination, matter, words },
      )
      if ('refused' in letter) return letter
      letter_id = letter.done
    }
    const event = { kind: `hearing_${kind}`, words, on_day: day, place: where, letter_id } as const
    const heard = await recordEvent(tables, recorder, actor, appeal, event)
    return { done: heard, subject: `appeal ${number}`, details: { kind, on: day, place: where, words } }
  })
}

/** As hearings of notices: on a working day to come. */
async function notHeardOn(tables: Handle, now: string, text: string): Promise<Refusal | undefined> {
  const holidays = await holidaysIn(tables)
  const [day, today] = [parseDay(text), parseDay(now) ?? 0]
  const latest = today + HEARD_WITHIN_DAYS
  if (day !== undefined && day > latest)
    return { refused: { code: 'appeal_hearing_far', day: text, latest: formatDay(latest) } }
  if (day !== undefined && day > today && isWorkingDay(day, holidays)) return undefined
  const next = workingDayFrom(Math.max(day ?? 0, today + 1), holidays)
  return { refused: { code: 'appeal_hearing_day', day: text, next: formatDay(next) } }
}

interface Refusal {
  readonly refused: AppealRefusal
}
