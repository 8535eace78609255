/** What stands around every page, in Urdu. */
import type { ShellWords } from './shell-words.ts'

export const UR: ShellWords = {
  direction: 'rtl',
  maqami: 'مقامی',
  skip: 'اصل مواد پر جائیں',
  navigation: 'بنیادی رہنمائی',
  otherLanguage: 'English',
  whatMaqamiIs: 'مقامی، مقامی سازی کے پروگراموں کا قانون بے کم و کاست لاگو کرتا ہے اور ہر نتیجے کی وجہ بتاتا ہے۔',
  demonstration: (day) => `نمائشی نظام: صنعت کار فرضی ہیں؛ کیلنڈر \u2068${day}\u2069 پر ہے۔`,
  requestNumber: 'درخواست کا نمبر',
  toStart: 'آغاز کے صفحے پر جائیں',
  signIn: 'سائن اِن',
  signOut: 'سائن آؤٹ',
  actsForNobody: 'کسی ادارے کے لیے نہیں',
  error: 'غلطی:',
  pages: 'اس فہرست کے صفحات',
  firstPage: 'شروع سے',
  nextPage: 'اگلا صفحہ',
  where: 'کب سے، کس کے لیے',
  before: 'پہلے',
  after: 'بعد میں',
  nothing: 'کچھ نہیں',
  firm: 'فرم',
  asTable: 'پوری فہرست بطور جدول (CSV)',
  consequence: 'اس سے کیا ہوگا',
}
