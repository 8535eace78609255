/** What pages say of what happened to firms, once for each language. */
import type { Language } from '../../kernel/problem.ts'
import type { Look } from '../../pages/state-tag.tsx'
import type { FirmEventKind, FirmEventStatus } from './life.ts'
import { EN } from './life-words-en.ts'
import { UR } from './life-words-ur.ts'

type OfKind<T> = Readonly<Record<FirmEventKind, T>>

export interface LifeWords {
  /** What an officer does. */
  readonly kinds: OfKind<string>
  readonly titles: OfKind<string>
  /** What happened: of a new name that, else who answers. */
  readonly told: OfKind<(firm: string, other: string) => string>
  readonly licences: (pass: boolean) => string
  readonly part: (firm: string, licences: string) => string
  /** Of a firm that is split and goes on. */
  readonly kept: (firm: string, licences: string) => string
  readonly states: Readonly<Record<FirmEventStatus, string>>
  readonly follows: string
  readonly comma: string
}

const WORDS: Readonly<Record<Language, LifeWords>> = { en: EN, ur: UR }

export const EVENT_LOOKS: Readonly<Record<FirmEventStatus, Look>> = {
  proposed: 'open',
  approved: 'good',
  declined: 'bad',
  withdrawn: 'quiet',
}

export function lifeWordsOf(language: Language): LifeWords {
  return WORDS[language]
}
