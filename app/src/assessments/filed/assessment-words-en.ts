/** The pages of assessments of filed returns, in English. */

export const EN = {
  assessReturn: (year: string) => `Assess the return ${year}`,
  assessment: (year: string) => `Assessment ${year}`,
  return: (year: string, firm: string) => `Return ${year} of ${firm}`,
  programme: 'Programme',
  firm: 'Manufacturer',
  version: 'Version of the return',
  state: 'State',
  accepted: 'Accepted',
  filed: 'Filed, not reviewed yet',
  asOf: 'As of',
  made: 'Made',
  onBy: (when: string, person: string | undefined) => (person === undefined ? when : `${when}, by ${person}`),
  day: 'Day of the assessment',
  dayHint: 'Today, or a day since the year began. What was known of the case by now counts, whatever the day.',
  whatItDoes: (firm: string) =>
    `The law of that day is applied to the facts of the return. ${firm} learns of it only by a determination.`,
  kept: 'The assessment is kept with a hash of its result, and can be computed again years later.',
  run: 'Assess',
  before: 'Assessments of this return',
  noneBefore: 'When this return is assessed, each assessment appears here with its day. None has been made.',
  open: (day: string) => `Assessment as of ${day}`,
  outdated: 'A later version of the return has been filed since. Nothing can be determined from this assessment.',
  determine: 'See what can be determined from this',
  done: { assessed: 'The return is assessed. Nothing has effect until it is determined, by two officers.' },
}
