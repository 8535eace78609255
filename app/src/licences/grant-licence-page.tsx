/** An approving officer grants a licence to an authorised manufacturer. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, ID, REASON } from '../kernel/field-schemas.ts'
import { ChoiceField } from '../pages/choice-field.tsx'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { type FormRefusal, readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { grantLicence } from './grant-licence.ts'
import { grantable, type Grantable, grantedView } from './grant-licence-view.ts'
import { grantLicenceWordsOf } from './grant-licence-words.ts'
import { readScope } from './read-scope.ts'

export const handle = { see: 'grant_licence', act: 'grant_licence' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  const number = new URL(request.url).searchParams.get('granted')
  const granted = number === null ? undefined : await grantedView(context, number)
  return { granted, ...(await grantable(context)) }
}

const KINDS = ['import_licence', 'manufacturing_authorisation', 'concession'] as const

const FIELDS = {
  properties: {
    manufacturer_id: ID,
    programme: { minLength: 1, maxLength: 60 },
    kind: { enum: KINDS },
    quota: { maxLength: 12 },
    scope: { maxLength: 8000 },
    valid_from: DAY,
    valid_until: DAY,
    reason: REASON,
  },
} as const

export async function action({ context, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { kind, quota, scope: lines, valid_from, valid_until, ...rest } = read.done
  const noCount: FormRefusal = { code: 'field_unfit', place: '/body/quota' }
  if (!/^(?:[1-9]\d*)?$/.test(quota)) return sentBack(context, noCount, typed)
  const scope = readScope(lines, { valid_from, valid_until })
  if ('refused' in scope) return sentBack(context, scope.refused, typed)
  const granted = await grantLicence(context.get(recorderContext), context.get(pageCall).actor, {
    ...rest,
    kind: KINDS.find((one) => one === kind) ?? 'import_licence',
    quota: quota === '' ? null : Number(quota),
    scope: scope.done,
    valid_from,
    valid_until,
  })
  const controls = {
    licence_period: 'valid_until',
    concession_without_lines: 'scope',
    scope_period: 'scope',
    scope_overlaps: 'scope',
    no_release_in_force: 'valid_from',
    not_authorised: 'manufacturer_id',
  }
  if ('refused' in granted) return sentBack(context, granted.refused, typed, controls)
  return seeOther(`/licences/grant?granted=${granted.done.number}`, 'granted')
}

export default function GrantLicencePage() {
  const { granted, ...grantees } = useLoaderData<typeof loader>()
  const words = grantLicenceWordsOf(useShell().language)
  const { manufacturers, programmes } = grantees
  const lacking =
    manufacturers.length === 0 ? words.noManufacturer : programmes.length === 0 ? words.noProgramme : undefined
  return (
    <Page title={words.title}>
      {granted === undefined ? undefined : (
        <Confirmation
          sentences={{ granted: words.granted(granted.number, granted.firm, granted.from, granted.until) }}
        />
      )}
      <h1>{words.title}</h1>
      <p className="prose">{words.whatItIs}</p>
      {lacking === undefined ? <GrantForm {...grantees} /> : <EmptyState>{lacking}</EmptyState>}
    </Page>
  )
}

function GrantForm({ manufacturers, programmes }: Grantable) {
  const words = grantLicenceWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const empty = { value: '', label: words.choose }
  const day = { type: 'text', inputMode: 'numeric', dir: 'ltr', hint: words.dayHint, problem } as const
  return (
    <form className="act" method="post" action="/licences/grant">
      <ErrorSummary problem={problem} />
      <Select
        name="manufacturer_id"
        label={words.manufacturer}
        choices={[empty, ...manufacturers]}
        defaultValue={typed['manufacturer_id']}
        problem={problem}
      />
      <Select
        name="programme"
        label={words.programme}
        choices={[
          empty,
          ...programmes.map(({ value, label, isRehearsal }) => ({
            value,
            label: isRehearsal ? words.inRehearsal(label) : label,
          })),
        ]}
        defaultValue={typed['programme']}
        problem={problem}
      />
      <ChoiceField
        name="kind"
        label={words.kind}
        choices={KINDS.map((value) => ({
          value,
          ...words.kinds[value],
        }))}
        defaultValue={typed['kind']}
        problem={problem}
      />
      <Field
        name="quota"
        label={words.quota}
        hint={words.quotaHint}
        inputMode="numeric"
        dir="ltr"
        defaultValue={typed['quota']}
        problem={problem}
      />
      <TextArea
        name="scope"
        label={words.scope}
        hint={words.scopeHint}
        isOptional
        defaultValue={typed['scope']}
        problem={problem}
      />
      <Field name="valid_from" label={words.from} defaultValue={typed['valid_from']} {...day} />
      <Field name="valid_until" label={words.until} defaultValue={typed['valid_until']} {...day} />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        defaultValue={typed['reason']}
        problem={problem}
      />
      <Consequence>
        <ul>
          {words.effect.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Consequence>
      <Button>{words.grant}</Button>
    </form>
  )
}
