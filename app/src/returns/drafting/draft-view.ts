/** What the pages on which a return is entered are given, and what their forms do. */
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { readAs } from '../../kernel/transaction.ts'
import {
  idAsked,
  mustBeAllowed,
  notHere,
  type PageContext,
  pageCall,
  refused,
  seeOther,
  settled,
} from '../../pages/page-call.ts'
import { readForm, sentBack } from '../../pages/read-form.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { schemaOfVersion } from '../filing/earlier-template.ts'
import { readFiledReturn } from '../filing/read-returns.ts'
import { returnsCalled } from '../filing/returns-called.ts'
import { uploadReturn } from '../filing/upload-return.ts'
import type { ReturnError } from '../return-errors.ts'
import type { ReturnSchema, ReturnSheet } from '../schema/return-schema.ts'
import { carried, type DraftContent, readContent, withLine, writeContent } from './draft-lines.ts'
import { beginDraft, discardDraft, editDraft } from './edit-draft.ts'
import { FIRST_ROW } from './first-row.ts'
import { columnViewOf, errorsIn, saidIn, shownValue } from './line-view.ts'
import { type OpenDraft, openDraft, uploadOf } from './read-draft.ts'
import { lineOf } from './typed-line.ts'

const MOST_FOUND = 100
const LINES_A_PAGE = 50

interface Opened extends OpenDraft {
  readonly content: DraftContent
}

async function opened(context: PageContext, params: Params): Promise<Opened> {
  const { actor } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  const open = settled(context, await openDraft(context.get(recorderContext), context.get(shelfContext), actor, id))
  return { ...open, content: readContent(open.draft.content) }
}

/** What every page of a draft says at its head. */
async function headOf(context: PageContext, { found, draft, content, schema }: Opened) {
  const laws = await lawsCalled(context, [found.programme])
  return {
    id: found.id,
    revision: draft.revision,
    period: found.period,
    kind: (await returnsCalled(context, [found.programme]))(found),
    programme: laws(found.programme).title,
    isStale: content.version !== schema.version,
  }
}

export async function showDraft(context: PageContext, params: Params) {
  const { language } = context.get(pageCall)
  const open = await opened(context, params)
  const { content, schema, read } = open
  const found = read.ok ? read.warnings : read.errors
  return {
    ...(await headOf(context, open)),
    changed_at: open.draft.changed_at,
    begun_from: open.draft.begun_from,
    sheets: schema.sheets.map((sheet) => ({
      name: sheet.name,
      label: sheet.label[language],
      note: sheet.note?.[language],
      lines: content.sheets.get(sheet.name)?.length ?? 0,
      errors: errorsIn(found, sheet.name).filter(({ severity }) => severity === 'error').length,
    })),
    errors: read.ok ? 0 : read.total,
    found: found.slice(0, MOST_FOUND).map((one) => ({
      severity: one.severity,
      sentence: saidIn(one, language),
      ...placeOf(schema, one, language),
    })),
  }
}

export type DraftShown = Awaited<ReturnType<typeof showDraft>>

/** The sheet and, where it is about one, the line that it leads to. */
function placeOf({ sheets }: ReturnSchema, { place = '' }: ReturnError, language: 'en' | 'ur') {
  const [, , name, line] = place.split('/')
  const sheet = sheets.find((one) => one.name === name)
  return {
    sheet: sheet === undefined ? null : { name: sheet.name, label: sheet.label[language] },
    line: sheet === undefined || line === undefined ? null : Number(line),
  }
}

function sheetAsked(context: PageContext, { sheets }: ReturnSchema, name: string | undefined): ReturnSheet {
  const sheet = sheets.find((one) => one.name === name)
  if (sheet === undefined) throw notHere(context)
  return sheet
}

