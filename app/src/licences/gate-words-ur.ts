/** The page of the gate in Urdu. */
import type { GateWords } from './gate-words.ts'

export const UR: GateWords = {
  title: 'درآمد کی جانچ',
  whatItIs:
    'پوچھیے کہ کسی دن کسی لائسنس پر ایک ایچ ایس کوڈ کی اتنی اکائیاں درآمد ہو سکتی ہیں یا نہیں۔ جواب دستخط شدہ ہے، اور دوبارہ پوچھے بغیر ایک دن تک اس پر بھروسا کیا جا سکتا ہے۔',
  licence: 'لائسنس',
  licenceHint: 'مثلاً IL-000012',
  day: 'درآمد کا دن',
  dayHint: 'مثلاً \u20662027-06-30\u2069',
  hsLine: 'ایچ ایس کوڈ (HS)',
  hsLineHint: 'آٹھ ہندسے، مثلاً \u206687149100\u2069',
  units: 'اکائیاں',
  unitsHint: 'صرف ہندسے، مثلاً 250',
  ask: 'پوچھیں',
  allowed: 'درآمد ہو سکتی ہے',
  notAllowed: 'درآمد نہیں ہو سکتی',
  answers: {
    good: (licence, day) => `لائسنس \u2068${licence}\u2069 \u2068${day}\u2069 کو مؤثر ہے۔`,
    not_yet_valid: (licence, day) => `لائسنس \u2068${licence}\u2069 \u2068${day}\u2069 کو ابھی مؤثر نہیں۔`,
    suspended: (licence, day) => `لائسنس \u2068${licence}\u2069 \u2068${day}\u2069 کو معطل ہے۔`,
    withdrawn: (licence, day) =>
      `رعایت \u2068${licence}\u2069 \u2068${day}\u2069 کو واپس لی جا چکی ہے: عام ٹیرف لاگو ہے۔`,
    revoked: (licence, day) => `لائسنس \u2068${licence}\u2069 \u2068${day}\u2069 کو منسوخ ہے۔`,
    expired: (licence, day) => `لائسنس \u2068${licence}\u2069 کی میعاد \u2068${day}\u2069 کو ختم ہو چکی ہے۔`,
    quota_used_up: (licence) => `لائسنس \u2068${licence}\u2069 کے کوٹے میں مطلوبہ تعداد سے کم اکائیاں باقی ہیں۔`,
    out_of_scope: (licence, day) =>
      `لائسنس \u2068${licence}\u2069 \u2068${day}\u2069 کو اس ایچ ایس کوڈ کے مال کے لیے نہیں۔`,
    not_an_import_licence: (licence) => `\u2068${licence}\u2069 درآمدی لائسنس نہیں: اس پر کچھ درآمد نہیں ہوتا۔`,
  },
  state: 'اس دن لائسنس کی حالت',
  left: 'کوٹے میں باقی',
  noLimit: 'کوئی حد نہیں',
  askedFor: 'مطلوبہ اکائیاں',
  rehearsal: 'مشق: یہ لائسنس ایسے قانون کے تحت دیا گیا جو نافذ نہیں۔ یہ کسی کو پابند نہیں کرتا، سرحد پر بھی نہیں۔',
  signed: 'دستخط شدہ جواب',
  signedHint: 'اس کی تصدیق \u2066/api/gate/keys\u2069 کی عوامی کلید سے بغیر انٹرنیٹ کے ہو جاتی ہے۔',
  book: 'درآمد درج کریں',
  entry: 'کسٹمز اندراج',
  entryHint: 'وہ نمبر جس کے تحت کسٹمز نے کلیئر کیا',
  willBook: (units, licence) =>
    `لائسنس \u2068${licence}\u2069 کے کوٹے سے اکائیاں کم ہوں گی: \u2068${units}\u2069۔ لائسنس رکھنے والے کو یہ دکھائی دے گا۔`,
  counted: 'کسٹمز اندراج کا ایک ایچ ایس کوڈ ایک ہی بار گنا جاتا ہے۔ جو درج ہو گیا وہ واپس نہیں ہوتا۔',
  booked: 'درآمد درج ہو گئی۔',
}
