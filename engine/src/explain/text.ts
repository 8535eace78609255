/** Explanations and assessments as text for a terminal. */
import type { Assessment } from '../determine/determine.ts'
import { explainAll } from './explain.ts'
import type { Applied, Explanation, Footing } from './explanation.ts'
import type { Inked } from './ink.ts'
import { columns, widthOf, wrapped } from './layout.ts'
import { type Language, type Names, namesOf } from './names.ts'
import { beside, type Story, storyOf } from './story.ts'
import type { Step } from './story-step.ts'
import type { FactUsed, ParameterUsed } from './story-leaves.ts'
import type { LinesTold, PerLine } from './story-lines.ts'
import {
  asOfIn,
  footingIn,
  listed,
  nameOf,
  refusalsIn,
  rehearsalIn,
  sentencesIn,
  textIn,
  type Voice,
  voiceOf,
} from './voice.ts'

export interface TextOptions {
  readonly language: Language
  /** What is called how, and the titles of sources: `namesOf(programme)`. */
  readonly names?: Names
  /** Lines of a sum that are shown one by one; 10 unless said otherwise. */
  readonly lines?: number | 'all'
  /** Columns of the terminal; 100 unless said otherwise. */
  readonly width?: number
  /** Where a fact comes from, such as a cell of the return. */
  readonly originsOf?: (path: string) => readonly string[]
}

interface Setting {
  /** What has been told: a reading or the ground of a line's provision is not told twice. */
  readonly told: Set<string>
  readonly voice: Voice
  readonly width: number
  readonly lines: number | 'all'
  readonly originsOf: (path: string) => readonly string[]
}

const NO_ORIGINS = (): readonly string[] => []

function settingOf(options: TextOptions): Setting {
  const voice = voiceOf(options.language, options.names)
  return {
    told: new Set(),
    voice,
    width: options.width ?? 100,
    lines: options.lines ?? 10,
    originsOf: options.originsOf ?? NO_ORIGINS,
  }
}

/** The finding first, then every provision that it uses, each once; at the end what it rests on. */
export function explanationText(explanation: Explanation, options: TextOptions): string {
  const setting = settingOf(options)
  const head = asOfIn(setting.voice, explanation)
  return [head, '', ...appliedLines(setting, explanation)].join('\n').trimEnd()
}

export interface AssessmentTextOptions extends Omit<TextOptions, 'names'> {
  readonly names?: Names
  /** The table of findings alone. */
  readonly isBrief?: boolean
  /** What the assessment is about, as facts: `{ category: 'smartphone' }`. */
  readonly subject?: Readonly<Record<string, string>>
  /** The programme's year: `2026-27`. */
  readonly year?: string
  /** Events that were taken as not having happened because nobody reported them. */
  readonly unreported?: readonly string[]
}

/** All findings of an assessment in a table, in the order of the law, and then each of them explained. */
export function assessmentText(assessment: Assessment, options: AssessmentTextOptions): string {
  const { programme } = assessment.engine
  const setting = settingOf({ ...options, names: options.names ?? namesOf(programme) })
  const { voice, width } = setting
  const { words } = voice
  const applied = explainAll(assessment)
  const telling = { ...setting, asOf: applied.as_of }
  const stories = applied.provisions.map((provision) => storyOf(voice, provision, telling))
  const unreported = options.unreported ?? []
  const rehearsal = rehearsalIn(voice, programme)
  const head = [
    ...wrapped(textIn(voice, programme.heading.title), width, 0),
    ...(programme.draft === undefined ? [] : wrapped(words.draftLaid(textIn(voice, programme.draft.title)), width, 0)),
    ...(rehearsal === undefined ? [] : [...wrapped(rehearsal, width, 0), '']),
    ...about(voice, options),
    asOfIn(voice, applied),
    '',
    ...findingTable(setting, stories),
    '',
    ...refusalsIn(voice, applied.provisions).flatMap((sentence) => wrapped(sentence, width, 0, 2)),
    ...footingLines(setting, applied.footing),
    ...(unreported.length === 0
      ? []
      : wrapped(
          words.unreported(
            listed(
              voice,
              unreported.map((name) => nameOf(voice, name)),
            ),
          ),
          width,
          0,
          2,
        )),
  ]
  if (options.isBrief === true) return head.join('\n')
  return [...head, '', ...stories.flatMap((story) => storyLines(setting, story, 0))].join('\n').trimEnd()
}

