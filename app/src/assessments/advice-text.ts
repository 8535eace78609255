/** Advice for a terminal. */
import { columns, wrapped } from '@maqami/engine/explain/layout.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { headingText } from '../policy-releases/heading-text.ts'
import { type AdviceView, adviceViews, type WayView } from './advice-view.ts'
import { adviceWordsOf } from './advice-words.ts'
import type { AdvisedReturn } from './advise-subjects.ts'

const WIDTH = 100

export function adviceText(advised: AdvisedReturn, language: Language): string {
  const words = adviceWordsOf(language)
  const views = adviceViews(advised, language)
  const parts = views.map((view) => [
    ...aboutLines(view, advised),
    ...view.ways.flatMap((way) => wayLines(way, language)),
  ])
  const remark = views.some(({ state }) => state === 'short') ? ['', ...wrapped(words.assumption, WIDTH, 0)] : []
  return [headingText(advised.release, language), '', ...parts.map((lines) => lines.join('\n')), ...remark].join('\n')
}

function aboutLines({ subject, sentence }: AdviceView, { year }: AdvisedReturn): readonly string[] {
  return [[subject, year.label].filter((one) => one !== '').join(', '), ...wrapped(sentence, WIDTH, 2)]
}

function wayLines({ title, sentences, sets, remark, parts, more }: WayView, language: Language): readonly string[] {
  const words = adviceWordsOf(language)
  const said = [title, ...sentences, ...(remark === undefined ? [] : [remark])]
  const offered = columns(
    sets.map(({ parts: names, value, reaches }) => [value, reaches ?? '', names.join(' + ')]),
    6,
    [0, 1],
  )
  const gained = columns(
    parts.map(({ name, lines, value, gain }) => [name, gain ?? '', value, lines]),
    6,
    [1, 2],
  )
  return [
    '',
    ...said.flatMap((one, nth) => wrapped(one, WIDTH, nth === 0 ? 2 : 4)),
    ...offered,
    ...(parts.length === 0 ? [] : [`    ${words.gains}:`, ...gained]),
    ...(more === undefined ? [] : wrapped(more, WIDTH, 4)),
  ]
}
