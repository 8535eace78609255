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
