/** What this slice refuses, in words. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import type { ProblemTable } from '../kernel/problem.ts'
import type { ConsultationRefusal } from './consultation.ts'

export const CONSULTATIONS_PROBLEMS: ProblemTable<ConsultationRefusal> = {
  consultation_unknown: {
    status: 404,
    title: { en: 'No such consultation', ur: 'ایسی کوئی مشاورت نہیں' },
    sentence: {
      en: () => 'There is no consultation with this number. Check the address.',
      ur: () => 'اس نمبر کی کوئی مشاورت نہیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  consultation_closed: {
    status: 409,
    title: { en: 'It is closed', ur: 'مشاورت بند ہو چکی ہے' },
    sentence: {
      en: ({ closes_on }) =>
        `Comments were taken until the end of ${displayDayText(closes_on, 'en')}. Its page says what was heard.`,
      ur: ({ closes_on }) =>
        `آرا ${displayDayText(closes_on, 'ur')} کے اختتام تک لی گئیں۔ جو سنا گیا وہ اس کے صفحے پر ہے۔`,
    },
  },
  consultation_open: {
    status: 409,
    title: { en: 'It is still open', ur: 'مشاورت ابھی جاری ہے' },
    sentence: {
      en: ({ closes_on }) =>
        `Comments are taken until the end of ${displayDayText(closes_on, 'en')}. Report after that day.`,
      ur: ({ closes_on }) => `آرا ${displayDayText(closes_on, 'ur')} کے اختتام تک لی جاتی ہیں۔ رپورٹ اس کے بعد دیجیے۔`,
    },
  },
  consultation_early: {
    status: 422,
    title: { en: 'That day has passed', ur: 'وہ دن گزر چکا' },
    sentence: {
      en: ({ today }) => `Give the last day for comments: ${displayDayText(today, 'en')} or a later one.`,
      ur: ({ today }) => `آرا کا آخری دن دیجیے: ${displayDayText(today, 'ur')} یا اس کے بعد کا۔`,
    },
  },
  effect_of_firms: {
    status: 422,
    title: { en: 'It would tell what firms filed', ur: 'اس سے فرموں کے گوشوارے کھل جائیں گے' },
    sentence: {
      en: () => 'This simulation is over the returns of firms. Publish one over an invented list.',
      ur: () => 'یہ جانچ فرموں کے گوشواروں پر ہے۔ فرضی فہرست پر کی گئی جانچ شائع کیجیے۔',
    },
  },
  clause_unknown: {
    status: 422,
    title: { en: 'No such clause', ur: 'ایسی کوئی شق نہیں' },
    sentence: {
      en: () => 'Choose one of the clauses of this draft.',
      ur: () => 'اسی مسودے کی کوئی شق چنیے۔',
    },
  },
  attachment_unknown: {
    status: 422,
    title: { en: 'No such attachment', ur: 'ایسی کوئی فائل نہیں' },
    sentence: {
      en: () => 'Hand in the file first, and name it by what was answered.',
      ur: () => 'پہلے فائل جمع کرائیے، پھر جواب میں ملنے والا نام دیجیے۔',
    },
  },
  comment_unknown: {
    status: 404,
    title: { en: 'No such comment', ur: 'ایسی کوئی رائے نہیں' },
    sentence: {
      en: () => 'There is no comment of this name. Open it from its consultation.',
      ur: () => 'اس نام کی کوئی رائے نہیں۔ اسے مشاورت کے صفحے سے کھولیے۔',
    },
  },
  comment_answered: {
    status: 409,
    title: { en: 'It is answered already', ur: 'جواب دیا جا چکا ہے' },
    sentence: {
      en: () => 'Somebody has answered this comment. The answer stands beside it.',
      ur: () => 'اس رائے کا جواب دیا جا چکا ہے۔ جواب اس کے ساتھ درج ہے۔',
    },
  },
  consultation_reported: {
    status: 409,
    title: { en: 'It is reported already', ur: 'رپورٹ دی جا چکی ہے' },
    sentence: {
      en: () => 'The report of this consultation is published. It stands on its page.',
      ur: () => 'اس مشاورت کی رپورٹ شائع ہو چکی ہے۔ وہ اس کے صفحے پر ہے۔',
    },
  },
}
