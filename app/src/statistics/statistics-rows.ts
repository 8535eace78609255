/** All figures as rows under a row of titles, numbers as they were published. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { FIGURE_COLUMNS } from './read-statistics.ts'
import type { Series } from './statistic.ts'

export function statisticsRows(all: readonly Series[], language: Language): readonly (readonly string[])[] {
  return [
    ['group', 'title', ...FIGURE_COLUMNS],
    ...all.flatMap(({ name, group, unit, title, figures }) =>
      figures.map(({ period, value, status, said_by, source, source_on, note }) => [
        group,
        title[language],
        name,
        period.text,
        value,
        unit,
        status,
        said_by ?? '',
        source,
        source_on ?? '',
        note?.en ?? '',
        note?.ur ?? '',
      ]),
    ),
  ]
}
