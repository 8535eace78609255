/** What the page of a test shows. */
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { ErrorSummary, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline, type TimelineEntry } from '../pages/timeline.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { limitText } from './limit-text.ts'
import type { showTest } from './show-tests.ts'
import { TestForms } from './test-forms.tsx'
import { TestTag } from './test-tag.tsx'
import { testWordsOf } from './test-words.ts'
import type { TestEvent } from './way.ts'

export type TestShown = Awaited<ReturnType<typeof showTest>>

export function TestBody({ loaded }: { readonly loaded: TestShown }) {
  const { one, state } = loaded
  const { problem } = useSentBack() ?? {}
  const { language } = useShell()
  const words = testWordsOf(language)
  const requested = momentOf(one.requested_at, language)
  const entryOf = useEntry()
  return (
    <Page title={`${words.title} ${one.number}`}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <ObjectHeader
        title={one.number}
        within={{ href: '/tests', title: words.title }}
        facts={[
          { name: words.state, value: <TestTag state={state} /> },
          { name: words.maker, value: <bdi>{one.manufacturer_name}</bdi> },
          { name: words.laboratory, value: <bdi>{one.laboratory_name}</bdi> },
          { name: words.model, value: <bdi>{one.model_name}</bdi> },
        ]}
      />
      <TestForms loaded={loaded} />
      <FactList
        className="facts"
        facts={[
          { name: words.scheme, value: <a href={loaded.scheme.href}>{loaded.scheme.name}</a> },
          {
            name: words.tests,
            value: loaded.tests.map(({ id, metric, standard, method }) => (
              <div key={id}>
                {metric} <bdi dir="ltr" className="quiet">{`${standard}, ${method}`}</bdi>
              </div>
            )),
          },
          { name: words.sample, value: <bdi>{one.sample}</bdi> },
          ...useTurnaround(loaded),
        ]}
      />
      <Offer loaded={loaded} />
      <Results loaded={loaded} />
      <h2>{words.history}</h2>
      <Timeline
        entries={[
          { when: requested.when, day: requested.day, what: [words.events.requested] },
          ...one.events.map(entryOf),
        ]}
      />
    </Page>
  )
}

function useTurnaround({ one: { turnaround } }: TestShown) {
  const { language } = useShell()
  const words = testWordsOf(language)
  if (turnaround === null) return []
  const { used_days, promised_days, due_on, stopped } = turnaround
  const until = due_on === null ? [] : [{ name: words.due, value: dayText(due_on, language) }]
  const used = words.turnaroundOf(used_days, promised_days)
  return [{ name: words.turnaround, value: stopped ? `${used}. ${words.standsStill}` : used }, ...until]
}

interface PartProps {
  readonly loaded: TestShown
}

function Offer({ loaded: { quote } }: PartProps) {
  const words = testWordsOf(useShell().language)
  if (quote === undefined) return undefined
  return (
    <>
      <h2 id="offer">{words.offer}</h2>
      <DataTable
        titledBy="offer"
        rows={quote.terms}
        columns={[
          { title: words.method, of: ({ standard, method }) => <bdi dir="ltr">{`${standard}, ${method}`}</bdi> },
          { title: words.metric, of: ({ metric }) => <bdi>{metric}</bdi> },
          { title: words.limit, isWhole: true, of: (term) => <bdi dir="ltr">{limitText(term, term.limit)}</bdi> },
          {
            title: words.rule,
            of: ({ decision_rule }) => (decision_rule === 'guarded_acceptance' ? words.guarded : words.simple),
          },
        ]}
      />
      <FactList
        className="facts"
        facts={[
          { name: words.price, value: <bdi>{quote.price}</bdi> },
          { name: words.workingDays, value: String(quote.working_days) },
          { name: words.certificate, value: words.holdsFor(quote.valid_months) },
        ]}
      />
    </>
  )
}

function Results({ loaded: { verdicts } }: PartProps) {
  const { language } = useShell()
  const words = testWordsOf(language)
  if (verdicts.length === 0) return undefined
  return (
    <>
      <h2 id="results">{words.results}</h2>
      <DataTable
        titledBy="results"
        rows={verdicts}
        columns={[
          { title: words.method, of: ({ term }) => <bdi dir="ltr">{`${term.standard}, ${term.method}`}</bdi> },
          { title: words.metric, of: ({ term }) => <bdi>{term.metric}</bdi> },
          {
            title: words.value,
            isWhole: true,
            of: ({ term, result }) => (
              <bdi dir="ltr">{`${result.value} ± ${result.expanded_uncertainty} ${term.unit}`}</bdi>
            ),
          },
          { title: words.factor, isAmount: true, of: ({ result }) => <bdi dir="ltr">{result.coverage_factor}</bdi> },
          {
            title: words.acceptance,
            isWhole: true,
            of: ({ term, acceptance_limit }) => <bdi dir="ltr">{limitText(term, acceptance_limit)}</bdi>,
          },
          { title: words.measuredOn, isWhole: true, of: ({ result }) => dayText(result.measured_on, language) },
          { title: words.verdict, of: ({ conforms }) => (conforms ? words.conforms : words.conformsNot) },
        ]}
      />
    </>
  )
}

function useEntry(): (event: TestEvent) => TimelineEntry {
  const { language } = useShell()
  const words = testWordsOf(language)
  return (event) => {
    const { when, day } = momentOf(event.recorded_at, language)
    const what = words.events[event.kind]
    switch (event.kind) {
      case 'sample_received':
        return { when, day, what: [what, words.custody(event.handed_by, event.seal, event.condition)] }
      case 'sample_rejected':
      case 'retest':
      case 'withdrawn':
        return { when, day, what: [what, <Said key="why" by={words.reason} text={event.reason} />] }
      case 'reported':
        return {
          when,
          day,
          what: [
            what,
            <code key="hash" dir="ltr">
              {event.report_hash}
            </code>,
          ],
        }
      case 'reviewed': {
        const { certificate, report_hash } = event
        const report = `/api/test-reports/${report_hash.replace('sha256:', '')}`
        const links = [
          <a key="report" href={report}>
            {words.report}
          </a>,
          ...(certificate === null
            ? []
            : [
                <a key="certificate" href={`/certificates/${certificate}`}>
                  {words.certificate} <bdi dir="ltr">{certificate}</bdi>
                </a>,
              ]),
        ]
        return { when, day, what: [what, ...links] }
      }
      case 'quoted':
      case 'accepted':
      case 'measured':
        return { when, day, what: [what] }
    }
  }
}
