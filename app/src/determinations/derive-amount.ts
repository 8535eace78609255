/** How an amount came about, for the letter: the formula in words and in figures, the lines that were summed, the numbers of the law, the rounding. */
import type { ProvisionWhy, Why } from '@maqami/engine/explain/explanation.ts'
import { type Inked, ISOLATING_INK } from '@maqami/engine/explain/ink.ts'
import type { Language, Names } from '@maqami/engine/explain/names.ts'
import { storyOf } from '@maqami/engine/explain/story.ts'
import { parametersIn } from '@maqami/engine/explain/story-leaves.ts'
import { linesIn } from '@maqami/engine/explain/story-lines.ts'
import { phrase } from '@maqami/engine/explain/phrase.ts'
import { nameOf, valueIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import { formulasOf, withDescendants } from '@maqami/engine/explain/walk.ts'
import { amountOf, type DeterminedFinding } from './determination.ts'
import type { Derivation } from './letter.ts'
import { type LetterWords, letterWordsOf } from './letter-words.ts'

/** Measures below the amount itself; the page of the finding tells all. */
const MOST_FORMULAS = 5
/** Lines that are told one by one, the largest first. */
const MOST_LINES = 3
const MOST_PARAMETERS = 8

/** Of every amount that was computed, also where less was decided. */
export function derivationsOf(
  names: Names,
  provisions: readonly ProvisionWhy[],
  findings: readonly DeterminedFinding[],
): readonly Derivation[] {
  return findings.flatMap(({ finding, value, less }) => {
    const why = provisions.find(({ name }) => name === finding)
    if (why === undefined || amountOf({ value: less?.value ?? value }) === undefined) return []
    const told = (language: Language) => derivationIn(voiceOf(language, names, ISOLATING_INK), why, provisions)
    return [{ finding, en: told('en'), ur: told('ur') }]
  })
}

function derivationIn(voice: Voice, why: ProvisionWhy, provisions: readonly ProvisionWhy[]): readonly string[] {
  const words = letterWordsOf(voice.language)
  const formulas = withMeasures(why, provisions)
  const amounts = formulas.flatMap((one) => amountsOf(one))
  const parameters = parametersIn(voice, amounts.flatMap(withLines)).slice(0, MOST_PARAMETERS)
  return [
    ...formulas.flatMap((one) => formulaSentences(voice, words, one)),
    ...parameters.map(({ name, value, notes }) => words.parameter(name, value, notes)),
  ]
}

/** The formula, then each measure that it uses, as far as there are formulas behind them. */
function withMeasures(why: ProvisionWhy, provisions: readonly ProvisionWhy[]): readonly ProvisionWhy[] {
  const told = [why]
  for (const one of told)
    for (const node of amountsOf(one).flatMap(withDescendants)) {
      const used = node.kind === 'provision' ? provisions.find(({ name }) => name === node.name) : undefined
      if (used !== undefined && used.kind !== 'requirement' && !told.includes(used) && told.length <= MOST_FORMULAS)
        told.push(used)
    }
  return told
}

/** Of the case that was taken. */
function amountsOf({ cases }: Pick<ProvisionWhy, 'cases'>): readonly Why[] {
  return cases.flatMap(({ amount }) => amount ?? [])
}

function formulaSentences(voice: Voice, words: LetterWords, why: ProvisionWhy): readonly Inked[] {
  const name = nameOf(voice, why.name, why.label)
  const { steps } = storyOf(voice, why, { asOf: '', lines: 0, originsOf: () => [] })
  const rounding = steps.find(({ remark }) => remark !== undefined)?.remark
  return amountsOf(why).flatMap((amount) => {
    const values = isOneFigure(amount) ? undefined : phrase(voice, amount, 'values')
    const result = valueIn(voice, amount.said, amount.type)
    const sentence = words.formula(name, phrase(voice, amount, 'words'), values, result)
    return [
      rounding === undefined ? sentence : words.rounded(sentence, rounding),
      ...[amount].flatMap(withDescendants).flatMap((node) => linesSentence(voice, words, node)),
    ]
  })
}

function isOneFigure({ kind }: Why): boolean {
  return kind === 'fact' || kind === 'parameter' || kind === 'provision' || kind === 'literal' || kind === 'aggregate'
}

function linesSentence(voice: Voice, words: LetterWords, why: Why): readonly Inked[] {
  if (why.kind !== 'aggregate' || why.operator === 'count') return []
  const lines = linesIn(voice, why, { lines: MOST_LINES, originsOf: () => [] })
  if (lines === undefined || lines.told.length === 0) return []
  const counted = lines.told.filter(({ state }) => state !== 'fails')
  const told = counted.map(({ key, values, amount }) => words.line(key, values, amount))
  return [words.lines(lines.caption, [...told, ...(lines.more === undefined ? [] : [lines.more])])]
}

/** With the formulas of the lines, which use numbers of the law of their own. */
function withLines(why: Why): readonly Why[] {
  const lines = withDescendants(why).flatMap((node) => (node.kind === 'aggregate' ? node.lines : []))
  const within = lines.flatMap(({ of }) => {
    if (of === undefined) return []
    return of.kind === 'provision' && of.here !== undefined ? formulasOf(of.here) : [of]
  })
  return [why, ...within]
}
