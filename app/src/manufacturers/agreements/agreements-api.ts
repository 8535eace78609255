/** Agreements by which makers make for brands. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../../kernel/authority.ts'
import { DAY, ID, oneOf, orNull, PROGRAMME, REASON, text } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { ManufacturerRefusal, NotAuthorised } from '../manufacturer.ts'
import type { AgreementRefusal } from './agreement.ts'
import { endAgreement, readAgreements, recordAgreement } from './record-agreement.ts'

export const agreementsAuthority = {
  record_agreement: ['case_officer'],
  end_agreement: ['case_officer'],
  see_agreements: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const MOST_MODELS = 200

const TERMS = {
  maker_id: ID,
  owner_id: orNull(ID),
  owner_name: text(200),
  programme: PROGRAMME,
  brand: text(100),
  models: Type.Array(text(100), { maxItems: MOST_MODELS }),
  bound: oneOf('maker', 'owner'),
  contract: text(300),
  from_on: DAY,
  until_on: orNull(DAY),
}

export const AGREEMENT_FORM = {
  owner_name: TERMS.owner_name,
  programme: TERMS.programme,
  brand: TERMS.brand,
  bound: TERMS.bound,
  contract: TERMS.contract,
  from_on: DAY,
} as const

export const AGREEMENT_END = { last_on: DAY, reason: REASON } as const

const AGREEMENT = Type.Object({
  id: ID,
  ...TERMS,
  ended: orNull(Type.Object({ last_on: DAY, reason: Type.String() })),
})

const BY_ID = Type.Object({ id: ID })

export function agreementsRoutes(
  recorder: Recorder,
): readonly Route<AgreementRefusal | ManufacturerRefusal | NotAuthorised>[] {
  return [
    route({
      method: 'POST',
      url: '/api/firm-agreements',
      command: 'record_agreement',
      summary: 'Record that a maker makes for a brand under contract, and which of the two is bound',
      body: Type.Object(TERMS),
      done: AGREEMENT,
      run: async ({ actor, once, body }) => await recordAgreement({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'POST',
      url: '/api/firm-agreements/:id/end',
      command: 'end_agreement',
      summary: 'Record that an agreement ended before its day, with the reason',
      params: BY_ID,
      body: Type.Object(AGREEMENT_END),
      done: AGREEMENT,
      run: async ({ actor, once, params, body }) =>
        await endAgreement({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/agreements',
      command: 'see_agreements',
      summary: 'The agreements under which a firm makes, and those about its brands',
      params: BY_ID,
      done: Type.Object({ items: Type.Array(AGREEMENT) }),
      run: async ({ actor, params }) => {
        const read = await readAgreements(recorder.database, actor, params.id)
        return 'refused' in read ? read : { done: { items: read.done.agreements } }
      },
    }),
  ]
}