export async function showSheet(context: PageContext, params: Params, request: Request) {
  const { language } = context.get(pageCall)
  const open = await opened(context, params)
  const sheet = sheetAsked(context, open.schema, params['sheet'])
  const asked = new URL(request.url).searchParams.get('after') ?? '0'
  if (!/^\d{1,6}$/.test(asked)) throw notHere(context)
  const from = Number(asked)
  const lines = open.content.sheets.get(sheet.name) ?? []
  const errors = errorsIn(open.read.ok ? open.read.warnings : open.read.errors, sheet.name)
  const columns = sheet.columns.map((column) => columnViewOf(column, language, open.schema.currency))
  return {
    ...(await headOf(context, open)),
    sheet: {
      name: sheet.name,
      label: sheet.label[language],
      note: sheet.note?.[language],
      isFull: isFull(sheet, lines),
    },
    columns: columns.map(({ name, label, isFigure, isPlain }) => ({ name, label, isFigure, isPlain })),
    lines: lines.slice(from, from + LINES_A_PAGE).map((line, nth) => ({
      at: from + nth,
      row: from + nth + FIRST_ROW,
      values: columns.map((column) => shownValue(column, line.get(column.name))),
      found: errors
        .filter(({ line: at }) => at === from + nth)
        .map((one) => ({ severity: one.severity, sentence: saidIn(one, language) })),
    })),
    ofSheet: errors
      .filter(({ line }) => line === undefined)
      .map((one) => ({ severity: one.severity, sentence: saidIn(one, language) })),
    count: lines.length,
    after: from === 0 ? undefined : String(from),
    next: from + LINES_A_PAGE < lines.length ? String(from + LINES_A_PAGE) : undefined,
  }
}

export type SheetShown = Awaited<ReturnType<typeof showSheet>>

function isFull({ oneLine, mostRows }: ReturnSheet, { length }: readonly unknown[]): boolean {
  return length >= (oneLine ? 1 : mostRows)
}

/** Which line an address means; undefined for a new one. */
function lineAsked(context: PageContext, asked: string | undefined): number | undefined {
  if (asked === 'new') return undefined
  if (asked === undefined || !/^\d{1,6}$/.test(asked)) throw notHere(context)
  return Number(asked) - FIRST_ROW
}

export async function showLine(context: PageContext, params: Params) {
  const { language } = context.get(pageCall)
  const open = await opened(context, params)
  const sheet = sheetAsked(context, open.schema, params['sheet'])
  const at = lineAsked(context, params['line'])
  const lines = open.content.sheets.get(sheet.name) ?? []
  const line = at === undefined ? undefined : lines[at]
  if (at !== undefined && line === undefined)
    throw refused(context.get(pageCall).problemOf({ code: 'draft_line_gone' }))
  const found = errorsIn(open.read.ok ? open.read.warnings : open.read.errors, sheet.name).filter(
    (one) => at !== undefined && one.line === at,
  )
  const say = (one: ReturnError) => ({ code: one.code, severity: one.severity, sentence: saidIn(one, language) })
  return {
    ...(await headOf(context, open)),
    sheet: { name: sheet.name, label: sheet.label[language], note: sheet.note?.[language] },
    row: at === undefined ? undefined : at + FIRST_ROW,
    columns: sheet.columns.map((column) => ({
      ...columnViewOf(column, language, open.schema.currency),
      value: line?.get(column.name)?.text ?? '',
      found: found.filter((one) => one.column === column.name).map(say),
    })),
    ofLine: found.filter((one) => one.column === undefined).map(say),
  }
}

export type LineShown = Awaited<ReturnType<typeof showLine>>

const REVISION = { revision: { pattern: '^[1-9]\\d{0,8}$' } } as const

/** Of what is typed into a cell; what is longer than a value may be, the check says. */
const LONGEST_CELL = 2_000

