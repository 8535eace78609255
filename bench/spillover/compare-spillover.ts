/** An input-output table of 500 sectors solved with all that is made of it, beside the bare inverse of the fastest library that was tried. */
import { inverse, Matrix } from 'ml-matrix'
import type { InputOutputTable } from '../../app/src/spillovers/input-output.ts'
import { type NamedTable, solve, spilloverJson } from '../../app/src/spillovers/spillover-json.ts'
import { measure, median, newSink, ratio } from '../measure.ts'
import { inBrief, printTable } from '../table.ts'

const PLAN = { rounds: 5, warmUp: 1, turn: 1 }
const SECTORS = 500
/** What the whole answer may take of the bare inverse. */
const MOST = 2

/** Each sector makes 1,000, and uses about half of it in others, in amounts that look like chance and are none. */
function tableOf(count: number): InputOutputTable {
  const amount = (row: number, column: number): number => ((row * 7919 + column * 104_729) % 1000) / count
  const sectors = Array.from({ length: count }, (_, index) => `s${index}`)
  const flows = sectors.map((_, row) => sectors.map((__, column) => amount(row, column)))
  const used = sectors.map((_, column) => flows.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const sold = flows.map((row) => row.reduce((sum, one) => sum + one, 0))
  return {
    sectors,
    flows,
    household_consumption: sold.map((one) => (1000 - one) / 2),
    other_final_demand: sold.map((one) => (1000 - one) / 2),
    imports: sectors.map(() => 50),
    taxes: sectors.map(() => 0),
    value_added: used.map((one) => 950 - one),
    compensation: used.map((one) => (950 - one) / 2),
    employment: sectors.map((_, index) => 100 + index),
    output: sectors.map(() => 1000),
  }
}

/** False where our answer takes more than twice as long as the inverse that it needs. */
export async function compareSpillover(): Promise<boolean> {
  const table = tableOf(SECTORS)
  const named: NamedTable = {
    ok: true,
    table,
    unit: 'PKR million',
    country: undefined,
    layout: 'square',
    name: 'bench.csv',
    hash: '',
    provenance: { en: '', ur: '' },
  }
  const coefficients = table.flows.map((row) => row.map((one) => one / 1000))
  const sink = newSink()
  const [bare, ours] = await measure(
    [
      {
        name: 'ml-matrix, the inverse alone',
        run: () => sink.keep(inverse(Matrix.sub(Matrix.eye(SECTORS), new Matrix(coefficients)))),
      },
      {
        name: 'Maqami: type I and II, all multipliers, linkages, local components',
        run: () => {
          const solved = solve(table)
          if (solved === undefined) throw new Error('the table cannot be solved')
          sink.keep(spilloverJson(named, solved, { sector: 's0', amount: 10, into: 's1' }))
        },
      },
    ],
    PLAN,
  )
  if (bare === undefined || ours === undefined) throw new Error('nothing was measured')
  const times = ratio(bare, ours)
  console.log(`\nAn input-output table of ${SECTORS} sectors\n`)
  printTable(
    ['', 'ms in CPU time', 'times'],
    [bare, ours].map((one, index) => [
      one.name,
      inBrief(median(one.seconds) * 1000),
      index === 0 ? '1.00' : inBrief(times),
    ]),
  )
  if (times > MOST)
    console.error(`Spillover takes ${inBrief(times)} times as long as its inverse; ${MOST} are allowed.`)
  return times <= MOST
}
