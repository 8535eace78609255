import { describe, expect, it } from 'vitest'
import { readFacts } from '../determine/facts.ts'
import { dayFor } from '../lamps-fixture.ts'
import { type BatchRow, columnsOf, differences, engineOfFolder, finish } from './batch-fixture.ts'

const engine = engineOfFolder('pk-medmp-2026')

function rupees(paisa: number): string {
  return `PKR ${Math.floor(paisa / 100)}.${String(paisa % 100).padStart(2, '0')}`
}

/**
 * Nine tenths of the value imported, and so many times three paisa more or less: 10% local is asked in 2026-27. Of a part
 * that is 33.33% local for 30,000 paisa, 20,001 paisa are imported; three others make up the rest of nine tenths.
 */
function rowWith(tenth: number, more: number): BatchRow {
  const times = tenth % 1_000_003
  const read = readFacts(engine.programme.vocabulary, {
    category: 'smartphone',
    ex_works_value: rupees(tenth * 10),
    parts: [
      {
        part: 'case',
        book: 'bought_locally',
        quantity: '1',
        unit_value: rupees(times * 30_000),
        certified_local_rate: '33.33%',
      },
      { part: 'display', book: 'imported', quantity: '3', unit_value: rupees(tenth * 3 - times * 6667 + more) },
    ],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return { facts: read.facts, day: dayFor('2027-06-30') }
}

/** Of values up to PKR 90 billion, for which doubles no longer hold the differences to a hundredth of a percent of a paisa. */
const TENTHS = Array.from({ length: 200 }, (_, index) => 10_000_000_019 + ((index * 7_919_000_017) % 900_000_000_007))

describe('a batch of rows about a target', () => {
  it.each([
    ['on it', 0, 1],
    ['three paisa below it', 1, 0],
    ['three paisa above it', -1, 1],
  ])('meets or fails it as arithmetic does: %s', (_, more, met) => {
    const rows = TENTHS.map((tenth) => rowWith(tenth, more))
    expect(differences(engine, rows)).toEqual([])
    const { findings } = finish(engine, columnsOf(engine, rows))
    const requirement = findings.find(({ provision }) => provision.name === 'localization_requirement')
    expect([...(requirement?.values ?? [])]).toEqual(TENTHS.map(() => met))
  })
})
