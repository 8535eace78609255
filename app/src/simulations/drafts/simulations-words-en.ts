/** The pages of simulations, in English. */
export const EN = {
  title: 'Simulations',
  intro:
    'What a draft would do to an industry: the release in force and the draft are applied to the same facts, and what comes out is held beside each other, firm by firm and year by year. Nobody is bound by it, and firms do not see it.',
  none: 'What a draft does will stand here. Load one below.',
  draft: 'Draft',
  programme: 'Programme',
  facts: 'Facts',
  cases: 'Cases',
  made: 'Made',
  onBy: (when: string, person: string | undefined) => (person === undefined ? when : `${when}, by ${person}`),
  sources: { sent: 'sent by the analyst', register: 'yearly returns of the register', invented: 'invented industry' },
  sourceNotes: {
    sent: 'The facts are those of the list that was sent.',
    register:
      'The facts are those of the yearly returns that were filed or accepted on that day, each in the year for which it was filed and as its own assessment takes them. Nothing is carried on to other years.',
    invented:
      'The facts are invented: 37 firms over seven years, the same every time. Each failure is taken to be noticed in September, and not cured.',
  },
  begin: 'Load a draft',
  which: 'Which draft',
  named: (programme: string, draft: string) => `${programme}: ${draft}`,
  other: (programme: string) => `${programme}: another, from the file below`,
  overlay: 'File of the draft',
  overlayHint:
    'Only for another draft: a YAML file as in the folder drafts/ of a programme, with the hash of the release that it amends.',
  whichFacts: 'Which facts',
  choices: {
    invented: { label: 'An invented industry', hint: '37 firms of mobile phones over seven years.' },
    register: { label: 'The register', hint: 'The yearly returns of the programme that are filed or accepted.' },
    sent: { label: 'A list of my own', hint: 'CSV or JSON, as maqami effect reads it: a row for each firm and year.' },
  },
  list: 'List of facts',
  listHint:
    'Only for a list of your own. Columns: id, as_of, period_end, firm, size, band, jobs, and facts by their names.',
  lines: 'Lines of the list',
  linesHint: 'CSV. Its name says what they are, such as parts.csv; its first column is the id of the row.',
  button: 'Hold the draft against the release',
  back: 'All simulations',
  law: (draft: string) => `Draft ${draft}`,
  wantedLabel: 'Show',
  paths: 'Take it with you',
  csv: 'Firm by firm and year by year, as a table (CSV)',
  paper: 'All of it as a paper (PDF)',
  draftFile: 'The draft as it was laid over the release',
  files: (name: string) => `The facts as they were read: ${name}`,
  commandNote: 'With the files above in the folder, and a programme of the same hash, this prints the same figures:',
  see: { release: 'See why by the release', draft: 'See why by the draft' },
  row: 'What changes, and why',
  done: { simulated: 'The draft has been held against the release.' },
}
