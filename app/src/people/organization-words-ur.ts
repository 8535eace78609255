/** The page on which organizations are registered, in Urdu. */
import type { EN } from './organization-words-en.ts'

const KINDS: (typeof EN)['kinds'] = {
  manufacturer: 'صنعت کار',
  supplier: 'پرزوں کا فراہم کنندہ',
  accountant: 'محاسب',
  laboratory: 'لیبارٹری',
  customs: 'کسٹمز',
  telecom: 'ٹیلی کام ریگولیٹر',
  public: 'عام شہری',
}

export const UR: typeof EN = {
  title: 'ادارے',
  lead: 'کوئی خود کو درج نہیں کرتا۔ آپ یہاں کسی فرم، لیبارٹری، کسٹمز یا ٹیلی کام ریگولیٹر کو درج کرتے ہیں، اور اس کے پہلے منتظم کو ڈاک سے لنک ملتا ہے۔ منتظم اپنے ادارے کے لوگوں کو خود مدعو کرتا ہے؛ پھر صنعت کار کے لوگ پروگرام میں رجسٹریشن کی درخواست دیتے ہیں۔',
  kinds: KINDS,
  register: 'ادارہ درج کیجیے',
  name: 'ادارے کا نام',
  kind: 'قسم',
  email: 'پہلے منتظم کا ای میل پتہ',
  emailHint: 'لنک صرف اسی پتے پر جاتا ہے، کسی اور کو نہیں۔ یہ ایک ہفتے تک، اور ایک ہی بار، کارآمد ہے۔',
  registerIt: 'درج کیجیے اور دعوت بھیجیے',
  without: 'وہ ادارے جن کا کوئی منتظم نہیں',
  none: 'ہر ادارے کا منتظم موجود ہے۔',
  registered: 'کب درج ہوا',
  invited: 'کسے دعوت دی گئی',
  nobodyInvited: 'کسی کو نہیں، یا لنک ایک ہفتے سے پرانا ہے',
  until: (day) => `${day} تک`,
  inviteAgain: 'منتظم کو مدعو کیجیے',
  inviteAgainLead: 'جب لنک کھو جائے یا اس کی مدت گزر جائے، یا آخری منتظم جا چکا ہو۔',
  toOrganization: 'ادارہ',
  administrator: 'منتظم کا ای میل پتہ',
  send: 'دعوت بھیجیے',
  done: {
    registered: 'ادارہ درج ہو گیا، اور اس کے پہلے منتظم کو دعوت روانہ ہو گئی۔',
    invited: 'دعوت روانہ ہو گئی۔',
  },
}
