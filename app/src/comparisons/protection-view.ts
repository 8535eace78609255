/** The protection of products as a page and a terminal tell it in one language. */
import { findingOf } from '@maqami/engine/determine/determine.ts'
import { type Inked, joined, sentenceStart } from '@maqami/engine/explain/ink.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { clauseIn, countIn, nameOf, refusalIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import { NoValue } from '@maqami/engine/value/outcome.ts'
import type { Type } from '@maqami/engine/value/type.ts'
import type { Question } from './compare-routes.ts'
import { figureOf } from './comparison-json.ts'
import { figureText, roughly } from './comparison-view.ts'
import type { Routes } from './follow-route.ts'
import type { ProtectedFound, Tariff } from './protect-products.ts'
import { type ProtectedJson, protectedJson } from './protection-json.ts'
import { type ProtectionWords, protectionWordsOf } from './protection-words.ts'
import type { SpansView } from './spans-view.ts'

export interface ProtectionView {
  readonly rows: readonly ProtectedView[]
  readonly summary: Inked
  /** A sentence for each product whose making is taxed more than its import, with the clauses by which. */
  readonly alarms: readonly Inked[]
  /** Why nothing can be said of a product. */
  readonly unknown: readonly Inked[]
  readonly chart: SpansView
}

export interface ProtectedView {
  readonly name: string
  readonly label: Inked
  readonly tariff: string
  readonly share: string
  readonly inputTariff: string
  readonly rate: string
  readonly moved: Inked
  readonly verdict: 'negative' | 'notNegative' | 'notKnown'
}

const RATE: Type = { kind: 'number', unit: 'percent' }

export function protectionView(
  routes: Routes,
  question: Question,
  found: readonly ProtectedFound[],
  language: Language,
): ProtectionView {
  const voice = voiceOf(language, namesOf(routes.engine.programme))
  const words = protectionWordsOf(language)
  const told: Telling = { routes, voice, words }
  const all = found.map((one) => ({ one, json: protectedJson(routes, question, one) }))
  const alarms = all.filter(({ json }) => json.alarm).map(({ one, json }) => alarmIn(told, one, json))
  return {
    rows: all.map(({ one, json }) => rowOf(told, one, json)),
    summary: alarms.length === 0 ? words.noAlarms : words.alarms(countIn(voice, alarms.length)),
    alarms,
    unknown: found.flatMap((one) => unknownIn(told, one)),
    chart: chartOf(told, found),
  }
}

interface Telling {
  readonly routes: Routes
  readonly voice: Voice
  readonly words: ProtectionWords
}

export function productIn(voice: Voice, product: string): Inked {
  return sentenceStart(nameOf(voice, product, voice.names.members.get(`product.${product}`)))
}

function inputIn(voice: Voice, input: string): Inked {
  return nameOf(voice, input, voice.names.members.get(`input.${input}`))
}

function rowOf({ routes, voice, words }: Telling, { product }: ProtectedFound, json: ProtectedJson): ProtectedView {
  const { rate: name, requires } = routes.comparison.protection
  const figure = (finding: string): ProtectedJson['findings'][number] | undefined =>
    json.findings.find((one) => one.name === finding)
  const text = (one: Parameters<typeof figureText>[1]): Inked => voice.ink.value(figureText(voice, one, RATE))
  const { low, high, rate_at_low: atLow, rate_at_high: atHigh } = json.share_moved
  const rate = figure(name)
  const isKnown = rate?.state === 'value'
  const share = (value: string): Inked => text({ state: 'value', value, shown: value })
  return {
    name: product.name,
    label: productIn(voice, product.name),
    tariff: text(json.tariff),
    share: text(json.share),
    inputTariff: text(json.input_tariff),
    rate: rate === undefined ? '' : text(rate),
    moved: isKnown ? words.fromTo(share(low), share(high), text(atLow), text(atHigh)) : words.notKnown,
    verdict: figure(requires)?.state !== 'value' ? 'notKnown' : json.alarm ? 'negative' : 'notNegative',
  }
}

function alarmIn(told: Telling, found: ProtectedFound, json: ProtectedJson): Inked {
  const { voice, words } = told
  return words.alarm(
    productIn(voice, found.product.name),
    borneIn(told, found.tariff, json.tariff),
    inputIn(voice, found.product.input.name),
    borneIn(told, found.inputTariff, json.input_tariff),
  )
}

/** A tariff with the clauses that it rests on, each as its own law calls it. */
function borneIn({ routes, voice, words }: Telling, { from }: Tariff, json: ProtectedJson['tariff']): Inked {
  const tariff = voice.ink.value(figureText(voice, json, RATE))
  if (from === undefined) return words.tried(tariff)
  const clauses = json.grounds.flatMap(({ release, clause }) => {
    const law = routes.asked.get(release)?.programme
    return clause === null || law === undefined ? [] : [clauseIn(voiceOf(voice.language, namesOf(law)), clause)]
  })
  return clauses.length === 0 ? tariff : words.borne(tariff, joined(clauses, voice.words.listSeparator))
}

/** The reasons of its law where a tariff is not known, and of the method where it has no rate for what is known. */
function unknownIn({ routes, voice, words }: Telling, found: ProtectedFound): readonly Inked[] {
  const { assessment } = found
  const rate = { assessment, outcome: findingOf(assessment, routes.comparison.protection.rate)?.outcome }
  const tariffs = [found.tariff, found.inputTariff].map(({ outcome, from }) => ({
    assessment: from?.assessment ?? assessment,
    outcome,
  }))
  const unknown = tariffs.filter(({ outcome }) => outcome instanceof NoValue)
  const reasons = (unknown.length === 0 ? [rate] : unknown).flatMap(({ assessment: { engine }, outcome }) => {
    const own = voiceOf(voice.language, namesOf(engine.programme))
    return outcome instanceof NoValue ? outcome.refusals.map((refusal) => refusalIn(own, refusal)) : []
  })
  return reasons.length === 0
    ? []
    : [words.unknown(productIn(voice, found.product.name), joined([...new Set(reasons)], voice.words.listSeparator))]
}

function chartOf({ routes, voice, words }: Telling, found: readonly ProtectedFound[]): SpansView {
  const { rate } = routes.comparison.protection
  return {
    title: words.chart,
    base: 0,
    bars: found.flatMap(({ product, assessment }) => {
      const finding = findingOf(assessment, rate)
      if (finding === undefined || finding.outcome instanceof NoValue) return []
      const to = roughly(finding)
      const told = voice.ink.value(figureText(voice, figureOf(finding), RATE))
      return [{ label: productIn(voice, product.name), told, spans: [{ to, part: to < 0 ? 'less' : 'more' }] }]
    }),
  }
}
