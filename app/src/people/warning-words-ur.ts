/** Letters that warn of something, in Urdu: the subject in the first line. */
import { momentOf } from '../pages/when.ts'
import type { DoorLetter, WarningWords } from './warning-words.ts'

const SUBJECTS: Readonly<Record<DoorLetter, string>> = {
  new_place: 'آپ کے اکاؤنٹ میں نئی جگہ سے سائن اِن ہوا ہے',
  password_changed: 'آپ کا پاس ورڈ بدل دیا گیا ہے',
  second_factor_set_up: 'آپ کے اکاؤنٹ کے لیے دوسرا ثبوت ترتیب دیا گیا ہے',
  second_factor_removed: 'آپ کے اکاؤنٹ کا دوسرا ثبوت ہٹا دیا گیا ہے',
  passkey_added: 'آپ کے اکاؤنٹ میں پاس کی شامل ہوئی',
  passkey_removed: 'آپ کے اکاؤنٹ کی ایک پاس کی ہٹا دی گئی',
}

export const UR: WarningWords = {
  atDoor: (about, { happened_at, address, agent }, link) =>
    `${SUBJECTS[about]}

مقامی پر ${SUBJECTS[about]}: ${momentOf(happened_at, 'ur').when}، پتہ \u2066${address}\u2069۔ براؤزر اپنا نام یہ بتاتا ہے:

${agent}

اگر یہ آپ ہی تھے تو اس خط کو رہنے دیجیے۔ اگر نہیں، تو سائن اِن کے صفحے پر ’پاس ورڈ بھول گئے‘ سے فوراً نیا پاس ورڈ چنیے، جس سے تمام سیشن ختم ہو جاتے ہیں، اور اپنے ادارے کے منتظم کو بتائیے۔ آپ کے اکاؤنٹ پر اور کیا ہوا، یہاں درج ہے:

${link}`,
  keyEnds: (name, day, address) =>
    `کلید ’\u2068${name}\u2069‘ ${day} تک کارآمد ہے

جو پروگرام کلید ’\u2068${name}\u2069‘ استعمال کرتا ہے، ${day} کے اگلے دن سے اس کی درخواستیں رد ہوں گی۔ نئی کلید جاری کر کے پروگرام میں ڈالیے، اور پرانی منسوخ کیجیے:

${address}

یہ خط آپ کو اس لیے ملا ہے کہ آپ اس ادارے کے منتظم ہیں جس کی یہ کلید ہے۔`,
}
