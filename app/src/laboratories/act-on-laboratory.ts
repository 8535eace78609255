/** What the forms of a laboratory's page do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, REASON } from '../kernel/field-schemas.ts'
import { idAsked, mustBeAllowed, type PageContext, pageCall, seeOther } from '../pages/page-call.ts'
import { readDecision, readForm, sentBack } from '../pages/read-form.ts'
import { LABORATORY_ORDERS } from './laboratory.ts'
import { approveLaboratoryOrder, declineLaboratoryOrder, proposeLaboratoryOrder } from './order-laboratory.ts'

export async function actOnLaboratory(context: PageContext, number: string, order: string | null, form: FormData) {
  return order === null
    ? await propose(context, number, form)
    : await decide(context, number, idAsked(context, order), form)
}

async function propose(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'propose_laboratory_order')
  const properties = { order: { enum: LABORATORY_ORDERS }, effective_on: DAY, reasons: REASON }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { order, effective_on, reasons } = read.done
  const kind = LABORATORY_ORDERS.find((one) => one === order) ?? 'suspend'
  const wanted = { number, kind, effective_on, reasons }
  const outcome = await proposeLaboratoryOrder(context.get(recorderContext), context.get(pageCall).actor, wanted)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { laboratory_order_unfit: 'order' })
  return seeOther(`/laboratories/${number}`, 'proposed')
}

async function decide(context: PageContext, number: string, id: string, form: FormData) {
  const { typed, read } = readDecision(form, 'approved', 'declined')
  if ('refused' in read) return sentBack(context, read.refused, typed)
  mustBeAllowed(context, read.done.kind === 'approved' ? 'approve_laboratory_order' : 'decline_laboratory_order')
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const outcome =
    read.done.kind === 'approved'
      ? await approveLaboratoryOrder(recorder, actor, id)
      : await declineLaboratoryOrder(recorder, actor, { id, reason: read.done.reason })
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/laboratories/${number}`, read.done.kind)
}
