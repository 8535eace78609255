/** What a version changes in the one before it, in English. */
export const EN = {
  title: (after: number, before: number) => `Version ${after} beside version ${before}`,
  intro:
    'A line is known again by the key of its sheet. In a sheet without a key, a changed line is one removed and one added.',
  documentOf: (version: number) => `Workbook of version ${version}`,
  lines: 'Lines',
  sheet: 'Sheet',
  same: 'The two versions say the same in every line.',
  changes: { added: 'Added', removed: 'Removed', changed: 'Changed' },
  unchanged: 'Unchanged',
  counted: (from: number, to: number, all: number) =>
    all === to && from === 1
      ? `${all === 1 ? 'One line differs' : `${all} lines differ`}.`
      : `Lines ${from} to ${to} of ${all} that differ.`,
  change: 'Change',
  line: 'Line',
  row: 'Row',
  rowBefore: 'Row before',
  rowAfter: 'Row after',
  column: 'Column',
  before: 'Before',
  after: 'After',
  what: 'What differs',
  blank: 'blank',
  see: (before: number) => `What it changes in version ${before}`,
}
