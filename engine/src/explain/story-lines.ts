/** The lines behind a sum, a count or an *every*: the largest one by one, the rest exactly together. */
import { add, compare, type Exact, ZERO } from '../value/exact.ts'
import { writeQuantity } from '../value/notation.ts'
import type { Type } from '../value/type.ts'
import type { LineWhy, ProvisionWhy, Why } from './explanation.ts'
import { type Inked, joined, NOTHING, t, withoutControls } from './ink.ts'
import { phrase } from './phrase.ts'
import { outcomeOf } from './said.ts'
import { meetParameters, parametersMet, type ParametersMet, type ParameterUsed } from './story-leaves.ts'
import { formulasOf, withDescendants } from './walk.ts'
import { inLanguage } from './names.ts'
import { countIn, groundsOf, listed, nameOf, readingIn, textIn, valueIn, type Voice } from './voice.ts'
import type { OverWords, State } from './words.ts'

export interface LineTold {
  readonly key: Inked
  /** Of a sum with a condition: the condition in values. */
  readonly condition: Inked | undefined
  readonly values: Inked
  readonly amount: Inked
  readonly state: State | undefined
  /** Where the line stands in the return, and the amounts as they were filed. */
  readonly origin: Inked | undefined
}

export interface LinesTold {
  readonly caption: Inked
  readonly told: readonly LineTold[]
  /** `and 215 more lines: PKR 1,250`. */
  readonly more: Inked | undefined
  readonly leftOut: Inked | undefined
  /** Members that fit the condition and have no line. */
  readonly absent: Inked | undefined
  readonly total: Inked
}

/** A provision that has a value for each line: its ground once, and how often each of its cases was taken. */
export interface PerLine {
  readonly name: string
  readonly title: Inked
  readonly summary: Inked | undefined
  readonly grounds: readonly Inked[]
  readonly quotation: Inked | undefined
  readonly reading: Inked | undefined
  readonly cases: readonly { readonly words: Inked; readonly count: Inked }[]
  readonly parameters: readonly ParameterUsed[]
}

type Gathered = Extract<Why, { kind: 'aggregate' | 'every_met' }>

export interface LinesOptions {
  /** How many lines are told one by one. */
  readonly lines: number | 'all'
  /** Where a fact comes from, such as a cell of the return. */
  readonly originsOf: (path: string) => readonly string[]
}

export function linesIn(voice: Voice, why: Gathered, options: LinesOptions): LinesTold | undefined {
  const most = options.lines
  if (why.said.state === 'not_needed') return undefined
  const all = why.kind === 'aggregate' ? why.lines : why.each
  const counted = all.filter((line) => !isFalse(line.where))
  const ordered =
    why.kind === 'every_met'
      ? failingFirst(counted)
      : why.operator === 'count' || !all.some(isNamed)
        ? counted
        : byAmount(counted, why.operator === 'min')
  const told = most === 'all' || ordered.length <= most + 1 ? ordered : ordered.slice(0, most)
  const rest = ordered.slice(told.length)
  const { words } = voice
  const out = all.filter((line) => isFalse(line.where))
  const over = words.over[why.over_kind]
  return {
    caption: words.captioned(
      nameOf(voice, why.over, why.over_label),
      over.counted(countIn(voice, all.length), all.length === 1),
    ),
    told: [
      ...told.map((line) => lineIn(voice, line, why.over, options)),
      ...out
        .slice(0, most === 'all' ? out.length : Math.max(0, most - told.length))
        .map((line) => leftOutIn(voice, line, why.over)),
    ],
    more: rest.length === 0 ? undefined : restIn(voice, why, rest),
    leftOut: out.length === 0 ? undefined : over.leftOut(countIn(voice, out.length), out.length === 1),
    absent:
      why.kind === 'every_met' || why.absent.length === 0
        ? undefined
        : words.absent(
            listed(
              voice,
              why.absent.map((one) => nameOf(voice, one.key, one.label)),
            ),
          ),
    total: why.kind === 'every_met' ? phrase(voice, why, 'values') : valueIn(voice, why.said, why.type),
  }
}

function isFalse(why: Why | undefined): boolean {
  return why?.said.state === 'value' && why.said.text === 'false'
}

/** Lines without a key are called by their number, and stay in the order in which they were filed. */
function isNamed(line: LineWhy, index: number): boolean {
  return line.key !== String(index + 1)
}

