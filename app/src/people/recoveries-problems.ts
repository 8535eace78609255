/** What is refused of the recovery of a second factor, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import { momentOf } from '../pages/when.ts'
import type { FactorRecoveryRefusal } from './recover-second-factor.ts'
import type { SigningRests } from './stop-recovery.ts'

type Own = Exclude<FactorRecoveryRefusal, { readonly code: 'locked_out' | 'password_wrong' }> | SigningRests

export const RECOVERIES_PROBLEMS: ProblemTable<Own> = {
  recovery_not_open: {
    status: 404,
    title: { en: 'Nothing to recover', ur: 'بحالی جاری نہیں' },
    sentence: {
      en: () => 'It was stopped or completed, or is older than a week. Ask who administers your organization.',
      ur: () => 'یہ روکی یا مکمل کی جا چکی ہے، یا ایک ہفتے سے پرانی ہے۔ اپنے ادارے کے منتظم سے پوچھیے۔',
    },
  },
  recovery_person_unknown: {
    status: 404,
    title: { en: 'No such person', ur: 'ایسا کوئی شخص نہیں' },
    sentence: {
      en: () => 'Nobody of your organization has this address. Look at the list of its people.',
      ur: () => 'آپ کے ادارے میں کسی کا یہ پتہ نہیں۔ لوگوں کی فہرست دیکھیے۔',
    },
  },
  recovery_of_oneself: {
    status: 403,
    title: { en: 'Nobody recovers himself', ur: 'کوئی اپنی بحالی خود نہیں کر سکتا' },
    sentence: {
      en: () => 'Another administrator asks for you, or an officer of the regulator.',
      ur: () => 'آپ کے لیے کوئی دوسرا منتظم یا نگران ادارے کا کوئی افسر درخواست کرے گا۔',
    },
  },
  recovery_by_regulator: {
    status: 403,
    title: { en: 'For an officer of the regulator', ur: 'نگران ادارے کے افسر کا کام' },
    sentence: {
      en: () =>
        'Who administers an organization, or belongs to several, is recovered by a case officer of the regulator. Ask one.',
      ur: () =>
        'جو کسی ادارے کا منتظم ہو یا کئی اداروں کا رکن ہو، اس کی بحالی نگران ادارے کا کیس افسر کرتا ہے۔ اس سے کہیے۔',
    },
  },
  recovery_open: {
    status: 409,
    title: { en: 'It runs already', ur: 'بحالی پہلے سے جاری ہے' },
    sentence: {
      en: () => 'A recovery runs for this person. Wait for its day, or stop it.',
      ur: () => 'اس شخص کی بحالی جاری ہے۔ وقت کا انتظار کیجیے، یا اسے روکیے۔',
    },
  },
  recovery_often: {
    status: 429,
    title: { en: 'Too often', ur: 'بہت زیادہ بار' },
    sentence: {
      en: ({ most }) => `For one person it can be asked ${most} times in thirty days. Find out what goes wrong first.`,
      ur: ({ most }) => `ایک شخص کے لیے تیس دن میں ${most} بار درخواست ہو سکتی ہے۔ پہلے معلوم کیجیے کہ مسئلہ کیا ہے۔`,
    },
  },
  recovery_waits: {
    status: 409,
    title: { en: 'Not yet', ur: 'ابھی نہیں' },
    sentence: {
      en: ({ until }) => `A day must go by first. Come back after ${momentOf(until, 'en').when}.`,
      ur: ({ until }) => `پہلے ایک دن گزرنا ضروری ہے۔ ${momentOf(until, 'ur').when} کے بعد آئیے۔`,
    },
  },
  signing_rests: {
    status: 409,
    title: { en: 'You sign nothing now', ur: 'فی الحال آپ دستخط نہیں کر سکتے' },
    sentence: {
      en: () =>
        'It was said that you lost your second factor. If you have it, sign out and sign in with it, which ends that; else set up another once the day is over.',
      ur: () =>
        'بتایا گیا ہے کہ آپ کا دوسرا ثبوت کھو گیا ہے۔ اگر وہ آپ کے پاس ہے تو سائن آؤٹ کر کے اسی سے سائن اِن کیجیے، جس سے یہ ختم ہو جائے گا؛ ورنہ دن گزرنے کے بعد نیا ترتیب دیجیے۔',
    },
  },
}
