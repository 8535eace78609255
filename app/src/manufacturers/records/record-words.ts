/** What the pages say about what firms say of themselves, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import type { Look } from '../../pages/state-tag.tsx'
import type { RecordStatus } from './record.ts'
import { EN } from './record-words-en.ts'
import { UR } from './record-words-ur.ts'

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function recordWordsOf(language: Language): typeof EN {
  return WORDS[language]
}

export const LOOKS = { stated: 'quiet', confirmed: 'good', questioned: 'open' } as const satisfies Readonly<
  Record<RecordStatus, Look>
>
