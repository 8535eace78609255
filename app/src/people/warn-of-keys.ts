/** The daily job that tells administrators of keys that are about to run out: two weeks before, and once more two days before. */
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Handler } from '../jobs/job.ts'
import { nextMorning, today } from '../kernel/clock.ts'
import { dayText, daysBetween } from '../pages/when.ts'
import { apiKeysEnding, noteWarning } from './api-keys-table.ts'
import { administratorsOf } from './find-addressees.ts'
import { queueLetterIn } from './queue-letter.ts'
import { warningWordsOf } from './warning-words.ts'

export const WARN_OF_KEYS = 'warn_of_keys'

const EARLY_DAYS = 14
const LATE_DAYS = 2
const GOOD_FOR_MS = 2 * 24 * 3_600_000

export function warnOfKeys(recorder: Recorder, secret: string, publicAddress: URL): Handler {
  const address = new URL('/people/keys', publicAddress).href
  return async () => {
    const now = today(recorder.clock)
    return async (tables) => {
      for (const key of await apiKeysEnding(tables, formatDay(now), formatDay(now + EARLY_DAYS))) {
        const { id, name, organization_id, expires_on, warned_days } = key
        const step = daysBetween(formatDay(now), expires_on) <= LATE_DAYS ? LATE_DAYS : EARLY_DAYS
        if (warned_days !== null && warned_days <= step) continue
        for (const { email, language } of await administratorsOf(tables, organization_id)) {
          const text = warningWordsOf(language).keyEnds(name, dayText(expires_on, language), address)
          await queueLetterIn(tables, recorder, secret, { email, about: 'warning', text, lastsMs: GOOD_FOR_MS })
        }
        await noteWarning(tables, id, step)
      }
      return { again_at: nextMorning(recorder.clock) }
    }
  }
}
