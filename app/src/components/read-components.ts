/** The map of components, as far as the reader may know: officers by all accepted returns, others by what was published. */
import { add, parseDecimal, ZERO } from '@maqami/engine/value/exact.ts'
import { totalsIn, yearOfPeriod } from '../goals/sum-totals.ts'
import { isOfficerRole } from '../kernel/authority.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { lastApprovedOf, programmesPublished } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { cellIn, type EditionContent, type EditionSeries } from '../publications/publication.ts'
import { lastEditionsOf } from '../publications/read-editions.ts'
import { measuresOf } from '../returns/figures/load-figures.ts'
import { totalsOf } from '../returns/figures/read-figures.ts'
import { type ClassStanding, type ComponentRules, type Known, rankClasses, type Told } from './component.ts'
import { componentRulesOf } from './load-components.ts'

export interface ComponentMap {
  readonly release: Release
  readonly rules: ComponentRules
  /** Whether it is by all accepted returns, and not only by what was published. */
  readonly isWhole: boolean
  /** The last one of which anything is known. */
  readonly year: string | undefined
  readonly classes: readonly ClassStanding[]
}

/** Of each programme that has one. */
export async function componentMaps(
  tables: Handle,
  shelf: ReleaseShelf,
  actor: Actor,
): Promise<readonly ComponentMap[]> {
  const found: ComponentMap[] = []
  for (const programme of await programmesPublished(tables)) {
    const one = await componentMapOf(tables, shelf, actor, programme)
    if (one !== undefined) found.push(one)
  }
  return found
}

/** Undefined where there is no such programme, or it has no map. */
export async function componentMapOf(
  tables: Handle,
  shelf: ReleaseShelf,
  actor: Actor,
  programme: string,
): Promise<ComponentMap | undefined> {
  const law = await lastApprovedOf(tables, programme)
  const release = law === undefined ? undefined : shelf.open(law)
  const rules = release === undefined ? undefined : componentRulesOf(release)
  if (release === undefined || rules === undefined) return undefined
  const isWhole = isOfficerRole(actor.role)
  const known = isWhole
    ? knownOf(await totalsOf(tables, programme), release, rules)
    : publishedOf(await lastEditionsOf(tables, programme), release, rules)
  const { year } = known
  // What no return of the year names is none: the returns name all parts that were used.
  const classes =
    year === undefined ? [] : rankClasses(rules, (told, component_class) => known.valueOf(told, component_class, year))
  return { release, rules, isWhole, year, classes }
}

interface KnownOf {
  readonly year: string | undefined
  readonly valueOf: (told: Told, component_class: string, year: string) => Known
}

function knownOf(rows: Awaited<ReturnType<typeof totalsOf>>, release: Release, { measures }: ComponentRules): KnownOf {
  const { yearStarts } = release.engine.programme.heading
  const totals = totalsIn(rows, measuresOf(release), yearStarts)
  const years = rows
    .filter(({ measure }) => measure === measures.used)
    .map(({ period }) => yearOfPeriod(period, yearStarts))
  return { year: lastOf(years), valueOf: (told, one, year) => totals(measures[told], [one], year) ?? ZERO }
}

/** What was bought and made here is published as a part of what was used. */
function publishedOf(
  editions: readonly EditionContent[],
  release: Release,
  { measures, published }: ComponentRules,
): KnownOf {
  const seriesOf = (year: string, name: string): EditionSeries | undefined =>
    editions.find((one) => one.year === year)?.series.find(({ series }) => series === name)
  const wheres = new Map(measuresOf(release).map(({ name, where }) => [name, where]))
  return {
    year: lastOf(editions.map(({ year }) => year).filter((year) => seriesOf(year, published.pieces) !== undefined)),
    valueOf: (told, component_class, year) => {
      if (told === 'imports') return publishedIn(seriesOf(year, published.imports), { component_class })
      const pieces = seriesOf(year, published.pieces)
      const places = (wheres.get(measures[told]) ?? []).flatMap(({ column, members }) =>
        members.map((member) => ({ component_class, [column]: member })),
      )
      return (places.length === 0 ? [{ component_class }] : places)
        .map((at) => publishedIn(pieces, at))
        .reduce((a, b) => (a === 'withheld' || b === 'withheld' ? 'withheld' : add(a, b)))
    },
  }
}

function publishedIn(series: EditionSeries | undefined, at: Readonly<Record<string, string>>): Known {
  const found = series === undefined ? undefined : cellIn(series, at)
  if (found === undefined) return ZERO
  return found.value === null ? 'withheld' : (parseDecimal(found.value) ?? ZERO)
}

function lastOf(years: readonly string[]): string | undefined {
  return years.toSorted().at(-1)
}
