/** Determinations: prepared by one officer, approved by another. */
import { Type } from 'typebox'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import {
  DAY,
  DETERMINATION_NUMBER,
  HASH,
  ID,
  INSTANT,
  listOf,
  LONG_WORDS,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  REASON,
  SECOND_FACTOR,
  YEAR,
} from '../kernel/field-schemas.ts'
import { FileAnswer, fileRoute, type Route, route } from '../kernel/route.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Document, NoDocument } from '../documents/document.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import type { ConfirmSignature } from '../people/signature-context.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import {
  type Approved,
  approveDetermination,
  type DecideRefusal,
  type Letters,
  sendBackDetermination,
  withdrawDetermination,
} from './decide-determination.ts'
import { type Determination, statusOf } from './determination.ts'
import { AMOUNT } from './amount-schema.ts'
import { readForesight } from './foresee-effect.ts'
import { prepareDetermination } from './prepare-determination.ts'
import { fetchBundle, fetchPrinted } from './print-letter.ts'
import { previewLetter, readDetermination, readDeterminations } from './read-determinations.ts'
import { determinationHash } from './signed-determination.ts'
import { standingOf } from './standing.ts'
import { verifyLetter } from './verify-letter.ts'

export const determinationsAuthority = {
  prepare_determination: ['case_officer'],
  approve_determination: ['approving_officer'],
  send_back_determination: ['approving_officer'],
  withdraw_determination: ['case_officer'],
  see_determination: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_determination_bundle: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_determination_letter: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_determinations: [...OFFICER_ROLES, ...MAKER_ROLES],
  preview_letter: ['case_officer', 'approving_officer'],
  foresee_effect: ['case_officer', 'approving_officer'],
  verify_letter: ['public'],
} as const satisfies Authority

const KIND = oneOf('failure', 'entitlement', 'sanction', 'restoration')
const STANDING = oneOf('in_effect', 'stayed', 'superseded', 'quashed')
/** Of the letter of an order too, which has the number of its appeal. */
const LETTER_NUMBER = Type.String({ pattern: '^[AD]-\\d{6,12}$' })
const LETTER_KIND = oneOf('failure', 'entitlement', 'sanction', 'restoration', 'order')
const LOCALIZED = Type.Record(Type.String(), Type.String())

const FINDING = Type.Object({
  finding: Type.String(),
  kind: oneOf('measure', 'requirement', 'entitlement', 'liability', 'sanction'),
  label: orNull(LOCALIZED),
  summary: orNull(LOCALIZED),
  clause: orNull(Type.String()),
  value: Type.String(),
  effect: orNull(Type.Object({ verb: Type.String(), noun: Type.String() })),
  from: orNull(DAY),
  power: orNull(Type.Object({ authority: LOCALIZED, clause: orNull(Type.String()) })),
  /** Another authority that has the power: ours recommends it. */
  recommended_to: Type.Optional(Type.Object({ authority: LOCALIZED, clause: orNull(Type.String()) })),
  /** What was computed where less was decided, and why. */
  less: Type.Optional(Type.Object({ value: Type.String(), from: orNull(DAY), reasons: Type.String() })),
})

