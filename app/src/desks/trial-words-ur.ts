/** The trial balance in Urdu. */
import type { EN } from './trial-words-en.ts'

export const UR: typeof EN = {
  title: 'آزمائشی میزان',
  intro:
    'ہر کھاتے میں کتنا نام اور کتنا جمع ہوا، تمام فرمیں ملا کر۔ ہر کرنسی میں دونوں طرف کا مجموعہ برابر ہے؛ مشقیں الگ ہیں۔',
  none: 'جب کوئی بجٹ منظور ہو یا کسی فیصلے سے رقم درج ہو تو کھاتے دونوں طرف سمیت یہاں دکھائے جائیں گے۔',
  programme: 'پروگرام',
  year: 'سال',
  account: 'کھاتہ',
  kinds: {
    budget: 'بجٹ',
    entitlement: 'مختص',
    payable: 'واجب الادا',
    levy: 'محصول',
    surcharge: 'سرچارج',
    interest: 'سود',
    bank: 'بینک',
    receipts: 'واجب سے زائد وصولی',
    guarantee: 'ضمانتوں سے طلب شدہ',
  },
  of: 'کس کا',
  whose: { firms: 'تمام فرمیں', treasury: 'خزانہ' },
  currency: 'کرنسی',
  debit: 'نام',
  credit: 'جمع',
  rehearsal: 'مشق',
  treasury: 'خزانے کے لیے',
  treasuryHint: 'کسی پروگرام کا ہر اندراج، درج ہونے کی ترتیب سے۔',
  export: (programme: string) => `${programme} کے تمام اندراجات (CSV)`,
}
