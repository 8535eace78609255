/** A revision as its page shows it, and what the forms of the page do. */
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import type { Outcome, Refusal } from '../../kernel/outcome.ts'
import { idAsked, notHere, numberAsked, type PageContext, pageCall, seeOther, settled } from '../../pages/page-call.ts'
import { readForm, sentBack, sentFile } from '../../pages/read-form.ts'
import { type BillLine, type BillRefusal, changesBetween, missingIn } from './bill.ts'
import { readBillCsv } from './bill-csv.ts'
import { LINE_FIELDS, lineOf } from './bill-form.ts'
import { type DraftSeen, editBill, releaseBill } from './edit-bill.ts'
import { importDocument } from './import-document.ts'
import { readBill } from './read-bills.ts'

const MOST_SHOWN = 500

export type BillShown = Awaited<ReturnType<typeof showBill>>

export async function showBill(context: PageContext, params: Params) {
  const { id, revision } = revisionAsked(context, params)
  const { actor, may } = context.get(pageCall)
  const read = settled(context, await readBill(context.get(recorderContext).database, actor, id, revision))
  const { model, bill, basis } = read
  const position = params['position']
  const line = position === undefined ? undefined : bill.lines.find((one) => one.position === position)
  if (position !== undefined && line === undefined) throw notHere(context)
  return {
    model: { id: model.id, name: model.name },
    bill: { ...bill, lines: bill.lines.slice(0, MOST_SHOWN) },
    line,
    count: bill.lines.length,
    missing: bill.lines.slice(0, MOST_SHOWN).map(missingIn),
    changes: basis === undefined ? [] : changesBetween(basis.lines, bill.lines),
    canEdit: may('edit_bill') && model.manufacturer_id === actor.organization && bill.released_at === null,
  }
}

/** The revision that an address names. */
export function revisionAsked(
  context: PageContext,
  params: Params,
): { readonly id: string; readonly revision: number } {
  return { id: idAsked(context, params['id']), revision: numberAsked(context, params['revision']) }
}

const VERSION = { properties: { version: { pattern: '^[1-9]\\d{0,6}$' } } } as const

/** What was not taken from a file is told by the page to which the form leads back, which is this one. */
export async function actOnBill(context: PageContext, params: Params, form: FormData) {
  const { id, revision } = revisionAsked(context, params)
  const { read } = readForm(form, VERSION)
  if ('refused' in read) return sentBack(context, read.refused, {})
  const seen = { model_id: id, revision, version: Number(read.done.version) }
  const home = `/models/${id}/bills/${revision}`
  const act = form.get('act')
  if (act === 'import') return await importFile(context, seen, form, home)
  if (act === 'release') {
    const released = await releaseBill(context.get(recorderContext), context.get(pageCall).actor, seen)
    return 'refused' in released ? sentBack(context, released.refused, {}) : seeOther(home, 'released')
  }
  if (act === 'remove') {
    const position = params['position'] ?? ''
    const without = (lines: readonly BillLine[]) => ({ done: lines.filter((one) => one.position !== position) })
    const edited = await editBill(context.get(recorderContext), context.get(pageCall).actor, seen, without)
    return 'refused' in edited ? sentBack(context, edited.refused, {}) : seeOther(home, 'removed')
  }
  return await putLine(context, params, seen, form, home)
}

async function putLine(context: PageContext, params: Params, seen: DraftSeen, form: FormData, home: string) {
  const { typed, read } = readForm(form, LINE_FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const line = lineOf(read.done)
  const position = params['position']
  const put = (lines: readonly BillLine[]): Outcome<readonly BillLine[], BillRefusal> => ({
    done: position === undefined ? [...lines, line] : lines.map((one) => (one.position === position ? line : one)),
  })
  const edited = await editBill(context.get(recorderContext), context.get(pageCall).actor, seen, put)
  if (!('refused' in edited)) return seeOther(home, position === undefined ? 'entered' : 'changed')
  return sentBack(context, edited.refused, typed, { bill_faulty: controlOf(edited.refused) })
}

/** The control that the place of a fault means: `/3/hs_code` is the one of the HS code, and a substitute is one of several in its own. */
function controlOf(refusal: Refusal & { readonly place?: string }): string {
  const [, , name = 'position'] = (refusal.place ?? '').split('/')
  return name
}

async function importFile(context: PageContext, seen: DraftSeen, form: FormData, home: string) {
  const file = sentFile(form, 'file')
  if (file === undefined) return sentBack(context, { code: 'field_empty' }, {}, { field_empty: 'file' })
  const bytes = Buffer.from(await file.arrayBuffer())
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const controls = { bill_unreadable: 'file', bill_faulty: 'file' }
  if (/\.csv$/i.test(file.name)) {
    const edited = await editBill(recorder, actor, seen, () => readBillCsv(bytes))
    return 'refused' in edited ? sentBack(context, edited.refused, {}, controls) : seeOther(home, 'imported')
  }
  const imported = await importDocument(recorder, actor, seen, bytes)
  if ('refused' in imported) return sentBack(context, imported.refused, {}, controls)
  return imported.done.unknown.length === 0
    ? seeOther(home, 'imported')
    : { imported: true as const, unknown: imported.done.unknown }
}
