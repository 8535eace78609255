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
  readonly compensation: readonly number[]
  readonly other_value_added: readonly number[]
  /** Persons. */
  readonly employment: readonly number[]
  readonly output: readonly number[]
}

/** For one unit more of final demand for each sector. */
export interface Multipliers {
  readonly output: readonly number[]
  readonly value_added: readonly number[]
  readonly imports: readonly number[]
  /** Persons for one unit of money. */
  readonly employment: readonly number[]
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

/** Only industries answer: direct and indirect. */
export function typeOne(table: InputOutputTable): Leontief {
  return leontief(table, coefficients(table))
}

/** Households spend what they earn by it as well: direct, indirect and induced. */
export function typeTwo(table: InputOutputTable): Leontief {
  const earned = sum(table.compensation)
  const earning = share(table.compensation, table.output)
  const rows = coefficients(table).map((row, index) => [
    ...row,
    earned === 0 ? 0 : (table.household_consumption[index] ?? 0) / earned,
  ])
  return leontief(table, [...rows, [...earning, 0]])
}

export function linkagesOf({ inverse: all }: Leontief, count: number): Linkages {
  const industries = all.subMatrix(0, count - 1, 0, count - 1)
  const mean = industries.sum() / count
  return {
    backward: industries.sum('column').map((one) => one / mean),
    forward: industries.sum('row').map((one) => one / mean),
  }
}

/** What each sector must make so that this is left for final demand. */
export function outputsFor({ inverse: all }: Leontief, demand: readonly number[]): readonly number[] {
  const padded = Array.from({ length: all.columns }, (_, index) => [demand[index] ?? 0])
  return all.mmul(new Matrix(padded)).to1DArray().slice(0, demand.length)
}

function coefficients({ flows, output }: InputOutputTable): readonly (readonly number[])[] {
  return flows.map((row) => share(row, output))
}

/** A sector that makes nothing uses nothing. */
function share(amounts: readonly number[], output: readonly number[]): readonly number[] {
  return amounts.map((amount, index) => (output[index] ? amount / output[index] : 0))
}

/** Rows and columns beyond the sectors are those of households, who make no output of their own. */
function leontief(table: InputOutputTable, rows: readonly (readonly number[])[]): Leontief {
  const size = rows.length
  const count = table.sectors.length
  const all = inverse(Matrix.sub(Matrix.eye(size), new Matrix(rows.map((row) => [...row]))))
  const total = (of: readonly number[]): readonly number[] => {
    const weights = new Matrix([Array.from({ length: size }, (_, index) => of[index] ?? 0)])
    return weights.mmul(all).to1DArray().slice(0, count)
  }
  const { compensation, other_value_added: other, imports, employment, output } = table
  const added = compensation.map((one, index) => one + (other[index] ?? 0))
  return {
    inverse: all,
    multipliers: {
      output: total(table.sectors.map(() => 1)),
      value_added: total(share(added, output)),
      imports: total(share(imports, output)),
      employment: total(share(employment, output)),
    },
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
