/** What the forms of the pages of attestations do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, REASON, SECOND_FACTOR } from '../kernel/field-schemas.ts'
import { isId } from '../kernel/identifiers.ts'
import { idAsked, mustBeAllowed, type PageContext, pageCall, seeOther } from '../pages/page-call.ts'
import { type FormRefusal, readForm, sentBack, sentFile } from '../pages/read-form.ts'
import { signatureContext } from '../people/signature-context.ts'
import type { Statement } from './attestation.ts'
import { STATEMENT_FIELDS } from './statement-fields.ts'
import { makeAttestation } from './make-attestation.ts'
import { openEvidence } from './open-evidence.ts'
import { sealEvidence } from './seal-evidence.ts'
import { signAttestation } from './sign-attestation.ts'
import { withdrawAttestation } from './withdraw-attestation.ts'

const HASH_FIELD = { pattern: '^sha256:[0-9a-f]{64}$' }

const FORMS = {
  sign: { properties: { shown_hash: HASH_FIELD, second_factor: SECOND_FACTOR } },
  withdraw: { properties: { withdrawn_on: DAY, reason: REASON } },
  open: { properties: { evidence_hash: HASH_FIELD, reason: REASON } },
} as const

export async function actOnAttestation(context: PageContext, asked: string | undefined, form: FormData) {
  const id = idAsked(context, asked)
  const act = form.get('act')
  if (act === 'sign') return await sign(context, id, form)
  return act === 'withdraw' ? await withdraw(context, id, form) : await open(context, id, form)
}

async function sign(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'sign_attestation')
  const { typed, read } = readForm(form, FORMS.sign)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { shown_hash, second_factor } = read.done
  const { actor } = context.get(pageCall)
  const confirm = context.get(signatureContext)
  const outcome = await signAttestation(context.get(recorderContext), actor, { id, shown_hash }, async () => {
    return await confirm(actor, second_factor, shown_hash)
  })
  if ('refused' in outcome) return sentBack(context, outcome.refused, {}, { code_wrong: 'second_factor' })
  return seeOther(`/attestations/${id}`, 'signed')
}

async function withdraw(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'withdraw_attestation')
  const { typed, read } = readForm(form, FORMS.withdraw)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const outcome = await withdrawAttestation(context.get(recorderContext), actor, { id, ...read.done })
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/attestations/${id}`, 'withdrawn')
}

async function open(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'open_sealed_evidence')
  const { typed, read } = readForm(form, FORMS.open)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const outcome = await openEvidence(context.get(recorderContext), context.get(pageCall).actor, { id, ...read.done })
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/attestations/${id}`, 'opened')
}

const NO_FILE: FormRefusal = { code: 'field_empty', place: '/body/evidence' }
const NOT_CHOSEN: FormRefusal = { code: 'field_not_chosen', place: '/body/replaces' }

/** The cost sheet is sealed first, and the attestation names it. */
export async function enterAttestation(context: PageContext, form: FormData) {
  const { typed, read } = readForm(form, { properties: STATEMENT_FIELDS })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const file = sentFile(form, 'evidence')
  if (file === undefined) return sentBack(context, NO_FILE, typed)
  const { at_least, at_most, replaces, ...said } = read.done
  if (replaces !== '' && !isId(replaces)) return sentBack(context, NOT_CHOSEN, typed)
  const bytes = Buffer.from(await file.arrayBuffer())
  const sealed = await sealEvidence(recorder, actor, { name: file.name, bytes })
  if ('refused' in sealed) return sentBack(context, sealed.refused, typed, { file_type_unfit: 'evidence' })
  const statement: Statement = {
    ...said,
    at_least: at_least === '' ? null : at_least,
    at_most: at_most === '' ? null : at_most,
    replaces: replaces === '' ? null : replaces,
    evidence_id: sealed.done.id,
  }
  const made = await makeAttestation(recorder, actor, statement)
  if ('refused' in made) return sentBack(context, made.refused, typed)
  return seeOther(`/attestations/${made.done.id}`, 'made')
}
