/** The same rules in SQL. Everything that decides is a whole number, so that its answers are exact; only the rate is a double. */
import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  INTEGER,
  UTINYINT,
} from '@duckdb/node-api'
import { type Day, dayOf } from '../assessment/row.ts'
import type { Answers } from './compare-batch.ts'
import { type Arrays, LINES, NONE } from './generate-columns.ts'

export interface Duckdb {
  readonly run: () => Promise<void>
  /** Of the last run. */
  readonly answers: () => Promise<Answers>
  readonly close: () => void
}

const LINE_COLUMNS = ['book', 'quantity', 'unit_value', 'certified_local_rate'] as const

const SECOND_TARGET: Day = dayOf('2028-07-01')
const THIRD_TARGET: Day = dayOf('2032-07-01')
const CERTIFICATES_DUE: Day = dayOf('2028-07-01')

/** Categories and forms by number, as in the arrays; money in paisa and cents, rates in hundredths of a percent. */
const RULES = `
create or replace temp table findings as
with contents as (
  select row, sum(case
    when book = 0 then quantity * unit_value * 10000
    when book = 1 and certified_local_rate <> ${NONE} then quantity * unit_value * (10000 - certified_local_rate)
    when book = 1 then quantity * unit_value * 10000
    else 0 end)::bigint as imported
  from lines group by row
), rates as (
  select facts.*, imported, ex_works_value * 10000 as ex_works, ex_works_value * 10000 - imported as local,
    case when day >= ${THIRD_TARGET} then case when category <= 1 then 50 else 30 end
         when category > 1 then null
         when day >= ${SECOND_TARGET} then 25 else 10 end as target
  from facts join contents using (row)
), requirements as (
  select *, coalesce(local * 100 >= target * ex_works, true) as met,
    quality_certificate_valid = 1 and in_plant_laboratory = 1 and records_system_open = 1 and makes_2g = 0 as operational,
    returns_filed_on_time >= returns_due as reporting,
    notice_served_on + 90 as cure_ends_on
  from rates
), sanctions as (
  select *, day <= ${CERTIFICATES_DUE} or (
      ce_certified_on between 0 and day and iso14001_certified_on between 0 and day and ewaste_compliant_on between 0 and day
    ) as certified, not met and notice_served_on <> ${NONE}
    and not (failure_cured_on <> ${NONE} and failure_cured_on <= cure_ends_on) as sanctioned
  from requirements
)
select row,
  imported / 1000000.0::double as imported_content,
  floor(local::double / ex_works * 10000 + 0.5) / 10000 as localization_rate,
  met as localization_requirement,
  operational as operational_requirement,
  reporting as reporting_requirement,
  kit_form = 0 or kit_parts >= case category when 0 then 40 when 1 then 15 else 0 end as kit_requirement,
  makes_2g = 0 as ban_on_2g,
  ${CERTIFICATES_DUE} as certification_due_on,
  certified as certification_requirement,
  export_share >= 1000 and certified as performance_gate,
  case when kit_form = 0 then (
    case when cf_value <= 3000 then 1 when cf_value <= 10000 then 2 when cf_value <= 30000 then 3 else 5 end
    * cf_value * exchange_rate + 500000) // 1000000 else 0 end as import_levy,
  case when met and operational and reporting then fob_export_value * 8 // 10000 end as export_allowance,
  case when sanctioned then annual_import_value // 10000 end as import_surcharge,
  case when notice_served_on <> ${NONE} then cure_ends_on end as cure_ends_on,
  case when sanctioned then cure_ends_on + 1 end as sanctioned_from
from sanctions`

const NAMES: readonly (keyof Answers)[] = [
  'imported_content',
  'localization_rate',
  'localization_requirement',
  'operational_requirement',
  'reporting_requirement',
  'kit_requirement',
  'ban_on_2g',
  'certification_due_on',
  'certification_requirement',
  'performance_gate',
  'import_levy',
  'export_allowance',
  'import_surcharge',
  'cure_ends_on',
  'sanctioned_from',
]

function isOfLine(name: string): boolean {
  return LINE_COLUMNS.some((one) => one === name)
}

/** The arrays in tables, in memory. */
export async function loadDuckdb(arrays: Arrays): Promise<Duckdb> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const { rows, ...columns } = arrays
  const named = Object.entries(columns)
  await load(
    connection,
    'facts',
    rows,
    1,
    named.filter(([name]) => !isOfLine(name)),
  )
  await load(
    connection,
    'lines',
    rows * LINES,
    LINES,
    named.filter(([name]) => isOfLine(name)),
  )
  const run = async (): Promise<void> => {
    await connection.run(RULES)
  }
  return {
    run,
    answers: async () => {
      await run()
      const selected = NAMES.map((name) => `${name}::double as ${name}`).join()
      const read = await connection.runAndReadAll(`select ${selected} from findings order by row`)
      const found = read.getColumns()
      const answer = (index: number): Float64Array =>
        Float64Array.from(found[index] ?? [], (value) => (typeof value === 'number' ? value : Number.NaN))
      return Object.fromEntries(NAMES.map((name, index) => [name, answer(index)])) as unknown as Answers
    },
    close: () => connection.closeSync(),
  }
}

const CHUNK = 2048

type Whole = Float64Array | Int32Array | Uint8Array

/** The narrowest type in which the rules need no conversion. */
function typeOf(values: Whole): DuckDBType {
  if (values instanceof Uint8Array) return UTINYINT
  return values instanceof Int32Array ? INTEGER : BIGINT
}

/** Whole numbers, each with the number of the row that it belongs to. */
async function load(
  connection: DuckDBConnection,
  table: string,
  size: number,
  perRow: number,
  named: readonly (readonly [string, Whole])[],
): Promise<void> {
  const columns: typeof named = [
    ['row', Int32Array.from({ length: size }, (_, at) => Math.floor(at / perRow))],
    ...named,
  ]
  const types = columns.map(([, values]) => typeOf(values))
  await connection.run(
    `create table ${table} (${columns.map(([name], index) => `${name} ${String(types[index])}`).join()})`,
  )
  const appender = await connection.createAppender(table)
  for (let first = 0; first < size; first += CHUNK) {
    const count = Math.min(CHUNK, size - first)
    const chunk = DuckDBDataChunk.create(types, count)
    for (const [index, [, values]] of columns.entries()) {
      const part = Array.from(values.subarray(first, first + count))
      chunk.setColumnValues(index, values instanceof Float64Array ? part.map(BigInt) : part)
    }
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
