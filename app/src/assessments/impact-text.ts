/** What a draft touches, for a terminal: what rests on each change, and the worked cases that come out otherwise. */
import type { CaseChange, Impact } from '@maqami/engine/compare/impact.ts'
import type { Use } from '@maqami/engine/compare/uses.ts'
import { type Inked, t, withoutControls } from '@maqami/engine/explain/ink.ts'
import { wrapped } from '@maqami/engine/explain/layout.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { countIn, listed, nameOf, type Voice } from '@maqami/engine/explain/voice.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { arrowed, outcomesOf, voiceUnder } from './comparison-text.ts'
import { comparisonWordsOf } from './comparison-words.ts'
import { type ImpactWords, impactWordsOf } from './impact-words.ts'

const WIDTH = 100

export function impactText(base: Release, proposed: Release, impact: Impact, language: Language): string {
  const words = impactWordsOf(language)
  const voices = { base: voiceUnder(base, language), proposed: voiceUnder(proposed, language) }
  const name = (one: string): Inked => {
    const voice = voices.proposed.names.labels.has(one) ? voices.proposed : voices.base
    return nameOf(voice, one, voice.names.labels.get(one))
  }
  const worked = countIn(voices.proposed, impact.worked)
  return [
    words.uses,
    ...impact.uses.flatMap((use) => useLines(words, voices.proposed, use, name)),
    '',
    impact.cases.length === 0
      ? words.noCase(worked, impact.worked === 1)
      : words.cases(countIn(voices.proposed, impact.cases.length), impact.cases.length === 1, worked),
    ...impact.cases.flatMap((one) => caseLines(words, voices, one, name)),
  ].join('\n')
}

type NameOf = (name: string) => Inked

function useLines(words: ImpactWords, voice: Voice, use: Use, name: NameOf): readonly string[] {
  const all = (names: readonly string[]): Inked => listed(voice, names.map(name))
  const lines = [
    ...(use.direct.length === 0 ? [words.unused] : [words.direct(all(use.direct))]),
    ...(use.through.length === 0 ? [] : [words.through(all(use.through))]),
  ]
  return [...wrapped(name(use.name), WIDTH, 2, 2), ...lines.flatMap((line) => wrapped(line, WIDTH, 6, 2))]
}

function caseLines(
  words: ImpactWords,
  voices: { readonly base: Voice; readonly proposed: Voice },
  { example, before, after, findings }: CaseChange,
  name: NameOf,
): readonly string[] {
  const title = `  ${withoutControls(example.title)} (${example.at.file}:${example.at.line})`
  if (after === undefined) return [title, ...wrapped(words.unreadable, WIDTH, 6, 2)]
  const [was, is] = [outcomesOf(voices.base, before), outcomesOf(voices.proposed, after)]
  const { noFinding } = comparisonWordsOf(voices.proposed.language)
  const lines = findings.map((one) => {
    const change = arrowed(voices.proposed, was.get(one.name) ?? noFinding, is.get(one.name) ?? noFinding)
    return t`${name(one.name)}: ${change}`
  })
  return [title, ...lines.flatMap((line) => wrapped(line, WIDTH, 6, 2))]
}
