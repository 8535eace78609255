/** The page of a version of a return in English. */
export const EN = {
  file: 'File',
  fetchFile: 'Fetch the file as it was uploaded',
  destroyed: (day: string) =>
    `Destroyed on ${day}, when the time for which it is kept was over. What was read in it is kept.`,
  found: 'What was found in the file',
  foundHint: 'Each line names the cell. The same sentences stand in the cells of the annotated copy.',
  fetchAnnotated: 'Fetch the annotated copy',
  more: (shown: number, all: number) => `The first ${shown} of ${all} are shown. The annotated copy shows all.`,
  sheet: 'Sheet',
  row: 'Row',
  column: 'Column',
  what: 'What is wrong, and what to do',
  severity: 'Kind',
  severities: { error: 'Error', warning: 'Remark' },
  correct: 'The file has errors, so nothing follows from it yet. Correct the cells below and upload it again.',
  correctFile: 'Nothing follows from this file yet. What is wrong with it, and what to do, stands below.',
  uploadAgain: 'Upload the corrected workbook',
  newTemplate: 'Fetch the template that is in use now',
  follows: 'What follows from this version',
  followsHint:
    'As the law and your case stand today. It is kept nowhere and binds nobody; the authority assesses what you file.',
  differs: 'What follows otherwise',
  differsHint:
    'Both versions under the law in force and with the case as it stands today. It is kept nowhere and binds nobody.',
  finding: 'Finding',
  before: 'Before',
  after: 'After',
  amountDiffers: 'Difference',
  notReported: 'not reported',
  sameFindings: (same: number, moved: number) =>
    moved === 0
      ? 'Every finding comes out the same.'
      : same === 0
        ? 'No finding comes out the same.'
        : same === 1
          ? 'One other finding comes out the same.'
          : `${same} other findings come out the same.`,
  cannotSay: 'What follows cannot be said yet',
  sign: 'Sign and file',
  signText: (called: string, version: number) =>
    `By signing you declare for your firm that version ${version} of “${called}” is complete and true, and file it with the authority. You can amend it later by a new version; what was filed stays on record.`,
  signed: 'What you sign',
  signedHint: 'The name of the file and of the facts that were read in it. The same name is kept with your signature.',
  code: 'Code of your second factor',
  codeHint: 'The six digits that your authenticator shows now. A recovery code is not taken here.',
  signIt: 'Sign and file the return',
  onlySignatory: 'A signatory of your firm must sign and file it. Ask your colleague to open this page.',
  periodNotOver: (last: string) =>
    `The period ends on ${last}. You can sign and file after that day; the draft stays as it is.`,
  later: 'A later version has been uploaded. Only the last one can be filed.',
  toLater: 'Go to the last version',
  done: { uploaded: 'The return has been uploaded and read. Nothing has been filed yet.' },
}
