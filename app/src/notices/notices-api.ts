/** Notices of failures: served, answered, cured. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { DAY, ID, INSTANT, listOf, LONG_WORDS, oneOf, orNull, PAGE_QUERY } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { answerNotice, recordCure } from './answer-notice.ts'
import { readNotice, readNotices } from './read-notices.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import { serveNotice, type ServeRefusal } from './serve-notice.ts'

export const noticesAuthority = {
  serve_notice: ['case_officer'],
  answer_notice: ['maker_signatory'],
  record_cure: ['case_officer'],
  see_notice: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_notices: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const NOTICE = Type.Object({
  id: ID,
  determination_id: ID,
  manufacturer_id: ID,
  served_on: DAY,
  cure_ends_on: DAY,
  recorded_at: INSTANT,
  recorded_by: Type.String(),
  events: Type.Array(
    Type.Object({
      position: Type.Integer(),
      kind: oneOf('answered', 'cured'),
      happened_on: orNull(DAY),
      words: Type.String(),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
})

export const ANSWER = Type.Object({ words: LONG_WORDS })
const BY_ID = Type.Object({ id: ID })

export function noticesRoutes(recorder: Recorder, shelf: ReleaseShelf): readonly Route<ServeRefusal | NotAuthorised>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/notices',
      command: 'serve_notice',
      summary: 'Serve notice of a failure that was determined; the time to cure runs from today',
      body: Type.Object({ determination: Type.String({ pattern: '^D-\\d{6,12}$' }) }),
      done: NOTICE,
      run: async ({ actor, once, body }) => await serveNotice({ ...recorder, once }, shelf, actor, body.determination),
    }),
    route({
      method: 'GET',
      url: '/api/notices',
      command: 'see_notices',
      summary: 'The notices that one may see, newest first',
      query: PAGE_QUERY,
      done: listOf(NOTICE),
      run: async ({ actor, query }) => ({ done: await readNotices(database, actor, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/notices/:id',
      command: 'see_notice',
      summary: 'A notice, and what came of it',
      params: BY_ID,
      done: NOTICE,
      run: async ({ actor, params }) => await readNotice(database, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/answer',
      command: 'answer_notice',
      summary: 'Answer a notice',
      params: BY_ID,
      body: ANSWER,
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await answerNotice({ ...recorder, once }, actor, { id: params.id, words: body.words }),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/cure',
      command: 'record_cure',
      summary: 'Record that the failure was cured, and how that is known',
      params: BY_ID,
      body: Type.Object({ cured_on: DAY, words: LONG_WORDS }),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await recordCure({ ...recorder, once }, actor, { id: params.id, ...body }),
    }),
  ]
}
