/** Of parts that each gain something and cost something, the fewest that gain enough together, and of those sets the cheapest. */
import { type Exact, reduced } from '../value/exact.ts'

export interface Candidate {
  readonly gain: Exact
  readonly cost: Exact
}

export interface Needed {
  readonly gain: Exact
  /** It must be more than that, and not just as much. */
  readonly strictly: boolean
}

export interface LeastSets {
  /** Undefined where all together do not gain enough. */
  readonly size: number | undefined
  /** By their places among the candidates, the cheapest set first. */
  readonly sets: readonly (readonly number[])[]
  /** All sets of that size were looked at, or could not be cheaper. */
  readonly complete: boolean
}

const MOST_STEPS = 200_000

interface Item {
  readonly place: number
  readonly gain: bigint
  readonly cost: bigint
}

/** `wanted` sets at most. What gains nothing is in none of them. */
export function leastSets(
  candidates: readonly Candidate[],
  needed: Needed,
  wanted: number,
  mostSteps = MOST_STEPS,
): LeastSets {
  const gains = inWholes([needed.gain, ...candidates.map((one) => one.gain)])
  const costs = inWholes(candidates.map((one) => one.cost))
  const items = candidates
    .map((_, place): Item => ({ place, gain: gains[place + 1] as bigint, cost: costs[place] as bigint }))
    .filter((item) => item.gain > 0n)
    .toSorted((a, b) => (a.gain === b.gain ? order(a.cost, b.cost) : order(b.gain, a.gain)))
  const need = (gains[0] as bigint) + (needed.strictly ? 1n : 0n)
  const best = [0n]
  for (const item of items) best.push((best.at(-1) as bigint) + item.gain)
  const size = best.findIndex((sum) => sum >= need)
  if (size === -1) return { size: undefined, sets: [], complete: true }
  const search = newSearch(items, best, wanted, mostSteps)
  choose(search, { from: 0, left: size, need, cost: 0n })
  return {
    size,
    sets: search.found.map((one) => one.places.toSorted((a, b) => a - b)),
    complete: search.steps < mostSteps,
  }
}

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The same numbers over their common denominator, without it. */
function inWholes(numbers: readonly Exact[]): readonly bigint[] {
  const parts = numbers.map(reduced)
  const common = parts.reduce((least, { d }) => least * (BigInt(d) / divisor(least, BigInt(d))), 1n)
  return parts.map(({ n, d }) => BigInt(n) * (common / BigInt(d)))
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

interface Search {
  readonly items: readonly Item[]
  /** What the first so many gain together. */
  readonly best: readonly bigint[]
  /** The least that a unit of gain costs from each place on, as cost and gain. */
  readonly cheapest: readonly Item[]
  readonly wanted: number
  readonly mostSteps: number
  readonly chosen: Item[]
  readonly found: { readonly places: readonly number[]; readonly cost: bigint }[]
  steps: number
}

function newSearch(items: readonly Item[], best: readonly bigint[], wanted: number, mostSteps: number): Search {
  const cheapest: Item[] = []
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at] as Item
    const behind = cheapest[at + 1]
    cheapest[at] = behind !== undefined && behind.cost * item.gain < item.cost * behind.gain ? behind : item
  }
  return { items, best, cheapest, wanted, mostSteps, chosen: [], found: [], steps: 0 }
}

interface Still {
  readonly from: number
  readonly left: number
  readonly need: bigint
  readonly cost: bigint
}

/** Items stand by falling gain, so the best that can still come are the next ones; the smallest that suffice are tried first. */
function choose(search: Search, { from, left, need, cost }: Still): void {
  if (left === 0) return keep(search, cost)
  const { items, best } = search
  let last = from
  while (last + left <= items.length && gained(best, last, left) >= need) last += 1
  for (let at = last - 1; at >= from; at -= 1) {
    search.steps += 1
    if (search.steps >= search.mostSteps) return
    const item = items[at] as Item
    if (isTooDear(search, cost, need, search.cheapest[at] as Item)) continue
    search.chosen.push(item)
    choose(search, { from: at + 1, left: left - 1, need: need - item.gain, cost: cost + item.cost })
    search.chosen.pop()
  }
}

function gained(best: readonly bigint[], from: number, count: number): bigint {
  return (best[from + count] as bigint) - (best[from] as bigint)
}

/** What is still needed cannot be had for less than at the best price there still is. */
function isTooDear({ found, wanted }: Search, cost: bigint, need: bigint, price: Item): boolean {
  const dearest = found[wanted - 1]
  const still = need > 0n ? need : 0n
  return dearest !== undefined && (cost - dearest.cost) * price.gain + still * price.cost >= 0n
}

function keep(search: Search, cost: bigint): void {
  const { found, chosen, wanted } = search
  const at = found.findIndex((one) => one.cost > cost)
  if (at === -1 && found.length >= wanted) return
  found.splice(at === -1 ? found.length : at, 0, { places: chosen.map((one) => one.place), cost })
  found.splice(wanted)
}
