/** The calendar and its reminders, in Urdu. */
import type { EN } from './deadline-words-en.ts'

const number = (text: string): string => `\u2066${text}\u2069`

export const UR: typeof EN = {
  title: 'ذمہ داریوں کا کیلنڈر',
  lead: 'کیا کام کس دن تک کرنا ہے، جیسا کہ قانون، نوٹسوں اور لائسنسوں سے طے ہوتا ہے۔',
  none: 'ابھی کچھ واجب نہیں۔ گوشواروں، نوٹسوں اور لائسنسوں کی تاریخیں یہاں نظر آئیں گی۔',
  list: 'فہرست',
  month: 'مہینہ',
  view: 'دکھانے کا انداز',
  firm: 'فرم',
  allFirms: 'تمام فرمیں',
  show: 'دکھائیے',
  day: 'دن',
  left: 'باقی دن',
  what: 'کام',
  programme: 'پروگرام',
  state: 'کیفیت',
  groups: { open: 'آئندہ', late: 'تاخیر', done: 'مکمل' },
  more: (count) => `مزید ${count}`,
  states: { open: 'باقی', done: 'مکمل', late: 'تاخیر' },
  kinds: {
    file_return: (about, title) => `${title ?? 'گوشوارہ'} ${number(about)}`,
    answer_question: (about, title) =>
      `${title ?? 'گوشوارہ'} \u2066${about}\u2069 کے بارے میں مجاز ادارے کے سوال کا جواب`,
    cure: (about) => `کوتاہی ${number(about)} کی تلافی`,
    answer: (about) => `کوتاہی ${number(about)} کے نوٹس کا جواب`,
    attend_hearing: (about) => `کوتاہی ${number(about)} کی سماعت`,
    attend_appeal_hearing: (about) => `اپیل ${number(about)} کی سماعت`,
    reply_to_appeal: (about) => `اپیل ${number(about)} کا جواب`,
    decide_appeal: (about) => `اپیل ${number(about)} کا فیصلہ`,
    renew_licence: (about) => `لائسنس ${number(about)} کی میعاد کا اختتام`,
    renew_guarantee: (about) => `ضمانت ${number(about)} کی میعاد کا اختتام`,
    renew_certificate: (about, title) => `سرٹیفکیٹ ${number(about)} کی میعاد کا اختتام (${title ?? ''})`,
  },
  daysLeft: (days) =>
    days < -1
      ? `${-days} دن پہلے`
      : days === -1
        ? 'کل گزر گیا'
        : days === 0
          ? 'آج'
          : days === 1
            ? 'ایک دن'
            : `${days} دن`,
  before: 'پچھلا مہینہ',
  after: 'اگلا مہینہ',
  months: ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'],
  weekdays: ['پیر', 'منگل', 'بدھ', 'جمعرات', 'جمعہ', 'ہفتہ', 'اتوار'],
  noneInMonth: 'اس مہینے میں کچھ واجب نہیں۔',
  own: 'آپ کے اپنے کیلنڈر میں',
  ownLead:
    'آپ کے فون یا کمپیوٹر کا کیلنڈر یہ تاریخیں دکھا سکتا ہے۔ اسے ایک ایسا پتہ دیا جاتا ہے جس کا کوئی اندازہ نہیں لگا سکتا؛ جسے پتہ معلوم ہو وہ وہی دیکھتا ہے جو آپ دیکھتے ہیں۔',
  share: 'پتہ بنائیے',
  shareAnew: 'نیا پتہ بنائیے اور پہلا ختم کیجیے',
  sharedSince: (when) => `ایک پتہ موجود ہے، جو ${when} کو بنا۔`,
  made: 'آپ کا پتہ',
  madeOnce:
    'اسے اپنے کیلنڈر میں انٹرنیٹ کے کیلنڈر کے طور پر شامل کیجیے۔ یہ صرف اسی بار دکھایا جا رہا ہے، پھر کبھی نہیں: ابھی نقل کر لیجیے۔',
  unshare: 'پتہ ختم کیجیے',
  unsharing: 'اس کے بعد وہاں دیکھنے والے پروگراموں کو کچھ نہیں ملے گا۔ آپ جب چاہیں نیا پتہ بنا سکتے ہیں۔',
  done: { unshared: 'وہ پتہ اب کارآمد نہیں۔' },
  reminder: {
    subject: (what, left, others) =>
      others === 0 ? `${what}: ${left}` : `${what}: ${left}، اور مزید ${others === 1 ? 'ایک' : others}`,
    left: { before: (days) => `${days} باقی`, today: 'آج آخری دن ہے', after: 'مقررہ دن گزر چکا' },
    text: (what, programme, day) => `${what}${programme === undefined ? '' : ` (${programme})`}۔ آخری دن ${day} ہے۔`,
    late: (what, programme, day) => `${what}${programme === undefined ? '' : ` (${programme})`}۔ آخری دن ${day} تھا۔`,
    why: 'یہ خط آپ کو اس لیے ملا کہ آپ فرم کی جانب سے کارروائی کرتے ہیں۔ یاد دہانیاں اپنے اکاؤنٹ کے صفحے پر بند کی جا سکتی ہیں:',
  },
}