const DETERMINATION = Type.Object({
  id: ID,
  number: DETERMINATION_NUMBER,
  kind: KIND,
  status: oneOf('prepared', 'approved', 'sent_back', 'withdrawn'),
  manufacturer_id: ID,
  programme: PROGRAMME,
  year: YEAR,
  assessment_id: ID,
  release_id: ID,
  rehearsal: Type.Boolean(),
  subject: Type.String(),
  findings: Type.Array(FINDING),
  reasons: Type.String(),
  follows: orNull(ID),
  /** Null until it is approved. Of a sanction, also by what happened to the failure that it rests on. */
  standing: orNull(STANDING),
  standings: Type.Array(
    Type.Object({
      kind: oneOf('stayed', 'resumed', 'superseded', 'quashed', 'varied', 'remanded'),
      cause: Type.String(),
      effective_on: DAY,
      recorded_at: INSTANT,
      recorded_by: Type.String(),
      /** Of what was varied: what it finds from then on. */
      findings: orNull(Type.Array(FINDING)),
    }),
  ),
  prepared_at: INSTANT,
  prepared_by: Type.String(),
  decided: orNull(
    Type.Object({
      kind: oneOf('approved', 'sent_back', 'withdrawn'),
      reason: orNull(Type.String()),
      signed_hash: orNull(HASH),
      letter_id: orNull(ID),
      bundle_id: orNull(ID),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
  /** What an approving officer signs; of a sanction or a restoration what `…/effect` gives, which covers the effect. */
  shown_hash: HASH,
})

async function shown(determination: Determination) {
  return {
    ...determination,
    status: statusOf(determination),
    standing: standingOf(determination),
    shown_hash: await determinationHash(determination),
  }
}

async function answerOf(determination: Determination) {
  return { done: await shown(determination) }
}

const VERIFIED = Type.Object({
  number: LETTER_NUMBER,
  kind: LETTER_KIND,
  programme: PROGRAMME,
  programme_title: LOCALIZED,
  authority: LOCALIZED,
  rehearsal: Type.Boolean(),
  issued_on: DAY,
  letter_hash: HASH,
  standing: STANDING,
  varied: orNull(Type.Object({ by: Type.String(), on: DAY })),
  ended_by: orNull(Type.Object({ number: LETTER_NUMBER, kind: LETTER_KIND, issued_on: DAY })),
})

const SUM = Type.Object({ finding: Type.String(), label: orNull(LOCALIZED), amount: Type.String() })
const BESIDE = Type.Object({
  number: DETERMINATION_NUMBER,
  findings: Type.Array(Type.Pick(FINDING, ['finding', 'label', 'effect', 'from', 'value'])),
})
const CHARGED = Type.Object({
  programme: PROGRAMME,
  /** Null where charges are those of the year as a whole. */
  units: orNull(Type.String()),
  charges: Type.Array(
    Type.Object({
      charge: Type.String(),
      label: orNull(LOCALIZED),
      with: orNull(Type.String()),
      without: Type.String(),
    }),
  ),
  with: orNull(Type.String()),
  without: Type.String(),
})
const FORESEEN = Type.Object({
  on: DAY,
  /** Figures of the firm's year by its accepted return; null where it does not state them, or `needs` is missing. */
  at_stake: Type.Object({
    year: YEAR,
    accepted: Type.Boolean(),
    figures: Type.Array(
      Type.Object({
        figure: oneOf('jobs', 'imports', 'exports', 'public_revenue'),
        value: orNull(Type.String()),
        needs: Type.Array(Type.String()),
      }),
    ),
  }),
  /** What the imports of the year would bear if their concession were withdrawn, by the law in force on the day; or what is missing to say. */
  without_concession: orNull(
    Type.Object({
      law: orNull(Type.Object({ title: LOCALIZED, hash: HASH, rehearsal: Type.Boolean() })),
      reading: orNull(LOCALIZED),
      found: Type.Union([Type.Object({ charged: CHARGED }), Type.Object({ needs: Type.Array(Type.String()) })]),
    }),
  ),
  licences: Type.Array(
    Type.Object({
      number: Type.String(),
      kind: oneOf('import_licence', 'manufacturing_authorisation', 'concession'),
      orders: Type.Array(
        Type.Object({
          kind: oneOf('suspend', 'withdraw', 'restore', 'revoke', 'restrict', 'lift'),
          effective_on: DAY,
          percent: Type.Optional(Type.String()),
          quotas: Type.Optional(
            Type.Array(
              Type.Object({
                hs_prefix: orNull(Type.String()),
                granted: Type.Integer(),
                restricted: Type.Integer(),
                drawn: Type.Integer(),
                left: Type.Integer(),
              }),
            ),
          ),
        }),
      ),
      left: orNull(Type.Integer()),
      lately: Type.Object({ since: DAY, entries: Type.Integer(), units: Type.Integer() }),
      without_quota: Type.Optional(Type.Boolean()),
    }),
  ),
  booked: Type.Array(SUM),
  taken_back: Type.Array(SUM),
  recommended: Type.Array(Type.Object({ finding: Type.String(), label: orNull(LOCALIZED) })),
  sanctions: Type.Array(BESIDE),
  entitlements: Type.Array(BESIDE),
})

function fileOf({ bytes, name, media_type }: Document): FileAnswer {
  return new FileAnswer(bytes, name, media_type)
}

const BY_NUMBER = Type.Object({ number: DETERMINATION_NUMBER })

export function determinationsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  confirm: ConfirmSignature,
): readonly Route<DecideRefusal | NoDocument>[] {
  const { database } = recorder
  const press = { recorder, shelf, letters }
  return [
    route({
      method: 'POST',
      url: '/api/determinations',
      command: 'prepare_determination',
      summary: 'Prepare a determination from an assessment',
      body: Type.Object({
        assessment_id: ID,
        subject: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]*$' }), Type.String({ maxLength: 60 })),
        kind: KIND,
        reasons: LONG_WORDS,
        /** Of sanctions: where less is decided than what was computed. */
        less: Type.Optional(
          Type.Array(
            Type.Object({
              finding: Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 100 }),
              not_imposed: Type.Optional(Type.Boolean()),
              amount: Type.Optional(Type.String({ pattern: AMOUNT })),
              from: Type.Optional(DAY),
              reasons: REASON,
            }),
            { maxItems: 50 },
          ),
        ),
        /** `false`: it is meant to bind, and is refused where any of the law is not notified and gazetted. */
        rehearsal: Type.Optional(Type.Boolean()),
      }),
      done: DETERMINATION,
      run: async ({ actor, once, body }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          return await prepareDetermination(recording, shelf, actor, body)
        }),
    }),
    route({
      method: 'GET',
      url: '/api/determinations',
      command: 'see_determinations',
      summary: 'The determinations that one may see, newest first',
      query: PAGE_QUERY,
      done: listOf(DETERMINATION),
      run: async ({ actor, query }) => {
        const page = await readDeterminations(database, actor, query)
        return { done: { ...page, items: await Promise.all(page.items.map(shown)) } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/determinations/:number',
      command: 'see_determination',
      summary: 'A determination',
      params: BY_NUMBER,
      done: DETERMINATION,
      run: async ({ actor, params }) => {
        const found = await readDetermination(database, actor, params.number)
        return 'refused' in found ? found : { done: await shown(found.done) }
      },
    }),
    fileRoute({
      method: 'GET',
      url: '/api/determinations/:number/bundle',
      command: 'see_determination_bundle',
      summary:
        'An approved determination with all that it was made of, which `maqami verify` computes again offline, and what became of it until today (ZIP)',
      params: BY_NUMBER,
      run: async ({ actor, params: { number } }) => {
        const bundle = await fetchBundle(press, actor, number)
        return 'refused' in bundle ? bundle : { done: fileOf(bundle.done) }
      },
    }),
    fileRoute({
      method: 'GET',
      url: '/api/determinations/:number/letter',
      command: 'see_determination_letter',
      summary: 'The letter of an approved determination (PDF); one that is not printed yet is printed now',
      params: BY_NUMBER,
      run: async ({ actor, params: { number } }) => {
        const letter = await fetchPrinted(press, actor, number, 'letter_id')
        return 'refused' in letter ? letter : { done: fileOf(letter.done) }
      },
    }),
    fileRoute({
      method: 'GET',
      url: '/api/determinations/:number/preview',
      command: 'preview_letter',
      summary: 'The letter as it would be served if the determination were approved today',
      params: BY_NUMBER,
      run: async ({ actor, params: { number } }) => {
        const letter = await previewLetter(recorder, shelf, letters, actor, number)
        return 'refused' in letter ? letter : { done: new FileAnswer(letter.done, `${number}.pdf`, 'application/pdf') }
      },
    }),
    route({
      method: 'GET',
      url: '/api/determinations/:number/effect',
      command: 'foresee_effect',
      summary:
        'What would follow if it were approved today, from the registers, with the hash to sign: approval gives effect to exactly this, and is refused where anything of it has changed',
      params: BY_NUMBER,
      done: Type.Object({ effect: orNull(FORESEEN), shown_hash: HASH }),
      run: async ({ actor, params }) => {
        const read = await readForesight(recorder, shelf, actor, params.number)
        if ('refused' in read) return read
        const { effect, shown_hash } = read.done
        return { done: { effect, shown_hash } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/verify/:number',
      command: 'verify_letter',
      summary:
        'Whether a letter of this number was served, and the hash of its file; of whom it is about nothing is said',
      params: Type.Object({ number: LETTER_NUMBER }),
      done: VERIFIED,
      run: async ({ actor, params }) => await verifyLetter(database, shelf, actor, params.number),
    }),
    route({
      method: 'POST',
      url: '/api/determinations/:number/approval',
      command: 'approve_determination',
      summary:
        'Approve what somebody else prepared, signed with the second factor: it has effect, and the letter is frozen',
      params: BY_NUMBER,
      body: Type.Object({ shown_hash: HASH, second_factor: SECOND_FACTOR }),
      done: Type.Object({
        determination: DETERMINATION,
        entries: Type.Array(ID),
        licences: Type.Array(Type.String()),
      }),
      run: async ({ actor, once, params, body: { shown_hash, second_factor } }) =>
        await answerShown(
          recorder,
          once,
          async (approved: Approved) => ({ done: { ...approved, determination: await shown(approved.determination) } }),
          async (recording) => {
            const input = { number: params.number, shown_hash }
            return await approveDetermination(recording, shelf, letters, actor, input, async () => {
              return await confirm(actor, second_factor, shown_hash)
            })
          },
        ),
    }),
    route({
      method: 'POST',
      url: '/api/determinations/:number/return',
      command: 'send_back_determination',
      personal: true,
      summary: 'Send a determination back to whoever prepared it, with the reason',
      params: BY_NUMBER,
      body: Type.Object({ reason: REASON }),
      done: DETERMINATION,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          return await sendBackDetermination(recording, actor, { number: params.number, reason: body.reason })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/determinations/:number/withdrawal',
      command: 'withdraw_determination',
      summary: 'Withdraw a determination that one prepared oneself, before somebody decides on it, with the reason',
      params: BY_NUMBER,
      body: Type.Object({ reason: REASON }),
      done: DETERMINATION,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          return await withdrawDetermination(recording, actor, { number: params.number, reason: body.reason })
        }),
    }),
  ]
}
