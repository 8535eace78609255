/** Reads what `comparison.yaml` says of protection: which products, and where their tariffs and those of their inputs are found. */
import { entriesOf, mapping, names, problem, requiredText, text } from '@maqami/engine/load/fields.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { child, type MapNode, type Node } from '@maqami/engine/load/yaml.ts'
import { compare, type Exact } from '@maqami/engine/value/exact.ts'
import { parseQuantity } from '@maqami/engine/value/notation.ts'
import type { Asked, Movable, ProtectedProduct, Protection, TariffPlace } from './comparison.ts'
import { type Reader, readAssumption } from './load-movables.ts'

/** Facts of the method: what a product bears, and the lines of what goes into it. */
export const OUTPUT_TARIFF = 'output_tariff_rate'
export const INPUTS = { group: 'inputs', columns: ['input', 'input_share', 'input_tariff_rate'] } as const
/** Lines of a reader, by product. */
export const PRODUCTS = { group: 'products', columns: ['product', 'share', 'tariff', 'input_tariff'] } as const

interface Known {
  readonly routes: readonly string[]
  readonly asked: readonly Asked[]
  readonly movable: readonly Movable[]
}

const KEYS = ['rate', 'requires', 'facts', 'charges', 'share', 'lines', 'products']

export function readProtection(reader: Reader, node: Node | undefined, known: Known): Protection | undefined {
  const { report, programme } = reader
  const what = "'protection'"
  const map = mapping(report, node, what, KEYS)
  if (map === undefined) return undefined
  for (const { group, columns } of [INPUTS, PRODUCTS]) {
    const found = programme.vocabulary.groups.get(group)?.columns
    for (const column of columns) {
      if (found?.has(column) !== true) problem(report, map.at, `vocabulary.yaml has no '${group}.${column}'.`)
    }
  }
  const rate = requiredText(report, map, 'rate', what)
  const requires = requiredText(report, map, 'requires', what)
  for (const name of [rate, requires]) {
    if (name !== undefined && !programme.provisions.has(name))
      problem(report, map.at, `There is no finding '${name}'.${didYouMean(name, [...programme.provisions.keys()])}`)
  }
  const movable = known.movable.map(({ name }) => name)
  const facts = names(report, child(map, 'facts'), `'facts' of ${what}`)
  const charges = names(report, child(map, 'charges'), `'charges' of ${what}`)
  const charged = known.asked.flatMap((one) => one.charges)
  for (const [given, all] of [
    [facts, movable],
    [charges, charged],
  ] as const) {
    for (const name of given) {
      if (!all.includes(name)) problem(report, map.at, `${what} names '${name}'.${didYouMean(name, all)}`)
    }
  }
  const linesNode = child(map, 'lines')
  const lines = linesNode && readAssumption(reader, PRODUCTS.group, map.at, linesNode)
  const share = readShare(reader, child(map, 'share'))
  const products = entriesOf(mapping(report, child(map, 'products'), `'products' of ${what}`)).flatMap(
    ({ key, value }) => readProduct(reader, key, value, known) ?? [],
  )
  if (lines === undefined) return problem(report, map.at, `${what} needs 'lines:'.`)
  return rate === undefined || requires === undefined || share === undefined
    ? undefined
    : { rate, requires, facts, charges, lines, share, products }
}

function readShare({ report }: Reader, node: Node | undefined): Protection['share'] | undefined {
  const what = "'share' of 'protection'"
  const map = mapping(report, node, what, ['low', 'high'])
  if (map === undefined) return undefined
  const read = (key: string): Exact | undefined => {
    const written = requiredText(report, map, key, what)
    return written === undefined ? undefined : parseQuantity(written, 'percent')
  }
  const [low, high] = [read('low'), read('high')]
  return low === undefined || high === undefined || compare(low, high) > 0
    ? problem(report, map.at, `${what} goes from 'low' to 'high', each such as 70%.`)
    : { low, high }
}

function readProduct(reader: Reader, name: string, node: Node, known: Known): ProtectedProduct | undefined {
  const { report, programme } = reader
  const what = `the product '${name}'`
  const products = programme.vocabulary.categories.get(PRODUCTS.columns[0])?.members ?? []
  const inputs = programme.vocabulary.categories.get(INPUTS.columns[0])?.members ?? []
  const map = mapping(report, node, what, ['tariff', 'input'])
  if (map === undefined) return undefined
  if (!products.includes(name)) problem(report, map.at, `There is no product '${name}'.${didYouMean(name, products)}`)
  const at = mapping(report, child(map, 'input'), `'input' of ${what}`, ['name', 'share', 'tariff'])
  if (at === undefined) return problem(report, map.at, `${what} needs 'input:'.`)
  const input = requiredText(report, at, 'name', `'input' of ${what}`)
  if (input !== undefined && !inputs.includes(input))
    problem(report, at.at, `There is no input '${input}'.${didYouMean(input, inputs)}`)
  const share = text(report, child(at, 'share'), `'share' of ${what}`)
  const ranged = known.movable.filter(({ range }) => range !== undefined).map((one) => one.name)
  if (share !== undefined && !ranged.includes(share))
    problem(report, at.at, `There is no fact '${share}' that is moved.${didYouMean(share, ranged)}`)
  const tariff = readTariff(reader, map, `'tariff' of ${what}`, known)
  const inputTariff = readTariff(reader, at, `'tariff' of the input of ${what}`, known)
  return input === undefined || tariff === undefined || inputTariff === undefined
    ? undefined
    : { name, tariff, input: { name: input, share, tariff: inputTariff } }
}

function readTariff({ report, programme }: Reader, from: MapNode, what: string, known: Known): TariffPlace | undefined {
  const map = mapping(report, child(from, 'tariff'), what, ['route', 'ask', 'facts', 'finding'])
  if (map === undefined) return problem(report, from.at, `${what} is missing.`)
  const finding = requiredText(report, map, 'finding', what)
  const route = text(report, child(map, 'route'), `'route' of ${what}`)
  if (finding === undefined) return undefined
  if (route !== undefined) {
    if (!known.routes.includes(route))
      problem(report, map.at, `There is no route '${route}'.${didYouMean(route, known.routes)}`)
    if (!programme.provisions.has(finding)) problem(report, map.at, `There is no finding '${finding}'.`)
    return { kind: 'route', route, finding }
  }
  const asked = requiredText(report, map, 'ask', what)
  if (asked === undefined) return undefined
  const programmes = known.asked.map((one) => one.programme)
  if (!programmes.includes(asked))
    problem(report, map.at, `'asked' says nothing of '${asked}'.${didYouMean(asked, programmes)}`)
  const facts = entriesOf(mapping(report, child(map, 'facts'), `'facts' of ${what}`)).flatMap(
    ({ key, value }): [string, string][] => {
      const word = text(report, value, `'${key}'`)
      return word === undefined ? [] : [[key, word]]
    },
  )
  return { kind: 'asked', programme: asked, facts: Object.fromEntries(facts), finding }
}
