/** What pages say of what happened to firms, in Urdu. */
import type { LifeWords } from './life-words.ts'

export const UR: LifeWords = {
  kinds: {
    renamed: 'فرم کا نام بدلیے',
    merged: 'فرم کو دوسری میں ضم کیجیے',
    succeeded: 'فرم کا جانشین مقرر کیجیے',
    split: 'فرم کو تقسیم کیجیے',
  },
  titles: { renamed: 'نیا نام', merged: 'انضمام', succeeded: 'جانشینی', split: 'تقسیم' },
  told: {
    renamed: (firm, name) => `\u2068${firm}\u2069 کا نام بدل کر \u2068${name}\u2069 ہو گیا۔`,
    merged: (firm, answers) =>
      `\u2068${firm}\u2069 ضم ہو کر \u2068${answers}\u2069 کا حصہ بن گئی، جو اس کے واجبات کی ذمہ دار ہے۔`,
    succeeded: (firm, answers) =>
      `\u2068${answers}\u2069 کو \u2068${firm}\u2069 کی جانشینی ملی، اور وہی اس کے واجبات کی ذمہ دار ہے۔`,
    split: (firm, answers) =>
      `\u2068${firm}\u2069 تقسیم ہو گئی۔ اس سے پہلے کے واجبات کی ذمہ دار \u2068${answers}\u2069 ہے۔`,
  },
  licences: (pass) => (pass ? 'اس کے لائسنس بھی ساتھ منتقل ہوئے۔' : 'اس کے لائسنس اسی کے ساتھ ختم ہو گئے۔'),
  part: (firm, licences) =>
    licences === ''
      ? `\u2068${firm}\u2069 کو کوئی لائسنس نہیں ملا۔`
      : `\u2068${firm}\u2069 کو ملا: \u2066${licences}\u2069۔`,
  kept: (firm, licences) =>
    licences === ''
      ? `\u2068${firm}\u2069 بغیر لائسنس کے باقی ہے۔`
      : `\u2068${firm}\u2069 باقی ہے اور اس کے پاس رہا: \u2066${licences}\u2069۔`,
  states: {
    proposed: 'دوسرے افسر کے فیصلے کی منتظر',
    approved: 'منظور',
    declined: 'نامنظور',
    withdrawn: 'واپس لی گئی',
  },
  follows: 'فیصلہ شدہ سال کے لیے:',
  comma: '، ',
}
