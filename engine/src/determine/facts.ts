/** Facts as the engine computes with them, read from plain data in the notation of files. */
import { type Fact, type LineGroup, type Vocabulary } from '../load/vocabulary.ts'
import { didYouMean } from '../load/problem.ts'
import { noSuchDay, parseDay } from '../value/date.ts'
import { compare, type Exact } from '../value/exact.ts'
import { parseQuantity, writeQuantity, writeValue } from '../value/notation.ts'
import { isUnsettled, NOT_HAPPENED, NoValue, type Outcome, undetermined } from '../value/outcome.ts'
import { describeType } from '../value/type.ts'

export interface LineValues {
  /** By line, then by column in the order of the vocabulary. */
  readonly lines: readonly (readonly Outcome[])[]
  /** What each line is called: the value of the group's key, or its number. */
  readonly keys: readonly string[]
}

export interface Facts {
  /** In the order of the vocabulary. */
  readonly whole: readonly Outcome[]
  /** A group that was left out is undetermined. */
  readonly groups: ReadonlyMap<string, LineValues | undefined>
}

/** `path` is the fact's name: `parts[3].unit_value`, lines counted from 1. */
export interface FactProblem {
  readonly path: string
  readonly sentence: string
  /** The sentence in Urdu. */
  readonly ur: string
}

export type FactsRead =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly problems: readonly FactProblem[] }

/**
 * Facts that are values already, each of the kind that its fact has: a return has them from its cells, and need not write them down to
 * have them read. What is left out is not known.
 */
export interface GivenFacts {
  readonly whole: ReadonlyMap<string, Outcome>
  readonly groups: ReadonlyMap<string, GivenLines>
}

export interface GivenLines {
  /** Which column of the group stands where in a line. */
  readonly columns: readonly string[]
  readonly lines: readonly (readonly (Outcome | undefined)[])[]
}

export const MOST_LINES = 100_000
const NOTHING_GIVEN: GivenFacts = { whole: new Map(), groups: new Map() }

/** Refuses unknown names, values in another unit or out of bounds, and a second line with the same key. What is given is not read. */
export function readFacts(vocabulary: Vocabulary, input: unknown, given: GivenFacts = NOTHING_GIVEN): FactsRead {
  const problems: FactProblem[] = []
  if (!isRecord(input))
    return {
      ok: false,
      problems: [
        { path: '', sentence: 'Facts are a mapping of names to values.', ur: 'حقائق نام اور ان کی قدریں ہیں۔' },
      ],
    }
  const known = [...vocabulary.facts.keys(), ...vocabulary.groups.keys()]
  for (const name of Object.keys(input)) {
    if (!vocabulary.facts.has(name) && !vocabulary.groups.has(name)) {
      problems.push({
        path: name,
        sentence: `The programme has no fact '${name}'.${didYouMean(name, known)}`,
        ur: `پروگرام میں '${name}' نام کی کوئی حقیقت نہیں۔${didYouMean(name, known, 'ur')}`,
      })
    }
  }
  const whole = [...vocabulary.facts.values()].map((fact) => {
    const value = given.whole.get(fact.name)
    return value === undefined
      ? readValue(vocabulary, fact, own(input, fact.name), fact.name, problems)
      : held(fact, value, () => fact.name, problems)
  })
  const groups = new Map<string, LineValues | undefined>()
  for (const group of vocabulary.groups.values()) {
    const values = given.groups.get(group.name)
    const written = own(input, group.name) ?? (group.optional ? [] : undefined)
    if (values !== undefined) groups.set(group.name, holdLines(group, values, problems))
    else groups.set(group.name, written === undefined ? undefined : readLines(vocabulary, group, written, problems))
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts: { whole, groups } }
}

