/** The table of holidays, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { HolidayEvent } from './holiday.ts'

type HolidayTables = {
  readonly holiday_events: HolidayEvent
  readonly holidays: Pick<HolidayEvent, 'day' | 'name'>
}

function holidays(handle: Handle): Kysely<HolidayTables> {
  return handle.withTables<HolidayTables>()
}

export async function insertHolidayEvent(handle: Handle, event: HolidayEvent): Promise<void> {
  await holidays(handle).insertInto('holiday_events').values(event).execute()
}

/** What was said of a day, in the order in which it was. */
export async function holidayEventsOf(handle: Handle, day: string): Promise<readonly HolidayEvent[]> {
  return await holidays(handle)
    .selectFrom('holiday_events')
    .selectAll()
    .where('day', '=', day)
    .orderBy('position')
    .execute()
}

/** All that was ever said, the latest days first. */
export async function listHolidayEvents(handle: Handle): Promise<readonly HolidayEvent[]> {
  return await holidays(handle)
    .selectFrom('holiday_events')
    .selectAll()
    .orderBy('day', 'desc')
    .orderBy('position', 'desc')
    .execute()
}

/** The days that are holidays as it stands. */
export async function listHolidays(handle: Handle): Promise<readonly string[]> {
  return (await holidays(handle).selectFrom('holidays').select('day').execute()).map(({ day }) => day)
}
