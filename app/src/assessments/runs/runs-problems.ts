/** What runs refuse, in words. */
import type { ProblemTable } from '../../kernel/problem.ts'
import type { RunRefusal } from './run.ts'

type Own = Extract<RunRefusal, { readonly code: 'run_unknown' | 'run_ended' | 'run_open' | 'nothing_to_assess' }>

export const RUNS_PROBLEMS: ProblemTable<Own> = {
  run_unknown: {
    status: 404,
    title: { en: 'No such run', ur: 'ایسی کوئی اجتماعی تشخیص نہیں' },
    sentence: {
      en: () => 'There is no run of assessments here that you may see. Check the address.',
      ur: () => 'یہاں ایسی کوئی اجتماعی تشخیص نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  run_ended: {
    status: 409,
    title: { en: 'It has ended', ur: 'یہ ختم ہو چکی' },
    sentence: {
      en: () => 'The run came to its end or was stopped meanwhile. Look at its page again.',
      ur: () => 'اجتماعی تشخیص اس دوران مکمل ہو گئی یا روک دی گئی۔ اس کا صفحہ دوبارہ دیکھیے۔',
    },
  },
  run_open: {
    status: 409,
    title: { en: 'One is under way', ur: 'ایک پہلے سے جاری ہے' },
    sentence: {
      en: () => 'A run of the same programme and period is under way. Wait until it has ended, or stop it.',
      ur: () => 'اسی پروگرام اور مدت کی ایک اجتماعی تشخیص جاری ہے۔ اس کے مکمل ہونے کا انتظار کیجیے یا اسے روک دیجیے۔',
    },
  },
  nothing_to_assess: {
    status: 409,
    title: { en: 'Nothing to assess', ur: 'تشخیص کے لیے کچھ نہیں' },
    sentence: {
      en: ({ period }) => `No yearly return of ${period} is filed or accepted. Check the year and the firm.`,
      ur: ({ period }) => `\u2066${period}\u2069 کا کوئی سالانہ گوشوارہ داخل یا قبول شدہ نہیں۔ سال اور فرم دیکھ لیجیے۔`,
    },
  },
}
