/** The summary of a simulation, in English. */
import type { SimulationWords } from './simulation-words.ts'

export const EN: SimulationWords = {
  hasValue: 'has a value',
  inAll: 'in all',
  release: (hash, draft) => `${draft === undefined ? '' : `Under the draft ${draft}. `}Release ${hash}`,
  byReason: 'Findings without an outcome, by reason:',
  moreReasons: (count) => `and ${count} more reasons`,
  rows: (all, exact) => `${all} rows; for ${exact} of them the exact engine had to decide something.`,
}
