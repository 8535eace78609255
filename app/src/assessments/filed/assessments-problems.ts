/** What this slice refuses, in words. */
import type { Language, ProblemTable } from '../../kernel/problem.ts'
import type { AssessmentRefusal } from './assessment.ts'

type Own = Extract<
  AssessmentRefusal,
  {
    readonly code:
      | 'assessment_unknown'
      | 'kind_not_assessed'
      | 'day_before_year'
      | 'day_not_reached'
      | 'facts_do_not_fit'
      | 'no_adviser'
  }
>

export const ASSESSMENTS_PROBLEMS: ProblemTable<Own> = {
  assessment_unknown: {
    status: 404,
    title: { en: 'No such assessment', ur: 'ایسی کوئی تشخیص نہیں' },
    sentence: {
      en: () => 'There is no assessment here that you may see. Check the address.',
      ur: () => 'یہاں کوئی تشخیص نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  kind_not_assessed: {
    status: 409,
    title: { en: 'This return is not assessed', ur: 'اس گوشوارے کی تشخیص نہیں ہوتی' },
    sentence: {
      en: () => 'Only the yearly return is assessed. What was filed for the months is held against it: look there.',
      ur: () => 'تشخیص صرف سالانہ گوشوارے کی ہوتی ہے۔ مہینوں کے گوشواروں سے اس کا موازنہ وہیں دکھایا جاتا ہے۔',
    },
  },
  day_before_year: {
    status: 422,
    title: { en: 'Before the year', ur: 'سال سے پہلے' },
    sentence: {
      en: ({ day, first }) => `${day} lies before the year of the return, which begins on ${first}.`,
      ur: ({ day, first }) => `\u2066${day}\u2069 گوشوارے کے سال سے پہلے ہے، جو \u2066${first}\u2069 سے شروع ہوتا ہے۔`,
    },
  },
  day_not_reached: {
    status: 422,
    title: { en: 'The day lies ahead', ur: 'یہ دن ابھی نہیں آیا' },
    sentence: {
      en: ({ day, today }) =>
        `It is ${today}. An assessment as of ${day} would take what may still happen as not having happened.`,
      ur: ({ day, today }) =>
        `آج \u2066${today}\u2069 ہے۔ \u2066${day}\u2069 کی تشخیص اُسے نہ ہوا سمجھے گا جو ابھی ہو سکتا ہے۔`,
    },
  },
  facts_do_not_fit: {
    status: 409,
    title: { en: 'The law now reads other facts', ur: 'قانون اب دوسرے حقائق مانگتا ہے' },
    sentence: {
      en: ({ problems }) =>
        `The return was read by an earlier release. Ask for it to be uploaded again. ${told(problems, 'en')}`,
      ur: ({ problems }) => `گوشوارہ پہلے کے اجرا سے پڑھا گیا تھا۔ دوبارہ اپ لوڈ کروائیے۔ ${told(problems, 'ur')}`,
    },
  },
  no_adviser: {
    status: 404,
    title: { en: 'Nothing to try', ur: 'پرکھنے کو کچھ نہیں' },
    sentence: {
      en: ({ programme }) =>
        `The law of '${programme}' does not say which parts of a return could be turned. Its policy officers can add it to return.yaml.`,
      ur: ({ programme }) =>
        `'\u2066${programme}\u2069' کے قانون میں یہ درج نہیں کہ گوشوارے کے کون سے پرزے بدلے جا سکتے ہیں۔ پالیسی افسر اسے \u2066return.yaml\u2069 میں شامل کر سکتے ہیں۔`,
    },
  },
}

function told(problems: readonly Readonly<Record<Language, string>>[], language: Language): string {
  return problems
    .slice(0, 5)
    .map((one) => one[language])
    .join(' ')
}
