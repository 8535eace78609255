/** Returns: the empty workbook, uploading, the annotated copy, filing, review. */
import { Type } from 'typebox'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../../kernel/authority.ts'
import { today, todayText } from '../../kernel/clock.ts'
import {
  DAY,
  HASH,
  ID,
  INSTANT,
  LANGUAGE,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  PERIOD,
  PROGRAMME,
  REASON,
  SECOND_FACTOR,
  text,
} from '../../kernel/field-schemas.ts'
import { FileAnswer, fileRoute, type Route, route, uploadRoute } from '../../kernel/route.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { DocumentDestroyed } from '../../documents/document.ts'
import { answerShown } from '../../kernel/answer-shown.ts'
import type { ManufacturerRefusal } from '../../manufacturers/manufacturer.ts'
import type { NoOrganization } from '../../people/see-organization.ts'
import type { SecondFactorRefusal } from '../../people/set-up-second-factor.ts'
import type { ConfirmSignature } from '../../people/signature-context.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { CSV, JSON_RETURN, WORKBOOK, ZIP } from '../return-doors.ts'
import { RETURN_LIMITS } from '../return-limits.ts'
import { ANY_RETURN } from '../schema/return-json-schema.ts'
import { fileReturn, shownHash } from './file-return.ts'
import { listReturns } from './list-returns.ts'
import { readDifference, type VersionDifference } from './read-difference.ts'
import { annotatedCopy, emptyWorkbook, readAgreement, readFiledReturn, readJsonSchema } from './read-returns.ts'
import { recordRates } from './record-rates.ts'
import { type RatesBroken, type Return, standingOf, statusOf } from './return.ts'
import { returnsOwedAsked } from './returns-owed.ts'
import { readLocks } from './read-locks.ts'
import { lockPeriod } from './lock-period.ts'
import type { PeriodLock } from './period-lock.ts'
import { reviewReturn } from './review-return.ts'
import { ORDERS, STANDINGS } from './wanted-returns.ts'
import { withdrawDraft } from './withdraw-draft.ts'
import { type Uploaded, type UploadRefusal, uploadReturn } from './upload-return.ts'

export const returnsAuthority = {
  fetch_workbook: ['public'],
  see_return_schema: ['public'],
  upload_return: MAKER_ROLES,
  withdraw_draft: MAKER_ROLES,
  file_return: ['maker_signatory'],
  review_return: ['case_officer'],
  lock_period: ['approving_officer'],
  see_return: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_returns: [...OFFICER_ROLES, ...MAKER_ROLES],
  record_rates: ['policy_officer'],
} as const satisfies Authority

/** `annual`, `monthly`: which of the programme's returns it is. */
export const KIND = Type.String({ pattern: '^[a-z][a-z0-9-]{0,30}$' })

const UPLOAD = Type.Object({ programme: PROGRAMME, kind: KIND, period: PERIOD })

const STATUS = oneOf('faulty', 'draft', 'withdrawn', 'filed', 'accepted', 'sent_back', 'superseded')

export const FOUND = Type.Object({
  code: Type.String(),
  severity: oneOf('error', 'warning'),
  sheet: orNull(Type.String()),
  row: orNull(Type.Integer()),
  column: orNull(Type.String()),
  place: Type.Optional(Type.String()),
  sentence: Type.Object({ en: Type.String(), ur: Type.String() }),
})

const RETURN = Type.Object({
  id: ID,
  manufacturer_id: ID,
  programme: PROGRAMME,
  kind: KIND,
  period: PERIOD,
  status: STATUS,
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      status: STATUS,
      document_id: ID,
      release_id: ID,
      rate_table_id: orNull(ID),
      errors: Type.Array(FOUND),
      error_count: Type.Integer(),
      uploaded_at: INSTANT,
      uploaded_by: Type.String(),
    }),
  ),
  events: Type.Array(
    Type.Object({
      position: Type.Integer(),
      kind: oneOf('filed', 'accepted', 'sent_back', 'withdrawn'),
      version: Type.Integer(),
      signed_hash: orNull(HASH),
      reason: orNull(Type.String()),
      recorded_at: INSTANT,
      recorded_by: Type.String(),
    }),
  ),
})

