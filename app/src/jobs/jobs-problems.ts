/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { JobRefusal } from './job.ts'

export const JOBS_PROBLEMS: ProblemTable<JobRefusal> = {
  job_unknown: {
    status: 404,
    title: { en: 'No such job', ur: 'ایسا کوئی کام نہیں' },
    sentence: {
      en: () => 'It was done meanwhile, or is being tried. Look at the list again.',
      ur: () => 'یہ اس دوران ہو چکا، یا اس کی کوشش جاری ہے۔ فہرست دوبارہ دیکھیے۔',
    },
  },
  not_operator: {
    status: 403,
    title: { en: 'For the regulator’s administrator', ur: 'صرف نگران ادارے کے منتظم کے لیے' },
    sentence: {
      en: () => 'The jobs of the service are seen by administrators of the regulator. Act for the regulator first.',
      ur: () => 'سروس کے کام صرف نگران ادارے کے منتظم دیکھ سکتے ہیں۔ پہلے نگران ادارے کی جانب سے کام شروع کیجیے۔',
    },
  },
}
