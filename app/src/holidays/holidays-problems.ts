/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { HolidayRefusal } from './holiday.ts'

export const HOLIDAYS_PROBLEMS: ProblemTable<HolidayRefusal> = {
  holiday_declared: {
    status: 409,
    title: { en: 'Declared already', ur: 'تعطیل پہلے سے درج ہے' },
    sentence: {
      en: ({ day, name }) => `${day} is a holiday already: ${name}. Cancel it first where it was declared wrongly.`,
      ur: ({ day, name }) =>
        `\u2066${day}\u2069 پہلے ہی تعطیل ہے: \u2068${name}\u2069۔ اگر غلط درج ہوئی تھی تو پہلے اسے منسوخ کیجیے۔`,
    },
  },
  no_holiday: {
    status: 409,
    title: { en: 'No holiday', ur: 'تعطیل نہیں' },
    sentence: {
      en: ({ day }) => `${day} stands as no holiday, so that there is nothing to cancel.`,
      ur: ({ day }) => `\u2066${day}\u2069 تعطیل کے طور پر درج نہیں، اس لیے منسوخ کرنے کو کچھ نہیں۔`,
    },
  },
}
