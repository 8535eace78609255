/** The differences that a draft makes, as its page tells them in one language. */
import { type CellChange, compareLaw, type LawChange } from '@maqami/engine/compare/compare.ts'
import { inLanguage, keyLabel, type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { dayIn, nameOf, textIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Change } from '../pages/difference.tsx'
import type { Release } from './load-release.ts'
import { type ProgrammeHeading, programmeHeading } from './programme-view.ts'
import { programmeWordsOf } from './programme-words.ts'

export interface DraftView {
  readonly heading: ProgrammeHeading
  readonly title: string
  readonly changes: readonly EntryChange[]
}

interface EntryChange {
  readonly name: string
  readonly label: string
  readonly kind: LawChange['change']
  readonly cells: readonly Change[]
  /** Of a rule: what it would say. */
  readonly summary: string | undefined
}

export function draftView(base: Release, proposed: Release, language: Language): DraftView {
  const { programme } = proposed.engine
  const voices = [base, proposed].map(({ engine }) => voiceOf(language, namesOf(engine.programme)))
  const law = compareLaw(base.engine.programme, programme)
  const name = programme.draft?.name ?? ''
  return {
    heading: programmeHeading(programme, language),
    title: programme.draft === undefined ? name : inLanguage(programme.draft.title, language, name),
    changes: law.map((one) => {
      const voice = (one.change === 'removed' ? voices[0] : voices[1]) as Voice
      const summary = programme.provisions.get(one.name)?.summary
      return {
        name: one.name,
        label: nameOf(voice, one.name, one.label),
        kind: one.change,
        cells: changesOf(voice, one),
        summary: summary === undefined ? undefined : textIn(voice, summary),
      }
    }),
  }
}

/** Cells of several keys that change alike stand together. */
function changesOf(voice: Voice, { name, cells }: LawChange): readonly Change[] {
  // What is added and imposes nothing, or was nothing and goes, changes nothing for anybody.
  const real = cells.filter(({ before, after }) => (before ?? 'none') !== (after ?? 'none'))
  const alike = Map.groupBy(real, ({ from, before, after }) => [from, before ?? '', after ?? ''].join('\n'))
  return [...alike.values()].flatMap((group) =>
    group.slice(0, 1).map(({ from, before, after }) => ({
      where: [
        voice.words.fromDay(dayIn(voice, from)),
        ...new Set(group.map((cell) => keysOf(voice, name, cell)).filter((keys) => keys !== '')),
      ].join(voice.words.listSeparator),
      before: before === undefined ? undefined : written(voice, before),
      after: after === undefined ? undefined : written(voice, after),
    })),
  )
}

function keysOf(voice: Voice, parameter: string, { keys }: CellChange): string {
  return keys
    .map((key, index) => {
      const label = keyLabel(voice.names, parameter, index, key)
      return label === undefined ? written(voice, key) : inLanguage(label, voice.language, key)
    })
    .join(' · ')
}

/** A cell or a key as it is written in the files: a word of the language, a band, or a value. */
function written(voice: Voice, text: string): string {
  const words = programmeWordsOf(voice.language)
  if (text === 'none') return voice.words.cellNone
  if (text === 'unknown') return words.unknown
  if (text === 'above') return words.above
  const bounds = { 'up to': words.upTo, under: words.under, over: words.overBound, from: words.fromBound }
  const parts = text.split(', ').map((part) => {
    const [, bound, value] = /^(up to|under|over|from) (.+)$/.exec(part) ?? []
    return bound === undefined || value === undefined
      ? voice.ink.value(part)
      : bounds[bound as keyof typeof bounds](value)
  })
  return parts.join(' ')
}
