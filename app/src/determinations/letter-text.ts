/** Every text of a letter in both languages, as plain data: what the template lays out, and nothing that it could take for markup. */
import { type Inked, ISOLATING_INK, runsLeft, t, withoutControls } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import {
  clauseIn,
  dayIn,
  effectIn,
  nameOf,
  textIn,
  type Voice,
  valueIn,
  voiceOf,
} from '@maqami/engine/explain/voice.ts'
import { type DeterminedFinding, isImposed, isRecommendation, isWithdrawal, NOT_DUE } from './determination.ts'
import type { Considered, LetterData, Told, Waiting } from './letter.ts'
import { type LetterState, type LetterWords, letterWordsOf } from './letter-words.ts'

export interface LetterText {
  readonly rehearsal: boolean
  /** Of the document, as a reader's list of files shows it. */
  readonly title: string
  readonly number: string
  readonly name: Passage
  readonly address: readonly Passage[]
  readonly reasons: readonly Passage[]
  readonly verify_address: string
  readonly demonstration: boolean
  readonly served: Readonly<Record<Language, ServedSide>>
  /** What the firm said to the notice and what was made of it; null of what is no sanction. */
  readonly heard: readonly HeardText[] | null
  readonly small: readonly { readonly en: string; readonly ur: string; readonly code: string }[]
  readonly en: LetterSide
  readonly ur: LetterSide
}

/** The same texts give the same bytes. */
export type PrintLetter = (text: LetterText) => Promise<Buffer>

/** What only the letter says, beside what the page of the determination does. */
export interface ServedSide {
  readonly officers: readonly string[]
  /** How a failure is cured and answered, and until when. */
  readonly cure: readonly string[]
  readonly appealing: string
  readonly why: string | null
  /** How the amount of each finding came about; empty of what is no amount. */
  readonly derivations: readonly (readonly string[])[]
  readonly headings: Readonly<Record<'derived' | 'heard' | 'nothingSaid', string>>
  readonly demonstration: string
}

/** An answer, with the words above it and above what was made of it. */
export interface HeardText {
  readonly en: { readonly said: string; readonly found: string }
  readonly ur: { readonly said: string; readonly found: string }
  readonly said: readonly Passage[]
  /** Empty where it was said too late. */
  readonly found: readonly Passage[]
}

/** What somebody wrote, in whichever language. */
export interface Passage {
  readonly text: string
  readonly language: Language
}

/** What the letter says in one language. */
export interface LetterSide {
  readonly authority: string
  /** To whom a recommendation goes; null where it is the firm. */
  readonly addressee: string | null
  readonly programme: string
  readonly subject: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly findings: readonly FindingText[]
  readonly consequences: string
  readonly mayAppeal: string
  readonly forAuthority: string
  readonly headings: Readonly<Record<'to' | 'copy' | 'found' | 'reasons' | 'follows' | 'appeal' | 'verify', string>>
  readonly rehearsal: string
  readonly noEffect: string
}

export interface FindingText {
  readonly label: string
  readonly state: { readonly kind: LetterState; readonly word: string } | null
  readonly amount: string | null
  readonly sentences: readonly string[]
  readonly clause: string | null
}

export function letterText(data: LetterData): LetterText {
  const [en, ur] = [letterWordsOf('en'), letterWordsOf('ur')]
  const small = (name: 'release' | 'result' | 'engine', code: string): LetterText['small'][number] => {
    return { en: en[name], ur: ur[name], code: shown(code) }
  }
  return {
    rehearsal: data.rehearsal,
    demonstration: data.demonstration,
    served: { en: servedSide(data, 'en'), ur: servedSide(data, 'ur') },
    title: shown(`${data.rehearsal ? `${en.rehearsal} ` : ''}${data.number} ${titleOf(en, data)}`),
    number: shown(data.number),
    name: passage(data.manufacturer.name),
    address: passages(data.manufacturer.address),
    reasons: passages(data.reasons),
    heard: data.considered?.map((one) => heardText(data, one)) ?? null,
    verify_address: data.verify_address,
    small: [
      small('release', data.release_hash),
      small('result', data.result_hash),
      small('engine', data.engine_version),
    ],
    en: sideOf(data, 'en'),
    ur: sideOf(data, 'ur'),
  }
}

