/** An officer publishes what the accepted returns of a year come to: an edition, which stays as it is. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { add, type Exact, exact, multiply, toFixed } from '@maqami/engine/value/exact.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { hashBytes } from '../documents/keep-document.ts'
import { instantText, today } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { NotInForce } from '../policy-releases/policy-release.ts'
import { inForce } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { Release } from '../policy-releases/load-release.ts'
import type { Measure } from '../returns/figures/figure.ts'
import { measuresOf } from '../returns/figures/load-figures.ts'
import { type FigureOfFirm, figuresOfYear, monthsOf } from '../returns/figures/read-figures.ts'
import { type ReturnYear, yearOf } from '../returns/return-year.ts'
import type { Row } from './cells.ts'
import { type EditionRow, insertEdition, listEditionsOf } from './editions-table.ts'
import type { Solver } from './interval.ts'
import { publicationRulesOf } from './load-publications.ts'
import { type EditionBefore, makeSeries, revisionsOf } from './make-edition.ts'
import { openSolver } from './open-solver.ts'
import {
  type EditionContent,
  type EditionSeries,
  keyOfCell,
  MONTH,
  type PublicationRefusal,
  type PublicationRules,
} from './publication.ts'

export interface PublishEdition {
  readonly programme: string
  readonly year: string
}

type Refused = PublicationRefusal | NotInForce

export async function publishEdition(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { programme, year: label }: PublishEdition,
): Promise<Outcome<EditionContent, Refused>> {
  const published_at = instantText(recorder.clock())
  const solver = await openSolver()
  // What the figures come to is worked out before anything is held: it takes as long as there are cells.
  const made = await readAs<Outcome<EditionContent, Refused>>(recorder.database, actor, async (tables) => {
    const law = await inForce(tables, programme, formatDay(today(recorder.clock)))
    if ('refused' in law) return law
    const release = shelf.open(law.done)
    const rules = publicationRulesOf(release)
    const year = yearOf(label, release.engine.programme.heading.yearStarts)
    if (rules === undefined) return { refused: { code: 'no_publications', programme } }
    if (year === undefined) return { refused: { code: 'nothing_to_publish', programme, year: label } }
    return await contentOf(tables, { release, rules, year, solver, published_at })
  })
  if ('refused' in made) return made
  const content = canonicalJson(made.done)
  return await recordCommand<EditionContent, Refused>(recorder, actor, 'publish_edition', async (tables) => {
    const { edition, year } = made.done
    // Another officer may have published meanwhile.
    const before = await listEditionsOf(tables, programme, year)
    if (before.length !== edition - 1) return { refused: { code: 'nothing_new_to_publish', programme, year } }
    const hash = hashBytes(Buffer.from(content))
    const row: EditionRow = {
      id: recorder.makeId(),
      programme,
      year,
      edition,
      content,
      hash,
      published_at,
      published_by: actor.person,
    }
    await insertEdition(tables, row)
    return { done: made.done, subject: `edition ${programme} ${year} ${edition}`, details: { hash } }
  })
}

interface Making {
  readonly release: Release
  readonly rules: PublicationRules
  readonly year: ReturnYear
  readonly solver: Solver
  readonly published_at: string
}

async function contentOf(tables: Handle, making: Making): Promise<Outcome<EditionContent, Refused>> {
  const { release, rules, year, solver, published_at } = making
  const { heading } = release.engine.programme
  const programme = heading.name
  const figures = await figuresOfYear(tables, programme, year, published_at)
  const returns = returnsIn(figures)
  if (returns.size === 0) return { refused: { code: 'nothing_to_publish', programme, year: year.label } }
  const editions = await listEditionsOf(tables, programme, year.label)
  const before: { readonly content: EditionContent; readonly figures: readonly FigureOfFirm[] }[] = []
  for (const row of editions)
    before.push({
      content: JSON.parse(row.content) as EditionContent,
      // As they stood then: figures that ceased to count are kept.
      figures: await figuresOfYear(tables, programme, year, row.published_at),
    })
  const last = before.at(-1)
  const told = last === undefined ? undefined : returnsIn(last.figures)
  const added = [...returns.keys()].filter((id) => told !== undefined && !told.has(id)).length
  const restated = [...returns].filter(([id, version]) => told?.has(id) === true && told.get(id) !== version).length
  if (told !== undefined && added + restated === 0)
    return { refused: { code: 'nothing_new_to_publish', programme, year: year.label } }
  const series = [...rules.series].flatMap(([name, tablesOf]): readonly EditionSeries[] => {
    const measure = measuresOf(release).find((one) => one.name === name)
    if (measure === undefined) return []
    const month = measure.kind === 'stock' ? (monthsOf(year).at(-1) ?? null) : null
    const rowsIn = (all: readonly FigureOfFirm[]): readonly Row[] => rowsOf(all, measure, tablesOf, month)
    const earlier = before.flatMap(({ content, figures: then }): readonly EditionBefore[] => {
      const found = content.series.find((one) => one.series === name)
      return found === undefined ? [] : [{ rows: rowsIn(then), series: found }]
    })
    const lines_unknown = figures.reduce((sum, one) => sum + (one.measure === name ? one.lines_unknown : 0), 0)
    return [
      makeSeries(
        { measure, tables: tablesOf, month, rows: rowsIn(figures), lines_unknown, before: earlier },
        rules,
        solver,
      ),
    ]
  })
  return {
    done: {
      programme,
      title: heading.title,
      authority: heading.authority,
      year: year.label,
      year_starts: heading.yearStarts,
      edition: editions.length + 1,
      published_at,
      rehearsal: isRehearsal(release.engine.programme),
      rules: {
        least_firms: rules.least_firms,
        largest_share: `${toFixed(multiply(rules.largest_share, exact(100)), 0)}%`,
      },
      returns: returns.size,
      returns_added: added,
      returns_restated: restated,
      series,
      revisions: last === undefined ? [] : revisionsOf(last.content.series, series),
    },
  }
}

/** By return, the version that counts. */
function returnsIn(figures: readonly FigureOfFirm[]): ReadonlyMap<string, number> {
  return new Map(figures.map(({ return_id, version }) => [return_id, version]))
}

/** What each firm adds to each cell that a table could have. */
function rowsOf(
  figures: readonly FigureOfFirm[],
  measure: Measure,
  tables: readonly (readonly string[])[],
  month: string | null,
): readonly Row[] {
  const named = [...new Set(tables.flat())]
  const rows = new Map<string, Row>()
  for (const figure of figures) {
    if (figure.measure !== measure.name || (month !== null && figure.period !== month)) continue
    const at = Object.fromEntries(
      named.map((name) => [name, name === MONTH ? figure.period : safe(figure.at[name] ?? '')]),
    )
    const key = `${figure.manufacturer_id}\n${keyOfCell(at)}`
    const value: Exact = add(rows.get(key)?.value ?? exact(0), figure.value)
    rows.set(key, { firm: figure.manufacturer_id, at, value })
  }
  return [...rows.values()]
}

/** A member that a firm wrote, such as a district, without what parts the keys of cells. */
function safe(member: string): string {
  return member.replaceAll(/[|=\n]/g, ' ').trim()
}
