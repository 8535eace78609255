/** The personal hearing before a sanction. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Letters } from '../../determinations/decide-determination.ts'
import type { Authority } from '../../kernel/authority.ts'
import { DAY, ID, LONG_WORDS } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { FILE, NOTICE, PLACE, told } from '../notices-schemas.ts'
import { adjournHearing, fixHearing, holdHearing } from './fix-hearing.ts'
import type { HearingRefusal } from './hearing.ts'

export const hearingsAuthority = {
  fix_hearing: ['case_officer'],
  adjourn_hearing: ['case_officer'],
  hold_hearing: ['case_officer'],
} as const satisfies Authority

const BY_ID = Type.Object({ id: ID })
const FIXED = Type.Object({ held_on: DAY, place: PLACE, words: LONG_WORDS })

export function hearingsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
): readonly Route<HearingRefusal | NotAuthorised>[] {
  return [
    route({
      method: 'POST',
      url: '/api/notices/:id/hearing',
      command: 'fix_hearing',
      summary: 'Fix the personal hearing, on a working day to come',
      params: BY_ID,
      body: FIXED,
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await fixHearing(recording, shelf, letters, actor, { ...body, id: params.id }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/hearing/adjournment',
      command: 'adjourn_hearing',
      summary: 'Adjourn the hearing to another working day',
      params: BY_ID,
      body: FIXED,
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await adjournHearing(recording, shelf, letters, actor, { ...body, id: params.id }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/hearing/record',
      command: 'hold_hearing',
      summary: 'Record the hearing: whether the firm came, and what was said',
      params: BY_ID,
      body: Type.Object({ attended: Type.Boolean(), words: LONG_WORDS, document_id: FILE }),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await holdHearing(recording, actor, { ...body, id: params.id }),
        ),
    }),
  ]
}
