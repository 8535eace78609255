/** One worked case: its facts, what comes out, and why. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { FactList } from '../pages/fact-list.tsx'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { WhyView } from '../pages/why-view.tsx'
import { exampleView } from './example-view.ts'
import { ProgrammeHeader } from './programme-header.tsx'
import { shippedAsked } from './shipped-shelf.ts'
import { programmeWordsOf } from './programme-words.ts'

export const handle = { see: 'see_programmes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { language, address } = context.get(pageCall)
  const { engine } = await shippedAsked(context, params)
  const view = exampleView(engine, Number(params['number']), language)
  return settled(context, view === undefined ? { refused: { code: 'route_unknown', path: address } } : { done: view })
}

export default function ExamplePage() {
  const { heading, title, day, isAsExpected, facts, refusals, why } = useLoaderData<typeof loader>()
  const words = programmeWordsOf(useShell().language)
  const result = isAsExpected ? words.asExpected : words.otherwise
  return (
    <Page title={`${title} · ${heading.title}`} rehearsal={heading.rehearsal}>
      <ProgrammeHeader
        heading={heading}
        title={title}
        facts={[
          { name: words.asOf, value: day },
          { name: words.result, value: <StateTag look={isAsExpected ? 'good' : 'bad'}>{result}</StateTag> },
        ]}
      />
      <h2>{words.facts}</h2>
      <FactList className="facts" facts={facts} />
      <h2>{words.why}</h2>
      {refusals.length === 0 ? undefined : <p className="lead">{words.factsRefused}</p>}
      {refusals.map((sentence) => (
        <p key={sentence} lang="en" dir="ltr">
          {sentence}
        </p>
      ))}
      <WhyView html={why} />
    </Page>
  )
}
