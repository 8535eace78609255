/** Statistics as pages, tables and a terminal tell them in one language. Pure. */
import { display, displayDayText } from '@maqami/engine/explain/display.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { BarsView } from '../pages/bar-chart.tsx'
import {
  contradictionsIn,
  type Figure,
  GROUPS,
  type Group,
  monthText,
  type Period,
  type Series,
  type Status,
  yearOf,
} from './statistic.ts'
import { type StatisticWords, statisticWordsOf } from './statistic-words.ts'

export interface FigureView {
  readonly series: string
  readonly period: string
  /** With its unit. */
  readonly value: string
  readonly status: Status
  readonly status_text: string
  readonly said_by: string
  readonly source: string
  /** Who published it, and when: empty where the source carries no day. */
  readonly host: string
  readonly published: string
  readonly note: string
}

export interface GroupView {
  readonly group: Group
  readonly title: string
  readonly figures: readonly FigureView[]
}

export interface ContradictionView {
  readonly what: string
  readonly figures: readonly FigureView[]
}

export function groupViews(all: readonly Series[], language: Language): readonly GroupView[] {
  const words = statisticWordsOf(language)
  return GROUPS.map((group) => ({
    group,
    title: words.groups[group],
    figures: all
      .filter((series) => series.group === group)
      .flatMap((series) => series.figures.map((figure) => figureView(series, figure, language))),
  })).filter(({ figures }) => figures.length > 0)
}

export function contradictionViews(all: readonly Series[], language: Language): readonly ContradictionView[] {
  const words = statisticWordsOf(language)
  return all.flatMap((series) =>
    contradictionsIn(series).map(({ kind, figures }) => ({
      what: words.contradiction[kind],
      figures: figures.map((figure) => figureView(series, figure, language)),
    })),
  )
}

function figureView(series: Series, figure: Figure, language: Language): FigureView {
  const words = statisticWordsOf(language)
  const { period, value, status, said_by, source, source_on, note } = figure
  const host = new URL(source).hostname.replace(/^www\./, '')
  return {
    series: series.title[language],
    period: periodText(period, language),
    value: `${numberText(value, language)} ${unitText(words, series.unit)}`,
    status,
    status_text: words.statuses[status],
    said_by: said_by ?? words.notSaid,
    source,
    host,
    published: source_on === undefined ? '' : displayDayText(source_on, language),
    note: note?.[language] ?? '',
  }
}

function unitText({ units }: StatisticWords, unit: string): string {
  return units[unit] ?? unit
}

function numberText(value: string, language: Language): string {
  // The decimals that were published, also where the last is a nought.
  const [whole = '', decimals] = value.split('.')
  const grouped = display({ state: 'value', text: whole }, { kind: 'number', unit: 'number' }, language)
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

function periodText(period: Period, language: Language): string {
  const words = statisticWordsOf(language)
  const { text, first, last } = period
  if (yearOf(period, 'january') !== undefined) return text.slice(0, 4)
  const fiscal = yearOf(period, 'july')
  if (fiscal !== undefined) return words.fiscal(fiscalYear(fiscal))
  const to = displayDayText(monthText(last), language)
  if (first === undefined) return words.until(to)
  return first === last ? to : words.between(displayDayText(monthText(first), language), to)
}

/** `2024-25`, isolated: where the page runs from right to left its parts would change places. */
function fiscalYear(year: number): string {
  return `\u2066${year}-${String((year + 1) % 100).padStart(2, '0')}\u2069`
}

export interface ChartView {
  readonly title: string
  readonly bars: BarsView
}

/** Charts of whole years. Undefined where there is nothing to draw. */
export function chartOf(all: readonly Series[], group: Group, language: Language): ChartView | undefined {
  if (group === 'units') return unitsChart(all, language)
  if (group === 'brands') return brandsChart(all, language)
  return group === 'import_values' ? importsChart(all, language) : undefined
}

function unitsChart(all: readonly Series[], language: Language): ChartView | undefined {
  const [made, imported] = [seriesCalled(all, 'handsets_made'), seriesCalled(all, 'handsets_imported')]
  if (made === undefined || imported === undefined) return undefined
  const bars = barsOf([made, imported], ['good', 'plain'], 'january', language)
  const last = bars.groups.at(-1)
  const [here, abroad] = last?.bars.map(({ text }) => text) ?? []
  if (last === undefined || here === undefined || abroad === undefined) return undefined
  return { title: statisticWordsOf(language).madeAgainst(last.label, here, abroad), bars }
}

/** For the last period of which as many brands as of any have a figure. */
function brandsChart(all: readonly Series[], language: Language): ChartView | undefined {
  const words = statisticWordsOf(language)
  const told = all
    .filter(({ group }) => group === 'brands')
    .flatMap(({ title, figures }) => figures.map((figure) => ({ brand: title[language], figure })))
  const periods = [...Map.groupBy(told, ({ figure }) => figure.period.text).values()]
  const [shown] = periods.toSorted((a, b) => b.length - a.length || lastOf(b) - lastOf(a))
  const sorted = shown?.toSorted((a, b) => Number(b.figure.value) - Number(a.figure.value)) ?? []
  const [most] = sorted
  if (most === undefined) return undefined
  const period = periodText(most.figure.period, language)
  return {
    title: words.brandsLed(most.brand, most.figure.value, period),
    bars: {
      parts: [{ name: `${period} (${unitText(words, 'million')})`, look: 'good' }],
      groups: sorted.map(({ brand, figure: { value } }) => ({
        label: brand,
        bars: [{ from: Number(value), to: Number(value), text: value }],
      })),
    },
  }
}

function lastOf([first]: readonly { readonly figure: Figure }[]): number {
  return first?.figure.period.last ?? 0
}

function importsChart(all: readonly Series[], language: Language): ChartView | undefined {
  const value = seriesCalled(all, 'phones_import_value')
  if (value === undefined) return undefined
  const bars = barsOf([value], ['plain'], 'july', language)
  const [before, last] = bars.groups.slice(-2)
  if (before === undefined || last === undefined) return undefined
  const [from = '', to = ''] = [before, last].map((one) => one.bars[0]?.text)
  return { title: statisticWordsOf(language).importsGrew(from, to, before.label, last.label), bars }
}

function seriesCalled(all: readonly Series[], name: string): Series | undefined {
  return all.find((one) => one.name === name)
}

/** A group for each year of which one of the series has a figure, and for those between that have none. */
function barsOf(
  shown: readonly Series[],
  looks: readonly BarsView['parts'][number]['look'][],
  from: 'january' | 'july',
  language: Language,
): BarsView {
  const words = statisticWordsOf(language)
  const years = shown.flatMap(({ figures }) => figures.flatMap(({ period }) => yearOf(period, from) ?? []))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const all = Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, index) => first + index)
  return {
    parts: shown.map(({ title, unit }, index) => ({
      name: `${title[language]} (${unitText(words, unit)})`,
      look: looks[index] ?? 'plain',
    })),
    groups: all.map((year) => ({
      label: from === 'january' ? String(year) : words.fiscal(fiscalYear(year)),
      bars: shown.map(({ figures }) => {
        const values = figures
          .filter(({ period }) => yearOf(period, from) === year)
          .map(({ value }) => value)
          .toSorted((a, b) => Number(a) - Number(b))
        const [least, most] = [values[0], values.at(-1)]
        if (least === undefined || most === undefined) return { from: 0, to: 0, text: words.noFigure }
        const text = [...new Set([least, most])].map((one) => numberText(one, language)).join(' – ')
        return { from: Number(least), to: Number(most), text }
      }),
    })),
  }
}
