/** The tables of figures, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../../kernel/database.ts'

export interface FigureRow {
  readonly return_id: string
  readonly version: number
  readonly manufacturer_id: string
  readonly programme: string
  readonly measure: string
  readonly period: string
  /** The member of the first dimension, by which totals are kept; empty where there is none. */
  readonly part: string
  /** Canonical JSON of the members by dimension. */
  readonly at: string
  /** A decimal. */
  readonly value: string
  readonly lines_unknown: number
  readonly counts_from: string
  /** When a later version took its place; null while it counts. */
  readonly counts_until: string | null
}

export interface FigureTotal {
  readonly programme: string
  readonly measure: string
  readonly period: string
  readonly part: string
  readonly value: string
  readonly lines_unknown: number
  /** How many rows of figures are in it. */
  readonly figures: number
}

type FigureTables = { readonly figures: FigureRow; readonly figure_totals: FigureTotal }

function figures(handle: Handle): Kysely<FigureTables> {
  return handle.withTables<FigureTables>()
}

const COLUMNS = [
  'return_id',
  'version',
  'manufacturer_id',
  'programme',
  'measure',
  'period',
  'part',
  'at',
  'value',
  'lines_unknown',
  'counts_from',
] as const satisfies readonly (keyof FigureRow)[]

/** What counted of the return counts no more, and these do; the totals follow. */
export async function replaceFigures(
  handle: Handle,
  return_id: string,
  rows: readonly Omit<FigureRow, 'counts_until'>[],
  at: string,
): Promise<void> {
  await sql`with gone as (
      update figures set counts_until = ${at} where return_id = ${return_id} and counts_until is null returning *
    )
    insert into figure_totals as t (programme, measure, period, part, value, lines_unknown, figures)
    select programme, measure, period, part, -sum(value), -sum(lines_unknown), -count(*) from gone
    group by programme, measure, period, part
    on conflict (programme, measure, period, part) do update set
      value = t.value + excluded.value, lines_unknown = t.lines_unknown + excluded.lines_unknown, figures = t.figures + excluded.figures`.execute(
    handle,
  )
  const list = sql.join(COLUMNS.map((name) => sql.ref(name)))
  await sql`with fresh as (
      insert into figures (${list})
      select ${list} from jsonb_populate_recordset(null::figures, ${JSON.stringify(rows)}::jsonb)
      returning *
    )
    insert into figure_totals as t (programme, measure, period, part, value, lines_unknown, figures)
    select programme, measure, period, part, sum(value), sum(lines_unknown), count(*) from fresh
    group by programme, measure, period, part
    on conflict (programme, measure, period, part) do update set
      value = t.value + excluded.value, lines_unknown = t.lines_unknown + excluded.lines_unknown, figures = t.figures + excluded.figures`.execute(
    handle,
  )
}

export async function forgetFigures(handle: Handle): Promise<void> {
  await figures(handle).deleteFrom('figures').execute()
  await figures(handle).deleteFrom('figure_totals').execute()
}

