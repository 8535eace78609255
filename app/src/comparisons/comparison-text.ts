/** A comparison of routes for a terminal. */
import { displayed } from '@maqami/engine/explain/display.ts'
import { type Inked, joined, t } from '@maqami/engine/explain/ink.ts'
import { columns, wrapped } from '@maqami/engine/explain/layout.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { dayIn, nameOf, textIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Type } from '@maqami/engine/value/type.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Question } from './compare-routes.ts'
import type { Amount, ComparisonJson, Figure, MovedJson } from './comparison-json.ts'
import { type ComparisonWords, comparisonWordsOf } from './comparison-words.ts'
import { bare, inUnit } from './comparison-view.ts'
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
  moved: MovedJson | undefined,
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
        ...figures.map((one) => (one === undefined ? '' : bare(figureIn(voice, one, type), type))),
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
      ...charges.map((one) => (one === undefined ? '' : bare(figureIn(voice, one, MONEY), MONEY))),
    ]
  })
}

const MONEY: Type = { kind: 'number', unit: 'PKR' }
const RATE: Type = { kind: 'number', unit: 'percent' }

function gapRows({ routes, voice }: Setting, { gap }: ComparisonJson): readonly (readonly string[])[] {
  return gap.map(({ cf_value: value, finished, kit, findings }) => [
    displayed({ state: 'value', text: value }, { kind: 'number', unit: 'USD' }, voice.language).text,
    figureIn(voice, finished, RATE),
    figureIn(voice, kit, RATE),
    ...findings.map((one) =>
      figureIn(voice, one, routes.engine.findings.find(({ name }) => name === one.name)?.type ?? RATE),
    ),
  ])
}

function figureIn(voice: Voice, figure: Figure, type: Type): string {
  const { language, names } = voice
  if (figure.state === 'none')
    return displayed({ state: 'none', because: 'not_imposed' }, type, language, { names }).text
  if (figure.state === 'value')
    return displayed({ state: 'value', text: figure.shown }, type, language, { truth: 'met', names }).text
  return displayed({ state: 'undetermined', missing: figure.needs }, type, language, { names, isBrief: true }).text
}

function movedLines(
  setting: Setting,
  { difference, sensitivity, break_even: breakEven }: MovedJson,
): readonly string[] {
  const { routes, voice, words } = setting
  const type = routes.engine.findings.find(({ name }) => name === difference.finding)?.type ?? MONEY
  const amount = (one: Amount | null): string =>
    one === null ? '' : displayed({ state: 'value', text: one.shown }, type, voice.language).text
  const fact = (name: string, text: string): Inked =>
    voice.ink.value(
      displayed(
        { state: 'value', text },
        routes.engine.programme.vocabulary.facts.get(name)?.type ?? MONEY,
        voice.language,
      ).text,
    )
  const [route, than] = [difference.route, difference.than].map((one) => routeName(voice, one)) as [Inked, Inked]
  return [
    ...wrapped(words.moves(words.difference(nameOf(voice, difference.finding), route, than)), WIDTH, 0),
    ...columns(
      // What does not move it is not told.
      sensitivity
        .filter(({ difference_at_low: low, difference_at_high: high }) => low?.value !== high?.value)
        .map(({ assumption, low, high, difference_at_low: atLow, difference_at_high: atHigh }) => [
          nameOf(voice, assumption),
          words.fromTo(fact(assumption, low), fact(assumption, high)),
          amount(atLow),
          amount(atHigh),
        ]),
      2,
      [2, 3],
    ),
    '',
    ...wrapped(words.breakEven, WIDTH, 0),
    ...(breakEven.every(({ crossings }) => crossings.length === 0) ? [`  ${words.neverOvertakes}`] : []),
    ...breakEven
      .filter(({ crossings }) => crossings.length > 0)
      .flatMap(({ fact: name, crossings }) =>
        wrapped(
          t`${nameOf(voice, name)}: ${joined(
            crossings.map(({ from, to, less }) => words.cheaper[less](route, fact(name, from), fact(name, to))),
            voice.words.listSeparator,
          )}`,
          WIDTH,
          2,
          2,
        ),
      ),
  ]
}
