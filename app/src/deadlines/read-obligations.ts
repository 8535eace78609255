import { formatDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { readDeterminations } from '../determinations/read-determinations.ts'
import { today } from '../kernel/clock.ts'
import type { Actor } from '../kernel/transaction.ts'
import { readLicences } from '../licences/read-licences.ts'
import { readNotices } from '../notices/answer-notice.ts'
import { type Obligation, obligationsOn } from './obligation.ts'

/** More than there are: a calendar has no pages. */
const ALL = { limit: 10_000 }

export interface Calendar {
  /** Today. */
  readonly day: string
  readonly obligations: readonly Obligation[]
}

/** Of the firms that the reader may see: his own, or all. */
export async function readCalendar(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  actor: Actor,
): Promise<Calendar> {
  const day = formatDay(today(clock))
  const licences = await readLicences(database, actor, ALL)
  const notices = await readNotices(database, actor, ALL)
  const determinations = notices.items.length === 0 ? [] : (await readDeterminations(database, actor, ALL)).items
  const failures = new Map(determinations.map((one) => [one.id, one]))
  return { day, obligations: obligationsOn({ licences: licences.items, notices: notices.items, failures }, day) }
}
