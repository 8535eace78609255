/** Statistics in English. */
import type { StatisticWords } from './statistic-words.ts'

export const EN: StatisticWords = {
  title: 'Statistics of the industry',
  lead: 'What has been published about making and importing handsets, brand by brand and year by year. Each figure stands as its source gives it and opens that source. Nothing is averaged: where sources contradict each other, all of them are shown.',
  groups: {
    units: 'Handsets made and imported',
    brands: 'Handsets made here, by brand',
    import_values: 'Value of imports',
    exports: 'Exports',
    licences: 'Manufacturing authorisations',
    jobs: 'Jobs and investment',
  },
  units: {
    million: 'million',
    'USD million': 'million US dollars',
    'PKR billion': 'billion rupees',
    sets: 'sets',
    count: 'firms',
    persons: 'persons',
  },
  statuses: { official: 'Official', reported: 'Reported', estimated: 'Estimated' },
  meanings: {
    official: 'a figure of an authority, as the source carries it',
    reported: 'the source does not say whose figure it is',
    estimated: 'reckoned from other figures, as its note says',
  },
  statusesTitle: 'What the states mean',
  series: 'What',
  period: 'Period',
  value: 'Figure',
  unit: 'Unit',
  status: 'State',
  saidBy: 'By',
  source: 'Source',
  note: 'Note',
  notSaid: 'not said',
  fiscal: (year) => `FY ${year}`,
  between: (from, to) => `${from} to ${to}`,
  until: (to) => `up to ${to}`,
  madeAgainst: (year, made, imported) =>
    `In ${year}, ${made} million handsets were made or assembled here and ${imported} million imported complete`,
  brandsLed: (brand, value, period) => `${brand} made most: ${value} million in ${period}`,
  importsGrew: (before, after, from, to) =>
    `Imports of mobile phones came to USD ${after} million in ${to}, after USD ${before} million in ${from}`,
  chartNote: 'Whole years only. Where sources differ, the bar is pale between the lowest and the highest figure.',
  brandsNote: 'The period of which most brands have a figure.',
  noFigure: 'none found',
  figures: (count) => `All figures with their sources (${count})`,
  contradictions: 'Where sources contradict each other',
  contradictionsLead: (count) =>
    count === 0
      ? 'No source contradicts another.'
      : count === 1
        ? 'In one place sources contradict each other.'
        : `In ${count} places sources contradict each other.`,
  contradictionsNote: 'Which figure is right is not decided here.',
  contradiction: {
    differ: 'Different figures for the same period',
    part_is_more: 'More in a part than in the whole',
  },
}
