/** What is refused of replies to recommendations, in words. */
import type { ProblemTable } from '../../kernel/problem.ts'
import type { ReplyRefusal } from './recommendation.ts'

export const RECOMMENDATIONS_PROBLEMS: ProblemTable<ReplyRefusal> = {
  nothing_recommended: {
    status: 409,
    title: { en: 'Nothing was recommended', ur: 'کوئی سفارش نہیں ہوئی' },
    sentence: {
      en: ({ number }) =>
        `${number} recommends nothing to another authority, so that none answers it. What it imposes has effect by itself.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 میں کسی اور اتھارٹی سے کوئی سفارش نہیں، اس لیے اس کا کوئی جواب نہیں ہوتا۔ جو اس میں عائد ہے وہ خود مؤثر ہے۔`,
    },
  },
  reply_out_of_order: {
    status: 409,
    title: { en: 'That does not follow', ur: 'یہ اس کے بعد نہیں آتا' },
    sentence: {
      en: ({ number, kind }) =>
        kind === 'lifted'
          ? `Nothing is ordered upon ${number} that could be lifted. Record the order first.`
          : `An order upon ${number} stands. Record that the authority lifted it before anything else is recorded as decided.`,
      ur: ({ number, kind }) =>
        kind === 'lifted'
          ? `\u2066${number}\u2069 پر کوئی حکم نہیں جو اٹھایا جائے۔ پہلے حکم درج کیجیے۔`
          : `\u2066${number}\u2069 پر ایک حکم قائم ہے۔ کوئی اور فیصلہ درج کرنے سے پہلے درج کیجیے کہ اتھارٹی نے اسے اٹھا لیا۔`,
    },
  },
  reply_day: {
    status: 422,
    title: { en: 'That day has not come', ur: 'وہ دن ابھی نہیں آیا' },
    sentence: {
      en: ({ day, today }) => `The reply is dated ${day}, and today is ${today}. Give the day that stands on it.`,
      ur: ({ day, today }) =>
        `جواب کی تاریخ \u2066${day}\u2069 دی گئی ہے جبکہ آج \u2066${today}\u2069 ہے۔ وہی تاریخ دیجیے جو اس پر درج ہے۔`,
    },
  },
  reply_without_day: {
    status: 422,
    title: { en: 'From when the order has effect', ur: 'حکم کب سے مؤثر ہے' },
    sentence: {
      en: () => 'Say from which day the order has effect: that of the order, or a later one.',
      ur: () => 'بتائیے کہ حکم کس دن سے مؤثر ہے: اسی دن سے جب حکم ہوا، یا بعد سے۔',
    },
  },
}
