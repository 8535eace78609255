/** What firms say of themselves. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../../kernel/authority.ts'
import { ID, INSTANT, oneOf, orNull, REASON } from '../../kernel/field-schemas.ts'
import { versionOf } from '../../kernel/if-match.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { ManufacturerRefusal } from '../manufacturer.ts'
import { RECORD_KINDS } from './content.ts'
import { CONTENT, STATED } from './content-schemas.ts'
import { readRecord, readRecords } from './read-records.ts'
import type { FirmRecord, RecordRefusal } from './record.ts'
import { changeRecord, reviewRecord, stateRecord } from './state-record.ts'

export const recordsAuthority = {
  state_record: MAKER_ROLES,
  change_record: MAKER_ROLES,
  review_record: ['case_officer'],
  see_record: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_records: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const ACT = oneOf('stated', 'confirmed', 'questioned')
const ANY_CONTENT = Type.Union([CONTENT.site, CONTENT.contact, CONTENT.brand, CONTENT.owner])

const RECORD = Type.Object({
  id: ID,
  manufacturer_id: ID,
  version: Type.Integer(),
  status: ACT,
  kind: oneOf(...RECORD_KINDS),
  content: ANY_CONTENT,
  events: Type.Array(
    Type.Object({
      position: Type.Integer(),
      act: ACT,
      content: orNull(ANY_CONTENT),
      note: orNull(Type.String()),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
})

const NAMED = Type.Object({ id: ID })

export function recordsRoutes(recorder: Recorder): readonly Route<RecordRefusal | ManufacturerRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/firm-records',
      command: 'state_record',
      summary: 'State a site, a person to turn to, a brand or an owner of the firm that one acts for',
      body: STATED,
      done: RECORD,
      run: async ({ actor, once, body }) => await stateRecord({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/records',
      command: 'see_records',
      summary:
        'What a manufacturer says of itself: its sites, people to turn to, brands and owners, with what it said before',
      params: NAMED,
      done: Type.Object({ items: Type.Array(RECORD) }),
      run: async ({ actor, params }) => {
        const said = await readRecords(database, actor, params.id)
        return 'refused' in said ? said : { done: { items: said.done.records } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/firm-records/:id',
      command: 'see_record',
      summary: 'One of these, with the ETag under which it can be changed',
      params: NAMED,
      done: RECORD,
      run: async ({ actor, params }) => {
        const found = await readRecord(database, actor, params.id)
        return 'refused' in found ? found : { done: found.done, tag: tagOf(found.done) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/firm-records/:id/change',
      command: 'change_record',
      summary: 'State it anew; what was stated before stays to be read',
      conditional: true,
      params: NAMED,
      body: STATED,
      done: RECORD,
      run: async ({ actor, once, params, body, if_match }) =>
        await changeRecord({ ...recorder, once }, actor, { ...body, id: params.id, seen: versionOf(if_match) }),
    }),
    route({
      method: 'POST',
      url: '/api/firm-records/:id/review',
      command: 'review_record',
      summary: 'Confirm what the firm stated last, or ask about it',
      conditional: true,
      params: NAMED,
      body: Type.Union([
        Type.Object({ kind: Type.Literal('confirmed') }),
        Type.Object({ kind: Type.Literal('questioned'), reason: REASON }),
      ]),
      done: RECORD,
      run: async ({ actor, once, params, body, if_match }) =>
        await reviewRecord({ ...recorder, once }, actor, { ...body, id: params.id, seen: versionOf(if_match) }),
    }),
  ]
}

function tagOf({ version }: FirmRecord): string {
  return String(version)
}
