/** Rows that are told together, and exact sums over them. */

import type { FindingColumn } from '@maqami/engine/batch/batch.ts'
import type { At } from './two-laws.ts'

export interface Groups<Key> {
  /** By row: the place of its group, or -1 of a row in none. */
  readonly of: Int32Array
  readonly keys: readonly Key[]
}

/** `nameOf` says which rows belong together; of the first of them `keyOf` makes what the group is called. */
export function groupsOf<Key>(
  rows: number,
  nameOf: (row: number) => string | undefined,
  keyOf: (row: number) => Key,
): Groups<Key> {
  const places = new Map<string, number>()
  const keys: Key[] = []
  const of = new Int32Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const name = nameOf(row)
    let place = name === undefined ? -1 : places.get(name)
    if (name !== undefined && place === undefined) {
      place = keys.push(keyOf(row)) - 1
      places.set(name, place)
    }
    of[row] = place ?? -1
  }
  return { of, keys }
}

/** Whole numbers, row by row, added up by group; exact however large they become. */
export class WholeSums {
  readonly #sums: Float64Array
  readonly #carried = new Map<number, bigint>()

  constructor(groups: number) {
    this.#sums = new Float64Array(groups)
  }

  add(group: number, value: number): void {
    if (group < 0) return
    const sum = (this.#sums[group] as number) + value
    if (Number.isSafeInteger(sum)) this.#sums[group] = sum
    else {
      this.#carried.set(group, (this.#carried.get(group) ?? 0n) + BigInt(this.#sums[group] as number))
      this.#sums[group] = value
    }
  }

  of(group: number): bigint {
    return BigInt(this.#sums[group] as number) + (this.#carried.get(group) ?? 0n)
  }
}

/** By group, the findings of which it is so in some row. */
export function namesBy(
  { of, keys }: Groups<unknown>,
  findings: readonly FindingColumn[],
  is: At,
): readonly (readonly string[])[] {
  const names: string[][] = keys.map(() => [])
  for (const finding of findings) {
    const seen = new Uint8Array(keys.length)
    for (let row = 0; row < of.length; row += 1) if (is(finding, row)) seen[of[row] as number] = 1
    for (const [group, one] of seen.entries()) if (one === 1) names[group]?.push(finding.provision.name)
  }
  return names
}
