/** The letters of a notice in Urdu. */
import { joined, t } from '@maqami/engine/explain/ink.ts'
import type { NoticeLetterWords } from './notice-letter-words.ts'

export const UR: NoticeLetterWords = {
  titles: {
    show_cause: t`اظہارِ وجوہ کا نوٹس`,
    summons: t`ذاتی سماعت کے لیے طلبی`,
    adjournment: t`سماعت کا التوا`,
    appeal_summons: t`اپیل کی سماعت کے لیے طلبی`,
    appeal_adjournment: t`اپیل کی سماعت کا التوا`,
    extension: t`تلافی کی مہلت میں توسیع`,
    waiver: t`وہ دن جو تلافی کی مہلت میں شمار نہیں ہوتے`,
    refusal: t`تلافی کی مہلت میں توسیع نہیں ہوئی`,
    closure: t`اختتامِ کارروائی: بروقت تلافی`,
  },
  subject: (title, year) => t`${title}، ${year}`,
  said: {
    show_cause: t`نوٹ`,
    summons: t`سماعت کا موضوع`,
    adjournment: t`وجہ`,
    appeal_summons: t`سماعت کا موضوع`,
    appeal_adjournment: t`وجہ`,
    extension: t`وجوہات`,
    waiver: t`وجوہات`,
    refusal: t`وجوہات`,
    closure: t`تلافی کا علم کیسے ہوا`,
  },
  signed: (name) => t`${name}`,
  matter: t`فیصلہ`,
  headings: {
    failed: t`کون سی شرط پوری نہیں ہوئی، اور کیوں`,
    follows: t`کیا کارروائی ہو سکتی ہے`,
    time: t`کب تک`,
    answer: t`جواب کا طریقہ`,
  },
  failedBy: (number) => t`فیصلہ ${number} کی رو سے درج ذیل شرط پوری نہیں ہوئی۔`,
  notMet: (name, clause) => (clause === undefined ? t`${name}۔` : t`${name} (${clause})۔`),
  asks: (summary) => t`قانون کا تقاضا: ${summary}`,
  found: (what, value, asked, gap) =>
    t`${what}: جانچ پر ${value} ثابت ہوا، جبکہ ${asked} لازم تھا${gap === undefined ? t`` : t`؛ ${gap}`}۔`,
  foundNone: (what, asked) => t`${what}: ریکارڈ پر کچھ نہیں، جبکہ ${asked} لازم تھا۔`,
  bounds: {
    numbers: {
      '=': (bound) => bound,
      '!=': (bound) => t`${bound} کے سوا`,
      '<': (bound) => t`${bound} سے کم`,
      '<=': (bound) => t`زیادہ سے زیادہ ${bound}`,
      '>': (bound) => t`${bound} سے زیادہ`,
      '>=': (bound) => t`کم از کم ${bound}`,
    },
    days: {
      '=': (bound) => bound,
      '!=': (bound) => t`${bound} کے سوا کوئی دن`,
      '<': (bound) => t`${bound} سے پہلے کا دن`,
      '<=': (bound) => t`${bound} یا اس سے پہلے کا دن`,
      '>': (bound) => t`${bound} کے بعد کا دن`,
      '>=': (bound) => t`${bound} یا اس کے بعد کا دن`,
    },
  },
  notMetBy: ({ name, group, failing, all, lines }) =>
    t`${name}: “${group}” میں ${all} میں سے ${failing} نے یہ شرط پوری نہیں کی: ${joined(lines, t`؛ `)}۔`,
  lineFound: (key, value, asked) => t`${key}: ${value}، جبکہ ${asked} لازم تھا`,
  andOthers: (count) => t`اور ${count} مزید`,
  partNotMet: (name) => t`${name}: یہ شرط پوری نہیں ہوئی۔`,
  notSo: (condition) => t`لازم تھا کہ ${condition}۔ ایسا نہیں ہوا۔`,
  mayFollow: t`آپ کو موقع دیا جاتا ہے کہ وجہ بتائیں کہ درج ذیل کارروائی کیوں نہ کی جائے۔ یہ تلافی کے آخری دن کے اگلے روز سے پہلے مؤثر نہیں ہو سکتی، اور صرف ایسے فیصلے سے جس پر دو افسر وجوہات کے ساتھ دستخط کریں۔`,
  attached: (name, says, clause) => {
    const what = says.length === 0 ? t`${name}۔` : t`${name}: ${joined(says, t` `)}`
    return clause === undefined ? what : t`${what} (${clause})`
  },
  runs: t`مہلت اس نوٹس کی تعمیل کے دن سے شروع ہوتی ہے: وہ دن جب آپ کا مجاز دستخط کنندہ وصولی تسلیم کرے، یا جو تعمیل کے ثبوت میں درج ہو۔`,
  cureBy: (served, last) =>
    t`اگر تعمیل اس خط کے دن، یعنی ${served} کو ہو، تو قانون کی رو سے کوتاہی ${last} تک دور کی جا سکتی ہے؛ اس وقت تک کی تلافی سے مذکورہ کارروائی ٹل جاتی ہے۔ تعمیل بعد میں ہو تو اس دن تک جو نوٹس کے صفحے پر درج ہو۔`,
  answerWithin: (length, counted) =>
    counted === 'days'
      ? t`آپ کا مؤقف تعمیل سے ${length} دن کے اندر، اور بہر حال تلافی کے آخری دن تک سنا جائے گا۔`
      : t`آپ کا مؤقف تعمیل سے ${length} ایامِ کار کے اندر، اور بہر حال تلافی کے آخری دن تک سنا جائے گا۔ ہفتہ، اتوار اور اعلان شدہ تعطیلات شمار نہیں ہوتیں۔`,
  answerHow: (address) =>
    t`مجاز دستخط کنندہ ${address} پر سائن اِن کر کے، ضروری فائلوں کے ساتھ، جواب دیتا ہے۔ بروقت جواب پر تادیبی کارروائی کے فیصلے سے پہلے غور کیا جاتا ہے۔`,
  fileThere: t`جس مواد پر انحصار ہے وہ سب نوٹس کے صفحے پر اپنے ہیش کے ساتھ موجود ہے اور یکجا ڈاؤن لوڈ ہو سکتا ہے: گوشوارہ اور اس کی سطریں، تشخیص مع وضاحت، اور فیصلہ۔ جو ظاہر نہیں کیا گیا اس پر انحصار نہیں ہوگا۔`,
  mayAsk: t`آپ ذاتی سماعت کی درخواست، اور تحریری وجوہات کے ساتھ مزید مہلت کی درخواست دے سکتے ہیں۔`,
  summons: (number, day, place) =>
    t`فیصلہ ${number} میں درج کوتاہی پر آپ کو ${day} کو ذاتی طور پر سنا جائے گا: ${place}۔`,
  adjournment: (number, day, place) => t`فیصلہ ${number} میں درج کوتاہی کی سماعت ${day} تک ملتوی کی جاتی ہے: ${place}۔`,
  mayBeHeard: t`آپ خود آ سکتے ہیں یا نمائندہ بھیج سکتے ہیں، اور دستاویزات لا سکتے ہیں۔ کوئی حاضر نہ ہوا تو فیصلہ موجود ریکارڈ پر ہوگا۔`,
  appeal_summons: (appeal, number, day, place) =>
    t`فیصلہ ${number} کے خلاف آپ کی اپیل ${appeal} کی سماعت ${day} کو ہوگی: ${place}۔`,
  appeal_adjournment: (appeal, number, day, place) =>
    t`فیصلہ ${number} کے خلاف آپ کی اپیل ${appeal} کی سماعت ${day} تک ملتوی کی جاتی ہے: ${place}۔`,
  appealHeard: t`آپ خود آ سکتے ہیں یا نمائندہ بھیج سکتے ہیں۔ مجاز ادارے کو بھی سنا جائے گا۔ کوئی حاضر نہ ہوا تو اپیل کا فیصلہ اس کی وجوہات اور ریکارڈ پر ہوگا۔ فیصلہ وہ کرے گا جس نے زیرِ اپیل فیصلے میں حصہ نہیں لیا۔`,
  extended: (number, until) => t`فیصلہ ${number} میں درج کوتاہی کی تلافی کی مہلت ${until} تک بڑھائی جاتی ہے۔`,
  waived: (number, from, to) =>
    t`ناگہانی حالات (force majeure) کے باعث ${from} سے ${to} تک کے دن، فیصلہ ${number} میں درج کوتاہی کی تلافی کی مہلت میں شمار نہیں ہوں گے۔`,
  notExtended: (number) => t`فیصلہ ${number} میں درج کوتاہی کی تلافی کی مہلت نہیں بڑھائی جاتی۔`,
  until: (day) => t`تلافی کا آخری دن ${day} ہے۔`,
  lawReads: t`اس وقت تک کی تلافی سے وہ کارروائی ٹل جاتی ہے جو قانون نے اس کوتاہی پر مقرر کی ہے۔ اسے ایک افسر نے تجویز اور دوسرے نے منظور کیا۔`,
  closed: (number, cured, until) =>
    t`فیصلہ ${number} میں درج کوتاہی ${cured} کو دور ہو گئی۔ تلافی کا آخری دن ${until} تھا: تلافی بروقت ہوئی۔`,
  nothingFollows: t`نوٹس کی کارروائی ختم کی جاتی ہے۔ اس کوتاہی پر کوئی تادیبی کارروائی نہیں ہوگی۔`,
}
