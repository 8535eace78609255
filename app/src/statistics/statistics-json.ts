/** Statistics as data: what the interface and the command line give, and the page draws. */
import { contradictionsIn, type Figure, type Group, monthText, type Series, type Status } from './statistic.ts'

export interface FigureJson {
  readonly period: string
  readonly first_month: string | null
  readonly last_month: string
  readonly value: string
  readonly status: Status
  readonly said_by: string | null
  readonly source: string
  readonly source_on: string | null
  readonly note: { readonly en: string; readonly ur: string } | null
}

export interface SeriesJson {
  readonly series: string
  readonly group: Group
  readonly unit: string
  readonly kind: Series['kind']
  readonly title: Series['title']
  readonly figures: readonly FigureJson[]
}

export interface ContradictionJson {
  readonly series: string
  readonly kind: 'differ' | 'part_is_more'
  readonly figures: readonly FigureJson[]
}

export interface StatisticsJson {
  readonly series: readonly SeriesJson[]
  readonly contradictions: readonly ContradictionJson[]
}

export function statisticsJson(all: readonly Series[]): StatisticsJson {
  return {
    series: all.map(({ name, group, unit, kind, title, figures }) => ({
      series: name,
      group,
      unit,
      kind,
      title,
      figures: figures.map(figureJson),
    })),
    contradictions: all.flatMap((one) =>
      contradictionsIn(one).map(({ kind, figures }) => ({ series: one.name, kind, figures: figures.map(figureJson) })),
    ),
  }
}

function figureJson({ period, value, status, said_by, source, source_on, note }: Figure): FigureJson {
  return {
    period: period.text,
    first_month: period.first === undefined ? null : monthText(period.first),
    last_month: monthText(period.last),
    value,
    status,
    said_by: said_by ?? null,
    source,
    source_on: source_on ?? null,
    note: note ?? null,
  }
}
