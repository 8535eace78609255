/** Letters that warn of something, in Urdu: the subject in the first line. */
import type { WarningWords } from './warning-words.ts'

export const UR: WarningWords = {
  keyEnds: (name, day, address) =>
    `کلید ’\u2068${name}\u2069‘ ${day} تک کارآمد ہے

جو پروگرام کلید ’\u2068${name}\u2069‘ استعمال کرتا ہے، ${day} کے اگلے دن سے اس کی درخواستیں رد ہوں گی۔ نئی کلید جاری کر کے پروگرام میں ڈالیے، اور پرانی منسوخ کیجیے:

${address}

یہ خط آپ کو اس لیے ملا ہے کہ آپ اس ادارے کے منتظم ہیں جس کی یہ کلید ہے۔`,
}
