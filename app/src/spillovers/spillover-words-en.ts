/** Spillover in English. */
import type { SpilloverWords } from './spillover-words.ts'

export const EN: SpilloverWords = {
  title: 'Spillover',
  lead: 'What it brings to every sector of the economy when more of one is made here, such as components of electronics that were imported until now: output, value added, imports and employment, by an input-output table.',
  unit: (unit) => `In ${unit}; employment in persons for one unit`,
  from: (provenance) => `Table: ${provenance}`,
  kinds: { type_one: 'type I', type_two: 'type II, with what households spend' },
  sector: 'Sector',
  figures: ['Output', 'Value added', 'Imports', 'Employment'],
  notSaid: 'not said',
  noTypeTwo:
    'The table does not say what households earn, so there is no type II. A row of compensation makes it possible.',
  endless:
    'The table cannot be solved: some of its sectors live on each other alone, so that an increase would never end.',
  backward: 'Backward linkage',
  forward: 'Forward linkage',
  multipliers: 'What one unit more of final demand for a sector brings',
  linkages: 'How a sector hangs together with the others (the average is 1)',
  effectOf: ({ amount, sector, into }) =>
    into === null
      ? `What ${amount} more of final demand for ${sector} brings`
      : `What it brings when ${into} uses ${amount} of ${sector} made here in place of imports`,
  total: 'Together',
  estimate: 'An estimate: every sector goes on using what it used, at the same prices, and nothing is in short supply.',
  ask: 'What increases',
  askSector: 'Sector of which more is made here',
  askAmount: (unit) => `How much more (${unit})`,
  askInto: 'In place of what is imported by',
  intoHint: 'Local components take the place of imports, at most of as much as the sector imports today.',
  finalDemand: 'nobody: final demand grows, such as exports',
  work: 'Work it out',
  table: 'Table',
  country: 'Country',
  ofLayout: { square: 'square, of one country', oecd_icio: 'OECD ICIO', adb_mrio: 'ADB MRIO' },
  layout: 'Layout',
  hash: 'Its hash',
  outputBySector: (made) => `All sectors together make ${made} more, of which each`,
  quadrantTitle: 'Which sectors draw on others, and on which others draw',
  quadrants: [
    'key sector: both above the average',
    'draws on others more than others on it',
    'others draw on it more than it on them',
    'below the average in both',
  ],
  quadrant: 'What that means',
  average: 'average',
  own: 'Use a table of your own',
  ownLead:
    'In the square layout, or as the OECD (ICIO) or the ADB (MRIO) publish theirs, as CSV or XLSX. It is checked for balance, worked out and forgotten: nothing of it is kept.',
  file: 'Table (CSV or XLSX, at most 8 MB)',
  fileHint: 'A larger one is read by the command line.',
  countryHint: 'Its code in the table, such as PAK, where it holds several.',
  asCsv: 'The same as a table (CSV)',
  shipped: 'Back to the table that comes with Maqami',
  bySector: 'By sector',
  ofTable: 'in the unit of the table',
  nameHint: 'As the table names it. Left empty, the multipliers and linkages alone are worked out.',
  intoOwnHint: 'Left empty, final demand grows, such as exports.',
}