function urgency(line: LineWhy): number {
  return isFalse(line.of) ? 0 : line.of?.said.state === 'value' ? 2 : 1
}

function failingFirst(lines: readonly LineWhy[]): readonly LineWhy[] {
  return lines.toSorted((a, b) => urgency(a) - urgency(b))
}

function amountOf(line: LineWhy): Exact | undefined {
  const outcome = line.of === undefined ? undefined : outcomeOf(line.of.said, line.of.type)
  return typeof outcome === 'object' && 'n' in outcome ? outcome : undefined
}

/** What cannot be said comes first, since it stops everything; then the largest, or the least. */
function byAmount(lines: readonly LineWhy[], isAscending: boolean): readonly LineWhy[] {
  const sign = isAscending ? -1 : 1
  return lines
    .map((line) => ({
      line,
      amount: amountOf(line),
      unsettled: line.of?.said.state === 'undetermined' || line.of?.said.state === 'refused',
    }))
    .toSorted((a, b) => Number(b.unsettled) - Number(a.unsettled) || sign * compare(b.amount ?? ZERO, a.amount ?? ZERO))
    .map(({ line }) => line)
}

function lineIn(voice: Voice, line: LineWhy, over: string, { originsOf }: LinesOptions): LineTold {
  const key = keyIn(voice, line, over)
  const origin = originIn(voice, line, originsOf)
  const { of } = line
  const condition = line.where === undefined ? undefined : phrase(voice, line.where, 'values')
  if (of === undefined) return { key, condition, values: t``, amount: t``, state: undefined, origin }
  const state =
    of.type.kind !== 'boolean'
      ? undefined
      : of.said.state === 'value'
        ? of.said.text === 'true'
          ? 'met'
          : 'not_met'
        : of.said.state
  return {
    key,
    condition,
    values: lineValues(voice, of),
    amount: valueIn(voice, of.said, of.type, 'met'),
    state,
    origin,
  }
}

function keyIn(voice: Voice, line: LineWhy, over: string): Inked {
  if (line.label !== undefined) return nameOf(voice, line.key, line.label)
  // A key that is put together from columns holds the members of their categories as they are in the file.
  const pieces = withoutControls(line.key).split(/(?<=[(,]\s*)(\w+)(?=\s*[,)])/)
  const told = pieces.map((piece, index) => {
    const word = index % 2 === 1 ? memberOfColumn(voice, over, piece) : undefined
    return word === undefined ? { piece, isWord: false } : { piece: word, isWord: true }
  })
  if (!told.some((one) => one.isWord)) return voice.ink.name(withoutControls(line.key))
  // A word that runs the other way must not turn the dates beside it around.
  const { ink } = voice
  return ink.formula(
    joined(
      told.map(({ piece, isWord }) => (isWord ? ink.value(piece) : ink.plain(piece))),
      NOTHING,
    ),
  )
}

function memberOfColumn(voice: Voice, group: string, member: string): string | undefined {
  const { labels, members } = voice.names
  const found = [...members].find(([name]) => {
    const [category = '', called] = name.split('.')
    return called === member && labels.has(`${group}.${category}`)
  })
  return found === undefined ? undefined : inLanguage(found[1], voice.language, member)
}

/** The places of the facts that the line itself used: `Parts!36, USD 28 × 280 (2026-07-05, SBP)`. */
function originIn(voice: Voice, line: LineWhy, originsOf: (path: string) => readonly string[]): Inked | undefined {
  const { of, where } = line
  const here = of?.kind === 'provision' && of.here !== undefined ? formulasOf(of.here) : []
  const formulas = [where, of, ...here].filter((one) => one !== undefined)
  const places = formulas
    .flatMap(withDescendants)
    .flatMap((why) => (why.kind === 'fact' && why.path !== why.name ? originsOf(why.path) : []))
  if (places.length === 0) return undefined
  const told = [...new Set(places)].map((place) => voice.ink.name(withoutControls(place)))
  return voice.words.origin(listed(voice, told))
}

function leftOutIn(voice: Voice, line: LineWhy, over: string): LineTold {
  const condition = line.where === undefined ? undefined : phrase(voice, line.where, 'values')
  return {
    key: keyIn(voice, line, over),
    condition,
    values: t``,
    amount: voice.words.states.fails,
    state: 'fails',
    origin: undefined,
  }
}

