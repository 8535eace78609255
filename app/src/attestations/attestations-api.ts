/** Attestations of suppliers: what is handed in, signed and withdrawn, who may rely on it, and how what is sealed is opened. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES, SUPPLIER_ROLES } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import {
  DAY,
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
import { FileAnswer, fileRoute, type Route, route, uploadRoute } from '../kernel/route.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import type { ConfirmSignature } from '../people/signature-context.ts'
import { type Attestation, type AttestationRefusal, type Statement, statusOn } from './attestation.ts'
import { makeAttestation } from './make-attestation.ts'
import { openedEvidence, openEvidence } from './open-evidence.ts'
import { readAttestation, readAttestations } from './read-attestations.ts'
import { sealEvidence } from './seal-evidence.ts'
import { attestationHash, signAttestation } from './sign-attestation.ts'
import { CLASS_PATTERN, HS_CODE_PATTERN, PART_CODE_PATTERN, RECIPIENT_PATTERN } from './statement-fields.ts'
import { withdrawAttestation } from './withdraw-attestation.ts'

export const attestationsAuthority = {
  seal_evidence: SUPPLIER_ROLES,
  make_attestation: SUPPLIER_ROLES,
  sign_attestation: ['supplier_signatory'],
  withdraw_attestation: ['supplier_signatory'],
  see_attestations: [...OFFICER_ROLES, ...MAKER_ROLES, ...SUPPLIER_ROLES],
  open_sealed_evidence: ['case_officer', 'approving_officer'],
} as const satisfies Authority

const LARGEST_EVIDENCE = 10 * 1024 * 1024

const PERCENT = Type.String({ pattern: '^\\d{1,3}(\\.\\d{1,6})?%$' })
/** Of a firm in the company registry; empty for any firm. */
const RECIPIENT = Type.String({ maxLength: 40, pattern: RECIPIENT_PATTERN })

const STATEMENT = {
  recipient: RECIPIENT,
  part_code: Type.String({ pattern: PART_CODE_PATTERN }),
  part: text(200),
  hs_code: Type.String({ pattern: HS_CODE_PATTERN }),
  component_class: Type.String({ pattern: CLASS_PATTERN }),
  period_from: DAY,
  period_until: DAY,
  expires_on: DAY,
  at_least: orNull(PERCENT),
  at_most: orNull(PERCENT),
  evidence_id: ID,
  replaces: orNull(ID),
}

/** What is stated, whatever else was sent. */
function statementOf(body: Statement): Statement {
  const { recipient, part_code, part, hs_code, component_class, at_least, at_most, evidence_id, replaces } = body
  const { period_from, period_until, expires_on } = body
  const days = { period_from, period_until, expires_on }
  return { recipient, part_code, part, hs_code, component_class, ...days, at_least, at_most, evidence_id, replaces }
}

