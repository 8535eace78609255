/** The pages on which a return is entered, in English. */
export const EN = {
  title: 'Lines being entered',
  intro:
    'Your lines are kept as they are, right or not, until you check them. Checking makes a version of the return of them; after that you see what follows from it, and sign.',
  changed: 'Last changed',
  begunFrom: 'Begun from',
  version: (version: number) => `Version ${version}`,
  nothing: 'an empty return',
  sheets: 'Sheets',
  sheet: 'Sheet',
  lines: 'Lines',
  errors: 'Errors',
  what: 'What is wrong, and what to do',
  found: 'What is wrong so far',
  foundHint: 'Each leads to its line, where the same sentence stands beside the field.',
  noErrors: 'Nothing is wrong with these lines.',
  more: (shown: number, all: number) => `The first ${shown} of ${all} are shown.`,
  severities: { error: 'Error', warning: 'Remark' },
  check: 'Check and go on to sign',
  checkHint: (errors: number) =>
    errors === 0
      ? 'It becomes a version of the return, with nothing wrong in it.'
      : `It becomes a version with ${errors === 1 ? 'one error' : `${errors} errors`}, which cannot be signed before they are corrected.`,
  discard: 'Discard these lines',
  discardHint: 'The lines are lost. Versions of the return that were made before stay as they are.',
  stale: 'These lines were entered for an earlier template. What has changed stands below.',
  carry: 'Carry the lines into the new template',
  carryHint:
    'What you have entered goes on where a column still holds the same. The rest is left out, and is to be entered again.',
  copy: 'Copy',
  kind: 'Kind',
  workbook: 'Fetch these lines as a workbook',
  row: 'Row',
  rowNumber: (row: number) => `Row ${row}`,
  rowsHint: 'Rows have the numbers that they have in the workbook, where the first line is row 3.',
  edit: 'Change',
  noLines: 'This sheet has no lines yet.',
  add: 'Add a line',
  newLine: 'New line',
  full: 'This sheet takes no more lines.',
  save: 'Save the line',
  remove: 'Remove this line',
  removeHint: 'The line is taken out of the sheet, and the rows below it move up.',
  wrongHere: (count: number) =>
    count === 1 ? 'One thing is wrong in this line' : `${count} things are wrong in this line`,
  notChosen: 'Nothing chosen',
  enter: 'Enter it on pages',
  enterHint:
    'The return and the period that are chosen above, line by line and without a workbook. You can stop at any time and go on later.',
  enterIt: 'Begin, or go on',
  correct: 'Correct it on pages',
  carryFrom: 'Carry the lines into the new template, on pages',
  goOn: 'Go on with the lines being entered',
  done: {
    begun: 'The lines of the version have been taken over. Nothing has been changed in the version itself.',
    resumed: 'These lines were being entered already, and are shown as they were left.',
    saved: 'The line has been saved.',
    saved_wrong:
      'The line has been saved. What is wrong in it stands beside its fields; you may leave it so and go on later.',
    removed: 'The line has been removed.',
    carried: 'The lines have been carried into the new template.',
  },
}
