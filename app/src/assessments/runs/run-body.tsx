/** What the page of a run shows. */
import { Confirmation } from '../../pages/confirmation.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { CsvLink } from '../../pages/csv-link.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { FirmLink } from '../../pages/firm-column.tsx'
import { Button, ErrorSummary, Select, TextArea, useSentBack } from '../../pages/form.tsx'
import { NextStep } from '../../pages/next-step.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Pagination } from '../../pages/pagination.tsx'
import { Said } from '../../pages/said.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { RUN_OUTCOMES } from './run.ts'
import { OutcomeTag, RunTag } from './run-tag.tsx'
import { runWordsOf } from './run-words.ts'
import type { RunShown } from './show-runs.ts'

interface Loaded {
  readonly loaded: RunShown
}

export function RunBody({ loaded }: Loaded) {
  const { period, programme, rehearsal, day, firm, begun, release, base, state, reason, total, done } = loaded
  const words = runWordsOf(useShell().language)
  const { problem } = useSentBack() ?? {}
  return (
    <Page title={words.run(period)} rehearsal={rehearsal}>
      {state === 'open' && problem === undefined ? <meta httpEquiv="refresh" content="5" /> : undefined}
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <ObjectHeader
        title={words.run(period)}
        within={{ href: '/assessment-runs', title: words.title }}
        facts={[
          { name: words.programme, value: programme },
          { name: words.scope, value: firm === undefined ? words.allFirms : <FirmLink firm={firm} /> },
          { name: words.asOf, value: day },
          { name: words.begun, value: words.onBy(begun.when, begun.person) },
          { name: words.law, value: <code dir="ltr">{release}</code> },
          {
            name: words.before,
            value: base === null ? words.noBefore : <a href={`/assessment-runs/${base}`}>{words.run(period)}</a>,
          },
          { name: words.state, value: <RunTag state={state} /> },
        ]}
      />
      <p className="lead" role="status">
        {words.progress(done, total)} {state === 'open' ? words.looksAgain : undefined}
      </p>
      {reason === undefined ? undefined : (
        <p>
          <Said by={words.stoppedBecause} text={reason} />
        </p>
      )}
      <Outcomes loaded={loaded} />
      <Changes loaded={loaded} />
      <Missing loaded={loaded} />
      <Results loaded={loaded} />
      {loaded.mayDetermine ? <NextStep href={`/dockets?run=${loaded.id}`}>{words.determine}</NextStep> : undefined}
      {loaded.mayStop ? <StopForm /> : undefined}
    </Page>
  )
}

function Outcomes({ loaded: { outcomes } }: Loaded) {
  const words = runWordsOf(useShell().language)
  if (outcomes.length === 0) return undefined
  const rows = RUN_OUTCOMES.flatMap((outcome) => outcomes.filter((one) => one.outcome === outcome))
  return (
    <section>
      <h2 id="came">{words.came}</h2>
      <DataTable
        titledBy="came"
        rows={rows}
        columns={[
          { title: words.outcome, of: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
          { title: words.count, of: ({ count }) => count, isAmount: true },
        ]}
      />
    </section>
  )
}

function Changes({ loaded: { base, causes, done } }: Loaded) {
  const words = runWordsOf(useShell().language)
  if (done === 0) return undefined
  return (
    <section>
      <h2 id="changed">{words.changed}</h2>
      {base === null ? (
        <p className="prose">{words.nothingBefore}</p>
      ) : causes.length === 0 ? (
        <p className="prose">{words.nothingChanged}</p>
      ) : (
        <>
          <p className="quiet prose">{words.changedHint}</p>
          <DataTable
            titledBy="changed"
            rows={causes}
            columns={[
              { title: words.cause, of: ({ cause }) => words.causes[cause] },
              { title: words.findings, of: ({ findings }) => findings, isAmount: true },
              { title: words.firms, of: ({ firms }) => firms, isAmount: true },
            ]}
          />
        </>
      )}
    </section>
  )
}

function Missing({ loaded: { missing, done } }: Loaded) {
  const words = runWordsOf(useShell().language)
  if (done === 0) return undefined
  return (
    <section>
      <h2 id="missing">{words.missing}</h2>
      {missing.length === 0 ? (
        <p className="prose">{words.nothingMissing}</p>
      ) : (
        <DataTable
          titledBy="missing"
          rows={missing}
          columns={[
            { title: words.fact, of: ({ fact }) => fact },
            { title: words.firms, of: ({ count }) => count, isAmount: true },
          ]}
        />
      )}
    </section>
  )
}

function Results({ loaded: { id, period, results, wanted, after, next, mayStart } }: Loaded) {
  const words = runWordsOf(useShell().language)
  const asked = wanted === undefined ? '' : `?wanted=${wanted}`
  return (
    <section>
      <h2 id="each">{words.each}</h2>
      <form className="one-line">
        <Select
          name="wanted"
          label={words.showOnly}
          choices={[
            { value: '', label: words.wanted.all },
            { value: 'changed', label: words.wanted.changed },
            { value: 'lacking', label: words.wanted.lacking },
            ...RUN_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] })),
          ]}
          defaultValue={wanted}
          problem={undefined}
        />
        <Button variant="secondary">{words.show}</Button>
      </form>
      {results.length === 0 ? (
        <EmptyState>{words.noneWanted}</EmptyState>
      ) : (
        <DataTable
          titledBy="each"
          rows={results}
          columns={[
            { title: words.firm, of: ({ firm }) => <FirmLink firm={firm} /> },
            { title: words.outcome, of: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
            {
              title: words.what,
              of: ({ said, problem }) => (
                <>
                  {problem === undefined ? undefined : <code dir="ltr">{problem}</code>}
                  {said.map((one) => (
                    <div key={one}>{one}</div>
                  ))}
                </>
              ),
            },
            {
              title: words.assessment,
              of: ({ assessment_id, return_id, firm }) => (
                <>
                  {assessment_id === null ? (
                    <a href={`/returns/${return_id}`}>{words.return}</a>
                  ) : (
                    <a href={`/assessments/${assessment_id}`}>{words.assessment}</a>
                  )}
                  {mayStart && firm !== undefined ? (
                    <div>
                      <a href={`/assessment-runs?firm=${firm.id}&period=${period}`}>{words.again}</a>
                    </div>
                  ) : undefined}
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination path={`/assessment-runs/${id}${asked}`} after={after} next={next ?? undefined} />
      {results.length === 0 ? undefined : <CsvLink href={`/assessment-runs/${id}/results.csv${asked}`} />}
    </section>
  )
}

function StopForm() {
  const words = runWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <details className="folded">
      <summary>{words.stop}</summary>
      <form className="act" method="post">
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          problem={problem}
          defaultValue={typed['reason']}
        />
        <Consequence>
          <p>{words.stopConsequence}</p>
        </Consequence>
        <Button variant="secondary">{words.stopIt}</Button>
      </form>
    </details>
  )
}
