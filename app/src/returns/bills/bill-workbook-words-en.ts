/** The page on which a bill of materials comes as a workbook, in English. */
export const EN = {
  title: (revision: number, model: string) => `Revision ${revision} of ${model} from a workbook`,
  intro:
    'Fetch the workbook, fill it in with a spreadsheet program, and upload it. Its lines take the place of those of the draft.',
  fetch: 'Fetch the workbook of this revision',
  file: 'Workbook (.xlsx)',
  upload: 'Upload the workbook',
  released: 'This revision is released and stays as it is. Begin a new one on the page of the model.',
  notTaken: (count: number) =>
    `Nothing was taken: the file has ${count} ${count === 1 ? 'error' : 'errors'}. What to do stands below.`,
  annotated: 'Fetch the file with the errors marked in its cells',
  found: 'What was found in the file',
  place: 'Place',
  what: 'What is wrong, and what to do',
}
