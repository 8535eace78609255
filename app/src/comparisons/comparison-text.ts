/** A comparison of routes for a terminal. */
import { displayed } from '@maqami/engine/explain/display.ts'
import type { Inked } from '@maqami/engine/explain/ink.ts'
import { columns, wrapped } from '@maqami/engine/explain/layout.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { dayIn, nameOf, textIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Type } from '@maqami/engine/value/type.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Question } from './compare-routes.ts'
import type { ComparisonJson } from './comparison-json.ts'
import { type ComparisonWords, comparisonWordsOf } from './comparison-words.ts'
import { bare, figureText, inUnit } from './comparison-view.ts'
import type { MovedView } from './moved-view.ts'
import type { OpenRoutes } from './open-routes.ts'

const WIDTH = 100

interface Setting {
  readonly routes: OpenRoutes
  readonly voice: Voice
  readonly words: ComparisonWords
}

export function comparisonText(
  routes: OpenRoutes,
  question: Question,
  found: ComparisonJson,
  moved: MovedView | undefined,
  language: Language,
): string {
  const voice = voiceOf(language, namesOf(routes.engine.programme))
  const setting: Setting = { routes, voice, words: comparisonWordsOf(language) }
  const { words } = setting
  return [
    ...wrapped(words.under(textIn(voice, question.law.label), dayIn(voice, formatDay(question.day))), WIDTH, 0),
    ...found.routes.map(({ route }, index) => `${index + 1}  ${routeName(voice, route)}`),
    '',
    ...columns([...findingRows(setting, found), [words.charges], ...chargeRows(setting, found)], 0, rightOf(found)),
    '',
    ...wrapped(words.gap, WIDTH, 0),
    ...columns(gapRows(setting, found), 2, [0, 1, 2, 3]),
    ...(moved === undefined ? [] : ['', ...movedLines(setting, moved)]),
  ].join('\n')
}

function rightOf(found: ComparisonJson): readonly number[] {
  return found.routes.map((_, index) => index + 1)
}

function routeName(voice: Voice, route: string): Inked {
  return nameOf(voice, route, voice.names.members.get(`route.${route}`))
}

/** A row for each finding that some route has, in the order of the method, under the numbers of the routes. */
function findingRows({ routes, voice }: Setting, { routes: followed }: ComparisonJson): readonly (readonly string[])[] {
  const head = ['', ...followed.map((_, index) => String(index + 1))]
  const rows = routes.engine.findings.flatMap(({ name, type }) => {
    const figures = followed.map(({ findings }) => findings.find((one) => one.name === name))
    if (figures.every((one) => one === undefined)) return []
    return [
      [
        inUnit(nameOf(voice, name), type),
        ...figures.map((one) => (one === undefined ? '' : bare(figureText(voice, one, type), type))),
      ],
    ]
  })
  return [head, ...rows]
}

function chargeRows({ voice, words }: Setting, { routes: followed }: ComparisonJson): readonly (readonly string[])[] {
  return (followed[0]?.charges ?? []).map(({ name }, index) => {
    const charges = followed.map(({ charges: all }) => all[index])
    const release = charges.find((one) => one?.release)?.release
    const called = nameOf(voice, name)
    return [
      inUnit(
        release === undefined || release === null ? called : words.chargeOf(called, voice.ink.code(release)),
        MONEY,
      ),
      ...charges.map((one) => (one === undefined ? '' : bare(figureText(voice, one, MONEY), MONEY))),
    ]
  })
}

const MONEY: Type = { kind: 'number', unit: 'PKR' }
const RATE: Type = { kind: 'number', unit: 'percent' }

function gapRows({ routes, voice }: Setting, { gap }: ComparisonJson): readonly (readonly string[])[] {
  return gap.map(({ cf_value: value, finished, kit, findings }) => [
    displayed({ state: 'value', text: value }, { kind: 'number', unit: 'USD' }, voice.language).text,
    figureText(voice, finished, RATE),
    figureText(voice, kit, RATE),
    ...findings.map((one) =>
      figureText(voice, one, routes.engine.findings.find(({ name }) => name === one.name)?.type ?? RATE),
    ),
  ])
}

function movedLines({ words }: Setting, { difference, sways, crossings }: MovedView): readonly string[] {
  return [
    ...wrapped(words.moves(difference), WIDTH, 0),
    ...columns(
      sways.map(({ label, from, to, atLow, atHigh }) => [label, words.fromTo(from, to), atLow, atHigh]),
      2,
      [2, 3],
    ),
    '',
    ...wrapped(words.breakEven, WIDTH, 0),
    ...crossings.flatMap((sentence) => wrapped(sentence, WIDTH, 2, 2)),
  ]
}
