/** What changed from one version of a return to another, on the invented return of kites. */
import { expect, test } from 'vitest'
import { type Difference, differenceOf } from './compare-lines.ts'
import type { KeptLines } from './kept-lines.ts'
import { KITES } from './kites-fixture.ts'
import type { ReturnSchema } from './schema/return-schema.ts'

type Written = Readonly<Record<string, readonly (readonly string[])[]>>

/** The lines of each sheet in the order of its columns; the first stands in row 2 of its file. */
function kept(sheets: Written): KeptLines {
  return Object.fromEntries(
    Object.entries(sheets).map(([name, lines]) => [
      name,
      { name, lines: lines.map((values, nth) => ({ row: nth + 2, values })) },
    ]),
  )
}

function difference(before: Written, after: Written, schemas: readonly ReturnSchema[] = []): Difference {
  const [was = KITES, is = KITES] = schemas
  return differenceOf({ schema: was, lines: kept(before) }, { schema: is, lines: kept(after) })
}

/** `changed parts A K001 2>3: quantity 5>6`. */
function told({ lines }: Difference): readonly string[] {
  return lines.map(({ sheet, change, key, row, cells }) => {
    const known = key.map(({ value }) => value).join(' ')
    const differs = cells.map(({ column, before, after }) => `${column.name} ${before}>${after}`).join(', ')
    return `${change} ${sheet.name} ${known} ${row.before ?? ''}>${row.after ?? ''}: ${differs}`
  })
}

const LINE = ['Patang', 'K001', '5', '120', '0.4']

test('a line is known again by its key wherever it stands, and only the cells that differ are told', () => {
  const other = ['Patang', 'K002', '7', '30', '']
  const changed = difference({ parts: [LINE, other] }, { parts: [other, ['Patang', 'K001', '6', '120', '']] })
  expect(told(changed)).toEqual(['changed parts Patang K001 2>3: quantity 5>6, local_rate 0.4>'])
  expect(changed.sheets.find(({ sheet }) => sheet.name === 'parts')).toMatchObject({
    added: 0,
    removed: 0,
    changed: 1,
    unchanged: 1,
  })
})

test('another key is another line: one removed, one added, each with what it holds', () => {
  expect(told(difference({ parts: [LINE] }, { parts: [['Patang', 'K009', '5', '120', '']] }))).toEqual([
    'added parts Patang K009 >2: model >Patang, code >K009, quantity >5, unit_value >120',
    'removed parts Patang K001 2>: model Patang>, code K001>, quantity 5>, unit_value 120>, local_rate 0.4>',
  ])
})

test('a sheet of one line has one line in both versions, whatever is in it', () => {
  expect(told(difference({ workshop: [['true', '']] }, { workshop: [['false', '2026-08-01']] }))).toEqual([
    'changed workshop  2>2: open_workshop true>false, tested_on >2026-08-01',
  ])
})

test('a number is the same however it is written, and a text is not', () => {
  const changed = difference({ parts: [LINE] }, { parts: [['Patang', 'K001', '5.0', '120.00', '0.40']] })
  expect(told(changed)).toEqual([])
  expect(told(difference({ parts: [LINE] }, { parts: [LINE] }))).toEqual([])
  expect(told(difference({ parts: [LINE] }, { parts: [['patang', ...LINE.slice(1)]] }))).toHaveLength(2)
})

test('in a sheet without a key the same line twice is two lines', () => {
  const [production, parts, workshop] = KITES.sheets
  if (production === undefined || parts === undefined || workshop === undefined) throw new Error('no such sheets')
  const keyless = { ...KITES, sheets: [{ ...parts, key: [] }] }
  const both = [keyless, keyless]
  expect(told(difference({ parts: [LINE, LINE] }, { parts: [LINE] }, both))).toHaveLength(1)
  expect(told(difference({ parts: [LINE] }, { parts: [LINE, LINE] }, both))[0]).toMatch(/^added parts {2}>3/)
  expect(told(difference({ parts: [LINE] }, { parts: [[...LINE.slice(0, 4), '']] }, both))).toHaveLength(2)
})

test('a column that the law has since asked for was blank, and columns are known by name where they moved', () => {
  const [, parts] = KITES.sheets
  if (parts === undefined) throw new Error('no such sheet')
  const [model, code, quantity] = parts.columns
  if (model === undefined || code === undefined || quantity === undefined) throw new Error('no such columns')
  const columns = [quantity, code, model].map((column, index) => ({ ...column, index }))
  const older = { ...KITES, sheets: [{ ...parts, columns }] }
  const changed = difference({ parts: [['5', 'K001', 'Patang']] }, { parts: [LINE] }, [older, KITES])
  expect(told(changed)).toEqual(['changed parts Patang K001 2>2: unit_value >120, local_rate >0.4'])
})

test('of five thousand lines the three that differ are found', () => {
  const many = Array.from({ length: 5000 }, (_, nth) => [`M-${nth % 50}`, `K${nth}`, String(nth), '120', ''])
  const after = many.toReversed().filter((_, nth) => nth !== 10)
  after[4000] = [...(after[4000] ?? []).slice(0, 4), '0.5']
  after.push(['M-1', 'NEW', '1', '1', ''])
  const changed = difference({ parts: many }, { parts: after })
  expect(changed.lines.map(({ change }) => change)).toEqual(['changed', 'added', 'removed'])
  expect(changed.sheets[1]).toMatchObject({ added: 1, removed: 1, changed: 1, unchanged: 4998 })
})
