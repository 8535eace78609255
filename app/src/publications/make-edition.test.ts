/** Editions are attacked by whoever has all of them: cells are taken from totals, editions from one another, and tables from tables. */
import { compare, type Exact, exact, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { assert as assertProperty, constantFrom, integer, property, record, uniqueArray } from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Measure } from '../returns/figures/figure.ts'
import { type Cells, cellsOf, type Row } from './cells.ts'
import type { Solver } from './interval.ts'
import { type EditionBefore, makeSeries, revisionsOf } from './make-edition.ts'
import { openSolver } from './open-solver.ts'
import { type EditionSeries, keyOfCell, type PublicationRules } from './publication.ts'
import { recovered } from './recover-fixture.ts'
import { disclosureOf } from './suppress-cells.ts'

const RULES: PublicationRules = {
  least_firms: 3,
  largest_share: exact(3, 4),
  least_width: exact(1, 5),
  newcomer_change: exact(1, 2),
  series: new Map(),
}
const TABLES = [['district', 'part'], ['year']]
const MEASURE: Measure = {
  name: 'jobs',
  label: { en: 'Jobs', ur: 'ملازمتیں' },
  unit: { en: 'persons', ur: 'افراد' },
  kind: 'flow',
  sheet: 'jobs',
  of: ['jobs'],
  currency: undefined,
  where: [],
  period: undefined,
  dimensions: [],
}

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

function published(rows: readonly Row[], before: readonly EditionBefore[]): EditionSeries {
  return makeSeries({ measure: MEASURE, tables: TABLES, month: null, rows, lines_unknown: 0, before }, RULES, solver)
}
const at = (district: string, part: string, year = '2027') => ({ district, part, year })
const row = (firm: string, value: number, place = at('north', 'boards')): Row => ({
  firm,
  value: exact(value),
  at: place,
})
const THREE = [row('A', 10), row('B', 12), row('C', 14)]
const cell = (series: EditionSeries, place: Readonly<Record<string, string>>) =>
  series.cells.find((one) => keyOfCell(one.at) === keyOfCell(place))

test('a firm that comes late to a published cell is not what the second edition is above the first', () => {
  const first = published(THREE, [])
  expect(cell(first, {})?.value).toBe('36')
  const second = published([...THREE, row('D', 20)], [{ rows: THREE, series: first }])
  // 56 less 36 would be what D said.
  expect(cell(second, {})).toEqual({ at: {}, value: null, why: 'earlier_edition' })
})

test('three firms that come late are published', () => {
  const first = published(THREE, [])
  const second = published([...THREE, row('D', 10), row('E', 12), row('F', 14)], [{ rows: THREE, series: first }])
  expect(cell(second, {})?.value).toBe('72')
})

test('a firm that is there no more is protected as one that came', () => {
  const four = [...THREE, row('D', 20)]
  const second = published(THREE, [{ rows: four, series: published(four, []) }])
  expect(cell(second, {})?.why).toBe('earlier_edition')
})

test('a correction shows, and is listed with what it was before', () => {
  const first = published(THREE, [])
  // From 10 to 13: by 3 of 13, less than half.
  const second = published([row('A', 13), row('B', 12), row('C', 14)], [{ rows: THREE, series: first }])
  expect(cell(second, {})?.value).toBe('39')
  expect(revisionsOf([first], [second])).toContainEqual({ series: 'jobs', at: {}, before: '36', after: '39' })
})

test.each([
  // From 10 to 19: 9 of 19 is less than half; to 20: 10 of 20 is half.
  [19, '45'],
  [20, null],
])('a firm that says %i instead of 10 is worth %s', (now, value) => {
  const rows = [row('A', now), row('B', 12), row('C', 14)]
  expect(cell(published(rows, [{ rows: THREE, series: published(THREE, []) }]), {})?.value).toBe(value)
})

