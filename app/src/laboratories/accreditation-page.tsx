/** An officer records what a body accredited a laboratory for. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Consequence } from '../pages/consequence.tsx'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { accredit, showAccreditation } from './enter-laboratory.ts'
import { LARGEST_ACCREDITATION_FILE } from './laboratory.ts'
import { laboratoryWordsOf } from './laboratory-words.ts'

/** What a browser writes around the file, and the longest scope. */
const ROOM = 512 * 1024

export const handle = {
  see: 'record_accreditation',
  act: 'record_accreditation',
  largest: LARGEST_ACCREDITATION_FILE + ROOM,
} satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showAccreditation(context, params['number'], request)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await accredit(context, params['number'] ?? '', await sentForm(context, request))
}

export default function AccreditationPage() {
  const { number, name, kind, begun } = useLoaderData<typeof loader>()
  const words = laboratoryWordsOf(useShell().language)
  const { entry } = words
  const { problem, typed = begun } = useSentBack() ?? {}
  const of = (field: string) => ({ name: field, defaultValue: typed[field], problem })
  return (
    <Page title={entry.accredit}>
      <p className="within">
        <a href={`/laboratories/${number}`}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1>{entry.accredit}</h1>
      <p className="prose">{entry.accreditIntro}</p>
      <form
        className="form"
        method="post"
        encType="multipart/form-data"
        action={`/laboratories/${number}/accreditation`}
      >
        <ErrorSummary problem={problem} />
        <Field {...of('body')} label={entry.body} dir="auto" required />
        <Field {...of('number')} label={entry.number} hint={entry.numberHint} dir="ltr" required />
        <Field {...of('standard')} label={entry.standard} hint={entry.standardHint} dir="ltr" required />
        <Field {...of('valid_from')} type="date" label={entry.validFrom} required />
        <Field {...of('valid_until')} type="date" label={entry.validUntil} required />
        <Field
          {...of('next_surveillance_on')}
          type="date"
          label={words.surveillance}
          hint={entry.surveillanceHint}
          required
        />
        <Field
          {...of('recognised_under')}
          label={words.recognised}
          hint={entry.recognisedHint}
          dir="auto"
          required={kind === 'foreign'}
        />
        <TextArea {...of('scope')} label={words.scope} hint={entry.scopeHint} />
        <Field
          name="file"
          type="file"
          accept=".pdf,.png,.jpg,.jpeg"
          label={entry.file}
          hint={entry.fileHint}
          required
          problem={problem}
        />
        <Consequence>
          <p>{entry.accreditEffect}</p>
        </Consequence>
        <Button>{entry.accreditIt}</Button>
      </form>
    </Page>
  )
}
