/** How far tariffs protect making each product here: a form that works without a script, and its answer. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { inLanguage, namesOf } from '@maqami/engine/explain/names.ts'
import { rehearsalIn, textIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { ErrorSummary } from '../pages/form.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { comparePageWordsOf } from './compare-page-words.ts'
import type { ProtectedView } from './protection-view.ts'
import { protectionWordsOf } from './protection-words.ts'
import { protectionAsked } from './question-asked.ts'
import { QuestionForm } from './question-form.tsx'
import { questionView } from './question-view.ts'
import { SpansChart } from './spans-chart.tsx'

export const handle = { see: 'compare_routes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { language, address, problemOf } = context.get(pageCall)
  const { routes, question, view, refused } = await protectionAsked(context, params['comparison'])
  const { programme } = routes.engine
  const problem = refused === undefined ? undefined : problemOf(refused)
  const voice = voiceOf(language, namesOf(programme))
  const page = {
    comparison: programme.heading.name,
    heading: inLanguage(programme.heading.title, language, programme.heading.name),
    rehearsal: rehearsalIn(voice, programme),
    under: comparePageWordsOf(language).result(
      textIn(voice, question.law.label),
      displayDayText(formatDay(question.day), language),
    ),
    form: questionView(routes, question, language, 'protection'),
    query: address.split('?')[1] ?? '',
    problem,
    view,
  }
  return data(page, { status: problem?.status ?? 200 })
}

const LOOKS: Readonly<Record<ProtectedView['verdict'], Look>> = {
  negative: 'bad',
  notNegative: 'good',
  notKnown: 'open',
}

export default function ProtectionPage() {
  const { comparison, heading, rehearsal, under, form, query, problem, view } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = protectionWordsOf(language)
  const path = `/compare/${comparison}/protection`
  const asked = query === '' ? '' : `?${query}`
  return (
    <Page title={words.title} rehearsal={rehearsal}>
      <p>
        <a href={`/compare/${comparison}`}>{words.toComparison}</a>
      </p>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>{words.reading}</p>
      <ErrorSummary problem={problem} />
      <QuestionForm action={path} more={words.tryOut} button={words.compare} view={form} problem={problem} />
      {view === undefined ? undefined : (
        <>
          <h2 id="result">{under}</h2>
          <h3>{view.summary}</h3>
          {view.alarms.length === 0 ? undefined : (
            <ul>
              {view.alarms.map((alarm) => (
                <li key={alarm}>{alarm}</li>
              ))}
            </ul>
          )}
          <SpansChart view={view.chart} />
          <div className="compared">
            <DataTable
              titledBy="result"
              rows={view.rows}
              columns={[
                { title: words.product, of: ({ label }: ProtectedView) => label },
                { title: words.tariff, isAmount: true, of: ({ tariff }) => tariff },
                { title: words.share, isAmount: true, of: ({ share }) => share },
                { title: words.inputTariff, isAmount: true, of: ({ inputTariff }) => inputTariff },
                {
                  title: words.rate,
                  isAmount: true,
                  of: ({ name, rate }) => <a href={`${path}/${name}${asked}`}>{rate}</a>,
                },
                { title: words.moved, of: ({ moved }) => moved },
                {
                  title: words.verdict,
                  of: ({ verdict }) => <StateTag look={LOOKS[verdict]}>{words[verdict]}</StateTag>,
                },
              ]}
            />
          </div>
          <CsvLink href={`${path}/table.csv${asked}`} />
          {view.unknown.length === 0 ? undefined : (
            <>
              <h3>{words.whatIsUnknown}</h3>
              <ul>
                {view.unknown.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <p>
        <a href={`/programmes/${comparison}`}>{comparePageWordsOf(language).method}</a> ({heading})
      </p>
    </Page>
  )
}
