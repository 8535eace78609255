/** What random programmes are made of: a tape of choices, and the names that every one of them knows. */

/** Where choices come from; the first choice of every list is the simplest. */
export interface Tape {
  readonly below: (count: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** True so many times in a hundred. */
  readonly chance: (percent: number) => boolean
}

export function tapeOf(numbers: readonly number[]): Tape {
  let at = 0
  const below = (count: number): number => {
    const number = numbers[at] ?? 0
    at += 1
    return number % count
  }
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    chance: (percent) => below(100) >= 100 - percent,
  }
}

/** A category's members; no name stands for two things. */
export const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  form: ['plug', 'bulb', 'tube'],
  book: ['imported', 'bought', 'made_here'],
}

export interface Known {
  readonly name: string
  readonly unit: string
  readonly event: boolean
}

const EVENTS = new Set(['paid', 'served_on', 'certified_share', 'local_rate', 'bought_on', 'waited'])
const known = (units: Readonly<Record<string, string>>): readonly Known[] =>
  Object.entries(units).map(([name, unit]) => ({ name, unit, event: EVENTS.has(name) }))

export const FACTS: readonly Known[] = known({
  price: 'PKR',
  paid: 'PKR',
  declared: 'USD',
  exchange_rate: 'PKR per USD',
  share: 'percent',
  certified_share: 'percent',
  made: 'count',
  size: 'number',
  waited: 'days',
  sold_on: 'date',
  served_on: 'date',
  open: 'boolean',
  form: 'form',
})

export const COLUMNS: readonly Known[] = known({
  book: 'book',
  quantity: 'count',
  unit_value: 'PKR',
  local_rate: 'percent',
  bought_on: 'date',
  tested: 'boolean',
})

export type Axis = 'form' | 'book' | 'open' | 'count' | `band of ${string}`

export interface Table {
  readonly name: string
  readonly unit: string
  readonly by: readonly Axis[]
}

export interface Made {
  readonly name: string
  /** Of its value; `met` for a requirement. */
  readonly unit: string
  readonly per: 'parts' | 'form' | undefined
}
