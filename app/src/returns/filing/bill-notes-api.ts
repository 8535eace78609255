/** A version of a return beside the bills of materials of its models. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { ID, LANGUAGE, oneOf, orNull } from '../../kernel/field-schemas.ts'
import { FileAnswer, fileRoute, type Route, route } from '../../kernel/route.ts'
import { csvText } from '../../pages/csv-response.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { NOTE_CODES } from '../hold-bill.ts'
import { readHeldAgainstBills } from './hold-against-bills.ts'
import { noteRows } from './note-text.ts'
import type { ReturnRefusal } from './return.ts'

const VERSION = Type.Object({ id: ID, version: Type.Integer({ minimum: 1, maximum: 10_000 }) })

const HELD = Type.Object({
  model: Type.String(),
  model_id: orNull(ID),
  made: Type.String(),
  revisions: Type.Array(Type.Integer()),
  is_later: Type.Boolean(),
  notes: Type.Array(
    Type.Object({
      code: oneOf(...NOTE_CODES),
      part_code: Type.String(),
      part: Type.String(),
      stands_for: Type.String(),
      in_return: Type.String(),
      in_bill: Type.String(),
      difference: Type.String(),
      lines: Type.Array(Type.Object({ sheet: Type.String(), rows: Type.Array(Type.Integer()) })),
    }),
  ),
})

export function billNotesRoutes(
  recorder: Pick<Recorder, 'database'>,
  shelf: ReleaseShelf,
): readonly Route<ReturnRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/returns/:id/versions/:version/bill',
      command: 'see_return',
      summary:
        'Where a version and the bills of materials of its models do not agree, model by model; none where the programme does not say how they compare',
      params: VERSION,
      done: Type.Object({ is_compared: Type.Boolean(), items: Type.Array(HELD) }),
      run: async ({ actor, params }) => {
        const read = await readHeldAgainstBills(recorder, shelf, actor, params)
        if ('refused' in read) return read
        return { done: { is_compared: read.done.held !== undefined, items: read.done.held ?? [] } }
      },
    }),
    fileRoute({
      method: 'GET',
      url: '/api/returns/:id/versions/:version/bill/csv',
      command: 'see_return',
      summary: 'The same notes as a table',
      params: VERSION,
      query: Type.Object({ language: Type.Optional(LANGUAGE) }),
      run: async ({ actor, params, query: { language = 'en' } }) => {
        const read = await readHeldAgainstBills(recorder, shelf, actor, params)
        if ('refused' in read) return read
        const text = csvText(noteRows(read.done.held ?? [], language))
        return { done: new FileAnswer(Buffer.from(text), 'bill-notes.csv', 'text/csv; charset=utf-8') }
      },
    }),
  ]
}
