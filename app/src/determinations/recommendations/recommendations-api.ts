/** What authorities say to sanctions that were recommended to them. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { answerShown } from '../../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../../kernel/authority.ts'
import { DAY, DETERMINATION_NUMBER, HASH, ID, INSTANT, LONG_WORDS, oneOf, orNull } from '../../kernel/field-schemas.ts'
import { type Route, route, uploadRoute } from '../../kernel/route.ts'
import { keepReplyFile, readReplies, recordReply, type RecordReplyRefusal, type Replied } from './record-reply.ts'

export const recommendationsAuthority = {
  record_reply: ['approving_officer'],
  keep_reply_file: ['approving_officer'],
  see_replies: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const LARGEST_REPLY_FILE = 10 * 1024 * 1024
const NAME = Type.String({ minLength: 1, maxLength: 200 })
const BY_NUMBER = Type.Object({ number: DETERMINATION_NUMBER })
const KIND = oneOf('accepted', 'declined', 'other', 'lifted')
const REPLY = Type.Object({
  determination_id: ID,
  position: Type.Integer(),
  kind: KIND,
  authority: Type.String(),
  replied_on: DAY,
  /** The number of its order or letter. */
  reference: Type.String(),
  words: Type.String(),
  effective_on: orNull(DAY),
  document_id: orNull(ID),
  recorded_at: INSTANT,
  recorded_by: Type.String(),
})

function answerOf(replied: Replied) {
  return { done: replied }
}

export function recommendationsRoutes(recorder: Recorder): readonly Route<RecordReplyRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/determinations/:number/replies',
      command: 'see_replies',
      summary:
        'What the authority that has the power said to what was recommended to it, in the order in which it was recorded',
      params: BY_NUMBER,
      done: Type.Object({ replies: Type.Array(REPLY) }),
      run: async ({ actor, params }) => {
        const read = await readReplies(recorder, actor, params.number)
        return 'refused' in read ? read : { done: { replies: read.done } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/determinations/:number/replies',
      command: 'record_reply',
      personal: true,
      summary:
        'Record what the authority said: licences follow what it ordered, by an order that names it, until it lifts that',
      params: BY_NUMBER,
      body: Type.Object({
        kind: KIND,
        authority: NAME,
        replied_on: DAY,
        reference: NAME,
        words: LONG_WORDS,
        effective_on: orNull(DAY),
        /** Its order or letter, handed in before. */
        document_id: Type.Optional(orNull(ID)),
      }),
      done: Type.Object({ reply: REPLY, licences: Type.Array(Type.String()) }),
      run: async ({ actor, once, params, body: { document_id = null, ...said } }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          const file = document_id === null ? null : { document_id }
          return await recordReply(recording, actor, { ...said, number: params.number, file })
        }),
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/determinations/:number/reply-files',
      command: 'keep_reply_file',
      personal: true,
      summary: 'Hand in the order or the letter of an authority, to be named when its reply is recorded',
      upload: { media_type: 'application/octet-stream', largest: LARGEST_REPLY_FILE },
      params: BY_NUMBER,
      query: Type.Object({ name: NAME }),
      done: Type.Object({ id: ID, name: Type.String(), media_type: Type.String(), hash: HASH, kept_at: INSTANT }),
      run: async ({ actor, once, params, query, body }) =>
        await keepReplyFile({ ...recorder, once }, actor, { number: params.number, name: query.name, bytes: body }),
    }),
  ]
}
