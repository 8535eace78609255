/** What the forms of consultations do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, ID, LONG_WORDS, text } from '../kernel/field-schemas.ts'
import { idAsked, mustBeAllowed, notHere, type PageContext, pageCall, seeOther } from '../pages/page-call.ts'
import { readForm, sentBack, sentFile } from '../pages/read-form.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { draftShelf } from '../simulations/drafts/draft-shelf-context.ts'
import { answerComment, commentOnClause, keepAttachment } from './comment-on-clause.ts'
import { OUTCOMES } from './consultation.ts'
import { publishConsultation, reportConsultation } from './publish-consultation.ts'

export const CONSULTATION_FORMS = ['comment', 'answer', 'report'] as const
export type ConsultationForm = (typeof CONSULTATION_FORMS)[number]

export function formAsked(context: PageContext, what: string | undefined): ConsultationForm {
  const found = CONSULTATION_FORMS.find((one) => one === what)
  if (found === undefined) throw notHere(context)
  return found
}

export async function publish(context: PageContext, form: FormData) {
  const { typed, read } = readForm(form, { properties: { simulation_id: ID, words: LONG_WORDS, closes_on: DAY } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const shelves = { shelf: context.get(shelfContext), simulated: context.get(draftShelf) }
  const { actor } = context.get(pageCall)
  const published = await publishConsultation(context.get(recorderContext), shelves, actor, read.done)
  return 'refused' in published
    ? sentBack(context, published.refused, typed, { simulation_unknown: 'simulation_id' })
    : seeOther(`/consultations/${published.done.number}`, 'published')
}

export async function actOnConsultation(
  context: PageContext,
  { number, what, comment }: { readonly number: string; readonly what: ConsultationForm; readonly comment: string },
  form: FormData,
) {
  switch (what) {
    case 'comment':
      return await sayOfClause(context, number, form)
    case 'answer':
      return await answer(context, { number, id: idAsked(context, comment) }, form)
    case 'report':
      return await report(context, number, form)
  }
}

async function sayOfClause(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'comment_on_clause')
  const properties = { clause: text(200), words: LONG_WORDS, how: { enum: ['confidence', 'open'] } }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const file = sentFile(form, 'file')
  const bytes = file === undefined ? undefined : Buffer.from(await file.arrayBuffer())
  const kept =
    file === undefined || bytes === undefined
      ? { done: { id: null } }
      : await keepAttachment(recorder, actor, { number, name: file.name, bytes })
  if ('refused' in kept) return sentBack(context, kept.refused, typed, { file_type_unfit: 'file' })
  const { clause, words, how } = read.done
  const said = { number, clause, words, in_confidence: how === 'confidence', document_id: kept.done.id }
  const made = await commentOnClause(recorder, actor, said)
  return 'refused' in made ? sentBack(context, made.refused, typed) : seeOther(`/consultations/${number}`, 'comment')
}

async function answer(
  context: PageContext,
  { number, id }: { readonly number: string; readonly id: string },
  form: FormData,
) {
  mustBeAllowed(context, 'answer_comment')
  const { typed, read } = readForm(form, { properties: { outcome: { enum: OUTCOMES }, words: LONG_WORDS } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const outcome = OUTCOMES.find((one) => one === read.done.outcome) ?? 'noted'
  const said = { id, outcome, words: read.done.words }
  const answered = await answerComment(context.get(recorderContext), context.get(pageCall).actor, said)
  return 'refused' in answered
    ? sentBack(context, answered.refused, typed)
    : seeOther(`/consultations/${number}`, 'answer')
}

async function report(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'report_consultation')
  const { typed, read } = readForm(form, { properties: { words: LONG_WORDS } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const said = { number, words: read.done.words }
  const reported = await reportConsultation(context.get(recorderContext), context.get(pageCall).actor, said)
  return 'refused' in reported
    ? sentBack(context, reported.refused, typed)
    : seeOther(`/consultations/${number}`, 'report')
}
