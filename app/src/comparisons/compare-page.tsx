/** What one set costs by each route: a form that works without a script, and its answer. */
import { inLanguage, namesOf } from '@maqami/engine/explain/names.ts'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { rehearsalIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Problem } from '../kernel/problem.ts'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { ErrorSummary, Select } from '../pages/form.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { comparePageWordsOf } from './compare-page-words.ts'
import { CHARGES, comparisonView, gapView, type RowView } from './comparison-view.ts'
import { movedView } from './moved-view.ts'
import { questionAsked } from './question-asked.ts'
import { QuestionForm } from './question-form.tsx'
import { type DifferenceView, differenceView, questionView } from './question-view.ts'
import { protectionWordsOf } from './protection-words.ts'
import { SpansChart } from './spans-chart.tsx'
import { StackChart } from './stack-chart.tsx'
// Its address, which the bundler gives.
// oxlint-disable-next-line import/default
import script from './comparison-island.ts?worker&url'

export const handle = { see: 'compare_routes', script: { file: script, fetches: true } } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { language, address, problemOf } = context.get(pageCall)
  const { routes, question, difference, followed, refused } = await questionAsked(context, params['comparison'])
  const { programme } = routes.engine
  const problem = refused === undefined ? undefined : problemOf(refused)
  const found =
    followed.length === 0
      ? undefined
      : {
          view: comparisonView(routes, question, followed, language),
          moved: movedView(routes, question, difference, language),
          gap: gapView(routes, question, language),
        }
  const page = {
    comparison: programme.heading.name,
    heading: inLanguage(programme.heading.title, language, programme.heading.name),
    rehearsal: rehearsalIn(voiceOf(language, namesOf(programme)), programme),
    form: questionView(routes, question, language),
    pair: differenceView(routes, difference, language),
    today: formatDay(question.day),
    query: address.split('?')[1] ?? '',
    problem,
    found,
  }
  return data(page, { status: problem?.status ?? 200 })
}

export default function ComparePage() {
  const { comparison, heading, today, rehearsal, form, pair, query, problem, found } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = comparePageWordsOf(language)
  const path = `/compare/${comparison}`
  return (
    <Page title={heading} rehearsal={rehearsal}>
      <h1>{heading}</h1>
      <p className="lead">{words.lead}</p>
      <ErrorSummary problem={problem} />
      <p>
        <a href={`${path}/protection`}>{protectionWordsOf(language).toProtection}</a>
      </p>
      <QuestionForm
        action={path}
        more={words.more}
        button={words.compare}
        view={form}
        problem={problem}
        moving={{ law: `${path}/law`, today }}
      >
        <div className="one-line">
          <Chosen name="moved" label={words.moved} view={pair.moved} problem={problem} />
          <Chosen name="route" label={words.route} view={pair.route} problem={problem} />
          <Chosen name="than" label={words.than} view={pair.than} problem={problem} />
        </div>
      </QuestionForm>
      <p className="ds-validation-message" role="status" data-told="wrong" />
      <script src={script} defer />
      {found === undefined ? undefined : (
        <div data-answer="">
          <h2 id="result" data-told="under">
            {words.result(found.view.law, displayDayText(found.view.day, language))}
          </h2>
          <StackChart view={found.view.stack} title={words.stack} />
          <p className="quiet">{words.open}</p>
          {found.view.groups.map((group) => (
            <div className="compared" key={group.name}>
              <DataTable
                id={`group-${group.name}`}
                caption={group.name === CHARGES ? words.charges : group.title}
                rows={group.rows}
                columns={[
                  { title: words.figure, of: ({ label }: RowView) => label },
                  ...found.view.routes.map((route, index) => ({
                    title: route.label,
                    isAmount: true,
                    of: ({ name, cells }: RowView) => (
                      <a
                        href={`${path}/${route.name}/${name}${query === '' ? '' : `?${query}`}`}
                        data-figure={`${route.name} ${name}`}
                      >
                        {cells[index]}
                      </a>
                    ),
                  })),
                ]}
              />
            </div>
          ))}
          <CsvLink href={`${path}/table.csv${query === '' ? '' : `?${query}`}`} />
          <div data-behind="">
            <h2 id="moves">{words.moves}</h2>
            <p data-told="moves">{words.movesNote(found.moved.difference)}</p>
            <div data-chart="moves">
              <SpansChart view={found.moved.chart} parts={[words.atLow, words.atHigh]} />
            </div>
            <DataTable
              titledBy="moves"
              rows={found.moved.sways}
              columns={[
                { title: words.assumption, of: ({ label }) => label },
                { title: words.from, isAmount: true, of: ({ from }) => from },
                { title: words.to, isAmount: true, of: ({ to }) => to },
                { title: words.atLow, isAmount: true, of: ({ atLow }) => atLow },
                { title: words.atHigh, isAmount: true, of: ({ atHigh }) => atHigh },
              ]}
            />
            <h3>{words.breakEven}</h3>
            <ul data-list="crossings">
              {found.moved.crossings.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <h2 id="gap">{words.gap}</h2>
            <p>{words.gapNote}</p>
            <DataTable
              titledBy="gap"
              rows={found.gap}
              columns={words.gapColumns.map((title, index) => ({
                title,
                isAmount: true,
                of: (row: readonly string[]) => row[index],
              }))}
            />
          </div>
          <p className="quiet">{words.noBehaviour}</p>
        </div>
      )}
      <p>
        <a href={`/programmes/${comparison}`}>{words.method}</a>
      </p>
    </Page>
  )
}

interface ChosenProps {
  readonly name: string
  readonly label: string
  readonly view: DifferenceView['moved']
  readonly problem: Problem | undefined
}

function Chosen({ name, label, view, problem }: ChosenProps) {
  return <Select name={name} label={label} choices={view.choices} defaultValue={view.value} problem={problem} />
}
