/** Why a requirement was not met, in the sentences of a letter: what was found, what is required, by how much it falls short, and on which lines. */
import type { ProvisionWhy, Why } from '@maqami/engine/explain/explanation.ts'
import type { Inked } from '@maqami/engine/explain/ink.ts'
import { phrase } from '@maqami/engine/explain/phrase.ts'
import { linesIn } from '@maqami/engine/explain/story-lines.ts'
import { gapOf } from '@maqami/engine/explain/story-step.ts'
import { countIn, nameOf, valueIn, type Voice } from '@maqami/engine/explain/voice.ts'
import type { NoticeLetterWords } from './notice-letter-words.ts'

type Of<K extends Why['kind']> = Extract<Why, { kind: K }>

/** Lines that are named one by one; the file that is relied upon names all. */
const MOST_LINES = 5

/** `provisions` are all that were computed, since a requirement may ask that others are met. */
export function shortfallIn(
  voice: Voice,
  words: NoticeLetterWords,
  { requires }: Pick<ProvisionWhy, 'requires'>,
  provisions: readonly ProvisionWhy[],
): readonly Inked[] {
  return requires === undefined ? [] : failedIn(requires).flatMap((one) => sentencesOf(voice, words, one, provisions))
}

/** The conditions on which it failed, of those that must all hold. */
function failedIn(why: Why): readonly Why[] {
  if (!isFalse(why)) return []
  return why.kind === 'logic' && why.operator === 'and' ? [...failedIn(why.left), ...failedIn(why.right)] : [why]
}

function isFalse(why: Why | undefined): boolean {
  return why?.said.state === 'value' && why.said.text === 'false'
}

function sentencesOf(
  voice: Voice,
  words: NoticeLetterWords,
  why: Why,
  provisions: readonly ProvisionWhy[],
): readonly Inked[] {
  if (why.kind === 'comparison') return [comparedIn(voice, words, why)]
  if (why.kind === 'every_met' && !why.negated) return [notMetBy(voice, words, why)]
  if (why.kind === 'is_met' && !why.negated && why.of.kind === 'provision') {
    const { name, label, here } = why.of
    const part = here ?? provisions.find((one) => one.name === name)
    return [
      words.partNotMet(nameOf(voice, name, label)),
      ...(part === undefined ? [] : shortfallIn(voice, words, part, provisions)),
    ]
  }
  return [words.notSo(phrase(voice, why, 'words'))]
}

function comparedIn(voice: Voice, words: NoticeLetterWords, why: Of<'comparison'>): Inked {
  const what = phrase(voice, why.left, 'words')
  const asked = askedIn(voice, words, why)
  return why.left.said.state === 'none'
    ? words.foundNone(what, asked)
    : words.found(what, valueIn(voice, why.left.said, why.left.type), asked, gapOf(voice, why))
}

function askedIn(voice: Voice, words: NoticeLetterWords, { operator, left, right }: Of<'comparison'>): Inked {
  const bounds = words.bounds[left.type.kind === 'date' ? 'days' : 'numbers']
  return bounds[operator](valueIn(voice, right.said, right.type))
}

function notMetBy(voice: Voice, words: NoticeLetterWords, why: Of<'every_met'>): Inked {
  const failing = why.each.filter((line) => isFalse(line.of))
  const told = linesIn(voice, why, { lines: 'all', originsOf: () => [] })?.told ?? []
  const named = failing.slice(0, MOST_LINES).map((line, nth) => {
    const key = told[nth]?.key ?? voice.ink.name(line.key)
    const compared = line.of?.kind === 'provision' ? line.of.here?.requires : undefined
    // What a line misses is said in a few words only where it is one comparison.
    const [failed, second] = compared === undefined ? [] : failedIn(compared)
    if (failed?.kind !== 'comparison' || second !== undefined || failed.left.said.state !== 'value') return key
    return words.lineFound(key, valueIn(voice, failed.left.said, failed.left.type), askedIn(voice, words, failed))
  })
  const rest = failing.length - named.length
  return words.notMetBy({
    name: nameOf(voice, why.name, why.label),
    group: nameOf(voice, why.over, why.over_label),
    failing: countIn(voice, failing.length),
    all: countIn(voice, why.each.length),
    lines: rest === 0 ? named : [...named, words.andOthers(countIn(voice, rest))],
  })
}
