import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../determine/determine.ts'
import { readFacts } from '../determine/facts.ts'
import type { Fact } from '../load/vocabulary.ts'
import { add, type Exact, exact, multiply, subtract } from '../value/exact.ts'
import { isUnsettled, NOT_HAPPENED, type Outcome, undetermined } from '../value/outcome.ts'
import { sharedLaw } from '../compare/shared-law.ts'
import { type FindingColumn, runBoth, UNDETERMINED } from './batch.ts'
import { type BatchRow, columnsOf, differences, engineOfFolder, finish, finished, POLICY } from './batch-fixture.ts'
import { columnsFor } from './columns.ts'

const NAMES = readdirSync(POLICY).filter((name) => existsSync(join(POLICY, name, 'programme.yaml')))

/** The cases of the programme's own examples, which lie on both sides of every boundary of its law. */
function rowsOf(engine: Engine): readonly BatchRow[] {
  return engine.programme.examples.flatMap(({ facts, asOf, periodEnd }) => {
    const read = readFacts(engine.programme.vocabulary, facts)
    return read.ok ? [{ facts: read.facts, day: asOf, periodEnd }] : []
  })
}

/** The case with what it lacks taken from others, so that every provision of the law comes to something. */
function completed(engine: Engine, row: BatchRow, others: readonly BatchRow[]): BatchRow {
  const lacks = (outcome: Outcome | undefined): boolean => outcome === undefined || isUnsettled(outcome)
  const whole = row.facts.whole.map((outcome, index) => {
    const donor = lacks(outcome) ? others.find(({ facts }) => !lacks(facts.whole[index])) : undefined
    return donor?.facts.whole[index] ?? outcome
  })
  const groups = new Map(
    [...engine.programme.vocabulary.groups.keys()].map((name) => {
      const donor = others.find(({ facts }) => facts.groups.get(name) !== undefined)
      return [name, row.facts.groups.get(name) ?? donor?.facts.groups.get(name)] as const
    }),
  )
  return { ...row, facts: { whole, groups } }
}

/** What happens to one fact or day of a case: nothing, it goes missing, has not happened, or moves by a small or large step. */
type Change = 'keep' | 'drop' | 'none' | 'up' | 'down' | 'double' | 'long'

const change = fc.constantFrom<Change>('keep', 'keep', 'keep', 'drop', 'none', 'up', 'down', 'double', 'long')

function changed(outcome: Outcome, fact: Fact, path: string, how: Change): Outcome {
  if (how === 'drop') return undetermined(path)
  if (how === 'none' && fact.event) return NOT_HAPPENED
  if (typeof outcome === 'number') return how === 'up' ? outcome + 1 : how === 'down' ? outcome - 1 : outcome
  if (typeof outcome !== 'object' || !('n' in outcome)) return outcome
  return moved(outcome, how, fact.type.kind === 'number' && (fact.type.unit === 'count' || fact.type.unit === 'days'))
}

const STEP = exact(1, 10_000)
const LONG = exact(1, 10n ** 25n)

function moved(value: Exact, how: Change, whole: boolean): Exact {
  const step = whole ? exact(1) : STEP
  if (how === 'up') return add(value, step)
  if (how === 'down') return subtract(value, step)
  if (how === 'double') return multiply(value, exact(2))
  return how === 'long' && !whole ? add(value, LONG) : value
}

function changedRow(engine: Engine, row: BatchRow, changes: readonly Change[], dayShift: number): BatchRow {
  const { vocabulary } = engine.programme
  let next = 0
  const take = (): Change => changes[next++ % changes.length] ?? 'keep'
  const whole = [...vocabulary.facts.values()].map((fact, index) =>
    changed(row.facts.whole[index] as Outcome, fact, fact.name, take()),
  )
  const groups = new Map(
    [...row.facts.groups].map(([name, filed]) => {
      const columns = [...(vocabulary.groups.get(name)?.columns.values() ?? [])]
      if (filed === undefined || take() === 'drop') return [name, undefined] as const
      const lines = filed.lines.map((line, at) =>
        columns.map((fact, index) => changed(line[index] as Outcome, fact, `${name}[${at + 1}].${fact.name}`, take())),
      )
      return [name, { ...filed, lines }] as const
    }),
  )
  return { ...row, facts: { whole, groups }, day: row.day + dayShift }
}

