/** Whether an input-output table comes out even: what a sector makes is what is sold, and what goes into it. Pure. */
import type { InputOutputTable } from './input-output.ts'
import { MOST_TOLD, type TableProblem, total } from './table-rows.ts'

/** Where the sectors stand in the file, so that a problem can name its place. */
interface Places {
  /** Output as the column of totals has it. */
  readonly across: readonly number[]
  /** In the unit of the table: what may be missing whatever the output is. */
  readonly absolute: number
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly totalColumn: number
  readonly totalRow: number
  readonly valueAddedRow: number
}

/** Of the output: what rounding to whole units may leave. */
const TOLERANCE = 0.005

export function balanceProblems(table: InputOutputTable, places: Places): readonly TableProblem[] {
  const { sectors, flows, output, household_consumption: households, other_final_demand: others } = table
  return sectors
    .flatMap((sector, index): readonly TableProblem[] => {
      const made = output[index] ?? 0
      const across = places.across[index] ?? 0
      const sold = total(flows[index] ?? []) + (households[index] ?? 0) + (others[index] ?? 0)
      const added = table.value_added[index] ?? 0
      const used =
        total(flows.map((row) => row[index] ?? 0)) + (table.imports[index] ?? 0) + (table.taxes[index] ?? 0) + added
      const isOff = (amount: number, from: number): boolean =>
        Math.abs(amount - from) > Math.max(Math.abs(from) * TOLERANCE, places.absolute)
      const [row, column] = [places.rows[index] ?? 1, places.columns[index] ?? 1]
      const told: TableProblem[] = []
      const say = (at: readonly [number, number], sentence: string, ur: string): void => {
        told.push({ row: at[0], column: at[1], sentence, ur })
      }
      if (made < 0 || across < 0)
        say([places.totalRow, column], `The output of '${sector}' is negative.`, `'${sector}' کی پیداوار منفی ہے۔`)
      if (isOff(sold, across))
        say(
          [row, places.totalColumn],
          `'${sector}' makes ${written(across)}, and its row comes to ${written(sold)}: ${difference(sold, across)}.`,
          `'${sector}' کی پیداوار ${written(across)} ہے، اور اس کی سطر کا مجموعہ ${written(sold)}: فرق ${written(sold - across)}۔`,
        )
      if (isOff(across, made))
        say(
          [places.totalRow, column],
          `'${sector}' makes ${written(made)} by its column, and ${written(across)} by its row.`,
          `'${sector}' کی پیداوار اپنے کالم کے مطابق ${written(made)} ہے، اور اپنی سطر کے مطابق ${written(across)}۔`,
        )
      if (isOff(used, made))
        say(
          [places.totalRow, column],
          `'${sector}' makes ${written(made)}, and its column comes to ${written(used)}: ${difference(used, made)}.`,
          `'${sector}' کی پیداوار ${written(made)} ہے، اور اس کے کالم کا مجموعہ ${written(used)}: فرق ${written(used - made)}۔`,
        )
      if (added < 0)
        say(
          [places.valueAddedRow, column],
          `The value added of '${sector}' is negative. A subsidy belongs to final demand.`,
          `'${sector}' کی قدرِ افزودہ منفی ہے۔ اعانت حتمی طلب میں آتی ہے۔`,
        )
      if ((table.compensation?.[index] ?? 0) < 0 || (table.employment?.[index] ?? 0) < 0)
        say(
          [places.valueAddedRow, column],
          `Compensation and employment of '${sector}' cannot be negative.`,
          `'${sector}' کے معاوضے اور ملازمت منفی نہیں ہو سکتے۔`,
        )
      return told
    })
    .slice(0, MOST_TOLD)
}

/** Sums of decimals end in noughts and nines that nobody wrote. */
function written(number: number): string {
  return String(Number(number.toPrecision(12)))
}

function difference(sum: number, output: number): string {
  return `${written(Math.abs(sum - output))} too ${sum > output ? 'much' : 'little'}`
}
