/** Reads `comparison.yaml` of a programme that compares routes, or says with file, line and a sentence what is wrong with it. */
import {
  entriesOf,
  localized,
  mapping,
  names,
  problem,
  type Report,
  requiredText,
  text,
} from '@maqami/engine/load/fields.ts'
import { didYouMean, type Problem } from '@maqami/engine/load/problem.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import { child, type Node, readYaml } from '@maqami/engine/load/yaml.ts'
import type { Asked, AskedRelease, Comparison, Gap, GapSide, Law } from './comparison.ts'
import { type Reader, readAssumption, readMovable, readWritten } from './load-movables.ts'
import { readProtection } from './load-protection.ts'

export const COMPARISON_FILE = 'comparison.yaml'
/** The category whose members are the routes. */
const ROUTE = 'route'

export type ComparisonLoaded =
  | { readonly ok: true; readonly comparison: Comparison }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export function loadComparison(programme: Programme, content: string): ComparisonLoaded {
  const read = readYaml(COMPARISON_FILE, content)
  if (!read.ok) return read
  const problems: Problem[] = []
  const known = [...programme.heading.sources.keys()]
  const sources: NonNullable<Report['sources']> = []
  const report: Report = { file: COMPARISON_FILE, problems, languages: programme.heading.languages, sources }
  const comparison = readComparison({ report, programme }, read.node)
  for (const { name, at } of sources) {
    if (!known.includes(name)) problem(report, at, `programme.yaml has no source '${name}'.${didYouMean(name, known)}`)
  }
  return comparison === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, comparison }
}

function readComparison(reader: Reader, node: Node): Comparison | undefined {
  const { report, programme } = reader
  const keys = [
    'laws',
    'asked',
    'entered',
    'assumptions',
    'requires',
    'gap',
    'stack',
    'sliders',
    'moved',
    'break_even',
    'protection',
  ]
  const map = mapping(report, node, COMPARISON_FILE, keys)
  if (map === undefined) return undefined
  for (const key of keys) {
    if (child(map, key) === undefined) problem(report, map.at, `${COMPARISON_FILE} needs '${key}:'.`)
  }
  const routes = programme.vocabulary.categories.get(ROUTE)?.members
  if (routes === undefined)
    return problem(report, map.at, `vocabulary.yaml has no category '${ROUTE}', whose members are compared.`)
  const asked = entriesOf(mapping(report, child(map, 'asked'), "'asked'")).flatMap(
    ({ key, value }) => readAsked(reader, key, value, routes) ?? [],
  )
  const laws = entriesOf(mapping(report, child(map, 'laws'), "'laws'")).flatMap(
    ({ key, value }) => readLaw(report, key, value, asked) ?? [],
  )
  const entered = entriesOf(mapping(report, child(map, 'entered'), "'entered'")).flatMap(
    ({ key, keyAt, value }) => readMovable(reader, key, keyAt, value, []) ?? [],
  )
  const assumptions = entriesOf(mapping(report, child(map, 'assumptions'), "'assumptions'")).flatMap(
    ({ key, keyAt, value }) => readAssumption(reader, key, keyAt, value) ?? [],
  )
  const requires = names(report, child(map, 'requires'), "'requires'")
  for (const name of requires) {
    if (programme.provisions.get(name)?.kind !== 'requirement')
      problem(report, map.at, `There is no requirement '${name}', which 'requires' names.`)
  }
  const gap = readGap(reader, child(map, 'gap'), routes)
  const stack = readStack(reader, child(map, 'stack'))
  const sliders = names(report, child(map, 'sliders'), "'sliders'")
  const breakEven = names(report, child(map, 'break_even'), "'break_even'")
  const movable = [...entered, ...assumptions].filter(({ range }) => range !== undefined).map(({ name }) => name)
  for (const name of breakEven) {
    if (!movable.includes(name))
      problem(report, map.at, `'break_even' names '${name}', which is not moved.${didYouMean(name, movable)}`)
  }
  const moved = names(report, child(map, 'moved'), "'moved'")
  for (const name of moved) {
    if (programme.typed.provisions.get(name)?.type.kind !== 'number')
      problem(report, map.at, `'moved' names '${name}', which is no finding that is a number.`)
  }
  const protection = readProtection(reader, child(map, 'protection'), {
    routes,
    asked,
    movable: [...entered, ...assumptions],
  })
  return gap === undefined || stack === undefined || protection === undefined
    ? undefined
    : {
        routes,
        laws,
        asked,
        entered,
        assumptions,
        requires,
        gap,
        stack,
        sliders,
        moved,
        break_even: breakEven,
        protection,
      }
}

