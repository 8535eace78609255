/** An edition as tables: for spreadsheets, for statistical systems in SDMX-CSV 2.0, and the dictionary of its words. Pure. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import { addressOf, type EditionCell, type EditionContent, type EditionSeries, MONTH } from './publication.ts'
import type { Suppression } from './suppression.ts'

type Rows = readonly (readonly string[])[]

const TOTAL = '_T'

function dimensionsOf({ series }: EditionContent): readonly string[] {
  return [...new Set(series.flatMap((one) => one.dimensions.map(({ name }) => name)))].toSorted()
}

/** A dimension that a series does not have is empty, and one of which a cell is the total is `_T`. */
function memberIn(series: EditionSeries, { at }: EditionCell, dimension: string): string {
  if (!series.dimensions.some(({ name }) => name === dimension)) return ''
  return at[dimension] ?? TOTAL
}

function periodIn({ year }: EditionContent, { month }: EditionSeries, { at }: EditionCell): string {
  return at[MONTH] ?? month ?? year
}

export function editionRows(content: EditionContent): Rows {
  const dimensions = dimensionsOf(content)
  return [
    ['series', 'period', ...dimensions, 'value', 'unit', 'withheld'],
    ...content.series.flatMap((series) =>
      series.cells.map((cell) => [
        series.series,
        periodIn(content, series, cell),
        ...dimensions.map((dimension) => memberIn(series, cell, dimension)),
        cell.value ?? '',
        series.unit['en'] ?? '',
        cell.why ?? '',
      ]),
    ),
  ]
}

function row(kind: string, of: string, name: string, words: Localized): readonly string[] {
  return [kind, of, name, words['en'] ?? '', words['ur'] ?? '']
}

/** What stands in the columns of the table, in both languages. */
export function dictionaryRows(
  content: EditionContent,
  meanings: readonly { readonly why: Suppression; readonly words: Localized }[],
): Rows {
  return [
    ['kind', 'of', 'name', 'en', 'ur'],
    ...content.series.flatMap((series) => [
      row('series', '', series.series, series.label),
      row('unit', series.series, series.unit['en'] ?? '', series.unit),
      ...series.dimensions.flatMap(({ name, label, members }) => [
        row('dimension', series.series, name, label),
        ...Object.entries(members).map(([member, words]) => row('member', name, member, words)),
      ]),
    ]),
    row('member', '', TOTAL, { en: 'total', ur: 'کل' }),
    ...meanings.map(({ why, words }) => row('withheld', '', why, words)),
  ]
}

/** Code list CL_CONF_STATUS: F free, A small counts, G dominance, D secondary. */
const STATUS: Readonly<Record<Suppression, string>> = {
  few_firms: 'A',
  one_dominates: 'G',
  earlier_edition: 'D',
  protects_another: 'D',
}

/** Of one dataflow, whose version is the edition. A year of the programme is a reporting year: `2026-A1` with the day on which it begins. */
export function sdmxRows(content: EditionContent): Rows {
  const dimensions = dimensionsOf(content)
  const id = content.programme.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')
  const flow = `MAQAMI:${id}(${content.edition}.0.0)`
  return [
    [
      'STRUCTURE',
      'STRUCTURE_ID',
      'ACTION',
      'FREQ',
      'SERIES',
      ...dimensions.map((name) => name.toUpperCase()),
      'TIME_PERIOD',
      'OBS_VALUE',
      'UNIT_MEASURE',
      'CONF_STATUS',
      'REPORTING_YEAR_START_DAY',
    ],
    ...content.series.flatMap((series) =>
      series.cells.map((cell) => {
        const period = periodIn(content, series, cell)
        const isMonth = period !== content.year
        return [
          'dataflow',
          flow,
          'R',
          isMonth ? 'M' : 'A',
          series.series.toUpperCase(),
          // Where a series does not have the dimension, not applicable.
          ...dimensions.map((name) => codeOf(memberIn(series, cell, name) || '_Z')),
          isMonth ? period : `${period.slice(0, 4)}-A1`,
          cell.value ?? '',
          (series.unit['en'] ?? '').toUpperCase(),
          cell.why === null ? 'F' : STATUS[cell.why],
          isMonth ? '' : `--${content.year_starts}`,
        ]
      }),
    ),
  ]
}

/** An identifier of SDMX has letters, digits, and few signs. */
function codeOf(member: string): string {
  return member.toUpperCase().replaceAll(/[^A-Z0-9_@$-]/g, '_')
}

/** An Atom feed (RFC 4287) of editions, newest first. */
export function feedOf(editions: readonly EditionContent[], publicAddress: URL): string {
  const at = (path: string): string => new URL(path, publicAddress).href
  const entries = editions.map((one) =>
    [
      '  <entry>',
      `    <id>${escaped(at(addressOf(one)))}</id>`,
      `    <title>${escaped(`${one.title['en'] ?? ''}, ${one.year}, edition ${one.edition}`)}</title>`,
      `    <updated>${one.published_at}</updated>`,
      `    <link rel="alternate" type="text/html" href="${escaped(at(addressOf(one)))}"/>`,
      `    <link rel="enclosure" type="text/csv" href="${escaped(at(`${addressOf(one)}/data.csv`))}"/>`,
      `    <summary>${escaped(`${one.returns} returns, ${one.revisions.length} figures revised. ${one.rehearsal ? 'Rehearsal: the law is a draft.' : ''}`.trim())}</summary>`,
      '  </entry>',
    ].join('\n'),
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escaped(at('/publications'))}</id>`,
    '  <title>Maqami: statistics</title>',
    `  <updated>${editions[0]?.published_at ?? '1970-01-01T00:00:00Z'}</updated>`,
    `  <author><name>${escaped(editions[0]?.authority['en'] ?? 'Maqami')}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(at('/publications.atom'))}"/>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n')
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
