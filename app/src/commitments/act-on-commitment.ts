/** What the forms of investment and promises do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, ID, REASON, text } from '../kernel/field-schemas.ts'
import { isId } from '../kernel/identifiers.ts'
import { mustBeAllowed, notHere, type PageContext, pageCall, seeOther } from '../pages/page-call.ts'
import { plainAmount } from '../pages/plain-amount.ts'
import { type FormRefusal, MAYBE_DAY, readForm, sentBack, sentFile } from '../pages/read-form.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { CANDIDATE_KINDS, COMPONENT_CLASSES, STAGES } from './candidate.ts'
import { enterCandidate, moveCandidate } from './enter-candidate.ts'
import { PROMISE_KINDS } from './promise.ts'
import { keepPromiseEvidence, recordPromise, recordRealisation } from './record-promise.ts'

export const CANDIDATE_FORMS = ['step', 'promise', 'realisation'] as const
export type CandidateForm = (typeof CANDIDATE_FORMS)[number]

export function formAsked(context: PageContext, what: string | undefined): CandidateForm {
  const found = CANDIDATE_FORMS.find((one) => one === what)
  if (found === undefined) throw notHere(context)
  return found
}

const STEP = { stage: { enum: STAGES }, happened_on: DAY, owner_id: ID, next_step: text(500, 0), next_on: MAYBE_DAY }
const ABOUT = {
  name: text(200),
  kind: { enum: CANDIDATE_KINDS },
  country: { pattern: '^[A-Z]{2}$' },
  manufacturer_id: text(36, 0),
  site: text(200, 0),
  zone: text(200, 0),
}
/** As the interface takes it, or nothing. */
const MAYBE_AMOUNT = { pattern: String.raw`^((0|[1-9]\d{0,14})\.\d{2})?$` }
const MAYBE_CURRENCY = { pattern: '^([A-Z]{3})?$' }

function orNull(said: string): string | null {
  return said === '' ? null : said
}

type StepTyped = Readonly<Record<keyof typeof STEP, string>>

function stepRead({ stage, happened_on, owner_id, next_step, next_on }: StepTyped) {
  return {
    stage: STAGES.find((one) => one === stage) ?? 'enquiry',
    happened_on,
    owner_id,
    next_step: orNull(next_step),
    next_on: orNull(next_on),
  }
}

export async function enter(context: PageContext, form: FormData) {
  const { typed: texts, read } = readForm(form, { properties: { ...ABOUT, ...STEP } })
  const component_classes = COMPONENT_CLASSES.filter((one) => form.get(`makes_${one}`) !== null)
  const typed = { ...texts, ...Object.fromEntries(component_classes.map((one) => [`makes_${one}`, 'yes'])) }
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { name, kind, country, manufacturer_id, site, zone, ...step } = read.done
  if (manufacturer_id !== '' && !isId(manufacturer_id)) return sentBack(context, NOT_A_FIRM, typed)
  const entered = await enterCandidate(context.get(recorderContext), context.get(pageCall).actor, {
    name,
    kind: CANDIDATE_KINDS.find((one) => one === kind) ?? 'brand',
    country,
    manufacturer_id: orNull(manufacturer_id),
    component_classes,
    site: orNull(site),
    zone: orNull(zone),
    ...stepRead(step),
  })
  const controls = {
    candidate_classes: 'component_classes',
    not_authorised: 'manufacturer_id',
    firm_ended: 'manufacturer_id',
  }
  return 'refused' in entered
    ? sentBack(context, entered.refused, typed, controls)
    : seeOther(`/investments/${entered.done.number}`, 'entered')
}

const NOT_A_FIRM: FormRefusal = { code: 'field_not_chosen', place: '/body/manufacturer_id' }
const NO_FILE: FormRefusal = { code: 'field_empty', place: '/body/file' }

export async function actOnCandidate(
  context: PageContext,
  { number, what, promise }: { readonly number: string; readonly what: CandidateForm; readonly promise: string },
  form: FormData,
) {
  switch (what) {
    case 'step':
      return await move(context, number, form)
    case 'promise':
      return await record(context, number, form)
    case 'realisation':
      return await realise(context, { number, promise }, form)
  }
}

async function move(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'move_candidate')
  const { typed, read } = readForm(form, { properties: STEP })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const said = { number, ...stepRead(read.done) }
  const moved = await moveCandidate(context.get(recorderContext), context.get(pageCall).actor, said)
  return 'refused' in moved
    ? sentBack(context, moved.refused, typed, { candidate_over: 'stage' })
    : seeOther(`/investments/${number}`, 'step')
}

/** Its document; null where none was chosen. */
async function evidence(context: PageContext, number: string, form: FormData) {
  const file = sentFile(form, 'file')
  if (file === undefined) return { done: null }
  const bytes = Buffer.from(await file.arrayBuffer())
  const sent = { number, name: file.name, bytes }
  const kept = await keepPromiseEvidence(context.get(recorderContext), context.get(pageCall).actor, sent)
  return 'refused' in kept ? kept : { done: kept.done.id }
}

/** `1,250,000` is an amount, and so is nothing. */
function withPlainAmount(form: FormData): FormData {
  form.set('amount', plainAmount(form.get('amount')))
  return form
}

async function record(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'record_promise')
  const properties = {
    kind: { enum: PROMISE_KINDS },
    words: REASON,
    amount: MAYBE_AMOUNT,
    currency: MAYBE_CURRENCY,
    due_on: DAY,
    programme: text(61, 0),
    provision: text(200, 0),
  }
  const { typed, read } = readForm(withPlainAmount(form), { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const kept = await evidence(context, number, form)
  if ('refused' in kept) return sentBack(context, kept.refused, typed, { file_type_unfit: 'file' })
  const { kind, words, amount, currency, due_on, programme, provision } = read.done
  const recorder = context.get(recorderContext)
  const recorded = await recordPromise(recorder, context.get(shelfContext), context.get(pageCall).actor, {
    candidate: number,
    kind: PROMISE_KINDS.find((one) => one === kind) ?? 'investment',
    words,
    amount: orNull(amount),
    currency: orNull(currency),
    due_on,
    programme: orNull(programme),
    provision: orNull(provision),
    document_id: kept.done,
  })
  return 'refused' in recorded
    ? sentBack(context, recorded.refused, typed)
    : seeOther(`/investments/${number}`, 'promise')
}

async function realise(
  context: PageContext,
  { number, promise }: { readonly number: string; readonly promise: string },
  form: FormData,
) {
  mustBeAllowed(context, 'record_realisation')
  const properties = { amount: MAYBE_AMOUNT, realised_on: DAY, words: REASON }
  const { typed, read } = readForm(withPlainAmount(form), { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const kept = await evidence(context, number, form)
  if ('refused' in kept) return sentBack(context, kept.refused, typed, { file_type_unfit: 'file' })
  if (kept.done === null) return sentBack(context, NO_FILE, typed)
  const { amount, realised_on, words } = read.done
  const said = { number: promise, amount: orNull(amount), realised_on, words, document_id: kept.done }
  const seen = await recordRealisation(context.get(recorderContext), context.get(pageCall).actor, said)
  return 'refused' in seen ? sentBack(context, seen.refused, typed) : seeOther(`/investments/${number}`, 'realisation')
}
