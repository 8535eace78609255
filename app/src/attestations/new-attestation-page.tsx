/** A supplier states the local share of a part, and seals the cost sheet behind it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { enterAttestation } from './act-on-attestation.ts'
import { attestationWordsOf } from './attestation-words.ts'
import { showNewAttestation } from './show-attestations.ts'

/** A cost sheet, and what a browser writes around it. */
const LARGEST = 10 * 1024 * 1024 + 64 * 1024

export const handle = { see: 'make_attestation', act: 'make_attestation', largest: LARGEST } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showNewAttestation(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await enterAttestation(context, await sentForm(context, request))
}

export default function NewAttestationPage() {
  const { classes, replaceable } = useLoaderData<typeof loader>()
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = attestationWordsOf(useShell().language)
  const field = (name: string) => ({ name, defaultValue: typed[name], problem, dir: 'auto' })
  const code = (name: string) => ({ ...field(name), dir: 'ltr' })
  return (
    <Page title={words.make}>
      <ErrorSummary problem={problem} />
      <p className="within">
        <a href="/attestations">{words.title}</a>
      </p>
      <h1>{words.make}</h1>
      <p className="prose">{words.makeIntro}</p>
      <form method="post" encType="multipart/form-data" className="form">
        <Field {...code('recipient')} label={words.recipient} hint={words.recipientHint} />
        <Field {...code('part_code')} label={words.partCode} hint={words.partCodeHint} required />
        <Field {...field('part')} label={words.part} required />
        <Field {...code('hs_code')} label={words.hsCode} hint={words.hsCodeHint} required inputMode="decimal" />
        <Select
          name="component_class"
          label={words.componentClass}
          choices={classes}
          defaultValue={typed['component_class']}
          problem={problem}
        />
        <Field {...code('period_from')} type="date" label={words.periodFrom} required />
        <Field {...code('period_until')} type="date" label={words.periodUntil} required />
        <Field {...code('expires_on')} type="date" label={words.expires} hint={words.expiresHint} required />
        <Field {...code('at_least')} label={words.atLeast} hint={words.atLeastHint} />
        <Field {...code('at_most')} label={words.atMost} hint={words.atMostHint} />
        {replaceable.length === 0 ? undefined : (
          <Select
            name="replaces"
            label={words.replaces}
            hint={words.replacesHint}
            choices={[{ value: '', label: words.replacesNone }, ...replaceable]}
            defaultValue={typed['replaces']}
            problem={problem}
          />
        )}
        <Field
          name="evidence"
          type="file"
          accept=".pdf,.xlsx,.png,.jpg,.jpeg,.txt,.csv"
          label={words.file}
          hint={words.fileHint}
          required
          problem={problem}
        />
        <Button>{words.makeIt}</Button>
      </form>
    </Page>
  )
}
