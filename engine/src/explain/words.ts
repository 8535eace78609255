/**
 * The catalogue: every sentence of an explanation, once for each language. A sentence that is missing in either language does
 * not compile, and neither does one for a new kind of refusal, status, rounding or comparison.
 */
import type { Comparator, Gathering } from '../expression/tree.ts'
import type { ProvisionKind } from '../load/provisions.ts'
import type { Evidence, Status } from '../load/standing.ts'
import type { RoundingMode } from '../value/exact.ts'
import type { Refusal } from '../value/outcome.ts'
import type { OverKind } from './explanation.ts'
import type { Inked } from './ink.ts'
import type { Language } from './names.ts'
import { EN } from './words-en.ts'
import { UR } from './words-ur.ts'

/** How an outcome stands, in a word. */
export type State =
  | 'met'
  | 'not_met'
  | 'yes'
  | 'no'
  | 'holds'
  | 'fails'
  | 'computed'
  | 'due'
  | 'applies'
  /** A sanction whose day is still to come. */
  | 'pending'
  /** A sanction whose day counts from what has not happened. */
  | 'not_yet'
  /** A requirement where the law lays down nothing to meet. */
  | 'not_asked'
  | 'none'
  | 'undetermined'
  | 'refused'
  | 'not_needed'

export type Verb = 'suspend' | 'withdraw' | 'revoke' | 'restrict' | 'impose'

/** What a sanction can fall on and the catalogue has a word for; of another noun the name in the file is shown. */
export type Noun =
  | 'licence'
  | 'import_licence'
  | 'manufacturing_licence'
  | 'concession'
  | 'incentive'
  | 'registration'
  | 'certificate'
  | 'surcharge'
  | 'penalty'
  | 'levy'

export interface NounWord {
  readonly text: Inked
  /** Grammatical gender decides the verb's form in Urdu. */
  readonly feminine: boolean
}

/** What a refusal speaks of, as far as it does. */
export interface RefusalParts {
  readonly name: Inked
  readonly day: Inked
  readonly limit: Inked
  readonly key: Inked
}

type Sentence1 = (a: Inked) => Inked
type Sentence2 = (a: Inked, b: Inked) => Inked
type Sentence3 = (a: Inked, b: Inked, c: Inked) => Inked

/** What is said of the lines of a group, or of the members of a category. */
export interface OverWords {
  readonly counted: (count: Inked, isOne: boolean) => Inked
  readonly leftOut: (count: Inked, isOne: boolean) => Inked
  readonly per: Sentence2
  readonly everyMet: Sentence2
  readonly notEveryMet: Sentence2
  readonly gathering: Readonly<Record<Exclude<Gathering, 'count'>, Sentence2>>
  readonly number: Sentence1
}

export interface Words {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly months: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  readonly units: Readonly<Record<'days' | 'months' | 'years', readonly [one: string, many: string]>>
  readonly per: string
  readonly listSeparator: Inked
  readonly and: Inked
  readonly or: Inked
  readonly stop: Inked

  readonly states: Readonly<Record<State, Inked>>
  readonly notHappened: Inked
  readonly kinds: Readonly<Record<ProvisionKind, Inked>>
  readonly statuses: Readonly<Record<Status, Inked>>
  readonly evidence: Readonly<Record<Evidence, Inked>>
  readonly inForce: Inked
  readonly standing: Sentence2
  readonly source: Sentence1
  readonly roundings: Readonly<Record<RoundingMode, Sentence1>>
  readonly notRounded: Inked
  readonly exactly: Sentence1
  readonly unrounded: Sentence1

  readonly refusals: Readonly<Record<Refusal['reason'], (parts: RefusalParts) => Inked>>
  readonly needs: Sentence1
  readonly alsoNeeds: Sentence1
  readonly refusedBecause: Sentence1
  readonly lineOf: Sentence2
  readonly linesListed: Sentence2
  readonly andMore: Sentence2
  readonly extremes: Readonly<Record<'min' | 'max', Inked>>
  readonly columnOf: Sentence2
  readonly undetermined: Sentence1
  readonly refused: Sentence1

