/** What waits for an officer since no rule foresees it; a firm sees what of its own does. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { firmColumns } from '../pages/firm-column.tsx'
import { Button, Select } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { REFERRAL_KINDS } from './referral.ts'
import { referralWordsOf } from './referral-words.ts'
import { showReferrals } from './show-referrals.ts'

export const handle = { see: 'see_referrals' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showReferrals(context, request)
}

export default function ReferralsPage() {
  const { matters, counts, isOfficer, after, next, typed } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = referralWordsOf(language)
  const wanted = new URLSearchParams(typed).toString()
  const asked = wanted === '' ? '' : `?${wanted}`
  const openOf = (kind: string): number => counts.find((one) => one.kind === kind)?.open ?? 0
  return (
    <Page title={words.title}>
      <h1 id="referrals">{words.title}</h1>
      <p className="prose">{isOfficer ? words.intro : words.introOfFirm}</p>
      <form className="one-line">
        <Select
          name="kind"
          label={words.matter}
          choices={[
            { value: '', label: words.all },
            ...REFERRAL_KINDS.map((value) => ({ value, label: words.counted(words.kinds[value], openOf(value)) })),
          ]}
          defaultValue={typed['kind']}
          problem={undefined}
        />
        <Select
          name="state"
          label={words.state}
          choices={[
            { value: '', label: words.open },
            { value: 'released', label: words.released },
          ]}
          defaultValue={typed['state']}
          problem={undefined}
        />
        <Button variant="secondary">{words.show}</Button>
      </form>
      {matters.length === 0 ? (
        <EmptyState>{typed['state'] === undefined ? words.none : words.noneReleased}</EmptyState>
      ) : (
        <DataTable
          titledBy="referrals"
          rows={matters}
          columns={[
            { title: words.matter, of: ({ id, kind }) => <a href={`/referrals/${id}`}>{words.kinds[kind]}</a> },
            { title: words.about, of: ({ about }) => about },
            ...firmColumns(matters, language),
            { title: words.since, of: ({ since }) => dayText(since, language), isWhole: true },
            { title: words.age, of: ({ days }) => words.days(days), isWhole: true },
            {
              title: words.decides,
              of: ({ needs_approver }) => words.who[needs_approver ? 'approver' : 'officer'],
            },
          ]}
        />
      )}
      <Pagination path={`/referrals${asked}`} after={after} next={next ?? undefined} />
      {matters.length === 0 ? undefined : <CsvLink href={`/referrals.csv${asked}`} />}
    </Page>
  )
}
