/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { CalendarUnknown } from './share-calendar.ts'

export const DEADLINES_PROBLEMS: ProblemTable<CalendarUnknown> = {
  calendar_unknown: {
    status: 404,
    title: { en: 'No such calendar', ur: 'ایسا کوئی کیلنڈر نہیں' },
    sentence: {
      en: () => 'The address holds no more, or is written wrongly. Make another on the page of the calendar.',
      ur: () => 'یہ پتہ اب کارآمد نہیں، یا غلط لکھا گیا ہے۔ کیلنڈر کے صفحے پر نیا پتہ بنائیے۔',
    },
  },
}