const ATTESTATION = Type.Object({
  id: ID,
  number: Type.String(),
  status: oneOf('prepared', 'signed', 'withdrawn', 'superseded', 'expired'),
  supplier_id: ID,
  supplier_name: Type.String(),
  ...STATEMENT,
  evidence_hash: HASH,
  prepared_at: INSTANT,
  prepared_by: Type.String(),
  events: Type.Array(
    Type.Object({
      position: Type.Integer(),
      kind: oneOf('signed', 'withdrawn', 'superseded'),
      effective_on: orNull(DAY),
      reason: orNull(Type.String()),
      signed_hash: orNull(HASH),
      successor: orNull(ID),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
  /** What a signatory signs. */
  shown_hash: HASH,
})

const OPENING = Type.Object({
  id: ID,
  attestation_id: ID,
  evidence_hash: HASH,
  reason: Type.String(),
  opened_at: INSTANT,
  opened_by: Type.String(),
})

const HELD = Type.Object({
  ...ATTESTATION.properties,
  openings: Type.Array(OPENING),
  contradicted_by: Type.Array(Type.String()),
})

const BY_ID = Type.Object({ id: ID })

export function attestationsRoutes(
  recorder: Recorder,
  confirm: ConfirmSignature,
): readonly Route<AttestationRefusal | FileRefusal | SecondFactorRefusal>[] {
  const { database, clock } = recorder
  const shown = async <T extends Attestation>(one: T) => ({
    ...one,
    status: statusOn(one, todayText(clock)),
    shown_hash: await attestationHash(one),
  })
  const answerOf = async (one: Attestation) => ({ done: await shown(one) })
  return [
    uploadRoute({
      method: 'POST',
      url: '/api/sealed-evidence',
      command: 'seal_evidence',
      summary:
        'Hand in a cost sheet, which is sealed: the firm that buys never sees it, an officer only after he has said why',
      upload: { media_type: 'application/octet-stream', largest: LARGEST_EVIDENCE },
      query: Type.Object({ name: text(200) }),
      done: Type.Object({ id: ID, name: Type.String(), media_type: Type.String(), hash: HASH, kept_at: INSTANT }),
      run: async ({ actor, once, query, body }) =>
        await sealEvidence({ ...recorder, once }, actor, { ...query, bytes: body }),
    }),
    route({
      method: 'POST',
      url: '/api/attestations',
      command: 'make_attestation',
      summary: 'Prepare an attestation of the local share of a part, which says nothing to anybody until it is signed',
      body: Type.Object(STATEMENT),
      done: ATTESTATION,
      run: async ({ actor, once, body }) =>
        await answerShown(
          recorder,
          once,
          answerOf,
          async (recording) => await makeAttestation(recording, actor, statementOf(body)),
        ),
    }),
    route({
      method: 'GET',
      url: '/api/attestations',
      command: 'see_attestations',
      summary:
        'The attestations that one may see: one’s own, those made to one’s firm, or for officers all that were signed',
      query: PAGE_QUERY,
      done: listOf(ATTESTATION),
      run: async ({ actor, query }) => {
        const { items, next } = await readAttestations(database, actor, query)
        return { done: { items: await Promise.all(items.map(shown)), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/attestations/:id',
      command: 'see_attestations',
      summary: 'One attestation, what happened to it, what contradicts it, and who opened what was sealed',
      params: BY_ID,
      done: HELD,
      run: async ({ actor, params }) => {
        const found = await readAttestation(database, actor, params.id, todayText(clock))
        return 'refused' in found ? found : { done: await shown(found.done) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/attestations/:id/signature',
      command: 'sign_attestation',
      summary: 'Sign an attestation, with the second factor over the hash of what was shown',
      params: BY_ID,
      body: Type.Object({ shown_hash: HASH, second_factor: SECOND_FACTOR }),
      done: ATTESTATION,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          const signed = { ...params, shown_hash: body.shown_hash }
          return await signAttestation(
            recording,
            actor,
            signed,
            async () => await confirm(actor, body.second_factor, body.shown_hash),
          )
        }),
    }),
    route({
      method: 'POST',
      url: '/api/attestations/:id/withdrawal',
      command: 'withdraw_attestation',
      summary:
        'Withdraw an attestation: from that day on nobody may rely on it, and what cites it is assessed without it',
      params: BY_ID,
      personal: true,
      body: Type.Object({ withdrawn_on: DAY, reason: REASON }),
      done: ATTESTATION,
      run: async ({ actor, once, params, body }) =>
        await answerShown(
          recorder,
          once,
          answerOf,
          async (recording) => await withdrawAttestation(recording, actor, { ...params, ...body }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/attestations/:id/openings',
      command: 'open_sealed_evidence',
      summary:
        'Open what is sealed behind an attestation, named by its hash and with a reason that the supplier is told',
      params: BY_ID,
      personal: true,
      body: Type.Object({ evidence_hash: HASH, reason: REASON }),
      done: OPENING,
      run: async ({ actor, once, params, body }) =>
        await openEvidence({ ...recorder, once }, actor, { ...params, ...body }),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/evidence-openings/:id',
      command: 'open_sealed_evidence',
      summary: 'What one has opened, for a quarter of an hour',
      params: BY_ID,
      run: async ({ actor, params }) => {
        const opened = await openedEvidence(recorder, actor, params.id)
        if ('refused' in opened) return opened
        const { bytes, name, media_type } = opened.done
        return { done: new FileAnswer(bytes, name, media_type) }
      },
    }),
  ]
}
