/** What one set costs by each route: a form that works without a script, and its answer. */
import { inLanguage, namesOf } from '@maqami/engine/explain/names.ts'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { rehearsalIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { ErrorSummary } from '../pages/form.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { comparePageWordsOf } from './compare-page-words.ts'
import { CHARGES, comparisonView, type RowView } from './comparison-view.ts'
import { movedView } from './moved-view.ts'
import { questionAsked } from './question-asked.ts'
import { QuestionForm } from './question-form.tsx'
import { questionView } from './question-view.ts'
import { StackChart } from './stack-chart.tsx'
// Its address, which the bundler gives.
// oxlint-disable-next-line import/default
import script from './comparison-island.ts?worker&url'

export const handle = { see: 'compare_routes', script: { file: script, fetches: true } } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { language, address, problemOf } = context.get(pageCall)
  const { routes, question, followed, refused } = await questionAsked(context, params['comparison'])
  const { programme } = routes.engine
  const problem = refused === undefined ? undefined : problemOf(refused)
  const [than = '', route = ''] = routes.comparison.routes
  const found =
    followed.length === 0
      ? undefined
      : {
          view: comparisonView(routes, question, followed, language),
          moved: movedView(routes, question, { finding: routes.comparison.stack.whole, route, than }, language),
        }
  const page = {
    comparison: programme.heading.name,
    heading: inLanguage(programme.heading.title, language, programme.heading.name),
    rehearsal: rehearsalIn(voiceOf(language, namesOf(programme)), programme),
    form: questionView(routes, question, language),
    today: formatDay(question.day),
    query: address.split('?')[1] ?? '',
    problem,
    found,
  }
  return data(page, { status: problem?.status ?? 200 })
}

export default function ComparePage() {
  const { comparison, heading, today, rehearsal, form, query, problem, found } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = comparePageWordsOf(language)
  const path = `/compare/${comparison}`
  return (
    <Page title={heading} rehearsal={rehearsal}>
      <h1>{heading}</h1>
      <p className="lead">{words.lead}</p>
      <ErrorSummary problem={problem} />
      <QuestionForm action={path} today={today} view={form} problem={problem} />
      <script src={script} defer />
      {found === undefined ? undefined : (
        <>
          <h2 id="result">{words.result(found.view.law, displayDayText(found.view.day, language))}</h2>
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
          <div data-unmoved="">
            <h2 id="moves">{words.moves}</h2>
            <p>{words.movesNote(found.moved.difference)}</p>
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
            {found.moved.crossings.length === 0 ? undefined : (
              <>
                <h3>{words.breakEven}</h3>
                <ul>
                  {found.moved.crossings.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </>
            )}
            <h2 id="gap">{words.gap}</h2>
            <p>{words.gapNote}</p>
            <DataTable
              titledBy="gap"
              rows={found.view.gap}
              columns={words.gapColumns.map((title, index) => ({
                title,
                isAmount: true,
                of: (row: readonly string[]) => row[index],
              }))}
            />
          </div>
          <p className="quiet">{words.noBehaviour}</p>
        </>
      )}
      <p>
        <a href={`/programmes/${comparison}`}>{words.method}</a>
      </p>
    </Page>
  )
}
