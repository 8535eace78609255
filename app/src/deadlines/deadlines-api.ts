/** What is due, for programs and for calendars. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { DAY, ID, oneOf, orNull } from '../kernel/field-schemas.ts'
import { FileAnswer, fileRoute, type Route, route } from '../kernel/route.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { daysLeft } from './obligation.ts'
import { readCalendar } from './read-obligations.ts'
import { type CalendarUnknown, shareCalendar, sharedCalendar, unshareCalendar } from './share-calendar.ts'

const CALENDAR = Type.Object({
  day: DAY,
  items: Type.Array(
    Type.Object({
      key: Type.String(),
      kind: oneOf(
        'file_return',
        'answer_question',
        'cure',
        'answer',
        'attend_hearing',
        'attend_appeal_hearing',
        'reply_to_appeal',
        'decide_appeal',
        'renew_licence',
        'renew_guarantee',
        'renew_certificate',
      ),
      manufacturer_id: ID,
      /** Null of a certificate, which belongs to no programme of a firm. */
      programme: orNull(Type.String()),
      about: Type.String(),
      title: orNull(Type.Object({ en: Type.String(), ur: Type.String() })),
      due_on: DAY,
      days_left: Type.Integer(),
      href: Type.String(),
      state: oneOf('open', 'done', 'late'),
    }),
  ),
})

export function deadlinesRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  publicAddress: URL,
): readonly Route<CalendarUnknown>[] {
  return [
    route({
      method: 'GET',
      url: '/api/calendar',
      command: 'see_calendar',
      summary: 'What is to be done by which day, by the firms that one may see',
      done: CALENDAR,
      run: async ({ actor }) => {
        const { day, obligations } = await readCalendar(recorder, shelf, actor)
        const items = obligations.map(({ title, programme, ...one }) => ({
          ...one,
          programme: programme ?? null,
          title: title ?? null,
          days_left: daysLeft(one, day),
        }))
        return { done: { day, items } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/calendar/address',
      command: 'share_calendar',
      // The answer is as good as a password.
      keyless: true,
      summary: 'Make the address of one’s own for a calendar program; the one before ends',
      done: Type.Object({ key: Type.String() }),
      run: async ({ actor }) => {
        const outcome = await shareCalendar(recorder, actor)
        return 'refused' in outcome ? outcome : { done: { key: outcome.done } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/calendar/address/end',
      command: 'unshare_calendar',
      personal: true,
      summary: 'End one’s own address for a calendar program',
      done: Type.Object({}),
      run: async ({ actor, once }) => await unshareCalendar({ ...recorder, once }, actor),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/calendar.ics',
      command: 'fetch_calendar',
      summary: 'The same for a calendar program, at an address that somebody made for himself',
      query: Type.Object({ key: Type.String({ minLength: 1, maxLength: 100 }) }),
      run: async ({ query }) => {
        const outcome = await sharedCalendar(recorder, shelf, publicAddress, query.key)
        if ('refused' in outcome) return outcome
        return { done: new FileAnswer(Buffer.from(outcome.done), 'maqami.ics', 'text/calendar; charset=utf-8') }
      },
    }),
  ]
}
