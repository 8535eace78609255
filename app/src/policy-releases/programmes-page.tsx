/** The start page: what Maqami is, and the programmes whose law it holds. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { shellWordsOf } from '../pages/shell-words.ts'
import { ProgrammeTag } from './programme-tag.tsx'
import { shippedShelf } from './shipped-shelf.ts'
import { programmeHeading } from './programme-view.ts'
import { programmeWordsOf } from './programme-words.ts'

export const handle = { see: 'see_programmes' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { language } = context.get(pageCall)
  const releases = await context.get(shippedShelf).all()
  return releases.map(({ engine }) => programmeHeading(engine.programme, language))
}

export default function ProgrammesPage() {
  const programmes = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = programmeWordsOf(language)
  return (
    <Page title={shellWordsOf(language).maqami}>
      <h1>{words.welcome}</h1>
      {words.whatItIs.map((sentence) => (
        <p key={sentence} className="prose">
          {sentence}
        </p>
      ))}
      <h2>{words.programmes}</h2>
      <ul className="cards">
        {programmes.map(({ name, title, authority, state }) => (
          <li key={name}>
            <h3>
              <a href={`/programmes/${name}`}>{title}</a>
            </h3>
            <p>
              <ProgrammeTag state={state} /> <span className="quiet">{authority}</span>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
