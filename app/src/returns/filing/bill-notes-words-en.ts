/** A return beside the bills of materials of its models, in English. */
import type { BillNote } from '../hold-bill.ts'

const CODES: Readonly<Record<BillNote['code'], string>> = {
  model_unknown: 'The model has not been entered',
  no_type_approval: 'No type approval of the model in the period',
  no_bill: 'No released bill of materials of the model',
  part_not_in_bill: 'Part that the bill does not have',
  part_not_in_return: 'Part of the bill that the return does not have',
  quantity_differs: 'Other quantity than in the bill',
  substitute_used: 'A substitute was used',
  book_differs: 'Other source than in the bill',
  hs_code_differs: 'Other HS code than in the bill',
  class_differs: 'Other class than in the bill',
}

export const EN = {
  title: 'Beside the bills of materials',
  hint: 'Each line is a note for whoever looks at the return: where it says something else than the bill of materials of the model in force in the period. A note stops nothing. Correct whichever is wrong, the return by a new version or the bill by a new revision.',
  quantities: 'Quantities are for one device; the difference is in pieces, over the whole period.',
  summary: (notes: number, models: number) =>
    notes === 0
      ? `The return and the bills of materials of its ${models === 1 ? 'model' : `${models} models`} say the same.`
      : `${notes} ${notes === 1 ? 'note' : 'notes'} on ${models} ${models === 1 ? 'model' : 'models'}.`,
  open: 'Open the notes, model by model',
  notCompared:
    'The programme does not say which columns of this return are those of a bill of materials, so nothing is compared.',
  fetch: 'The notes as a table (CSV)',
  made: (count: string) => `Made in the period: ${count}.`,
  revisions: (numbers: string) => `Held against revision ${numbers} of the bill of materials.`,
  later: 'It was released after the period: none was in force within it.',
  agrees: 'The return and the bill say the same of this model.',
  more: (shown: number, count: number) =>
    `The first ${shown} of ${count} are shown; the table to fetch has all of them.`,
  model: 'Model',
  code: 'Code of the note',
  what: 'Note',
  partCode: 'Part code',
  part: 'Part',
  standsFor: (code: string) => `in place of ${code}`,
  inReturn: 'In the return',
  inBill: 'In the bill',
  difference: 'Difference',
  lines: 'Lines',
  toModel: 'Open the model',
  codes: CODES,
}
