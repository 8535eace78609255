/** Letters about the recovery of a second factor, in Urdu. */
import { momentOf } from '../pages/when.ts'
import type { RecoveryLetterWords } from './recovery-letter-words.ts'

export const UR: RecoveryLetterWords = {
  subject: 'مقامی پر ایک دوسرا ثبوت ہٹایا جانے والا ہے',
  toPerson: ({ ready_at, stop, finish }, language) =>
    `آپ کے ادارے کے کسی منتظم یا نگران ادارے کے کسی افسر نے بتایا ہے کہ آپ کا دوسرا ثبوت کھو گیا ہے، اور اسے ہٹانے کی درخواست کی ہے۔ جب تک یہ مکمل نہ ہو یا روکا نہ جائے، آپ دستخط نہیں کر سکتے۔

اگر آپ نے یہ نہیں کہا تھا، یا آلہ آپ کے پاس ہے، تو اسے ابھی روکیے۔ آلے یا بحالی کوڈ سے سائن اِن کرنے سے بھی یہ رک جاتا ہے:

${stop}

اگر آپ ہی نے کہا تھا تو ${momentOf(ready_at, language).when} کے بعد، ایک ہفتے کے اندر، یہ لنک کھولیے اور پاس ورڈ درج کیجیے۔ پھر سائن اِن کر کے نیا دوسرا ثبوت ترتیب دیجیے۔ یہ خط کسی اور کو نہ دیجیے:

${finish}`,
  toAdministrator: ({ name, ready_at, stop }, language) =>
    `\u2068${name}\u2069 کے بارے میں بتایا گیا ہے کہ ان کا دوسرا ثبوت کھو گیا ہے، اور اسے ہٹانے کی درخواست ہوئی ہے۔ یہ ${momentOf(ready_at, language).when} کے بعد ہو سکتا ہے۔

\u2068${name}\u2069 سے فون پر یا مل کر پوچھیے کہ کیا ایسا ہی ہے۔ اگر نہیں، یا شبہ ہو، تو اسے روکیے:

${stop}

یہ خط آپ کو اس لیے ملا کہ آپ ادارے کے منتظم ہیں۔`,
}