/** What is quoted of a long answer, which the firm knows and the file holds. */
const MOST_QUOTED = 600

function heardText(data: LetterData, { said_on, said, found }: Considered): HeardText {
  const above = (language: Language): HeardText['en'] => {
    const words = letterWordsOf(language)
    const day = dayIn(voiceOf(language, data.names, ISOLATING_INK), said_on)
    return { said: shown(words.saidOn(day)), found: found === null ? words.saidLate : words.madeOfIt }
  }
  const quoted = said.length <= MOST_QUOTED ? said : `${said.slice(0, MOST_QUOTED).replace(/\s\S*$/u, '')} …`
  return { en: above('en'), ur: above('ur'), said: passages(quoted), found: passages(found ?? '') }
}

/** The grounds that a letter names; the pages of the programme name all. */
const MOST_GROUNDS = 6

function servedSide(data: LetterData, language: Language): ServedSide {
  const voice = voiceOf(language, data.names, ISOLATING_INK)
  const words = letterWordsOf(language)
  const { appeal_ends_on, prepared_by, approved_by, cure_ends_on, decided_on, grounds, verify_address, kind } = data
  const person = (name: string): Inked => voice.ink.name(withoutControls(name))
  const address = verify_address === '' ? '' : new URL(verify_address).origin
  const named = grounds
    .slice(0, MOST_GROUNDS)
    .map(({ name, label, standing }) => words.ground(nameOf(voice, name, label ?? undefined), standing))
  const hidden = grounds.length - named.length
  const more = hidden === 0 ? undefined : voice.ink.value(String(hidden))
  const cure = [
    ...(cure_ends_on === null ? [] : [words.cureUntil(dayIn(voice, decided_on), dayIn(voice, cure_ends_on))]),
    words.answering(voice.ink.code(address)),
  ]
  return {
    officers: [
      words.preparedBy(person(prepared_by)),
      approved_by === null ? words.notApproved : words.approvedBy(person(approved_by)),
    ].map(shown),
    cure: kind === 'failure' ? cure.map(shown) : [],
    appealing: shown(
      kind === 'restoration'
        ? words.notAppealed
        : appeal_ends_on === null
          ? words.appealing
          : words.appealUntil(voice.ink.code(address), dayIn(voice, appeal_ends_on)),
    ),
    derivations: data.findings.map(({ finding }) => {
      const derived = data.derivations?.find((one) => one.finding === finding)
      return (derived?.[language] ?? []).map((sentence) => shown(legible(sentence, words)))
    }),
    headings: { derived: words.derived, heard: words.heard, nothingSaid: words.nothingSaid },
    why: named.length === 0 ? null : shown(words.restsUpon(named, more)),
    demonstration: shown(words.demonstration),
  }
}

/** The fonts have no sign for *about*: it is said, and outside of the figure, which keeps its direction. */
export function legible(text: string, { about }: Pick<LetterWords, 'about'>): string {
  return text.replaceAll(/([\u2066-\u2068]*)≈ /g, `${about} $1`)
}

