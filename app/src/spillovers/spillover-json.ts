/** What an input-output table says, as data. Rounded to what an estimate can bear: six decimals. */
import {
  type InputOutputTable,
  type Leontief,
  linkagesOf,
  type Multipliers,
  outputsFor,
  typeOne,
  typeTwo,
} from './input-output.ts'

export interface SpilloverJson {
  /** With where the table is from, where its first cell says so. */
  readonly unit: string
  readonly sectors: readonly {
    readonly sector: string
    readonly type_one: SectorMultipliers
    readonly type_two: SectorMultipliers
    readonly backward: number
    readonly forward: number
  }[]
  readonly increase: Increase | null
}

export type SectorMultipliers = { readonly [Key in keyof Multipliers]: number }

export interface Increase {
  readonly sector: string
  readonly amount: number
  /** By sector, and together. */
  readonly type_one: IncreaseOf
  readonly type_two: IncreaseOf
}

interface IncreaseOf {
  readonly output: readonly number[]
  readonly together: SectorMultipliers
}

const DECIMALS = 6

export function spilloverJson(
  table: InputOutputTable,
  unit: string,
  increase: { readonly sector: string; readonly amount: number } | undefined,
): SpilloverJson {
  const [one, two] = [typeOne(table), typeTwo(table)]
  const { backward, forward } = linkagesOf(one, table.sectors.length)
  return {
    unit,
    sectors: table.sectors.map((sector, index) => ({
      sector,
      type_one: multipliersAt(one, index),
      type_two: multipliersAt(two, index),
      backward: rounded(backward[index] ?? 0),
      forward: rounded(forward[index] ?? 0),
    })),
    increase:
      increase === undefined
        ? null
        : { ...increase, type_one: increaseOf(table, one, increase), type_two: increaseOf(table, two, increase) },
  }
}

function increaseOf(
  { sectors }: InputOutputTable,
  leontief: Leontief,
  { sector, amount }: { readonly sector: string; readonly amount: number },
): IncreaseOf {
  const index = sectors.indexOf(sector)
  const demand = sectors.map((_, at) => (at === index ? amount : 0))
  const by = multipliersAt(leontief, index)
  return {
    output: outputsFor(leontief, demand).map(rounded),
    together: {
      output: rounded(by.output * amount),
      value_added: rounded(by.value_added * amount),
      imports: rounded(by.imports * amount),
      employment: rounded(by.employment * amount),
    },
  }
}

function multipliersAt({ multipliers }: Leontief, index: number): SectorMultipliers {
  const { output, value_added: added, imports, employment } = multipliers
  return {
    output: rounded(output[index] ?? 0),
    value_added: rounded(added[index] ?? 0),
    imports: rounded(imports[index] ?? 0),
    employment: rounded(employment[index] ?? 0),
  }
}

function rounded(number: number): number {
  return Number(number.toFixed(DECIMALS))
}
