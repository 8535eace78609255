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
  document_destroyed: {
    status: 410,
    title: { en: 'The file was destroyed', ur: 'فائل تلف ہو چکی ہے' },
    sentence: {
      en: ({ destroyed_on }) =>
        `The time for which this file is kept was over, and it was destroyed on ${destroyed_on}. What was read in it, its hash and the signatures over them are kept: open its return.`,
      ur: ({ destroyed_on }) =>
        `اس فائل کو محفوظ رکھنے کی مدت پوری ہو گئی تھی، اور اسے \u2066${destroyed_on}\u2069 کو تلف کر دیا گیا۔ جو کچھ اس میں پڑھا گیا، اس کا ہیش اور ان پر دستخط محفوظ ہیں: اس کا گوشوارہ کھولیے۔`,
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
