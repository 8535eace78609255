/** Questions about returns, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import { dayText } from '../../pages/when.ts'
import { type ReviewClock, reviewDaysLeft } from './question.ts'
import { EN } from './question-words-en.ts'
import { UR } from './question-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function questionWordsOf(language: Language): typeof EN {
  return WORDS[language]
}

/** `12 of 30 days, stopped since 3 October 2028, while the firm is asked`. */
export function clockText(clock: ReviewClock, language: Language): string {
  const words = questionWordsOf(language)
  const { used_days, limit_days, stopped_since, last_on } = clock
  const left = reviewDaysLeft(clock)
  const more =
    stopped_since !== null
      ? words.stopped(dayText(stopped_since, language))
      : left !== undefined && left < 0
        ? words.over(left)
        : last_on === null
          ? undefined
          : words.until(dayText(last_on, language))
  const comma = language === 'ur' ? '، ' : ', '
  return [words.clock(used_days, limit_days), ...(more === undefined ? [] : [more])].join(comma)
}
