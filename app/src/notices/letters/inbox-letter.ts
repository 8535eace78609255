/** A letter about a notice or an appeal as it stands in the inbox of its firm. */
import { type Notice, saidOf } from '../notice.ts'

export interface InboxLetter {
  readonly kind:
    | 'show_cause'
    | 'hearing_fixed'
    | 'hearing_adjourned'
    | 'time_decided'
    | 'cured'
    | 'appeal_hearing_fixed'
    | 'appeal_hearing_adjourned'
    | 'appeal_decided'
  /** What it is about, with its identifier, and what that is called: a notice by its day, an appeal by its number. */
  readonly of: 'notice' | 'appeal'
  readonly id: string
  readonly called: string
  /** The position of the event that it tells of; null of the notice itself. */
  readonly about: number | null
  readonly letter_id: string
  readonly written_at: string
  readonly acknowledged_at: string | null
  /** A notice that was served otherwise needs no acknowledgement any more. */
  readonly isServed: boolean
}

export function lettersOfNotice(notice: Notice): readonly InboxLetter[] {
  const { id, issued_on: called, letter_id, recorded_at, events } = notice
  const served = events.find(({ kind }) => kind === 'served')
  const of = { of: 'notice', id, called, isServed: false } as const
  const first: readonly InboxLetter[] =
    letter_id === null
      ? []
      : [
          {
            ...of,
            kind: 'show_cause',
            about: null,
            letter_id,
            written_at: recorded_at,
            acknowledged_at: served?.choice === 'inbox' ? served.recorded_at : null,
            isServed: served !== undefined,
          },
        ]
  const later = events.flatMap((event): readonly InboxLetter[] => {
    const { kind, position, letter_id: later_id } = event
    const isTold =
      kind === 'hearing_fixed' || kind === 'hearing_adjourned' || kind === 'time_decided' || kind === 'cured'
    if (!isTold || later_id === null) return []
    const acknowledged_at = saidOf(notice, event, 'acknowledged')?.recorded_at ?? null
    return [{ ...of, kind, about: position, letter_id: later_id, written_at: event.recorded_at, acknowledged_at }]
  })
  return [...first, ...later]
}
