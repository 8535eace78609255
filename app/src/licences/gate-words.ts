/** The page of the gate, once for each language. */
import type { Language } from '../kernel/problem.ts'
import { EN } from './gate-words-en.ts'
import { UR } from './gate-words-ur.ts'
import type { GateAnswer } from './gate.ts'

interface Verdict {
  readonly allowed: string
  readonly notAllowed: string
}

export interface GateWords {
  readonly title: string
  readonly whatItIs: string
  readonly licence: string
  readonly licenceHint: string
  readonly day: string
  readonly dayHint: string
  readonly hsLine: string
  readonly hsLineHint: string
  readonly units: string
  readonly unitsHint: string
  readonly ask: string
  readonly ofLicence: Verdict
  readonly ofConcession: Verdict
  readonly answers: Readonly<Record<GateAnswer['because'], (licence: string, day: string) => string>>
  readonly left: string
  readonly noLimit: string
  readonly restricted: string
  readonly restrictedTo: (percent: string) => string
  readonly askedFor: string
  readonly state: string
  readonly rehearsal: string
  readonly signed: string
  readonly signedHint: string
  readonly instead: {
    readonly title: string
    readonly byLaw: (title: string) => string
    readonly rehearsed: string
    readonly noLaw: string
    readonly needs: (facts: string) => string
    readonly and: string
    readonly notByUnit: string
    readonly compute: string
    readonly charge: string
    readonly clause: string
    readonly ofUnit: string
    readonly total: string
  }
  readonly book: string
  readonly entry: string
  readonly entryHint: string
  readonly willBook: (units: string, licence: string) => string
  readonly counted: string
  readonly replaced: string
  readonly checkKit: string
  readonly bookLate: string
  readonly willRefer: string
  readonly putBefore: string
  readonly draws: string
  readonly drawTitle: (entry: string) => string
  readonly drawnOn: string
  readonly booking: string
  readonly isBooked: string
  readonly isReversed: string
  readonly leftThen: string
  readonly replaces: string
  readonly earlier: string
  readonly reverse: string
  readonly reason: string
  readonly reasonHint: string
  readonly willReverse: (units: string, licence: string) => string
  readonly once: string
  readonly again: string
  readonly reversedFor: string
  readonly reversed: string
  readonly booked: string
}

const WORDS: Readonly<Record<Language, GateWords>> = { en: EN, ur: UR }

export function gateWordsOf(language: Language): GateWords {
  return WORDS[language]
}
