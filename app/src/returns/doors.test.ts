/** A return is the same return through every door: the same facts where it is right, the same codes at the same cell where it is not. */
import { expect, test } from 'vitest'
import { DOORS, type DoorLine, type DoorLines, through } from './doors-fixture.ts'
import { filedFacts } from './filing/filed-facts.ts'
import { KITE_RATES, KITES, VOCABULARY, YEAR } from './kites-fixture.ts'
import { vocabularyIn } from './facts-fixture.ts'
import { columnLetters } from './read/raw-return.ts'
import { type ReadReturn, readReturn } from './read-return.ts'
import type { ReturnColumn, ReturnSheet } from './schema/return-schema.ts'

const RIGHT = {
  production: [
    {
      model: 'Basant',
      kind: 'fighter',
      month: '2026-07',
      quantity: '1000',
      unit_price: '1.5',
      currency: 'USD',
      invoiced_on: '2026-07-12',
      grade: 'fine',
      spools: '4',
    },
    {
      model: 'Dabba',
      kind: 'box',
      month: '2026-09',
      quantity: '40',
      unit_price: '10.05',
      currency: 'CNY',
      invoiced_on: '2026-09-01',
    },
  ],
  parts: [
    { model: 'Basant', code: 'A001', quantity: '1500', unit_value: '12.5', local_rate: '45%' },
    { model: 'Dabba', code: 'A001', quantity: '40', unit_value: '90.1' },
  ],
  workshop: [{ open_workshop: 'true', tested_on: '2026-05-05' }],
} as const satisfies DoorLines

type Door = (typeof DOORS)[number]

async function readThrough(door: Door, lines: DoorLines): Promise<ReadReturn> {
  return await readReturn(through(door, lines), { schema: KITES, rates: KITE_RATES, year: YEAR })
}

function factsOf(read: ReadReturn): string {
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return filedFacts(vocabularyIn(VOCABULARY), read.subjects)
}

/** Tables have their lines from row 2 on, and are called as their sheet is in the policy. */
function withoutPlaces(facts: string): string {
  return facts.replaceAll(/"row":\d+/g, '"row":0').replaceAll(/"sheet":"\w+"/g, '"sheet":""')
}

test('right values make the same facts through every door, and through workbook, pages and JSON the same kept text with its places', async () => {
  const facts = new Map<Door, string>()
  for (const door of DOORS) facts.set(door, factsOf(await readThrough(door, RIGHT)))
  const workbook = facts.get('workbook') ?? ''
  // 1000 at USD 1.5 and 280.50: PKR 420,750.
  expect(workbook).toContain('PKR 420750')
  expect(facts.get('JSON')).toBe(workbook)
  expect(facts.get('JSON with numbers')).toBe(workbook)
  expect(facts.get('pages')).toBe(workbook)
  expect(new Set([...facts.values()].map(withoutPlaces)).size).toBe(1)
})

/** Per kind of column: what is wrong with it, and the code. */
const WRONG: Readonly<Record<ReturnColumn['type']['kind'], Readonly<Record<string, string>>>> = {
  text: { none: 'reserved_word', [`A${'9'.repeat(300)}`]: 'text_too_long' },
  category: { octopus: 'unknown_member' },
  boolean: { perhaps: 'not_yes_or_no' },
  count: { '-1': 'negative_number', '1.5': 'not_a_whole_number' },
  number: { '-1': 'negative_number' },
  money: { '-0.01': 'negative_number' },
  percent: { '0.45': 'percent_without_sign', '145%': 'too_large' },
  date: { soon: 'not_a_date', '2026-02-30': 'not_a_date' },
  month: { '2026-13': 'not_a_month', '2025-07': 'outside_year' },
  currency: { rupees: 'unknown_currency' },
}

interface Wrong {
  readonly sheet: ReturnSheet
  readonly column: ReturnColumn
  readonly lines: DoorLines
  readonly value: string
  readonly code: string
}

/** What pages enter is the document that programs send. */
function isDocument(door: Door): boolean {
  return door === 'pages' || door.startsWith('JSON')
}

/** Every column of the first line of every sheet, blank and with each value that its kind cannot be. */
function wrongOf(sheet: ReturnSheet, column: ReturnColumn): readonly Wrong[] {
  const own: readonly DoorLine[] = RIGHT[sheet.name as keyof typeof RIGHT]
  const set = (value: string | undefined): DoorLines => {
    const { [column.name]: _, ...others } = own[0] ?? {}
    const line = value === undefined ? others : { ...others, [column.name]: value }
    return { ...RIGHT, [sheet.name]: [line, ...own.slice(1)] }
  }
  const values = Object.entries(WRONG[column.type.kind])
  return [
    ...(column.required ? [{ sheet, column, lines: set(undefined), value: '', code: 'missing_value' }] : []),
    ...values.map(([value, code]) => ({ sheet, column, lines: set(value), value, code })),
  ]
}

test('each wrong value of each column is refused through every door with the same code, at its own cell', async () => {
  const all = KITES.sheets.flatMap((sheet) => sheet.columns.flatMap((column) => wrongOf(sheet, column)))
  // Eighteen columns: thirteen of them required, and what their kinds cannot be.
  expect(all.length).toBeGreaterThan(30)
  for (const { sheet, column, lines, value, code } of all)
    for (const door of DOORS) {
      const read = await readThrough(door, lines)
      const found = read.ok ? [] : read.errors
      const isTable = door.startsWith('CSV')
      const here = found.find(
        (one) => one.row === (isTable ? 2 : 3) && one.column === columnLetters(column.index) && one.code === code,
      )
      const about = `${door}: ${sheet.name}.${column.name} '${value}' gave ${found.map((one) => one.code).join(', ')}`
      expect(here, about).toBeDefined()
      expect(here?.sheet, about).toBe(isTable ? sheet.name : sheet.label.en)
      expect(here?.place, about).toBe(isDocument(door) ? `/sheets/${sheet.name}/0/${column.name}` : undefined)
    }
})

test('what lines must agree on is refused alike through every door', async () => {
  const [first, ...others] = RIGHT.production
  const cases: readonly (readonly [DoorLines, string])[] = [
    [{ ...RIGHT, production: [first, first, ...others] }, 'duplicate_line'],
    [{ ...RIGHT, production: [{ ...first, currency: 'EUR' }, ...others] }, 'no_rate'],
    [{ ...RIGHT, parts: RIGHT.parts.slice(1) }, 'not_covered'],
    [{ ...RIGHT, workshop: [...RIGHT.workshop, ...RIGHT.workshop] }, 'several_lines'],
    [{ ...RIGHT, production: [] }, 'no_lines'],
  ]
  // A page takes no second line where a sheet has one.
  const doorsFor = (code: string) => DOORS.filter((door) => door !== 'pages' || code !== 'several_lines')
  for (const [lines, code] of cases)
    for (const door of doorsFor(code)) {
      const read = await readThrough(door, lines)
      const codes = read.ok ? [] : read.errors.map((one) => one.code)
      expect(codes, `${door} gave ${codes.join(', ')}`).toContain(code)
    }
})

test('a word where a number belongs is no number through any door; a workbook also says that its cell holds a text', async () => {
  const [first, ...others] = RIGHT.production
  const lines = { ...RIGHT, production: [{ ...first, quantity: 'many' }, ...others] }
  const codes = await Promise.all(
    DOORS.map(async (door) => {
      const read = await readThrough(door, lines)
      return read.ok ? '' : read.errors[0]?.code
    }),
  )
  expect(codes).toEqual(DOORS.map((door) => (door === 'workbook' ? 'text_in_number_cell' : 'not_a_number')))
})
