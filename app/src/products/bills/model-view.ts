/** A model as its page shows it, and what the forms of the page do. */
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { todayText } from '../../kernel/clock.ts'
import { DAY, REASON, text } from '../../kernel/field-schemas.ts'
import { idAsked, type PageContext, pageCall, seeOther, settled } from '../../pages/page-call.ts'
import { readForm, sentBack, sentFile } from '../../pages/read-form.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { statusOn } from '../model.ts'
import { readModel } from '../read-models.ts'
import { recordApproval, recordTac, withdrawModel } from '../record-approval.ts'
import { kindOf } from '../show-models.ts'
import { beginRevision } from './edit-bill.ts'
import { readBills } from './read-bills.ts'

export type ModelShown = Awaited<ReturnType<typeof showModel>>

export async function showModel(context: PageContext, params: Params) {
  const id = idAsked(context, params['id'])
  const { actor, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const model = settled(context, await readModel(database, actor, id))
  const bills = settled(context, await readBills(database, actor, id))
  const laws = await lawsCalled(context, model.programme === null ? [] : [model.programme])
  return {
    model,
    status: statusOn(model, todayText(clock)),
    kind: kindOf(context, laws, model),
    isMaker: may('record_approval') && model.manufacturer_id === actor.organization,
    bills: bills.map(({ lines, ...bill }) => ({ ...bill, line_count: lines.length })),
  }
}

const FIELDS = {
  approve: {
    properties: { number: text(60), authority: text(200), effective_on: DAY, valid_until: { maxLength: 10 } },
  },
  code: { properties: { tac: { pattern: '^\\d{8}$' } } },
  withdraw: { properties: { withdrawn_on: DAY, reason: REASON } },
} as const

export async function actOnModel(context: PageContext, params: Params, form: FormData) {
  const id = idAsked(context, params['id'])
  const act = form.get('act')
  if (act === 'approve') return await approve(context, id, form)
  if (act === 'code') return await addCode(context, id, form)
  if (act === 'withdraw') return await withdraw(context, id, form)
  const begun = await beginRevision(context.get(recorderContext), context.get(pageCall).actor, id)
  if ('refused' in begun) return sentBack(context, begun.refused, {})
  return seeOther(`/models/${id}/bills/${begun.done.revision}`, 'begun')
}

async function approve(context: PageContext, id: string, form: FormData) {
  const { typed, read } = readForm(form, FIELDS.approve)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const until = read.done.valid_until === '' ? undefined : readForm(form, { properties: { valid_until: DAY } }).read
  if (until !== undefined && 'refused' in until) return sentBack(context, until.refused, typed)
  const file = sentFile(form, 'certificate')
  const certificate = file === undefined ? undefined : { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
  const { actor } = context.get(pageCall)
  const outcome = await recordApproval(context.get(recorderContext), actor, {
    ...read.done,
    id,
    valid_until: until?.done.valid_until ?? null,
    certificate,
  })
  if ('refused' in outcome)
    return sentBack(context, outcome.refused, typed, {
      approval_period: 'valid_until',
      file_type_unfit: 'certificate',
    })
  return seeOther(`/models/${id}`, 'approved')
}

async function addCode(context: PageContext, id: string, form: FormData) {
  const { typed, read } = readForm(form, FIELDS.code)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const outcome = await recordTac(context.get(recorderContext), context.get(pageCall).actor, { id, ...read.done })
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { tac_taken: 'tac' })
  return seeOther(`/models/${id}`, 'code')
}

async function withdraw(context: PageContext, id: string, form: FormData) {
  const { typed, read } = readForm(form, FIELDS.withdraw)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { withdrawn_on, reason } = read.done
  const { actor } = context.get(pageCall)
  const outcome = await withdrawModel(context.get(recorderContext), actor, { id, effective_on: withdrawn_on, reason })
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/models/${id}`, 'withdrawn')
}
