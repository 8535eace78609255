import type { Suppression } from './suppression.ts'

export const EN = {
  title: 'Publications',
  lead: 'What the accepted returns of a year come to. Each edition stays as it is at its own address; what is corrected is a new edition, which lists what it says otherwise.',
  feed: 'Feed of new editions (Atom)',
  none: 'Nothing has been published yet. The first edition will stand here when an officer publishes it.',
  programme: 'Programme',
  year: 'Year',
  edition: 'Edition',
  published: 'Published',
  returns: 'Returns',
  revised: 'Figures revised',
  nameOf: (title: string, year: string, edition: number) => `${title}, ${year}, edition ${edition}`,
  newer: (edition: number) => `There is a newer edition of this year: edition ${edition}.`,
  latest: 'The newest edition of this year',
  rehearsal: 'Rehearsal: the law under which these returns were filed is a draft.',
  counts: (returns: number, added: number, restated: number) =>
    added + restated === 0
      ? `It counts ${returns} accepted ${returns === 1 ? 'return' : 'returns'}.`
      : `It counts ${returns} accepted returns: ${added} accepted and ${restated} restated since the edition before.`,
  rule: (least: number, share: string) =>
    `A cell of fewer than ${least} firms, or of which one firm has more than ${share}, is withheld, and so are cells from which it could be worked out.`,
  cite: 'To cite this edition',
  files: 'Files',
  data: 'Table (CSV)',
  sdmx: 'For statistical systems (SDMX-CSV 2.0)',
  dictionary: 'Dictionary of the words in the table (CSV)',
  chart: 'Chart to embed (SVG)',
  unitOf: (unit: string) => `in ${unit}`,
  endOf: (month: string) => `at the end of ${month}`,
  month: 'Month',
  total: 'Total',
  value: 'Value',
  withheld: 'withheld',
  source: 'Source',
  unknownLines: (lines: number) =>
    `${lines} ${lines === 1 ? 'line of a return is' : 'lines of returns are'} in no cell: there is no official rate for the day.`,
  revisions: 'Revisions',
  revisionsLead: 'What the edition before said otherwise.',
  noRevisions: 'It says nothing otherwise than the edition before.',
  series: 'Series',
  place: 'Cell',
  before: 'Before',
  after: 'Now',
  done: { published: 'Published. This edition stays as it is.' },
  publish: 'Publish an edition',
  publishIt: 'Publish',
  publishEffect:
    'What the accepted returns of the year come to becomes public at a permanent address. It cannot be taken back or changed, only followed by another edition.',
  why: {
    few_firms: 'too few firms',
    one_dominates: 'one firm has most of it',
    earlier_edition: 'an earlier edition would tell what too few firms added',
    protects_another: 'another withheld cell would follow from it',
  } satisfies Record<Suppression, string>,
}
