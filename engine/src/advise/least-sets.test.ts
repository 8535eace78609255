import { assert } from 'fast-check'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEED } from '../lamps-fixture.ts'
import { leastSets } from './least-sets.ts'

const whole = (n: number) => ({ n, d: 1 })

describe('the least sets', () => {
  const items = [
    { gain: 4, cost: 7 },
    { gain: 3, cost: 4 },
    { gain: 3, cost: 1 },
    { gain: 2, cost: 2 },
  ].map(({ gain, cost }) => ({ gain: whole(gain), cost: whole(cost) }))

  it('are those of the fewest, the cheapest first', () => {
    // Two are needed for 6: 3 + 3 costs 5, 4 + 3 costs 8 or 11, 4 + 2 costs 9.
    expect(leastSets(items, { gain: whole(6), strictly: false }, 5).sets).toEqual([
      [1, 2],
      [0, 2],
      [0, 3],
      [0, 1],
    ])
    expect(leastSets(items, { gain: whole(6), strictly: true }, 5).sets).toEqual([
      [0, 2],
      [0, 1],
    ])
  })

  it('say that they may not be the cheapest where not all were looked at', () => {
    expect(leastSets(items, { gain: whole(6), strictly: false }, 5).complete).toBe(true)
    expect(leastSets(items, { gain: whole(6), strictly: false }, 5, 4)).toMatchObject({ size: 2, complete: false })
  })

  it('are none where all together do not suffice', () => {
    expect(leastSets(items, { gain: whole(13), strictly: false }, 5).size).toBeUndefined()
  })
})

it(`finds what trying every set finds (seed ${SEED})`, () => {
  const part = fc.record({ gain: fc.integer({ min: -3, max: 20 }), cost: fc.integer({ min: 0, max: 20 }) })
  assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (parts, need) => {
      const all = Array.from({ length: 2 ** parts.length }, (_, bits) =>
        parts.flatMap((_one, place) => ((bits >> place) % 2 === 1 ? [place] : [])),
      )
      const sum = (places: readonly number[], of: 'gain' | 'cost'): number =>
        places.reduce((total, place) => total + (parts[place]?.[of] ?? 0), 0)
      const enough = all.filter((places) => sum(places, 'gain') >= need)
      const size = Math.min(...enough.map((places) => places.length))
      const costs = enough
        .filter((places) => places.length === size)
        .map((places) => sum(places, 'cost'))
        .toSorted((a, b) => a - b)
      const candidates = parts.map(({ gain, cost }) => ({ gain: whole(gain), cost: whole(cost) }))
      const found = leastSets(candidates, { gain: whole(need), strictly: false }, 5)
      expect(found.size).toBe(enough.length === 0 ? undefined : size)
      expect(found.sets.map((places) => sum(places, 'cost'))).toEqual(costs.slice(0, 5))
      expect(found.sets.every((places) => sum(places, 'gain') >= need)).toBe(true)
    }),
    { seed: SEED, numRuns: 500 },
  )
})
