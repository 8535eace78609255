/** More time to cure: asked for by the firm, proposed by one officer, decided by another. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Letters } from '../../determinations/decide-determination.ts'
import type { Authority } from '../../kernel/authority.ts'
import { DAY, ID, LONG_WORDS, oneOf, orNull } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { FILE, NOTICE, told } from '../notices-schemas.ts'
import { askTime, decideTime, proposeTime } from './decide-time.ts'
import type { TimeRefusal } from './extension.ts'

export const extensionsAuthority = {
  ask_time: ['maker_signatory'],
  propose_time: ['case_officer'],
  decide_time: ['approving_officer'],
} as const satisfies Authority

const BY_ID = Type.Object({ id: ID })
const POSITION = Type.Integer({ minimum: 1 })

export function extensionsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
): readonly Route<TimeRefusal | NotAuthorised>[] {
  return [
    route({
      method: 'POST',
      url: '/api/notices/:id/time',
      command: 'ask_time',
      summary: 'Ask for more time to cure, with the justification',
      params: BY_ID,
      body: Type.Object({ until_on: DAY, words: LONG_WORDS, document_id: FILE }),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(recorder, once, async (recording) => await askTime(recording, actor, { ...body, id: params.id })),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/time/proposal',
      command: 'propose_time',
      summary: 'Propose to extend the time, to refuse it, or that days of force majeure do not count; another decides',
      params: BY_ID,
      body: Type.Union([
        Type.Object({ choice: Type.Literal('extension'), about: POSITION, until_on: DAY, words: LONG_WORDS }),
        Type.Object({ choice: Type.Literal('refusal'), about: POSITION, words: LONG_WORDS }),
        Type.Object({
          choice: Type.Literal('waiver'),
          about: Type.Optional(orNull(POSITION)),
          from_on: DAY,
          until_on: DAY,
          words: LONG_WORDS,
          document_id: FILE,
        }),
      ]),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await proposeTime(recording, shelf, actor, { ...body, id: params.id }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/time/decision',
      command: 'decide_time',
      personal: true,
      summary: 'Approve what another officer proposed about the time, or send it back',
      params: BY_ID,
      body: Type.Object({ about: POSITION, kind: oneOf('approved', 'sent_back'), words: LONG_WORDS }),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await decideTime(recording, shelf, letters, actor, { ...body, id: params.id }),
        ),
    }),
  ]
}
