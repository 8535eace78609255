/** Questions of officers about returns, and the answers of firms. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { answerShown } from '../../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES } from '../../kernel/authority.ts'
import { DAY, ID, INSTANT, LONG_WORDS, oneOf, orNull, REASON } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { answerQuestion, askQuestion, withdrawQuestion } from './ask-question.ts'
import type { Question, QuestionRefusal } from './question.ts'
import { readQuestions } from './read-questions.ts'

export const questionsAuthority = {
  ask_question: ['case_officer'],
  withdraw_question: ['case_officer'],
  answer_question: MAKER_ROLES,
} as const satisfies Authority

const BY_ID = Type.Object({ id: ID })

const CELL = orNull(
  Type.Object({
    sheet: Type.String({ minLength: 1, maxLength: 100 }),
    row: orNull(Type.Integer({ minimum: 1, maximum: 1_048_576 })),
    column: orNull(Type.String({ minLength: 1, maxLength: 100 })),
  }),
)

const QUESTION = {
  id: ID,
  return_id: ID,
  manufacturer_id: ID,
  version: Type.Integer(),
  cell: CELL,
  words: Type.String(),
  asked_on: DAY,
  due_on: DAY,
  recorded_at: INSTANT,
  recorded_by: Type.String(),
  end: orNull(
    Type.Object({
      kind: oneOf('answered', 'withdrawn'),
      words: Type.String(),
      ended_on: DAY,
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
}

const STATUS = oneOf('open', 'unanswered', 'answered', 'withdrawn', 'closed')

const CLOCK = Type.Object({
  used_days: Type.Integer(),
  limit_days: orNull(Type.Integer()),
  stopped_since: orNull(DAY),
  last_on: orNull(DAY),
})

function shown<T extends Question>({ sheet, row_number: row, column_name: column, ...question }: T) {
  return { ...question, cell: sheet === null ? null : { sheet, row, column } }
}

function answerOf(question: Question) {
  return { done: shown(question) }
}

export function questionsRoutes(recorder: Recorder, shelf: ReleaseShelf): readonly Route<QuestionRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/returns/:id/questions',
      command: 'see_return',
      summary: 'What was asked about a return and answered, and how much of the time to review is used up',
      params: BY_ID,
      done: Type.Object({ review: orNull(CLOCK), items: Type.Array(Type.Object({ ...QUESTION, status: STATUS })) }),
      run: async ({ actor, params }) => {
        const read = await readQuestions(recorder, shelf, actor, params.id)
        return 'refused' in read
          ? read
          : { done: { review: read.done.clock ?? null, items: read.done.questions.map(shown) } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/returns/:id/questions',
      command: 'ask_question',
      summary:
        'Ask the firm about the version that it filed; the time to review stands still until the answer or its last day',
      params: BY_ID,
      body: Type.Object({ due_on: DAY, words: LONG_WORDS, cell: CELL }),
      done: Type.Object(QUESTION),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          return await askQuestion(recording, shelf, actor, { return_id: params.id, ...body })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/questions/:id/answer',
      command: 'answer_question',
      summary: 'Answer a question of the authority; the time to review goes on from today',
      params: BY_ID,
      body: Type.Object({ words: LONG_WORDS }),
      done: Type.Object(QUESTION),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          return await answerQuestion(recording, actor, { ...params, ...body })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/questions/:id/withdrawal',
      command: 'withdraw_question',
      summary: 'Withdraw a question with the reason; the time to review goes on from today',
      params: BY_ID,
      body: Type.Object({ reason: REASON }),
      done: Type.Object(QUESTION),
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          return await withdrawQuestion(recording, actor, { ...params, words: body.reason })
        }),
    }),
  ]
}
