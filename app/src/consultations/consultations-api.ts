/** Consultations: drafts that anybody reads, comments of those whom they concern, and what they are answered. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { type Authority, SUPPLIER_ROLES } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import { DAY, HASH, ID, INSTANT, listOf, LONG_WORDS, oneOf, orNull, PAGE_QUERY, text } from '../kernel/field-schemas.ts'
import { type Route, route, uploadRoute } from '../kernel/route.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { DraftShelf } from '../simulations/drafts/draft-shelf.ts'
import type { SimulationRefusal } from '../simulations/simulation.ts'
import { answerComment, commentOnClause, keepAttachment } from './comment-on-clause.ts'
import {
  type Comment,
  type Consultation,
  type ConsultationRefusal,
  isOpenOn,
  LARGEST_ATTACHMENT,
  OUTCOMES,
} from './consultation.ts'
import { publishConsultation, reportConsultation } from './publish-consultation.ts'
import { readConsultation, readConsultations } from './read-consultations.ts'

const COMMENTERS = ['maker_clerk', 'maker_signatory', ...SUPPLIER_ROLES] as const

export const consultationsAuthority = {
  see_consultations: ['public'],
  publish_consultation: ['policy_officer'],
  report_consultation: ['policy_officer'],
  keep_attachment: COMMENTERS,
  comment_on_clause: COMMENTERS,
  answer_comment: ['case_officer', 'policy_officer'],
} as const satisfies Authority

const NUMBER = Type.String({ pattern: '^CON-\\d{6,12}$' })
const BY_NUMBER = Type.Object({ number: NUMBER })

const CONSULTATION = Type.Object({
  id: ID,
  number: NUMBER,
  programme: Type.String(),
  draft: Type.String(),
  draft_hash: HASH,
  clauses: Type.Array(Type.String()),
  words: Type.String(),
  closes_on: DAY,
  open: Type.Boolean(),
  report: orNull(Type.String()),
})

const ANSWER = { outcome: oneOf(...OUTCOMES), words: LONG_WORDS }

const COMMENT = Type.Object({
  id: ID,
  clause: Type.String(),
  words: Type.String(),
  in_confidence: Type.Boolean(),
  organization_name: Type.String(),
  document_id: orNull(ID),
  document_hash: orNull(HASH),
  document_name: orNull(Type.String()),
  commented_at: INSTANT,
  answer: orNull(Type.Object(ANSWER)),
})

type Refused = ConsultationRefusal | SimulationRefusal | FileRefusal

function commentShown({ organization_id: _of, ...comment }: Comment) {
  return { done: comment }
}

export function consultationsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  simulated: DraftShelf,
): readonly Route<Refused>[] {
  const { database, clock } = recorder
  const shown = ({ id, number, programme, draft, draft_hash, clauses, words, closes_on, report }: Consultation) => ({
    done: {
      id,
      number,
      programme,
      draft,
      draft_hash,
      clauses,
      words,
      closes_on,
      open: isOpenOn({ closes_on }, todayText(clock)),
      report,
    },
  })
  return [
    route({
      method: 'GET',
      url: '/api/consultations',
      command: 'see_consultations',
      summary: 'Drafts of the law that are or were put to those whom they concern, for anybody',
      query: PAGE_QUERY,
      done: listOf(CONSULTATION),
      run: async ({ actor, query }) => {
        const { items, next } = await readConsultations(database, actor, query)
        return { done: { items: items.map((one) => shown(one).done), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/consultations/:number',
      command: 'see_consultations',
      summary: 'One consultation with the text of its draft, and the comments that the reader may see',
      params: BY_NUMBER,
      done: Type.Intersect([CONSULTATION, Type.Object({ overlay: Type.String(), comments: Type.Array(COMMENT) })]),
      run: async ({ actor, params }) => {
        const found = await readConsultation(database, actor, params.number)
        if ('refused' in found) return found
        const { overlay, comments } = found.done
        const said = comments.map((one) => commentShown(one).done)
        return { done: { ...shown(found.done).done, overlay, comments: said } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/consultations',
      command: 'publish_consultation',
      summary: 'Publish the draft of a simulation with its effect; one over the returns of firms is refused',
      body: Type.Object({ simulation_id: ID, words: LONG_WORDS, closes_on: DAY }),
      done: CONSULTATION,
      run: async ({ actor, once, body }) =>
        await answerShown(recorder, once, shown, async (recording) => {
          return await publishConsultation(recording, { shelf, simulated }, actor, body)
        }),
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/consultations/:number/attachments',
      command: 'keep_attachment',
      summary: 'Hand in what is attached to a comment, before it is made',
      upload: { media_type: 'application/octet-stream', largest: LARGEST_ATTACHMENT },
      params: BY_NUMBER,
      query: Type.Object({ name: text(200) }),
      done: Type.Object({ id: ID, hash: HASH }),
      run: async ({ actor, once, params, query, body }) =>
        await keepAttachment({ ...recorder, once }, actor, { ...params, ...query, bytes: body }),
    }),
    route({
      method: 'POST',
      url: '/api/consultations/:number/comments',
      command: 'comment_on_clause',
      summary: 'Comment on a clause, openly or in confidence, until the end of the last day',
      params: BY_NUMBER,
      body: Type.Object({
        clause: text(200),
        words: LONG_WORDS,
        in_confidence: Type.Boolean(),
        document_id: orNull(ID),
      }),
      done: COMMENT,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, commentShown, async (recording) => {
          return await commentOnClause(recording, actor, { ...body, ...params })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/consultation-comments/:id/answer',
      command: 'answer_comment',
      summary: 'Answer a comment; who may read the comment may read the answer',
      params: Type.Object({ id: ID }),
      body: Type.Object(ANSWER),
      done: COMMENT,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, commentShown, async (recording) => {
          return await answerComment(recording, actor, { ...body, ...params })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/consultations/:number/report',
      command: 'report_consultation',
      summary: 'Say what was heard and what changed, after the last day',
      params: BY_NUMBER,
      body: Type.Object({ words: LONG_WORDS }),
      done: CONSULTATION,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, shown, async (recording) => {
          return await reportConsultation(recording, actor, { ...body, ...params })
        }),
    }),
  ]
}
