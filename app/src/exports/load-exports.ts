/** Reads `exports.yaml`, or says with file, line and a sentence what is wrong with it. */
import { mapping, problem, type Report, requiredText } from '@maqami/engine/load/fields.ts'
import { didYouMean, type Problem } from '@maqami/engine/load/problem.ts'
import { readReading } from '@maqami/engine/load/standing.ts'
import { readYaml } from '@maqami/engine/load/yaml.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { figureProblems, measuresOf } from '../returns/figures/load-figures.ts'
import type { ExportRules } from './export.ts'

const EXPORTS_FILE = 'exports.yaml'
/** In which customs attests values. */
const CURRENCY = 'USD'

export const MODEL = 'model'
export const MARKET = 'market'
export const DECLARATION = 'declaration'

/** By which the lines of a measure are told apart. */
const NEEDED = { value: [MARKET, MODEL, DECLARATION], devices: [MARKET, MODEL, DECLARATION], made: [MODEL] } as const

type Loaded =
  | { readonly ok: true; readonly rules: ExportRules | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const known = new WeakMap<Release, { readonly rules: ExportRules | undefined }>()

/** Undefined where the programme counts no exports. A release that was published has nothing wrong in it. */
export function exportRulesOf(release: Release): ExportRules | undefined {
  const before = known.get(release)
  if (before !== undefined) return before.rules
  const loaded = loadExports(release)
  if (!loaded.ok) throw new Error(`${EXPORTS_FILE} of ${release.hash} does not load`)
  known.set(release, loaded)
  return loaded.rules
}

export function exportProblems(release: Release): readonly Problem[] {
  // What is wrong with the measures is said there.
  if (figureProblems(release).length > 0) return []
  const loaded = loadExports(release)
  return loaded.ok ? [] : loaded.problems
}

function loadExports(release: Release): Loaded {
  const content = release.files.get(EXPORTS_FILE)
  if (content === undefined) return { ok: true, rules: undefined }
  const read = readYaml(EXPORTS_FILE, content)
  if (!read.ok) return read
  const problems: Problem[] = []
  const report: Report = { file: EXPORTS_FILE, problems, languages: release.engine.programme.heading.languages }
  const map = mapping(report, read.node, EXPORTS_FILE, [...Object.keys(NEEDED), 'reading'])
  if (map === undefined) return { ok: false, problems }
  const all = measuresOf(release)
  const named = (key: keyof typeof NEEDED): string => {
    const name = requiredText(report, map, key, EXPORTS_FILE) ?? ''
    const found = all.find((one) => one.name === name)
    const names = all.map((one) => one.name)
    if (found === undefined) {
      problem(report, map.at, `figures.yaml has no '${name}'.${didYouMean(name, names)}`)
      return name
    }
    for (const needed of NEEDED[key])
      if (!found.dimensions.some((one) => one.name === needed))
        problem(report, map.at, `'${name}' needs a dimension '${needed}'.`)
    if (key === 'value' && found.currency !== CURRENCY)
      problem(report, map.at, `'${name}' is in ${CURRENCY}, as customs attests it.`)
    return name
  }
  const rules = {
    value: named('value'),
    devices: named('devices'),
    made: named('made'),
    reading: readReading(report, map, EXPORTS_FILE),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules }
}
