/** Customs asks about a kit. */
import type { ActionFunctionArgs } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { DAY } from '../../kernel/field-schemas.ts'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../../pages/form.tsx'
import { pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { checkKit } from './check-kit.ts'
import { kitWordsOf } from './kit-words.ts'

export const handle = { see: 'check_kit', act: 'check_kit' } satisfies PageHandle

const FIELDS = {
  properties: {
    licence: { minLength: 1, maxLength: 20 },
    entry: { minLength: 1, maxLength: 60 },
    kit: { minLength: 1, maxLength: 120 },
    category: { pattern: /^[a-z][a-z0-9_]{0,59}$/ },
    kit_form: { enum: ['skd', 'ckd', 'cbu'] },
    parts: { pattern: /^[1-9]\d{0,4}$/ },
    declared_on: DAY,
  },
} as const

export async function action({ context, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { parts, ...rest } = read.done
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const checked = await checkKit(recorder, context.get(shelfContext), actor, { ...rest, parts: Number(parts) })
  const controls = {
    licence_unknown: 'licence',
    kit_declared: 'entry',
    kit_unfit: 'category',
    day_ahead: 'declared_on',
    no_release_in_force: 'declared_on',
  }
  if ('refused' in checked) return sentBack(context, checked.refused, typed, controls)
  return seeOther(`/gate/kits/${checked.done.id}`)
}

export default function CheckKitPage() {
  const words = kitWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
      <p className="prose">{words.whatItIs}</p>
      <form className="act" method="post" action="/gate/kits">
        <ErrorSummary problem={problem} />
        <Field {...of('licence')} label={words.licence} hint={words.licenceHint} dir="ltr" />
        <Field {...of('entry')} label={words.entry} hint={words.entryHint} dir="ltr" />
        <Field {...of('kit')} label={words.kit} hint={words.kitHint} />
        <Field {...of('category')} label={words.category} hint={words.categoryHint} dir="ltr" />
        <Select
          {...of('kit_form')}
          label={words.form}
          choices={(['skd', 'ckd', 'cbu'] as const).map((value) => ({ value, label: words.forms[value] }))}
        />
        <Field {...of('parts')} label={words.parts} hint={words.partsHint} dir="ltr" inputMode="numeric" />
        <Field {...of('declared_on')} label={words.declaredOn} hint={words.dayHint} dir="ltr" inputMode="numeric" />
        <Button>{words.ask}</Button>
      </form>
    </Page>
  )
}