/** Cases of which facts are changed. */
function changedRows(engine: Engine, rows: readonly BatchRow[]): fc.Arbitrary<readonly BatchRow[]> {
  const chosen = fc.record({
    base: fc.nat(rows.length - 1),
    donor: fc.option(fc.nat(rows.length - 1)),
    changes: fc.array(change, { minLength: 1, maxLength: 12 }),
    dayShift: fc.constantFrom(0, 0, 0, 1, -1, 366, -4000),
  })
  const cases = chosen.map(({ base, donor, changes, dayShift }) => {
    const row = rows[base] as BatchRow
    const whole = donor === null ? row : completed(engine, row, rows.slice(donor))
    return changedRow(engine, whole, changes, dayShift)
  })
  return fc.array(cases, { minLength: 1, maxLength: 40 })
}

describe('a release and a draft in one batch', () => {
  const [release, draft] = [engineOfFolder('pk-medmp-2026'), engineOfFolder('pk-medmp-2026', { draft: '2026-02' })]
  const shared = sharedLaw(release.programme, draft.programme) ?? new Set()
  const rows = [...rowsOf(release), ...rowsOf(draft)]

  it('share what the draft leaves alone, and nothing that rests on what it changes', () => {
    const names = ['imported_content', 'localization_rate', 'kit_requirement', 'performance_gate', 'cure_ends_on']
    expect(names.filter((name) => !shared.has(name))).toEqual([])
    const others = ['localization_requirement', 'import_levy', 'import_surcharge', 'licence_suspension', 'customs_duty']
    expect(others.filter((name) => shared.has(name))).toEqual([])
  })

  it('come to what each comes to by itself, whatever the facts are', () => {
    fc.assert(
      fc.property(changedRows(draft, rows), (cases) => {
        const columns = columnsOf(draft, cases)
        const [before, after] = finished(runBoth([release, draft], shared, columns))
        const alone = finish(release, columnsFor(release.programme, draft.programme, columns))
        expect(before.findings.map(plain)).toEqual(alone.findings.map(plain))
        expect(after.findings.map(plain)).toEqual(finish(draft, columns).findings.map(plain))
      }),
      { numRuns: 25 },
    )
  })

  it('share nothing where the later law takes a fact otherwise', () => {
    const { programme } = draft
    const cf_value = programme.vocabulary.facts.get('cf_value') as Fact
    const facts = new Map([...programme.vocabulary.facts, ['cf_value', { ...cf_value, atLeast: exact(1) }]])
    expect(
      sharedLaw(release.programme, { ...programme, vocabulary: { ...programme.vocabulary, facts } }),
    ).toBeUndefined()
    const heading = { ...programme.heading, yearStarts: '01-01' }
    expect(sharedLaw(release.programme, { ...programme, heading })).toBeUndefined()
  })
})

function plain({ provision, values, states, from, reasons }: FindingColumn) {
  const why = [...states.entries()].flatMap(([row, state]) =>
    state >= UNDETERMINED ? [[row, reasons.all[reasons.places[row] as number]]] : [],
  )
  return { name: provision.name, values: [...values], states: [...states], from: [...(from ?? [])], why }
}

describe.each(NAMES)('a batch of %s', (name) => {
  const engine = engineOfFolder(name)
  const rows = rowsOf(engine)

  it('finds for every case of the examples what the exact engine finds', () => {
    expect(rows.length).toBeGreaterThan(5)
    expect(differences(engine, rows)).toEqual([])
  })

  it('finds the same when facts are missing, have not happened, or lie a step beside a boundary', () => {
    fc.assert(
      fc.property(changedRows(engine, rows), (cases) => {
        expect(differences(engine, cases)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('decides most cases with all their facts without the exact engine', () => {
    const complete = rows.map((row, index) => completed(engine, row, [...rows.slice(index), ...rows]))
    expect(differences(engine, complete)).toEqual([])
    const { findings, exactRows } = finish(engine, columnsOf(engine, complete))
    const isOpen = (row: number): boolean => findings.some(({ states }) => (states[row] as number) >= UNDETERMINED)
    const open = complete.filter((_, row) => isOpen(row))
    expect(exactRows - open.length).toBeLessThanOrEqual(complete.length / 2)
  })
})
