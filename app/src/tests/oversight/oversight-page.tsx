/** How laboratories do, for officers: turnaround, queues, failures, and who differs from the rest. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { BarChart } from '../../pages/bar-chart.tsx'
import { CsvLink } from '../../pages/csv-link.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { type Look, StateTag } from '../../pages/state-tag.tsx'
import type { Difference } from './tally.ts'
import { oversightWordsOf } from './oversight-words.ts'
import { showOversight } from './show-oversight.ts'

export const handle = { see: 'see_test_oversight' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showOversight(context)
}

type Shown = Awaited<ReturnType<typeof showOversight>>
type Line = Shown['lines'][number]

export default function OversightPage() {
  const shown = useLoaderData<typeof loader>()
  const words = oversightWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <p className="within">
        <a href="/tests">{words.test}</a>
      </p>
      <h1>{words.title}</h1>
      <p className="prose">{words.intro(shown.since)}</p>
      {shown.lines.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <>
          <Turnaround shown={shown} />
          <Failures shown={shown} />
          <CsvLink href="/laboratories/oversight.csv" />
        </>
      )}
    </Page>
  )
}

function figure(title: string, of: (line: Line) => number | null) {
  return { title, isAmount: true, of: (line: Line) => of(line) ?? '–' }
}

function Turnaround({ shown: { lines, slow } }: { readonly shown: Shown }) {
  const words = oversightWordsOf(useShell().language)
  return (
    <>
      <h2 id="turnaround">{words.turnaround}</h2>
      <p className="prose">{words.turnaroundIntro}</p>
      {slow === undefined ? undefined : <BarChart title={slow.title} view={slow.view} note={words.chartNote} />}
      <DataTable
        titledBy="turnaround"
        rows={lines}
        columns={[
          ...useNames(),
          figure(words.reports, ({ reports }) => reports),
          figure(words.median, ({ median_days }) => median_days),
          figure(words.ninetieth, ({ ninetieth_days }) => ninetieth_days),
          figure(words.late, ({ late }) => late),
          figure(words.waited, ({ waited_days }) => waited_days),
          figure(words.open, ({ open }) => open),
          { title: words.oldest, of: ({ oldest }) => oldest ?? '–' },
          figure(words.awaited, ({ awaited }) => awaited),
        ]}
      />
    </>
  )
}

const LOOKS: Readonly<Record<Difference, Look>> = {
  too_few: 'quiet',
  no_difference: 'quiet',
  fails_more: 'open',
  fails_less: 'open',
}

function Failures({ shown: { lines, method, unlike } }: { readonly shown: Shown }) {
  const words = oversightWordsOf(useShell().language)
  return (
    <>
      <h2 id="failures">{words.failures}</h2>
      <p className="prose">{method}</p>
      {unlike === undefined ? (
        <p>{words.noComparison}</p>
      ) : (
        <BarChart title={unlike.title} view={unlike.view} note={words.shareNote} />
      )}
      <DataTable
        titledBy="failures"
        rows={lines}
        columns={[
          ...useNames(),
          { title: words.failed, isWhole: true, of: ({ theirs }) => theirs },
          { title: words.others, isWhole: true, of: ({ rest }) => rest },
          { title: words.chance, isAmount: true, of: ({ chance }) => chanceText(chance, words) },
          {
            title: words.says,
            of: ({ difference }) => <StateTag look={LOOKS[difference]}>{words.differences[difference]}</StateTag>,
          },
          { title: words.rejected, isAmount: true, of: ({ rejected_samples }) => rejected_samples },
          { title: words.retests, isAmount: true, of: ({ retests }) => retests },
        ]}
      />
    </>
  )
}

function useNames() {
  const words = oversightWordsOf(useShell().language)
  return [
    {
      title: words.laboratory,
      of: ({ laboratory_number, laboratory_name }: Line) => (
        <a href={`/laboratories/${laboratory_number}`}>
          <bdi>{laboratory_name}</bdi>
        </a>
      ),
    },
    {
      title: words.test,
      of: ({ standard, method }: Line) => (
        <>
          <bdi dir="ltr">{standard}</bdi> <bdi dir="ltr">{method}</bdi>
        </>
      ),
    },
  ]
}

const SMALLEST = '0.0001'

/** Six places are kept, and four are read. */
function chanceText(chance: string | null, words: ReturnType<typeof oversightWordsOf>): string {
  if (chance === null) return '–'
  return chance < SMALLEST ? words.below(SMALLEST) : chance.slice(0, SMALLEST.length)
}
