/** The page on which a bill of materials comes as a workbook, in Urdu. */
import type { EN } from './bill-workbook-words-en.ts'

export const UR: typeof EN = {
  title: (revision, model) => `ماڈل \u2068${model}\u2069 کا نسخہ ${revision} ورک بک سے`,
  intro:
    'ورک بک حاصل کیجیے، اسپریڈ شیٹ پروگرام میں پُر کیجیے اور اپ لوڈ کیجیے۔ اس کی سطور مسودے کی سطروں کی جگہ لیں گی۔',
  fetch: 'اس نسخے کی ورک بک حاصل کیجیے',
  file: 'ورک بک (\u2066.xlsx\u2069)',
  upload: 'ورک بک اپ لوڈ کیجیے',
  released: 'یہ نسخہ جاری ہو چکا ہے اور اب نہیں بدلے گا۔ ماڈل کے صفحے پر نیا نسخہ شروع کیجیے۔',
  notTaken: (count) =>
    `کچھ نہیں لیا گیا: فائل میں ${count} ${count === 1 ? 'غلطی ہے' : 'غلطیاں ہیں'}۔ کیا کرنا ہے، نیچے درج ہے۔`,
  annotated: 'غلطیوں کے نشان زد خانوں کے ساتھ فائل حاصل کیجیے',
  found: 'فائل میں کیا ملا',
  place: 'جگہ',
  what: 'کیا غلط ہے، اور کیا کرنا ہے',
}
