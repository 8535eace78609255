/** The yearly return beside its months, in English. */
export const EN = {
  title: (kind: string) => `Beside the months: ${kind}`,
  noneFiled: 'No month of this year is filed, so there is nothing to hold this return against.',
  missing: 'These months are not filed, and are missing from the sums below:',
  agrees: 'What was filed for the months comes to what this return says.',
  hint: 'Each line says how much more, or less, the yearly return says than its months. It stops nothing: correct whichever is wrong by a new version.',
  what: 'What',
  year: 'In this return',
  months: 'In the months',
  difference: 'Difference',
  lines: 'Lines',
  yearly: 'Year',
}
