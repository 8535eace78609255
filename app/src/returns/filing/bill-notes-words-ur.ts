/** A return beside the bills of materials of its models, in Urdu. */
import type { BillNote } from '../hold-bill.ts'
import type { EN } from './bill-notes-words-en.ts'

const CODES: Readonly<Record<BillNote['code'], string>> = {
  model_unknown: 'ماڈل درج نہیں کیا گیا',
  no_type_approval: 'مدت میں ماڈل کی کوئی ٹائپ منظوری نہیں',
  no_bill: 'ماڈل کی کوئی جاری شدہ فہرستِ پرزہ جات نہیں',
  part_not_in_bill: 'پرزہ جو فہرست میں نہیں',
  part_not_in_return: 'فہرست کا پرزہ جو گوشوارے میں نہیں',
  quantity_differs: 'تعداد فہرست سے مختلف ہے',
  substitute_used: 'متبادل پرزہ استعمال ہوا',
  book_differs: 'ماخذ فہرست سے مختلف ہے',
  hs_code_differs: 'ایچ ایس کوڈ فہرست سے مختلف ہے',
  class_differs: 'قسم فہرست سے مختلف ہے',
}

export const UR: typeof EN = {
  title: 'فہرستِ پرزہ جات سے موازنہ',
  hint: 'ہر سطر گوشوارہ دیکھنے والے کے لیے ایک نوٹ ہے: جہاں گوشوارہ اُس فہرستِ پرزہ جات سے مختلف ہے جو مدت میں ماڈل کے لیے نافذ تھی۔ نوٹ کسی کام کو نہیں روکتا۔ جو غلط ہو اسے درست کیجیے: گوشوارہ نئے نسخے سے، یا فہرست اپنے نئے نسخے سے۔',
  quantities: 'تعداد ایک آلے کے لیے ہے؛ فرق پوری مدت کے لیے، عدد میں ہے۔',
  summary: (notes, models) =>
    notes === 0
      ? `گوشوارہ اور اس کے ${models === 1 ? 'ماڈل' : `${models} ماڈلوں`} کی فہرستِ پرزہ جات ایک ہی بات کہتے ہیں۔`
      : `${models} ${models === 1 ? 'ماڈل' : 'ماڈلوں'} پر ${notes} ${notes === 1 ? 'نوٹ' : 'نوٹس'}۔`,
  open: 'ماڈل وار نوٹ کھولیے',
  notCompared: 'پروگرام یہ نہیں بتاتا کہ اس گوشوارے کے کون سے کالم فہرستِ پرزہ جات کے ہیں، اس لیے موازنہ نہیں کیا جاتا۔',
  fetch: 'نوٹ بطور جدول (\u2066CSV\u2069)',
  made: (count) => `مدت میں تیار ہوئے: ${count}۔`,
  revisions: (numbers) => `موازنہ فہرستِ پرزہ جات کے نسخہ \u2066${numbers}\u2069 سے ہے۔`,
  later: 'یہ مدت کے بعد جاری ہوا: مدت کے اندر کوئی نسخہ نافذ نہ تھا۔',
  agrees: 'اس ماڈل کے بارے میں گوشوارہ اور فہرست ایک ہی بات کہتے ہیں۔',
  more: (shown, count) => `${count} میں سے پہلے ${shown} دکھائے گئے ہیں؛ جدول میں سب موجود ہیں۔`,
  model: 'ماڈل',
  code: 'نوٹ کا کوڈ',
  what: 'نوٹ',
  partCode: 'پرزے کا کوڈ',
  part: 'پرزہ',
  standsFor: (code) => `\u2066${code}\u2069 کی جگہ`,
  inReturn: 'گوشوارے میں',
  inBill: 'فہرست میں',
  difference: 'فرق',
  lines: 'سطور',
  toModel: 'ماڈل کھولیے',
  codes: CODES,
}