/** The same for the page of the determination. */
export function sideOf(data: Told, language: Language): LetterSide {
  // In English too a name may run the other way, and must not turn the sentence around it.
  const voice = voiceOf(language, data.names, ISOLATING_INK)
  const words = letterWordsOf(language)
  const { findings } = data
  const about = [
    ...(Object.values(data.subject).every((text) => text === '') ? [] : [textIn(voice, data.subject)]),
    voice.words.ofYear(voice.ink.value(withoutControls(data.year))),
  ]
  const day = dayIn(voice, data.decided_on)
  const number = (text: string): Inked => voice.ink.code(withoutControls(text))
  const before = data.follows === null ? undefined : number(data.follows)
  const facts = [
    [words.number, number(data.number)],
    [words.date, day],
    ...(before === undefined ? [] : [[words.restsOn, before] as const]),
  ] as const
  const sanctions = findings.filter(isImposed)
  const consequences = words.consequences[data.kind]({
    firm: voice.ink.name(withoutControls(data.manufacturer.name)),
    before,
    day,
    restated: findings.some(({ kind, value }) => kind === 'requirement' && value === 'true'),
    imposes: sanctions.some(({ power }) => power !== null),
    recommends: sanctions.some(({ power }) => power === null),
    waiting: data.waiting?.map((one) => waitingText(voice, data, one)),
  })
  const authority = textIn(voice, data.authority)
  return {
    authority: shown(authority),
    addressee: isRecommendation(data) ? shown(addresseeOf(voice, words, data)) : null,
    programme: shown(textIn(voice, data.programme)),
    subject: shown(words.subject(titleOf(words, data), about)),
    facts: facts.map(([name, value]) => ({ name, value: shown(value) })),
    findings: findings.map((finding) => findingText(voice, words, finding, data)),
    consequences: shown(consequences),
    mayAppeal: data.kind === 'restoration' ? words.noAppeal : words.mayAppeal,
    forAuthority: shown(words.forAuthority(authority)),
    headings: {
      to: words.to,
      copy: words.copy,
      found: words.found,
      reasons: words.reasons,
      follows: words.follows,
      appeal: words.appeal,
      verify: words.verify,
    },
    rehearsal: words.rehearsal,
    noEffect: words.noEffect,
  }
}

function waitingText(voice: Voice, { findings }: Told, { finding, amount }: Waiting): Inked {
  const label = findings.find((one) => one.finding === finding)?.label ?? undefined
  return t`${amountText(voice, amount) ?? voice.ink.value(amount)} (${nameOf(voice, finding, label)})`
}

function titleOf(words: LetterWords, data: Told): Inked {
  return isRecommendation(data) ? words.recommendation : words.titles[data.kind]
}

/** Whoever has the power over most of it stands first in the law. */
function addresseeOf(voice: Voice, words: LetterWords, { findings }: Told): Inked {
  const named = findings.find((one) => one.recommended_to !== undefined)?.recommended_to
  return named === undefined ? words.whoHasPower : textIn(voice, named.authority)
}

function findingText(voice: Voice, words: LetterWords, finding: DeterminedFinding, data: Told): FindingText {
  const state = data.kind === 'restoration' ? undefined : stateOf(finding)
  const amount = amountText(voice, finding.value)
  const sentences = [
    ...(finding.summary === null ? [] : [textIn(voice, finding.summary)]),
    ...(finding.effect === null ? [] : [voice.words.effect(effectIn(voice, finding.effect))]),
    ...(isImposed(finding) && data.kind === 'sanction' ? sanctionSentences(voice, words, finding, data) : []),
    ...(isWithdrawal(finding) ? withoutSentences(voice, words, data) : []),
    ...(finding.less === undefined ? [] : [lessSentence(voice, words, finding.less)]),
  ]
  return {
    label: shown(nameOf(voice, finding.finding, finding.label ?? undefined)),
    state: state === undefined ? null : { kind: state, word: words.states[state] },
    amount: amount === undefined ? null : shown(amount),
    sentences: sentences.map(shown),
    clause: finding.clause === null ? null : shown(clauseIn(voice, finding.clause)),
  }
}

function withoutSentences(
  voice: Voice,
  words: LetterWords,
  { without_concession: without, year }: Told,
): readonly Inked[] {
  if (without === undefined) return []
  const { law, found } = without
  if ('needs' in found) return [words.withoutNeeds(found.needs.map((need) => voice.ink.code(withoutControls(need))))]
  const { charged } = found
  const [amount, before] = [charged.without, charged.with].map((text) => amountText(voice, text ?? ''))
  const title = law === null ? voice.ink.code(charged.programme) : textIn(voice, law.title)
  return amount === undefined ? [] : [words.without(voice.ink.value(withoutControls(year)), amount, title, before)]
}

