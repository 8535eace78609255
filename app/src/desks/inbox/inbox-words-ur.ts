/** The inbox of a firm in Urdu. */
import type { EN } from './inbox-words-en.ts'

export const UR: typeof EN = {
  title: 'موصولہ خطوط',
  intro:
    'آپ کی فرم کے نوٹسوں اور اپیلوں کے بارے میں مجاز ادارے کے خطوط۔ مجاز دستخط کنندہ ہر ایک کی وصولی تسلیم کرتا ہے۔ نوٹس کی وصولی تسلیم کرنا اس کی تعمیل کا ثبوت ہے: جواب اور تلافی کی مہلت اسی دن سے شروع ہوتی ہے۔',
  none: 'کوئی خط نہیں آیا۔ جو آئے گا وہ وصولی تسلیم ہونے تک یہاں نمایاں رہے گا۔',
  letter: 'خط',
  kinds: {
    show_cause: 'اظہارِ وجوہ کا نوٹس',
    hearing_fixed: 'سماعت کے لیے طلبی',
    hearing_adjourned: 'سماعت کا التوا',
    time_decided: 'تلافی کی مہلت پر فیصلہ',
    cured: 'اختتامِ کارروائی: بروقت تلافی',
    appeal_hearing_fixed: 'اپیل کی سماعت کے لیے طلبی',
    appeal_hearing_adjourned: 'اپیل کی سماعت کا التوا',
    appeal_decided: 'اپیل پر حکم',
  },
  about: 'بحوالہ',
  noticeOf: (day) => `${day} کا نوٹس`,
  appeal: (number) => `اپیل \u2066${number}\u2069`,
  unopened: 'آپ نے نہیں دیکھا',
  written: 'تاریخ',
  state: 'حالت',
  unread: 'وصولی تسلیم نہیں ہوئی',
  served: 'تعمیل دوسرے ذریعے سے ہوئی',
  acknowledged: 'وصولی تسلیم ہوئی',
  acknowledge: 'وصولی تسلیم کیجیے',
  acknowledgeNotice: 'وصولی تسلیم کیجیے: مہلت آج سے شروع ہوگی',
  done: { acknowledged: 'آپ نے خط کی وصولی تسلیم کر لی۔' },
}
