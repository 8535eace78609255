/** What a version changes in the one before it, in Urdu. */
import type { EN } from './difference-words-en.ts'

export const UR: typeof EN = {
  title: (after, before) => `نسخہ \u2066${after}\u2069 کا نسخہ \u2066${before}\u2069 سے موازنہ`,
  intro:
    'سطر اپنی شیٹ کی کلید سے پہچانی جاتی ہے۔ جس شیٹ کی کوئی کلید نہیں، وہاں بدلی ہوئی سطر ایک خارج اور ایک نئی سطر شمار ہوتی ہے۔',
  documentOf: (version) => `نسخہ \u2066${version}\u2069 کی ورک بک`,
  lines: 'سطور',
  sheet: 'شیٹ',
  same: 'دونوں نسخوں کی ہر سطر یکساں ہے۔',
  changes: { added: 'نئی', removed: 'خارج', changed: 'تبدیل شدہ' },
  unchanged: 'یکساں',
  counted: (from, to, all) =>
    all === to && from === 1
      ? `${all === 1 ? 'ایک سطر' : `\u2066${all}\u2069 سطور`} میں فرق ہے۔`
      : `فرق والی \u2066${all}\u2069 سطور میں سے \u2066${from}\u2069 تا \u2066${to}\u2069۔`,
  change: 'تبدیلی',
  line: 'سطر',
  row: 'قطار',
  rowBefore: 'پہلے کی قطار',
  rowAfter: 'بعد کی قطار',
  column: 'کالم',
  before: 'پہلے',
  after: 'بعد',
  what: 'کیا فرق ہے',
  blank: 'خالی',
  see: (before) => `نسخہ \u2066${before}\u2069 سے کیا فرق ہے`,
}
