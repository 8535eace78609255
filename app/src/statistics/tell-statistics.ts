/** `statistics`: what is published about the industry, checked and told with its sources. */
import { columns, wrapped } from '@maqami/engine/explain/layout.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { type Command, WrongUsage } from '../kernel/command.ts'
import { deliver } from '../kernel/deliver.ts'
import { choice, readOptions, single } from '../kernel/options.ts'
import { openStatistics, SHIPPED_STATISTICS } from './open-statistics.ts'
import type { Series } from './statistic.ts'
import { statisticsJson } from './statistics-json.ts'
import { statisticWordsOf } from './statistic-words.ts'
import { contradictionViews, type FigureView, groupViews } from './statistics-view.ts'

const WIDTH = 100

export const tellStatistics: Command = {
  name: 'statistics',
  usage: '[DIR] [--lang en|ur] [--format text|json] [--out FILE]',
  summary: 'Check figures about the industry, and print them with their sources and what contradicts what',
  run: async (args) => {
    const options = readOptions(args, ['lang', 'format', 'out'])
    const [folder = SHIPPED_STATISTICS, further] = options.rest
    if (further !== undefined)
      throw new WrongUsage(`'${further}' is one word too many: only DIR stands without an option`)
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'json'])
    const all = await openStatistics(folder)
    const text = format === 'json' ? JSON.stringify(statisticsJson(all), undefined, 2) : statisticsText(all, language)
    await deliver(text, single(options, 'out'))
    return 0
  },
}

function statisticsText(all: readonly Series[], language: Language): string {
  const words = statisticWordsOf(language)
  const contradictions = contradictionViews(all, language)
  return [
    ...groupViews(all, language).flatMap(({ title, figures }) => [title, ...linesOf(figures), '']),
    words.contradictions,
    ...wrapped(`${words.contradictionsLead(contradictions.length)} ${words.contradictionsNote}`, WIDTH, 0),
    ...contradictions.flatMap(({ what, figures }) => ['', what, ...linesOf(figures)]),
  ].join('\n')
}

function linesOf(figures: readonly FigureView[]): readonly string[] {
  return columns(
    figures.map(({ series, period, value, status_text, said_by, host, published }) => [
      series,
      period,
      value,
      status_text,
      said_by,
      published === '' ? host : `${host} (${published})`,
    ]),
    2,
    [2],
  )
}
