/** The lines of one sheet of a return that is being entered, a page at a time. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../../pages/confirmation.tsx'
import { type Column, DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { NextStep } from '../../pages/next-step.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Pagination } from '../../pages/pagination.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { returnWordsOf } from '../filing/return-words.ts'
import { type SheetShown, showSheet } from './draft-view.ts'
import { draftWordsOf } from './draft-words.ts'

export const handle = { see: 'edit_draft' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showSheet(context, params, request)
}

export default function SheetPage() {
  const { id, sheet, lines, columns, count, after, next, ofSheet, ...called } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = draftWordsOf(language)
  const home = `/returns/${id}/draft/${sheet.name}`
  const row: Column<SheetShown['lines'][number]> = {
    title: words.row,
    isWhole: true,
    of: ({ row: number }) => <a href={`${home}/lines/${number}`}>{words.rowNumber(number)}</a>,
  }
  const cells = columns.map(
    ({ label, isFigure, isPlain }, nth): Column<SheetShown['lines'][number]> => ({
      title: label,
      isAmount: isFigure,
      isWhole: isPlain,
      of: ({ values }) => <bdi>{values[nth]}</bdi>,
    }),
  )
  const wrong: Column<SheetShown['lines'][number]> = {
    title: words.what,
    of: ({ found }) => <Sentences found={found} />,
  }
  return (
    <Page title={`${sheet.label} · ${returnWordsOf(language).returnOf(called)}`}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={sheet.label}
        within={{ href: `/returns/${id}/draft`, title: words.title }}
        facts={[{ name: words.lines, value: count }]}
      />
      {sheet.note === undefined ? undefined : <p className="prose">{sheet.note}</p>}
      <Sentences found={ofSheet} />
      {sheet.isFull ? <p>{words.full}</p> : <NextStep href={`${home}/lines/new`}>{words.add}</NextStep>}
      <h2 id="lines">{words.lines}</h2>
      {lines.length === 0 ? (
        <EmptyState>{words.noLines}</EmptyState>
      ) : (
        <>
          <p className="quiet">{words.rowsHint}</p>
          <DataTable
            titledBy="lines"
            rows={lines}
            columns={lines.some(({ found }) => found.length > 0) ? [row, wrong, ...cells] : [row, ...cells]}
          />
        </>
      )}
      <Pagination path={home} after={after} next={next} />
    </Page>
  )
}

function Sentences({ found }: { readonly found: SheetShown['ofSheet'] }) {
  const words = draftWordsOf(useShell().language)
  return found.map(({ severity, sentence }) => (
    <p key={sentence}>
      <StateTag look={severity === 'error' ? 'bad' : 'open'}>{words.severities[severity]}</StateTag> {sentence}
    </p>
  ))
}
