/** A language, an ink and the names of a programme: all that turns the data of an explanation into sentences. */
import type { Localized } from '../load/fields.ts'
import type { Programme } from '../load/programme.ts'
import type { Standing } from '../load/standing.ts'
import { binds, type Reading } from '../load/standing.ts'
import type { Refusal } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import { displayCount, displayDayText, displayed } from './display.ts'
import type { Applied, Footing, ProvisionWhy, Said } from './explanation.ts'
import { type Ink, type Inked, ISOLATING_INK, joined, PLAIN_INK, t, withoutControls } from './ink.ts'
import { inLanguage, keyLabel, labelIn, type Language, type Names, NO_NAMES, spelled } from './names.ts'
import { type Noun, type NounWord, type RefusalParts, type Verb, type Words, wordsOf } from './words.ts'

export interface Voice {
  readonly language: Language
  readonly words: Words
  readonly ink: Ink
  readonly names: Names
}

export function voiceOf(language: Language, names: Names = NO_NAMES, ink?: Ink): Voice {
  const words = wordsOf(language)
  return { language, words, ink: ink ?? (words.direction === 'rtl' ? ISOLATING_INK : PLAIN_INK), names }
}

/** A text of the law in the reader's language. */
export function textIn(voice: Voice, words: Localized, name = ''): Inked {
  return voice.ink.plain(withoutControls(inLanguage(words, voice.language, name)))
}

export function nameOf(voice: Voice, name: string, label?: Localized): Inked {
  const words = label ?? voice.names.labels.get(name)
  return voice.ink.name(withoutControls(inLanguage(words, voice.language, name)))
}

export function listed(voice: Voice, parts: readonly Inked[]): Inked {
  return joined(parts, voice.words.listSeparator)
}

export function dayIn(voice: Voice, text: string): Inked {
  return voice.ink.value(displayDayText(text, voice.language))
}

/** The day of the assessment, and the period that it is about where that ends on another day. */
export function asOfIn(voice: Voice, { as_of: asOf, period_end: periodEnd }: Applied): Inked {
  const day = dayIn(voice, asOf)
  return periodEnd === undefined ? voice.words.asOf(day) : voice.words.asOfFor(day, dayIn(voice, periodEnd))
}

/** The parts as sentences, each with its full stop. */
export function sentencesIn(voice: Voice, parts: readonly Inked[]): Inked {
  const { stop } = voice.words
  return joined(
    parts.map((part) => (part.endsWith(stop) ? part : t`${part}${stop}`)),
    t` `,
  )
}

export function countIn(voice: Voice, count: number): Inked {
  return voice.ink.value(displayCount(count, voice.language))
}

export function valueIn(
  voice: Voice,
  said: Said,
  type: Type,
  truth?: 'met' | 'yes' | 'holds',
  isBrief?: boolean,
): Inked {
  const { text } = displayed(said, type, voice.language, { truth, names: voice.names, isBrief })
  return voice.ink.value(withoutControls(text))
}

/** `parts[3].unit_value` is *line 3 of Parts: Value of one part*; many lines of one column are told together. */
export function missingIn(voice: Voice, missing: readonly string[]): Inked {
  const { words } = voice
  const columns = new Map<string, { readonly group: string; readonly column: string; readonly lines: Inked[] }>()
  const parts: (() => Inked)[] = []
  for (const path of missing) {
    const [, group, line, column] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
    if (group === undefined || line === undefined || column === undefined) {
      parts.push(() => nameOf(voice, path))
      continue
    }
    const key = `${group}.${column}`
    const known = columns.get(key)
    const entry = known ?? { group, column, lines: [] }
    entry.lines.push(countIn(voice, Number(line)))
    if (known !== undefined) continue
    columns.set(key, entry)
    parts.push(() =>
      words.columnOf(
        linesIn(voice, entry.lines, nameOf(voice, group)),
        nameOf(voice, column, voice.names.labels.get(key)),
      ),
    )
  }
  return listed(
    voice,
    parts.map((part) => part()),
  )
}

const LISTED = 5

function linesIn(voice: Voice, lines: readonly Inked[], group: Inked): Inked {
  const { words } = voice
  if (lines.length === 1) return words.lineOf(lines[0] as Inked, group)
  const list = listed(voice, lines.slice(0, LISTED))
  const rest = lines.length - LISTED
  return words.linesListed(rest > 0 ? words.andMore(list, countIn(voice, rest)) : list, group)
}

export function refusalIn(voice: Voice, refusal: Refusal): Inked {
  return voice.words.refusals[refusal.reason](refusalParts(voice, refusal))
}

function refusalParts(voice: Voice, refusal: Refusal): RefusalParts {
  const nothing = voice.ink.plain('')
  const base = { name: formulaNames(voice, refusal.name), day: nothing, limit: nothing, key: nothing }
  switch (refusal.reason) {
    case 'before_first_row':
    case 'after_last_known':
    case 'day_not_known':
      return { ...base, day: dayIn(voice, refusal.day), limit: dayIn(voice, refusal.limit) }
    case 'unknown_cell':
    case 'no_cell':
    case 'beyond_last_band':
      return { ...base, key: keyIn(voice, refusal.name, refusal.key), limit: dayIn(voice, refusal.row) }
    case 'empty_extreme':
      return { ...base, name: voice.words.extremes[refusal.name.startsWith('max') ? 'max' : 'min'] }
    case 'division_by_zero':
    case 'no_case':
    case 'not_a_day':
    case 'too_long':
      return base
  }
}

