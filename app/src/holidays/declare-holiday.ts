/** A policy officer declares a holiday, or that it is none after all, with the source that says so. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { HolidayEvent, HolidayRefusal } from './holiday.ts'
import { holidayEventsOf, insertHolidayEvent } from './holidays-table.ts'

export type DeclareHoliday = Pick<HolidayEvent, 'day' | 'name' | 'source'>

/** Last days that are counted in working days move with it at once; a day that has passed may be declared too, which is how the moon is late. */
export async function declareHoliday(
  recorder: Recorder,
  actor: Actor,
  { day, name, source }: DeclareHoliday,
): Promise<Outcome<HolidayEvent, HolidayRefusal>> {
  return await recordCommand<HolidayEvent, HolidayRefusal>(recorder, actor, 'declare_holiday', async (tables) => {
    const before = await holidayEventsOf(tables, day)
    const last = before.at(-1)
    if (last?.kind === 'declared') return { refused: { code: 'holiday_declared', day, name: last.name } }
    const event = eventOf(recorder, actor, before, { day, kind: 'declared', name, source })
    await insertHolidayEvent(tables, event)
    return { done: event, subject: `holiday ${day}`, details: { name, source } }
  })
}

export async function cancelHoliday(
  recorder: Recorder,
  actor: Actor,
  { day, source }: Pick<HolidayEvent, 'day' | 'source'>,
): Promise<Outcome<HolidayEvent, HolidayRefusal>> {
  return await recordCommand<HolidayEvent, HolidayRefusal>(recorder, actor, 'cancel_holiday', async (tables) => {
    const before = await holidayEventsOf(tables, day)
    const last = before.at(-1)
    if (last?.kind !== 'declared') return { refused: { code: 'no_holiday', day } }
    const event = eventOf(recorder, actor, before, { day, kind: 'cancelled', name: last.name, source })
    await insertHolidayEvent(tables, event)
    return { done: event, subject: `holiday ${day}`, details: { name: last.name, source } }
  })
}

function eventOf(
  { clock }: Recorder,
  actor: Actor,
  before: readonly HolidayEvent[],
  said: Pick<HolidayEvent, 'day' | 'kind' | 'name' | 'source'>,
): HolidayEvent {
  const position = before.length + 1
  return { ...said, position, recorded_at: instantText(clock()), recorded_by: actor.person }
}
