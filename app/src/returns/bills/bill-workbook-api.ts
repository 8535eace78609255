/** Bills of materials as workbooks. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { NoDocument } from '../../documents/document.ts'
import { type Authority, MAKER_ROLES } from '../../kernel/authority.ts'
import { ID, LANGUAGE, oneOf, orNull, text } from '../../kernel/field-schemas.ts'
import { FileAnswer, fileRoute, type Route, uploadRoute } from '../../kernel/route.ts'
import type { BillRefusal } from '../../products/bills/bill.ts'
import type { ModelRefusal } from '../../products/model.ts'
import { RETURN_LIMITS } from '../return-limits.ts'
import { WORKBOOK } from '../return-doors.ts'
import { annotatedBillWorkbook, billWorkbook, importBillWorkbook } from './import-bill-workbook.ts'

export const billWorkbookAuthority = {
  import_bill_workbook: MAKER_ROLES,
  see_bill_errors: MAKER_ROLES,
} as const satisfies Authority

const REVISION = Type.Object({ id: ID, revision: Type.Integer({ minimum: 1, maximum: 10_000 }) })
const IN_LANGUAGE = Type.Object({ language: Type.Optional(LANGUAGE) })

const IMPORTED = Type.Object({
  version: orNull(Type.Integer()),
  document_id: orNull(ID),
  errors: Type.Array(
    Type.Object({
      code: Type.String(),
      severity: oneOf('error', 'warning'),
      sheet: orNull(Type.String()),
      row: orNull(Type.Integer()),
      column: orNull(Type.String()),
      sentence: Type.Object({ en: Type.String(), ur: Type.String() }),
    }),
  ),
  error_count: Type.Integer(),
})

export function billWorkbookRoutes(recorder: Recorder): readonly Route<BillRefusal | ModelRefusal | NoDocument>[] {
  const { database } = recorder
  return [
    fileRoute({
      method: 'GET',
      url: '/api/models/:id/bills/:revision/workbook',
      command: 'see_bill',
      summary: 'A revision as a workbook to work on: the empty template where it has no lines',
      params: REVISION,
      query: IN_LANGUAGE,
      run: async ({ actor, params: { id, revision }, query: { language = 'en' } }) => {
        const made = await billWorkbook(database, actor, { model_id: id, revision, language })
        return 'refused' in made ? made : { done: new FileAnswer(made.done.bytes, made.done.name, WORKBOOK) }
      },
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/models/:id/bills/:revision/workbook',
      command: 'import_bill_workbook',
      summary:
        'Take the lines of a draft from a workbook; of one with errors nothing is taken, and it is kept with them',
      params: REVISION,
      query: Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }), name: text(200) }),
      upload: { media_type: WORKBOOK, largest: RETURN_LIMITS.bytes },
      done: IMPORTED,
      run: async ({ actor, once, params: { id, revision }, query: { version, name }, body }) =>
        await importBillWorkbook(
          { ...recorder, once },
          actor,
          { model_id: id, revision, version },
          { name, bytes: body },
        ),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/bill-workbooks/:id/annotated',
      command: 'see_bill_errors',
      summary: 'A workbook of a bill that was kept for its errors, with them marked in its cells',
      params: Type.Object({ id: ID }),
      query: IN_LANGUAGE,
      run: async ({ actor, params: { id }, query: { language = 'en' } }) => {
        const copy = await annotatedBillWorkbook(database, actor, { document_id: id, language })
        return 'refused' in copy ? copy : { done: new FileAnswer(copy.done, 'annotated.xlsx', WORKBOOK) }
      },
    }),
  ]
}
