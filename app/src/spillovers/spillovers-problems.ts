/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { IncreaseAsked } from './read-increase.ts'
import type { TableProblem } from './table-rows.ts'

/** The first thing that is wrong with a table, at its place in the file, and how many more there are. */
interface TableUnfit extends TableProblem {
  readonly code: 'table_unfit'
  readonly more: number
}

interface IncreaseUnfit {
  readonly code: 'increase_unfit'
  readonly place: `/querystring/${keyof IncreaseAsked}`
  readonly sentence: string
  readonly ur: string
}

export type SpilloverRefusal = TableUnfit | IncreaseUnfit | { readonly code: 'table_endless' }

export function unfitTable(problems: readonly TableProblem[]): TableUnfit {
  const first = problems[0] ?? { row: 1, column: 1, sentence: '', ur: '' }
  return { code: 'table_unfit', ...first, more: Math.max(0, problems.length - 1) }
}

export const SPILLOVERS_PROBLEMS: ProblemTable<SpilloverRefusal> = {
  table_unfit: {
    status: 422,
    title: { en: 'This table cannot be used', ur: 'یہ جدول استعمال نہیں ہو سکتا' },
    sentence: {
      en: ({ row, column, sentence, more }) =>
        `Row ${row}, column ${column}: ${sentence}${more === 0 ? '' : more === 1 ? ' One more place is wrong.' : ` ${more} more places are wrong.`}`,
      ur: ({ row, column, ur, more }) =>
        `سطر ${row}، کالم ${column}: ${ur}${more === 0 ? '' : ` مزید ${more} جگہ غلطی ہے۔`}`,
    },
  },
  increase_unfit: {
    status: 422,
    title: { en: 'This cannot be worked out', ur: 'اس کا حساب ممکن نہیں' },
    sentence: { en: ({ sentence }) => sentence, ur: ({ ur }) => ur },
  },
  table_endless: {
    status: 422,
    title: { en: 'This table cannot be used', ur: 'یہ جدول استعمال نہیں ہو سکتا' },
    sentence: {
      en: () =>
        'The table cannot be solved: some of its sectors live on each other alone, so that an increase would never end.',
      ur: () => 'جدول حل نہیں ہو سکتا: اس کے کچھ شعبے صرف ایک دوسرے پر چلتے ہیں، اس لیے اضافہ کبھی ختم نہ ہوتا۔',
    },
  },
}
