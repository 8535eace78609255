/** Every fact and every member of a category must make a difference in some example; what only describes need not. */
import type { Engine } from '../determine/determine.ts'
import type { Example, PlainFacts } from '../load/examples.ts'
import type { SourcePlace } from '../load/fields.ts'
import type { Fact, Vocabulary } from '../load/vocabulary.ts'
import { failuresOf, type Prepared, prepare } from './run-examples.ts'

interface Unused {
  readonly at: SourcePlace
  readonly sentence: string
}

/** A place where a value stands in an example's facts: a fact, or a column of one group of lines. */
interface Slot {
  readonly fact: Fact
  readonly group: string | undefined
}

export function slotsOf(vocabulary: Vocabulary): readonly Slot[] {
  const slots: Slot[] = [
    ...[...vocabulary.facts.values()].map((fact) => ({ fact, group: undefined })),
    ...[...vocabulary.groups.values()].flatMap((group) =>
      [...group.columns.values()].map((fact) => ({ fact, group: group.name })),
    ),
  ]
  return slots.filter(({ fact }) => !fact.describes && fact.type.kind !== 'text')
}

export function unusedOf(engine: Engine, prepared: readonly Prepared[], slot: Slot): readonly Unused[] {
  const { fact } = slot
  const matters = (change: (value: unknown) => unknown): boolean =>
    prepared.some(({ example }) => {
      const facts = changed(example.facts, slot, change)
      return facts !== undefined && breaks(engine, { ...example, facts })
    })
  if (!matters(() => undefined)) {
    return [
      {
        at: fact.at,
        sentence: `'${fact.name}' changes nothing in any example. Add one that needs it, or say 'describes: true'.`,
      },
    ]
  }
  if (fact.type.kind !== 'category') return []
  const members = engine.programme.vocabulary.categories.get(fact.type.category)?.members ?? []
  return members.flatMap((member) => {
    const others = members.filter((one) => one !== member)
    const differs =
      others.length === 0 || others.some((other) => matters((value) => (value === member ? other : value)))
    return differs
      ? []
      : [
          {
            at: fact.at,
            sentence: `'${member}' of '${fact.name}' makes no difference in any example. Add one that would come out otherwise for another.`,
          },
        ]
  })
}

function breaks(engine: Engine, example: Example): boolean {
  const [prepared] = prepare(engine, [example])
  return prepared !== undefined && prepared.facts !== undefined && failuresOf(engine, prepared).length > 0
}

/** The facts with that value changed (or left out) wherever it stands; undefined where nothing changed. */
function changed(facts: PlainFacts, slot: Slot, change: (value: unknown) => unknown): PlainFacts | undefined {
  const { name } = slot.fact
  if (slot.group === undefined) {
    if (!Object.hasOwn(facts, name)) return undefined
    const value = change(facts[name])
    return value === facts[name] ? undefined : { ...facts, [name]: value }
  }
  const lines = facts[slot.group]
  if (!Array.isArray(lines)) return undefined
  let any = false
  const changedLines = (lines as readonly unknown[]).map((line) => {
    if (typeof line !== 'object' || line === null || !Object.hasOwn(line, name)) return line
    const given = (line as Record<string, unknown>)[name]
    const value = change(given)
    if (value === given) return line
    any = true
    return { ...line, [name]: value }
  })
  return any ? { ...facts, [slot.group]: changedLines } : undefined
}
