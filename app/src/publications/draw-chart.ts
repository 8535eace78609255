/** A chart of a series to be embedded elsewhere: SVG with its title, source and address, and no script. Pure. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { escaped } from './edition-rows.ts'
import { addressOf, type EditionCell, type EditionContent, type EditionSeries } from './publication.ts'

const ROW = 26
const HEAD = 62
const FOOT = 44
const WIDTH = 640
const LABEL = 210
const BAR = 290

export interface ChartWords {
  readonly withheld: string
  readonly total: string
  readonly source: string
}

/** Bars of the first table: by its first dimension, with the total of the others. */
export function drawChart(
  content: EditionContent,
  series: EditionSeries,
  language: Language,
  words: ChartWords,
  publicAddress: URL,
): string {
  const bars = barsOf(series)
  const height = HEAD + bars.length * ROW + FOOT
  const largest = Math.max(...bars.map(({ value }) => Number(value ?? 0)), Number.MIN_VALUE)
  const isUrdu = language === 'ur'
  const title = `${series.label[language] ?? ''}, ${series.month ?? content.year} (${series.unit[language] ?? ''})`
  const rows = bars.map((cell, nth) => {
    const y = HEAD + nth * ROW
    const length = cell.value === null ? 0 : (Number(cell.value) / largest) * BAR
    const said = cell.value === null ? words.withheld : grouped(cell.value)
    return [
      `<text x="${LABEL - 8}" y="${y + 16}" text-anchor="${isUrdu ? 'start' : 'end'}">${escaped(labelOf(series, cell, language, words))}</text>`,
      `<rect x="${LABEL}" y="${y + 3}" width="${length.toFixed(1)}" height="${ROW - 8}" fill="#0b5d3b"/>`,
      `<text x="${(LABEL + length + 6).toFixed(1)}" y="${y + 16}" direction="ltr">${escaped(said)}</text>`,
    ].join('')
  })
  const source = `${words.source}: ${content.authority[language] ?? ''}. ${new URL(addressOf(content), publicAddress).href}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" lang="${language}" direction="${isUrdu ? 'rtl' : 'ltr'}" font-family="Noto Sans, Noto Naskh Arabic, sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="${isUrdu ? WIDTH - 12 : 12}" y="30" font-size="17" font-weight="600">${escaped(title)}</text>`,
    ...rows,
    `<text x="${isUrdu ? WIDTH - 12 : 12}" y="${height - 14}" font-size="11" fill="#555555">${escaped(source)}</text>`,
    '</svg>',
    '',
  ].join('\n')
}

function barsOf({ cells, tables }: EditionSeries): readonly EditionCell[] {
  const first = tables[0]?.[0]
  const own = cells.filter(({ at }) => Object.keys(at).length === 1 && first !== undefined && at[first] !== undefined)
  return own.length > 0 ? own : cells.filter(({ at }) => Object.keys(at).length === 0)
}

function labelOf(series: EditionSeries, { at }: EditionCell, language: Language, words: ChartWords): string {
  const [entry] = Object.entries(at)
  if (entry === undefined) return words.total
  const [dimension, member] = entry
  const found = series.dimensions.find(({ name }) => name === dimension)?.members[member]
  return found?.[language] ?? member
}

/** `1,250,000`. */
export function grouped(decimal: string): string {
  const [whole = '', part] = decimal.split('.')
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? groups : `${groups}.${part}`
}
