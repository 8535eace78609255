/** The parameters and the facts that a formula used, each once. */
import type { Why } from './explanation.ts'
import { type Inked, sentenceStart, withoutControls } from './ink.ts'
import { phrase } from './phrase.ts'
import { withDescendants } from './walk.ts'
import { dayIn, listed, nameOf, readingIn, sourceIn, standingIn, textIn, valueIn, type Voice } from './voice.ts'

export interface ParameterUsed {
  readonly key: string
  readonly name: Inked
  readonly value: Inked
  /** Row, standing, source, until when it is known, what it corrects. */
  readonly notes: readonly Inked[]
  readonly reading: Inked | undefined
}

export interface FactUsed {
  readonly path: string
  readonly name: Inked
  readonly value: Inked
  readonly origin: Inked | undefined
}

type ParameterNode = Extract<Why, { kind: 'parameter' }>

/** Parameters that were met, each row and cell of one once. */
export type ParametersMet = Map<string, ParameterNode>

export function meetParameters(met: ParametersMet, formulas: readonly Why[]): void {
  for (const why of formulas.flatMap(withDescendants)) {
    if (why.kind !== 'parameter' || why.said.state === 'not_needed') continue
    const key = [why.name, why.row ?? '', why.cell ?? '', why.said.state].join('\n')
    if (!met.has(key)) met.set(key, why)
  }
}

export function parametersMet(voice: Voice, met: ParametersMet): readonly ParameterUsed[] {
  return [...met.values()].map((why) => parameterIn(voice, why))
}

export function parametersIn(voice: Voice, formulas: readonly Why[]): readonly ParameterUsed[] {
  const met: ParametersMet = new Map()
  meetParameters(met, formulas)
  return parametersMet(voice, met)
}

function parameterIn(voice: Voice, why: ParameterNode): ParameterUsed {
  const { words } = voice
  const label = nameOf(voice, why.name, why.label)
  const keys = why.keys.map((key) => valueIn(voice, key.said, key.type, 'yes'))
  const source = why.standing.source === undefined ? [] : [sourceIn(voice, why.standing.source)]
  const end = (why.end.kind === 'good_until' ? words.goodUntil : words.seenOn)(dayIn(voice, why.end.day))
  const announced = why.announced_for === undefined ? [] : [words.announcedFor(dayIn(voice, why.announced_for))]
  const time =
    why.row === undefined
      ? sentenceStart(end)
      : listed(voice, [words.fromDay(dayIn(voice, why.row)), ...announced, end])
  const reason = why.reason === undefined ? voice.ink.plain('') : textIn(voice, why.reason)
  const corrects = why.corrects === undefined ? [] : [words.corrects(voice.ink.value(why.corrects), reason)]
  const isNone = why.said.state === 'none' && why.said.because === 'not_imposed'
  return {
    // A reading may be that of one row or cell, and is told where it is used first.
    key: why.reading === undefined ? why.name : `${why.name}\n${JSON.stringify(why.reading)}`,
    name: keys.length === 0 ? label : words.keyed(label, listed(voice, keys)),
    value: isNone ? words.cellNone : valueIn(voice, why.said, why.type, 'yes'),
    notes: [...readOn(voice, why), time, standingIn(voice, why.standing), ...source, ...corrects],
    reading: why.reading === undefined ? undefined : readingIn(voice, why.reading),
  }
}

/** On which day the table was read and why, where that is not the day of the assessment as such. */
function readOn(voice: Voice, { on }: ParameterNode): readonly Inked[] {
  if (on?.said.state !== 'value') return []
  return [voice.words.readOn(valueIn(voice, on.said, on.type), phrase(voice, on, 'words'))]
}

export function factsIn(
  voice: Voice,
  formulas: readonly Why[],
  originsOf: (path: string) => readonly string[],
): readonly FactUsed[] {
  const found = new Map<string, FactUsed>()
  for (const why of formulas.flatMap(withDescendants)) {
    if (why.kind !== 'fact' || found.has(why.path)) continue
    const origins = originsOf(why.path).map((origin) => voice.ink.name(withoutControls(origin)))
    found.set(why.path, {
      path: why.path,
      name: nameOf(voice, why.name, why.label),
      value: valueIn(voice, why.said, why.type, 'yes'),
      origin: origins.length === 0 ? undefined : voice.words.origin(listed(voice, origins)),
    })
  }
  return [...found.values()]
}
