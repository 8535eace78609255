/** The clock of a service: that of its demonstration, where it is one. */
import { type Clock, systemClock } from '../kernel/clock.ts'
import type { Database } from '../kernel/database.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { findCalendar, hasNobody } from './demonstration-table.ts'

const READER = systemActor('demonstration')

/** Undefined where the service is none. */
export async function demonstrationClock(database: Database): Promise<Clock | undefined> {
  const calendar = await readAs(database, READER, findCalendar)
  return calendar === undefined ? undefined : () => systemClock() + calendar.ahead_ms
}

/** Nobody and nothing is in it, so that a demonstration is in nobody's way. */
export async function isUntouched(database: Database): Promise<boolean> {
  return await readAs(database, READER, hasNobody)
}
