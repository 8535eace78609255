/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { ExportRefusal } from './export.ts'

export const EXPORTS_PROBLEMS: ProblemTable<ExportRefusal> = {
  export_not_yet: {
    status: 422,
    title: { en: 'This day has not come', ur: 'یہ دن ابھی نہیں آیا' },
    sentence: {
      en: ({ today }) => `Goods that have not left cannot be attested: give a day not after ${today}.`,
      ur: ({ today }) =>
        `جو مال ابھی روانہ نہیں ہوا اس کی تصدیق نہیں ہو سکتی: \u2066${today}\u2069 تک کا کوئی دن دیجیے۔`,
    },
  },
}
