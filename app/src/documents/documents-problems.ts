/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { FileRefusal, NoDocument } from './document.ts'

export const DOCUMENTS_PROBLEMS: ProblemTable<NoDocument | FileRefusal> = {
  document_unknown: {
    status: 404,
    title: { en: 'No such document', ur: 'ایسی کوئی دستاویز نہیں' },
    sentence: {
      en: () => 'There is no document here that you may see. Check the address.',
      ur: () => 'یہاں کوئی دستاویز نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  file_type_unfit: {
    status: 422,
    title: { en: 'Another kind of file', ur: 'فائل کسی اور قسم کی ہے' },
    sentence: {
      en: () =>
        'By its content, whatever its name says, the file is no PDF, workbook (.xlsx), picture (PNG, JPEG) or plain text. Save it as one of these.',
      ur: () =>
        'نام جو بھی ہو، اپنے مواد کے لحاظ سے یہ فائل نہ پی ڈی ایف ہے، نہ ورک بک (.xlsx)، نہ تصویر (PNG یا JPEG)، نہ سادہ متن۔ اسے ان میں سے کسی صورت میں محفوظ کیجیے۔',
    },
  },
}
