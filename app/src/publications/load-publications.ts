/** Reads `publications.yaml`, or says with file, line and a sentence what is wrong with it. */
import { entriesOf, mapping, names, problem, type Report, requiredText } from '@maqami/engine/load/fields.ts'
import { didYouMean, type Problem } from '@maqami/engine/load/problem.ts'
import { readReading } from '@maqami/engine/load/standing.ts'
import { child, type MapNode, readYaml } from '@maqami/engine/load/yaml.ts'
import { divide, type Exact, exact, parseDecimal, ZERO } from '@maqami/engine/value/exact.ts'
import type { Release } from '../policy-releases/load-release.ts'
import type { Measure } from '../returns/figures/figure.ts'
import { figureProblems, measuresOf } from '../returns/figures/load-figures.ts'
import { MONTH, type PublicationRules } from './publication.ts'

const PUBLICATIONS_FILE = 'publications.yaml'

type Loaded =
  | { readonly ok: true; readonly rules: PublicationRules | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Undefined where the programme publishes none. */
export function publicationRulesOf(release: Release): PublicationRules | undefined {
  const loaded = loadPublications(release)
  if (!loaded.ok) throw new Error(`${PUBLICATIONS_FILE} of ${release.hash} does not load`)
  return loaded.rules
}

export function publicationProblems(release: Release): readonly Problem[] {
  // What is wrong with the measures is said there.
  if (figureProblems(release).length > 0) return []
  const loaded = loadPublications(release)
  return loaded.ok ? [] : loaded.problems
}

const SUPPRESSION_KEYS = ['least_firms', 'largest_share', 'least_width', 'newcomer_change'] as const

function loadPublications(release: Release): Loaded {
  const content = release.files.get(PUBLICATIONS_FILE)
  if (content === undefined) return { ok: true, rules: undefined }
  const read = readYaml(PUBLICATIONS_FILE, content)
  if (!read.ok) return read
  const problems: Problem[] = []
  const report: Report = { file: PUBLICATIONS_FILE, problems, languages: release.engine.programme.heading.languages }
  const map = mapping(report, read.node, PUBLICATIONS_FILE, ['suppression', 'series'])
  const suppression = mapping(report, child(map, 'suppression'), "'suppression'", [...SUPPRESSION_KEYS, 'reading'])
  if (map === undefined || suppression === undefined) {
    if (map !== undefined) problem(report, map.at, `${PUBLICATIONS_FILE} needs 'suppression:'.`)
    return { ok: false, problems }
  }
  readReading(report, suppression, "'suppression'")
  const numbers = Object.fromEntries(SUPPRESSION_KEYS.map((key) => [key, numberIn(report, suppression, key)]))
  const series = new Map<string, readonly (readonly string[])[]>()
  const measures = measuresOf(release)
  for (const entry of entriesOf(mapping(report, child(map, 'series'), "'series'"))) {
    const measure = measures.find(({ name }) => name === entry.key)
    if (measure === undefined) {
      const known = measures.map(({ name }) => name)
      problem(report, entry.keyAt, `figures.yaml has no '${entry.key}'.${didYouMean(entry.key, known)}`)
    } else if (entry.value.kind !== 'list')
      problem(report, entry.value.at, `'${entry.key}' is a list of tables, such as [[month, category]].`)
    else
      series.set(
        entry.key,
        entry.value.items.map((item) => {
          const table = names(report, item, `A table of '${entry.key}'`)
          for (const name of table) checkDimension(report, item.at, measure, name)
          return table
        }),
      )
  }
  if (problems.length > 0) return { ok: false, problems }
  const { least_firms, largest_share = ZERO, least_width = ZERO, newcomer_change = ZERO } = numbers
  return {
    ok: true,
    rules: { least_firms: Number(least_firms?.n ?? 0), largest_share, least_width, newcomer_change, series },
  }
}

function checkDimension(report: Report, at: MapNode['at'], measure: Measure, name: string): void {
  const known = [
    ...(measure.period === undefined || measure.kind === 'stock' ? [] : [MONTH]),
    ...measure.dimensions.map((one) => one.name),
  ]
  if (!known.includes(name))
    problem(
      report,
      at,
      `'${measure.name}' has no dimension '${name}'.${didYouMean(name, known)} Known: ${known.join(', ')}.`,
    )
}

/** A share is written in percent; the least number of firms is whole and above one. */
function numberIn(report: Report, map: MapNode, key: (typeof SUPPRESSION_KEYS)[number]): Exact | undefined {
  const written = requiredText(report, map, key, "'suppression'")
  if (written === undefined) return undefined
  const at = child(map, key)?.at ?? map.at
  if (key === 'least_firms')
    return /^[2-9]$/.test(written)
      ? exact(Number(written))
      : problem(report, at, `'least_firms' is a whole number from 2 to 9, not '${written}'.`)
  const number = /^\d{1,2}(\.\d{1,4})?%$/.test(written) ? parseDecimal(written.slice(0, -1)) : undefined
  return number === undefined
    ? problem(report, at, `'${key}' is a share such as 75%, not '${written}'.`)
    : divide(number, exact(100))
}