test('what an edition withheld stays withheld, or what it hid beside would follow', () => {
  const rows = [
    ...THREE,
    row('A', 10, at('south', 'boards')),
    row('B', 9, at('south', 'boards')),
    row('C', 8, at('south', 'boards')),
    row('only', 5, at('north', 'displays')),
  ]
  const first = published(rows, [])
  const hidden = first.cells.filter(({ value }) => value === null).map((one) => keyOfCell(one.at))
  expect(hidden).toContain('district=north|part=displays')
  // Nobody is alone in the cell any more: by itself it would be shown, and with it what stood beside it.
  const joined = [...rows, ...['P', 'Q', 'R'].map((firm) => row(firm, 6, at('north', 'displays')))]
  const second = published(joined, [{ rows, series: first }])
  for (const key of hidden) expect(second.cells.find((one) => keyOfCell(one.at) === key)?.value).toBeNull()
})

const ROWS = uniqueArray(
  record({
    firm: integer({ min: 1, max: 8 }).map((nth) => `F${nth}`),
    value: integer({ min: 1, max: 60 }).map((value) => exact(value)),
    at: record({
      district: constantFrom('north', 'south', 'west'),
      part: constantFrom('boards', 'displays', 'housings'),
      year: constantFrom('2027', '2028'),
    }),
  }),
  { minLength: 1, maxLength: 36, selector: ({ firm, at: place }) => `${firm} ${keyOfCell(place)}` },
)

test('whatever firms said and restated over three editions, no withheld cell is worked out, and no change of too few', () => {
  assertProperty(
    property(ROWS, ROWS, ROWS, (one, two, three) => {
      // Each edition has what the one before had, and others beside and instead of it.
      const versions = [one, merged(one, two), merged(merged(one, two), three)]
      const editions: EditionBefore[] = []
      for (const rows of versions) editions.push({ rows, series: published(rows, [...editions]) })
      for (const [nth, { rows, series }] of editions.entries()) {
        const withheld = withheldIn(series)
        expect(recovered(cellsOf(rows, TABLES), withheld)).toEqual([])
        for (const earlier of editions.slice(0, nth)) {
          const change = changeBetween(earlier.rows, rows)
          const unknown = new Map([...withheldIn(earlier.series), ...withheld])
          // What was not published in both cannot be subtracted; of what can, nothing may follow that only too few changed.
          const told = recovered(change, new Map([...unknown].filter(([key]) => change.cells.has(key))))
          for (const key of [...told, ...[...change.cells.keys()].filter((each) => !unknown.has(each))])
            expect(disclosureOf(change.cells.get(key)?.byFirm ?? new Map(), RULES)).toBeUndefined()
        }
      }
    }),
    { numRuns: 40 },
  )
})

function withheldIn({ cells }: EditionSeries): ReadonlyMap<string, unknown> {
  return new Map(cells.filter(({ value }) => value === null).map((one) => [keyOfCell(one.at), one.why]))
}

function merged(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const rows = new Map([...before, ...after].map((one) => [`${one.firm} ${keyOfCell(one.at)}`, one]))
  return [...rows.values()]
}

/** Of firms that came or said something quite different; here nobody goes. */
function changeBetween(before: readonly Row[], after: readonly Row[]): Cells {
  const was = new Map(before.map((one) => [`${one.firm} ${keyOfCell(one.at)}`, one.value]))
  const changed = after.flatMap((one) => {
    const old: Exact = was.get(`${one.firm} ${keyOfCell(one.at)}`) ?? ZERO
    const [less, more] = compare(old, one.value) < 0 ? [old, one.value] : [one.value, old]
    const change = subtract(more, less)
    const isMuch = compare(add2(change), more) >= 0 && compare(change, ZERO) > 0
    return isMuch ? [{ ...one, value: change }] : []
  })
  return cellsOf(changed, TABLES)
}

function add2(value: Exact): Exact {
  return { n: Number(value.n) * 2, d: value.d }
}