function stateOf({ kind, power, value }: DeterminedFinding): LetterState | undefined {
  switch (kind) {
    case 'requirement':
      return 'not_met'
    case 'entitlement':
      return value === NOT_DUE ? 'taken_back' : 'due_to'
    case 'liability':
      return value === NOT_DUE ? 'taken_back' : 'due_from'
    case 'sanction':
      if (!isImposed({ kind, value })) return 'not_imposed'
      return power === null ? 'recommended' : 'imposed'
    case 'measure':
      return undefined
  }
}

function sanctionSentences(
  voice: Voice,
  words: LetterWords,
  finding: DeterminedFinding,
  { decided_on }: Pick<Told, 'decided_on'>,
): readonly Inked[] {
  const { power, from, recommended_to: to } = finding
  if (power === null) {
    const on = from === null ? [] : [words.recommendedFrom(dayIn(voice, from))]
    if (to === undefined) return [...on, voice.words.recommendation]
    const clause = to.clause === null ? undefined : clauseIn(voice, to.clause)
    return [...on, words.recommendedTo(textIn(voice, to.authority), clause)]
  }
  const authority = textIn(voice, power.authority)
  return [
    words.effectiveFrom(dayIn(voice, effectiveOn(finding, decided_on))),
    power.clause === null
      ? voice.words.power(authority)
      : voice.words.powerUnder(authority, clauseIn(voice, power.clause)),
  ]
}

/** Both figures stand in the letter, whoever reads it later. */
function lessSentence(voice: Voice, words: LetterWords, less: NonNullable<DeterminedFinding['less']>): Inked {
  const amount = less.value === less.from ? undefined : amountText(voice, less.value)
  const from = less.from === null ? [] : [words.computedFrom(dayIn(voice, less.from))]
  const reasons = voice.ink.name(withoutControls(less.reasons))
  return words.computed(amount === undefined ? from : [amount, ...from], reasons)
}

/** The day that the law gives; no order to suspend or to restrict reaches back behind the day on which it was made. */
function effectiveOn({ from, effect }: DeterminedFinding, decidedOn: string): string {
  if (from === null) return decidedOn
  const isOrdered = effect?.verb === 'suspend' || effect?.verb === 'restrict'
  return isOrdered && from < decidedOn ? decidedOn : from
}

/** What a finding comes to; undefined where it is a yes or no, which its state says already. */
function amountText(voice: Voice, text: string): Inked | undefined {
  if (text === '' || text === 'true' || text === 'false') return undefined
  const [, currency] = /^([A-Z]{3}) -?\d/.exec(text) ?? []
  if (currency !== undefined) return valueIn(voice, { state: 'value', text }, { kind: 'number', unit: currency })
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayIn(voice, text) : voice.ink.value(withoutControls(text))
}

export function passages(text: string): readonly Passage[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
    .map(passage)
}

/** Direction and font follow the first letter, as they would in a browser. */
export function passage(text: string): Passage {
  const line = withoutControls(text).trim()
  const [first = ''] = /\p{L}/u.exec(line) ?? []
  return { text: shown(line), language: runsLeft(first) ? 'ur' : 'en' }
}

/** The longest word that is left whole: as many wide letters fit into a column. */
const LONG_WORD = /\S{20}(?=\S)/gu
/** Arabic letters that all join to the next climb, in Nastaliq, through the line above them. No word has so many. */
const LONG_SLOPE = /(?:(?![اآأإدڈذرڑزژوؤےۓء])\p{Script=Arabic}){12}(?=\p{Script=Arabic})/gu
/** Marks stacked upon a letter would reach into the lines around it. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu
const BREAK_HERE = '$&\u200b'

/** Text that keeps to its place on the page, whoever wrote it. Half a character would not be text at all. */
export function shown(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(STACKED_MARKS, '$1')
    .replaceAll(LONG_WORD, BREAK_HERE)
    .replaceAll(LONG_SLOPE, BREAK_HERE)
}
