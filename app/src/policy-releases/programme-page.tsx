/** One programme: its rules in plain words, and its numbers with where each comes from. */
import { parseDay } from '@maqami/engine/value/date.ts'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { EmptyState } from '../pages/empty-state.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline } from '../pages/timeline.tsx'
import { DayForm } from './day-form.tsx'
import { type NotADay, numbersOn } from './numbers-on.ts'
import { ParameterTable } from './parameter-table.tsx'
import { ProgrammeHeader } from './programme-header.tsx'
import { shippedAsked } from './shipped-shelf.ts'
import { programmeView, type ProvisionView } from './programme-view.ts'
import { programmeWordsOf } from './programme-words.ts'
import { ProvisionArticle } from './provision-article.tsx'

export const handle = { see: 'see_programmes' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { language, problemOf } = context.get(pageCall)
  const release = await shippedAsked(context, params)
  const programme = programmeView(release, language)
  const asked = new URL(request.url).searchParams.get('on')
  const day = parseDay(asked ?? '')
  const numbers = day === undefined ? undefined : numbersOn(release.engine.programme, day, language)
  if (asked === null || day !== undefined) return data({ programme, asked, numbers, problem: undefined })
  const refusal: NotADay = { code: 'not_a_day', place: '/querystring/on', text: asked }
  const problem = problemOf(refusal)
  return data({ programme, asked, numbers, problem }, { status: problem.status })
}

type Part = 'obligations' | 'money' | 'sanctions' | 'figures'

const PART_OF: Readonly<Record<ProvisionView['kind'], Part>> = {
  requirement: 'obligations',
  entitlement: 'money',
  liability: 'money',
  sanction: 'sanctions',
  measure: 'figures',
}
const PARTS: readonly Part[] = ['obligations', 'money', 'sanctions', 'figures']

export default function ProgrammePage() {
  const { programme, asked, numbers, problem } = useLoaderData<typeof loader>()
  const words = programmeWordsOf(useShell().language)
  const { heading, provisions, parameters, changes, drafts, examples } = programme
  const parts = PARTS.map((part) => ({ part, provisions: provisions.filter(({ kind }) => PART_OF[kind] === part) }))
  const filled = parts.filter((one) => one.provisions.length > 0)
  const path = `/programmes/${heading.name}`
  return (
    <Page title={heading.title} rehearsal={heading.rehearsal}>
      <ProgrammeHeader heading={heading} />
      <nav aria-labelledby="contents">
        <h2 id="contents" className="small-title">
          {words.contents}
        </h2>
        <ul className="contents">
          {[
            ...filled.map(({ part }) => part),
            'numbers' as const,
            'changes' as const,
            'drafts' as const,
            'examples' as const,
          ].map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{words[id]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {filled.map((one) => (
        <section key={one.part} aria-labelledby={one.part}>
          <h2 id={one.part}>{words[one.part]}</h2>
          {one.provisions.map((provision) => (
            <ProvisionArticle key={provision.name} provision={provision} />
          ))}
        </section>
      ))}
      <section aria-labelledby="numbers">
        <h2 id="numbers">{words.numbers}</h2>
        <DayForm action={path} asked={asked} numbers={numbers} problem={problem} />
        {numbers === undefined
          ? parameters.map((parameter) => <ParameterTable key={parameter.name} parameter={parameter} />)
          : undefined}
        <p>
          <a href={`${path}/numbers.csv`}>{words.asTable}</a>
        </p>
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">{words.changes}</h2>
        <Timeline entries={changes} />
      </section>
      <section aria-labelledby="drafts">
        <h2 id="drafts">{words.drafts}</h2>
        {drafts.length === 0 ? <EmptyState>{words.noDraft}</EmptyState> : undefined}
        {drafts.map((draft) => (
          <p key={draft}>
            <a href={`${path}/drafts/${draft}`}>{words.draft(draft)}</a>
          </p>
        ))}
      </section>
      <section aria-labelledby="examples">
        <h2 id="examples">{words.examples}</h2>
        {examples === 0 ? (
          <EmptyState>{words.noExamples}</EmptyState>
        ) : (
          <p>
            <a href={`${path}/examples`}>{words.exampleCount(examples)}</a>
          </p>
        )}
      </section>
    </Page>
  )
}
