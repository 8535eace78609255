/**
 * How far tariffs protect the making of a product here: the tariff on it against those on what goes into it, each as the law says it, or as a
 * reader tries it. Pure.
 */
import { type Assessment, determine, type Finding, findingOf } from '@maqami/engine/determine/determine.ts'
import { type Facts, type FactProblem, readFacts } from '@maqami/engine/determine/facts.ts'
import { compare, type Exact, ZERO } from '@maqami/engine/value/exact.ts'
import { NoValue, type Outcome, undetermined } from '@maqami/engine/value/outcome.ts'
import { moved, type Question } from './compare-routes.ts'
import { type ProtectedProduct, releaseName, type TariffPlace } from './comparison.ts'
import { type FollowedRoute, followRoutes, type Routes } from './follow-route.ts'
import { INPUTS, OUTPUT_TARIFF, PRODUCTS } from './load-protection.ts'

export interface Tariff {
  readonly outcome: Outcome
  /** What it rests on: undefined where a reader tries it. */
  readonly from: TariffFound | undefined
}

export interface TariffFound {
  readonly assessment: Assessment
  readonly finding: Finding
  /** Each release with the findings of it that the tariff is made of. */
  readonly grounds: readonly Ground[]
}

export interface Ground {
  readonly release: string
  readonly finding: Finding
}

export interface ProtectedFound {
  readonly product: ProtectedProduct
  readonly tariff: Tariff
  readonly share: Outcome
  readonly inputTariff: Tariff
  readonly assessment: Assessment
}

export type Protected =
  | { readonly ok: true; readonly products: readonly ProtectedFound[] }
  | { readonly ok: false; readonly problems: readonly FactProblem[] }

/** Refuses what `followRoutes` refuses. */
export function protectProducts(
  routes: Routes,
  question: Question,
  only: readonly ProtectedProduct[] = routes.comparison.protection.products,
): Protected {
  const sides = new Set(only.flatMap(({ tariff, input }) => [tariff, input.tariff].flatMap(routeOf)))
  const followed = followRoutes(routes, question.law, question.facts, question.day, [...sides])
  if (!followed.ok) return followed
  const read = readFacts(routes.engine.programme.vocabulary, question.facts)
  if (!read.ok) return read
  const asking: Asking = { routes, question, facts: read.facts, followed: followed.routes }
  return { ok: true, products: only.map((product) => protect(asking, product)) }
}

function routeOf(place: TariffPlace): readonly string[] {
  return place.kind === 'route' ? [place.route] : []
}

interface Asking {
  readonly routes: Routes
  readonly question: Question
  readonly facts: Facts
  readonly followed: readonly FollowedRoute[]
}

function protect(asking: Asking, product: ProtectedProduct): ProtectedFound {
  const { engine } = asking.routes
  const share =
    product.input.share === undefined ? lineOf(asking, product.name, 'share') : factOf(asking, product.input.share)
  const tariff = tariffAt(asking, product.tariff, lineOf(asking, product.name, 'tariff'))
  const inputTariff = tariffAt(asking, product.input.tariff, lineOf(asking, product.name, 'input_tariff'))
  const read = readFacts(
    engine.programme.vocabulary,
    {},
    {
      whole: new Map([[OUTPUT_TARIFF, tariff.outcome]]),
      groups: new Map([
        [INPUTS.group, { columns: INPUTS.columns, lines: [[product.input.name, share, inputTariff.outcome]] }],
      ]),
    },
  )
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  const assessment = determine(engine, read.facts, asking.question.day)
  return { product, tariff, share, inputTariff, assessment }
}

/** Undetermined where the reader has no line of the product, or left the column out. */
function lineOf({ routes, facts }: Asking, product: string, column: (typeof PRODUCTS.columns)[number]): Outcome {
  const columns = [...(routes.engine.programme.vocabulary.groups.get(PRODUCTS.group)?.columns.keys() ?? [])]
  const lines = facts.groups.get(PRODUCTS.group)
  const line = lines?.lines[lines.keys.indexOf(product)]
  return line?.[columns.indexOf(column)] ?? undetermined(`${PRODUCTS.group}.${column}`)
}

function factOf({ routes, facts }: Asking, name: string): Outcome {
  return facts.whole[[...routes.engine.programme.vocabulary.facts.keys()].indexOf(name)] ?? undetermined(name)
}

function tariffAt(asking: Asking, place: TariffPlace, tried: Outcome): Tariff {
  if (!(tried instanceof NoValue)) return { outcome: tried, from: undefined }
  const from = place.kind === 'route' ? onRoute(asking, place) : asked(asking, place)
  return { outcome: from?.finding.outcome ?? undetermined(place.finding), from }
}

/** What a route bears rests on those of its charges that are tariffs, and not nothing. */
function onRoute(
  { routes, followed }: Asking,
  place: Extract<TariffPlace, { readonly kind: 'route' }>,
): TariffFound | undefined {
  const one = followed.find(({ route }) => route === place.route)
  const finding = one && findingOf(one.assessment, place.finding)
  if (one === undefined || finding === undefined) return undefined
  const { charges } = routes.comparison.protection
  const grounds = one.charges.flatMap(({ name, from }): readonly Ground[] =>
    from === undefined || !charges.includes(name) || !isMore(from.finding.outcome)
      ? []
      : [{ release: from.release, finding: from.finding }],
  )
  return { assessment: one.assessment, finding, grounds }
}

function asked(
  { routes, question }: Asking,
  { programme, facts, finding: name }: Extract<TariffPlace, { readonly kind: 'asked' }>,
): TariffFound | undefined {
  const release = question.law.ask.find((one) => one.programme === programme)
  const engine = release && routes.asked.get(releaseName(release))
  if (release === undefined || engine === undefined) return undefined
  const read = readFacts(engine.programme.vocabulary, facts)
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  const assessment = determine(engine, read.facts, question.day)
  const finding = findingOf(assessment, name)
  return finding && { assessment, finding, grounds: [{ release: releaseName(release), finding }] }
}

function isMore(outcome: Outcome): boolean {
  return typeof outcome === 'object' && !(outcome instanceof NoValue) && compare(outcome, ZERO) > 0
}

/** The protection of one product while its share of inputs goes from its lowest to its highest value and all else stays. */
export interface ShareSway {
  readonly at: { readonly low: Exact; readonly high: Exact }
  readonly rate: { readonly low: Finding | undefined; readonly high: Finding | undefined }
}

export function shareSway(routes: Routes, question: Question, product: ProtectedProduct): ShareSway {
  const { protection } = routes.comparison
  const fact = product.input.share
  const named = [...routes.comparison.entered, ...routes.comparison.assumptions].find(({ name }) => name === fact)
  const at = named?.range ?? protection.share
  const rateAt = (value: Exact): Finding | undefined => {
    const [group, column] = [PRODUCTS.group, PRODUCTS.columns[1]]
    const there = moved(routes, question, fact ?? `${group}.${column}.${product.name}`, value)
    const found = protectProducts(routes, there, [product])
    const [one] = found.ok ? found.products : []
    return one && findingOf(one.assessment, protection.rate)
  }
  return { at, rate: { low: rateAt(at.low), high: rateAt(at.high) } }
}