const WANTED = Type.Object({
  ...PAGE_QUERY.properties,
  programme: Type.Optional(PROGRAMME),
  period: Type.Optional(PERIOD),
  standing: Type.Optional(oneOf(...STANDINGS)),
  manufacturer: Type.Optional(ID),
  late: Type.Optional(Type.Boolean()),
  order: Type.Optional(oneOf(...ORDERS)),
})

const LOCK = Type.Object({
  id: ID,
  manufacturer_id: ID,
  programme: PROGRAMME,
  period: PERIOD,
  first_on: DAY,
  last_on: DAY,
  kind: oneOf('locked', 'unlocked'),
  reason: Type.String(),
  recorded_at: INSTANT,
  recorded_by: Type.String(),
})

const OWED = Type.Object({
  programme: PROGRAMME,
  kind: KIND,
  period: PERIOD,
  due_on: DAY,
  return_id: orNull(ID),
  filed_on: orNull(DAY),
  days_late: Type.Integer(),
})

const BILINGUAL = Type.Object({ en: Type.String(), ur: Type.String() })

const HELD = Type.Object({
  kind: KIND,
  title: BILINGUAL,
  filed: Type.Array(PERIOD),
  missing: Type.Array(PERIOD),
  disagreements: Type.Array(
    Type.Object({
      agreement: Type.String(),
      label: BILINGUAL,
      of: Type.String(),
      annual: Type.String(),
      months: Type.String(),
      difference: Type.String(),
      lines: Type.Array(
        Type.Object({ period: orNull(PERIOD), sheet: Type.String(), rows: Type.Array(Type.Integer()) }),
      ),
    }),
  ),
})

const CHANGES = { added: Type.Integer(), removed: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer() }

const DIFFERENCE = Type.Object({
  before: Type.Integer(),
  after: Type.Integer(),
  sheets: Type.Array(Type.Object({ sheet: Type.String(), ...CHANGES })),
  items: Type.Array(
    Type.Object({
      sheet: Type.String(),
      change: oneOf('added', 'removed', 'changed'),
      key: Type.Array(Type.Object({ column: Type.String(), value: Type.String() })),
      row: Type.Object({ before: orNull(Type.Integer()), after: orNull(Type.Integer()) }),
      cells: Type.Array(
        Type.Object({ column: Type.String(), before: orNull(Type.String()), after: orNull(Type.String()) }),
      ),
    }),
  ),
  next: orNull(Type.Integer()),
})

const LINES_A_PAGE = 100
/** A difference is not kept anywhere: where its next page begins is how many lines were shown. */
const LINES_QUERY = Type.Object({
  cursor: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
})

function differenceShown(
  { before, after, sheets, lines }: VersionDifference,
  { cursor = 0, limit = LINES_A_PAGE }: { readonly cursor?: number; readonly limit?: number },
) {
  const end = cursor + limit
  return {
    before: before.version,
    after: after.version,
    sheets: sheets.map(({ sheet, ...counts }) => ({ sheet: sheet.name, ...counts })),
    items: lines.slice(cursor, end).map(({ sheet, change, key, row, cells }) => ({
      sheet: sheet.name,
      change,
      key: key.map(({ column, value }) => ({ column: column.name, value })),
      row,
      cells: cells.map((one) => ({
        column: one.column.name,
        before: one.before === '' ? null : one.before,
        after: one.after === '' ? null : one.after,
      })),
    })),
    next: end < lines.length ? end : null,
  }
}

function shown(found: Return) {
  return {
    ...found,
    status: standingOf(found),
    versions: found.versions.map((version) => ({ ...version, status: statusOf(found, version.version) })),
  }
}

function answerOf(found: Return) {
  return { done: shown(found) }
}

const BY_ID = Type.Object({ id: ID })
const VERSION = Type.Object({ id: ID, version: Type.Integer({ minimum: 1, maximum: 10_000 }) })
const FILE = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' })
const OTHER_FORMS = { [JSON_RETURN]: ANY_RETURN, [CSV]: FILE, [ZIP]: FILE }
const IN_LANGUAGE = Type.Object({ language: Type.Optional(LANGUAGE) })

