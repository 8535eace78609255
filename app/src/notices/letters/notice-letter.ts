/** The letters of a notice, from show-cause to closure: what each says, in both languages, of what has been decided. */
import { ISOLATING_INK, type Inked, withoutControls } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { ProvisionWhy } from '@maqami/engine/explain/explanation.ts'
import { clauseIn, dayIn, effectIn, nameOf, textIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Told } from '../../determinations/letter.ts'
import { legible, passage, passages, shown, sideOf } from '../../determinations/letter-text.ts'
import { letterWordsOf } from '../../determinations/letter-words.ts'
import type { PlainLetter, PlainLetterSide } from '../../determinations/plain-letter.ts'
import type { IssuedNotice } from '../notice.ts'
import { type NoticeLetterWords, noticeLetterWordsOf } from './notice-letter-words.ts'
import { shortfallIn } from './tell-shortfall.ts'

/** What the law attaches to a failure. */
export type Attached = Pick<ProvisionWhy, 'name' | 'label' | 'summary' | 'clause' | 'effect'>

/** What only a letter of its kind says. Days are texts. */
export type Matter =
  | ({
      readonly kind: 'show_cause'
      /** Of the requirements that were missed. */
      readonly whys: readonly ProvisionWhy[]
      /** Everything that was computed, since a requirement may rest on others. */
      readonly provisions: readonly ProvisionWhy[]
      readonly attached: readonly Attached[]
      /** The last day to cure if it is served on the day of the letter. */
      readonly cure_ends_on: string
      readonly address: string
    } & Pick<IssuedNotice, 'answer_length' | 'answer_counted_in'>)
  | { readonly kind: 'summons' | 'adjournment'; readonly held_on: string; readonly place: string }
  /** Of an appeal against what was determined. */
  | {
      readonly kind: 'appeal_summons' | 'appeal_adjournment'
      readonly appeal: string
      readonly held_on: string
      readonly place: string
    }
  | { readonly kind: 'extension'; readonly until: string }
  | { readonly kind: 'waiver'; readonly from: string; readonly to: string; readonly until: string }
  | { readonly kind: 'refusal'; readonly until: string }
  | { readonly kind: 'closure'; readonly cured_on: string; readonly until: string }

export interface NoticeLetter {
  readonly told: Told
  readonly demonstration: boolean
  readonly officer: string
  readonly matter: Matter
  /** What an officer wrote. */
  readonly words: string
}

export function noticeLetter({ told, demonstration, officer, matter, words }: NoticeLetter): PlainLetter {
  const side = (language: Language) => sideIn({ told, officer, matter }, language)
  const [en, ur] = [letterWordsOf('en'), letterWordsOf('ur')]
  return {
    rehearsal: told.rehearsal,
    demonstration,
    title: shown(
      `${told.rehearsal ? `${en.rehearsal} ` : ''}${told.number} ${noticeLetterWordsOf('en').titles[matter.kind]}`,
    ),
    number: shown(told.number),
    name: passage(told.manufacturer.name),
    address: passages(told.manufacturer.address),
    passages: passages(words),
    served: { en: { demonstration: shown(en.demonstration) }, ur: { demonstration: shown(ur.demonstration) } },
    en: side('en'),
    ur: side('ur'),
  }
}

function sideIn(
  { told, officer, matter }: Pick<NoticeLetter, 'told' | 'officer' | 'matter'>,
  language: Language,
): PlainLetterSide {
  const voice = voiceOf(language, told.names, ISOLATING_INK)
  const words = noticeLetterWordsOf(language)
  const letterWords = letterWordsOf(language)
  const { authority, programme, facts, forAuthority, headings, rehearsal, noEffect } = sideOf(told, language)
  const year = voice.words.ofYear(voice.ink.value(withoutControls(told.year)))
  return {
    authority,
    programme,
    facts: facts.slice(0, 2),
    subject: shown(words.subject(words.titles[matter.kind], year)),
    sections: sectionsOf(voice, words, told, matter).map(({ heading, lines }) => ({
      heading: shown(heading),
      lines: lines.map((line) => shown(legible(line, letterWords))),
    })),
    forAuthority,
    officer: shown(words.signed(voice.ink.name(withoutControls(officer)))),
    headings: { to: headings.to, said: words.said[matter.kind] },
    rehearsal,
    noEffect,
  }
}

interface Section {
  readonly heading: Inked
  readonly lines: readonly Inked[]
}

function sectionsOf(voice: Voice, words: NoticeLetterWords, told: Told, matter: Matter): readonly Section[] {
  const day = (text: string): Inked => dayIn(voice, text)
  const number = voice.ink.code(withoutControls(told.number))
  const one = (...lines: readonly Inked[]): readonly Section[] => [{ heading: words.matter, lines }]
  switch (matter.kind) {
    case 'show_cause':
      return showCause(voice, words, told, matter)
    case 'summons':
    case 'adjournment':
      return one(
        words[matter.kind](number, day(matter.held_on), voice.ink.name(withoutControls(matter.place))),
        words.mayBeHeard,
      )
    case 'appeal_summons':
    case 'appeal_adjournment':
      return one(
        words[matter.kind](
          voice.ink.code(withoutControls(matter.appeal)),
          number,
          day(matter.held_on),
          voice.ink.name(withoutControls(matter.place)),
        ),
        words.appealHeard,
      )
    case 'extension':
      return one(words.extended(number, day(matter.until)), words.lawReads)
    case 'waiver':
      return one(words.waived(number, day(matter.from), day(matter.to)), words.until(day(matter.until)), words.lawReads)
    case 'refusal':
      return one(words.notExtended(number), words.until(day(matter.until)))
    case 'closure':
      return one(words.closed(number, day(matter.cured_on), day(matter.until)), words.nothingFollows)
  }
}

function showCause(
  voice: Voice,
  words: NoticeLetterWords,
  told: Told,
  matter: Extract<Matter, { readonly kind: 'show_cause' }>,
): readonly Section[] {
  const { whys, provisions, attached, cure_ends_on, answer_length, answer_counted_in, address } = matter
  const day = dayIn(voice, told.decided_on)
  const failed = whys.flatMap((why): readonly Inked[] => [
    ...told.findings
      .filter(({ finding }) => finding === why.name)
      .map(({ finding, label, clause }) =>
        words.notMet(nameOf(voice, finding, label ?? undefined), clause === null ? undefined : clauseIn(voice, clause)),
      ),
    ...(why.summary === undefined ? [] : [words.asks(textIn(voice, why.summary))]),
    ...shortfallIn(voice, words, why, provisions),
  ])
  const follows = attached.map(({ name, label, summary, clause, effect }) =>
    words.attached(
      nameOf(voice, name, label),
      [
        ...(summary === undefined ? [] : [textIn(voice, summary)]),
        ...(effect === undefined ? [] : [voice.words.effect(effectIn(voice, effect))]),
      ],
      clause === undefined ? undefined : clauseIn(voice, clause),
    ),
  )
  return [
    { heading: words.headings.failed, lines: [words.failedBy(voice.ink.code(told.number)), ...failed] },
    { heading: words.headings.follows, lines: [words.mayFollow, ...follows] },
    {
      heading: words.headings.time,
      lines: [
        words.runs,
        words.cureBy(day, dayIn(voice, cure_ends_on)),
        words.answerWithin(voice.ink.value(String(answer_length)), answer_counted_in),
      ],
    },
    {
      heading: words.headings.answer,
      lines: [words.answerHow(voice.ink.code(address)), words.fileThere, words.mayAsk],
    },
  ]
}
