/** Bounds and keys of the vocabulary: some example must be refused by each, and some must lie at the bound itself. */
import type { Engine } from '../determine/determine.ts'
import type { Problem } from '../load/problem.ts'
import type { Fact, LineGroup, Vocabulary } from '../load/vocabulary.ts'
import { add, type Exact, isZero, negate } from '../value/exact.ts'
import { writeQuantity } from '../value/notation.ts'
import { stepOf } from './mutant.ts'
import { failuresOf, type Prepared, prepare } from './run-examples.ts'

interface VocabularyMutant extends Problem {
  /** The fact or the group of lines that is changed: only examples that speak of it can notice. */
  readonly name: string
  readonly vocabulary: Vocabulary
}

/** With `base`, the law without the draft, what the draft repeats is tried where an example of that law tries it. */
export function unnoticedInVocabulary(
  engine: Engine,
  prepared: readonly Prepared[],
  base?: Engine,
): readonly Problem[] {
  const unnoticed = survivors(engine, prepared, mutantsOf(engine.programme.vocabulary))
  if (base === undefined) return unnoticed
  const sentences = new Set(unnoticed.map(({ sentence }) => sentence))
  const same = mutantsOf(base.programme.vocabulary).filter(({ sentence }) => sentences.has(sentence))
  for (const { sentence } of survivors(base, prepare(base, base.programme.examples), same)) sentences.delete(sentence)
  const tried = new Set(same.flatMap(({ sentence }) => (sentences.has(sentence) ? [sentence] : [])))
  return unnoticed.filter(({ sentence }) => !tried.has(sentence))
}

function survivors(
  engine: Engine,
  prepared: readonly Prepared[],
  mutants: readonly VocabularyMutant[],
): readonly VocabularyMutant[] {
  return mutants.filter(({ name, vocabulary }) => {
    const changed = { ...engine, programme: { ...engine.programme, vocabulary } }
    return !prepared.some(
      ({ example }) =>
        Object.hasOwn(example.facts, name) &&
        prepare(changed, [example]).some((one) => failuresOf(changed, one).length > 0),
    )
  })
}

function mutantsOf(vocabulary: Vocabulary): readonly VocabularyMutant[] {
  const facts = [...vocabulary.facts.values()].flatMap((fact) =>
    boundMutants(fact, fact.name, (changed) => ({
      ...vocabulary,
      facts: new Map(vocabulary.facts).set(fact.name, changed),
    })),
  )
  const groups = [...vocabulary.groups.values()].flatMap((group) => {
    const put = (changed: LineGroup): Vocabulary => ({
      ...vocabulary,
      groups: new Map(vocabulary.groups).set(group.name, changed),
    })
    const columns = [...group.columns.values()].flatMap((column) =>
      boundMutants(column, group.name, (changed) =>
        put({ ...group, columns: new Map(group.columns).set(column.name, changed) }),
      ),
    )
    return [...keyMutants(group, put), ...columns]
  })
  return [...facts, ...groups]
}

function keyMutants(group: LineGroup, put: (changed: LineGroup) => Vocabulary): readonly VocabularyMutant[] {
  if (group.key === undefined) return []
  const sentence = `The key '${group.key}' of '${group.name}' is not tried: no example changes when it is left out. Add one with two lines of the same ${group.key}, and 'refuse: second line'.`
  return [{ ...group.at, sentence, name: group.name, vocabulary: put({ ...group, key: undefined }) }]
}

/** Numbers are at least zero unless something else is said, which is no bound of this fact. */
function boundMutants(fact: Fact, name: string, put: (changed: Fact) => Vocabulary): readonly VocabularyMutant[] {
  const { atLeast, atMost, type } = fact
  if (type.kind !== 'number') return []
  const { unit } = type
  const step = stepOf(unit)
  const tried = (key: 'at_least' | 'at_most', bound: Exact, outwards: Exact): readonly VocabularyMutant[] => {
    const beyond = writeQuantity(add(bound, outwards), unit)
    const moved = (by: Exact, wanted: string): VocabularyMutant => ({
      ...fact.at,
      sentence: `'${key}' of '${fact.name}' is not tried: no example changes when it is ${writeQuantity(add(bound, by), unit)}. Add one ${wanted}.`,
      name,
      vocabulary: put({ ...fact, [key === 'at_least' ? 'atLeast' : 'atMost']: add(bound, by) }),
    })
    const words = `${key.replace('_', ' ')} ${writeQuantity(bound, unit)}`
    return [
      moved(outwards, `with ${beyond}, and 'refuse: ${words}'`),
      moved(negate(outwards), `at ${writeQuantity(bound, unit)}`),
    ]
  }
  return [
    ...(atLeast === undefined || isZero(atLeast) ? [] : tried('at_least', atLeast, negate(step))),
    ...(atMost === undefined ? [] : tried('at_most', atMost, step)),
  ]
}
