/** A million summary returns as columns, from a seed: what an analyst's industry over the years looks like, six lines a return. */
import { type Column, type Columns, FILED, type LineColumns, NOT_YET } from '@maqami/engine/batch/columns.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import type { Fact } from '@maqami/engine/load/vocabulary.ts'
import { dayOf } from '../assessment/row.ts'

export const LINES = 6

/** The same numbers as typed arrays of plain names, for whoever computes with them by hand or in SQL. */
export interface Arrays {
  readonly rows: number
  readonly day: Int32Array
  readonly category: Uint8Array
  readonly ex_works_value: Float64Array
  readonly kit_parts: Float64Array
  readonly kit_form: Uint8Array
  readonly cf_value: Float64Array
  readonly exchange_rate: Float64Array
  readonly fob_export_value: Float64Array
  readonly annual_import_value: Float64Array
  readonly returns_due: Uint8Array
  readonly returns_filed_on_time: Uint8Array
  readonly quality_certificate_valid: Uint8Array
  readonly in_plant_laboratory: Uint8Array
  readonly records_system_open: Uint8Array
  readonly makes_2g: Uint8Array
  readonly export_share: Float64Array
  readonly ce_certified_on: Int32Array
  readonly iso14001_certified_on: Int32Array
  readonly ewaste_compliant_on: Int32Array
  readonly notice_served_on: Int32Array
  readonly failure_cured_on: Int32Array
  readonly book: Uint8Array
  readonly quantity: Float64Array
  /** In paisa. */
  readonly unit_value: Float64Array
  /** In hundredths of a percent. */
  readonly certified_local_rate: Float64Array
}

/** A day that has not come, or a rate that nobody has certified. */
export const NONE = -1

const FIRST_DAY = dayOf('2026-07-01')
const LAST_DAY = dayOf('2033-06-30')

function diceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function generateArrays(rows: number, seed: number): Arrays {
  const next = diceFrom(seed)
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const onceIn = (times: number): boolean => next() * times < 1
  const arrays = emptyArrays(rows)
  for (let row = 0; row < rows; row += 1) {
    const day = between(FIRST_DAY, LAST_DAY)
    arrays.day[row] = day
    arrays.category[row] = onceIn(5) ? between(2, 5) : between(0, 1)
    let imported = 0
    for (let line = row * LINES; line < (row + 1) * LINES; line += 1) {
      const book = between(0, 4) >> 1
      arrays.book[line] = book
      arrays.quantity[line] = between(1, 40_000)
      arrays.unit_value[line] = between(500, 2_000_000)
      const certified = book === 1 && !onceIn(4)
      arrays.certified_local_rate[line] = certified ? between(1, 100) * 100 : NONE
      const share =
        book === 0 ? 10_000 : book === 1 ? 10_000 - (certified ? (arrays.certified_local_rate[line] as number) : 0) : 0
      imported += ((arrays.quantity[line] as number) * (arrays.unit_value[line] as number) * share) / 10_000
    }
    arrays.ex_works_value[row] = Math.max(100, Math.round(imported * (0.9 + next() * 1.2)))
    arrays.kit_parts[row] = between(10, 80)
    arrays.kit_form[row] = between(0, 2)
    arrays.cf_value[row] = between(1500, 70_000)
    arrays.exchange_rate[row] = between(27_000, 29_000)
    arrays.fob_export_value[row] = between(0, 5_000_000_000)
    arrays.annual_import_value[row] = between(0, 500_000_000_000)
    arrays.returns_due[row] = 12
    arrays.returns_filed_on_time[row] = onceIn(5) ? 11 : 12
    arrays.quality_certificate_valid[row] = onceIn(8) ? 0 : 1
    arrays.in_plant_laboratory[row] = onceIn(8) ? 0 : 1
    arrays.records_system_open[row] = onceIn(8) ? 0 : 1
    arrays.makes_2g[row] = onceIn(10) ? 1 : 0
    arrays.export_share[row] = between(0, 4000)
    arrays.ce_certified_on[row] = onceIn(6) ? NONE : day + between(-400, 10)
    arrays.iso14001_certified_on[row] = onceIn(6) ? NONE : day + between(-400, 10)
    arrays.ewaste_compliant_on[row] = onceIn(6) ? NONE : day + between(-400, 10)
    const served = onceIn(3) ? NONE : day + between(20, 200)
    arrays.notice_served_on[row] = served
    arrays.failure_cured_on[row] = served === NONE || onceIn(2) ? NONE : served + between(10, 140)
  }
  return arrays
}

