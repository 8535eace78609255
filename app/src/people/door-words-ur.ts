/** What happened at the door, in Urdu. */
import type { EN } from './door-words-en.ts'

export const UR: typeof EN = {
  title: 'آپ کے لوگوں کے سائن اِن',
  lead: 'جو لوگ اس وقت آپ کے ادارے سے وابستہ ہیں ان کے آخری 200 واقعات۔ یہ 400 دن محفوظ رہتے ہیں۔',
  own: 'آپ کے اکاؤنٹ پر کیا ہوا',
  ownLead:
    'آخری 50 واقعات؛ یہ 400 دن محفوظ رہتے ہیں۔ اگر ان میں سے کوئی آپ نے نہیں کیا تو نیا پاس ورڈ چنیے: اس سے تمام سیشن ختم ہو جاتے ہیں۔',
  nothing: 'سائن اِن، اور وہ بھی جو رد ہوئے، پہلا واقعہ ہوتے ہی یہاں درج ہوں گے۔',
  person: 'کون',
  when: 'کب',
  happened: 'کیا ہوا',
  address: 'پتہ',
  browser: 'براؤزر',
  signedIn: (means) => `${means} سے سائن اِن`,
  refused: (means) => `رد: ${means} غلط`,
  means: { password: 'پاس ورڈ', code: 'کوڈ', recovery_code: 'بحالی کوڈ', openid: 'OpenID اکاؤنٹ', passkey: 'پاس کی' },
  events: {
    signed_out: 'سائن آؤٹ',
    sessions_ended: 'سیشن ختم کیے گئے',
    password_changed: 'نیا پاس ورڈ',
    second_factor_set_up: 'دوسرا ثبوت ترتیب دیا گیا',
    second_factor_removed: 'دوسرا ثبوت ہٹایا گیا',
    passkey_added: 'پاس کی شامل ہوئی',
    passkey_removed: 'پاس کی ہٹائی گئی',
  },
}
