import { describe, expect, test } from 'vitest'
import { openStatistics, SHIPPED_STATISTICS } from './open-statistics.ts'
import { FIGURE_COLUMNS, readStatistics } from './read-statistics.ts'
import { statisticsJson } from './statistics-json.ts'
import { chartOf, contradictionViews, groupViews } from './statistics-view.ts'

const SERIES = 'series,group,unit,kind,en,ur\nkites_made,units,million,flow,Kites made,تیار شدہ پتنگیں\n'
const HEAD = FIGURE_COLUMNS.join()
const ROW = 'kites_made,2024,31.38,million,official,Kite Board,https://news.example/1,2025-07-04,,'

function problemsOf(row: string, series = SERIES): readonly string[] {
  const read = readStatistics(
    new Map([
      ['series.csv', series],
      ['kites.csv', `${HEAD}\n${row}\n`],
    ]),
  )
  return read.ok ? [] : read.problems
}

describe('statistics as files', () => {
  test('are read with the source, the state and the day of each figure', () => {
    const read = readStatistics(
      new Map([
        ['series.csv', SERIES],
        ['kites.csv', `\ufeff${HEAD}\r\n${ROW}\r\n`],
      ]),
    )
    expect(read).toMatchObject({
      ok: true,
      series: [
        {
          name: 'kites_made',
          figures: [
            {
              value: '31.38',
              status: 'official',
              said_by: 'Kite Board',
              source: 'https://news.example/1',
              source_on: '2025-07-04',
              note: undefined,
            },
          ],
        },
      ],
    })
  })

  test.each([
    ['another unit', ROW.replace('million', 'thousand'), /^kites.csv: row 2: this series is counted in 'million'/],
    ['no source', ROW.replace('https://news.example/1', ''), /every figure names where it was read/],
    ['a script for a source', ROW.replace('https:', 'javascript:'), /every figure names where it was read/],
    ['a period that is none', ROW.replace('2024,', '2024-13,'), /'2024-13' is no period/],
    ['a figure that nobody published', ROW.replace('31.38', 'n/f'), /leave out the row/],
    ['a negative one', ROW.replace('31.38', '-31.38'), /is no figure/],
    ['an unknown series', ROW.replace('kites_made', 'kites_mad'), /no series 'kites_mad'. Did you mean 'kites_made'/],
    ['an unknown state', ROW.replace('official', 'sure'), /'status' is one of official, reported, estimated/],
    ['an official figure of nobody', ROW.replace('Kite Board', ''), /of which authority it is/],
    ['an estimate that says not how', ROW.replace('official', 'estimated'), /how it was reckoned/],
    ['a note in one language', `${ROW.slice(0, -1)}A note,`, /in English and in Urdu/],
    ['a day that is none', ROW.replace('2025-07-04', '2025-02-30'), /'2025-02-30' is no day/],
    ['one source twice', `${ROW}\n${ROW}`, /row 3: this source says something of 'kites_made' for 2024 in another row/],
    ['one column too many', `${ROW},`, /There are 10 columns/],
    ['a quotation mark that does not close', `"${ROW}`, /not closed/],
  ])('are refused with %s, at its row', (_, row, sentence) => {
    expect(problemsOf(row)).toEqual([expect.stringMatching(sentence)])
  })

  test('are refused with other columns, and with a series that stands twice', () => {
    expect(problemsOf(ROW, 'name,unit\n')[0]).toBe(
      'series.csv: row 1: The columns are series, group, unit, kind, en, ur.',
    )
    expect(problemsOf(ROW, `${SERIES}${SERIES.split('\n')[1]}\n`)).toEqual([
      "series.csv: the series 'kites_made' stands twice.",
    ])
  })
})

describe('the statistics that come with the project', () => {
  test('have both figures where their sources contradict each other, and the same in both languages', async () => {
    const all = await openStatistics(SHIPPED_STATISTICS)
    const may = statisticsJson(all).contradictions.find(
      ({ series, kind }) => series === 'handsets_made' && kind === 'differ',
    )
    // https://www.urdupoint.com/daily/livenews/2025-07-04/news-4479389.html and https://www.brecorder.com/news/40370951
    expect(may?.figures.map(({ period, value }) => [period, value])).toEqual([
      ['2025-01/2025-05', '12.05'],
      ['2025-01/2025-05', '12.5'],
    ])
    for (const tell of [contradictionViews, groupViews])
      expect(tell(all, 'ur').map(({ figures }) => figures.map(({ source }) => source))).toEqual(
        tell(all, 'en').map(({ figures }) => figures.map(({ source }) => source)),
      )
  })

  test('are drawn by whole years, from the first to the last, with those of which no figure is known', async () => {
    const chart = chartOf(await openStatistics(SHIPPED_STATISTICS), 'units', 'en')
    expect(chart?.bars.groups.map(({ label }) => label)).toEqual([
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
    ])
    expect(chart?.bars.groups[0]?.bars.map(({ text }) => text)).toEqual(['none found', '9.56'])
    expect(chart?.bars.groups.at(-1)?.bars.map(({ from, to }) => [from, to])).toEqual([
      [30.21, 30.21],
      [2.37, 2.37],
    ])
    expect(chart?.title).toBe(
      'In 2025, 30.21 million handsets were made or assembled here and 2.37 million imported complete',
    )
    // https://mettisglobal.news/PTA-sees-8-rise-in-mobile-production-57526
    expect(chartOf(await openStatistics(SHIPPED_STATISTICS), 'brands', 'en')?.title).toBe(
      'Infinix made most: 3.47 million in January 2025 to November 2025',
    )
  })
})
