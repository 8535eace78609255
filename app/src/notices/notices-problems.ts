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
  notice_served: {
    status: 409,
    title: { en: 'Served already', ur: 'نوٹس جاری ہو چکا' },
    sentence: {
      en: ({ served_on }) => `Notice of this failure was served on ${served_on}.`,
      ur: ({ served_on }) => `اس کوتاہی کا نوٹس \u2066${served_on}\u2069 کو جاری ہو چکا ہے۔`,
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
