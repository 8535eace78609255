/** The page that compares routes in English. */
import type { ComparePageWords } from './compare-page-words.ts'

export const EN: ComparePageWords = {
  lead: 'What one set costs by each way in which it can come to be sold here, under the law that binds those who bring or make it. Enter a value; change whatever is assumed; open any figure down to its clause.',
  law: 'Law',
  more: 'All assumptions, and the parts of the kit',
  compare: 'Compare',
  result: (law, day) => `${law}, on ${day}`,
  open: 'Each figure opens to how it came about.',
  stack: 'Where the price of one set goes',
  figure: 'Figure',
  charges: 'Charges, by the law that sets them',
  gap: 'Charges on the finished set against those on its kit',
  gapNote: 'For a kit of the same C&F value. A gap of at least 30% of that value is reported as promised.',
  gapColumns: ['C&F value', 'Finished set', 'Kit', 'Gap', 'Promise'],
  moved: 'Look closer at',
  route: 'of',
  than: 'less that of',
  moves: 'What the result hangs on',
  movesNote: (difference) =>
    `${difference}: what it becomes while one assumption goes from its lowest to its highest value and all else stays. What moves it most comes first.`,
  assumption: 'Assumption',
  from: 'Lowest',
  to: 'Highest',
  atLow: 'At the lowest',
  atHigh: 'At the highest',
  breakEven: 'Where one overtakes the other',
  noBehaviour: 'Nobody’s behaviour changes here: as many sets are sold whatever they cost.',
  method: 'The method, with every formula and reading',
  why: (figure, route) => `${figure}: ${route}`,
  back: 'Back to the comparison',
}
