/** Bills of materials of models, by revision. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../../kernel/authority.ts'
import { ID, INSTANT, oneOf, orNull, text } from '../../kernel/field-schemas.ts'
import { FileAnswer, fileRoute, type Route, route, uploadRoute } from '../../kernel/route.ts'
import type { ModelRefusal } from '../model.ts'
import { type Bill, type BillRefusal, BOOKS, changesBetween, MOST_LINES, MOST_SUBSTITUTES } from './bill.ts'
import { LARGEST_CSV, readBillCsv, writeBillCsv } from './bill-csv.ts'
import { beginRevision, editBill, releaseBill } from './edit-bill.ts'
import { importDocument } from './import-document.ts'
import { billDocument, readBill, readBills } from './read-bills.ts'
import { LARGEST_DOCUMENT } from './read-cyclonedx.ts'

export const billsAuthority = {
  begin_bill: MAKER_ROLES,
  edit_bill: MAKER_ROLES,
  import_bill: MAKER_ROLES,
  import_bill_table: MAKER_ROLES,
  release_bill: MAKER_ROLES,
  see_bill: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const BOOK = orNull(oneOf(...BOOKS))
/** Null would pass for an empty text, and for nought. */
const TEXT = text(60)
const LINE = Type.Object({
  position: Type.String(),
  part_of: orNull(TEXT),
  part_code: Type.String(),
  part: Type.String(),
  part_version: Type.String(),
  component_class: Type.String(),
  hs_code: Type.String(),
  book: BOOK,
  quantity: orNull(TEXT),
  unit_value: orNull(TEXT),
  supplier: Type.String(),
  substitutes: Type.Array(
    Type.Object({
      part_code: Type.String(),
      part: Type.String(),
      supplier: Type.String(),
      book: BOOK,
      share: orNull(TEXT),
      priority: orNull(Type.Integer({ minimum: 1 })),
    }),
    { maxItems: MOST_SUBSTITUTES },
  ),
})
const HEAD = {
  model_id: ID,
  revision: Type.Integer(),
  basis: orNull(Type.Integer()),
  version: Type.Integer(),
  begun_at: INSTANT,
  changed_at: INSTANT,
  changed_by: Type.String(),
  released_at: orNull(INSTANT),
  released_by: orNull(Type.String()),
}
const BILL = Type.Object({ ...HEAD, lines: Type.Array(LINE) })
const IMPORTED = Type.Object({
  bill: BILL,
  unknown: Type.Array(Type.Object({ name: Type.String(), count: Type.Integer() })),
})

const BY_ID = Type.Object({ id: ID })
const REVISION = Type.Object({ id: ID, revision: Type.Integer({ minimum: 1, maximum: 10_000 }) })
const VERSION = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const SEEN = Type.Object({ version: VERSION })
const CYCLONEDX = 'application/vnd.cyclonedx+json'
const CSV = 'text/csv'

export function billsRoutes(recorder: Recorder): readonly Route<BillRefusal | ModelRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/models/:id/bills',
      command: 'begin_bill',
      summary: 'Begin a revision of the bill of materials of a model, from the newest one where there is one',
      params: BY_ID,
      done: BILL,
      run: async ({ actor, once, params }) => await beginRevision({ ...recorder, once }, actor, params.id),
    }),
    route({
      method: 'GET',
      url: '/api/models/:id/bills',
      command: 'see_bill',
      summary: 'The revisions of the bill of materials of a model, newest first',
      params: BY_ID,
      done: Type.Object({ items: Type.Array(Type.Object({ ...HEAD, line_count: Type.Integer() })) }),
      run: async ({ actor, params }) => {
        const read = await readBills(database, actor, params.id)
        if ('refused' in read) return read
        return { done: { items: read.done.map(({ lines, ...head }) => ({ ...head, line_count: lines.length })) } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/models/:id/bills/:revision',
      command: 'see_bill',
      summary: 'A revision with its lines, and what differs from the one that it was made from',
      params: REVISION,
      done: Type.Object({
        bill: BILL,
        changes: Type.Array(
          Type.Object({
            position: Type.String(),
            kind: oneOf('added', 'removed', 'changed'),
            fields: Type.Array(Type.Object({ name: Type.String(), before: Type.String(), after: Type.String() })),
          }),
        ),
      }),
      run: async ({ actor, params: { id, revision } }) => {
        const read = await readBill(database, actor, id, revision)
        if ('refused' in read) return read
        const { bill, basis } = read.done
        return { done: { bill, changes: basis === undefined ? [] : changesBetween(basis.lines, bill.lines) } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/models/:id/bills/:revision/lines',
      command: 'edit_bill',
      summary: 'Put these lines in the place of those of a draft, of which this version has been seen',
      params: REVISION,
      body: Type.Object({ version: VERSION, lines: Type.Array(LINE, { maxItems: MOST_LINES }) }),
      done: BILL,
      run: async ({ actor, once, params: { id, revision }, body: { version, lines } }) =>
        await editBill({ ...recorder, once }, actor, { model_id: id, revision, version }, () => ({ done: lines })),
    }),
    route({
      method: 'POST',
      url: '/api/models/:id/bills/:revision/release',
      command: 'release_bill',
      summary: 'Release a draft, after which it stays as it is',
      params: REVISION,
      body: SEEN,
      done: BILL,
      run: async ({ actor, once, params: { id, revision }, body }) =>
        await releaseBill({ ...recorder, once }, actor, { model_id: id, revision, ...body }),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/models/:id/bills/:revision/cyclonedx',
      command: 'see_bill',
      summary: 'A revision as a CycloneDX document',
      params: REVISION,
      query: Type.Object({ spec: Type.Optional(oneOf('1.6', '1.7')) }),
      run: async ({ actor, params: { id, revision }, query: { spec = '1.7' } }) => {
        const made = await billDocument(database, actor, { model_id: id, revision, spec })
        if ('refused' in made) return made
        return { done: new FileAnswer(Buffer.from(made.done.text), made.done.name, `${CYCLONEDX}; version=${spec}`) }
      },
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/models/:id/bills/:revision/cyclonedx',
      command: 'import_bill',
      summary: 'Take the lines of a draft from a CycloneDX document, and say what of it was not taken',
      params: REVISION,
      query: SEEN,
      upload: { media_type: CYCLONEDX, largest: LARGEST_DOCUMENT },
      done: IMPORTED,
      run: async ({ actor, once, params: { id, revision }, query, body }) =>
        await importDocument({ ...recorder, once }, actor, { model_id: id, revision, ...query }, body),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/models/:id/bills/:revision/csv',
      command: 'see_bill',
      summary: 'The lines of a revision as a table',
      params: REVISION,
      run: async ({ actor, params: { id, revision } }) => {
        const read = await readBill(database, actor, id, revision)
        if ('refused' in read) return read
        const { model, bill } = read.done
        const name = `${model.name}-${bill.revision}.csv`
        return { done: new FileAnswer(Buffer.from(writeBillCsv(bill.lines)), name, `${CSV}; charset=utf-8`) }
      },
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/models/:id/bills/:revision/csv',
      command: 'import_bill_table',
      summary: 'Take the lines of a draft from a table',
      params: REVISION,
      query: SEEN,
      upload: { media_type: CSV, largest: LARGEST_CSV },
      done: BILL,
      run: async ({
        actor,
        once,
        params: { id, revision },
        query,
        body,
      }): Promise<{ readonly done: Bill } | { readonly refused: BillRefusal | ModelRefusal }> =>
        await editBill({ ...recorder, once }, actor, { model_id: id, revision, ...query }, () => readBillCsv(body)),
    }),
  ]
}
