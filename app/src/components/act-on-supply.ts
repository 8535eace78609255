/** What the forms of the register of suppliers do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { COMPONENT_CLASSES } from '../commitments/candidate.ts'
import { text } from '../kernel/field-schemas.ts'
import { mustBeAllowed, type PageContext, pageCall, seeOther, settled } from '../pages/page-call.ts'
import { readForm, sentBack } from '../pages/read-form.ts'
import { endSupply, listSupply } from './list-supply.ts'

const CLASS = { component_class: { enum: COMPONENT_CLASSES } }

function classOf(said: string) {
  return COMPONENT_CLASSES.find((one) => one === said) ?? 'motherboard'
}

export async function actOnSupply(context: PageContext, form: FormData) {
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  if (form.get('act') === 'end') {
    mustBeAllowed(context, 'end_supply')
    const { typed, read } = readForm(form, { properties: CLASS })
    if ('refused' in read) return sentBack(context, read.refused, typed)
    settled(context, await endSupply(recorder, actor, { component_class: classOf(read.done.component_class) }))
    return seeOther('/suppliers', 'ended')
  }
  const properties = {
    ...CLASS,
    district: text(100),
    capacity: { pattern: '^[1-9]\\d{0,8}$' },
    certificate: text(200, 0),
  }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { component_class, district, capacity, certificate } = read.done
  settled(
    context,
    await listSupply(recorder, actor, {
      component_class: classOf(component_class),
      district,
      capacity: Number(capacity),
      certificate: certificate === '' ? null : certificate,
    }),
  )
  return seeOther('/suppliers', 'listed')
}
