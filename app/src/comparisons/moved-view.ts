/** What moves a comparison, as its page tells it in one language. */
import { displayed } from '@maqami/engine/explain/display.ts'
import type { Inked } from '@maqami/engine/explain/ink.ts'
import { inLanguage, type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { nameOf, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Type } from '@maqami/engine/value/type.ts'
import { type Difference, type Question, whatMoves } from './compare-routes.ts'
import { type Amount, movedJson } from './comparison-json.ts'
import { roughNumber } from './comparison-view.ts'
import { comparisonWordsOf } from './comparison-words.ts'
import type { Routes } from './follow-route.ts'
import type { SpansView } from './spans-view.ts'

export interface MovedView {
  readonly difference: Inked
  readonly sways: readonly SwayView[]
  /** Where one route overtakes the other, or that it does not, a sentence for each fact. */
  readonly crossings: readonly string[]
  readonly chart: SpansView
}

export interface SwayView {
  readonly label: string
  readonly from: Inked
  readonly to: Inked
  readonly atLow: string
  readonly atHigh: string
}

export function movedView(routes: Routes, question: Question, asked: Difference, language: Language): MovedView {
  const voice = voiceOf(language, namesOf(routes.engine.programme))
  const words = comparisonWordsOf(language)
  const found = whatMoves(routes, question, asked)
  const { sensitivity, break_even: breakEven, difference_now: now } = movedJson(routes, found)
  const measured = routes.engine.findings.find(({ name }) => name === asked.finding)?.type
  const { facts } = routes.engine.programme.vocabulary
  const fact = (name: string, text: string) => voice.ink.value(told(voice, text, facts.get(name)?.type))
  const amount = (one: Amount | null): string => (one === null ? '' : voice.ink.value(told(voice, one.shown, measured)))
  const route = voice.ink.name(routeIn(voice, asked.route))
  const difference = words.difference(nameOf(voice, asked.finding), route, voice.ink.name(routeIn(voice, asked.than)))
  // What does not move it is not told.
  const moving = sensitivity
    .map((json, index) => ({ json, sway: found.sways[index] }))
    .filter(({ json }) => json.difference_at_low?.value !== json.difference_at_high?.value)
  return {
    difference,
    sways: moving.map(({ json }) => ({
      label: nameOf(voice, json.assumption),
      from: fact(json.assumption, json.low),
      to: fact(json.assumption, json.high),
      atLow: amount(json.difference_at_low),
      atHigh: amount(json.difference_at_high),
    })),
    crossings: breakEven.map(({ fact: name, low, high, crossings }) => {
      const sentences = crossings.map(({ from, to, less }) =>
        words.cheaper[less](route, fact(name, from), fact(name, to)),
      )
      const all = sentences.length === 0 ? [words.neverOvertakes(fact(name, low), fact(name, high))] : sentences
      return `${nameOf(voice, name)}: ${all.join(voice.words.listSeparator)}`
    }),
    chart: {
      title: `${difference}: ${amount(now)}`,
      base: roughNumber(found.now),
      bars: moving.map(({ json, sway }) => ({
        label: nameOf(voice, json.assumption),
        told: [json.difference_at_low, json.difference_at_high].map(amount).join(' … '),
        spans: [
          { to: roughNumber(sway?.difference.low ?? found.now), part: 'low' },
          { to: roughNumber(sway?.difference.high ?? found.now), part: 'high' },
        ],
      })),
    },
  }
}

function routeIn(voice: Voice, route: string): string {
  return inLanguage(voice.names.members.get(`route.${route}`), voice.language, route)
}

function told(voice: Voice, text: string, type: Type | undefined): string {
  return displayed({ state: 'value', text }, type ?? { kind: 'number', unit: 'number' }, voice.language).text
}
