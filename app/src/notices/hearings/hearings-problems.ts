/** What hearings refuse, in words. */
import type { AssessmentRefusal } from '../../assessments/filed/assessment.ts'
import type { ProblemTable } from '../../kernel/problem.ts'
import type { NoticeRefusal } from '../notice.ts'
import type { HearingRefusal } from './hearing.ts'

export const HEARINGS_PROBLEMS: ProblemTable<Exclude<HearingRefusal, NoticeRefusal | AssessmentRefusal>> = {
  hearing_day: {
    status: 422,
    title: { en: 'Not a day for a hearing', ur: 'سماعت کا دن نہیں' },
    sentence: {
      en: ({ day, next }) =>
        `${day} is not a working day to come. The next that would do is ${next}; weekends and declared holidays do not.`,
      ur: ({ day, next }) =>
        `\u2066${day}\u2069 آئندہ کا کوئی یومِ کار نہیں۔ اگلا موزوں دن \u2066${next}\u2069 ہے؛ ہفتہ، اتوار اور اعلان شدہ تعطیلات نہیں۔`,
    },
  },
  hearing_far: {
    status: 422,
    title: { en: 'Too far away', ur: 'دن بہت دور ہے' },
    sentence: {
      en: ({ day, latest }) => `${day} is more than a year away. Fix a working day until ${latest}.`,
      ur: ({ day, latest }) =>
        `\u2066${day}\u2069 ایک سال سے زیادہ دور ہے۔ \u2066${latest}\u2069 تک کا کوئی یومِ کار مقرر کیجیے۔`,
    },
  },
  hearing_fixed: {
    status: 409,
    title: { en: 'A hearing is fixed', ur: 'سماعت مقرر ہے' },
    sentence: {
      en: ({ happened_on }) => `A hearing is fixed for ${happened_on}. Adjourn it, or record it, before another.`,
      ur: ({ happened_on }) =>
        `\u2066${happened_on}\u2069 کو سماعت مقرر ہے۔ دوسری سے پہلے اسے ملتوی کیجیے یا اس کی کارروائی درج کیجیے۔`,
    },
  },
  no_hearing: {
    status: 409,
    title: { en: 'No hearing is fixed', ur: 'کوئی سماعت مقرر نہیں' },
    sentence: {
      en: () => 'No hearing is fixed that could be adjourned or recorded. Fix one first.',
      ur: () => 'کوئی سماعت مقرر نہیں جو ملتوی یا درج ہو سکے۔ پہلے سماعت مقرر کیجیے۔',
    },
  },
  hearing_to_come: {
    status: 409,
    title: { en: 'The hearing is still to come', ur: 'سماعت ابھی ہونی ہے' },
    sentence: {
      en: ({ happened_on }) => `The hearing is on ${happened_on}, and is recorded on that day or later.`,
      ur: ({ happened_on }) => `سماعت \u2066${happened_on}\u2069 کو ہے، اور اسی دن یا بعد میں درج ہوتی ہے۔`,
    },
  },
}
