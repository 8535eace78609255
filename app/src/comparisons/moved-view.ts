/** What moves a comparison, as its page tells it in one language. */
import { displayed } from '@maqami/engine/explain/display.ts'
import type { Inked } from '@maqami/engine/explain/ink.ts'
import { inLanguage, type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { nameOf, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Type } from '@maqami/engine/value/type.ts'
import type { Difference, Question } from './compare-routes.ts'
import { type Amount, movedJson } from './comparison-json.ts'
import { comparisonWordsOf } from './comparison-words.ts'
import type { OpenRoutes } from './open-routes.ts'

export interface MovedView {
  readonly difference: Inked
  readonly sways: readonly SwayView[]
  /** Where one route overtakes the other, a sentence for each fact in which it does. */
  readonly crossings: readonly string[]
}

export interface SwayView {
  readonly label: string
  readonly from: Inked
  readonly to: Inked
  readonly atLow: string
  readonly atHigh: string
}

export function movedView(routes: OpenRoutes, question: Question, asked: Difference, language: Language): MovedView {
  const voice = voiceOf(language, namesOf(routes.engine.programme))
  const words = comparisonWordsOf(language)
  const { sensitivity, break_even: breakEven } = movedJson(routes, question, asked)
  const measured = routes.engine.findings.find(({ name }) => name === asked.finding)?.type
  const { facts } = routes.engine.programme.vocabulary
  const fact = (name: string, text: string) => voice.ink.value(told(voice, text, facts.get(name)?.type))
  const amount = (one: Amount | null): string => (one === null ? '' : told(voice, one.shown, measured))
  const route = voice.ink.name(routeIn(voice, asked.route))
  return {
    difference: words.difference(nameOf(voice, asked.finding), route, voice.ink.name(routeIn(voice, asked.than))),
    sways: sensitivity
      // What does not move it is not told.
      .filter(({ difference_at_low: low, difference_at_high: high }) => low?.value !== high?.value)
      .map((one) => ({
        label: nameOf(voice, one.assumption),
        from: fact(one.assumption, one.low),
        to: fact(one.assumption, one.high),
        atLow: amount(one.difference_at_low),
        atHigh: amount(one.difference_at_high),
      })),
    crossings: breakEven.flatMap(({ fact: name, crossings }) => {
      const sentences = crossings.map(({ from, to, less }) =>
        words.cheaper[less](route, fact(name, from), fact(name, to)),
      )
      return sentences.length === 0 ? [] : [`${nameOf(voice, name)}: ${sentences.join(voice.words.listSeparator)}`]
    }),
  }
}

function routeIn(voice: Voice, route: string): string {
  return inLanguage(voice.names.members.get(`route.${route}`), voice.language, route)
}

function told(voice: Voice, text: string, type: Type | undefined): string {
  return displayed({ state: 'value', text }, type ?? { kind: 'number', unit: 'number' }, voice.language).text
}