export function returnsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  confirm: ConfirmSignature,
): readonly Route<
  UploadRefusal | DocumentDestroyed | ManufacturerRefusal | RatesBroken | NoOrganization | SecondFactorRefusal
>[] {
  const { database } = recorder
  return [
    fileRoute({
      method: 'GET',
      url: '/api/workbooks/:programme/:kind',
      command: 'fetch_workbook',
      summary: 'The empty workbook in which a return of that kind is filed',
      params: Type.Object({ programme: PROGRAMME, kind: KIND }),
      query: IN_LANGUAGE,
      run: async ({ actor, params: { programme, kind }, query }) => {
        const day = todayText(recorder.clock)
        const { language = 'en' } = query
        const made = await emptyWorkbook(database, shelf, actor, { programme, kind, day, language })
        return 'refused' in made ? made : { done: new FileAnswer(made.done, `${programme}-${kind}.xlsx`, WORKBOOK) }
      },
    }),
    route({
      method: 'GET',
      url: '/api/programmes/:programme/returns/:kind/schema',
      command: 'see_return_schema',
      summary: 'What a return of that kind asks for as JSON Schema, of the template in use or of a version of it',
      params: Type.Object({ programme: PROGRAMME, kind: KIND }),
      query: Type.Object({ version: Type.Optional(text(30)) }),
      done: Type.Unsafe<Readonly<Record<string, unknown>>>({ type: 'object', additionalProperties: true }),
      run: async ({ actor, params, query: { version } }) => {
        const day = todayText(recorder.clock)
        return await readJsonSchema(database, shelf, actor, { ...params, day, version })
      },
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/returns',
      command: 'upload_return',
      summary: 'Upload the return of a period as a workbook, CSV or JSON; one with errors is kept too, with its errors',
      query: Type.Object({ ...UPLOAD.properties, name: text(200), manufacturer_id: Type.Optional(ID) }),
      upload: { media_type: WORKBOOK, largest: RETURN_LIMITS.bytes, others: OTHER_FORMS },
      done: Type.Object({ found: RETURN, version: Type.Integer() }),
      run: async ({ actor, once, query, body, media_type }) =>
        await answerShown(
          recorder,
          once,
          ({ found, version }: Uploaded) => ({ done: { found: shown(found), version } }),
          async (recording) => await uploadReturn(recording, shelf, actor, { ...query, media_type, bytes: body }),
        ),
    }),
    route({
      method: 'GET',
      url: '/api/returns',
      command: 'see_returns',
      summary: 'The returns that one may see, newest first, or those that are wanted of them',
      query: WANTED,
      done: listOf(RETURN),
      run: async ({ actor, query: { manufacturer, ...wanted } }) => {
        const page = await listReturns(recorder, shelf, actor, { ...wanted, manufacturer_id: manufacturer }, wanted)
        return 'refused' in page ? page : { done: { ...page.done, items: page.done.items.map(shown) } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/returns-owed',
      command: 'see_returns',
      summary: 'The returns that a manufacturer owed or owes by today: by when, filed on which day, how late',
      params: BY_ID,
      done: Type.Object({ items: Type.Array(OWED) }),
      run: async ({ actor, params: { id } }) => {
        const owed = await returnsOwedAsked(database, shelf, actor, id, today(recorder.clock))
        return 'refused' in owed ? owed : { done: { items: owed.done } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/returns/:id',
      command: 'see_return',
      summary: 'A return with its versions and what was decided about them',
      params: BY_ID,
      done: RETURN,
      run: async ({ actor, params }) => {
        const found = await readFiledReturn(database, actor, params.id)
        return 'refused' in found ? found : { done: shown(found.done) }
      },
    }),
    fileRoute({
      method: 'GET',
      url: '/api/returns/:id/versions/:version/annotated',
      command: 'see_return',
      summary: 'The file with what was found in it marked in its cells',
      params: VERSION,
      query: IN_LANGUAGE,
      run: async ({ actor, params, query: { language = 'en' } }) => {
        const copy = await annotatedCopy(recorder, shelf, actor, { ...params, language })
        return 'refused' in copy ? copy : { done: new FileAnswer(copy.done, 'annotated.xlsx', WORKBOOK) }
      },
    }),
    route({
      method: 'GET',
      url: '/api/returns/:id/versions/:version/agreement',
      command: 'see_return',
      summary: 'Where a yearly return and the returns of its months do not agree, with size and lines',
      params: VERSION,
      done: Type.Object({ items: Type.Array(HELD) }),
      run: async ({ actor, params }) => {
        const held = await readAgreement(database, shelf, actor, params)
        return 'refused' in held ? held : { done: { items: held.done } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/returns/:id/versions/:version/difference',
      command: 'see_return',
      summary: 'What this version changes, line by line, in the one that was filed before it',
      params: VERSION,
      query: LINES_QUERY,
      done: DIFFERENCE,
      run: async ({ actor, params, query }) => {
        const read = await readDifference(database, shelf, actor, params)
        return 'refused' in read ? read : { done: differenceShown(read.done, query) }
      },
    }),
    route({
      method: 'GET',
      url: '/api/returns/:id/versions/:version/to-sign',
      command: 'file_return',
      summary: 'The hash of what is signed when this version is filed',
      params: VERSION,
      done: Type.Object({ shown_hash: HASH }),
      run: async ({ actor, params }) => {
        const shown_hash = await shownHash(recorder, actor, params.id, params.version)
        return shown_hash === undefined ? { refused: { code: 'return_unknown' } } : { done: { shown_hash } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/returns/:id/versions/:version/filing',
      command: 'file_return',
      summary: 'File a version, signed with the second factor over the hash of what was shown',
      params: VERSION,
      body: Type.Object({ shown_hash: HASH, second_factor: SECOND_FACTOR }),
      done: RETURN,
      run: async ({ actor, once, params, body: { shown_hash, second_factor } }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          return await fileReturn(recording, shelf, actor, { ...params, shown_hash }, async () => {
            return await confirm(actor, second_factor, shown_hash)
          })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/returns/:id/versions/:version/withdrawal',
      command: 'withdraw_draft',
      summary: 'Withdraw a version that has not been filed',
      params: VERSION,
      done: RETURN,
      run: async ({ actor, once, params }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          return await withdrawDraft(recording, actor, params)
        }),
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/period-locks',
      command: 'see_returns',
      summary: 'What was locked and unlocked of the periods of a manufacturer, in its order, with the reasons',
      params: BY_ID,
      done: Type.Object({ items: Type.Array(LOCK) }),
      run: async ({ actor, params: { id } }) => {
        const read = await readLocks(database, actor, id)
        return 'refused' in read ? read : { done: { items: read.done.locks } }
      },
    }),
    route({
      method: 'POST',
      url: '/api/period-locks',
      command: 'lock_period',
      summary: 'Lock a period of a manufacturer with the reason, or unlock it',
      body: Type.Object({
        manufacturer_id: ID,
        programme: PROGRAMME,
        period: PERIOD,
        kind: oneOf('locked', 'unlocked'),
        reason: REASON,
      }),
      done: LOCK,
      run: async ({ actor, once, body }) =>
        await answerShown(
          recorder,
          once,
          (lock: PeriodLock) => ({ done: lock }),
          async (recording) => await lockPeriod(recording, shelf, actor, body),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/returns/:id/review',
      command: 'review_return',
      summary: 'Accept the version that was filed, or send it back with the reason',
      params: BY_ID,
      body: Type.Union([
        Type.Object({ kind: Type.Literal('accepted') }),
        Type.Object({ kind: Type.Literal('sent_back'), reason: REASON }),
      ]),
      done: RETURN,
      run: async ({ actor, once, params, body }) =>
        await answerShown(recorder, once, answerOf, async (recording) => {
          return await reviewReturn(recording, shelf, actor, { id: params.id, ...body })
        }),
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/rates',
      command: 'record_rates',
      summary: 'Put a table of official rates in the place of the one before: date, currency, rate, source',
      upload: { media_type: 'text/csv', largest: RETURN_LIMITS.bytes },
      done: Type.Object({ id: ID }),
      run: async ({ actor, once, body }) =>
        await answerShown(
          recorder,
          once,
          (id: string) => ({ done: { id } }),
          async (recording) => await recordRates(recording, actor, body),
        ),
    }),
  ]
}
