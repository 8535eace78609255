/**
 * What sectors buy from each other, and what an increase of one brings to all (Leontief). Binary floating point: these are estimates for
 * reading, and decide nothing. Pure.
 */
import { inverse, Matrix } from 'ml-matrix'

/** One year, one unit of money. Every list is by sector, in the order of `sectors`. */
export interface InputOutputTable {
  readonly sectors: readonly string[]
  /** What the sector of the row sells to the sector of the column. */
  readonly flows: readonly (readonly number[])[]
  readonly household_consumption: readonly number[]
  readonly other_final_demand: readonly number[]
  readonly imports: readonly number[]
  /** Less subsidies on what is used, and margins of transport, where a table has them apart. */
  readonly taxes: readonly number[]
  readonly value_added: readonly number[]
  /** Of the value added; undefined where the table does not say. */
  readonly compensation: readonly number[] | undefined
  /** Persons; undefined where the table does not say. */
  readonly employment: readonly number[] | undefined
  readonly output: readonly number[]
}

/** For one unit more of final demand for each sector. */
export interface Multipliers {
  readonly output: readonly number[]
  readonly value_added: readonly number[]
  readonly imports: readonly number[]
  /** Persons for one unit of money. */
  readonly employment: readonly number[] | undefined
}

export interface Leontief {
  readonly inverse: Matrix
  readonly multipliers: Multipliers
}

/** How a sector hangs together with all others, against the average of 1 (Rasmussen). */
export interface Linkages {
  /** Power of dispersion: how much it draws on the others. */
  readonly backward: readonly number[]
  /** Sensitivity of dispersion: how much the others draw on it. */
  readonly forward: readonly number[]
}

/** Only industries answer: direct and indirect. Undefined where some sectors live on each other alone, so that nothing ends. */
export function typeOne(table: InputOutputTable): Leontief | undefined {
  const size = table.sectors.length
  const rows = table.flows.map((row) => [...share(row, table.output)])
  let all: Matrix
  try {
    all = inverse(Matrix.sub(Matrix.eye(size), new Matrix(rows)))
  } catch {
    // Of a matrix that has no inverse.
    return undefined
  }
  return all.to1DArray().every((one) => one > -SMALL && one < LARGE) ? withMultipliers(table, all) : undefined
}

/** Rounding of doubles, and more than any economy multiplies. */
const SMALL = 1e-6
const LARGE = 1e9

/**
 * Households spend what they earn by it as well: direct, indirect and induced. They buy in the proportions in which they consume, and spend no
 * more than they earn. Undefined where the table does not say what they earn.
 */
export function typeTwo(table: InputOutputTable, { inverse: one }: Leontief): Leontief | undefined {
  const { compensation, household_consumption: consumption } = table
  if (compensation === undefined) return undefined
  const earned = Math.max(sum(compensation), sum(consumption))
  const spending = Matrix.columnVector(consumption.map((amount) => (earned === 0 ? 0 : amount / earned)))
  const earning = Matrix.rowVector([...share(compensation, table.output)])
  // The inverse of the table with households as one more sector, by its blocks.
  const [made, paid] = [one.mmul(spending), earning.mmul(one)]
  const kept = 1 - earning.mmul(made).get(0, 0)
  if (kept <= SMALL) return undefined
  return withMultipliers(table, Matrix.add(one, made.mmul(paid).div(kept)))
}

export function linkagesOf({ inverse: all }: Leontief): Linkages {
  const mean = all.sum() / all.rows
  return {
    backward: all.sum('column').map((one) => one / mean),
    forward: all.sum('row').map((one) => one / mean),
  }
}

/** What each sector must make so that this is left for final demand. */
export function outputsFor({ inverse: all }: Leontief, demand: readonly number[]): readonly number[] {
  return all.mmul(Matrix.columnVector([...demand])).to1DArray()
}

export interface LocalComponents {
  /** Where in `sectors` those stand who make the components, and those who use them. */
  readonly from: number
  readonly into: number
  readonly amount: number
}

/**
 * What each sector makes more once `into` buys that much from `from` that it imported before, for the output that it has today; what it then
 * makes more takes the same share. The change of one coefficient in the inverse (Sherman and Morrison).
 */
export function outputsOfLocal(
  { inverse: all }: Leontief,
  table: InputOutputTable,
  { from, into, amount }: LocalComponents,
): readonly number[] {
  const coefficient = amount / (table.output[into] ?? 0)
  const more = amount / (1 - coefficient * all.get(into, from))
  return all.getColumn(from).map((one) => one * more)
}

/** A sector that makes nothing uses nothing. */
export function share(amounts: readonly number[], output: readonly number[]): readonly number[] {
  return amounts.map((amount, index) => (output[index] ? amount / output[index] : 0))
}

function withMultipliers(table: InputOutputTable, all: Matrix): Leontief {
  const { value_added: added, imports, employment, output } = table
  const brought = (by: readonly number[]): readonly number[] =>
    Matrix.rowVector([...by])
      .mmul(all)
      .to1DArray()
  return {
    inverse: all,
    multipliers: {
      output: brought(table.sectors.map(() => 1)),
      value_added: brought(share(added, output)),
      imports: brought(share(imports, output)),
      employment: employment && brought(share(employment, output)),
    },
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
