/** Licences, the quota drawn on them, and the gate at which customs asks. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import {
  DAY,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  REASON,
  text,
} from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { type AppliesInstead, insteadOf } from './applies-instead.ts'
import { askGate, askStatus } from './ask-gate.ts'
import { drawQuota } from './draw-quota.ts'
import { grantLicence, type GrantRefusal } from './grant-licence.ts'
import { listStandings } from './list-standings.ts'
import { readDraws } from './read-draws.ts'
import { readLicence, readLicences } from './read-licences.ts'
import { reverseDraw } from './reverse-draw.ts'
import type { GateSigner } from './sign-answers.ts'

export const licencesAuthority = {
  grant_licence: ['approving_officer'],
  see_licence: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_licences: [...OFFICER_ROLES, ...MAKER_ROLES],
  draw_quota: ['customs_officer'],
  reverse_draw: ['customs_officer'],
  see_draws: ['customs_officer', ...OFFICER_ROLES, ...MAKER_ROLES],
  ask_gate: ['customs_officer', ...OFFICER_ROLES],
  ask_status: ['customs_officer', 'telecom_regulator', ...OFFICER_ROLES],
  see_gate_keys: ['public'],
} as const satisfies Authority

const KIND = oneOf('import_licence', 'manufacturing_authorisation', 'concession')
const UNITS = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 })
/** The eight digits of a national line of the Harmonized System. */
export const HS_LINE = Type.String({ pattern: '^\\d{8}$' })
export const NUMBER = Type.String({ pattern: '^(IL|MA|CN)-\\d{6,12}$' })

const SCOPE_LINE = {
  hs_prefix: Type.String({ pattern: '^\\d{4,8}$' }),
  quota: orNull(UNITS),
  valid_from: DAY,
  valid_until: DAY,
}
const MOST_LINES = 200

