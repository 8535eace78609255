/** The start page in Urdu. */
import type { EN } from './home-words-en.ts'

export const UR: typeof EN = {
  yourDesk: 'اپنی میز پر جائیے: کیا آپ کا منتظر ہے اور کب تک',
  goals: 'اہداف',
  state: (word, count) => `${word}: ${count}`,
  consultations: 'جاری مشاورتیں',
  until: (day) => `رائے ${day} تک`,
  noConsultations: 'کوئی جاری نہیں۔ قانون کا جو مسودہ عوام کے سامنے رکھا جائے وہ اپنے آخری دن تک یہاں رہتا ہے۔',
  publications: 'تازہ ترین اعداد و شمار',
  edition: (year, edition) => `\u2066${year}\u2069، اشاعت ${edition}`,
  published: (when) => `اشاعت: ${when}`,
  noPublications: 'ابھی کچھ شائع نہیں ہوا۔ قبول شدہ گوشواروں کے اعداد و شمار ادارے کے شائع کرنے پر یہاں آئیں گے۔',
  all: 'سب دیکھیے',
  lookUp: 'معلوم کیجیے',
  registers: {
    see_laboratories: 'جانچ کی تجربہ گاہیں اور ہر ایک کس کام کے لیے منظور شدہ ہے',
    see_components: 'پرزہ جات: یہاں کیا بنتا ہے اور اگلا کارخانہ کہاں سود مند ہے',
    see_certificates: 'سرٹیفکیٹ، نمبر کے ذریعے',
    see_statistics: 'سرکاری اعداد و شمار',
    compare_routes: 'آلہ یہاں جوڑنے یا درآمد کرنے پر کتنی لاگت آتی ہے',
    work_out_spillover: 'ایک کارخانہ باقی معیشت کو کیا دیتا ہے',
  },
}
