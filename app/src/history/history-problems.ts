/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { HistoryRefusal } from './history.ts'

export const HISTORY_PROBLEMS: ProblemTable<HistoryRefusal> = {
  history_unknown: {
    status: 404,
    title: { en: 'Nothing is known of it', ur: 'اس کا کچھ علم نہیں' },
    sentence: {
      en: () => 'There is nothing here that you may see and whose history could be shown. Check the address.',
      ur: () => 'یہاں ایسا کچھ نہیں جسے آپ دیکھ سکیں اور جس کی روداد دکھائی جا سکے۔ پتہ دیکھ لیجیے۔',
    },
  },
}
