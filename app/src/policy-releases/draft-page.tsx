/** What a draft would change in the law, beside what holds now. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Difference } from '../pages/difference.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { draftView } from './draft-view.ts'
import { ProgrammeHeader } from './programme-header.tsx'
import { shippedAsked } from './shipped-shelf.ts'
import { programmeWordsOf } from './programme-words.ts'

export const handle = { see: 'see_programmes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { draft: _, ...base } = params
  return draftView(
    await shippedAsked(context, base),
    await shippedAsked(context, params),
    context.get(pageCall).language,
  )
}

export default function DraftPage() {
  const { heading, title, changes } = useLoaderData<typeof loader>()
  const words = programmeWordsOf(useShell().language)
  return (
    <Page title={title} rehearsal={heading.rehearsal}>
      <ProgrammeHeader heading={heading} title={title} />
      <p className="lead">{words.draftChanges(changes.length)}</p>
      {changes.map(({ name, label, kind, cells, summary }) => (
        <section key={name} className="parameter">
          <h2 id={name}>
            {label} <span className="kind">{words.changeKinds[kind]}</span>
          </h2>
          {summary === undefined ? undefined : <p className="prose">{summary}</p>}
          {cells.length === 0 && kind === 'changed' ? <p>{words.wordsOnly}</p> : undefined}
          {cells.length === 0 ? undefined : <Difference titledBy={name} changes={cells} />}
        </section>
      ))}
    </Page>
  )
}
