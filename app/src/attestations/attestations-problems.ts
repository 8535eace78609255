/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { AttestationRefusal } from './attestation.ts'

export const ATTESTATIONS_PROBLEMS: ProblemTable<AttestationRefusal> = {
  attestation_unknown: {
    status: 404,
    title: { en: 'No such attestation', ur: 'ایسی کوئی تصدیق نہیں' },
    sentence: {
      en: () => 'There is no attestation here that you may see. Check the address.',
      ur: () => 'یہاں کوئی تصدیق نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  evidence_unknown: {
    status: 404,
    title: { en: 'No such evidence', ur: 'ایسا کوئی ثبوت نہیں' },
    sentence: {
      en: () => 'No evidence of yours is sealed under this identifier. Hand it in first.',
      ur: () => 'اس شناخت کے تحت آپ کا کوئی ثبوت مہر بند نہیں۔ پہلے ثبوت جمع کرائیے۔',
    },
  },
  evidence_other: {
    status: 409,
    title: { en: 'Other evidence', ur: 'ثبوت مختلف ہے' },
    sentence: {
      en: () => 'The attestation rests on other evidence than the one with this hash. Read the attestation again.',
      ur: () => 'تصدیق کی بنیاد اس ہیش والے ثبوت پر نہیں۔ تصدیق دوبارہ پڑھیے۔',
    },
  },
  opening_over: {
    status: 409,
    title: { en: 'Sealed again', ur: 'دوبارہ مہر بند' },
    sentence: {
      en: () => 'What was opened stays open for a quarter of an hour. Open it again, and say why.',
      ur: () => 'کھولا گیا ثبوت پندرہ منٹ تک کھلا رہتا ہے۔ اسے دوبارہ کھولیے اور وجہ بتائیے۔',
    },
  },
  share_unfit: {
    status: 422,
    title: { en: 'That is no share', ur: 'یہ کوئی حصہ نہیں' },
    sentence: {
      en: ({ found }) => `'${found}' is no percentage from 0% to 100%. Write it with its sign: 62.5%.`,
      ur: ({ found }) =>
        `'\u2068${found}\u2069' 0% سے 100% تک کا کوئی فیصد نہیں۔ نشان کے ساتھ لکھیے: \u206662.5%\u2069۔`,
    },
  },
  share_missing: {
    status: 422,
    title: { en: 'No share is stated', ur: 'حصہ درج نہیں' },
    sentence: {
      en: () => 'State the share, or how much it is at least or at most.',
      ur: () => 'حصہ لکھیے، یا یہ کہ وہ کم سے کم یا زیادہ سے زیادہ کتنا ہے۔',
    },
  },
  share_upside_down: {
    status: 422,
    title: { en: 'The band is upside down', ur: 'حدیں الٹی ہیں' },
    sentence: {
      en: ({ at_least, at_most }) =>
        `At least ${at_least} and at most ${at_most}: no share is both. Correct one of them.`,
      ur: ({ at_least, at_most }) =>
        `کم سے کم \u2066${at_least}\u2069 اور زیادہ سے زیادہ \u2066${at_most}\u2069: کوئی حصہ ایسا نہیں ہو سکتا۔ ایک حد درست کیجیے۔`,
    },
  },
  attestation_period: {
    status: 422,
    title: { en: 'It ends before it begins', ur: 'اختتام آغاز سے پہلے ہے' },
    sentence: {
      en: ({ from, until }) =>
        `The attestation would be about deliveries from ${from} until ${until}. Write a later last day.`,
      ur: ({ from, until }) =>
        `تصدیق \u2066${from}\u2069 سے \u2066${until}\u2069 تک کی فراہمی کے بارے میں ہوگی۔ آخری دن بعد کا لکھیے۔`,
    },
  },
  attestation_expiry: {
    status: 422,
    title: { en: 'It expires before its period ends', ur: 'میعاد مدت سے پہلے ختم ہے' },
    sentence: {
      en: ({ until }) =>
        `Deliveries until ${until} are attested, and the return that cites them is filed later. Let it expire on that day or later.`,
      ur: ({ until }) =>
        `\u2066${until}\u2069 تک کی فراہمی کی تصدیق ہے، اور اس کا حوالہ دینے والا گوشوارہ اس کے بعد داخل ہوتا ہے۔ میعاد اسی دن یا اس کے بعد ختم کیجیے۔`,
    },
  },
  attestation_signed: {
    status: 409,
    title: { en: 'Signed already', ur: 'دستخط ہو چکے' },
    sentence: {
      en: () =>
        'This attestation is signed. What it says stays as it is; a correction is another attestation that replaces it.',
      ur: () =>
        'اس تصدیق پر دستخط ہو چکے ہیں۔ اس کا متن نہیں بدلتا؛ درستی کے لیے اس کی جگہ لینے والی نئی تصدیق بنائیے۔',
    },
  },
  attestation_not_signed: {
    status: 409,
    title: { en: 'Not signed yet', ur: 'ابھی دستخط نہیں ہوئے' },
    sentence: {
      en: () => 'Nobody relies on an attestation that was never signed, so there is nothing to withdraw.',
      ur: () => 'جس تصدیق پر دستخط نہیں ہوئے اس پر کوئی انحصار نہیں کرتا، اس لیے واپس لینے کو کچھ نہیں۔',
    },
  },
  attestation_over: {
    status: 409,
    title: { en: 'It holds no longer', ur: 'یہ مؤثر نہیں رہی' },
    sentence: {
      en: ({ number }) => `${number} was withdrawn or replaced before. Nothing more is to be done with it.`,
      ur: ({ number }) => `\u2066${number}\u2069 پہلے ہی واپس لی جا چکی یا بدلی جا چکی ہے۔ اس پر مزید کچھ درکار نہیں۔`,
    },
  },
  attestation_changed: {
    status: 409,
    title: { en: 'Not what was shown', ur: 'دکھایا گیا متن مختلف ہے' },
    sentence: {
      en: () =>
        'What is to be signed is not what the hash stands for. Open the attestation again, read it and sign that.',
      ur: () => 'جس پر دستخط ہونے ہیں وہ اس ہیش والا متن نہیں۔ تصدیق دوبارہ کھولیے، پڑھیے اور اسی پر دستخط کیجیے۔',
    },
  },
  withdrawal_day: {
    status: 422,
    title: { en: 'Not on that day', ur: 'یہ دن درست نہیں' },
    sentence: {
      en: ({ from, today }) =>
        `It was signed on ${from}, and today is ${today}. Withdraw it as of a day between the two.`,
      ur: ({ from, today }) =>
        `دستخط \u2066${from}\u2069 کو ہوئے اور آج \u2066${today}\u2069 ہے۔ ان دونوں کے درمیان کا کوئی دن لکھیے۔`,
    },
  },
}
