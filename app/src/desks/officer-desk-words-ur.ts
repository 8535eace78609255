/** The desk of an officer in Urdu. */
import type { EN } from './officer-desk-words-en.ts'

export const UR: typeof EN = {
  desk: 'آپ کی میز',
  queue: 'کیا آپ کا منتظر ہے',
  counted: (count) => (count === 1 ? 'ایک کام آپ کا منتظر ہے۔' : `\u2068${count}\u2069 کام آپ کے منتظر ہیں۔`),
  empty:
    'جو درخواستیں، گوشوارے، فیصلے اور نوٹس آپ کے منصب کے کسی افسر کے منتظر ہوں، یہاں دکھائی دیں گے، سب سے فوری پہلے۔ ابھی کچھ منتظر نہیں۔',
  what: 'کیا کرنا ہے',
  who: 'کس کا',
  howLong: 'انتظار',
  stake: 'کیا داؤ پر ہے',
  tasks: {
    approve_release: 'قانون کے اجرا کی منظوری یا نامنظوری',
    decide_application: 'رجسٹریشن کی درخواست کا فیصلہ',
    decide_firm_event: 'فرم میں تبدیلی کا فیصلہ',
    review_return: 'گوشوارے کی جانچ',
    assess_return: 'گوشوارے کی تشخیص',
    assess_again: 'گوشوارے کی دوبارہ تشخیص: تصدیق مؤثر نہیں رہی',
    prepare_determination: 'فیصلے کی تیاری',
    decide_determination: 'تیار شدہ فیصلے پر کارروائی',
    serve_notice: 'کوتاہی کا نوٹس جاری کرنا',
    determine_sanction: 'تادیبی کارروائی کا فیصلہ: مہلت میں تلافی نہ ہوئی',
    determine_restoration: 'بحالی کا فیصلہ: تلافی ہو چکی',
  },
  stakes: {
    approve_release: 'اس سے پہلے پروگرام کا قانون نہیں بدلتا۔',
    decide_application: 'اس سے پہلے فرم نہ گوشوارہ داخل کر سکتی ہے نہ درآمد کر سکتی ہے۔',
    decide_firm_event: 'اس وقت تک فرم پرانے نام سے اپنی ذمہ دار خود ہے۔',
    review_return: 'اس سے پہلے اس سال کا کوئی فیصلہ نہیں ہو سکتا۔',
    assess_return: 'ابھی معلوم نہیں کہ کیا واجب ہے اور کیا پورا نہ ہوا۔',
    assess_again: 'تشخیص کی بنیاد ایسی تصدیق پر ہے جو فراہم کنندہ واپس لے چکا یا جس کے خلاف دوسری کہہ چکا۔',
    prepare_determination: 'اس سے پہلے نتائج کا کوئی اثر نہیں۔',
    decide_determination: 'اس سے پہلے فیصلے کا کوئی اثر نہیں، اور فرم کو اس کا علم نہیں۔',
    serve_notice: 'اس سے پہلے تلافی کی مہلت شروع نہیں ہوتی۔',
    determine_sanction: 'مہلت ختم ہو چکی ہے اور لائسنس اب بھی مؤثر ہے۔',
    determine_restoration: 'تلافی ہو چکی ہے اور لائسنس اب بھی معطل ہے۔',
  },
  since: (days, day) => (days === 0 ? 'آج سے' : `\u2068${days}\u2069 دن، \u2068${day}\u2069 سے`),
  rehearsal: 'مشق',
  grant: 'لائسنس جاری کریں',
  done: { sent_back: 'گوشوارہ واپس کر دیا گیا۔' },
}
