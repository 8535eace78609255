/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { ReferralRefusal } from './referral.ts'
import { referralWordsOf } from './referral-words.ts'

const [EN, UR] = [referralWordsOf('en'), referralWordsOf('ur')]

export const REFERRALS_PROBLEMS: ProblemTable<ReferralRefusal> = {
  referred: {
    status: 409,
    title: { en: 'With an officer', ur: 'افسر کے پاس زیرِ غور' },
    sentence: {
      en: ({ kind, since, needs_approver }) =>
        `${EN.kinds[kind]}: this has been with an officer since ${since}. ${
          needs_approver ? 'An approving officer' : 'An officer'
        } looks at it under Manual handling and lets it go on with a reason; then do this again.`,
      ur: ({ kind, since, needs_approver }) =>
        `${UR.kinds[kind]}: یہ معاملہ \u2066${since}\u2069 سے افسر کے پاس ہے۔ ${
          needs_approver ? 'منظوری دینے والا افسر' : 'کوئی افسر'
        } اسے "دستی کارروائی" میں دیکھ کر وجہ کے ساتھ آگے بڑھائے گا؛ اس کے بعد دوبارہ کوشش کیجیے۔`,
    },
  },
  referral_unknown: {
    status: 404,
    title: { en: 'No such matter', ur: 'ایسا کوئی معاملہ نہیں' },
    sentence: {
      en: () => 'There is no matter here that you may see. Check the address.',
      ur: () => 'یہاں ایسا کوئی معاملہ نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  referral_released: {
    status: 409,
    title: { en: 'Let go on already', ur: 'معاملہ پہلے ہی نمٹ چکا' },
    sentence: {
      en: () => 'An officer has let this matter go on meanwhile. Its page says who, and why.',
      ur: () => 'اس دوران کوئی افسر اسے آگے بڑھا چکا۔ کس نے اور کیوں، یہ اس کے صفحے پر درج ہے۔',
    },
  },
  approver_releases: {
    status: 403,
    title: { en: 'An approving officer decides', ur: 'منظوری دینے والا افسر طے کرے گا' },
    sentence: {
      en: () => 'Money or a sanction may follow from this matter, so an approving officer lets it go on. Ask one.',
      ur: () =>
        'اس معاملے سے رقم یا سزا جڑی ہو سکتی ہے، اس لیے اسے منظوری دینے والا افسر ہی آگے بڑھا سکتا ہے۔ اس سے رجوع کیجیے۔',
    },
  },
  own_referral: {
    status: 403,
    title: { en: 'Another officer decides', ur: 'فیصلہ دوسرا افسر کرتا ہے' },
    sentence: {
      en: () => 'This matter came up in what you did yourself, so another approving officer lets it go on.',
      ur: () =>
        'یہ معاملہ آپ ہی کی کارروائی میں سامنے آیا تھا، اس لیے اسے کوئی اور منظوری دینے والا افسر آگے بڑھائے گا۔',
    },
  },
}
