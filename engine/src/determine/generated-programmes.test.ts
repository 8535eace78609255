import { assert } from 'fast-check'
import * as fc from 'fast-check'
import { Fraction } from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { explainAll } from '../explain/explain.ts'
import { recompute } from '../explain/recompute.ts'
import { nodesOf, formulasOf } from '../expression/walk-typed.ts'
import { generatedProgramme, type GeneratedProgramme } from '../generated-programme-fixture.ts'
import { dayFor, engineFrom, factsFor, SEED } from '../lamps-fixture.ts'
import { formatProblem } from '../load/problem.ts'
import { loadProgramme } from '../load/programme.ts'
import { oracle, type Said } from '../oracle-fixture.ts'
import { NoValue, type Outcome } from '../value/outcome.ts'
import { type Assessment, determine } from './determine.ts'
import { plainFacts, readFacts } from './facts.ts'

const RUNS = 1000
/** Law is long to shrink: the failing one is shown as it was found. */
const settings = { seed: SEED, endOnFailure: true }

function assessed({ files, facts, asOf }: GeneratedProgramme): Assessment {
  const engine = engineFrom(files)
  return determine(engine, factsFor(engine, facts), dayFor(asOf))
}

/** Both in one form: a fraction in lowest terms, a day's number, a word, what is missing. */
function ours(outcome: Outcome): string {
  if (outcome instanceof NoValue) {
    if (outcome.kind === 'refused') return 'refused'
    return outcome.kind === 'undetermined' ? `needs ${[...outcome.missing].toSorted().join(', ')}` : 'none'
  }
  if (typeof outcome === 'object') return new Fraction(BigInt(outcome.n), BigInt(outcome.d)).toFraction()
  return String(outcome)
}

function theirs(said: Said): string {
  switch (said.kind) {
    case 'value':
      return said.value instanceof Fraction ? said.value.toFraction() : String(said.value)
    case 'day':
      return String(said.value)
    case 'event':
    case 'cell':
      return 'none'
    case 'lacking':
      return said.refused ? 'refused' : `needs ${[...said.missing].toSorted().join(', ')}`
  }
}

describe(`any programme over the whole grammar (seed ${SEED})`, () => {
  it('comes to what a naive interpreter over rationals comes to, finding by finding', () => {
    assert(
      fc.property(generatedProgramme, (generated) => {
        const expected = oracle(generated.files, generated.facts, generated.asOf)
        const { findings } = assessed(generated)
        expect(findings.map((one) => [one.provision.name, ours(one.outcome), one.from])).toEqual(
          [...expected].map(([name, { said, from }]) => [name, theirs(said), from]),
        )
      }),
      { ...settings, numRuns: RUNS },
    )
  })

  it('explains itself into what recomputes to the same', () => {
    assert(
      fc.property(generatedProgramme, (generated) => {
        const assessment = assessed(generated)
        const applied = JSON.parse(JSON.stringify(explainAll(assessment))) as ReturnType<typeof explainAll>
        const { vocabulary } = assessment.engine.programme
        const facts = plainFacts(vocabulary, assessment.run.facts)
        expect(recompute(applied, { facts })).toEqual({ same: true })
      }),
      { ...settings, numRuns: RUNS / 4 },
    )
  })

  it('with a word dropped, doubled, or put in the place of another, loads or is refused at a place with a sentence', () => {
    let refused = 0
    const edit = fc.record({ at: fc.nat(), other: fc.nat(), how: fc.constantFrom('drop', 'swap', 'double') })
    assert(
      fc.property(generatedProgramme, edit, ({ files, facts, asOf }, { at, other, how }) => {
        const path = [...files.keys()][at % files.size] ?? ''
        const words = (files.get(path) ?? '').split(/(\b)/)
        const places = words.flatMap((word, index) => (/\S/.test(word) ? [index] : []))
        const [place = 0, from = 0] = [places[at % places.length], places[other % places.length]]
        words[place] = how === 'drop' ? '' : how === 'swap' ? (words[from] ?? '') : `${words[place]} ${words[from]}`
        const mutated = new Map(files).set(path, words.join(''))
        const loaded = loadProgramme(mutated)
        if (loaded.ok) {
          // Facts may no longer be those of this law, which is said of them in turn.
          const engine = engineFrom(mutated)
          const read = readFacts(engine.programme.vocabulary, facts)
          if (read.ok) determine(engine, read.facts, dayFor(asOf))
          return
        }
        refused += 1
        for (const problem of loaded.problems)
          expect(formatProblem(problem)).toMatch(/^[\w/]+\.yaml:[1-9]\d*:[1-9]\d*: .+[.?]$/s)
      }),
      { ...settings, numRuns: RUNS },
    )
    expect(refused).toBeGreaterThan(RUNS / 4)
  })

  it('the generator reaches every kind of node and every kind of outcome', () => {
    const reached = new Set<string>()
    for (const generated of fc.sample(generatedProgramme, { seed: SEED, numRuns: 300 })) {
      const { engine, findings } = assessed(generated)
      for (const { outcome, provision } of findings) {
        reached.add(outcome instanceof NoValue ? outcome.kind : typeof outcome)
        reached.add(provision.source.kind)
      }
      for (const provision of engine.programme.typed.provisions.values())
        for (const { root } of formulasOf(provision)) for (const node of nodesOf(root)) reached.add(node.kind)
    }
    const nodes =
      'literal assessment_date fact column member in_hand parameter provision negative arithmetic comparison'
    const more = 'logic not is_met every_met is_known extreme aggregate'
    const kinds = 'measure requirement entitlement liability sanction'
    const outcomes = 'object boolean number not_happened not_imposed undetermined refused'
    for (const one of `${nodes} ${more} ${kinds} ${outcomes}`.split(' ')) expect(reached).toContain(one)
  })
})
