/** Exports as far as the reader may know them: officers all accepted returns, a maker its own, others what was published. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { add, type Exact, parseDecimal, ZERO } from '@maqami/engine/value/exact.ts'
import { yearOfPeriod } from '../goals/sum-totals.ts'
import { isOfficerRole, MAKER_ROLES } from '../kernel/authority.ts'
import type { Database, Handle } from '../kernel/database.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import type { Actor } from '../kernel/transaction.ts'
import { numbersOfFirms } from '../manufacturers/read-manufacturers.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { lastApprovedOf, programmesPublished } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { cellIn, type EditionSeries } from '../publications/publication.ts'
import { lastEditionsOf } from '../publications/read-editions.ts'
import { type FigureOfFirm, figuresOfMeasures, periodsOfMeasure } from '../returns/figures/read-figures.ts'
import { yearOf } from '../returns/return-year.ts'
import { type DeclaredLine, type Evidence, type ExportRules, type HeldAgainst, holdAgainst } from './export.ts'
import { evidenceBetween, listEvidence } from './export-evidence-table.ts'
import { DECLARATION, exportRulesOf, MARKET, MODEL } from './load-exports.ts'

/** Null where it is withheld. */
export interface PublishedMarket {
  /** Undefined of all together. */
  readonly market: string | undefined
  readonly value: Exact | null
  readonly devices: Exact | null
}

export interface MadeModel {
  readonly manufacturer_id: string
  readonly model: string
  readonly devices: Exact
}

interface Found {
  readonly programme: string
  readonly release: Release
  readonly rules: ExportRules
  /** Those of which something is known, the last one last. */
  readonly years: readonly string[]
}

export interface OpenExports extends Found, HeldAgainst {
  readonly by: 'returns'
  readonly year: string
  /** Of all firms, and not only of the reader's own. */
  readonly isWhole: boolean
  readonly made: readonly MadeModel[]
}

export interface PublishedExports extends Found {
  readonly by: 'publications'
  readonly year: string
  readonly edition: number
  readonly markets: readonly PublishedMarket[]
}

export type ExportsFound = OpenExports | PublishedExports | (Found & { readonly by: 'nothing' })

/** Of each programme that counts exports; of the year that is asked for, or the last one. */
export async function exportsFound(
  tables: Handle,
  shelf: ReleaseShelf,
  actor: Actor,
  asked?: string,
): Promise<readonly ExportsFound[]> {
  const found: ExportsFound[] = []
  for (const programme of await programmesPublished(tables)) {
    const law = await lastApprovedOf(tables, programme)
    const release = law === undefined ? undefined : shelf.open(law)
    const rules = release === undefined ? undefined : exportRulesOf(release)
    if (release === undefined || rules === undefined) continue
    const isWhole = isOfficerRole(actor.role)
    const mayOpen = isWhole || MAKER_ROLES.some((role) => role === actor.role)
    const own = { programme, release, rules }
    found.push(mayOpen ? await opened(tables, own, isWhole, asked) : await published(tables, own, asked))
  }
  return found
}

type Own = Omit<Found, 'years'>

async function opened(tables: Handle, own: Own, isWhole: boolean, asked: string | undefined): Promise<ExportsFound> {
  const { programme, release, rules } = own
  const { yearStarts } = release.engine.programme.heading
  const periods = await periodsOfMeasure(tables, programme, [rules.value, rules.made])
  const years = [...new Set(periods.map((period) => yearOfPeriod(period, yearStarts)))].toSorted()
  const year = years.find((one) => one === asked) ?? years.at(-1)
  const stretch = year === undefined ? undefined : yearOf(year, yearStarts)
  if (year === undefined || stretch === undefined) return { ...own, years, by: 'nothing' }
  const figures = await figuresOfMeasures(tables, programme, [rules.value, rules.devices, rules.made], stretch)
  const declared = declaredIn(figures, rules)
  const numbers = await numbersOfFirms(tables, [...new Set(declared.map(({ manufacturer_id }) => manufacturer_id))])
  const evidence = await evidenceBetween(tables, formatDay(stretch.first), formatDay(stretch.last))
  const made = figures
    .filter(({ measure }) => measure === rules.made)
    .map(({ manufacturer_id, at, value }) => ({ manufacturer_id, model: at[MODEL] ?? '', devices: value }))
  return {
    ...own,
    years,
    by: 'returns',
    year,
    isWhole,
    made: together(made),
    ...holdAgainst(declared, evidence, numbers),
  }
}

function together(made: readonly MadeModel[]): readonly MadeModel[] {
  const groups = Map.groupBy(made, ({ manufacturer_id, model }) => JSON.stringify([manufacturer_id, model]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ ...first, devices: group.map(({ devices }) => devices).reduce(add, ZERO) }]
  })
}

function lineOf({ return_id, at }: FigureOfFirm): string {
  return JSON.stringify([return_id, at[DECLARATION], at[MODEL], at[MARKET]])
}

function declaredIn(figures: readonly FigureOfFirm[], rules: ExportRules): readonly DeclaredLine[] {
  const devices = new Map(
    figures.filter(({ measure }) => measure === rules.devices).map((one) => [lineOf(one), one.value]),
  )
  return figures
    .filter(({ measure }) => measure === rules.value)
    .map((one) => ({
      return_id: one.return_id,
      manufacturer_id: one.manufacturer_id,
      month: one.period,
      goods_declaration: one.at[DECLARATION] ?? '',
      model: one.at[MODEL] ?? '',
      market: one.at[MARKET] ?? '',
      devices: devices.get(lineOf(one)) ?? ZERO,
      value: one.value,
      is_unknown: one.lines_unknown > 0,
    }))
}

async function published(tables: Handle, own: Own, asked: string | undefined): Promise<ExportsFound> {
  const { programme, rules } = own
  const editions = (await lastEditionsOf(tables, programme)).filter(({ series }) =>
    series.some((one) => one.series === rules.value),
  )
  const years = editions.map(({ year }) => year).toSorted()
  const year = years.find((one) => one === asked) ?? years.at(-1)
  const edition = editions.find((one) => one.year === year)
  if (year === undefined || edition === undefined) return { ...own, years, by: 'nothing' }
  const seriesOf = (name: string): EditionSeries | undefined => edition.series.find(({ series }) => series === name)
  const [value, devices] = [seriesOf(rules.value), seriesOf(rules.devices)]
  const said = [value, devices].flatMap((series) => series?.cells ?? [])
  const markets = [
    ...new Set(said.flatMap(({ at }) => (Object.keys(at).length === 1 ? (at[MARKET] ?? []) : []))),
  ].toSorted()
  return {
    ...own,
    years,
    by: 'publications',
    year,
    edition: edition.edition,
    markets: [...markets, undefined].map((market) => {
      const at: Readonly<Record<string, string>> = market === undefined ? {} : { [MARKET]: market }
      return { market, value: publishedIn(value, at), devices: publishedIn(devices, at) }
    }),
  }
}

function publishedIn(series: EditionSeries | undefined, at: Readonly<Record<string, string>>): Exact | null {
  const found = series === undefined ? undefined : cellIn(series, at)
  if (found === undefined) return ZERO
  return found.value === null ? null : (parseDecimal(found.value) ?? ZERO)
}

/** A page of what the reader may see, newest first. */
export async function readEvidence(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<Evidence>> {
  return await readPage(database, actor, asked, 'newest_first', listEvidence)
}
