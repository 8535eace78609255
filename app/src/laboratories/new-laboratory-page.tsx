/** An officer enters a laboratory in the register. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Consequence } from '../pages/consequence.tsx'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { enterLaboratory, showNewLaboratory } from './enter-laboratory.ts'
import { LABORATORY_KINDS } from './laboratory.ts'
import { laboratoryWordsOf } from './laboratory-words.ts'

export const handle = { see: 'register_laboratory', act: 'register_laboratory' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showNewLaboratory(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await enterLaboratory(context, await sentForm(context, request))
}

export default function NewLaboratoryPage() {
  const { organizations, firms } = useLoaderData<typeof loader>()
  const words = laboratoryWordsOf(useShell().language)
  const { entry } = words
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <Page title={entry.register}>
      <p className="within">
        <a href="/laboratories">{words.title}</a>
      </p>
      <h1>{entry.register}</h1>
      <p className="prose">{entry.registerIntro}</p>
      <form className="form" method="post" action="/laboratories/new">
        <ErrorSummary problem={problem} />
        <Field {...of('name')} label={words.name} dir="auto" required />
        <Select
          {...of('kind')}
          label={words.kind}
          choices={LABORATORY_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <Field
          {...of('country')}
          defaultValue={typed['country'] ?? 'PK'}
          label={words.country}
          hint={entry.countryHint}
          dir="ltr"
          required
        />
        <Select
          {...of('organization_id')}
          label={entry.organization}
          hint={entry.organizationHint}
          choices={[{ value: '', label: entry.none }, ...organizations]}
        />
        <Select
          {...of('manufacturer_id')}
          label={entry.plant}
          hint={entry.plantHint}
          choices={[{ value: '', label: entry.none }, ...firms]}
        />
        <Consequence>
          <p>{entry.registerEffect}</p>
        </Consequence>
        <Button>{entry.registerIt}</Button>
      </form>
    </Page>
  )
}