  readonly numbers: Readonly<Record<Comparator, Sentence2>>
  readonly days: Readonly<Record<Comparator, Sentence2>>
  readonly sameness: Readonly<Record<'=' | '!=', Sentence2>>
  readonly not: Sentence1
  readonly isMet: Sentence1
  readonly isNotMet: Sentence1
  readonly metOf: Sentence2
  readonly given: Readonly<Record<'parameter' | 'event' | 'provision', Readonly<Record<'is' | 'is_not', Sentence1>>>>
  readonly over: Readonly<Record<OverKind, OverWords>>
  readonly among: Inked
  readonly where: Sentence2
  readonly least: Sentence1
  readonly greatest: Sentence1
  readonly by: Sentence2
  readonly keyed: Sentence2
  readonly asOn: Sentence2
  readonly assessmentDate: Inked
  readonly periodEnd: Inked
  readonly readOn: Sentence2
  readonly emptyGroup: Inked

  readonly whenTitle: Inked
  readonly unlessTitle: Inked
  readonly requiresTitle: Inked
  readonly amountTitle: Inked
  readonly fromTitle: Inked
  readonly caseTaken: Inked
  readonly caseOtherwise: Inked
  readonly otherwiseTaken: Inked
  readonly casePassed: Inked
  readonly caseOpen: Inked
  readonly rounded: Sentence2
  readonly becauseDecided: Sentence1
  readonly notAsked: Sentence1
  readonly notDue: Sentence1
  readonly notImposed: Sentence1
  readonly excepted: Sentence1
  readonly noDay: Inked
  readonly dayNotFixed: Inked
  readonly from: Sentence1
  readonly amountFrom: (amount: Inked, day: Inked) => Inked
  readonly unlessUntil: Sentence1
  readonly shortBy: Sentence1
  readonly overBy: Sentence1
  readonly lateBy: Sentence1
  readonly percentagePoints: (number: Inked, isOne: boolean) => Inked
  readonly leadsTo: Sentence2

  readonly verbs: Readonly<Record<Verb, (noun: NounWord) => Inked>>
  readonly nouns: Readonly<Record<Noun, NounWord>>
  readonly effect: Sentence1
  readonly power: Sentence1
  readonly powerUnder: Sentence2
  readonly recommendation: Inked

  readonly clause: Sentence2
  readonly quotes: Sentence1
  readonly reading: Sentence1
  /** Who decided where the law's files say `programme team`. */
  readonly programmeTeam: Inked
  readonly readingBy: Sentence2
  readonly readingOn: Sentence2
  readonly readingByOn: Sentence3
  readonly parametersUsed: Inked
  readonly fromDay: Sentence1
  readonly goodUntil: Sentence1
  readonly announcedFor: Sentence1
  readonly seenOn: Sentence1
  readonly cellNone: Inked
  readonly corrects: Sentence2
  readonly factsUsed: Inked
  readonly origin: Sentence1

  readonly captioned: Sentence2
  readonly lineKey: Inked
  readonly lineArithmetic: Inked
  readonly lineAmount: Inked
  readonly more: Sentence2
  readonly moreOnly: Sentence1
  readonly total: Inked

  readonly restsOnDraft: Sentence1
  readonly restsOnReported: Sentence1
  readonly restsOnAssumed: Sentence1
  readonly bindingLaw: Inked
  readonly rehearsalOfDraft: Inked
  readonly rehearsalOfReport: Inked
  readonly draftLaid: Sentence1
  readonly ofYear: (year: Inked) => Inked
  readonly absent: (names: Inked) => Inked
  readonly asOf: Sentence1
  readonly asOfFor: Sentence2
  readonly unreported: Sentence1
  readonly finding: Inked
  readonly outcome: Inked
  readonly state: Inked
  readonly why: Inked
  readonly arrow: Inked
  readonly stepByStep: Inked
}

const WORDS: Readonly<Record<Language, Words>> = { en: EN, ur: UR }

export function wordsOf(language: Language): Words {
  return WORDS[language]
}