function emptyArrays(rows: number): Arrays {
  const floats = (): Float64Array => new Float64Array(rows)
  const days = (): Int32Array => new Int32Array(rows)
  const bytes = (): Uint8Array => new Uint8Array(rows)
  return {
    rows,
    day: days(),
    category: bytes(),
    ex_works_value: floats(),
    kit_parts: floats(),
    kit_form: bytes(),
    cf_value: floats(),
    exchange_rate: floats(),
    fob_export_value: floats(),
    annual_import_value: floats(),
    returns_due: bytes(),
    returns_filed_on_time: bytes(),
    quality_certificate_valid: bytes(),
    in_plant_laboratory: bytes(),
    records_system_open: bytes(),
    makes_2g: bytes(),
    export_share: floats(),
    ce_certified_on: days(),
    iso14001_certified_on: days(),
    ewaste_compliant_on: days(),
    notice_served_on: days(),
    failure_cured_on: days(),
    book: new Uint8Array(rows * LINES),
    quantity: new Float64Array(rows * LINES),
    unit_value: new Float64Array(rows * LINES),
    certified_local_rate: new Float64Array(rows * LINES),
  }
}

/** Decimal places of the whole numbers in the arrays. */
const SCALES: Readonly<Record<string, number>> = {
  ex_works_value: 2,
  cf_value: 2,
  exchange_rate: 2,
  fob_export_value: 2,
  annual_import_value: 2,
  export_share: 4,
  unit_value: 2,
  certified_local_rate: 4,
}

export function columnsOf(programme: Programme, arrays: Arrays): Columns {
  const { vocabulary } = programme
  const named = (facts: Iterable<Fact>): Map<string, Column> =>
    new Map(
      [...facts].flatMap((fact): [string, Column][] => {
        const values = arrays[fact.name as keyof Arrays]
        return typeof values === 'object' ? [[fact.name, columnOf(fact, values)]] : []
      }),
    )
  const parts = vocabulary.groups.get('parts')
  const offsets = Uint32Array.from({ length: arrays.rows + 1 }, (_, row) => row * LINES)
  // Devices are reported one by one here, as facts of the row, and nobody has more time to cure: the other groups have no lines.
  const none = [...vocabulary.groups.values()].map((group): [string, LineColumns] => {
    const columns = [...group.columns].map(([name, fact]) => [name, columnOf(fact, new Float64Array(0))] as const)
    return [
      group.name,
      { offsets: new Uint32Array(arrays.rows + 1), longest: 0, absent: undefined, columns: new Map(columns) },
    ]
  })
  const lines: LineColumns = {
    offsets,
    longest: LINES,
    absent: undefined,
    columns: named(parts?.columns.values() ?? []),
  }
  const day = {
    ...([...vocabulary.facts.values()][0] as Fact),
    name: 'assessment_date',
    type: { kind: 'date' },
    event: false,
  } as const
  return {
    rows: arrays.rows,
    days: columnOf(day, arrays.day),
    periodEnds: undefined,
    facts: named(vocabulary.facts.values()),
    groups: new Map([...none, ['parts', lines]]),
  }
}

function columnOf(fact: Fact, values: Float64Array | Int32Array | Uint8Array): Column {
  let states: Uint8Array | undefined
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (value === NONE && fact.event) {
      states ??= new Uint8Array(values.length)
      states[at] = NOT_YET
    } else {
      if (value < least) least = value
      if (value > most) most = value
    }
  }
  return {
    fact,
    values,
    scale: SCALES[fact.name] ?? 0,
    states,
    worst: states === undefined ? FILED : NOT_YET,
    least: least <= most ? least : 0,
    most: least <= most ? most : 0,
    odd: new Map(),
  }
}
