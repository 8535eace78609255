/** What a table says, and what an increase brings by it: of a file that somebody sends, or of the table that comes with the project. */
import type { Outcome } from '../kernel/outcome.ts'
import { type IncreaseAsked, readIncrease } from './read-increase.ts'
import { nameTable } from './open-table.ts'
import { type NamedTable, type Solved, solve, type SpilloverJson, spilloverJson } from './spillover-json.ts'
import { type SpilloverRefusal, unfitTable } from './spillovers-problems.ts'
import { SENT_LIMITS } from './table-limits.ts'

export interface SolvedTable {
  readonly named: NamedTable
  readonly solved: Solved
}

export interface SentTable {
  readonly bytes: Buffer
  readonly name: string
  /** Empty where the table is of one. */
  readonly country: string
}

/** Nothing of it is kept. */
export async function solveSent({ bytes, name, country }: SentTable): Promise<Outcome<SolvedTable, SpilloverRefusal>> {
  const named = await nameTable(bytes, name, country === '' ? undefined : country, SENT_LIMITS)
  return named.ok ? solved(named) : { refused: unfitTable(named.problems) }
}

export function solved(named: NamedTable): Outcome<SolvedTable, SpilloverRefusal> {
  const found = solve(named.table)
  return found === undefined ? { refused: { code: 'table_endless' } } : { done: { named, solved: found } }
}

export function workOut(
  { named, solved: by }: SolvedTable,
  asked: IncreaseAsked,
): Outcome<SpilloverJson, SpilloverRefusal> {
  const read = readIncrease(named.table, asked)
  if (read.ok) return { done: spilloverJson(named, by, read.increase) }
  const { field, sentence, ur } = read
  return { refused: { code: 'increase_unfit', place: `/querystring/${field}`, sentence, ur } }
}
