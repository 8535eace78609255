/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { NoticeRefusal } from './notice.ts'

export const NOTICES_PROBLEMS: ProblemTable<NoticeRefusal> = {
  notice_unknown: {
    status: 404,
    title: { en: 'No such notice', ur: 'ایسا کوئی نوٹس نہیں' },
    sentence: {
      en: () => 'There is no notice here that you may see. Check the address.',
      ur: () => 'یہاں کوئی نوٹس نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  no_failure_determined: {
    status: 409,
    title: { en: 'No failure determined', ur: 'کوتاہی کا فیصلہ نہیں' },
    sentence: {
      en: ({ number }) => `${number} is not an approved determination of failure. Notice is served of such a one only.`,
      ur: ({ number }) => `\u2066${number}\u2069 کوتاہی کا منظور شدہ فیصلہ نہیں۔ نوٹس صرف ایسے فیصلے پر جاری ہوتا ہے۔`,
    },
  },
  notice_issued: {
    status: 409,
    title: { en: 'Issued already', ur: 'نوٹس جاری ہو چکا' },
    sentence: {
      en: ({ issued_on }) => `Notice of this failure was issued on ${issued_on}. What is left is to serve it.`,
      ur: ({ issued_on }) => `اس کوتاہی کا نوٹس \u2066${issued_on}\u2069 کو جاری ہو چکا ہے۔ اب اس کی تعمیل باقی ہے۔`,
    },
  },
  notice_served: {
    status: 409,
    title: { en: 'Served already', ur: 'نوٹس کی تعمیل ہو چکی' },
    sentence: {
      en: ({ served_on }) => `This notice was served on ${served_on}.`,
      ur: ({ served_on }) => `اس نوٹس کی تعمیل \u2066${served_on}\u2069 کو ہو چکی ہے۔`,
    },
  },
  notice_not_served: {
    status: 409,
    title: { en: 'Not served yet', ur: 'ابھی تعمیل نہیں ہوئی' },
    sentence: {
      en: () =>
        'There is no proof yet that this notice was served, so that nothing follows from it. The firm’s signatory acknowledges it in the inbox, or a case officer records the proof of service.',
      ur: () =>
        'ابھی اس نوٹس کی تعمیل کا کوئی ثبوت نہیں، اس لیے اس پر کوئی کارروائی نہیں ہوتی۔ فرم کا مجاز دستخط کنندہ موصولہ خطوط میں اس کی وصولی تسلیم کرے، یا کیس افسر تعمیل کا ثبوت درج کرے۔',
    },
  },
  service_day: {
    status: 422,
    title: { en: 'Not a day of service', ur: 'تعمیل کا دن نہیں' },
    sentence: {
      en: ({ day, issued_on, today }) =>
        `${day} is not between ${issued_on}, when the notice was issued, and today, ${today}.`,
      ur: ({ day, issued_on, today }) =>
        `\u2066${day}\u2069، نوٹس کے اجرا کے دن \u2066${issued_on}\u2069 اور آج \u2066${today}\u2069 کے درمیان نہیں۔`,
    },
  },
  file_not_of_notice: {
    status: 422,
    title: { en: 'No file of this case', ur: 'اس معاملے کی فائل نہیں' },
    sentence: {
      en: () => 'The file that is named was not handed in about a notice to this firm. Hand it in first.',
      ur: () => 'جس فائل کا حوالہ ہے وہ اس فرم کے کسی نوٹس پر جمع نہیں ہوئی۔ پہلے اسے جمع کیجیے۔',
    },
  },
  event_not_there: {
    status: 404,
    title: { en: 'Nothing there to act on', ur: 'ایسا کچھ درج نہیں' },
    sentence: {
      en: () => 'This notice has no such answer, request or proposal that waits. Look at its page again.',
      ur: () => 'اس نوٹس پر ایسا کوئی جواب، درخواست یا تجویز زیرِ التوا نہیں۔ اس کا صفحہ دوبارہ دیکھیے۔',
    },
  },
  event_settled: {
    status: 409,
    title: { en: 'Done already', ur: 'یہ ہو چکا ہے' },
    sentence: {
      en: () =>
        'Somebody has done this before, or there is nothing new. What was said stands on the page of the notice.',
      ur: () => 'یہ پہلے ہو چکا ہے، یا کچھ نیا نہیں۔ جو کہا گیا وہ نوٹس کے صفحے پر درج ہے۔',
    },
  },
  no_notice_in_law: {
    status: 409,
    title: { en: 'The law knows no notice', ur: 'قانون میں نوٹس نہیں' },
    sentence: {
      en: ({ programme }) => `${programme} gives no time to cure from a notice, so that none can be served.`,
      ur: ({ programme }) => `${programme} میں نوٹس سے تلافی کی مہلت مقرر نہیں، اس لیے نوٹس جاری نہیں ہو سکتا۔`,
    },
  },
  cured_already: {
    status: 409,
    title: { en: 'A cure is recorded', ur: 'تلافی درج ہے' },
    sentence: {
      en: ({ happened_on }) => `The failure was recorded as cured on ${happened_on}.`,
      ur: ({ happened_on }) => `کوتاہی \u2066${happened_on}\u2069 کو دور ہو چکی درج ہے۔`,
    },
  },
  cure_day: {
    status: 422,
    title: { en: 'Not a day of a cure', ur: 'تلافی کا دن نہیں' },
    sentence: {
      en: ({ day, served_on, today }) =>
        `${day} is not between ${served_on}, when the notice was served, and today, ${today}.`,
      ur: ({ day, served_on, today }) =>
        `\u2066${day}\u2069، نوٹس کے دن \u2066${served_on}\u2069 اور آج \u2066${today}\u2069 کے درمیان نہیں۔`,
    },
  },
}
