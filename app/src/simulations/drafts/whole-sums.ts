/** Whole numbers added up by group; exact however large they become. */
import type { Whole } from '@maqami/engine/value/exact.ts'

export class WholeSums {
  #sums: Float64Array
  readonly #carried = new Map<number, bigint>()

  constructor(groups: number) {
    this.#sums = new Float64Array(groups)
  }

  /** Sums that are whole already. */
  static of(sums: Float64Array): WholeSums {
    const made = new WholeSums(0)
    made.#sums = sums
    return made
  }

  add(group: number, value: number): void {
    const sum = (this.#sums[group] as number) + value
    if (sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER) this.#sums[group] = sum
    else {
      this.#carried.set(group, (this.#carried.get(group) ?? 0n) + BigInt(this.#sums[group] as number))
      this.#sums[group] = value
    }
  }

  at(group: number): Whole {
    const carried = this.#carried.get(group)
    const sum = this.#sums[group] as number
    return carried === undefined ? sum : carried + BigInt(sum)
  }

  /** The same of larger groups: `places` says in which of them each group is. */
  rolledUp(places: Int32Array, groups: number): WholeSums {
    const larger = new WholeSums(groups)
    for (let group = 0; group < places.length; group += 1)
      larger.add(places[group] as number, this.#sums[group] as number)
    for (const [group, carried] of this.#carried) {
      const place = places[group] as number
      larger.#carried.set(place, (larger.#carried.get(place) ?? 0n) + carried)
    }
    return larger
  }
}
