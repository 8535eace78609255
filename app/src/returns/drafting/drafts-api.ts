/** The lines of a return that are being entered, for programs: the same that the pages change. */
import { Type } from 'typebox'
import { type Authority, MAKER_ROLES } from '../../kernel/authority.ts'
import { answerShown } from '../../kernel/answer-shown.ts'
import { ID, LANGUAGE, PERIOD, PROGRAMME } from '../../kernel/field-schemas.ts'
import { versionOf } from '../../kernel/if-match.ts'
import { FileAnswer, fileRoute, type Route, route, uploadRoute } from '../../kernel/route.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { DocumentDestroyed } from '../../documents/document.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { FOUND, KIND } from '../filing/returns-api.ts'
import type { UploadRefusal } from '../filing/upload-return.ts'
import { JSON_RETURN, WORKBOOK } from '../return-doors.ts'
import { RETURN_LIMITS } from '../return-limits.ts'
import { ANY_RETURN } from '../schema/return-json-schema.ts'
import type { ReturnDraft } from './draft-lines.ts'
import { beginDraft } from './edit-draft.ts'
import { draftWorkbook, type MatchNeeded, readDraft, replaceDraft } from './read-draft.ts'

export const draftsAuthority = {
  begin_draft: MAKER_ROLES,
  see_draft: MAKER_ROLES,
  edit_draft: MAKER_ROLES,
} as const satisfies Authority

const DRAFT = Type.Object({
  revision: Type.Integer(),
  error_count: Type.Integer(),
  errors: Type.Array(FOUND),
  lines: Type.Unsafe<object>(ANY_RETURN),
})
const BY_ID = Type.Object({ id: ID })

export function draftsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
): readonly Route<UploadRefusal | DocumentDestroyed | MatchNeeded>[] {
  return [
    route({
      method: 'POST',
      url: '/api/return-drafts',
      command: 'begin_draft',
      summary:
        'Begin to enter a return line by line, with the lines of its last version where there is one, or go on with it',
      body: Type.Object({ programme: PROGRAMME, kind: KIND, period: PERIOD }),
      done: Type.Object({ return_id: ID, revision: Type.Integer() }),
      run: async ({ actor, once, body: { programme, kind, period } }) =>
        await answerShown(
          recorder,
          once,
          ({ return_id, revision }: ReturnDraft) => ({ done: { return_id, revision } }),
          async (recording) => await beginDraft(recording, shelf, actor, { programme, kind, period }),
        ),
    }),
    route({
      method: 'GET',
      url: '/api/returns/:id/draft',
      command: 'see_draft',
      summary:
        'The lines of a return that are being entered, what is wrong so far, and the ETag under which they can be changed',
      params: BY_ID,
      done: DRAFT,
      run: async ({ actor, params }) => {
        const read = await readDraft(recorder, shelf, actor, params.id)
        return 'refused' in read ? read : { done: read.done, tag: String(read.done.revision) }
      },
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/returns/:id/draft',
      command: 'edit_draft',
      summary: 'Put these lines in the place of those that are being entered',
      conditional: true,
      params: BY_ID,
      upload: { media_type: JSON_RETURN, largest: RETURN_LIMITS.bytes, others: { [JSON_RETURN]: ANY_RETURN } },
      done: Type.Object({ revision: Type.Integer() }),
      run: async ({ actor, once, params, body, if_match }) => {
        const seen = versionOf(if_match)
        return await answerShown(
          recorder,
          once,
          ({ revision }: Pick<ReturnDraft, 'revision'>) => ({ done: { revision } }),
          async (recording) => await replaceDraft(recording, shelf, actor, { id: params.id, seen, bytes: body }),
        )
      },
    }),
    fileRoute({
      method: 'GET',
      url: '/api/returns/:id/draft/workbook',
      command: 'see_draft',
      summary: 'The lines that are being entered as a workbook, with what is wrong marked in its cells',
      params: BY_ID,
      query: Type.Object({ language: Type.Optional(LANGUAGE) }),
      run: async ({ actor, params, query: { language = 'en' } }) => {
        const made = await draftWorkbook(recorder, shelf, actor, { id: params.id, language })
        return 'refused' in made ? made : { done: new FileAnswer(made.done, 'return.xlsx', WORKBOOK) }
      },
    }),
  ]
}
