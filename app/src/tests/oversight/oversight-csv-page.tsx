/** The oversight of laboratories as a table for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../../pages/csv-response.ts'
import { pageCall } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { oversightWordsOf } from './oversight-words.ts'
import { readOversightFor } from './show-oversight.ts'

export const handle = { see: 'see_test_oversight' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const words = oversightWordsOf(context.get(pageCall).language)
  const { lines } = await readOversightFor(context)
  const columns: readonly (readonly [title: string, of: (line: (typeof lines)[number]) => string | number | null])[] = [
    [words.csv.number, ({ laboratory_number }) => laboratory_number],
    [words.laboratory, ({ laboratory_name }) => laboratory_name],
    [words.csv.standard, ({ standard }) => standard],
    [words.csv.method, ({ method }) => method],
    [words.reports, ({ reports }) => reports],
    [words.median, ({ median_days }) => median_days],
    [words.ninetieth, ({ ninetieth_days }) => ninetieth_days],
    [words.late, ({ late }) => late],
    [words.waited, ({ waited_days }) => waited_days],
    [words.open, ({ open }) => open],
    [words.csv.oldestOn, ({ oldest_on }) => oldest_on],
    [words.csv.oldestDays, ({ oldest_days }) => oldest_days],
    [words.awaited, ({ awaited }) => awaited],
    [words.failed, ({ failed }) => failed],
    [words.csv.othersReports, ({ others }) => others.reports],
    [words.csv.othersFailed, ({ others }) => others.failed],
    [words.chance, ({ chance }) => chance],
    [words.says, ({ difference }) => words.differences[difference]],
    [words.rejected, ({ rejected_samples }) => rejected_samples],
    [words.retests, ({ retests }) => retests],
  ]
  const rows = lines.map((line) => columns.map(([, of]) => String(of(line) ?? '')))
  return csvResponse('laboratories-oversight', [columns.map(([title]) => title), ...rows])
}
