/** One candidate: where it stands, how it got there, and what was promised. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { Timeline } from '../pages/timeline.tsx'
import { dayText } from '../pages/when.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import { PromiseTable } from './promise-table.tsx'
import { showCandidate } from './show-commitments.ts'

export const handle = { see: 'see_candidates' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showCandidate(context, params['number'])
}

export default function CandidatePage() {
  const shown = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = commitmentWordsOf(language)
  const { number, name, kind, country, component_classes: classes, site, zone, stage, mayRecord } = shown
  const { owner, next_step, next_on, lapsed } = shown
  const said = (text: string | null) => (text === null ? words.notSaid : <bdi>{text}</bdi>)
  return (
    <Page title={name}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={name}
        within={{ href: '/investments', title: words.title }}
        facts={[
          { name: words.number, value: <bdi dir="ltr">{number}</bdi> },
          { name: words.stage, value: words.stages[stage] },
          { name: words.kind, value: words.kinds[kind] },
          { name: words.country, value: country },
          {
            name: words.classes,
            value:
              classes.length === 0 ? words.noClasses : classes.map((one) => words.classNames[one]).join(words.comma),
          },
          { name: words.site, value: said(site) },
          { name: words.zone, value: said(zone) },
          { name: words.owner, value: owner === undefined ? words.nobody : <bdi>{owner}</bdi> },
        ]}
      />
      {next_step === null ? undefined : (
        <p className="lead">
          {words.next}: <bdi>{next_step}</bdi>{' '}
          {next_on === null ? undefined : (
            <>
              ({words.nextBy} {dayText(next_on, language)})
            </>
          )}{' '}
          {lapsed ? <StateTag look="bad">{words.lapsed}</StateTag> : undefined}
        </p>
      )}
      {mayRecord ? (
        <ul className="links">
          {(['step', 'promise'] as const).map((what) => (
            <li key={what}>
              <a href={`/investments/${number}/${what}`}>{words.forms[what].title}</a>
            </li>
          ))}
        </ul>
      ) : undefined}
      <h2 id="promises">{words.promises.title}</h2>
      {shown.promises.length === 0 ? (
        <EmptyState>{words.promises.none}</EmptyState>
      ) : (
        <PromiseTable
          titledBy="promises"
          items={shown.promises}
          isOfficer
          seeAt={mayRecord ? (promise) => `/investments/${number}/realisation?promise=${promise}` : undefined}
        />
      )}
      <h2>{words.steps}</h2>
      <Timeline
        entries={shown.steps.map((step) => ({
          day: step.happened_on,
          when: dayText(step.happened_on, language),
          what: [
            words.stages[step.stage],
            ...(step.next_step === null ? [] : [<bdi key="next">{`${words.next}: ${step.next_step}`}</bdi>]),
          ],
        }))}
      />
    </Page>
  )
}
