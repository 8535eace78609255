/** The page on which an application is decided, in Urdu. */
import type { DecideRegistrationWords } from './decide-registration-words.ts'

export const UR: DecideRegistrationWords = {
  title: 'رجسٹریشن کی درخواست',
  state: 'کیفیت',
  number: 'رجسٹریشن نمبر',
  address: 'پتہ',
  applied: 'درخواست دی گئی',
  onBy: (when, person) => (person === undefined ? when : `\u2068${when}\u2069، از \u2068${person}\u2069`),
  decision: 'آپ کا فیصلہ',
  authorise: 'مجاز قرار دیں',
  authoriseHint: (firm) =>
    `اس کے بعد \u2068${firm}\u2069 کی طرف سے گوشوارے داخل ہو سکیں گے اور اسے لائسنس دیا جا سکے گا۔`,
  refuse: 'نامنظور کریں',
  refuseHint: (firm) =>
    `\u2068${firm}\u2069 کی طرف سے نہ گوشوارہ داخل ہو سکے گا نہ درآمد ہو سکے گی، اور آپ کی وجوہات اسے دکھائی جائیں گی۔`,
  reason: 'نامنظوری کی صورت میں وجوہات',
  reasonHint: 'فرم انہیں آپ ہی کے الفاظ میں پڑھے گی۔',
  final: (firm) => `اس درخواست پر یہ فیصلہ حتمی ہے۔ \u2068${firm}\u2069 کو فیصلہ اور اس کا دن فوراً دکھائی دے گا۔`,
  decide: 'فیصلہ درج کریں',
  done: { authorised: 'صنعت کار مجاز قرار پایا۔', refused: 'درخواست نامنظور ہو گئی۔' },
  decided: 'اس درخواست کا فیصلہ ہو چکا ہے۔ یہاں اب کچھ باقی نہیں۔',
  because: 'وجوہات',
  grant: 'لائسنس جاری کریں',
}
