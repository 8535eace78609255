/** Appeals of firms against determinations: filed, answered, heard, decided. */
import { Type } from 'typebox'
import type { AssessmentRefusal } from '../assessments/filed/assessment.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Letters } from '../determinations/decide-determination.ts'
import type { DeterminationRefusal } from '../determinations/determination.ts'
import type { FileRefusal } from '../documents/document.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import {
  DAY,
  DETERMINATION_NUMBER,
  HASH,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  REASON,
  SECOND_FACTOR,
  text,
} from '../kernel/field-schemas.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Once, type Route, route, uploadRoute } from '../kernel/route.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import type { ConfirmSignature } from '../people/signature-context.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { APPEAL_OUTCOMES, type Appeal, type AppealRefusal, statusOf, stayOf } from './appeal.ts'
import { AMOUNT_PATTERN, GROUNDS, ORDER_REASONS } from './appeal-fields.ts'
import { acknowledgeLetter } from './acknowledge-letter.ts'
import { draftOrder, shownOrder, signOrder } from './decide-appeal.ts'
import { decideStay } from './decide-stay.ts'
import { addEvidence, appealHash, applyForStay, fileAppeal, prepareAppeal, withdrawAppeal } from './file-appeal.ts'
import { decideCondonation, holdHearing, replyToAppeal } from './hear-appeal.ts'
import { readAppeal, readAppeals } from './read-appeals.ts'

export const appealsAuthority = {
  prepare_appeal: MAKER_ROLES,
  add_appeal_evidence: MAKER_ROLES,
  file_appeal: ['maker_signatory'],
  withdraw_appeal: ['maker_signatory'],
  apply_for_stay: ['maker_signatory'],
  see_appeals: [...OFFICER_ROLES, ...MAKER_ROLES],
  reply_to_appeal: ['case_officer', 'approving_officer'],
  acknowledge_appeal_letter: ['maker_signatory'],
  decide_condonation: ['appellate_officer'],
  decide_stay: ['appellate_officer'],
  hold_appeal_hearing: ['appellate_officer'],
  draft_order: ['appellate_officer'],
  see_order_draft: ['appellate_officer'],
  decide_appeal: ['appellate_officer'],
} as const satisfies Authority

const LARGEST_EVIDENCE = 10 * 1024 * 1024

const WORDS = text(4000)
const AMOUNT = Type.String({ pattern: `^${AMOUNT_PATTERN}$` })

const OUTCOME = oneOf(...APPEAL_OUTCOMES)
const LOCALIZED = Type.Record(Type.String(), Type.String())

const FINDINGS = Type.Array(
  Type.Object({ finding: Type.String(), label: orNull(LOCALIZED), value: Type.String(), from: orNull(DAY) }),
)

