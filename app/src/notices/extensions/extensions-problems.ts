/** What extensions and waivers refuse, in words. */
import type { AssessmentRefusal } from '../../assessments/filed/assessment.ts'
import type { ProblemTable } from '../../kernel/problem.ts'
import type { NoticeRefusal } from '../notice.ts'
import type { TimeRefusal } from './extension.ts'

export const EXTENSIONS_PROBLEMS: ProblemTable<Exclude<TimeRefusal, NoticeRefusal | AssessmentRefusal>> = {
  no_more_time: {
    status: 422,
    title: { en: 'No more time', ur: 'اس سے مہلت نہیں بڑھتی' },
    sentence: {
      en: ({ day, last }) => `The last day to cure is ${last} as it stands: until ${day} there would be no more time.`,
      ur: ({ day, last }) => `تلافی کا آخری دن اس وقت \u2066${last}\u2069 ہے: \u2066${day}\u2069 تک مہلت نہیں بڑھتی۔`,
    },
  },
  time_is_over: {
    status: 409,
    title: { en: 'The time is over', ur: 'مہلت ختم ہو چکی' },
    sentence: {
      en: ({ last }) =>
        `The time to cure ended on ${last}. More is asked for while it runs; what is to be weighed now is said in an answer.`,
      ur: ({ last }) =>
        `تلافی کی مہلت \u2066${last}\u2069 کو ختم ہو گئی۔ مزید مہلت اس کے دوران مانگی جاتی ہے؛ اب جو کہنا ہو وہ جواب میں کہیے۔`,
    },
  },
  time_asked_already: {
    status: 409,
    title: { en: 'A request waits', ur: 'ایک درخواست زیرِ غور ہے' },
    sentence: {
      en: () => 'The time of this notice is being decided on already. Wait for that decision, then ask again.',
      ur: () => 'اس نوٹس کی مہلت پر پہلے ہی فیصلہ زیرِ غور ہے۔ اس کا انتظار کیجیے، پھر دوبارہ درخواست دیجیے۔',
    },
  },
  beyond_law: {
    status: 422,
    title: { en: 'Further than the law lets', ur: 'قانون کی حد سے آگے' },
    sentence: {
      en: ({ day, last }) => `By the law the time can be extended until ${last} at the latest, not until ${day}.`,
      ur: ({ day, last }) =>
        `قانون کی رو سے مہلت زیادہ سے زیادہ \u2066${last}\u2069 تک بڑھ سکتی ہے، \u2066${day}\u2069 تک نہیں۔`,
    },
  },
  no_time_in_law: {
    status: 409,
    title: { en: 'The law gives no more time', ur: 'قانون میں مزید مہلت نہیں' },
    sentence: {
      en: ({ fact }) => `The law that is applied here knows no ${fact}, so that no more time can be given under it.`,
      ur: ({ fact }) => `یہاں لاگو قانون میں \u2066${fact}\u2069 نہیں، اس لیے اس کے تحت مزید مہلت نہیں دی جا سکتی۔`,
    },
  },
  days_outside: {
    status: 422,
    title: { en: 'Outside the time to cure', ur: 'تلافی کی مہلت سے باہر' },
    sentence: {
      en: ({ first, last }) =>
        `None of these days lies in the time to cure, which is counted from the day after ${first} to ${last}.`,
      ur: ({ first, last }) =>
        `ان میں سے کوئی دن تلافی کی مہلت میں نہیں، جو \u2066${first}\u2069 کے اگلے دن سے \u2066${last}\u2069 تک گنی جاتی ہے۔`,
    },
  },
  own_proposal: {
    status: 403,
    title: { en: 'You proposed it', ur: 'یہ آپ کی تجویز ہے' },
    sentence: {
      en: () => 'You proposed what is to come of this time, so another officer decides on it.',
      ur: () => 'اس مہلت کے بارے میں تجویز آپ کی تھی، اس لیے فیصلہ کوئی اور افسر کرے گا۔',
    },
  },
}
