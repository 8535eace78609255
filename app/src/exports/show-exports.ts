/** What the pages of exports are given. */
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  isZero,
  multiply,
  subtract,
  toFixed,
  ZERO,
} from '@maqami/engine/value/exact.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { readAs } from '../kernel/transaction.ts'
import { namesOfFirms } from '../manufacturers/read-manufacturers.ts'
import { cursorAsked, linesBefore, type PageContext, pageCall } from '../pages/page-call.ts'
import { lawsIn } from '../policy-releases/laws-called.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { grouped } from '../publications/draw-chart.ts'
import { type Evidence, type ExportLine, type ExportSum, shareInMarkets, sumOf } from './export.ts'
import { exportWordsOf } from './export-words.ts'
import {
  exportsFound,
  type ExportsFound,
  type OpenExports,
  type PublishedExports,
  readEvidence,
} from './read-exports.ts'

const LINES = 25
/** Of a long list the largest are shown, and the others together. */
const LARGEST = 25

type Firms = ReadonlyMap<string, string>

export async function showExports(context: PageContext, request: Request) {
  const { actor, language, may } = context.get(pageCall)
  const asked = new URL(request.url).searchParams.get('year') ?? undefined
  const skip = linesBefore(request)
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const found = await exportsFound(tables, context.get(shelfContext), actor, asked)
    const laws = await lawsIn(
      tables,
      context,
      found.map(({ programme }) => programme),
    )
    const ids = found.flatMap((one) =>
      one.by === 'returns'
        ? one.made.concat(one.lines.map(({ manufacturer_id, model, devices }) => ({ manufacturer_id, model, devices })))
        : [],
    )
    const firms = await namesOfFirms(tables, [...new Set(ids.map(({ manufacturer_id }) => manufacturer_id))])
    return {
      skip,
      mayAttest: may('attest_export'),
      maySeeEvidence: may('see_export_evidence'),
      programmes: found.map((one) => {
        const { title, binds, rehearsal } = laws(one.programme)
        const { reading } = one.rules
        const year = one.by === 'nothing' ? null : one.year
        return {
          programme: one.programme,
          title,
          rehearsal: binds ? undefined : rehearsal,
          year,
          years: one.years.filter((other) => other !== year),
          reading: reading === undefined ? null : (reading.text[language] ?? Object.values(reading.text)[0] ?? ''),
          published: one.by === 'publications' ? publishedView(one) : null,
          opened: one.by === 'returns' ? openView(one, firms, skip, exportWordsOf(language)) : null,
        }
      }),
    }
  })
}

function publishedView({ programme, year, edition, markets }: PublishedExports) {
  return {
    edition,
    href: `/publications/${programme}/${year}/${edition}`,
    markets: markets.map(({ market, value, devices }) => ({
      market: market ?? null,
      value: value === null ? null : amount(value),
      devices: devices === null ? null : amount(devices),
    })),
  }
}

type Words = ReturnType<typeof exportWordsOf>

function openView(found: OpenExports, firms: Firms, skip: number, words: Words) {
  const { lines, undeclared, isWhole, year } = found
  const made = found.made.map(({ devices }) => devices).reduce(add, ZERO)
  const sum = sumOf(lines)
  const byMarket = [...Map.groupBy(lines, ({ market }) => market)].map(([market, of]) => ({
    name: market,
    ...sumOf(of),
  }))
  const byFirm = [...Map.groupBy(lines, ({ manufacturer_id }) => manufacturer_id)].map(([id, of]) => ({
    name: firms.get(id) ?? '',
    share: shareInMarkets(lines, id),
    ...sumOf(of),
  }))
  const shown = lines.toSorted(inOrder).slice(skip, skip + LINES)
  return {
    isWhole,
    made: amount(made),
    share: shareText(sum.devices, made),
    unknown: lines.filter(({ is_unknown }) => is_unknown).length,
    together: sumView(sum),
    markets: largest(byMarket, words).map((row) => ({ name: row.name, ...sumView(row) })),
    models: largest(modelsOf(found, firms), words).map((row) => ({
      name: row.name,
      made: amount(row.made),
      share: shareText(row.devices, row.made),
      ...sumView(row),
    })),
    firms: isWhole
      ? largest(byFirm, words).map((row) => ({
          name: row.name,
          share: row.share === undefined ? words.none_of : percent(row.share),
          ...sumView(row),
        }))
      : [],
    lines: shown.map((line) => lineView(line, firms, words)),
    undeclared: undeclared.slice(0, LARGEST).map(evidenceView),
    undeclaredCount: undeclared.length,
    path: `/exports?year=${year}`,
    next: lines.length > skip + LINES ? String(skip + LINES) : null,
  }
}

/** What needs somebody first: unverified lines, then those that differ, and of these the largest. */
function inOrder(a: ExportLine, b: ExportLine): number {
  const rank = { unverified: 0, differs: 1, agrees: 2 }
  return (
    rank[a.state] - rank[b.state] || compare(b.value, a.value) || (a.goods_declaration < b.goods_declaration ? -1 : 1)
  )
}

interface ModelSum extends ExportSum {
  readonly name: string
  readonly made: Exact
}

function modelKey(one: Pick<ExportLine, 'manufacturer_id' | 'model'>): string {
  return JSON.stringify([one.manufacturer_id, one.model])
}

