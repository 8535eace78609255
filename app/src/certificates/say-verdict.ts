import type { Language } from '../kernel/problem.ts'
import { dayText } from '../pages/when.ts'
import type { Certificate } from './certificate.ts'
import { certificateWordsOf } from './certificate-words.ts'
import type { Doubt } from './judge-credential.ts'

/** That it is good, or why it is not to be relied on, in one sentence or two. */
export function sayVerdict(
  { origin, valid_from, valid_until }: Pick<Certificate, 'origin' | 'valid_from' | 'valid_until'>,
  doubt: Doubt['code'] | undefined,
  language: Language,
): string {
  const words = certificateWordsOf(language)
  if (doubt !== undefined) return words.doubts[doubt]
  const said = origin === 'issued' ? words.good : words.recordedGood
  return said(dayText(valid_from, language), dayText(valid_until, language))
}
