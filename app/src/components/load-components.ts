/** Reads `components.yaml`, or says with file, line and a sentence what is wrong with it. */
import {
  entriesOf,
  localized,
  mapping,
  oneOf,
  problem,
  type Report,
  requiredText,
  text,
} from '@maqami/engine/load/fields.ts'
import { didYouMean, type Problem } from '@maqami/engine/load/problem.ts'
import { PROPOSED, readReading, readStanding } from '@maqami/engine/load/standing.ts'
import { child, type Entry, type MapNode, readYaml } from '@maqami/engine/load/yaml.ts'
import { parseDecimal } from '@maqami/engine/value/exact.ts'
import { COMPONENT_CLASSES } from '../commitments/candidate.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { publicationRulesOf, publicationProblems } from '../publications/load-publications.ts'
import { figureProblems, measuresOf } from '../returns/figures/load-figures.ts'
import { type ClassRule, type ComponentRules, TOLD, type Told } from './component.ts'

const COMPONENTS_FILE = 'components.yaml'

type Loaded =
  | { readonly ok: true; readonly rules: ComponentRules | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const known = new WeakMap<Release, { readonly rules: ComponentRules | undefined }>()

/** Undefined where the programme has no such map. A release that was published has nothing wrong in it. */
export function componentRulesOf(release: Release): ComponentRules | undefined {
  const before = known.get(release)
  if (before !== undefined) return before.rules
  const loaded = loadComponents(release)
  if (!loaded.ok) throw new Error(`${COMPONENTS_FILE} of ${release.hash} does not load`)
  known.set(release, loaded)
  return loaded.rules
}

export function componentProblems(release: Release): readonly Problem[] {
  // What is wrong with the measures is said there.
  if (figureProblems(release).length > 0 || publicationProblems(release).length > 0) return []
  const loaded = loadComponents(release)
  return loaded.ok ? [] : loaded.problems
}

function loadComponents(release: Release): Loaded {
  const content = release.files.get(COMPONENTS_FILE)
  if (content === undefined) return { ok: true, rules: undefined }
  const read = readYaml(COMPONENTS_FILE, content)
  if (!read.ok) return read
  const problems: Problem[] = []
  const { languages, standing } = release.engine.programme.heading
  const report: Report = { file: COMPONENTS_FILE, problems, languages }
  const map = mapping(report, read.node, COMPONENTS_FILE, [
    'measures',
    'published',
    'status',
    'evidence',
    'reading',
    'classes',
  ])
  if (map === undefined) return { ok: false, problems }
  const measures = readMeasures(report, map, release)
  const classes = entriesOf(mapping(report, child(map, 'classes'), "'classes'")).flatMap(
    (entry) => readClass(report, entry) ?? [],
  )
  if (classes.length === 0) problem(report, map.at, `${COMPONENTS_FILE} needs 'classes:'.`)
  const said = { ...PROPOSED, status: standing.status }
  const rules = {
    measures,
    published: readPublished(report, map, release),
    classes,
    standing: readStanding({ ...report, sources: [] }, map, COMPONENTS_FILE, said),
    reading: readReading(report, map, COMPONENTS_FILE),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules }
}

function readMeasures(report: Report, map: MapNode, release: Release): Readonly<Record<Told, string>> {
  const node = mapping(report, child(map, 'measures'), "'measures'", TOLD)
  if (node === undefined) problem(report, map.at, `${COMPONENTS_FILE} needs 'measures:'.`)
  const all = measuresOf(release)
  const named = (told: Told): string => {
    const name = node === undefined ? '' : (requiredText(report, node, told, "'measures'") ?? '')
    const found = all.find((one) => one.name === name)
    if (found === undefined)
      problem(
        report,
        node?.at ?? map.at,
        `figures.yaml has no '${name}'.${didYouMean(
          name,
          all.map((one) => one.name),
        )}`,
      )
    else if (found.dimensions[0]?.name !== 'component_class')
      problem(report, node?.at ?? map.at, `'${name}' is kept by component_class first.`)
    return name
  }
  return { used: named('used'), bought: named('bought'), made: named('made'), imports: named('imports') }
}

function readPublished(report: Report, map: MapNode, release: Release): ComponentRules['published'] {
  const node = mapping(report, child(map, 'published'), "'published'", ['pieces', 'imports'])
  if (node === undefined) problem(report, map.at, `${COMPONENTS_FILE} needs 'published:'.`)
  const series = publicationRulesOf(release)?.series ?? new Map<string, readonly (readonly string[])[]>()
  const named = (key: 'pieces' | 'imports'): string => {
    const name = node === undefined ? '' : (requiredText(report, node, key, "'published'") ?? '')
    if (series.get(name)?.some((table) => table.includes('component_class')) !== true)
      problem(
        report,
        node?.at ?? map.at,
        `publications.yaml has no '${name}' by component_class.${didYouMean(name, series.keys())}`,
      )
    return name
  }
  return { pieces: named('pieces'), imports: named('imports') }
}

function readClass(report: Report, { key, value }: Entry): ClassRule | undefined {
  const what = `'${key}'`
  const map = mapping(report, value, what, ['label', 'candidates', 'least_efficient'])
  if (map === undefined) return undefined
  const label = localized(report, child(map, 'label'), `'label' of ${what}`)
  if (label === undefined) return problem(report, map.at, `${what} needs 'label:'.`)
  const calls = child(map, 'candidates')
  const least = text(report, child(map, 'least_efficient'), `'least_efficient' of ${what}`)
  if (least !== undefined && !/^[1-9]\d{0,11}$/.test(least))
    problem(report, map.at, `'least_efficient' of ${what} is a whole number of pieces a year, not '${least}'.`)
  return {
    name: key,
    label,
    candidates: calls === undefined ? undefined : oneOf(report, calls, `'candidates' of ${what}`, COMPONENT_CLASSES),
    least_efficient: least === undefined ? undefined : parseDecimal(least),
  }
}
