/** What the published cells tell of a withheld one: the least and the most that it can be. */
import { add, divide, type Exact, negate, ZERO } from '@maqami/engine/value/exact.ts'
import type { Cells } from './cells.ts'

export interface Interval {
  readonly least: number
  /** Infinite where nothing bounds it. */
  readonly most: number
}

/** Solves what is written in the LP format of CPLEX. */
export type Solver = (problem: string) => Solved

export type Solved = { readonly optimum: number } | 'unbounded'

/** Whoever reads the tables knows which cells add up to which, and that none is below zero. */
export function intervalOf(
  key: string,
  { cells, relations }: Cells,
  withheld: { readonly has: (key: string) => boolean },
  solver: Solver,
): Interval {
  const value = cells.get(key)?.value ?? ZERO
  // In units of the cell, so that the solver's tolerance is a share of it.
  const inUnits = (one: Exact): number => approximate(divide(one, value))
  const names = new Map<string, string>()
  const nameOf = (one: string): string => {
    const name = names.get(one) ?? `x${names.size}`
    names.set(one, name)
    return name
  }
  const target = nameOf(key)
  const lines = relations.flatMap(({ whole, parts }) => {
    const hidden = [whole, ...parts].filter((one) => withheld.has(one))
    if (hidden.length === 0) return []
    const signed = (one: string, amount: Exact): Exact => (one === whole ? amount : negate(amount))
    const known = [whole, ...parts]
      .filter((one) => !withheld.has(one))
      .reduce((sum, one) => add(sum, signed(one, cells.get(one)?.value ?? ZERO)), ZERO)
    const terms = hidden.map((one) => `${one === whole ? '-' : '+'} ${nameOf(one)}`)
    return [`${terms.join(' ')} = ${inUnits(known)}`]
  })
  if (lines.length === 0) return { least: 0, most: Number.POSITIVE_INFINITY }
  const solved = (sense: string): number => {
    const found = solver(`${sense}\nobj: ${target}\nSubject To\n${lines.join('\n')}\nEnd\n`)
    return found === 'unbounded' ? Number.POSITIVE_INFINITY : found.optimum * approximate(value)
  }
  return { least: solved('Minimize'), most: solved('Maximize') }
}

/** Within the last of some sixteen digits. */
export function approximate({ n, d }: Exact): number {
  return Number(n) / Number(d)
}