/** `smartphone, year 2026-27`. */
function about(voice: Voice, { subject = {}, year }: AssessmentTextOptions): readonly string[] {
  const members = Object.entries(subject).map(([fact, member]) =>
    nameOf(voice, member, voice.names.members.get(`${fact}.${member}`)),
  )
  const parts = [...members, ...(year === undefined ? [] : [voice.words.ofYear(voice.ink.value(year))])]
  return parts.length === 0 ? [] : [listed(voice, parts)]
}

function findingTable(setting: Setting, stories: readonly Story[]): readonly string[] {
  const { words } = setting.voice
  const rows = stories.map((story) => [story.title, words.states[story.state], beside(story)])
  const nameWidth = Math.max(widthOf(words.finding), ...rows.map((row) => widthOf(row[0] ?? '')))
  const stateWidth = Math.max(widthOf(words.state), ...rows.map((row) => widthOf(row[1] ?? '')))
  const body = columns([[words.finding, words.state], ...rows.map(([name = '', state = '']) => [name, state])], 0)
  return body.flatMap((line, index) => {
    const outcome = index === 0 ? words.outcome : (rows[index - 1]?.[2] ?? '')
    const left = nameWidth + stateWidth + 4
    const [first = '', ...rest] = wrapped(outcome, Math.max(setting.width, left + 30), left)
    const start = `${line}${' '.repeat(Math.max(0, left - widthOf(line)))}`
    return [`${start}${first.slice(left)}`.trimEnd(), ...rest]
  })
}

function appliedLines(setting: Setting, applied: Applied): readonly string[] {
  const telling = { ...setting, asOf: applied.as_of }
  const stories = applied.provisions.map((provision) => storyOf(setting.voice, provision, telling))
  return [...stories.flatMap((story) => storyLines(setting, story, 0)), ...footingLines(setting, applied.footing)]
}

function footingLines(setting: Setting, footing: Footing): readonly string[] {
  return footingIn(setting.voice, footing).flatMap((sentence) => wrapped(sentence, setting.width, 0, 2))
}

function storyLines(setting: Setting, story: Story, indent: number): readonly string[] {
  const { width } = setting
  const { words } = setting.voice
  const inner = indent + 2
  const say = (text: Inked | undefined): readonly string[] => (text === undefined ? [] : wrapped(text, width, inner))
  const exact = story.exact === undefined ? '' : ` (${story.exact})`
  return [
    ...wrapped(`${story.title} [${story.kind}]: ${story.headline}${exact}`, width, indent, 4),
    ...say(story.summary),
    ...wrapped(sentencesIn(setting.voice, story.grounds), width, inner),
    ...say(story.quotation),
    ...say(story.reading),
    ...story.steps.flatMap((step) => stepLines(setting, step, inner)),
    ...story.remarks.flatMap(say),
    ...story.steps.flatMap((step) => tableLines(setting, step, inner)),
    ...story.perLine.flatMap((one) => perLineLines(setting, one, inner)),
    ...parameterLines(setting, story.parameters, inner),
    ...factLines(setting, story.facts, inner, words.factsUsed),
    ...story.inner.flatMap((one) => storyLines(setting, one, inner)),
    '',
  ]
}

function stepLines(setting: Setting, step: Step, indent: number): readonly string[] {
  const { width } = setting
  const { words } = setting.voice
  const title = step.title === undefined ? '' : `${step.title}: `
  const gap = step.gap === undefined ? '' : ` (${step.gap})`
  const remark = step.remark === undefined ? [] : wrapped(step.remark, width, indent + 2)
  if (step.isList) {
    return [
      ...wrapped(`${title}${step.result}`, width, indent, 4),
      ...step.children.flatMap((child) => stepLines(setting, { ...child, title: undefined }, indent + 2)),
      ...remark,
    ]
  }
  const values =
    step.values === undefined || step.lines !== undefined ? [] : wrapped(`= ${step.values}`, width, indent + 2, 2)
  const short = `${title}${step.words} ${words.arrow} ${step.result}${gap}`
  if (values.length === 0 && widthOf(short) + indent <= width) return [...wrapped(short, width, indent), ...remark]
  const result = wrapped(`${words.arrow} ${step.result}${gap}`, width, indent + 2, 2)
  return [...wrapped(`${title}${step.words}`, width, indent, 4), ...values, ...result, ...remark]
}