function readAsked(
  { report, programme }: Reader,
  name: string,
  node: Node,
  routes: readonly string[],
): Asked | undefined {
  const what = `'${name}'`
  const map = mapping(report, node, what, ['facts', 'routes', 'charges'])
  if (map === undefined) return undefined
  const { facts, groups } = programme.vocabulary
  const asks = new Map<string, string>()
  for (const { key, value } of entriesOf(mapping(report, child(map, 'facts'), `'facts' of ${what}`))) {
    const from = text(report, value, `'${key}' of ${what}`)
    if (from === undefined) continue
    if (!facts.has(from) && !programme.provisions.has(from))
      problem(
        report,
        value.at,
        `There is no fact and no finding '${from}'.${didYouMean(from, [...facts.keys(), ...programme.provisions.keys()])}`,
      )
    asks.set(key, from)
  }
  const byRoute = new Map<string, Readonly<Record<string, string>>>()
  const routesNode = mapping(report, child(map, 'routes'), `'routes' of ${what}`, routes)
  for (const { key, value } of entriesOf(routesNode)) {
    const told = entriesOf(mapping(report, value, `'${key}' of ${what}`)).flatMap((one): [string, string][] => {
      const word = text(report, one.value, `'${one.key}'`)
      return word === undefined ? [] : [[one.key, word]]
    })
    byRoute.set(key, Object.fromEntries(told))
  }
  for (const route of routes) {
    if (!byRoute.has(route)) problem(report, map.at, `'routes' of ${what} says nothing of '${route}'.`)
  }
  const charges = names(report, child(map, 'charges'), `'charges' of ${what}`)
  for (const charge of charges) {
    if (!facts.has(charge))
      problem(
        report,
        map.at,
        `The charge '${charge}' of ${what} is no fact of vocabulary.yaml.${didYouMean(charge, [...facts.keys(), ...groups.keys()])}`,
      )
  }
  return { programme: name, facts: asks, routes: byRoute, charges }
}

function readLaw(report: Report, name: string, node: Node, asked: readonly Asked[]): Law | undefined {
  const what = `the law '${name}'`
  const map = mapping(report, node, what, ['label', 'ask'])
  if (map === undefined) return undefined
  const label = localized(report, child(map, 'label'), `'label' of ${what}`)
  const known = asked.map(({ programme }) => programme)
  const ask = names(report, child(map, 'ask'), `'ask' of ${what}`).flatMap((written): AskedRelease[] => {
    const [programme = '', draft] = written.split('/')
    if (!known.includes(programme))
      problem(report, map.at, `'asked' says nothing of '${programme}'.${didYouMean(programme, known)}`)
    return [{ programme, draft }]
  })
  return label === undefined ? problem(report, map.at, `${what} needs 'label:'.`) : { name, label, ask }
}

function readGap(reader: Reader, node: Node | undefined, routes: readonly string[]): Gap | undefined {
  const { report, programme } = reader
  const map = mapping(report, node, "'gap'", ['finished', 'kit', 'rate', 'assuming', 'values'])
  if (map === undefined) return undefined
  const side = (key: string): GapSide | undefined => {
    const at = mapping(report, child(map, key), `'${key}' of the gap`, ['route', 'charges'])
    if (at === undefined) return problem(report, map.at, `The gap needs '${key}:'.`)
    const route = requiredText(report, at, 'route', `'${key}' of the gap`)
    const charges = requiredText(report, at, 'charges', `'${key}' of the gap`)
    if (route === undefined || charges === undefined) return undefined
    if (!routes.includes(route)) problem(report, at.at, `There is no route '${route}'.${didYouMean(route, routes)}`)
    if (!programme.vocabulary.facts.has(charges)) problem(report, at.at, `There is no fact '${charges}'.`)
    return { route, charges }
  }
  const [finished, kit] = [side('finished'), side('kit')]
  const rate = requiredText(report, map, 'rate', 'the gap')
  if (rate !== undefined && !programme.provisions.has(rate)) problem(report, map.at, `There is no finding '${rate}'.`)
  const values = names(report, child(map, 'values'), "'values' of the gap")
  const assuming = readWritten(reader, child(map, 'assuming'), "'assuming' of the gap")
  return finished && kit && rate !== undefined ? { finished, kit, rate, assuming, values } : undefined
}

function readStack({ report, programme }: Reader, node: Node | undefined): Comparison['stack'] | undefined {
  const map = mapping(report, node, "'stack'", ['whole', 'parts'])
  if (map === undefined) return undefined
  const whole = requiredText(report, map, 'whole', "'stack'")
  const parts = names(report, child(map, 'parts'), "'parts' of 'stack'")
  for (const name of [whole ?? '', ...parts]) {
    if (name !== '' && !programme.provisions.has(name))
      problem(report, map.at, `There is no finding '${name}'.${didYouMean(name, [...programme.provisions.keys()])}`)
  }
  return whole === undefined ? undefined : { whole, parts }
}
