/** What a draft does to an industry: year by year, with the ways to each firm and to the files. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../../pages/confirmation.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { draftWordsOf } from './draft-words.ts'
import { EffectChart } from './effect-chart.tsx'
import { showSimulation } from './show-simulations.ts'
import { simulationsWordsOf } from './simulations-words.ts'
import { ToldTable } from './told-table.tsx'

export const handle = { see: 'see_simulations' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showSimulation(context, params)
}

export default function SimulationPage() {
  const loaded = useLoaderData<typeof loader>()
  const { id, title, programme, rehearsal, source, made, hashes, files, scope, tables, finding, bars, command } = loaded
  const { language } = useShell()
  const words = simulationsWordsOf(language)
  const told = draftWordsOf(language)
  const home = `/simulations/${id}`
  return (
    <Page title={title} rehearsal={rehearsal}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={title}
        within={{ href: '/simulations', title: words.back }}
        facts={[
          { name: words.programme, value: programme },
          { name: words.facts, value: words.sources[source] },
          { name: words.made, value: words.onBy(made.when, made.person) },
          { name: told.hash.release, value: <code dir="ltr">{hashes.release}</code> },
          { name: told.hash.draft, value: <code dir="ltr">{hashes.draft}</code> },
        ]}
      />
      <p className="lead">{told.scope(...scope)}</p>
      <p className="prose">{words.sourceNotes[source]}</p>
      <p className="prose">{told.notes[0]}</p>
      <EffectChart
        title={finding}
        note={told.failing.chart}
        laws={{ release: told.release, draft: told.draft }}
        bars={bars}
      />
      {told.notes.slice(1).map((note) => (
        <p key={note} className="prose quiet">
          {note}
        </p>
      ))}
      {tables.map((table) => (
        <ToldTable
          key={table.name}
          table={table}
          hrefOf={table.name === 'failing' ? (year) => `${home}/years/${year}` : undefined}
        />
      ))}
      <h2>{words.paths}</h2>
      <ul>
        <li>
          <a href={`${home}/firms.csv`}>{words.csv}</a>
        </li>
        <li>
          <a href={`${home}/paper`}>{words.paper}</a>
        </li>
        {files.map(({ holds, name, hash }) => (
          <li key={holds}>
            <a href={`${home}/files/${holds}`}>{words.files(name)}</a> <code dir="ltr">{hash}</code>
          </li>
        ))}
        <li>
          <a href={`${home}/files/draft`}>{words.draftFile}</a>
        </li>
      </ul>
      <p>{words.commandNote}</p>
      <p>
        <code dir="ltr">{command}</code>
      </p>
    </Page>
  )
}
