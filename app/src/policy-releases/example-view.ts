/** A worked case as its page tells it: computed now, by the same engine as everything else. */
import { failuresOf, prepare } from '@maqami/engine/check/run-examples.ts'
import { determine, type Engine } from '@maqami/engine/determine/determine.ts'
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { explainAll } from '@maqami/engine/explain/explain.ts'
import { explanationHtml } from '@maqami/engine/explain/html.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { countIn, nameOf, valueIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { PlainFacts } from '@maqami/engine/load/examples.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { type ProgrammeHeading, programmeHeading } from './programme-view.ts'

export interface ExampleView {
  readonly heading: ProgrammeHeading
  readonly title: string
  readonly day: string
  readonly isAsExpected: boolean
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** Why the facts are refused, where they are. */
  readonly refusals: readonly string[]
  readonly why: string
}

/** Examples count from 1; undefined where there is none of that number. */
export function exampleView(engine: Engine, number: number, language: Language): ExampleView | undefined {
  const { programme } = engine
  const example = programme.examples[number - 1]
  const [prepared] = example === undefined ? [] : prepare(engine, [example])
  if (example === undefined || prepared === undefined) return undefined
  const names = namesOf(programme)
  const { facts, findings, problems } = prepared
  const { asOf, periodEnd } = example
  const html = (): string => {
    if (facts === undefined) return ''
    const assessment = determine({ ...engine, findings }, facts, asOf, { periodEnd })
    return explanationHtml(explainAll(assessment), { language, names, headingLevel: 3 })
  }
  return {
    heading: programmeHeading(programme, language),
    title: example.title,
    day: displayDayText(formatDay(asOf), language),
    isAsExpected: failuresOf(engine, prepared).length === 0,
    facts: factsTold(voiceOf(language, names), programme.vocabulary, example.facts),
    refusals: problems.map(({ sentence }) => sentence),
    why: html(),
  }
}

/** Facts in the notation of examples as readers see them; of lines only how many there are. */
export function factsTold(voice: Voice, vocabulary: Vocabulary, facts: PlainFacts): ExampleView['facts'] {
  return Object.entries(facts).map(([name, value]) => {
    const type = vocabulary.facts.get(name)?.type
    const isText = typeof value === 'string'
    const count = Array.isArray(value) ? value.length : 1
    const told = isText && type !== undefined ? valueIn(voice, { state: 'value', text: value }, type, 'yes') : undefined
    return { name: nameOf(voice, name), value: told ?? (isText ? value : countIn(voice, count)) }
  })
}