/** What a refusal is about, in a word. */
export function refusedName(voice: Voice, refusal: Refusal): Inked {
  return refusalParts(voice, refusal).name
}

/** Each refusal once, in the order in which the findings meet it. */
export function refusalsIn(voice: Voice, provisions: readonly ProvisionWhy[]): readonly Inked[] {
  const refusals = provisions.flatMap(({ said }) => (said.state === 'refused' ? said.refusals : []))
  return [...new Set(refusals.map((refusal) => refusalIn(voice, refusal)))]
}

/** A divisor is blamed as it was written in the formula; the reader gets the names of what stands in it. */
function formulaNames(voice: Voice, formula: string): Inked {
  const labelOf = (name: string): string => inLanguage(labelIn(voice.names, name), voice.language, name)
  return voice.ink.name(withoutControls(formula.replaceAll(/[a-z][a-z0-9_]*/g, labelOf)))
}

/** The keys of a parameter's cell, in the order of its axes. */
function keyIn(voice: Voice, parameter: string, key: string): Inked {
  const parts = key.split(', ').map((part, index) => {
    const words = keyLabel(voice.names, parameter, index, part)
    return voice.ink.value(withoutControls(words === undefined ? part : inLanguage(words, voice.language, part)))
  })
  return listed(voice, parts)
}

export function clauseIn(voice: Voice, clause: string): Inked {
  const [instrument = '', ...rest] = clause.split(', ')
  const title = voice.names.instruments.get(instrument)
  const name = title === undefined ? voice.ink.code(instrument) : textIn(voice, title, instrument)
  return voice.words.clause(name, nameOf(voice, rest.join(', '), voice.names.places.get(clause)))
}

export function standingIn(voice: Voice, standing: Standing): Inked {
  const { words } = voice
  return binds(standing)
    ? words.inForce
    : words.standing(words.statuses[standing.status], words.evidence[standing.evidence])
}

/** The source's title, linked where it has an address; its key where no title is known. */
export function sourceIn(voice: Voice, key: string): Inked {
  const source = voice.names.sources.get(key)
  if (source === undefined) return voice.words.source(voice.ink.code(key))
  const title = voice.ink.name(withoutControls(source.title))
  return voice.words.source(source.url === undefined ? title : voice.ink.link(title, source.url))
}

export function groundsOf(voice: Voice, why: Pick<ProvisionWhy, 'clause' | 'standing'>): readonly Inked[] {
  const clause = why.clause === undefined ? [] : [clauseIn(voice, why.clause)]
  const source = why.standing.source === undefined ? [] : [sourceIn(voice, why.standing.source)]
  return [...clause, standingIn(voice, why.standing), ...source]
}

export function readingIn(voice: Voice, reading: Reading): Inked {
  const { words } = voice
  const text = textIn(voice, reading.text)
  const by = reading.by === undefined ? undefined : deciderIn(voice, reading.by)
  const on = reading.on === undefined ? undefined : dayIn(voice, reading.on)
  if (by !== undefined && on !== undefined) return words.readingByOn(text, by, on)
  if (by !== undefined) return words.readingBy(text, by)
  return on === undefined ? words.reading(text) : words.readingOn(text, on)
}

function deciderIn({ words, ink }: Voice, by: string): Inked {
  return by === 'programme team' ? words.programmeTeam : ink.name(withoutControls(by))
}

/** Why nothing here has legal effect; undefined where the law binds. */
export function rehearsalIn(voice: Voice, programme: Programme): Inked | undefined {
  const { status, evidence } = programme.heading.standing
  if (programme.draft !== undefined || status !== 'notified') return voice.words.rehearsalOfDraft
  return evidence === 'gazette' ? undefined : voice.words.rehearsalOfReport
}

/** `Rests on law that is not in force: …`, one sentence for each kind of ground that does not bind. */
export function footingIn(voice: Voice, footing: Footing): readonly Inked[] {
  const { words } = voice
  const told = (names: readonly string[], sentence: (names: Inked) => Inked): readonly Inked[] =>
    names.length === 0
      ? []
      : [
          sentence(
            listed(
              voice,
              names.map((name) => nameOf(voice, name)),
            ),
          ),
        ]
  const sentences = [
    ...told(footing.draft, words.restsOnDraft),
    ...told(footing.reported, words.restsOnReported),
    ...told(footing.assumed, words.restsOnAssumed),
  ]
  return sentences.length === 0 ? [words.bindingLaw] : sentences
}

export function effectIn(voice: Voice, effect: { readonly verb: string; readonly noun: string }): Inked {
  const { verbs, nouns } = voice.words
  const noun: NounWord = Object.hasOwn(nouns, effect.noun)
    ? nouns[effect.noun as Noun]
    : { text: voice.ink.name(spelled(effect.noun)), feminine: false }
  return Object.hasOwn(verbs, effect.verb) ? verbs[effect.verb as Verb](noun) : noun.text
}
