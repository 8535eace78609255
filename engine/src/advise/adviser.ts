/** What a programme says about closing a gap: which lines can be turned into what, and which requirement they are turned for. */
import type { Engine } from '../determine/determine.ts'
import { type FactProblem, type LineValues, readFacts } from '../determine/facts.ts'
import type { TypedProvision } from '../expression/typed.ts'
import type { LineGroup, Vocabulary } from '../load/vocabulary.ts'
import { add, compare, type Exact, multiply, ONE, ZERO } from '../value/exact.ts'
import { isUnsettled, NoValue, type Outcome } from '../value/outcome.ts'
import { writeValue } from '../value/notation.ts'

/** A column, by its place in a line, with what stands in it. */
export interface Cell {
  readonly index: number
  readonly value: Outcome
}

export interface Way {
  /** Lines that say all of this can be turned. */
  readonly from: readonly Cell[]
  /** What they then say. */
  readonly to: readonly Cell[]
}

export interface Adviser {
  readonly requirement: string
  readonly group: string
  /** Columns: lines that agree in them are one part, and are turned together. */
  readonly together: readonly string[]
  /** Columns whose product is the value of a line. */
  readonly value: readonly string[]
  readonly ways: readonly Way[]
}

/** What a line says, in the notation of files: `{ book: imported }`. */
export function readCells(
  { facts, categories }: Vocabulary,
  group: LineGroup,
  line: Readonly<Record<string, string>>,
): { readonly cells: readonly Cell[] } | { readonly problems: readonly FactProblem[] } {
  const read = readFacts({ facts, categories, groups: new Map([[group.name, group]]) }, { [group.name]: [line] })
  if (!read.ok) return { problems: read.problems }
  const [values = []] = read.facts.groups.get(group.name)?.lines ?? []
  const cells = [...group.columns.keys()].flatMap((name, index) => {
    const value = values[index]
    return Object.hasOwn(line, name) && value !== undefined ? [{ index, value }] : []
  })
  return { cells }
}

/** Undefined where the law has no requirement of that name with one outcome. */
export function requirementOf(
  { programme }: Engine,
  { requirement }: Pick<Adviser, 'requirement'>,
): TypedProvision | undefined {
  const found = programme.typed.provisions.get(requirement)
  return found?.source.kind === 'requirement' && found.scope.kind === 'whole' ? found : undefined
}

/** Lines that are turned together. */
export interface Part {
  /** What stands in the columns in which they agree. */
  readonly names: readonly string[]
  readonly lines: readonly number[]
  readonly value: Exact
}

/** The parts that can be turned in a way, in the order of their first lines. */
export function partsIn(engine: Engine, adviser: Adviser, { from, to }: Way, { lines }: LineValues): readonly Part[] {
  const columns = [...(engine.programme.vocabulary.groups.get(adviser.group)?.columns.values() ?? [])]
  const indexOf = (name: string): number => columns.findIndex((column) => column.name === name)
  const together = adviser.together.map((name) => ({ index: indexOf(name), column: columns[indexOf(name)] }))
  const factors = adviser.value.map(indexOf)
  const parts = new Map<string, { readonly names: readonly string[]; readonly lines: number[]; value: Exact }>()
  for (const [nth, line] of lines.entries()) {
    if (!from.every(({ index, value }) => isSame(line[index], value))) continue
    if (to.every(({ index, value }) => isSame(line[index], value))) continue
    const names = together.map(({ index, column }) => {
      const value = line[index]
      return value === undefined || column === undefined || isUnsettled(value) ? '' : writeValue(value, column.type)
    })
    const key = JSON.stringify(names)
    const part = parts.get(key) ?? { names, lines: [], value: ZERO }
    part.lines.push(nth)
    part.value = addTo(part.value, factors, line)
    parts.set(key, part)
  }
  return [...parts.values()]
}

function isSame(a: Outcome | undefined, b: Outcome): boolean {
  if (a === undefined || a instanceof NoValue || b instanceof NoValue) return a === b
  return typeof a === 'object' && typeof b === 'object' ? compare(a, b) === 0 : a === b
}

/** What is not known of a line's value counts for nothing: it orders sets, and decides none. */
function addTo(sum: Exact, factors: readonly number[], line: readonly Outcome[]): Exact {
  let value = ONE
  for (const index of factors) {
    const factor = line[index]
    if (typeof factor !== 'object' || factor instanceof NoValue) return sum
    value = multiply(value, factor)
  }
  return add(sum, value)
}