const LICENCE = Type.Object({
  id: ID,
  number: NUMBER,
  manufacturer_id: ID,
  holder_id: ID,
  programme: PROGRAMME,
  kind: KIND,
  rehearsal: Type.Boolean(),
  quota: orNull(Type.Integer()),
  drawn: Type.Integer(),
  scope: Type.Array(Type.Object({ position: Type.Integer(), ...SCOPE_LINE, drawn: Type.Integer() })),
  valid_from: DAY,
  valid_until: DAY,
  orders: Type.Array(
    Type.Object({
      position: Type.Integer(),
      kind: oneOf('grant', 'suspend', 'withdraw', 'restore', 'revoke', 'restrict', 'lift', 'pass', 'lapse'),
      effective_on: DAY,
      percent: orNull(Type.String()),
      reason: Type.String(),
      determination_id: orNull(ID),
      event_id: orNull(ID),
      to_id: orNull(ID),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
})

const STATES = ['good', 'not_yet_valid', 'suspended', 'withdrawn', 'revoked', 'expired'] as const

const DRAW = Type.Object({
  id: ID,
  licence: NUMBER,
  licence_id: ID,
  entry: Type.String(),
  units: Type.Integer(),
  hs_line: orNull(HS_LINE),
  scope_position: orNull(Type.Integer()),
  drawn_on: DAY,
  remaining: orNull(Type.Integer()),
  replaces: orNull(ID),
  reversed: orNull(Type.Object({ reason: Type.String(), recorded_at: INSTANT, recorded_by: Type.String() })),
  recorded_at: INSTANT,
  recorded_by: Type.String(),
})

const STATUS_ANSWER = Type.Object({
  licence: NUMBER,
  kind: KIND,
  day: DAY,
  hs_line: orNull(HS_LINE),
  status: oneOf(...STATES),
  holds: Type.Boolean(),
  because: oneOf(...STATES, 'out_of_scope'),
  remaining: Type.Optional(orNull(Type.Integer())),
  restricted_to: Type.Optional(orNull(Type.String())),
  rehearsal: Type.Boolean(),
})

const ANSWER = Type.Object({
  licence: NUMBER,
  day: DAY,
  units: Type.Integer(),
  hs_line: HS_LINE,
  kind: KIND,
  status: oneOf(...STATES),
  allowed: Type.Boolean(),
  because: oneOf(...STATES, 'quota_used_up', 'quota_restricted', 'out_of_scope', 'not_an_import_licence'),
  remaining: orNull(Type.Integer()),
  restricted_to: orNull(Type.String()),
  rehearsal: Type.Boolean(),
})

const LOCALIZED = Type.Record(Type.String(), Type.String())

/** What applies to goods whose concession is withdrawn. */
const INSTEAD = Type.Object({
  law: orNull(Type.Object({ title: LOCALIZED, rehearsal: Type.Boolean() })),
  reading: orNull(LOCALIZED),
  charges: Type.Array(
    Type.Object({
      charge: Type.String(),
      label: orNull(LOCALIZED),
      clause: orNull(LOCALIZED),
      amount: orNull(Type.String()),
    }),
  ),
  total: orNull(Type.String()),
  asked: Type.Array(
    Type.Object({
      name: Type.String(),
      label: orNull(LOCALIZED),
      unit: orNull(Type.String()),
      choices: Type.Array(Type.String()),
    }),
  ),
  needs: Type.Array(Type.String()),
})

/** What is said of one unit: `category=smartphone,cf_value=150`. */
const OF_UNIT = Type.String({
  pattern: '^[a-z][a-z0-9_]*=[^,=]{1,60}(,[a-z][a-z0-9_]*=[^,=]{1,60})*$',
  maxLength: 500,
  description: 'What the charges on one unit follow from, as `asked` names it: `device_kind=smartphone,cf_value=150`.',
})

function insteadSaid({ law, reading, unit, clauses, asked }: AppliesInstead) {
  return {
    law,
    reading,
    charges: (unit?.charges ?? []).map((one) => ({ ...one, clause: clauses[one.charge] ?? null })),
    total: unit?.total ?? null,
    asked: asked.map(({ choices, ...one }) => ({ ...one, choices: choices.map(({ name }) => name) })),
    needs: unit?.needs ?? [],
  }
}

export function licencesRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  gate: GateSigner,
): readonly Route<GrantRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/licences',
      command: 'grant_licence',
      summary: 'Grant a licence or a concession to an authorised manufacturer',
      body: Type.Object({
        manufacturer_id: ID,
        programme: PROGRAMME,
        kind: KIND,
        quota: orNull(UNITS),
        scope: Type.Array(Type.Object(SCOPE_LINE), { maxItems: MOST_LINES }),
        valid_from: DAY,
        valid_until: DAY,
        reason: REASON,
      }),
      done: LICENCE,
      run: async ({ actor, once, body }) => await grantLicence({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/licences',
      command: 'see_licences',
      summary: 'The licences that one may see, in the order in which they were granted',
      query: PAGE_QUERY,
      done: listOf(LICENCE),
      run: async ({ actor, query }) => ({ done: await readLicences(database, actor, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/licences/:number',
      command: 'see_licence',
      summary: 'A licence with its orders',
      params: Type.Object({ number: NUMBER }),
      done: LICENCE,
      run: async ({ actor, params }) => await readLicence(database, actor, params.number),
    }),
    route({
      method: 'POST',
      url: '/api/licences/:number/draws',
      command: 'draw_quota',
      summary:
        'Book an import against the quota. A line of a customs entry counts once: the same again is answered as it was, anything else refused',
      params: Type.Object({ number: NUMBER }),
      body: Type.Object({
        entry: text(60),
        units: UNITS,
        hs_line: HS_LINE,
        drawn_on: DAY,
        replaces: Type.Optional(ID),
        let_in: Type.Optional(Type.Boolean()),
      }),
      done: DRAW,
      run: async ({ actor, once, params, body: { replaces = null, ...body } }) =>
        await drawQuota({ ...recorder, once }, actor, { licence: params.number, replaces, ...body }),
    }),
    route({
      method: 'GET',
      url: '/api/licences/:number/draws',
      command: 'see_draws',
      summary: 'What was booked under a licence, the latest first, with what was taken back',
      params: Type.Object({ number: NUMBER }),
      query: PAGE_QUERY,
      done: listOf(DRAW),
      run: async ({ actor, params, query }) => await readDraws(database, actor, params.number, query),
    }),
    route({
      method: 'POST',
      url: '/api/licences/:number/draws/:id/reversal',
      command: 'reverse_draw',
      summary: 'Take back what was booked, wholly and once; booked anew it names what it replaces',
      params: Type.Object({ number: NUMBER, id: ID }),
      body: Type.Object({ reason: REASON }),
      done: DRAW,
      run: async ({ actor, once, params: { number, id }, body }) =>
        await reverseDraw({ ...recorder, once }, actor, { licence: number, draw: id, reason: body.reason }),
    }),
    route({
      method: 'GET',
      url: '/api/gate',
      command: 'ask_gate',
      summary:
        'Whether so many units of a line of the tariff may be imported under a licence on a day: answered, and signed to be trusted offline',
      query: Type.Object({
        licence: NUMBER,
        day: DAY,
        units: UNITS,
        hs_line: HS_LINE,
        unit: Type.Optional(OF_UNIT),
      }),
      done: Type.Object({ answer: ANSWER, signed: Type.String(), instead: orNull(INSTEAD) }),
      run: async ({ actor, query: { unit = '', ...query } }) => {
        const asked = await askGate(database, actor, gate, query)
        if ('refused' in asked) return asked
        if (asked.done.answer.because !== 'withdrawn') return { done: { ...asked.done, instead: null } }
        const given = Object.fromEntries(unit.split(',').map((one) => one.split('=') as [string, string]))
        const instead = await insteadOf(database, actor, shelf, query, given)
        return { done: { ...asked.done, instead: instead && insteadSaid(instead) } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/gate/status',
      command: 'ask_status',
      summary:
        'Whether a licence or a concession is good on a day, for a line of the tariff where one is named, and what is left of its quota: signed',
      query: Type.Object({ licence: NUMBER, day: DAY, hs_line: Type.Optional(HS_LINE) }),
      done: Type.Object({ answer: STATUS_ANSWER, signed: Type.String() }),
      run: async ({ actor, query: { hs_line = null, ...query } }) =>
        await askStatus(database, actor, gate, { ...query, hs_line }),
    }),
    route({
      method: 'GET',
      url: '/api/gate/list',
      command: 'ask_status',
      summary:
        'All licences and concessions with their status by day and what is left of their quotas, signed, to go by while the service cannot be asked',
      done: Type.Object({ signed: Type.String(), issued_at: INSTANT, expires_at: INSTANT, count: Type.Integer() }),
      run: async ({ actor }) => ({ done: await listStandings(recorder, actor, gate) }),
    }),
    route({
      method: 'GET',
      url: '/api/gate/keys',
      command: 'see_gate_keys',
      summary: 'The public keys with which answers of the gate are verified, as a JSON Web Key Set',
      done: Type.Object({ keys: Type.Array(Type.Record(Type.String(), Type.String())) }),
      run: async () =>
        await Promise.resolve({ done: { keys: gate.publicKeys.map((key) => key as Record<string, string>) } }),
    }),
  ]
}
