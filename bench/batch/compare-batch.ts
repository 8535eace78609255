/** A million assessments with six lines each: ours over columns, by hand over typed arrays, and DuckDB over tables. */
import { join } from 'node:path'
import { type BatchResult, runBatch, SETTLED } from '@maqami/engine/batch/batch.ts'
import type { Columns } from '@maqami/engine/batch/columns.ts'
import type { Engine } from '@maqami/engine/determine/determine.ts'
import { loadEngine } from '../assessment/maqami.ts'
import { type Contender, median, measure, ratio, newSink } from '../measure.ts'
import { grouped, inBrief, printTable } from '../table.ts'
import { assessArrays, type HandResult } from './by-hand.ts'
import { loadDuckdb } from './duckdb.ts'
import { type Arrays, columnsOf, generateArrays, LINES } from './generate-columns.ts'

const ROWS = 1_000_000
const SEED = 2026
const PLAN = { rounds: 5, warmUp: 1, turn: 0.5 }

function finishBatch(engine: Engine, columns: Columns): BatchResult {
  const running = runBatch(engine, columns)
  for (;;) {
    const step = running.next()
    if (step.done === true) return step.value
  }
}

/** Whether ours agreed with what was computed by hand on every row. */
export async function compareBatch(root: string): Promise<boolean> {
  const engine = loadEngine(join(root, 'policy', 'pk-medmp-2026'))
  const arrays = generateArrays(ROWS, SEED)
  const columns = columnsOf(engine.programme, arrays)
  const bytes = bytesOf(arrays)
  const before = process.memoryUsage().arrayBuffers
  const result = finishBatch(engine, columns)
  const took = process.memoryUsage().arrayBuffers - before
  console.log(`\n${grouped(ROWS)} rows of ${LINES} lines each (seed ${SEED}), all in memory beforehand`)
  console.log(
    `columns ${inBrief(bytes / 1e6)} MB; findings and blocks ${inBrief(took / 1e6)} MB; ${grouped(result.exactRows)} rows decided by the exact engine`,
  )
  const hand = assessArrays(arrays)
  const wrong = printWrong('Maqami', hand, oursOf(result))
  const duckdb = await loadDuckdb(arrays)
  printWrong('DuckDB', hand, await duckdb.answers())

  const sink = newSink()
  const contenders: readonly Contender[] = [
    { name: 'by hand over typed arrays', run: () => sink.keep(assessArrays(arrays)) },
    { name: 'Maqami over columns', run: () => sink.keep(finishBatch(engine, columns)) },
    { name: 'DuckDB, SQL into a table', run: () => duckdb.run() },
  ]
  const measured = await measure(contenders, PLAN)
  const [byHand, ours, sql] = measured
  duckdb.close()
  if (byHand === undefined || ours === undefined || sql === undefined) return false
  console.log(`\nmedians of ${PLAN.rounds} interleaved rounds, in CPU time of all threads\n`)
  printTable(
    ['', 'rows/s', 'ns a row', 'times by hand'],
    measured.map((one) => {
      const seconds = median(one.seconds)
      return [one.name, grouped(ROWS / seconds), inBrief((seconds * 1e9) / ROWS), inBrief(ratio(byHand, one))]
    }),
  )
  console.log(`\nMaqami over columns, against by hand: ${inBrief(ratio(byHand, ours))} times as long`)
  console.log(`Maqami over columns, against DuckDB: ${inBrief(ratio(ours, sql))} times as fast`)
  return wrong === 0
}

function bytesOf(arrays: Arrays): number {
  return Object.values(arrays).reduce((sum: number, one) => sum + (typeof one === 'number' ? 0 : one.byteLength), 0)
}

/** Numbers by finding and row; NaN is none. */
export type Answers = Readonly<Record<keyof HandResult, ArrayLike<number>>>

function oursOf({ findings }: BatchResult): Answers {
  const named = (name: string): ArrayLike<number> => {
    const column = findings.find(({ provision }) => provision.name === name)
    if (column === undefined) throw new Error(`The programme has no finding '${name}'.`)
    const { values, states } = column
    return Float64Array.from(values, (value, row) => (states[row] === SETTLED ? value : Number.NaN))
  }
  const suspension = findings.find(({ provision }) => provision.name === 'licence_suspension')
  const from = Float64Array.from(suspension?.states ?? [], (state, row) =>
    state === SETTLED ? (suspension?.from?.[row] as number) : Number.NaN,
  )
  return {
    imported_content: named('imported_content'),
    localization_rate: named('localization_rate'),
    localization_requirement: named('localization_requirement'),
    operational_requirement: named('operational_requirement'),
    reporting_requirement: named('reporting_requirement'),
    kit_requirement: named('kit_requirement'),
    ban_on_2g: named('ban_on_2g'),
    certification_due_on: named('certification_due_on'),
    certification_requirement: named('certification_requirement'),
    performance_gate: named('performance_gate'),
    import_levy: named('import_levy'),
    export_allowance: named('export_allowance'),
    import_surcharge: named('import_surcharge'),
    cure_ends_on: named('cure_ends_on'),
    sanctioned_from: from,
  }
}

/** What decides is held strictly; the two measures to the last digits of a double. */
const MEASURES: readonly (keyof HandResult)[] = ['imported_content', 'localization_rate']

function printWrong(name: string, hand: HandResult, given: Answers): number {
  const rows = new Set<number>()
  const findings = new Map<string, number>()
  for (const finding of Object.keys(hand) as (keyof HandResult)[]) {
    const [right, other] = [hand[finding], given[finding]]
    const isMeasure = MEASURES.includes(finding)
    for (let row = 0; row < ROWS; row += 1) {
      const [a, b] = [right[row] as number, other[row] as number]
      if (isMeasure ? Math.abs(a - b) <= 1e-12 * Math.abs(a) : Object.is(a, b)) continue
      rows.add(row)
      findings.set(finding, (findings.get(finding) ?? 0) + 1)
    }
  }
  const which = [...findings].map(([finding, count]) => `${finding} ${grouped(count)}`).join(', ')
  console.log(
    rows.size === 0
      ? `${name}: all ${grouped(ROWS)} rows as by hand`
      : `${name}: ${grouped(rows.size)} of ${grouped(ROWS)} rows otherwise than by hand (${which})`,
  )
  return rows.size
}
