/** What more of one sector brings to all, by the table that comes with the project: a form, and its answer. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { Button, ErrorSummary, Field, Select } from '../pages/form.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { spilloverAsked } from './spillover-asked.ts'
import { SpilloverResult } from './spillover-result.tsx'
import { spilloverWordsOf } from './spillover-words.ts'

export const handle = { see: 'work_out_spillover' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { address, problemOf } = context.get(pageCall)
  const { asked, found, unasked } = await spilloverAsked(context)
  const problem = 'refused' in found ? problemOf(found.refused) : undefined
  const page = { asked, query: address.split('?')[1] ?? '', problem, found: 'refused' in found ? unasked : found.done }
  return data(page, { status: problem?.status ?? 200 })
}

export default function SpilloverPage() {
  const { asked, query, problem, found } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = spilloverWordsOf(language)
  const { sectors, table } = found
  const choices = sectors.map(({ sector }) => ({ value: sector, label: sector }))
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="invented" role="note">
        {words.from(table.provenance[language])}
      </p>
      <ErrorSummary problem={problem} />
      <form action="/spillover#result" className="form">
        <h2>{words.ask}</h2>
        <Select name="sector" label={words.askSector} choices={choices} defaultValue={asked.sector} problem={problem} />
        <Field
          name="amount"
          dir="ltr"
          inputMode="decimal"
          label={words.askAmount(table.unit)}
          defaultValue={asked.amount}
          problem={problem}
        />
        <Select
          name="into"
          label={words.askInto}
          hint={words.intoHint}
          choices={[{ value: '', label: words.finalDemand }, ...choices]}
          defaultValue={asked.into}
          problem={problem}
        />
        <Button>{words.work}</Button>
      </form>
      <p>
        <a href="/spillover/own">{words.own}</a>
      </p>
      <SpilloverResult found={found} />
      <CsvLink href={`/spillover/table.csv${query === '' ? '' : `?${query}`}`} />
    </Page>
  )
}
