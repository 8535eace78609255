/** What the pages of publications are given. */
import type { Language } from '@maqami/engine/explain/names.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { PROGRAMME, YEAR } from '../kernel/field-schemas.ts'
import { readAs } from '../kernel/transaction.ts'
import { cursorAsked, notHere, type PageContext, pageCall, seeOther, settled } from '../pages/page-call.ts'
import { csvText } from '../pages/csv-response.ts'
import { readForm, sentBack } from '../pages/read-form.ts'
import { identityContext } from '../people/identity-context.ts'
import { inForce, programmesPublished } from '../policy-releases/release-in-force.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { drawChart, grouped } from './draw-chart.ts'
import { dictionaryRows, editionRows, feedOf, sdmxRows } from './edition-rows.ts'
import { publicationRulesOf } from './load-publications.ts'
import { addressOf, cellIn, type EditionCell, type EditionContent, type EditionSeries, MONTH } from './publication.ts'
import { publicationWordsOf } from './publication-words.ts'
import { publishEdition } from './publish-edition.ts'
import { readEdition, readEditions } from './read-editions.ts'
import { SUPPRESSIONS, type Suppression } from './suppression.ts'

export async function showEditions(context: PageContext, request: Request) {
  const { actor, language, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readEditions(database, actor, { cursor: after })
  return {
    after,
    next,
    items: items.map(({ content }) => ({
      address: addressOf(content),
      title: wordIn(content.title, language),
      year: content.year,
      edition: content.edition,
      published_at: content.published_at,
      returns: content.returns,
      revised: content.revisions.length,
    })),
    programmes: may('publish_edition') ? await programmesThatPublish(context) : [],
  }
}

async function programmesThatPublish(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  return await readAs(database, actor, async (tables) => {
    const found: { readonly value: string; readonly label: string }[] = []
    for (const name of await programmesPublished(tables)) {
      const law = await inForce(tables, name, todayText(clock))
      const release = 'done' in law ? shelf.open(law.done) : undefined
      if (release !== undefined && publicationRulesOf(release) !== undefined)
        found.push({ value: name, label: wordIn(release.engine.programme.heading.title, language) })
    }
    return found
  })
}

export async function publishSent(context: PageContext, form: FormData) {
  const { typed, read } = readForm(form, { properties: { programme: PROGRAMME, year: YEAR } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const made = await publishEdition(context.get(recorderContext), context.get(shelfContext), actor, read.done)
  const controls = { nothing_to_publish: 'year', nothing_new_to_publish: 'year', no_publications: 'programme' }
  return 'refused' in made
    ? sentBack(context, made.refused, typed, controls)
    : seeOther(addressOf(made.done), 'published')
}

type Asked = Readonly<Record<string, string | undefined>>

async function editionAsked(context: PageContext, { programme = '', year = '', edition = '' }: Asked) {
  const { actor } = context.get(pageCall)
  return settled(context, await readEdition(context.get(identityContext).database, actor, { programme, year, edition }))
}

export async function showEdition(context: PageContext, asked: Asked) {
  const { language } = context.get(pageCall)
  const { content, hash, latest } = await editionAsked(context, asked)
  const words = publicationWordsOf(language)
  return {
    address: addressOf(content),
    cited: new URL(addressOf(content), context.get(identityContext).publicAddress).href,
    hash,
    latest,
    title: wordIn(content.title, language),
    authority: wordIn(content.authority, language),
    year: content.year,
    edition: content.edition,
    published_at: content.published_at,
    rehearsal: content.rehearsal,
    counts: words.counts(content.returns, content.returns_added, content.returns_restated),
    rule: words.rule(content.rules.least_firms, content.rules.largest_share),
    series: content.series.map((series) => ({
      series: series.series,
      label: wordIn(series.label, language),
      unit: wordIn(series.unit, language),
      month: series.month,
      unknown: series.lines_unknown === 0 ? null : words.unknownLines(series.lines_unknown),
      tables: series.tables.map((table) => tableView(series, table, language)),
    })),
    revisions: content.revisions.map(({ series, at, before, after }) => {
      const of = content.series.find((one) => one.series === series)
      return {
        series: wordIn(of?.label ?? {}, language),
        place: of === undefined ? '' : placeText(of, at, language),
        before: before === null ? words.withheld : grouped(before),
        after: after === null ? words.withheld : grouped(after),
      }
    }),
  }
}

function wordIn(words: Localized, language: Language): string {
  return words[language] ?? Object.values(words)[0] ?? ''
}

function memberText(series: EditionSeries, dimension: string, member: string, language: Language): string {
  const words = series.dimensions.find(({ name }) => name === dimension)?.members[member]
  return words === undefined ? member.replaceAll('_', ' ') : wordIn(words, language)
}

function placeText(series: EditionSeries, at: EditionCell['at'], language: Language): string {
  const said = Object.entries(at).map(([dimension, member]) => memberText(series, dimension, member, language))
  return said.length === 0 ? publicationWordsOf(language).total : said.join(' · ')
}

/** Its first dimension down, the second across; totals at the ends. */
function tableView(series: EditionSeries, table: readonly string[], language: Language) {
  const words = publicationWordsOf(language)
  const [down, across] = table
  const membersOf = (dimension: string | undefined): readonly string[] =>
    dimension === undefined ? [] : [...new Set(series.cells.flatMap(({ at }) => at[dimension] ?? []))].toSorted()
  const titleOf = (dimension: string): string =>
    dimension === MONTH
      ? words.month
      : wordIn(series.dimensions.find(({ name }) => name === dimension)?.label ?? {}, language)
  const labelled = (dimension: string | undefined) =>
    membersOf(dimension).map((member) => ({
      at: { [dimension ?? '']: member } as EditionCell['at'],
      label: memberText(series, dimension ?? '', member, language),
    }))
  const all = { at: {}, label: words.total }
  const columns = across === undefined ? [{ at: {}, label: words.value }] : [...labelled(across), all]
  return {
    down: down === undefined ? words.value : titleOf(down),
    columns: columns.map(({ label }) => label),
    rows: [...labelled(down), all].map(({ at, label }) => ({
      label,
      cells: columns.map((column) => shownCell(cellIn(series, { ...at, ...column.at }))),
    })),
  }
}

/** Nobody adds anything to a cell that is not there. */
function shownCell(cell: EditionCell | undefined): { readonly value: string; readonly why: Suppression | null } {
  return { value: cell?.value === undefined || cell.value === null ? '0' : grouped(cell.value), why: cell?.why ?? null }
}

/** The files of an edition by their names, for whoever fetches them from anywhere. */
export async function fileOfEdition(context: PageContext, asked: Asked): Promise<Response> {
  const { language } = context.get(pageCall)
  const { publicAddress } = context.get(identityContext)
  const { content } = await editionAsked(context, asked)
  const chart = /^chart-([a-z][a-z0-9_]*)\.svg$/.exec(asked['file'] ?? '')?.[1]
  const series = content.series.find((one) => one.series === chart)
  if (series !== undefined)
    return fileTaken(
      'image/svg+xml; charset=utf-8',
      drawChart(content, series, language, publicationWordsOf(language), publicAddress),
    )
  const rows = rowsOfFile(content, asked['file'] ?? '')
  if (rows === undefined) throw notHere(context)
  return fileTaken('text/csv; charset=utf-8', csvText(rows))
}

function rowsOfFile(content: EditionContent, file: string) {
  if (file === 'data.csv') return editionRows(content)
  if (file === 'dictionary.csv') return dictionaryRows(content, MEANINGS)
  return file === 'sdmx.csv' ? sdmxRows(content) : undefined
}

const MEANINGS = SUPPRESSIONS.map((why) => ({
  why,
  words: { en: publicationWordsOf('en').why[why], ur: publicationWordsOf('ur').why[why] },
}))

function fileTaken(type: string, body: string): Response {
  return new Response(body, { headers: { 'content-type': type, 'access-control-allow-origin': '*' } })
}

const IN_FEED = 25

export async function feedOfEditions(context: PageContext): Promise<Response> {
  const { database, publicAddress } = context.get(identityContext)
  const { items } = await readEditions(database, context.get(pageCall).actor, { limit: IN_FEED })
  const feed = feedOf(
    items.map(({ content }) => content),
    publicAddress,
  )
  return fileTaken('application/atom+xml; charset=utf-8', feed)
}
