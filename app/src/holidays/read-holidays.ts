import { type Day, parseDay } from '@maqami/engine/value/date.ts'
import type { Database, Handle } from '../kernel/database.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { HolidayEvent } from './holiday.ts'
import { listHolidayEvents, listHolidays } from './holidays-table.ts'

/** All that was declared and cancelled, the latest days first. */
export async function readHolidays(database: Database, actor: Actor): Promise<readonly HolidayEvent[]> {
  return await readAs(database, actor, listHolidayEvents)
}

/** As it stands, for periods that are counted in working days. */
export async function holidaysIn(tables: Handle): Promise<ReadonlySet<Day>> {
  return new Set((await listHolidays(tables)).flatMap((day) => parseDay(day) ?? []))
}
