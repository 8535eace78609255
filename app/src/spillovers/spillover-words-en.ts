/** Spillover in English. */
import type { SpilloverWords } from './spillover-words.ts'

export const EN: SpilloverWords = {
  unit: (unit) => `In ${unit}; employment in persons for one unit`,
  kinds: { one: 'type I', two: 'type II, with what households spend' },
  sector: 'Sector',
  output: 'Output',
  added: 'Value added',
  imports: 'Imports',
  employment: 'Employment',
  backward: 'Backward linkage',
  forward: 'Forward linkage',
  multipliers: 'What one unit more of final demand for a sector brings',
  linkages: 'How a sector hangs together with the others (the average is 1)',
  effect: (amount, sector) => `What ${amount} more of final demand for ${sector} brings`,
  total: 'Together',
  estimate: 'An estimate: every sector goes on using what it used, at the same prices, and nothing is in short supply.',
}
