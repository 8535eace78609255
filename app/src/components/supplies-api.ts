/** The register of suppliers, for programs. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES, SUPPLIER_ROLES } from '../kernel/authority.ts'
import { ID, INSTANT, listOf, oneOf, orNull, PAGE_QUERY, text } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { endSupply, listSupply } from './list-supply.ts'
import { readSupplies } from './read-supplies.ts'
import { LARGEST_CAPACITY, SUPPLY_CLASSES, type SupplyRefusal } from './supply.ts'

export const suppliesAuthority = {
  see_suppliers: [...MAKER_ROLES, ...OFFICER_ROLES, ...SUPPLIER_ROLES],
  list_supply: ['supplier_signatory'],
  end_supply: ['supplier_signatory'],
} as const satisfies Authority

const CLASS = { component_class: oneOf(...SUPPLY_CLASSES) }
const SAID = {
  ...CLASS,
  district: text(100),
  /** Pieces a year. */
  capacity: Type.Integer({ minimum: 1, maximum: LARGEST_CAPACITY }),
  /** As the supplier states it. */
  certificate: orNull(text(200)),
}
const SUPPLY = Type.Object({ id: ID, organization_id: ID, organization_name: text(200), ...SAID, listed_at: INSTANT })

export function suppliesRoutes(recorder: Recorder): readonly Route<SupplyRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'GET',
      url: '/api/suppliers',
      command: 'see_suppliers',
      summary:
        'Suppliers that agreed to be found, by class of component, district, certificate and capacity; a supplier sees its own lines',
      query: Type.Object({
        ...PAGE_QUERY.properties,
        component_class: Type.Optional(CLASS.component_class),
        district: Type.Optional(text(100)),
        /** Any part of what a certificate is called. */
        certificate: Type.Optional(text(200)),
        /** Pieces a year. */
        least_capacity: Type.Optional(SAID.capacity),
      }),
      done: listOf(SUPPLY),
      run: async ({ actor, query }) => {
        const { component_class = '', district = '', certificate = '', least_capacity = 0, ...asked } = query
        const which = { component_class, district, certificate, least_capacity }
        return { done: await readSupplies(database, actor, which, asked) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/suppliers',
      command: 'list_supply',
      summary:
        'Agree to be found by makers as a supplier of a class of component; what was said of the class before is replaced',
      body: Type.Object(SAID),
      done: SUPPLY,
      run: async ({ actor, once, body }) => await listSupply({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/suppliers/end',
      command: 'end_supply',
      summary: 'No longer be found as a supplier of a class of component',
      body: Type.Object(CLASS),
      done: Type.Object(CLASS),
      run: async ({ actor, once, body }) => await endSupply({ ...recorder, once }, actor, body),
    }),
  ]
}
