/** What is refused while a return is entered on pages, in words. */
import type { ProblemTable } from '../../kernel/problem.ts'
import type { DraftRefusal } from './draft-lines.ts'

export const DRAFTS_PROBLEMS: ProblemTable<DraftRefusal> = {
  draft_unknown: {
    status: 404,
    title: { en: 'No lines are being entered', ur: 'کوئی سطریں درج نہیں ہو رہیں' },
    sentence: {
      en: () =>
        'This return has no draft that you may see. It may have been checked or discarded meanwhile; open the return.',
      ur: () =>
        'اس گوشوارے کا کوئی مسودہ نہیں جسے آپ دیکھ سکیں۔ ہو سکتا ہے اس کی جانچ ہو چکی ہو یا اسے ترک کر دیا گیا ہو؛ گوشوارہ کھول کر دیکھیے۔',
    },
  },
  draft_changed: {
    status: 412,
    title: { en: 'Changed meanwhile', ur: 'اس دوران بدل گیا' },
    sentence: {
      en: () =>
        'Somebody of your firm changed the draft after you opened this page, so nothing was saved. Open the page again and enter your change there.',
      ur: () =>
        'آپ کے صفحہ کھولنے کے بعد آپ کی فرم میں کسی نے مسودہ بدل دیا، اس لیے کچھ محفوظ نہیں ہوا۔ صفحہ دوبارہ کھول کر اپنی تبدیلی درج کیجیے۔',
    },
  },
  draft_line_gone: {
    status: 404,
    title: { en: 'No such line', ur: 'ایسی کوئی سطر نہیں' },
    sentence: {
      en: () => 'The draft has no such line. It may have been removed; look at the lines of the sheet.',
      ur: () => 'مسودے میں ایسی کوئی سطر نہیں۔ ہو سکتا ہے اسے نکال دیا گیا ہو؛ شیٹ کی سطریں دیکھیے۔',
    },
  },
  draft_unreadable: {
    status: 422,
    title: { en: 'The lines cannot be read', ur: 'سطریں پڑھی نہیں جا سکتیں' },
    sentence: { en: ({ why }) => why.en, ur: ({ why }) => why.ur },
  },
  draft_full: {
    status: 409,
    title: { en: 'The sheet is full', ur: 'شیٹ بھر چکی ہے' },
    sentence: {
      en: ({ most }) =>
        most === 1
          ? 'This sheet has one line only. Change that one.'
          : `This sheet takes at most ${most} lines. Remove one before you add another.`,
      ur: ({ most }) =>
        most === 1
          ? 'اس شیٹ میں صرف ایک سطر ہوتی ہے۔ اسی کو بدلیے۔'
          : `اس شیٹ میں زیادہ سے زیادہ ${most} سطریں ہو سکتی ہیں۔ نئی سطر سے پہلے کوئی سطر نکالیے۔`,
    },
  },
}
