import { assert } from 'fast-check'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engineOf } from '../determine/determine.ts'
import { readFacts } from '../determine/facts.ts'
import { generatedProgramme } from '../generated-programme-fixture.ts'
import { dayFor, SEED } from '../lamps-fixture.ts'
import { loadProgramme } from '../load/programme.ts'
import { type BatchRow, columnsOf, differences, finish } from './batch-fixture.ts'

describe(`a batch of any programme over the whole grammar (seed ${SEED})`, () => {
  it('finds for facts of all kinds what the exact engine finds', () => {
    let [rowsSeen, rowsLeft] = [0, 0]
    assert(
      fc.property(fc.array(generatedProgramme, { minLength: 1, maxLength: 6 }), (generated) => {
        const loaded = loadProgramme((generated[0] as (typeof generated)[number]).files)
        if (!loaded.ok) return
        const engine = engineOf(loaded.programme)
        // The facts of the others are facts of this law too, since the generator draws on one stock of names.
        const rows = generated.flatMap(({ facts, asOf }, index): BatchRow[] => {
          const read = readFacts(engine.programme.vocabulary, facts)
          const day = dayFor(asOf)
          return read.ok ? [{ facts: read.facts, day, periodEnd: day - (index % 3) * 200 }] : []
        })
        expect(differences(engine, rows)).toEqual([])
        rowsSeen += rows.length
        rowsLeft += finish(engine, columnsOf(engine, rows)).exactRows
      }),
      { seed: SEED, endOnFailure: true, numRuns: 300 },
    )
    expect(rowsSeen).toBeGreaterThan(300)
    expect(rowsLeft).toBeLessThan(rowsSeen)
  })
})
