/** What the letters of a notice say, once for each language. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Comparator } from '@maqami/engine/expression/tree.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { IssuedNotice } from '../notice.ts'
import type { Matter } from './notice-letter.ts'
import { EN } from './notice-letter-words-en.ts'
import { UR } from './notice-letter-words-ur.ts'

type Kind = Matter['kind']

export interface NotMetBy {
  readonly name: Inked
  readonly group: Inked
  readonly failing: Inked
  readonly all: Inked
  readonly lines: readonly Inked[]
}

export interface NoticeLetterWords {
  readonly titles: Readonly<Record<Kind, Inked>>
  readonly subject: (title: Inked, year: Inked) => Inked
  /** Above what an officer wrote. */
  readonly said: Readonly<Record<Kind, Inked>>
  readonly signed: (name: Inked) => Inked
  readonly matter: Inked
  readonly headings: Readonly<Record<'failed' | 'follows' | 'time' | 'answer', Inked>>
  readonly failedBy: (number: Inked) => Inked
  readonly notMet: (name: Inked, clause: Inked | undefined) => Inked
  readonly asks: (summary: Inked) => Inked
  /** `asked` is one of the bounds below. */
  readonly found: (what: Inked, value: Inked, asked: Inked, gap: Inked | undefined) => Inked
  readonly foundNone: (what: Inked, asked: Inked) => Inked
  readonly bounds: Readonly<Record<'numbers' | 'days', Readonly<Record<Comparator, (bound: Inked) => Inked>>>>
  /** Of a requirement that each line must meet: how many of all do not, which, and how many of those are not named. */
  readonly notMetBy: (parts: NotMetBy) => Inked
  readonly lineFound: (key: Inked, value: Inked, asked: Inked) => Inked
  readonly andOthers: (count: Inked) => Inked
  readonly partNotMet: (name: Inked) => Inked
  readonly notSo: (condition: Inked) => Inked
  readonly mayFollow: Inked
  readonly attached: (name: Inked, says: readonly Inked[], clause: Inked | undefined) => Inked
  readonly runs: Inked
  readonly cureBy: (served: Inked, last: Inked) => Inked
  readonly answerWithin: (length: Inked, counted: IssuedNotice['answer_counted_in']) => Inked
  readonly answerHow: (address: Inked) => Inked
  readonly fileThere: Inked
  readonly mayAsk: Inked
  readonly summons: (number: Inked, day: Inked, place: Inked) => Inked
  readonly adjournment: (number: Inked, day: Inked, place: Inked) => Inked
  readonly mayBeHeard: Inked
  readonly appeal_summons: (appeal: Inked, number: Inked, day: Inked, place: Inked) => Inked
  readonly appeal_adjournment: (appeal: Inked, number: Inked, day: Inked, place: Inked) => Inked
  readonly appealHeard: Inked
  readonly extended: (number: Inked, until: Inked) => Inked
  readonly waived: (number: Inked, from: Inked, to: Inked) => Inked
  readonly notExtended: (number: Inked) => Inked
  readonly until: (day: Inked) => Inked
  readonly lawReads: Inked
  readonly closed: (number: Inked, cured: Inked, until: Inked) => Inked
  readonly nothingFollows: Inked
}

const WORDS: Readonly<Record<Language, NoticeLetterWords>> = { en: EN, ur: UR }

export function noticeLetterWordsOf(language: Language): NoticeLetterWords {
  return WORDS[language]
}
