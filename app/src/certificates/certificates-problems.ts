/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { CertificateRefusal } from './certificate.ts'

export const CERTIFICATES_PROBLEMS: ProblemTable<CertificateRefusal> = {
  certificate_unknown: {
    status: 404,
    title: { en: 'No such certificate', ur: 'ایسا کوئی سرٹیفکیٹ نہیں' },
    sentence: {
      en: () => 'The register holds no certificate of this number. Check it against the paper.',
      ur: () => 'رجسٹر میں اس نمبر کا کوئی سرٹیفکیٹ نہیں۔ نمبر کو کاغذ سے ملا کر دیکھیے۔',
    },
  },
  certificate_incomplete: {
    status: 422,
    title: { en: 'It does not say what a certificate must', ur: 'سرٹیفکیٹ میں لازمی بات درج نہیں' },
    sentence: {
      en: ({ place, must }) => `In the certificate ${place} must ${must}. Complete the report, and sign again.`,
      ur: ({ place, must }) =>
        `سرٹیفکیٹ کا خانہ \u2066${place}\u2069 درست نہیں (\u2066must ${must}\u2069)۔ رپورٹ مکمل کیجیے اور دوبارہ دستخط کیجیے۔`,
    },
  },
  certificate_signatories: {
    status: 403,
    title: { en: 'It takes two', ur: 'دو دستخط کنندگان لازم ہیں' },
    sentence: {
      en: () => 'Who signed the report cannot review it as well. Let another signatory of the laboratory do so.',
      ur: () => 'جس نے رپورٹ پر دستخط کیے وہی اس کی جانچ نہیں کر سکتا۔ لیبارٹری کے کسی دوسرے دستخط کنندہ سے کرائیے۔',
    },
  },
  certificate_period: {
    status: 422,
    title: { en: 'It ends before it begins', ur: 'اختتام آغاز سے پہلے ہے' },
    sentence: {
      en: ({ from, until }) => `The certificate would hold from ${from} until ${until}. Write a later last day.`,
      ur: ({ from, until }) =>
        `سرٹیفکیٹ \u2066${from}\u2069 سے \u2066${until}\u2069 تک مؤثر ہوگا۔ آخری دن بعد کا لکھیے۔`,
    },
  },
  certificate_ahead: {
    status: 422,
    title: { en: 'That day is still to come', ur: 'یہ دن ابھی نہیں آیا' },
    sentence: {
      en: ({ from, today }) =>
        `It is ${today}, and the certificate speaks of ${from}. Certify from today on what was assessed before.`,
      ur: ({ from, today }) =>
        `آج \u2066${today}\u2069 ہے اور سرٹیفکیٹ میں \u2066${from}\u2069 درج ہے۔ جس کی جانچ ہو چکی اسی کی تصدیق آج سے کیجیے۔`,
    },
  },
  certificate_changed: {
    status: 409,
    title: { en: 'It changed meanwhile', ur: 'اس دوران بدل گیا' },
    sentence: {
      en: () => 'What stands about this certificate is not what you saw when you signed. Read it anew, and sign that.',
      ur: () =>
        'اس سرٹیفکیٹ کے بارے میں جو درج ہے وہ نہیں جو دستخط کے وقت آپ کے سامنے تھا۔ دوبارہ پڑھیے اور اسی پر دستخط کیجیے۔',
    },
  },
  issuer_keys_changed: {
    status: 409,
    title: { en: 'The keys changed meanwhile', ur: 'کلیدیں اس دوران بدل گئیں' },
    sentence: {
      en: () => 'The keys of the laboratory are not those that you saw when you signed. Read them anew, and sign that.',
      ur: () =>
        'لیبارٹری کی کلیدیں وہ نہیں جو دستخط کے وقت آپ کے سامنے تھیں۔ انہیں دوبارہ دیکھیے اور اسی پر دستخط کیجیے۔',
    },
  },
  certificate_others: {
    status: 403,
    title: { en: 'Not yours', ur: 'یہ آپ کا نہیں' },
    sentence: {
      en: () => 'Another laboratory issued this certificate. That one can order about it, or the authority.',
      ur: () => 'یہ سرٹیفکیٹ کسی دوسری لیبارٹری نے جاری کیا۔ اس کے بارے میں حکم وہی دے سکتی ہے، یا مجاز ادارہ۔',
    },
  },
  certificate_over: {
    status: 409,
    title: { en: 'Withdrawn already', ur: 'پہلے ہی واپس لیا جا چکا' },
    sentence: {
      en: ({ on }) => `It was withdrawn on ${on}, for good. A new assessment can lead to a new certificate.`,
      ur: ({ on }) => `یہ \u2066${on}\u2069 کو مستقل طور پر واپس لیا گیا۔ نئی جانچ پر نیا سرٹیفکیٹ مل سکتا ہے۔`,
    },
  },
  certificate_suspended: {
    status: 409,
    title: { en: 'Suspended already', ur: 'پہلے ہی معطل' },
    sentence: {
      en: () => 'It is suspended. Restore it, or withdraw it.',
      ur: () => 'یہ معطل ہے۔ اسے بحال کیجیے یا واپس لیجیے۔',
    },
  },
  certificate_not_suspended: {
    status: 409,
    title: { en: 'Not suspended', ur: 'معطل نہیں' },
    sentence: {
      en: () => 'Only what is suspended can be restored.',
      ur: () => 'صرف معطل سرٹیفکیٹ بحال ہو سکتا ہے۔',
    },
  },
  certificate_by_authority: {
    status: 403,
    title: { en: 'The authority suspended it', ur: 'مجاز ادارے نے معطل کیا' },
    sentence: {
      en: () => 'What the authority suspended only the authority restores. Write to it.',
      ur: () => 'جسے مجاز ادارے نے معطل کیا اسے وہی بحال کرتا ہے۔ ادارے کو لکھیے۔',
    },
  },
  certificate_order_day: {
    status: 422,
    title: { en: 'Not on that day', ur: 'یہ دن درست نہیں' },
    sentence: {
      en: ({ from, today }) => `Order it as of a day from ${from} to ${today}, which is today.`,
      ur: ({ from, today }) => `حکم \u2066${from}\u2069 سے آج، \u2066${today}\u2069، تک کے کسی دن سے دیجیے۔`,
    },
  },
  issuer_key_unknown: {
    status: 404,
    title: { en: 'No such key', ur: 'ایسی کوئی کلید نہیں' },
    sentence: {
      en: () => 'Your laboratory has no key of this name. Its DID document lists those that it has.',
      ur: () => 'آپ کی لیبارٹری کی اس نام کی کوئی کلید نہیں۔ اس کی \u2066DID\u2069 دستاویز میں موجودہ کلیدیں درج ہیں۔',
    },
  },
  issuer_key_over: {
    status: 409,
    title: { en: 'That key has ended', ur: 'یہ کلید ختم ہو چکی' },
    sentence: {
      en: () => 'The key was given up or revoked before. One that was given up can still be revoked.',
      ur: () => 'یہ کلید پہلے ہی ترک یا منسوخ ہو چکی۔ ترک کی ہوئی کلید اب بھی منسوخ ہو سکتی ہے۔',
    },
  },
  certificate_measured: {
    status: 422,
    title: { en: 'That value cannot be certified', ur: 'یہ قدر درج نہیں ہو سکتی' },
    sentence: {
      en: ({ name, found }) =>
        `'${found}' of '${name}' is no number of at most fifteen digits, or no share from 0 to 1 where it is an uncertainty.`,
      ur: ({ name, found }) =>
        `'\u2068${name}\u2069' میں '\u2068${found}\u2069' پندرہ ہندسوں تک کا عدد نہیں، یا غیر یقینی کے لیے 0 سے 1 تک کا حصہ نہیں۔`,
    },
  },
}
