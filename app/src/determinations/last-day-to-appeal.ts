/** Until when one may appeal against what was determined. */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { dayAt } from '../kernel/clock.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { returnSchemas } from '../returns/release-schema.ts'
import type { Determination } from './determination.ts'

/** The day of its letter; undefined until it is approved. */
export function decidedOn({ decided }: Pick<Determination, 'decided'>): string | undefined {
  return decided?.kind === 'approved' ? formatDay(dayAt(decided.recorded_at)) : undefined
}

/** The last day of the time that the yearly return's `appeal:` gives; null where the law sets none. */
export function lastDayToAppeal(release: Release, decided_on: string): string | null {
  const time = returnSchemas(release)[0]?.appeals.appeal
  const from = parseDay(decided_on)
  return time === undefined || from === undefined ? null : formatDay(from + time.days)
}
