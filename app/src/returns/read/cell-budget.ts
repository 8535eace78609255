/** What a whole return may still take of memory, counted while it is read. */
import type { ReturnLimits } from '../return-limits.ts'
import { refuse } from '../return-refusal.ts'

export interface CellBudget {
  readonly limits: ReturnLimits
  cells: number
  places: number
  text: number
}

export function newBudget(limits: ReturnLimits): CellBudget {
  return { limits, cells: limits.cells, places: limits.places, text: limits.text }
}

/** Charges a row that is kept: its filled cells, and the places up to its last. */
export function chargeRow(budget: CellBudget, filled: number, places: number): void {
  budget.cells -= filled
  budget.places -= places
  if (budget.cells < 0) refuse('too_many_cells', undefined, String(budget.limits.cells))
  if (budget.places < 0) refuse('too_many_cells', undefined, String(budget.limits.places))
}

/** Every text costs a little more than its characters. */
export function chargeText(budget: CellBudget, characters: number): void {
  budget.text -= characters + 8
  if (budget.text < 0) refuse('too_much_text', undefined, String(budget.limits.text))
}
