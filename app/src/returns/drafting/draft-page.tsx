/** The lines of a return that are being entered: its sheets, and what is wrong so far. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../../pages/confirmation.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { Button, ErrorSummary, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { momentOf } from '../../pages/when.ts'
import { returnWordsOf } from '../filing/return-words.ts'
import { actOnDraft, type DraftShown, showDraft } from './draft-view.ts'
import { draftWordsOf } from './draft-words.ts'
import { FIRST_ROW } from './first-row.ts'

export const handle = { see: 'edit_draft', act: 'edit_draft' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showDraft(context, params)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnDraft(context, params, await sentForm(context, request))
}

export default function DraftPage() {
  const shown = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = draftWordsOf(language)
  const called = returnWordsOf(language).returnOf(shown)
  return (
    <Page title={`${words.title} · ${called}`}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={words.title}
        within={{ href: `/returns/${shown.id}`, title: called }}
        facts={[
          { name: words.changed, value: momentOf(shown.changed_at, language).when },
          { name: words.begunFrom, value: shown.begun_from === null ? words.nothing : words.version(shown.begun_from) },
          {
            name: words.copy,
            value: (
              <a href={`/api/returns/${shown.id}/draft/workbook?language=${language}`} download>
                {words.workbook}
              </a>
            ),
          },
        ]}
      />
      <p className="prose">{words.intro}</p>
      {shown.isStale ? <Stale shown={shown} /> : undefined}
      <h2 id="sheets">{words.sheets}</h2>
      <DataTable
        titledBy="sheets"
        rows={shown.sheets}
        columns={[
          { title: words.sheet, of: ({ name, label }) => <a href={`/returns/${shown.id}/draft/${name}`}>{label}</a> },
          { title: words.lines, isAmount: true, of: ({ lines }) => lines },
          { title: words.errors, isAmount: true, of: ({ errors }) => errors },
        ]}
      />
      <Found shown={shown} />
      {shown.isStale ? undefined : <p>{words.checkHint(shown.errors)}</p>}
      {shown.isStale ? undefined : (
        <form method="post" className="form">
          <Act act="check" revision={shown.revision} />
          <Button>{words.check}</Button>
        </form>
      )}
      <details className="folded">
        <summary>{words.discard}</summary>
        <p>{words.discardHint}</p>
        <form method="post">
          <Act act="discard" revision={shown.revision} />
          <Button variant="secondary">{words.discard}</Button>
        </form>
      </details>
    </Page>
  )
}

function Act({ act, revision }: { readonly act: string; readonly revision: number }) {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="revision" value={revision} />
    </>
  )
}

function Stale({ shown }: { readonly shown: DraftShown }) {
  const words = draftWordsOf(useShell().language)
  return (
    <form method="post" className="form">
      <Act act="carry" revision={shown.revision} />
      <p className="lead">{words.stale}</p>
      <p>{words.carryHint}</p>
      <Button>{words.carry}</Button>
    </form>
  )
}

function Found({ shown }: { readonly shown: DraftShown }) {
  const words = draftWordsOf(useShell().language)
  const href = ({ sheet, line }: DraftShown['found'][number]) =>
    `/returns/${shown.id}/draft/${sheet?.name}${line === null ? '' : `/lines/${line + FIRST_ROW}`}`
  return (
    <>
      <h2 id="found">{words.found}</h2>
      {shown.found.length === 0 ? (
        <p>{words.noErrors}</p>
      ) : (
        <>
          <p>{words.foundHint}</p>
          <DataTable
            titledBy="found"
            rows={shown.found}
            columns={[
              {
                title: words.kind,
                of: ({ severity }) => (
                  <StateTag look={severity === 'error' ? 'bad' : 'open'}>{words.severities[severity]}</StateTag>
                ),
              },
              {
                title: words.sheet,
                isWhole: true,
                of: (one) =>
                  one.sheet === null ? undefined : (
                    <a href={href(one)}>
                      {one.line === null
                        ? one.sheet.label
                        : `${one.sheet.label}: ${words.rowNumber(one.line + FIRST_ROW)}`}
                    </a>
                  ),
              },
              { title: words.what, of: ({ sentence }) => sentence },
            ]}
          />
          {shown.errors > shown.found.length ? <p>{words.more(shown.found.length, shown.errors)}</p> : undefined}
        </>
      )}
    </>
  )
}
