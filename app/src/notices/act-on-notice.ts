/** What the forms of the page of a notice do, and the file that may come with any of them. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { LONG_WORDS } from '../kernel/field-schemas.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import { mustBeAllowed, type PageContext, pageCall, seeOther } from '../pages/page-call.ts'
import { type FormRefusal, readForm, sentBack, sentFile } from '../pages/read-form.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { answerNotice, considerAnswer } from './answer-notice.ts'
import { discloseFile, keepNoticeFile } from './disclosure/disclose-file.ts'
import { acknowledgeNotice } from './serve-notice.ts'

const POSITION = { pattern: '^[1-9]\\d{0,5}$' }

export async function actOnNotice(context: PageContext, id: string, form: FormData) {
  const act = form.get('act')
  if (act === 'acknowledge') return await acknowledge(context, id, form)
  if (act === 'consider') return await consider(context, id, form)
  return act === 'disclose' ? await disclose(context, id, form) : await answer(context, id, form)
}

/** The notice itself, or a later letter by the position of its event. */
async function acknowledge(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'acknowledge_notice')
  const { read } = readForm(form, { properties: { about: { pattern: '^([1-9]\\d{0,5})?$' } } })
  if ('refused' in read) return sentBack(context, read.refused, {})
  const about = read.done.about === '' ? null : Number(read.done.about)
  const { actor } = context.get(pageCall)
  const outcome = await acknowledgeNotice(context.get(recorderContext), context.get(shelfContext), actor, { id, about })
  if ('refused' in outcome) return sentBack(context, outcome.refused, {})
  return seeOther(about === null ? `/notices/${id}` : '/inbox', 'acknowledged')
}

async function answer(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'answer_notice')
  const { typed, read } = readForm(form, { properties: { words: LONG_WORDS } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const file = await sentNoticeFile(context, id, form)
  if ('refused' in file) return sentBack(context, file.refused, typed, { file_type_unfit: 'file' })
  const { actor } = context.get(pageCall)
  const input = { id, words: read.done.words, document_id: file.done }
  const outcome = await answerNotice(context.get(recorderContext), actor, input)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/notices/${id}`, 'answered')
}

async function consider(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'consider_answer')
  const { typed, read } = readForm(form, { properties: { about: POSITION, considered: LONG_WORDS } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const input = { id, about: Number(read.done.about), words: read.done.considered }
  const outcome = await considerAnswer(context.get(recorderContext), actor, input)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/notices/${id}`, 'considered')
}

async function disclose(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'disclose_file')
  const file = await sentNoticeFile(context, id, form)
  if ('refused' in file) return sentBack(context, file.refused, {}, { file_type_unfit: 'file' })
  const { actor } = context.get(pageCall)
  const outcome = await discloseFile(context.get(recorderContext), actor, { id, document_id: file.done })
  if ('refused' in outcome) return sentBack(context, outcome.refused, {})
  return seeOther(`/notices/${id}`, 'disclosed')
}

/** The identifier of the file that came with a form; null where none was chosen. */
export async function sentNoticeFile(
  context: PageContext,
  id: string,
  form: FormData,
): Promise<Outcome<string | null, Refusal>> {
  const file = sentFile(form, 'file')
  if (file === undefined) return { done: null }
  const bytes = Buffer.from(await file.arrayBuffer())
  const { actor } = context.get(pageCall)
  const kept = await keepNoticeFile(context.get(recorderContext), actor, { id, name: file.name, bytes })
  return 'refused' in kept ? kept : { done: kept.done.id }
}

/** Where a file must come with the form. */
export async function neededNoticeFile(
  context: PageContext,
  id: string,
  form: FormData,
): Promise<Outcome<string, Refusal>> {
  const file = await sentNoticeFile(context, id, form)
  if ('refused' in file) return file
  const none: FormRefusal = { code: 'field_empty', place: '/body/file' }
  return file.done === null ? { refused: none } : { done: file.done }
}