/** Of all models that were made or exported; a model is that of its firm. */
function modelsOf({ lines, made, isWhole }: OpenExports, firms: Firms): readonly ModelSum[] {
  const groups = Map.groupBy(lines, modelKey)
  const makes = new Map(made.map((one) => [modelKey(one), one.devices]))
  return [...new Set([...groups.keys(), ...makes.keys()])].map((key) => {
    const [firm = '', model = ''] = JSON.parse(key) as readonly string[]
    const name = isWhole ? `${model} (${firms.get(firm) ?? ''})` : model
    return { name, made: makes.get(key) ?? ZERO, ...sumOf(groups.get(key) ?? []) }
  })
}

interface Ranked extends ExportSum {
  readonly name: string
  readonly made?: Exact
  readonly share?: Exact | undefined
}

function largest(rows: readonly Ranked[], words: Words) {
  const ordered = rows
    .map((row) => ({ ...row, made: row.made ?? ZERO, share: row.share }))
    .toSorted((a, b) => compare(b.value, a.value) || compare(b.made, a.made) || (a.name < b.name ? -1 : 1))
  const rest = ordered.slice(LARGEST)
  if (rest.length === 0) return ordered
  const made = rest.map((row) => row.made).reduce(add, ZERO)
  return [...ordered.slice(0, LARGEST), { name: words.others(rest.length), made, share: undefined, ...sumOf(rest) }]
}

function sumView({ devices, value, verified, unverified }: ExportSum) {
  return { devices: amount(devices), declared: money(value), verified: money(verified), unverified: money(unverified) }
}

/** With what customs counted, where that is another number. */
function devicesText({ devices, attested }: ExportLine, words: Words): string {
  return attested === null || compare(attested.devices, devices) === 0
    ? amount(devices)
    : `${amount(devices)} (${words.customs} ${amount(attested.devices)})`
}

function lineView(line: ExportLine, firms: Firms, words: Words) {
  const { attested } = line
  return {
    href: `/returns/${line.return_id}`,
    firm: firms.get(line.manufacturer_id) ?? '',
    declaration: line.goods_declaration,
    model: line.model,
    market: line.market,
    devices: devicesText(line, words),
    declared: money(line.value),
    attested: attested === null ? null : money(attested.value),
    verified: money(line.verified),
    unverified: money(line.unverified),
    difference: attested === null ? null : money(subtract(line.value, attested.value)),
    state: line.state,
  }
}

function evidenceView({
  exporter,
  goods_declaration,
  model,
  market,
  devices,
  fob_usd,
  exported_on,
  attested_at,
}: Evidence) {
  return {
    exporter,
    declaration: goods_declaration,
    model,
    market,
    devices: `\u2066${grouped(String(devices))}\u2069`,
    fob: `\u2066${grouped(fob_usd)}\u2069`,
    exported_on,
    attested_on: attested_at.slice(0, 10),
  }
}

function amount(value: Exact): string {
  return `\u2066${grouped(toFixed(value, 0))}\u2069`
}

function money(value: Exact): string {
  const text = toFixed(value, 2)
  return `\u2066${text.startsWith('-') ? '−' : ''}${grouped(text.replace('-', ''))}\u2069`
}

function percent(share: Exact): string {
  return `\u2066${toFixed(multiply(share, exact(100)), 1)}%\u2069`
}

function shareText(part: Exact, whole: Exact): string | null {
  return isZero(whole) ? null : percent(divide(part, whole))
}

export async function showEvidence(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const after = cursorAsked(context, request)
  const { items, next } = await readEvidence(context.get(recorderContext).database, actor, { cursor: after })
  return { items: items.map(evidenceView), after, next, mayAttest: may('attest_export') }
}

/** Each line that the reader may open, or of whoever opens none what was published, in rows for a spreadsheet. */
export async function exportRows(context: PageContext, request: Request): Promise<readonly (readonly string[])[]> {
  const { actor, language } = context.get(pageCall)
  const words = exportWordsOf(language)
  const asked = new URL(request.url).searchParams.get('year') ?? undefined
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const found = await exportsFound(tables, context.get(shelfContext), actor, asked)
    const lines = found.flatMap((one) => (one.by === 'returns' ? one.lines : []))
    const firms = await namesOfFirms(tables, [...new Set(lines.map(({ manufacturer_id }) => manufacturer_id))])
    return [
      ['programme', 'year', words.firm, words.declaration, words.model, words.market, words.month].concat([
        words.devices,
        words.declared,
        words.devicesAttested,
        words.attested,
        words.verified,
        words.unverified,
        words.state,
      ]),
      ...found.flatMap((one) => rowsOf(one, firms, words)),
    ]
  })
}

function rowsOf(found: ExportsFound, firms: Firms, words: Words): readonly (readonly string[])[] {
  if (found.by === 'nothing') return []
  const { programme, year } = found
  const said = (value: Exact | null, places: number): string =>
    value === null ? words.withheld : toFixed(value, places)
  if (found.by === 'publications')
    return found.markets.map(({ market, value, devices }) =>
      [programme, year, '', '', '', market ?? words.all, '', said(devices, 0), said(value, 2)].concat([
        '',
        '',
        '',
        '',
        '',
      ]),
    )
  return found.lines.map((line) => {
    const { attested } = line
    const held = [line.verified, line.unverified].map((one) => toFixed(one, 2))
    return [
      programme,
      year,
      firms.get(line.manufacturer_id) ?? '',
      line.goods_declaration,
      line.model,
      line.market,
    ].concat(
      [line.month, toFixed(line.devices, 0), toFixed(line.value, 2)],
      attested === null ? ['', ''] : [toFixed(attested.devices, 0), toFixed(attested.value, 2)],
      [...held, words.states[line.state]],
    )
  })
}
