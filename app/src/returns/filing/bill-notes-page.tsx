/** Where a version of a return says something else than the bills of materials of its models. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Language } from '../../kernel/problem.ts'
import { DataTable } from '../../pages/data-table.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import type { BillNote } from '../hold-bill.ts'
import { billNotesWordsOf } from './bill-notes-words.ts'
import { showBillNotes } from './bill-notes-view.ts'
import { linesText, saidIn } from './note-text.ts'
import { returnWordsOf } from './return-words.ts'

export const handle = { see: 'see_return' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showBillNotes(context, params)
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Held = NonNullable<Loaded['held']>[number]

export default function BillNotesPage() {
  const loaded = useLoaderData<typeof loader>()
  const { id, version, rehearsal, held } = loaded
  const { language } = useShell()
  const words = billNotesWordsOf(language)
  const ofReturns = returnWordsOf(language)
  const within = `${ofReturns.versionNumber(version)} · ${ofReturns.returnOf(loaded)}`
  return (
    <Page title={`${words.title} · ${within}`} rehearsal={rehearsal}>
      <ObjectHeader
        title={words.title}
        within={{ href: `/returns/${id}/versions/${version}`, title: within }}
        facts={[]}
      />
      {held === undefined ? (
        <p>{words.notCompared}</p>
      ) : (
        <>
          <p className="prose">{words.hint}</p>
          <p className="quiet prose">{words.quantities}</p>
          <p>
            <a href={`/api/returns/${id}/versions/${version}/bill/csv?language=${language}`} download>
              {words.fetch}
            </a>
          </p>
          {held.map((one, nth) => (
            <Model key={one.model} held={one} id={`model-${nth}`} />
          ))}
        </>
      )}
    </Page>
  )
}

const MOST_ROWS = 5

/** Pieces by thousands; what is no whole number of them stays as it is. */
function counted(text: string, language: Language): string {
  return /^-?\d{1,15}$/.test(text) ? displayCount(Number(text), language) : text
}

function Model({ held, id }: { readonly held: Held; readonly id: string }) {
  const { language } = useShell()
  const words = billNotesWordsOf(language)
  const { model, model_id, made, revisions, is_later, notes, count } = held
  const onModel = notes.filter(({ part_code }) => part_code === '')
  const onParts = notes.filter(({ part_code }) => part_code !== '')
  return (
    <>
      <h2 id={id}>
        <bdi>{model}</bdi>
      </h2>
      <p>
        {words.made(counted(made, language))}{' '}
        {revisions.length === 0 ? undefined : words.revisions(revisions.join(', '))}{' '}
        {is_later ? words.later : undefined}
      </p>
      {notes.length === 0 ? <p>{words.agrees}</p> : undefined}
      {onModel.length === 0 ? undefined : (
        <ul>
          {onModel.map(({ code }) => (
            <li key={code}>{words.codes[code]}</li>
          ))}
        </ul>
      )}
      {onParts.length === 0 ? undefined : <Notes notes={onParts} titledBy={id} />}
      {count > notes.length ? <p className="quiet">{words.more(notes.length, count)}</p> : undefined}
      {model_id === null ? undefined : (
        <p>
          <a href={`/models/${model_id}`}>{words.toModel}</a>
        </p>
      )}
    </>
  )
}

function Notes({ notes, titledBy }: { readonly notes: readonly BillNote[]; readonly titledBy: string }) {
  const { language } = useShell()
  const words = billNotesWordsOf(language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={notes}
      columns={[
        { title: words.what, of: ({ code }) => words.codes[code] },
        {
          title: words.part,
          of: ({ part_code, part, stands_for }) => (
            <>
              <bdi dir="ltr">{part_code}</bdi> <bdi>{part}</bdi>
              {stands_for === '' ? undefined : <span className="source quiet">{words.standsFor(stands_for)}</span>}
            </>
          ),
        },
        { title: words.inReturn, isAmount: true, of: (one) => <bdi>{saidIn(language, one, one.in_return)}</bdi> },
        { title: words.inBill, isAmount: true, of: (one) => <bdi>{saidIn(language, one, one.in_bill)}</bdi> },
        {
          title: words.difference,
          isAmount: true,
          of: ({ difference }) => <bdi dir="ltr">{counted(difference, language)}</bdi>,
        },
        { title: words.lines, of: (one) => <bdi>{linesText(one, MOST_ROWS)}</bdi> },
      ]}
    />
  )
}
