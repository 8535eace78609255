/** What a determination would bring about, in Urdu. */
import type { EN } from './effect-words-en.ts'

export const UR: typeof EN = {
  title: 'اس کے نتائج',
  intro: (day) =>
    `اگر آج، \u2068${day}\u2069، منظور ہو۔ منظوری سے بعینہٖ یہی نافذ ہو گا۔ اس سے پہلے کچھ بدل جائے تو دستخط نہیں ہوں گے اور یہ نئے سرے سے دکھایا جائے گا۔`,
  licences: 'لائسنس اور رعایتیں',
  noLicences: 'کوئی لائسنس یا رعایت متاثر نہیں ہوتی۔',
  licence: 'لائسنس',
  order: 'اس پر حکم',
  orders: {
    suspend: (day) => `\u2068${day}\u2069 سے معطل`,
    withdraw: (day) => `\u2068${day}\u2069 سے واپس: عام ٹیرف لاگو`,
    restore: (day) => `\u2068${day}\u2069 سے بحال`,
    revoke: (day) => `\u2068${day}\u2069 سے مستقل منسوخ`,
  },
  left: 'کوٹا جو بے استعمال رہ جائے گا',
  noQuota: 'کوئی کوٹا نہیں',
  units: (count) => `\u2068${count}\u2069 اکائیاں`,
  lately: (since) => `\u2068${since}\u2069 سے اب تک کسٹمز کے اندراجات`,
  booked: (entries, units) => `کسٹمز اندراجات: \u2068${entries}\u2069، اکائیاں: \u2068${units}\u2069`,
  nothingLately: 'کچھ نہیں',
  sources: 'ماخذ: لائسنسوں کے رجسٹر کے احکامات اور کوٹا، اور کسٹمز کے اندراجات۔',
  account: 'فرم کا کھاتہ',
  noAccount: 'کھاتے میں کچھ درج نہیں ہو گا۔',
  finding: 'نتیجہ',
  amount: 'رقم',
  posted: 'درج ہو گی',
  takenBack: 'واپس ہو گی',
  recommended: (finding) =>
    `\u2068${finding}\u2069: صرف سفارش۔ جس کے پاس اختیار ہے اس سے کہا جائے گا؛ یہاں اس پر کوئی عمل نہیں ہو گا۔`,
  beside: 'فرم کے خلاف برقرار دیگر تادیبی کارروائیاں',
  noBeside: 'کوئی نہیں۔',
  entitlements: 'فرم کو دی گئی اور برقرار ترغیبات',
  noEntitlements: 'کوئی نہیں۔',
  from: (finding, day) => `\u2068${finding}\u2069، \u2068${day}\u2069 سے`,
  determination: 'فیصلہ',
}
