/** What the form of customs does. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { type PageContext, pageCall, seeOther, settled } from '../pages/page-call.ts'
import { readForm, sentBack } from '../pages/read-form.ts'
import { attestExport } from './attest-export.ts'
import { EVIDENCE_FIELDS } from './evidence-fields.ts'

const PROPERTIES = { ...EVIDENCE_FIELDS, devices: { pattern: '^(0|[1-9]\\d{0,8})$' } }

export async function actOnEvidence(context: PageContext, form: FormData) {
  const { typed, read } = readForm(form, { properties: PROPERTIES })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { devices, ...said } = read.done
  const outcome = await attestExport(context.get(recorderContext), context.get(pageCall).actor, {
    ...said,
    devices: Number(devices),
  })
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  settled(context, outcome)
  return seeOther('/exports/evidence', 'attested')
}
