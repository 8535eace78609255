/** The draft for which a workbook comes, and what its form does. */
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { type PageContext, pageCall, seeOther, settled } from '../../pages/page-call.ts'
import { readForm, sentBack, sentFile } from '../../pages/read-form.ts'
import { revisionAsked } from '../../products/bills/bill-view.ts'
import { readBill } from '../../products/bills/read-bills.ts'
import { importBillWorkbook } from './import-bill-workbook.ts'

export async function showBillWorkbook(context: PageContext, params: Params) {
  const { id, revision } = revisionAsked(context, params)
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const { model, bill } = settled(context, await readBill(database, actor, id, revision))
  return {
    model: { id, name: model.name },
    revision,
    version: bill.version,
    isDraft: bill.released_at === null,
  }
}

const VERSION = { properties: { version: { pattern: '^[1-9]\\d{0,6}$' } } } as const

export async function uploadBillWorkbook(context: PageContext, params: Params, form: FormData) {
  const { id, revision } = revisionAsked(context, params)
  const { read } = readForm(form, VERSION)
  if ('refused' in read) return sentBack(context, read.refused, {})
  const file = sentFile(form, 'file')
  if (file === undefined) return sentBack(context, { code: 'field_empty' }, {}, { field_empty: 'file' })
  const seen = { model_id: id, revision, version: Number(read.done.version) }
  const given = { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
  const { actor } = context.get(pageCall)
  const imported = await importBillWorkbook(context.get(recorderContext), actor, seen, given)
  if ('refused' in imported) return sentBack(context, imported.refused, {}, { bill_faulty: 'file' })
  return imported.done.version === null
    ? { faulty: imported.done }
    : seeOther(`/models/${id}/bills/${revision}`, 'imported')
}