/** The tables of all the sums under a step. */
function tableLines(setting: Setting, step: Step, indent: number): readonly string[] {
  const own = step.lines === undefined ? [] : linesTable(setting, step.lines, indent)
  return [...own, ...step.children.flatMap((child) => tableLines(setting, child, indent))]
}

function linesTable(setting: Setting, lines: LinesTold, indent: number): readonly string[] {
  const { width } = setting
  const { words } = setting.voice
  const hasConditions = lines.told.some((line) => line.condition !== undefined)
  const row = (key: Inked, condition: Inked | undefined, values: string, amount: Inked): readonly string[] =>
    hasConditions ? [key, condition ?? '', values, amount] : [key, values, amount]
  const rows = lines.told.map((line) => row(line.key, line.condition, line.values, line.amount))
  const total = row(words.total, undefined, '', lines.total)
  const set = columns([...rows, ...(lines.more === undefined ? [total] : [])], indent + 2, [hasConditions ? 3 : 2])
  return [
    ...wrapped(lines.caption, width, indent),
    ...set.flatMap((line, index) => {
      const origin = lines.told[index]?.origin
      return origin === undefined ? [line] : [line, ...wrapped(origin, width, indent + 4, 2)]
    }),
    ...(lines.more === undefined
      ? []
      : [...wrapped(lines.more, width, indent + 2), ...wrapped(`${words.total}: ${lines.total}`, width, indent + 2)]),
    ...(lines.leftOut === undefined ? [] : wrapped(lines.leftOut, width, indent + 2)),
    ...(lines.absent === undefined ? [] : wrapped(lines.absent, width, indent + 2, 2)),
  ]
}

function isNew(setting: Setting, name: string): boolean {
  const isFirst = !setting.told.has(name)
  setting.told.add(name)
  return isFirst
}

function perLineLines(setting: Setting, one: PerLine, indent: number): readonly string[] {
  const { width } = setting
  const inner = indent + 2
  const say = (text: Inked | undefined): readonly string[] => (text === undefined ? [] : wrapped(text, width, inner))
  return [
    ...wrapped(one.title, width, indent),
    ...(isNew(setting, one.name)
      ? [
          ...say(one.summary),
          ...say(sentencesIn(setting.voice, one.grounds)),
          ...say(one.quotation),
          ...say(one.reading),
        ]
      : []),
    ...one.cases.flatMap((taken) => wrapped(`- ${taken.words} (${taken.count})`, width, inner, 2)),
    ...parameterLines(setting, one.parameters, inner),
  ]
}

function parameterLines(setting: Setting, parameters: readonly ParameterUsed[], indent: number): readonly string[] {
  if (parameters.length === 0) return []
  const { voice, width } = setting
  return [
    ...wrapped(`${voice.words.parametersUsed}:`, width, indent),
    ...parameters.flatMap((parameter) => [
      ...wrapped(`${parameter.name}: ${parameter.value}`, width, indent + 2, 2),
      ...wrapped(sentencesIn(voice, parameter.notes), width, indent + 4),
      ...(parameter.reading === undefined || !isNew(setting, parameter.key)
        ? []
        : wrapped(parameter.reading, width, indent + 4)),
    ]),
  ]
}

function factLines(setting: Setting, facts: readonly FactUsed[], indent: number, title: Inked): readonly string[] {
  if (facts.length === 0) return []
  const { width } = setting
  return [
    ...wrapped(`${title}:`, width, indent),
    ...facts.flatMap((fact) => {
      const origin = fact.origin === undefined ? '' : ` (${fact.origin})`
      return wrapped(`${fact.name}: ${fact.value}${origin}`, width, indent + 2, 2)
    }),
  ]
}
