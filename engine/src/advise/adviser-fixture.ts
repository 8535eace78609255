/** Advisers as a programme states them, and every set of parts tried in its facts as they are written. */
import { determine, type Engine, engineOf, findingOf } from '../determine/determine.ts'
import { factsFor } from '../lamps-fixture.ts'
import { loadProgramme } from '../load/programme.ts'
import { policyFiles } from '../policy-fixture.ts'
import { type Advice, advise } from './advise.ts'
import { type Adviser, type Cell, readCells } from './adviser.ts'

export function shipped(programme: string): Engine {
  const loaded = loadProgramme(policyFiles(programme))
  if (!loaded.ok) throw new Error(`${programme} does not load`)
  return engineOf(loaded.programme)
}

type Line = Readonly<Record<string, string | number>>

/** As an adviser is written: a way says what a line that can be turned says, and what it says then. */
export interface WrittenAdviser extends Omit<Adviser, 'ways'> {
  readonly ways: readonly { readonly from: Line; readonly to: Line }[]
}

function adviserFor(engine: Engine, { ways, ...written }: WrittenAdviser): Adviser {
  return { ...written, ways: ways.map(({ from, to }) => ({ from: cells(from), to: cells(to) })) }

  function cells(line: Line): readonly Cell[] {
    const { vocabulary } = engine.programme
    const group = vocabulary.groups.get(written.group)
    if (group === undefined) throw new Error(`there are no lines '${written.group}'`)
    const texts = Object.fromEntries(Object.entries(line).map(([name, value]) => [name, String(value)]))
    const read = readCells(vocabulary, group, texts)
    if ('problems' in read) throw new Error(read.problems.map((one) => one.sentence).join('\n'))
    return read.cells
  }
}

export interface Case {
  readonly facts: Readonly<Record<string, unknown>>
  readonly day: number
}

export function adviceOn(engine: Engine, written: WrittenAdviser, { facts, day }: Case): Advice {
  return advise(engine, adviserFor(engine, written), factsFor(engine, facts), { day, periodEnd: day })
}

/** Every smallest set of names that meets the requirement, found by writing the facts anew for each set there is. */
export function smallestSets(
  engine: Engine,
  { requirement, group, together, ways }: WrittenAdviser,
  { facts, day }: Case,
): readonly string[] {
  const lines = facts[group] as readonly Line[]
  const nameOf = (line: Line): string => together.map((name) => line[name]).join(' ')
  const found = ways.flatMap(({ from, to }) => {
    const canTurn = (line: Line): boolean => Object.entries(from).every(([name, value]) => line[name] === value)
    const names = [...new Set(lines.filter(canTurn).map(nameOf))]
    return subsets(names).flatMap((set) => {
      const turned = lines.map((line) => (canTurn(line) && set.includes(nameOf(line)) ? { ...line, ...to } : line))
      const assessment = determine(engine, factsFor(engine, { ...facts, [group]: turned }), day, { periodEnd: day })
      return findingOf(assessment, requirement)?.outcome === true ? [set] : []
    })
  })
  const least = Math.min(...found.map((set) => set.length))
  return [...new Set(found.filter((set) => set.length === least).map((set) => set.toSorted().join(' + ')))].toSorted()
}

function subsets(names: readonly string[]): readonly (readonly string[])[] {
  return names.reduce<readonly (readonly string[])[]>(
    (sets, name) => [...sets, ...sets.map((one) => [...one, name])],
    [[]],
  )
}
