/** What a laboratory says of itself, one thing on each page: its instruments, prices, capacity, and who signs. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { OWN_PARTS, type OwnPart } from './laboratory.ts'
import { laboratoryWordsOf } from './laboratory-words.ts'
import { OwnFields } from './own-laboratory-fields.tsx'
import { type OwnShown, sayOfOwn, showOwn } from './say-of-own.ts'

export const handle = { see: 'declare_equipment', act: 'declare_equipment' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showOwn(context, params['what'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await sayOfOwn(context, params['what'], await sentForm(context, request))
}

export default function OwnLaboratoryPage() {
  const shown = useLoaderData<typeof loader>()
  const { ours: words } = laboratoryWordsOf(useShell().language)
  const { what, number } = shown
  const title = what === undefined ? words.title : words.parts[what]
  return (
    <Page title={title}>
      <Confirmation sentences={words.done} />
      {what === undefined ? undefined : (
        <p className="within">
          <a href="/laboratory">{words.title}</a>
        </p>
      )}
      <h1>{title}</h1>
      {number === undefined ? (
        <EmptyState>{words.notRegistered}</EmptyState>
      ) : what === undefined ? (
        <Parts number={number} shown={shown} />
      ) : (
        <OwnForm what={what} shown={shown} />
      )}
    </Page>
  )
}

function Parts({ number, shown: { signers } }: { readonly number: string; readonly shown: OwnShown }) {
  const { language } = useShell()
  const { ours: words } = laboratoryWordsOf(language)
  return (
    <>
      <p className="prose">{words.intro}</p>
      <ul className="links">
        <li>
          <a href={`/laboratories/${number}`}>{words.register}</a>
        </li>
        {OWN_PARTS.map((part) => (
          <li key={part}>
            <a href={`/laboratory/${part}`}>{words.parts[part]}</a>
          </li>
        ))}
      </ul>
      <h2 id="signers">{words.signers}</h2>
      {signers.length === 0 ? (
        <EmptyState>{words.noSigners}</EmptyState>
      ) : (
        <DataTable
          titledBy="signers"
          rows={signers}
          columns={[
            { title: words.person, of: (one) => <bdi>{one.name}</bdi> },
            { title: words.signFrom, of: (one) => dayText(one.may_sign_from, language) },
            {
              title: words.signUntil,
              of: ({ may_sign_until }) => (may_sign_until === null ? '–' : dayText(may_sign_until, language)),
            },
          ]}
        />
      )}
    </>
  )
}

function OwnForm({ what, shown }: { readonly what: OwnPart; readonly shown: OwnShown }) {
  const { ours: words } = laboratoryWordsOf(useShell().language)
  return (
    <>
      <p className="prose">{words.what[what]}</p>
      <form className="form" method="post" action={`/laboratory/${what}`}>
        <ErrorSummary problem={useSentBack()?.problem} />
        <OwnFields what={what} colleagues={shown.colleagues} />
        <Button>{words.save}</Button>
      </form>
    </>
  )
}
