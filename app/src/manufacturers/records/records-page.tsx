/** What a firm says of itself: where it makes what, whom to turn to, for which brands, and whose it is. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { CsvLink } from '../../pages/csv-link.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { idAsked, pageCall, settled } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { RECORD_KINDS, type RecordKind } from './content.ts'
import { readRecords } from './read-records.ts'
import type { FirmRecord } from './record.ts'
import { besideName, daysOf, nameOf } from './record-facts.tsx'
import { LOOKS, recordWordsOf } from './record-words.ts'

export const handle = { see: 'see_records' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  const { manufacturer, records } = settled(
    context,
    await readRecords(context.get(recorderContext).database, actor, id),
  )
  return { id, name: manufacturer.name, records, mayState: may('state_record') && actor.organization === id }
}

export default function RecordsPage() {
  const { id, name, records, mayState } = useLoaderData<typeof loader>()
  const words = recordWordsOf(useShell().language)
  return (
    <Page title={words.titleOf(name)}>
      <Confirmation sentences={words.done} />
      <p className="within">
        <a href={`/manufacturers/${id}`}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1>{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {RECORD_KINDS.map((kind) => (
        <section key={kind}>
          <h2 id={kind}>{words.kinds[kind]}</h2>
          <Records kind={kind} records={records.filter((record) => record.kind === kind)} />
          {mayState ? (
            <p>
              <a href={`/manufacturers/${id}/records/new/${kind}`}>{words.add[kind]}</a>
            </p>
          ) : undefined}
        </section>
      ))}
      <CsvLink href={`/manufacturers/${id}/records.csv`} />
    </Page>
  )
}

function Records({ kind, records }: { readonly kind: RecordKind; readonly records: readonly FirmRecord[] }) {
  const { language } = useShell()
  const words = recordWordsOf(language)
  if (records.length === 0) return <EmptyState>{words.none[kind]}</EmptyState>
  return (
    <DataTable
      titledBy={kind}
      rows={records}
      columns={[
        {
          title: words.ofKind[kind],
          of: (record) => (
            <>
              <a href={`/firm-records/${record.id}`}>
                <bdi>{nameOf(record)}</bdi>
              </a>
              <br />
              <bdi className="quiet">{besideName(record, language)}</bdi>
            </>
          ),
        },
        { title: words.days, of: (record) => daysOf(record, language) },
        { title: words.state, of: ({ status }) => <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag> },
      ]}
    />
  )
}
