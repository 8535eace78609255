/** The page on which a licence is granted, in Urdu. */
import type { GrantLicenceWords } from './grant-licence-words.ts'

export const UR: GrantLicenceWords = {
  title: 'لائسنس جاری کریں',
  whatItIs: 'لائسنس کسی مجاز صنعت کار کو ایسے پروگرام کے تحت دیا جاتا ہے جس کا قانون لائسنس کے پہلے دن نافذ ہو۔',
  manufacturer: 'صنعت کار',
  noManufacturer: 'جب کیس افسر کسی صنعت کار کو مجاز قرار دے گا تو اسے یہاں چنا جا سکے گا۔ ابھی کوئی مجاز نہیں۔',
  noProgramme: 'جب کسی پروگرام کے قانون کا اجرا منظور ہو گا تو اسے یہاں چنا جا سکے گا۔ ابھی کوئی نہیں۔',
  choose: 'چنیے',
  programme: 'پروگرام',
  inRehearsal: (programme) => `${programme} (مشق)`,
  kind: 'لائسنس کی قسم',
  kinds: {
    import_licence: { label: 'درآمدی لائسنس', hint: 'کسٹمز اس کے کوٹے کی اکائیاں آنے دیتا ہے۔' },
    manufacturing_authorisation: {
      label: 'صنعت کاری کا اجازت نامہ',
      hint: 'فرم صنعت کاری کر سکتی ہے؛ اس پر کچھ درآمد نہیں ہوتا، اس لیے اس کا کوٹا نہیں۔',
    },
  },
  quota: 'درآمدی لائسنس کا کوٹا، اکائیوں میں',
  quotaHint: 'صرف ہندسے۔ حد نہ ہو تو خالی چھوڑیے۔',
  from: 'پہلا دن',
  until: 'آخری دن',
  dayHint: 'مثلاً \u20662027-06-30\u2069',
  reason: 'وجوہات',
  reasonHint: 'یہ لائسنس کے ساتھ درج رہیں گی۔',
  effect: [
    'پہلے دن سے کسٹمز کو پوچھنے پر بتایا جائے گا کہ لائسنس مؤثر ہے۔',
    'لائسنس بعد میں بدلا نہیں جاتا: فیصلے کے ذریعے صرف معطل، بحال یا منسوخ ہو سکتا ہے۔',
    'مشق والے پروگرام کے تحت لائسنس کا کوئی قانونی اثر نہیں۔',
  ],
  grant: 'لائسنس جاری کریں',
  granted: (number, firm, from, until) => `لائسنس ${number} بنام \u2068${firm}\u2069 جاری ہوا، ${from} سے ${until} تک۔`,
}
