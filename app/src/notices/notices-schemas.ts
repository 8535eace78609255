/** A notice and what happened to it, as the interface answers and pages take it. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { DAY, HASH, ID, INSTANT, LONG_WORDS, oneOf, orNull, text } from '../kernel/field-schemas.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import type { Once } from '../kernel/route.ts'
import { disclosedItems } from './disclosure/item.ts'
import type { Notice, NoticeEvent } from './notice.ts'

export const COUNTED_IN = oneOf('days', 'working_days')
/** A quarter of a year is the longest that anybody is given to answer. */
export const ANSWER_LENGTH = Type.Integer({ minimum: 1, maximum: 90 })
export const FILE = Type.Optional(orNull(ID))
export const PLACE = text(500)

export const NOTICE = Type.Object({
  id: ID,
  determination_id: ID,
  assessment_id: ID,
  manufacturer_id: ID,
  issued_on: DAY,
  answer_length: Type.Integer(),
  answer_counted_in: COUNTED_IN,
  letter_id: orNull(ID),
  served_on: orNull(DAY),
  answer_ends_on: orNull(DAY),
  cure_ends_on: orNull(DAY),
  recorded_at: INSTANT,
  recorded_by: Type.String(),
  file: Type.Array(
    Type.Object({
      kind: oneOf('return', 'facts', 'assessment', 'letter', 'law', 'document'),
      name: Type.String(),
      hash: HASH,
      document_id: orNull(ID),
      disclosed_at: INSTANT,
    }),
  ),
  events: Type.Array(
    Type.Object({
      position: Type.Integer(),
      kind: oneOf(
        'disclosed',
        'served',
        'acknowledged',
        'answered',
        'considered',
        'time_asked',
        'time_proposed',
        'time_decided',
        'hearing_fixed',
        'hearing_adjourned',
        'hearing_held',
        'cured',
      ),
      happened_on: orNull(DAY),
      from_on: orNull(DAY),
      until_on: orNull(DAY),
      ends_on: orNull(DAY),
      about: orNull(Type.Integer()),
      choice: orNull(Type.String()),
      place: orNull(Type.String()),
      words: orNull(Type.String()),
      document_id: orNull(ID),
      letter_id: orNull(ID),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
})

export const ANSWER = Type.Object({ words: LONG_WORDS, document_id: FILE })

/** With the file that is relied upon told once, as it stands. */
export function noticeTold(notice: Notice) {
  const { events, ...issued } = notice
  return {
    ...issued,
    file: disclosedItems(notice),
    events: events.map(withoutItems),
  }
}

function withoutItems({ notice_id: _notice, items: _items, ...event }: NoticeEvent) {
  return event
}

/** What a command about a notice answered, as the interface tells it, and again under the same key. */
export async function told<R extends Refusal>(
  recorder: Recorder,
  once: Once | undefined,
  run: (recording: Recorder) => Promise<Outcome<Notice, R>>,
) {
  return await answerShown(recorder, once, (notice: Notice) => ({ done: noticeTold(notice) }), run)
}
