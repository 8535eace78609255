/** An officer records a guarantee that a firm lodged. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { AMOUNT, DAY, PROGRAMME, REASON, text } from '../../kernel/field-schemas.ts'
import { ChoiceField } from '../../pages/choice-field.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../../pages/form.tsx'
import { pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { plainAmount } from '../../pages/plain-amount.ts'
import { type FormRefusal, readForm, sentBack, sentFile, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { guaranteeWordsOf } from './guarantee-words.ts'
import { LARGEST_GUARANTEE_FILE } from './guarantee.ts'
import { recordGuarantee } from './record-guarantee.ts'
import { guaranteeRecordable } from './show-guarantees.ts'

/** What a browser writes around the file. */
const ROOM = 64 * 1024

export const handle = {
  see: 'record_guarantee',
  act: 'record_guarantee',
  largest: LARGEST_GUARANTEE_FILE + ROOM,
} satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await guaranteeRecordable(context)
}

const FIELDS = {
  properties: {
    manufacturer_id: { format: 'uuid' },
    programme: PROGRAMME,
    licence_number: text(30, 0),
    issuer: text(200),
    issuer_number: text(60),
    currency: { pattern: '^[A-Z]{3}$' },
    amount: AMOUNT,
    expires_on: DAY,
    rehearsal: { enum: ['false', 'true'] },
    reason: REASON,
  },
}
const NO_FILE: FormRefusal = { code: 'field_empty', place: '/body/file' }

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  form.set('amount', plainAmount(form.get('amount')))
  const { typed, read } = readForm(form, FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const file = sentFile(form, 'file')
  if (file === undefined) return sentBack(context, NO_FILE, typed)
  const { licence_number, rehearsal, ...lodged } = read.done
  const recorded = await recordGuarantee(context.get(recorderContext), context.get(pageCall).actor, {
    ...lodged,
    licence_number: licence_number === '' ? null : licence_number,
    rehearsal: rehearsal === 'true',
    file: { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) },
  })
  const controls = {
    file_type_unfit: 'file',
    guarantee_expired: 'expires_on',
    guarantee_known: 'issuer_number',
    guarantee_licence_unfit: 'licence_number',
    not_authorised: 'manufacturer_id',
    firm_ended: 'manufacturer_id',
  }
  return 'refused' in recorded
    ? sentBack(context, recorded.refused, typed, controls)
    : seeOther(`/guarantees/${recorded.done.number}`, 'recorded')
}

export default function RecordGuaranteePage() {
  const { firms, programmes } = useLoaderData<typeof loader>()
  const words = guaranteeWordsOf(useShell().language)
  return (
    <Page title={words.record}>
      <p className="within">
        <a href="/guarantees">{words.title}</a>
      </p>
      <h1>{words.record}</h1>
      <p className="prose">{words.recordIntro}</p>
      {firms.length === 0 || programmes.length === 0 ? (
        <EmptyState>{words.nobody}</EmptyState>
      ) : (
        <RecordForm firms={firms} programmes={programmes} />
      )}
    </Page>
  )
}

type Recordable = Awaited<ReturnType<typeof guaranteeRecordable>>

function RecordForm({ firms, programmes }: Recordable) {
  const words = guaranteeWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const plain = (name: string) => ({ name, problem, defaultValue: typed[name] })
  return (
    <form method="post" encType="multipart/form-data" className="form" action="/guarantees/record">
      <ErrorSummary problem={problem} />
      <Select
        {...plain('manufacturer_id')}
        label={words.firm}
        choices={firms.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        {...plain('programme')}
        label={words.programme}
        choices={programmes.map(({ name, title }) => ({ value: name, label: title }))}
      />
      <Field {...plain('licence_number')} label={words.licence} hint={words.licenceHint} dir="ltr" />
      <Field {...plain('issuer')} label={words.issuer} hint={words.issuerHint} dir="auto" required />
      <Field {...plain('issuer_number')} label={words.issuerNumber} dir="ltr" required />
      <Field
        {...plain('currency')}
        defaultValue={typed['currency'] ?? 'PKR'}
        label={words.currency}
        dir="ltr"
        required
      />
      <Field {...plain('amount')} label={words.amount} hint={words.amountHint} inputMode="decimal" dir="ltr" required />
      <Field {...plain('expires_on')} type="date" label={words.expiresOn} hint={words.expiresHint} required />
      <Field
        name="file"
        type="file"
        accept=".pdf,.png,.jpg,.jpeg"
        label={words.file}
        hint={words.fileHint}
        required
        problem={problem}
      />
      <ChoiceField
        name="rehearsal"
        label={words.binding}
        problem={problem}
        defaultValue={typed['rehearsal'] ?? 'false'}
        choices={(['false', 'true'] as const).map((value) => ({
          value,
          label: words.bindings[value],
          hint: words.bindingHints[value],
        }))}
      />
      <TextArea {...plain('reason')} label={words.recordReason} hint={words.recordReasonHint} />
      <Consequence>
        <p>{words.recordEffect}</p>
      </Consequence>
      <Button>{words.recordButton}</Button>
    </form>
  )
}
