/** The holidays of the authority. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { DAY, INSTANT, oneOf, text } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { cancelHoliday, declareHoliday } from './declare-holiday.ts'
import type { HolidayRefusal } from './holiday.ts'
import { readHolidays } from './read-holidays.ts'

export const holidaysAuthority = {
  declare_holiday: ['policy_officer'],
  cancel_holiday: ['policy_officer'],
  see_holidays: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

export const HOLIDAY_NAME = text(200)
export const HOLIDAY_SOURCE = text(500)

const EVENT = Type.Object({
  day: DAY,
  position: Type.Integer(),
  kind: oneOf('declared', 'cancelled'),
  name: Type.String(),
  source: Type.String(),
  recorded_at: INSTANT,
  recorded_by: Type.String(),
})

export function holidaysRoutes(recorder: Recorder): readonly Route<HolidayRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/holidays',
      command: 'see_holidays',
      summary: 'Holidays as they were declared and cancelled, the latest days first: none of them is a working day',
      done: Type.Object({ items: Type.Array(EVENT) }),
      run: async ({ actor }) => ({ done: { items: await readHolidays(recorder.database, actor) } }),
    }),
    route({
      method: 'POST',
      url: '/api/holidays',
      command: 'declare_holiday',
      summary: 'Declare a holiday; what is counted in working days moves with it',
      body: Type.Object({ day: DAY, name: HOLIDAY_NAME, source: HOLIDAY_SOURCE }),
      done: EVENT,
      run: async ({ actor, once, body }) => await declareHoliday({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/holidays/:day/cancellation',
      command: 'cancel_holiday',
      summary: 'Record that a day which was declared is no holiday after all',
      params: Type.Object({ day: DAY }),
      body: Type.Object({ source: HOLIDAY_SOURCE }),
      done: EVENT,
      run: async ({ actor, once, params, body }) =>
        await cancelHoliday({ ...recorder, once }, actor, { day: params.day, source: body.source }),
    }),
  ]
}