/** All that counted and counts, and the totals, as text in one order: the same register gives the same bytes. */
export async function figuresText(handle: Handle): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select concat_ws('|', 'figure', return_id, version, measure, period, part, at, trim_scale(value), lines_unknown, counts_from, counts_until) as line
      from figures
      union all
      select concat_ws('|', 'total', programme, measure, period, part, trim_scale(value), lines_unknown, figures)
      from figure_totals where figures > 0
    ) as lines order by line collate "C"`.execute(handle)
  return rows.map(({ line }) => `${line}\n`).join('')
}

const FIGURE = [
  'return_id',
  'version',
  'manufacturer_id',
  'programme',
  'measure',
  'period',
  'part',
  'at',
  'lines_unknown',
] as const satisfies readonly (keyof FigureRow)[]

/** Those that counted at an instant, of these periods. */
export async function figuresAt(
  handle: Handle,
  { programme, periods, at }: { readonly programme: string; readonly periods: readonly string[]; readonly at: string },
): Promise<readonly Omit<FigureRow, 'counts_from' | 'counts_until'>[]> {
  return await figures(handle)
    .selectFrom('figures')
    .select(FIGURE)
    .select(sql<string>`trim_scale(value)::text`.as('value'))
    .where('programme', '=', programme)
    .where('period', 'in', periods)
    .where('counts_from', '<=', at)
    .where((that) => that.or([that('counts_until', 'is', null), that('counts_until', '>', at)]))
    .orderBy('return_id')
    .orderBy('measure')
    .orderBy('period')
    .orderBy('at')
    .execute()
}

/** Of all firms together. */
export async function totalsUnder(handle: Handle, programme: string): Promise<readonly FigureTotal[]> {
  return await figures(handle)
    .selectFrom('figure_totals')
    .selectAll()
    .where('programme', '=', programme)
    .where('figures', '>', 0)
    .orderBy('period')
    .execute()
}

/** What the totals gained since an instant, by returns that were accepted and those that they took the place of. */
export async function totalsGained(
  handle: Handle,
  programme: string,
  since: string,
): Promise<readonly Pick<FigureTotal, 'measure' | 'period' | 'part' | 'value'>[]> {
  const { rows } = await sql<Pick<FigureTotal, 'measure' | 'period' | 'part' | 'value'>>`
    select measure, period, part, trim_scale(sum(value))::text as value from (
      select measure, period, part, value from figures
      where programme = ${programme} and counts_from > ${since} and counts_until is null
      union all
      select measure, period, part, -value from figures
      where programme = ${programme} and counts_from <= ${since} and counts_until > ${since}
    ) as gained group by measure, period, part`.execute(handle)
  return rows
}

/** How many returns were accepted since an instant, and how many of them were restated. */
export async function acceptedSince(
  handle: Handle,
  programme: string,
  since: string,
): Promise<{ readonly accepted: number; readonly restated: number }> {
  const { rows } = await sql<{ accepted: number; restated: number }>`
    select count(distinct return_id)::int as accepted, (count(distinct return_id) filter (where version > 1))::int as restated
    from figures where programme = ${programme} and counts_from > ${since}`.execute(handle)
  return rows[0] ?? { accepted: 0, restated: 0 }
}

export interface PartOfReturn {
  readonly return_id: string
  readonly manufacturer_id: string
  readonly measure: string
  readonly part: string
  readonly period: string
  readonly value: string
}

/** What each return that the reader may see adds to measures in these periods. */
export async function partsOfReturns(
  handle: Handle,
  programme: string,
  measures: readonly string[],
  periods: readonly string[],
): Promise<readonly PartOfReturn[]> {
  return await figures(handle)
    .selectFrom('figures')
    .select(['return_id', 'manufacturer_id', 'measure', 'part', 'period'])
    .select(sql<string>`trim_scale(sum(value))::text`.as('value'))
    .where('programme', '=', programme)
    .where('measure', 'in', measures)
    .where('period', 'in', periods)
    .where('counts_until', 'is', null)
    .groupBy(['return_id', 'manufacturer_id', 'measure', 'part', 'period'])
    .execute()
}

/** Those that count now, of the reader's own firm or of all. */
export async function figuresNow(
  handle: Handle,
  programme: string,
  measures: readonly string[],
  periods: readonly string[],
): Promise<readonly Omit<FigureRow, 'counts_from' | 'counts_until'>[]> {
  return await figures(handle)
    .selectFrom('figures')
    .select(FIGURE)
    .select(sql<string>`trim_scale(value)::text`.as('value'))
    .where('programme', '=', programme)
    .where('measure', 'in', measures)
    .where('period', 'in', periods)
    .where('counts_until', 'is', null)
    .orderBy('return_id')
    .orderBy('measure')
    .orderBy('period')
    .orderBy('at')
    .execute()
}

/** Of which something is known now. */
export async function periodsIn(
  handle: Handle,
  programme: string,
  measures: readonly string[],
): Promise<readonly string[]> {
  const rows = await figures(handle)
    .selectFrom('figures')
    .select('period')
    .distinct()
    .where('programme', '=', programme)
    .where('measure', 'in', measures)
    .where('counts_until', 'is', null)
    .orderBy('period')
    .execute()
  return rows.map(({ period }) => period)
}
