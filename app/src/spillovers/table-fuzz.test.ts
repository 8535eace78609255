import { expect, test } from 'vitest'
import { sheetXml, xlsx } from '../returns/archive-fixture.ts'
import { icio, mrio, SQUARE } from './input-output-fixture.ts'
import { solve, spilloverJson } from './spillover-json.ts'
import { nameTable } from './open-table.ts'
import { SENT_LIMITS } from './table-limits.ts'

/** The same sequence for the same seed (Lehmer). */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const PIECES = [
  '',
  ',',
  '"',
  '\n',
  '-',
  '0',
  '1E308',
  '1e-99',
  '99999999999999999',
  'PAK_C26',
  'OUT',
  'c14',
  'F1',
  'ToT',
  '\u0000',
  '؟',
  '=1+1',
]

/** Some pieces of the text are taken out, put elsewhere, doubled, or replaced by what is not expected there. */
function damaged(text: string, pick: (below: number) => number): string {
  let result = text
  for (let changes = 1 + pick(4); changes > 0; changes -= 1) {
    const [from, length] = [pick(result.length + 1), pick(12)]
    const piece = PIECES[pick(PIECES.length)] ?? ''
    const lines = result.split('\n')
    switch (pick(5)) {
      case 0:
        result = result.slice(0, from) + result.slice(from + length)
        break
      case 1:
        result = result.slice(0, from) + piece + result.slice(from)
        break
      case 2:
        lines.splice(pick(lines.length), 1)
        result = lines.join('\n')
        break
      case 3:
        lines.splice(pick(lines.length), 0, lines[pick(lines.length)] ?? '')
        result = lines.join('\n')
        break
      default:
        result = result.slice(0, from) + piece + result.slice(from + length)
    }
  }
  return result
}

function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell)).join()).join('\n')
}

/** Either figures that are numbers, or what is wrong, where, in both languages; anything else is named. */
async function outcomeOf(bytes: Buffer, country: string | undefined): Promise<string> {
  const named = await nameTable(bytes, 'damaged', country, SENT_LIMITS)
  if (!named.ok) {
    const isTold = named.problems.every(
      ({ row, column, sentence, ur }) => Math.min(row, column) > 0 && Math.min(sentence.length, ur.length) > 5,
    )
    return isTold && named.problems.length > 0 ? 'refused' : JSON.stringify(named.problems)
  }
  const solved = solve(named.table)
  if (solved === undefined) return 'refused'
  const [sector = ''] = named.table.sectors
  const told = spilloverJson(named, solved, { sector, amount: 10, into: undefined })
  return numbersIn(told).every(Number.isFinite) ? 'solved' : JSON.stringify(told)
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values<unknown>({ ...value }).flatMap(numbersIn) : []
}

test.each([
  ['square', SQUARE, undefined],
  ['OECD ICIO', icio(), 'PAK'],
  ['ADB MRIO', csvOf(mrio()), 'PAK'],
] as const)(
  'a damaged table in the layout of %s is solved or refused at its place, and nothing else',
  async (_, text, country) => {
    const pick = chance(2026)
    const outcomes = new Set<string>()
    for (let round = 0; round < 4000; round += 1)
      outcomes.add(await outcomeOf(Buffer.from(damaged(text, pick)), country))
    expect([...outcomes].toSorted()).toEqual(['refused', 'solved'])
  },
)

test('a damaged workbook is solved or refused, whether its sheet or its archive is damaged', async () => {
  const pick = chance(23)
  const rows = mrio().map((row) => row.map((cell) => (cell === '' ? undefined : cell)))
  const whole = xlsx({ sheets: [{ name: 'ADB MRIO 2022', rows }] })
  const xml = sheetXml(rows)
  const outcomes = new Set<string>()
  for (let round = 0; round < 800; round += 1) {
    const bytes = Buffer.from(whole)
    for (let changes = 1 + pick(3); changes > 0; changes -= 1) bytes[pick(bytes.length)] = pick(256)
    outcomes.add(await outcomeOf(bytes, 'PAK'))
    outcomes.add(await outcomeOf(xlsx({ sheets: [{ name: 'MRIO', rows: [], xml: damaged(xml, pick) }] }), 'PAK'))
  }
  expect([...outcomes].toSorted()).toEqual(['refused', 'solved'])
})
