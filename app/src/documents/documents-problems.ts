/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { NoDocument } from './document.ts'

export const DOCUMENTS_PROBLEMS: ProblemTable<NoDocument> = {
  document_unknown: {
    status: 404,
    title: { en: 'No such document', ur: 'ایسی کوئی دستاویز نہیں' },
    sentence: {
      en: () => 'There is no document here that you may see. Check the address.',
      ur: () => 'یہاں کوئی دستاویز نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
}
