/** `policy facts`: what a programme asks for, so that somebody can write a facts file. */
import { linksOf, useOf } from '@maqami/engine/compare/uses.ts'
import { sampleOf } from '@maqami/engine/determine/facts.ts'
import type { Inked } from '@maqami/engine/explain/ink.ts'
import { wrapped } from '@maqami/engine/explain/layout.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { listed, nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import type { Fact, LineGroup } from '@maqami/engine/load/vocabulary.ts'
import { writeValue } from '@maqami/engine/value/notation.ts'
import { type Command, print } from '../kernel/command.ts'
import { choice, positional, readOptions, single } from '../kernel/options.ts'
import { headingText } from './heading-text.ts'
import { loadRelease } from './load-release.ts'

const WIDTH = 100

const WORDS = {
  en: {
    intro:
      'A facts file gives these, each behind its name and a colon. A fact that is left out is not known, and what needs it is undetermined; none is what is known not to have happened, or not to be there.',
    neededBy: (findings: string) => `For: ${findings}.`,
    describes: 'Describes, and decides nothing.',
    atLeast: (bound: string) => `At least ${bound}.`,
    atMost: (bound: string) => `At most ${bound}.`,
    key: (column: string) => `A list of lines, each with its own '${column}':`,
    lines: 'A list of lines:',
    optional: 'Left out, there are none.',
  },
  ur: {
    intro:
      'حقائق کی فائل میں یہ دیے جاتے ہیں، ہر ایک اپنے نام اور کولن کے بعد۔ جو حقیقت درج نہ ہو وہ معلوم نہیں، اور جسے اس کی ضرورت ہو وہ غیر متعین رہتا ہے؛ none کا مطلب ہے: معلوم ہے کہ واقع نہیں ہوا، یا موجود نہیں۔',
    neededBy: (findings: string) => `ان کے لیے درکار: ${findings}۔`,
    describes: 'صرف بیان کے لیے؛ اس سے کچھ طے نہیں ہوتا۔',
    atLeast: (bound: string) => `کم سے کم ${bound}۔`,
    atMost: (bound: string) => `زیادہ سے زیادہ ${bound}۔`,
    key: (column: string) => `سطروں کی فہرست، جن میں ہر ایک کا اپنا '${column}' ہو:`,
    lines: 'سطروں کی فہرست:',
    optional: 'درج نہ ہو تو ایسی کوئی سطر نہیں۔',
  },
} as const

export const listFacts: Command = {
  name: 'policy facts',
  usage: 'DIR [--draft NAME] [--lang en|ur]',
  summary: 'List the facts that a programme asks for: how each is written, and which findings need it',
  run: async (args) => {
    const options = readOptions(args, ['draft', 'lang'])
    const language = choice(options, 'lang', ['en', 'ur'])
    const release = await loadRelease(positional(options, 'DIR'), single(options, 'draft'))
    print(`${headingText(release, language)}\n\n${factsText(release.engine.programme, language)}`)
    return 0
  },
}

export function factsText(programme: Programme, language: Language): string {
  const words = WORDS[language]
  const { vocabulary } = programme
  const voice = voiceOf(language, namesOf(programme))
  const links = linksOf(programme)
  /** The findings that rest on it at whatever remove; the measures behind them only where nothing else does. */
  const neededBy = (path: string): string => {
    const { direct, through } = useOf(path, links)
    const users = [...programme.provisions.values()].filter(
      ({ name }) => direct.includes(name) || through.includes(name),
    )
    const findings = users.filter(({ kind }) => kind !== 'measure')
    const shown = (findings.length > 0 ? findings : users).map(({ name, label }) => nameOf(voice, name, label))
    return shown.length === 0 ? words.describes : words.neededBy(listed(voice, shown))
  }
  const about = (label: Inked, indent: number, ...sentences: readonly string[]): readonly string[] =>
    wrapped([`${label}${voice.words.stop}`, ...sentences].join(' '), WIDTH, indent)
  const factLines = (fact: Fact, path: string, indent: number): readonly string[] => [
    ...wrapped(voice.ink.code(`${fact.name}: ${writtenAs(programme, fact)}`), WIDTH, indent, 4),
    ...about(nameOf(voice, fact.name, fact.label), indent + 4, ...boundsOf(fact, words), neededBy(path)),
  ]
  const groupLines = (group: LineGroup): readonly string[] => [
    voice.ink.code(`${group.name}:`),
    ...about(
      nameOf(voice, group.name, group.label),
      4,
      neededBy(group.name),
      ...(group.optional ? [words.optional] : []),
    ),
    ...wrapped(group.key === undefined ? words.lines : words.key(group.key), WIDTH, 4),
    ...[...group.columns.values()].flatMap((column) => factLines(column, `${group.name}.${column.name}`, 4)),
  ]
  return [
    ...wrapped(words.intro, WIDTH, 0),
    '',
    ...[...vocabulary.facts.values()].flatMap((fact) => factLines(fact, fact.name, 0)),
    ...[...vocabulary.groups.values()].flatMap(groupLines),
  ].join('\n')
}

/** `PKR 84.50`; `2027-06-30, none`; every member of a category. */
function writtenAs({ vocabulary }: Programme, fact: Fact): string {
  const { kind } = fact.type
  const sample = kind === 'boolean' ? 'true, false' : kind === 'text' ? '…' : sampleOf(vocabulary, fact)
  return fact.event ? `${sample}, none` : sample
}

function boundsOf({ type, atLeast, atMost }: Fact, words: (typeof WORDS)[Language]): readonly string[] {
  return [
    ...(atLeast === undefined || atLeast.n === 0 ? [] : [words.atLeast(writeValue(atLeast, type))]),
    ...(atMost === undefined ? [] : [words.atMost(writeValue(atMost, type))]),
  ]
}
