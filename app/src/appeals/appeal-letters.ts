/** The letters of appeals as they stand in the inbox of their firm. */
import type { InboxLetter } from '../notices/letters/inbox-letter.ts'
import { type Appeal, letterSettled } from './appeal.ts'

const KINDS = {
  hearing_fixed: 'appeal_hearing_fixed',
  hearing_adjourned: 'appeal_hearing_adjourned',
  decided: 'appeal_decided',
} as const

export function lettersOfAppeal(appeal: Appeal): readonly InboxLetter[] {
  return appeal.events.flatMap((event): readonly InboxLetter[] => {
    const { kind, letter_id, position } = event
    if (letter_id === null || (kind !== 'hearing_fixed' && kind !== 'hearing_adjourned' && kind !== 'decided'))
      return []
    return [
      {
        kind: KINDS[kind],
        of: 'appeal',
        id: appeal.id,
        called: appeal.number,
        about: position,
        letter_id,
        written_at: event.recorded_at,
        acknowledged_at: letterSettled(appeal, event)?.recorded_at ?? null,
        isServed: false,
      },
    ]
  })
}
