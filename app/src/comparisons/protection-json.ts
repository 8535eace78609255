/** The protection of products as data: the same for the command line, the interface and the page. */
import { type Finding, findingOf } from '@maqami/engine/determine/determine.ts'
import { clauseText } from '@maqami/engine/explain/explain.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import { NoValue } from '@maqami/engine/value/outcome.ts'
import type { Question } from './compare-routes.ts'
import {
  type Figure,
  figureOf,
  isSettled,
  type NamedFigure,
  named,
  rateFigure,
  type Resting,
  restingOf,
} from './comparison-json.ts'
import type { Routes } from './follow-route.ts'
import type { OpenRoutes } from './open-routes.ts'
import { type ProtectedFound, shareSway, type Tariff } from './protect-products.ts'

export type TariffJson = Figure & {
  /** A reader tries it: it is not of the law. */
  readonly is_tried: boolean
  /** The findings that it is made of, each with its release and its clause; none where nothing is borne. */
  readonly grounds: readonly { readonly release: string; readonly finding: string; readonly clause: string | null }[]
}

export interface ProtectedJson {
  readonly product: string
  readonly tariff: TariffJson
  readonly input: string
  readonly share: Figure
  readonly input_tariff: TariffJson
  readonly findings: readonly NamedFigure[]
  /** The tariffs take more from its making than they give. */
  readonly alarm: boolean
  /** What the rate becomes while the share of inputs goes from its lowest to its highest value. */
  readonly share_moved: {
    readonly low: string
    readonly high: string
    readonly rate_at_low: Figure
    readonly rate_at_high: Figure
  }
}

export interface ProtectionJson extends Resting {
  readonly products: readonly ProtectedJson[]
}

export function protectionJson(
  routes: OpenRoutes,
  question: Question,
  found: readonly ProtectedFound[],
): ProtectionJson {
  return { ...restingOf(routes, question), products: found.map((one) => protectedJson(routes, question, one)) }
}

export function protectedJson(routes: Routes, question: Question, found: ProtectedFound): ProtectedJson {
  const { product, tariff, share, inputTariff, assessment } = found
  const { requires } = routes.comparison.protection
  const { at, rate } = shareSway(routes, question, product)
  return {
    product: product.name,
    tariff: tariffJson(tariff),
    input: product.input.name,
    share: rateFigure(share),
    input_tariff: tariffJson(inputTariff),
    findings: assessment.findings.filter(isSettled).map(named),
    alarm: findingOf(assessment, requires)?.outcome === false,
    share_moved: {
      low: writeQuantity(at.low, 'percent'),
      high: writeQuantity(at.high, 'percent'),
      rate_at_low: figureOf(rate.low),
      rate_at_high: figureOf(rate.high),
    },
  }
}

function tariffJson({ outcome, from }: Tariff): TariffJson {
  return {
    ...(from === undefined ? rateFigure(outcome) : figureOf(from.finding)),
    is_tried: from === undefined && !(outcome instanceof NoValue),
    grounds: (from?.grounds ?? []).map(({ release, finding }) => ({
      release,
      finding: finding.provision.name,
      clause: clauseOf(finding) ?? null,
    })),
  }
}

function clauseOf({ provision }: Finding): string | undefined {
  return clauseText(provision.source.clause)
}