export async function actOnLine(context: PageContext, params: Params, form: FormData) {
  const open = await opened(context, params)
  const sheet = sheetAsked(context, open.schema, params['sheet'])
  const at = lineAsked(context, params['line'])
  const names = sheet.columns.map(({ name }) => [`cell_${name}`, { maxLength: LONGEST_CELL }] as const)
  const { typed, read } = readForm(form, { properties: { ...REVISION, ...Object.fromEntries(names) } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const isRemoved = form.get('act') === 'remove'
  const line = isRemoved ? undefined : lineOf(sheet, typed)
  if (line?.size === 0)
    return sentBack(context, { code: 'field_empty' }, typed, { field_empty: `cell_${sheet.columns[0]?.name}` })
  const seen = { return_id: open.found.id, revision: Number(read.done.revision) }
  const edited = await editDraft(context.get(recorderContext), context.get(pageCall).actor, seen, (draft, found) => {
    const changed = withLine(readContent(draft.content), open.schema, { sheet: sheet.name, at, line })
    return 'refused' in changed ? changed : { done: writeContent(found, changed.done) }
  })
  if ('refused' in edited) return sentBack(context, edited.refused, typed)
  const home = `/returns/${open.found.id}/draft/${sheet.name}`
  if (isRemoved) return seeOther(home, 'removed')
  // What was saved is checked by the page that shows it: a line with errors comes back with them.
  const place = at ?? (readContent(edited.done.content).sheets.get(sheet.name)?.length ?? 1) - 1
  const after = await opened(context, params)
  const wrong = errorsIn(after.read.ok ? [] : after.read.errors, sheet.name)
  const isWrong = wrong.some((one) => one.line === place && one.severity === 'error')
  return isWrong ? seeOther(`${home}/lines/${place + FIRST_ROW}`, 'saved_wrong') : seeOther(home, 'saved')
}

const FROM = { properties: { version: { pattern: '^[1-9]\\d{0,3}$' } } } as const

/** From a version of the return, or where a draft is open already, with that. */
async function beginFrom(context: PageContext, params: Params, form: FormData) {
  mustBeAllowed(context, 'begin_draft')
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const { read } = readForm(form, FROM)
  if ('refused' in read) return sentBack(context, read.refused, {})
  const found = settled(context, await readFiledReturn(recorder.database, actor, idAsked(context, params['id'])))
  const version = Number(read.done.version)
  const draft = settled(context, await beginDraft(recorder, context.get(shelfContext), actor, found, version))
  return seeOther(
    `/returns/${found.id}/draft`,
    draft.begun_from === version && draft.revision === 1 ? 'begun' : 'resumed',
  )
}

/** The whole draft becomes a version, is carried into another template, or is given up. */
export async function actOnDraft(context: PageContext, params: Params, form: FormData) {
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  if (form.get('act') === 'begin') return await beginFrom(context, params, form)
  const { found, draft, schema } = await opened(context, params)
  const { read } = readForm(form, { properties: REVISION })
  if ('refused' in read) return sentBack(context, read.refused, {})
  const seen = { return_id: found.id, revision: Number(read.done.revision) }
  const act = form.get('act')
  if (act === 'discard') {
    const discarded = await discardDraft(recorder, actor, seen)
    return 'refused' in discarded
      ? sentBack(context, discarded.refused, {})
      : seeOther(`/returns/${found.id}`, 'discarded')
  }
  if (act === 'carry') {
    const { version, ...others } = readContent(draft.content)
    const { programme, kind } = found
    const old = await readAs(recorder.database, actor, async (tables) => {
      return await schemaOfVersion(tables, shelf, { programme, kind, version })
    })
    const content = carried({ version, ...others }, old ?? schema, schema)
    const edited = await editDraft(recorder, actor, seen, () => ({ done: writeContent(found, content) }))
    return 'refused' in edited
      ? sentBack(context, edited.refused, {})
      : seeOther(`/returns/${found.id}/draft`, 'carried')
  }
  const outcome = await uploadReturn(recorder, shelf, actor, { ...uploadOf(found, draft), draft: seen })
  if ('refused' in outcome) return sentBack(context, outcome.refused, {})
  return seeOther(`/returns/${found.id}/versions/${outcome.done.version}`, 'uploaded')
}
