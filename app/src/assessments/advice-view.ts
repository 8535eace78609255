/** Advice as it is told in one language: for a terminal, and for a page. */
import type { Found, WayAdvice } from '@maqami/engine/advise/advise.ts'
import { displayed } from '@maqami/engine/explain/display.ts'
import { type Inked, joined, t, withoutControls } from '@maqami/engine/explain/ink.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { gapValue } from '@maqami/engine/explain/story-step.ts'
import {
  countIn,
  listed,
  missingIn,
  nameOf,
  refusalIn,
  textIn,
  type Voice,
  voiceOf,
} from '@maqami/engine/explain/voice.ts'
import { compare, type Exact, negate, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import type { Type } from '@maqami/engine/value/type.ts'
import { bilingualOf } from '../returns/schema/return-schema.ts'
import { type AdviceWords, adviceWordsOf } from './advice-words.ts'
import type { AdvisedReturn, AdvisedSubject } from './advise-subjects.ts'
import { placesOf } from './line-origins.ts'

const MOST_PARTS = 20

export interface SetView {
  readonly parts: readonly string[]
  readonly value: string
  readonly reaches: string | undefined
}

export interface PartView {
  readonly name: string
  readonly lines: string
  readonly value: string
  readonly gain: string | undefined
}

export interface WayView {
  readonly title: string
  readonly sentences: readonly string[]
  readonly sets: readonly SetView[]
  /** What is to be known of the sets. */
  readonly remark: string | undefined
  /** Those that gain most. */
  readonly parts: readonly PartView[]
  readonly more: string | undefined
}

export interface AdviceView {
  /** Empty where the return is about one thing only. */
  readonly subject: string
  readonly state: 'met' | 'open' | 'short'
  readonly sentence: string
  readonly ways: readonly WayView[]
}

interface Telling {
  readonly voice: Voice
  readonly words: AdviceWords
  readonly advised: AdvisedReturn
  readonly origins: AdvisedSubject['origins']
  /** Of what is reached and asked. */
  readonly type: Type | undefined
  readonly money: Type
}

export function adviceViews(advised: AdvisedReturn, language: Language): readonly AdviceView[] {
  const { programme } = advised.release.engine
  const voice = voiceOf(language, namesOf(programme))
  const money: Type = { kind: 'number', unit: programme.heading.currency }
  return advised.subjects.map((subject) => {
    const type = subject.advice.kind === 'short' ? subject.advice.type : undefined
    const telling = { voice, words: adviceWordsOf(language), advised, origins: subject.origins, type, money }
    return {
      subject: listed(
        voice,
        Object.entries(subject.subject).map(([fact, member]) => {
          return textIn(voice, voice.names.members.get(`${fact}.${member}`) ?? {}, member)
        }),
      ),
      ...standingOf(telling, subject),
    }
  })
}

function standingOf(telling: Telling, { advice }: AdvisedSubject): Omit<AdviceView, 'subject'> {
  const { voice, words, advised } = telling
  const { requirement } = advised.adviser
  const name = nameOf(voice, requirement, voice.names.labels.get(requirement))
  switch (advice.kind) {
    case 'met':
      return { state: 'met', sentence: words.met(name), ways: [] }
    case 'open': {
      const { missing, refusals } = advice.because
      const sentence =
        refusals.length > 0
          ? words.refused(
              name,
              joined(
                refusals.map((one) => refusalIn(voice, one)),
                t` `,
              ),
            )
          : words.open(name, missingIn(voice, missing))
      return { state: 'open', sentence, ways: [] }
    }
    case 'short':
      return {
        state: 'short',
        sentence: shortSentence(telling, name, advice.sides),
        ways: advice.ways.map((way) => wayView(telling, way)),
      }
  }
}

function shortSentence(
  telling: Telling,
  name: Inked,
  sides: { readonly reached: Exact; readonly asked: Exact } | undefined,
): Inked {
  const { voice, words, type } = telling
  if (sides === undefined || type?.kind !== 'number') return words.notMet(name)
  const gap = subtract(sides.asked, sides.reached)
  const least =
    compare(gap, ZERO) < 0
      ? voice.words.overBy(gapValue(voice, negate(gap), type.unit))
      : voice.words.shortBy(gapValue(voice, gap, type.unit))
  return words.short(name, valueOf(telling, sides.reached, type), valueOf(telling, sides.asked, type), least)
}

function valueOf({ voice, money }: Telling, value: Exact, type: Type): Inked {
  const { text, unrounded } = displayed(value, type, voice.language, { isRounded: true })
  return voice.ink.value(type === money ? text : (unrounded ?? text))
}

function wayView(telling: Telling, way: WayAdvice): WayView {
  const { voice, words, advised } = telling
  const labels = way.ways.map((nth) => {
    return voice.ink.plain(withoutControls(bilingualOf(advised.adviser.ways[nth]?.label, voice.language)))
  })
  const names = way.parts.map((part) => voice.ink.name(withoutControls(part.names.join(' '))))
  const order = way.parts
    .map((_, place) => place)
    .toSorted((a, b) => compare(way.gains[b] ?? ZERO, way.gains[a] ?? ZERO))
    .slice(0, MOST_PARTS)
  const more = way.parts.length - order.length
  return {
    title: words.way(joined(labels, words.or)),
    sentences: foundSentences(telling, way),
    sets: setsOf(way.found).map(({ parts, value, reached }) => ({
      parts: parts.map((place) => names[place] ?? ''),
      value: valueOf(telling, value, telling.money),
      reaches:
        reached === undefined || telling.type === undefined ? undefined : valueOf(telling, reached, telling.type),
    })),
    remark: way.found.kind === 'sets' && !way.found.complete ? words.notAllCompared : undefined,
    parts: order.map((place) => partView(telling, way, place, names[place] ?? '')),
    more: more > 0 ? words.more(countIn(voice, more)) : undefined,
  }
}

function setsOf(found: Found): Extract<Found, { kind: 'sets' }>['sets'] {
  return found.kind === 'sets' ? found.sets : []
}

function foundSentences(telling: Telling, { parts, found }: WayAdvice): readonly Inked[] {
  const { voice, words, type } = telling
  const count = (number: number): Inked => countIn(voice, number)
  if (parts.length === 0) return [words.nothingToTurn]
  switch (found.kind) {
    case 'sets': {
      const isOne = found.sets.length === 1
      const many = count(found.sets.length)
      return [found.size === 1 ? words.oneSuffices(many, isOne) : words.severalSuffice(count(found.size), many, isOne)]
    }
    case 'out_of_reach': {
      const reached =
        found.reached === undefined || type === undefined
          ? []
          : [words.wouldReach(valueOf(telling, found.reached, type))]
      return [words.outOfReach(count(parts.length), parts.length === 1), ...reached]
    }
    case 'not_found':
      return [words.notFound(count(found.up_to))]
  }
}

function partView(telling: Telling, way: WayAdvice, place: number, name: string): PartView {
  const { voice, advised, origins, type, money } = telling
  const part = way.parts[place]
  const gain = way.gains[place]
  const unit = type?.kind === 'number' ? type.unit : undefined
  return {
    name,
    lines: placesOf(origins.get(advised.adviser.group), part?.lines ?? []).join(', '),
    value: valueOf(telling, part?.value ?? ZERO, money),
    gain: gain === undefined || unit === undefined ? undefined : gapValue(voice, gain, unit),
  }
}
