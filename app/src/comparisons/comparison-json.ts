/** A comparison as data: the same for the command line, the interface and the page. Numbers stand exact and as they are shown. */
import type { Finding } from '@maqami/engine/determine/determine.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Exact } from '@maqami/engine/value/exact.ts'
import { showQuantity, writeQuantity, writeValue } from '@maqami/engine/value/notation.ts'
import { isNone, NoValue, type Outcome } from '@maqami/engine/value/outcome.ts'
import type { Rounding } from '@maqami/engine/value/notation.ts'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { releaseName, type Written } from './comparison.ts'
import { type Crossing, type Difference, gapAt, type Moved, type Question } from './compare-routes.ts'
import type { FollowedRoute, Routes } from './follow-route.ts'
import type { OpenRoutes } from './open-routes.ts'

/** An amount exact, as files write it, and as a reader sees it. */
export interface Amount {
  readonly value: string
  readonly shown: string
}

export type Figure =
  | ({ readonly state: 'value' } & Amount)
  | { readonly state: 'none' }
  /** `needs`: the facts that are missing. */
  | { readonly state: 'undetermined' | 'refused'; readonly needs: readonly string[] }

export type NamedFigure = { readonly name: string } & Figure

/** What an answer rests on. */
export interface Resting {
  readonly comparison: string
  readonly law: string
  readonly as_of: string
  readonly engine_version: string
  /** The method first, then what it asks. */
  readonly releases: readonly { readonly name: string; readonly hash: string }[]
  readonly facts: Written
}

export interface ComparisonJson extends Resting {
  readonly routes: readonly {
    readonly route: string
    readonly findings: readonly NamedFigure[]
    /** With the release whose finding it is; null where none of this law knows it. */
    readonly charges: readonly ({ readonly release: string | null } & NamedFigure)[]
  }[]
  readonly gap: readonly {
    readonly cf_value: string
    readonly finished: Figure
    readonly kit: Figure
    readonly findings: readonly NamedFigure[]
  }[]
}

/** What else can be asked of it: it takes a hundred times as long. */
export interface MovedJson {
  readonly difference: Difference
  readonly difference_now: Amount | null
  readonly sensitivity: readonly {
    readonly assumption: string
    readonly low: string
    readonly high: string
    readonly difference_at_low: Amount | null
    readonly difference_at_high: Amount | null
  }[]
  readonly break_even: readonly {
    readonly fact: string
    /** Within these it was looked for. */
    readonly low: string
    readonly high: string
    readonly crossings: readonly CrossingJson[]
  }[]
}

interface CrossingJson {
  readonly from: string
  readonly to: string
  readonly less: Crossing['less']
}

export function comparisonJson(
  routes: OpenRoutes,
  question: Question,
  followed: readonly FollowedRoute[],
): ComparisonJson {
  const { comparison } = routes
  return {
    ...restingOf(routes, question),
    routes: followed.map(({ route, assessment, charges }) => ({
      route,
      findings: assessment.findings.filter(isSettled).map(named),
      charges: charges.map(({ name, from }) => ({
        name,
        release: from?.release ?? null,
        ...(from === undefined ? ({ state: 'none' } as const) : figureOf(from.finding)),
      })),
    })),
    gap: comparison.gap.values.map((value) => {
      const { finished, kit, findings } = gapAt(routes, question, value)
      return { cf_value: value, finished: figureOf(finished), kit: figureOf(kit), findings: findings.map(named) }
    }),
  }
}

export function restingOf({ release, hashes }: OpenRoutes, { law, facts, day }: Question): Resting {
  const { heading } = release.engine.programme
  return {
    comparison: heading.name,
    law: law.name,
    as_of: formatDay(day),
    engine_version: ENGINE_VERSION,
    releases: [
      { name: heading.name, hash: release.hash },
      ...law.ask.map(releaseName).map((name) => ({ name, hash: hashes.get(name) ?? '' })),
    ],
    facts,
  }
}

/** Findings of the other parts of the programme, for which nothing was entered, are left out. */
export function isSettled({ outcome }: Finding): boolean {
  return !(outcome instanceof NoValue) || outcome.kind === 'refused'
}

export function named(finding: Finding): NamedFigure {
  return { name: finding.provision.name, ...figureOf(finding) }
}

export function figureOf(finding: Finding | undefined): Figure {
  if (finding === undefined) return { state: 'undetermined', needs: [] }
  const { outcome, provision } = finding
  if (outcome instanceof NoValue) return withoutValue(outcome)
  const value = writeValue(outcome, provision.type)
  const { type } = provision
  const isNumber = typeof outcome === 'object' && type.kind === 'number'
  return { state: 'value', value, shown: isNumber ? showQuantity(outcome, type.unit, provision.show) : value }
}

const RATE = { kind: 'number', unit: 'percent' } as const

/** Of a rate that is no finding. */
export function rateFigure(outcome: Outcome): Figure {
  if (outcome instanceof NoValue) return withoutValue(outcome)
  const value = writeValue(outcome, RATE)
  return { state: 'value', value, shown: value }
}

function withoutValue(outcome: NoValue): Figure {
  return isNone(outcome)
    ? { state: 'none' }
    : { state: outcome.kind === 'refused' ? 'refused' : 'undetermined', needs: outcome.missing }
}

export function movedJson(routes: Routes, { difference, now, sways, crossings }: Moved): MovedJson {
  const measured = routes.engine.findings.find(({ name }) => name === difference.finding)
  const unit = measured?.type.kind === 'number' ? measured.type.unit : 'number'
  const amount = (number: Exact | undefined): Amount | null =>
    number === undefined ? null : amountIn(number, unit, measured?.show)
  const written = (name: string, number: Exact | undefined): string =>
    number === undefined ? '' : writeQuantity(number, unitOf(routes, name))
  return {
    difference,
    difference_now: amount(now),
    sensitivity: sways.map(({ assumption: { name }, at, difference: found }) => ({
      assumption: name,
      low: written(name, at.low),
      high: written(name, at.high),
      difference_at_low: amount(found.low),
      difference_at_high: amount(found.high),
    })),
    break_even: crossings.map(({ movable: { name, range }, crossings: found }) => ({
      fact: name,
      low: written(name, range?.low),
      high: written(name, range?.high),
      crossings: found.map(({ from, to, less }) => ({ from: written(name, from), to: written(name, to), less })),
    })),
  }
}

function amountIn(number: Exact, unit: string, show: Rounding | undefined): Amount {
  return { value: writeQuantity(number, unit), shown: showQuantity(number, unit, show) }
}

function unitOf({ engine }: Routes, name: string): string {
  const type = engine.programme.vocabulary.facts.get(name)?.type
  return type?.kind === 'number' ? type.unit : 'number'
}