const APPEAL = Type.Object({
  id: ID,
  number: Type.String(),
  status: oneOf('prepared', 'discarded', 'late', 'open', 'withdrawn', 'out_of_time', 'decided'),
  determination_id: ID,
  manufacturer_id: ID,
  grounds: Type.String(),
  ends_on: orNull(DAY),
  late_reason: orNull(Type.String()),
  stay_reason: orNull(Type.String()),
  stay: Type.Object({ status: oneOf('none', 'applied', 'granted', 'refused', 'ended'), until: orNull(DAY) }),
  prepared_at: INSTANT,
  prepared_by: Type.String(),
  evidence: Type.Array(Type.Object({ document_id: ID, name: Type.String(), hash: HASH })),
  events: Type.Array(
    Type.Object({
      position: Type.Integer(),
      kind: oneOf(
        'filed',
        'discarded',
        'withdrawn',
        'replied',
        'condoned',
        'out_of_time',
        'stay_applied',
        'stay_granted',
        'stay_refused',
        'stay_ended',
        'hearing_fixed',
        'hearing_adjourned',
        'hearing_held',
        'decided',
        'acknowledged',
      ),
      words: Type.String(),
      on_day: orNull(DAY),
      place: orNull(Type.String()),
      outcome: orNull(OUTCOME),
      findings: orNull(FINDINGS),
      signed_hash: orNull(HASH),
      letter_id: orNull(ID),
      /** The position of the event whose letter is acknowledged. */
      about: orNull(Type.Integer()),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
  /** What a signatory signs. */
  shown_hash: HASH,
})

const DRAFT = Type.Object({ outcome: OUTCOME, reasons: Type.String(), findings: orNull(FINDINGS) })

const ORDER = Type.Object({
  ...DRAFT.properties,
  /** Entries of the account that would be taken back, and licences that an order would reach. */
  reversed: Type.Array(ID),
  licences: Type.Array(Type.String()),
  shown_hash: HASH,
})

const BY_ID = Type.Object({ id: ID })
const SIGNED = Type.Object({ shown_hash: HASH, second_factor: SECOND_FACTOR })

async function shown(appeal: Appeal) {
  return { ...appeal, status: statusOf(appeal), stay: stayOf(appeal), shown_hash: await appealHash(appeal) }
}

async function answerOf(appeal: Appeal) {
  return { done: await shown(appeal) }
}

type Refused =
  | AppealRefusal
  | AssessmentRefusal
  | DeterminationRefusal
  | NotAuthorised
  | FileRefusal
  | SecondFactorRefusal

export function appealsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  confirm: ConfirmSignature,
): readonly Route<Refused>[] {
  const { database } = recorder
  const answered = async (once: Once | undefined, run: (recording: Recorder) => Promise<Outcome<Appeal, Refused>>) =>
    await answerShown(recorder, once, answerOf, run)
  return [
    route({
      method: 'POST',
      url: '/api/appeals',
      command: 'prepare_appeal',
      summary:
        'Prepare an appeal against a determination about one’s firm; it is the firm’s own until a signatory files it',
      body: Type.Object({
        determination: DETERMINATION_NUMBER,
        grounds: GROUNDS,
        late_reason: orNull(WORDS),
        stay_reason: orNull(WORDS),
      }),
      done: APPEAL,
      run: async ({ actor, once, body }) =>
        await answered(once, async (recording) => await prepareAppeal(recording, shelf, actor, body)),
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/appeals/:id/evidence',
      command: 'add_appeal_evidence',
      summary: 'Hand in a file with an appeal that is not filed yet',
      upload: { media_type: 'application/octet-stream', largest: LARGEST_EVIDENCE },
      params: BY_ID,
      query: Type.Object({ name: text(200) }),
      done: APPEAL,
      run: async ({ actor, once, params, query, body }) =>
        await answered(
          once,
          async (recording) => await addEvidence(recording, actor, { ...params, ...query, bytes: body }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/filing',
      command: 'file_appeal',
      summary:
        'File an appeal, with the second factor over the hash of what was shown; late it is taken too, with its reason',
      params: BY_ID,
      body: SIGNED,
      done: APPEAL,
      run: async ({ actor, once, params, body: { shown_hash, second_factor } }) =>
        await answered(
          once,
          async (recording) =>
            await fileAppeal(
              recording,
              actor,
              { ...params, shown_hash },
              async () => await confirm(actor, second_factor, shown_hash),
            ),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/withdrawal',
      command: 'withdraw_appeal',
      summary: 'Take an appeal back; a stay that was granted ends',
      params: BY_ID,
      personal: true,
      body: Type.Object({ reason: REASON }),
      done: APPEAL,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await withdrawAppeal(recording, actor, { ...params, ...body })),
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/stay-application',
      command: 'apply_for_stay',
      summary: 'Apply that what was determined has no effect until the appeal is decided',
      params: BY_ID,
      personal: true,
      body: Type.Object({ words: WORDS }),
      done: APPEAL,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await applyForStay(recording, actor, { ...params, ...body })),
    }),
    route({
      method: 'GET',
      url: '/api/appeals',
      command: 'see_appeals',
      summary: 'The appeals that one may see, newest first',
      query: PAGE_QUERY,
      done: listOf(APPEAL),
      run: async ({ actor, query }) => {
        const { items, next } = await readAppeals(database, actor, query)
        return { done: { items: await Promise.all(items.map(shown)), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/appeals/:id',
      command: 'see_appeals',
      summary: 'One appeal, and what happened to it',
      params: BY_ID,
      done: APPEAL,
      run: async ({ actor, params }) => {
        const found = await readAppeal(database, actor, params.id)
        return 'refused' in found ? found : await answerOf(found.done)
      },
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/acknowledgement',
      command: 'acknowledge_appeal_letter',
      personal: true,
      summary: 'Acknowledge a letter about a hearing, or that of the order, by the event that it tells of',
      params: BY_ID,
      body: Type.Object({ about: Type.Integer({ minimum: 1 }) }),
      done: APPEAL,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await acknowledgeLetter(recording, actor, { ...params, ...body })),
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/condonation',
      command: 'decide_condonation',
      summary: 'Decide whether an appeal that was filed late is heard',
      params: BY_ID,
      personal: true,
      body: Type.Object({ kind: oneOf('condoned', 'out_of_time'), reason: REASON }),
      done: APPEAL,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await decideCondonation(recording, actor, { ...params, ...body })),
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/reply',
      command: 'reply_to_appeal',
      summary: 'Reply to the grounds for the authority',
      params: BY_ID,
      personal: true,
      body: Type.Object({ words: GROUNDS }),
      done: APPEAL,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await replyToAppeal(recording, actor, { ...params, ...body })),
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/stay',
      command: 'decide_stay',
      summary: 'Grant or refuse a stay, or end it, with reasons and conditions',
      params: BY_ID,
      personal: true,
      body: Type.Object({ kind: oneOf('granted', 'refused', 'ended'), words: WORDS, until: orNull(DAY) }),
      done: APPEAL,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await decideStay(recording, actor, { ...params, ...body })),
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/hearings',
      command: 'hold_appeal_hearing',
      summary: 'Fix a hearing or adjourn it, by a letter to the firm, or record that it was held and what was said',
      params: BY_ID,
      personal: true,
      body: Type.Object({
        kind: oneOf('fixed', 'adjourned', 'held'),
        on_day: orNull(DAY),
        place: orNull(text(500)),
        words: WORDS,
      }),
      done: APPEAL,
      run: async ({ actor, once, params, body }) =>
        await answered(
          once,
          async (recording) => await holdHearing(recording, shelf, letters, actor, { ...params, ...body }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/order-draft',
      command: 'draft_order',
      summary: 'Write the order about an appeal, which orders nothing until it is signed; a later one takes its place',
      params: BY_ID,
      personal: true,
      body: Type.Object({
        outcome: OUTCOME,
        reasons: ORDER_REASONS,
        changes: Type.Array(
          Type.Object({
            finding: text(100),
            dropped: Type.Boolean(),
            value: orNull(AMOUNT),
            from: orNull(DAY),
          }),
          { maxItems: 100 },
        ),
      }),
      done: DRAFT,
      run: async ({ actor, once, params, body }) =>
        await draftOrder({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    route({
      method: 'GET',
      url: '/api/appeals/:id/order-draft',
      command: 'see_order_draft',
      summary: 'The order that one wrote, what would follow from it, and the hash that is signed',
      params: BY_ID,
      done: ORDER,
      run: async ({ actor, params }) => await shownOrder(recorder, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/appeals/:id/order',
      command: 'decide_appeal',
      summary: 'Sign the order that was written, with the second factor over what would follow; it follows at once',
      params: BY_ID,
      body: SIGNED,
      done: APPEAL,
      run: async ({ actor, once, params, body: { shown_hash, second_factor } }) =>
        await answered(
          once,
          async (recording) =>
            await signOrder(
              recording,
              shelf,
              letters,
              actor,
              { ...params, shown_hash },
              async () => await confirm(actor, second_factor, shown_hash),
            ),
        ),
    }),
  ]
}
