/** The protection of products for a terminal. */
import { columns, wrapped } from '@maqami/engine/explain/layout.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { dayIn, textIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Question } from './compare-routes.ts'
import { comparisonWordsOf } from './comparison-words.ts'
import type { Routes } from './follow-route.ts'
import type { ProtectionView } from './protection-view.ts'
import { protectionWordsOf } from './protection-words.ts'

const WIDTH = 100

export function protectionText(routes: Routes, question: Question, view: ProtectionView, language: Language): string {
  const voice = voiceOf(language, namesOf(routes.engine.programme))
  const words = protectionWordsOf(language)
  const under = comparisonWordsOf(language).under
  return [
    ...wrapped(under(textIn(voice, question.law.label), dayIn(voice, formatDay(question.day))), WIDTH, 0),
    '',
    ...columns(
      [
        [words.product, words.tariff, words.share, words.inputTariff, words.rate, words.moved],
        ...view.rows.map(({ label, tariff, share, inputTariff, rate, moved }) => [
          label,
          tariff,
          share,
          inputTariff,
          rate,
          moved,
        ]),
      ],
      0,
      [1, 2, 3, 4],
    ),
    '',
    ...wrapped(view.summary, WIDTH, 0),
    ...view.alarms.flatMap((alarm) => wrapped(alarm, WIDTH, 2, 2)),
    ...(view.unknown.length === 0 ? [] : ['', ...view.unknown.flatMap((one) => wrapped(one, WIDTH, 0, 2))]),
  ].join('\n')
}