/** A line's requirement shows what it compared, since its outcome alone explains nothing. */
function lineValues(voice: Voice, of: Why): Inked {
  const requires = of.kind === 'provision' ? of.here?.requires : undefined
  return phrase(voice, requires ?? of, 'values')
}

function restIn(voice: Voice, why: Gathered, rest: readonly LineWhy[]): Inked {
  const { words } = voice
  const count = words.over[why.over_kind].counted(countIn(voice, rest.length), rest.length === 1)
  if (why.kind === 'every_met' || why.operator !== 'sum' || why.said.state !== 'value') return words.moreOnly(count)
  const sum = rest.reduce((total, line) => add(total, amountOf(line) ?? ZERO), ZERO)
  return words.more(count, valueIn(voice, { state: 'value', text: writeQuantity(sum, unitOf(why.type)) }, why.type))
}

function unitOf(type: Type): string {
  return type.kind === 'number' ? type.unit : 'number'
}

/** What the lines had in common, and in what they differed: of thousands none is kept but the first of its kind. */
interface Collected {
  readonly over: Inked
  readonly overWords: OverWords
  readonly first: ProvisionWhy
  readonly patterns: Map<string, { readonly why: ProvisionWhy; count: number }>
  readonly parameters: ParametersMet
  /** Lines that have been met: a line may use the same provision twice. */
  readonly seen: Set<string>
}

/** The provisions that were computed line by line under these formulas, also those that such a provision uses in turn. */
export function perLineIn(voice: Voice, formulas: readonly Why[]): readonly PerLine[] {
  const found = new Map<string, Collected>()
  for (const why of formulas.flatMap(withDescendants)) {
    if (why.kind !== 'aggregate' && why.kind !== 'every_met') continue
    const over = { over: nameOf(voice, why.over, why.over_label), overWords: voice.words.over[why.over_kind] }
    for (const line of why.kind === 'aggregate' ? why.lines : why.each) {
      for (const one of [line.where, line.of]) if (one !== undefined) collect(found, over, line.key, one)
    }
  }
  return [...found.values()].map((one) => perLineOf(voice, one))
}

function collect(
  found: Map<string, Collected>,
  over: Pick<Collected, 'over' | 'overWords'>,
  key: string,
  formula: Why,
): void {
  for (const why of withDescendants(formula)) {
    if (why.kind !== 'provision' || why.here === undefined) continue
    const met = found.get(why.name)
    const entry: Collected = met ?? {
      ...over,
      first: why.here,
      patterns: new Map(),
      parameters: new Map(),
      seen: new Set(),
    }
    found.set(why.name, entry)
    if (entry.seen.has(key)) continue
    entry.seen.add(key)
    const pattern = `${why.here.cases.length} ${why.here.cases.at(-1)?.amount === undefined}`
    const known = entry.patterns.get(pattern)
    if (known === undefined) entry.patterns.set(pattern, { why: why.here, count: 1 })
    else known.count += 1
    meetParameters(entry.parameters, formulasOf(why.here))
    for (const inner of formulasOf(why.here)) collect(found, over, key, inner)
  }
}

function perLineOf(voice: Voice, { over, overWords, first, patterns, parameters }: Collected): PerLine {
  const { words } = voice
  return {
    name: first.name,
    title: overWords.per(nameOf(voice, first.name, first.label), over),
    summary: first.summary === undefined ? undefined : textIn(voice, first.summary),
    grounds: groundsOf(voice, first),
    quotation: first.quotation === undefined ? undefined : words.quotes(voice.ink.plain(first.quotation)),
    reading: first.reading === undefined ? undefined : readingIn(voice, first.reading),
    cases: [...patterns.values()].map(({ why, count }) => ({
      words: caseWords(voice, why),
      count: overWords.counted(countIn(voice, count), count === 1),
    })),
    parameters: parametersMet(voice, parameters),
  }
}

/** The case that was taken, or what is required, in words. */
function caseWords(voice: Voice, why: ProvisionWhy): Inked {
  const { words } = voice
  if (why.requires !== undefined) return phrase(voice, why.requires, 'words')
  const taken = why.cases.at(-1)
  if (taken?.amount === undefined) return words.states.not_needed
  const amount = phrase(voice, taken.amount, 'words')
  if (taken.when === undefined && why.cases.length === 1) return amount
  return words.leadsTo(taken.when === undefined ? words.caseOtherwise : phrase(voice, taken.when, 'words'), amount)
}
