/** What an input-output table says, as data: the same figures for the interface, the command line and the page, to the last digit. */
import type { Increase } from './read-increase.ts'
import {
  type InputOutputTable,
  type Leontief,
  linkagesOf,
  type Multipliers,
  outputsFor,
  outputsOfLocal,
  share,
  typeOne,
  typeTwo,
} from './input-output.ts'
import type { TableRead } from './read-input-output.ts'
import { DECIMALS } from './spillover-view.ts'
import { total } from './table-rows.ts'

/** Where a table is from. It stands at every figure that is made of it. */
export interface Provenance {
  readonly en: string
  readonly ur: string
}

export interface SpilloverJson {
  readonly table: {
    readonly name: string
    readonly hash: string
    readonly layout: 'square' | 'oecd_icio' | 'adb_mrio'
    readonly country: string | null
    readonly unit: string
    readonly provenance: Provenance
  }
  readonly sectors: readonly {
    readonly sector: string
    readonly type_one: SectorMultipliers
    /** Null where the table does not say what households earn. */
    readonly type_two: SectorMultipliers | null
    readonly backward: number
    readonly forward: number
  }[]
  readonly increase: IncreaseJson | null
}

export interface SectorMultipliers {
  readonly output: number
  readonly value_added: number
  readonly imports: number
  /** Null where the table does not say how many work. */
  readonly employment: number | null
}

export interface IncreaseJson {
  readonly sector: string
  readonly amount: number
  /** Whose imports are made here instead; null for more of final demand. */
  readonly into: string | null
  readonly type_one: IncreaseOf
  readonly type_two: IncreaseOf | null
}

export interface IncreaseOf {
  /** By sector, in their order. */
  readonly output: readonly number[]
  /** Of `imports` what is made here instead is taken off. */
  readonly together: SectorMultipliers
}

/** A table that was read, with its name and where it is from. */
export interface NamedTable extends Extract<TableRead, { readonly ok: true }> {
  readonly name: string
  readonly hash: string
  readonly provenance: Provenance
}

export interface Solved {
  readonly one: Leontief
  readonly two: Leontief | undefined
}

export function solve(table: InputOutputTable): Solved | undefined {
  const one = typeOne(table)
  return one && { one, two: typeTwo(table, one) }
}

export function spilloverJson(
  { name, hash, layout, country, unit, provenance, table }: NamedTable,
  { one, two }: Solved,
  increase: Increase | undefined,
): SpilloverJson {
  const { backward, forward } = linkagesOf(one)
  return {
    table: { name, hash, layout, country: country ?? null, unit, provenance },
    sectors: table.sectors.map((sector, index) => ({
      sector,
      type_one: multipliersAt(one.multipliers, index),
      type_two: two === undefined ? null : multipliersAt(two.multipliers, index),
      backward: rounded(backward[index] ?? 0),
      forward: rounded(forward[index] ?? 0),
    })),
    increase: increase === undefined ? null : increaseJson(table, { one, two }, increase),
  }
}

function increaseJson(table: InputOutputTable, { one, two }: Solved, increase: Increase): IncreaseJson {
  const { sector, amount, into } = increase
  return {
    sector,
    amount,
    into: into ?? null,
    type_one: increaseOf(table, one, increase),
    type_two: two === undefined ? null : increaseOf(table, two, increase),
  }
}

function increaseOf(table: InputOutputTable, leontief: Leontief, { sector, amount, into }: Increase): IncreaseOf {
  const { sectors, value_added: added, imports, employment, output } = table
  const at = sectors.indexOf(sector)
  const user = into === undefined ? -1 : sectors.indexOf(into)
  const made =
    user === -1
      ? outputsFor(
          leontief,
          sectors.map((_, index) => (index === at ? amount : 0)),
        )
      : outputsOfLocal(leontief, table, { from: at, into: user, amount })
  const brought = (by: readonly number[]): number =>
    total(share(by, output).map((one, index) => one * (made[index] ?? 0)))
  // What the user makes more takes the same share from here, too.
  const replaced = user === -1 ? 0 : amount * (1 + (made[user] ?? 0) / (output[user] ?? 0))
  return {
    output: made.map(rounded),
    together: {
      output: rounded(total(made)),
      value_added: rounded(brought(added)),
      imports: rounded(brought(imports) - replaced),
      employment: employment === undefined ? null : rounded(brought(employment)),
    },
  }
}

function multipliersAt(
  { output, value_added: added, imports, employment }: Multipliers,
  index: number,
): SectorMultipliers {
  return {
    output: rounded(output[index] ?? 0),
    value_added: rounded(added[index] ?? 0),
    imports: rounded(imports[index] ?? 0),
    employment: employment === undefined ? null : rounded(employment[index] ?? 0),
  }
}

function rounded(number: number): number {
  // Nothing that is shown is less than nought by a rounding.
  return Number(number.toFixed(DECIMALS)) + 0
}
