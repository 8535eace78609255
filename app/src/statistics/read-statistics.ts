/**
 * Reads statistics from CSV files: `series.csv` says what is counted and in which unit, every other file holds figures, one a row. A figure
 * that nobody has published is left out; none stands without its source. Pure.
 */
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { readRows } from '../kernel/limited-csv.ts'
import { type Figure, GROUPS, KINDS, parsePeriod, type Series, STATUSES } from './statistic.ts'

export const SERIES_FILE = 'series.csv'
const SERIES_COLUMNS = ['series', 'group', 'unit', 'kind', 'en', 'ur'] as const
export const FIGURE_COLUMNS = [
  'series',
  'period',
  'value',
  'unit',
  'status',
  'said_by',
  'source',
  'source_on',
  'note_en',
  'note_ur',
] as const

export type StatisticsRead =
  | { readonly ok: true; readonly series: readonly Series[] }
  /** `units.csv: row 3: …` */
  | { readonly ok: false; readonly problems: readonly string[] }

type Row<Column extends string> = Readonly<Record<Column, string>> & { readonly at: string }

export function readStatistics(files: ReadonlyMap<string, string>): StatisticsRead {
  const problems: string[] = []
  const series = rowsOf(SERIES_FILE, files.get(SERIES_FILE) ?? '', SERIES_COLUMNS, problems).flatMap(
    (row) => seriesIn(row, problems) ?? [],
  )
  const names = series.map(({ name }) => name)
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index)))
    problems.push(`${SERIES_FILE}: the series '${name}' stands twice.`)
  const figures = new Map<string, Figure[]>(names.map((name) => [name, []]))
  for (const [file, text] of [...files].filter(([name]) => name !== SERIES_FILE))
    for (const row of rowsOf(file, text, FIGURE_COLUMNS, problems)) {
      const of = series.find(({ name }) => name === row.series)
      if (of === undefined)
        problems.push(`${row.at}: ${SERIES_FILE} has no series '${row.series}'.${didYouMean(row.series, names)}`)
      const figure = of === undefined ? undefined : figureIn(row, of, problems)
      const known = figures.get(row.series)
      if (figure === undefined || known === undefined) continue
      if (known.some((one) => one.period.text === figure.period.text && one.source === figure.source))
        problems.push(`${row.at}: this source says something of '${row.series}' for ${row.period} in another row.`)
      known.push(figure)
    }
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    series: series.map((one) => ({
      ...one,
      figures: (figures.get(one.name) ?? []).toSorted((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b)),
    })),
  }
}

function startOf({ period }: Figure): number {
  return period.first ?? period.last
}

function endOf({ period }: Figure): number {
  return period.last
}

const MOST_ROWS = 20_000

/** Under the columns that the file must have, in their order. */
function rowsOf<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
  problems: string[],
): readonly Row<Column>[] {
  const rows: Row<Column>[] = []
  let head: readonly string[] | undefined
  const broken = readRows(text.replace(/^\ufeff/, ''), {
    delimiter: ',',
    columns: columns.length,
    take: (cells, row) => {
      if (head === undefined) head = cells
      else if (cells.some((cell) => cell.trim() !== '')) {
        const named = columns.map((column, index) => [column, (cells[index] ?? '').trim()] as const)
        rows.push({ ...(Object.fromEntries(named) as Record<Column, string>), at: `${file}: row ${row}` })
      }
      return head.join() === columns.join() && rows.length < MOST_ROWS
    },
  })
  if (head?.join() !== columns.join()) problems.push(`${file}: row 1: The columns are ${columns.join(', ')}.`)
  else if (broken !== undefined)
    problems.push(
      `${file}: row ${broken.row}: ${broken.fault === 'wide' ? `There are ${columns.length} columns.` : 'A quotation mark is not closed.'}`,
    )
  return rows
}

function seriesIn(row: Row<(typeof SERIES_COLUMNS)[number]>, problems: string[]): Omit<Series, 'figures'> | undefined {
  const { at, series: name, unit, en, ur } = row
  const group = oneOf(row, 'group', GROUPS, problems)
  const kind = oneOf(row, 'kind', KINDS, problems)
  if (!/^[a-z][a-z0-9_]*$/.test(name)) problems.push(`${at}: '${name}' is no name of a series, such as handsets_made.`)
  for (const [column, text] of Object.entries({ unit, en, ur }))
    if (text === '') problems.push(`${at}: '${column}' is empty.`)
  return group === undefined || kind === undefined ? undefined : { name, group, kind, unit, title: { en, ur } }
}

function figureIn(
  row: Row<(typeof FIGURE_COLUMNS)[number]>,
  { unit }: Pick<Series, 'unit'>,
  problems: string[],
): Figure | undefined {
  const { at, value, source, source_on, note_en: en, note_ur: ur } = row
  const before = problems.length
  const period = parsePeriod(row.period)
  if (period === undefined)
    problems.push(`${at}: '${row.period}' is no period: write 2024, 2024-05, 2024-07/2025-06 or ../2025-12.`)
  if (!/^\d{1,15}(\.\d{1,6})?$/.test(value))
    problems.push(`${at}: '${value}' is no figure. Write it like 1250.5; where none was published, leave out the row.`)
  if (row.unit !== unit) problems.push(`${at}: this series is counted in '${unit}', not '${row.unit}'.`)
  if (!/^https?:\/\/[^\s"<>]+$/.test(source))
    problems.push(`${at}: '${source}' is no address: every figure names where it was read.`)
  if (source_on !== '' && parseDay(source_on) === undefined)
    problems.push(`${at}: '${source_on}' is no day. Write it like 2027-06-30, or leave it out.`)
  const status = oneOf(row, 'status', STATUSES, problems)
  if (status === 'official' && row.said_by === '')
    problems.push(`${at}: an official figure says in 'said_by' of which authority it is.`)
  if (status === 'estimated' && en === '') problems.push(`${at}: an estimate says in its note how it was reckoned.`)
  if ((en === '') !== (ur === '')) problems.push(`${at}: a note stands in English and in Urdu.`)
  if (problems.length > before || period === undefined || status === undefined) return undefined
  return {
    period,
    value,
    status,
    said_by: row.said_by === '' ? undefined : row.said_by,
    source,
    source_on: source_on === '' ? undefined : source_on,
    note: en === '' ? undefined : { en, ur },
  }
}

function oneOf<Name extends string, Column extends string>(
  row: Row<Column>,
  column: Column,
  known: readonly Name[],
  problems: string[],
): Name | undefined {
  const text: string = row[column]
  const found = known.find((one) => one === text)
  if (found === undefined) problems.push(`${row.at}: '${column}' is one of ${known.join(', ')}, not '${text}'.`)
  return found
}
