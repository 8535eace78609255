/** The statement of a firm's accounts in Urdu. */
import type { EN } from './statement-words-en.ts'

export const UR: typeof EN = {
  title: 'کھاتہ',
  intro: 'پروگرام کے ذمے آپ کی فرم کا کیا واجب ہے اور آپ کی فرم کے ذمے کیا، جیسا کہ فیصلوں سے درج ہوا۔',
  none: 'جب کسی فیصلے سے آپ کی فرم کے حق میں یا اس کے ذمے کوئی رقم درج ہوگی تو وہ میزان کے ساتھ یہاں دکھائی جائے گی۔',
  balances: 'میزان',
  account: 'مد',
  sides: { due_to: 'آپ کی فرم کو واجب الادا', due_from: 'آپ کی فرم کے ذمے', settled: 'کچھ واجب نہیں' },
  debts: 'واجب الادا رقوم',
  debtsHint:
    'ادائیگی کی عبارت میں سامنے دیا گیا نمبر لکھیے: اسی سے ادائیگی اس کھاتے تک پہنچتی ہے۔ زائد ادا کی گئی رقم آپ کے حق میں فاضل رہتی ہے۔',
  quote: 'لکھنے کا نمبر',
  entries: 'اندراجات',
  day: 'دن',
  programme: 'پروگرام',
  kind: 'قسم',
  reversal: 'سابقہ اندراج کی واپسی',
  phases: {
    appropriate: 'بجٹ میں ڈالی گئی رقم',
    reserve: 'مختص',
    release: 'واگزار',
    commit: 'منظور شدہ',
    charge: 'عائد',
    interest: 'سود',
    pay: 'آپ کی فرم کو ادا شدہ',
    receive: 'آپ کی فرم سے وصول شدہ',
    call: 'ضمانت سے طلب شدہ',
  },
  after: 'بقایا',
  why: 'فیصلہ',
  rehearsal: 'مشق',
  asTable: 'تمام اندراجات ایک جدول میں (CSV)',
  currency: 'کرنسی',
  amount: 'رقم',
}