/** The facts in canonical notation, for hashing and exchange. What was left out stays out. */
export function plainFacts(vocabulary: Vocabulary, facts: Facts): Readonly<Record<string, unknown>> {
  const plain = plainValues(inOrder(vocabulary.facts), facts.whole)
  for (const group of vocabulary.groups.values()) {
    const columns = inOrder(group.columns)
    const values = facts.groups.get(group.name)
    if (values !== undefined) plain[group.name] = values.lines.map((line) => plainValues(columns, line))
  }
  return Object.fromEntries(Object.entries(plain).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

type Known = readonly (readonly [number, Fact])[]

/** The facts by name, which is their canonical order, each with its place in the vocabulary. */
function inOrder(known: ReadonlyMap<string, Fact>): Known {
  return [...known.values()]
    .map((fact, index) => [index, fact] as const)
    .toSorted(([, a], [, b]) => (a.name < b.name ? -1 : 1))
}

function plainValues(known: Known, values: readonly Outcome[]): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const [index, fact] of known) {
    const value = values[index]
    if (value !== undefined && !isUnsettled(value)) plain[fact.name] = writeValue(value, fact.type)
  }
  return plain
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function readLines(vocabulary: Vocabulary, group: LineGroup, given: unknown, problems: FactProblem[]): LineValues {
  const columns = [...group.columns.values()]
  if (!Array.isArray(given)) {
    problems.push({
      path: group.name,
      sentence: `'${group.name}' is a list of lines.`,
      ur: `'${group.name}' سطروں کی فہرست ہے۔`,
    })
    return { lines: [], keys: [] }
  }
  const read = (line: unknown, index: number): readonly Outcome[] | undefined => {
    const path = `${group.name}[${index + 1}]`
    if (!isRecord(line)) {
      problems.push({
        path,
        sentence: 'A line is a mapping of columns to values.',
        ur: 'سطر میں کالموں کے نام اور ان کی قدریں ہوتی ہیں۔',
      })
      return undefined
    }
    for (const name of Object.keys(line)) {
      if (!group.columns.has(name))
        problems.push({
          path: `${path}.${name}`,
          sentence: `'${group.name}' has no column '${name}'.${didYouMean(name, group.columns.keys())}`,
          ur: `'${group.name}' میں '${name}' نام کا کوئی کالم نہیں۔${didYouMean(name, group.columns.keys(), 'ur')}`,
        })
    }
    return columns.map((column) =>
      readValue(vocabulary, column, own(line, column.name), `${path}.${column.name}`, problems),
    )
  }
  return keyed(group, given as readonly unknown[], read, problems)
}

function holdLines(group: LineGroup, { columns, lines }: GivenLines, problems: FactProblem[]): LineValues {
  const places = [...group.columns.values()].map((column) => ({ column, at: columns.indexOf(column.name) }))
  const hold = (line: GivenLines['lines'][number], index: number): readonly Outcome[] =>
    places.map(({ column, at }) => {
      const path = (): string => `${group.name}[${index + 1}].${column.name}`
      const value = at === -1 ? undefined : line[at]
      return value === undefined ? undetermined(path()) : held(column, value, path, problems)
    })
  return keyed(group, lines, hold, problems)
}

/** The lines as they are read, each by its own key. */
function keyed<Line>(
  group: LineGroup,
  given: readonly Line[],
  read: (line: Line, index: number) => readonly Outcome[] | undefined,
  problems: FactProblem[],
): LineValues {
  const lines: (readonly Outcome[])[] = []
  const keys: string[] = []
  if (given.length > MOST_LINES) {
    problems.push({
      path: group.name,
      sentence: `'${group.name}' has ${given.length} lines; at most ${MOST_LINES} are taken.`,
      ur: `'${group.name}' میں ${given.length} سطریں ہیں؛ زیادہ سے زیادہ ${MOST_LINES} لی جاتی ہیں۔`,
    })
    return { lines, keys }
  }
  const keyIndex = group.key === undefined ? -1 : [...group.columns.keys()].indexOf(group.key)
  const column = group.key === undefined ? undefined : group.columns.get(group.key)
  const seen = new Map<string, number>()
  for (const [index, line] of given.entries()) {
    const values = read(line, index)
    if (values === undefined) continue
    const key = column === undefined ? undefined : keyOf(values[keyIndex], column)
    const first = key === undefined ? undefined : seen.get(key)
    if (first !== undefined)
      problems.push({
        path: `${group.name}[${index + 1}]`,
        sentence: `A second line for '${key}'; the first is ${group.name}[${first}].`,
        ur: `'${key}' کی دوسری سطر؛ پہلی ${group.name}[${first}] ہے۔`,
      })
    else if (key !== undefined) seen.set(key, index + 1)
    lines.push(values)
    keys.push(key ?? String(index + 1))
  }
  return { lines, keys }
}

/** What the line is called; undefined where its key is missing or none. */
function keyOf(value: Outcome | undefined, column: Fact): string | undefined {
  return value === undefined || value instanceof NoValue ? undefined : writeValue(value, column.type)
}

function readValue(vocabulary: Vocabulary, fact: Fact, given: unknown, path: string, problems: FactProblem[]): Outcome {
  if (given === undefined) return undetermined(path)
  const text = textOf(given)
  if (text === 'none' && fact.event) return NOT_HAPPENED
  const value = text === undefined || text === 'none' ? undefined : parseFact(vocabulary, fact, text)
  if (value !== undefined) return held(fact, value, () => path, problems)
  problems.push({ path, ...unread(vocabulary, fact, text) })
  return undetermined(path)
}

/** The value, where it lies within the bounds of its fact. */
function held(fact: Fact, value: Outcome, path: () => string, problems: FactProblem[]): Outcome {
  const said = outOfBounds(fact, value)
  if (said === undefined) return value
  problems.push({ path: path(), ...said })
  return undetermined(path())
}

type Sentences = Omit<FactProblem, 'path'>

function unread(vocabulary: Vocabulary, fact: Fact, text: string | undefined): Sentences {
  const sample = sampleOf(vocabulary, fact)
  if (text === undefined)
    return {
      sentence: `A value is a text such as ${sample}; a number with a fraction is written as text, so that nothing is lost.`,
      ur: `قدر متن کی صورت میں لکھی جاتی ہے، جیسے ${sample}؛ کسری عدد بھی متن کے طور پر، تاکہ کچھ ضائع نہ ہو۔`,
    }
  if (text === 'none')
    return {
      sentence: `'${fact.name}' cannot be none: only an event can be known not to have happened.`,
      ur: `'${fact.name}' کی قدر none نہیں ہو سکتی: صرف کسی واقعے کے بارے میں معلوم ہو سکتا ہے کہ وہ پیش نہیں آیا۔`,
    }
  const written = text.slice(0, 60)
  return {
    sentence: `'${written}' is not ${describeType(fact.type)}${fact.type.kind === 'date' ? noSuchDay(text) : ''}. Write it like ${sample}.`,
    ur: `'${written}' یہاں نہیں لکھا جا سکتا۔ اس طرح لکھیں: ${sample}۔`,
  }
}

/** What is wrong with a value that lies outside the bounds of its fact. */
function outOfBounds({ name, label, type, atLeast, atMost }: Fact, value: Outcome): Sentences | undefined {
  if (type.kind !== 'number' || typeof value !== 'object' || !('n' in value)) return undefined
  const called = (said: string | undefined): string => (said === undefined ? `'${name}'` : `${said} ('${name}')`)
  const say = (limit: string, ur: string, bound: Exact): Sentences => {
    const [most, given] = [bound, value].map((one) => writeQuantity(one, type.unit))
    return {
      sentence: `${called(label?.en)} is ${limit} ${most}; this is ${given}.`,
      ur: `${called(label?.ur)} ${ur} ${most} ہے؛ یہاں ${given} ہے۔`,
    }
  }
  if (atLeast !== undefined && compare(value, atLeast) < 0) return say('at least', 'کم سے کم', atLeast)
  if (atMost !== undefined && compare(value, atMost) > 0) return say('at most', 'زیادہ سے زیادہ', atMost)
  return undefined
}

/** Whole numbers and conditions may come as JSON's own; a fraction may not, since JSON numbers are binary in most programs. */
function textOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given.length <= 1000 && given.isWellFormed() ? given.trim() : undefined
  if (typeof given === 'boolean') return String(given)
  return Number.isSafeInteger(given) ? String(given) : undefined
}

function parseFact(vocabulary: Vocabulary, fact: Fact, text: string): Outcome | undefined {
  switch (fact.type.kind) {
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined
    case 'text':
      return text
    case 'date':
      return parseDay(text)
    case 'category':
      return vocabulary.categories.get(fact.type.category)?.members.includes(text) === true ? text : undefined
    case 'number':
    case 'calendar':
      return parseQuantity(text, fact.type.unit)
  }
}

/** How a value of the fact is written: `PKR 84.50`, or every member of a category. */
export function sampleOf(vocabulary: Vocabulary, fact: Fact): string {
  switch (fact.type.kind) {
    case 'boolean':
      return 'true or false'
    case 'text':
      return 'a text'
    case 'date':
      return '2027-06-30'
    case 'category':
      return (vocabulary.categories.get(fact.type.category)?.members ?? []).join(', ')
    case 'calendar':
      return `2 ${fact.type.unit}`
    case 'number': {
      const { unit } = fact.type
      if (unit === 'percent') return '10%'
      if (unit === 'count' || unit === 'number') return '12'
      if (unit === 'days') return '90 days'
      const [over = '', under] = unit.split(' per ')
      return under === undefined ? `${over} 84.50` : `${over} 280 per ${under}`
    }
  }
}
