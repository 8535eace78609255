/** A comparison for a terminal: what the draft changes in the law, and then, subject by subject, what follows. */
import type { LawChange } from '@maqami/engine/compare/compare.ts'
import type { Assessment } from '@maqami/engine/determine/determine.ts'
import { explainAll } from '@maqami/engine/explain/explain.ts'
import { type Inked, joined, t } from '@maqami/engine/explain/ink.ts'
import { columns, wrapped } from '@maqami/engine/explain/layout.ts'
import { inLanguage, keyLabel, type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { type BriefStory, storyOf } from '@maqami/engine/explain/story.ts'
import { countIn, dayIn, listed, nameOf, valueIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Release } from '../policy-releases/load-release.ts'
import type { Compared } from './compare-draft.ts'
import { type ComparisonWords, comparisonWordsOf } from './comparison-words.ts'

const WIDTH = 100

export function voiceUnder(release: Release, language: Language): Voice {
  return voiceOf(language, namesOf(release.engine.programme))
}

export function lawText(base: Release, proposed: Release, law: readonly LawChange[], language: Language): string {
  const words = comparisonWordsOf(language)
  const voice = voiceUnder(proposed, language)
  const voiceOfChange = ({ change }: LawChange): Voice => (change === 'removed' ? voiceUnder(base, language) : voice)
  const rows = law.map((one) => [
    words.changes[one.change],
    words.kinds[one.kind],
    nameOf(voiceOfChange(one), one.name, one.label),
  ])
  const set = columns(rows, 2)
  return [
    words.law(countIn(voice, law.length), law.length === 1),
    ...law.flatMap((one, index) => [set[index] ?? '', ...cellLines(voiceOfChange(one), words, one)]),
  ].join('\n')
}

/** `smartphone, from 1 July 2026: 10% → 15%`. Cells of several keys that change alike stand together. */
function cellLines(voice: Voice, words: ComparisonWords, { name, cells }: LawChange): readonly string[] {
  const alike = new Map<string, { readonly change: Inked; readonly day: Inked; readonly keys: Inked[] }>()
  for (const { from, until, keys, before, after } of cells) {
    // What is added and imposes nothing, or was nothing and goes, changes nothing for anybody.
    if ((before ?? 'none') === (after ?? 'none')) continue
    const side = (text: string | undefined): Inked =>
      text === undefined ? words.noCell : writtenIn(voice, words, text)
    const change = arrowed(voice, side(before), side(after))
    const first = voice.words.fromDay(dayIn(voice, from))
    const day = until === undefined ? first : t`${first} ${words.until(dayIn(voice, until))}`
    const entry = alike.get(`${day} ${change}`) ?? { change, day, keys: [] }
    alike.set(`${day} ${change}`, entry)
    if (keys.length > 0)
      entry.keys.push(
        joined(
          keys.map((key, index) => {
            const label = keyLabel(voice.names, name, index, key)
            return label === undefined
              ? writtenIn(voice, words, key)
              : voice.ink.value(inLanguage(label, voice.language, key))
          }),
          t` / `,
        ),
      )
  }
  return [...alike.values()].flatMap(({ change, day, keys }) => {
    const who = keys.length === 0 ? day : t`${day} (${listed(voice, keys)})`
    return wrapped(`${who}: ${change}`, WIDTH, 6, 2)
  })
}

export function arrowed(voice: Voice, before: Inked, after: Inked): Inked {
  return t`${before} ${voice.words.arrow} ${after}`
}

/** A cell or a key as it is written in the files: a word of the language, a band, or a value. */
function writtenIn(voice: Voice, words: ComparisonWords, text: string): Inked {
  if (text === 'none' || text === 'unknown' || text === 'above') return words.cells[text]
  const parts = text.split(', ').map((part) => {
    const [, bound, value] = /^(up to|under|over|from) (.+)$/.exec(part) ?? []
    return bound === undefined || value === undefined
      ? voice.ink.value(part)
      : words.bounds[bound as keyof ComparisonWords['bounds']](voice.ink.value(value))
  })
  return joined(parts, t` `)
}

export function comparisonText(base: Release, proposed: Release, compared: Compared, language: Language): string {
  const words = comparisonWordsOf(language)
  const voice = voiceUnder(proposed, language)
  const [before, after] = [outcomesOf(voiceUnder(base, language), compared.before), outcomesOf(voice, compared.after)]
  const changed = compared.findings.filter((finding) => finding.changed)
  const same = compared.findings.filter((finding) => !finding.changed)
  const types = new Map(compared.after.findings.map(({ provision }) => [provision.name, provision.type]))
  const changedRow = ({ name, label, difference }: (typeof changed)[number]): readonly string[] => {
    const change = arrowed(voice, before.get(name) ?? words.noFinding, after.get(name) ?? words.noFinding)
    const type = types.get(name)
    const amount =
      difference === undefined || type === undefined
        ? undefined
        : valueIn(voice, { state: 'value', text: difference }, type)
    return [nameOf(voice, name, label), amount === undefined ? change : t`${change} (${words.difference(amount)})`]
  }
  const subject = Object.entries(compared.subject).map(([fact, member]) =>
    nameOf(voice, member, voice.names.members.get(`${fact}.${member}`)),
  )
  return [
    ...(subject.length === 0 ? [] : [listed(voice, subject)]),
    words.facts(countIn(voice, changed.length), countIn(voice, compared.findings.length)),
    ...columns(changed.map(changedRow), 2),
    '',
    words.same,
    ...columns(
      same.map(({ name, label }) => [nameOf(voice, name, label), after.get(name) ?? words.noFinding]),
      2,
    ),
  ].join('\n')
}

/** What each finding comes to, as a table of findings tells it. */
export function outcomesOf(voice: Voice, assessment: Assessment): ReadonlyMap<string, Inked> {
  const { as_of: asOf, provisions } = explainAll(assessment)
  const stories = provisions.map((why) => storyOf(voice, why, { asOf, lines: 0, originsOf: () => [] }))
  return new Map(stories.map((story) => [story.name, outcomeOf(voice, story)]))
}

export function outcomeOf(voice: Voice, story: BriefStory): Inked {
  const isSaid = ['met', 'not_met', 'not_yet'].includes(story.state) || story.detail === ''
  return isSaid ? voice.words.states[story.state] : story.brief
}
