/** The register of manufacturers. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { DAY, ID, INSTANT, listOf, oneOf, orNull, PAGE_QUERY, REASON, text } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { applyForRegistration } from './apply-for-registration.ts'
import { decideRegistration } from './decide-registration.ts'
import { FIRM_ORDERS, type ManufacturerRefusal, REGISTRATION_STATES } from './manufacturer.ts'
import { readManufacturer, readManufacturers } from './read-manufacturers.ts'

export const manufacturersAuthority = {
  apply_for_registration: ['maker_signatory'],
  decide_registration: ['case_officer'],
  see_manufacturer: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_manufacturers: OFFICER_ROLES,
} as const satisfies Authority

const KIND = oneOf(...REGISTRATION_STATES)

const WANTED = Type.Object({
  ...PAGE_QUERY.properties,
  status: Type.Optional(KIND),
  order: Type.Optional(oneOf(...FIRM_ORDERS)),
})

const MANUFACTURER = Type.Object({
  id: ID,
  name: Type.String(),
  names: Type.Array(Type.Object({ name: Type.String(), from_on: orNull(DAY) })),
  ended_on: orNull(DAY),
  answered_by: orNull(ID),
  registration_number: Type.String(),
  address: Type.String(),
  status: KIND,
  events: Type.Array(
    Type.Object({
      position: Type.Integer(),
      kind: KIND,
      reason: orNull(Type.String()),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
})

export const APPLICATION = Type.Object({
  name: text(200, 2),
  registration_number: text(40, 3),
  address: text(300, 5),
})

export function manufacturersRoutes(recorder: Recorder): readonly Route<ManufacturerRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/manufacturers',
      command: 'apply_for_registration',
      summary: 'Apply for registration as a manufacturer, for the organization that one acts for',
      body: APPLICATION,
      done: MANUFACTURER,
      run: async ({ actor, once, body }) => await applyForRegistration({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers',
      command: 'see_manufacturers',
      summary: 'The manufacturers, in the order in which they applied or by name',
      query: WANTED,
      done: listOf(MANUFACTURER),
      run: async ({ actor, query }) => ({ done: await readManufacturers(database, actor, query, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id',
      command: 'see_manufacturer',
      summary: 'A manufacturer, with what was decided about it',
      params: Type.Object({ id: ID }),
      done: MANUFACTURER,
      run: async ({ actor, params }) => await readManufacturer(database, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/manufacturers/:id/decision',
      command: 'decide_registration',
      summary: 'Authorise a manufacturer that applied, or refuse it with the reason',
      params: Type.Object({ id: ID }),
      body: Type.Union([
        Type.Object({ kind: Type.Literal('authorised') }),
        Type.Object({ kind: Type.Literal('refused'), reason: REASON }),
      ]),
      done: MANUFACTURER,
      run: async ({ actor, once, params, body }) =>
        await decideRegistration({ ...recorder, once }, actor, { id: params.id, ...body }),
    }),
  ]
}
