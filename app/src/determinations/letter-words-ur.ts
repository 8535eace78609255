/** The letter of a determination in Urdu. */
import { joined, t } from '@maqami/engine/explain/ink.ts'
import type { LetterWords } from './letter-words.ts'

const STANDINGS = { draft: t`مسودہ قانون`, reported: t`صرف اطلاعات سے معلوم`, assumed: t`مفروضہ` }

export const UR: LetterWords = {
  preparedBy: (name) => t`تیار کنندہ: ${name}، کیس افسر۔`,
  approvedBy: (name) => t`منظور کنندہ: ${name}، منظوری دینے والا افسر۔`,
  notApproved: t`ابھی منظور نہیں ہوا: فیصلہ دوسرا افسر کرے گا۔`,
  cureUntil: (served, last) =>
    t`مہلت نوٹس کی تعمیل کے دن سے شروع ہوتی ہے۔ اگر تعمیل اس خط کے دن، یعنی ${served} کو ہو، تو کوتاہی ${last} تک دور کی جا سکتی ہے؛ تعمیل بعد میں ہو تو اس دن تک جو نوٹس میں درج ہو۔`,
  answering: (address) =>
    t`نوٹس کا جواب فرم کا مجاز دستخط کنندہ ${address} پر سائن اِن کر کے دیتا ہے۔ جس بات پر تادیبی کارروائی کے فیصلے سے پہلے غور درکار ہو، وہ مہلت کے آخری دن تک کہہ دی جائے۔`,
  appealUntil: (address, last) =>
    t`اپیل فرم کا مجاز دستخط کنندہ ${address} پر سائن اِن کر کے ${last} تک دائر کرتا ہے؛ اس دن کے بعد صرف تاخیر کی وجہ بتا کر، جس پر بھی اپیل کا فیصلہ کرنے والا ہی فیصلہ کرتا ہے۔`,
  notAppealed: t`جس کا مؤقف ہو کہ تادیبی کارروائی ہونی ہی نہیں چاہیے تھی، وہ اُس فیصلے کے خلاف اس کی اپنی میعاد میں اپیل کرے۔`,
  appealing: t`اپیل اوپر درج اتھارٹی کو تحریری طور پر کی جاتی ہے۔ یہاں درج قانون میں اس کے لیے کوئی آخری دن مقرر نہیں۔`,
  derived: t`حساب کیسے ہوا`,
  formula: (name, words, values, result) =>
    values === undefined ? t`${name}: ${words} = ${result}۔` : t`${name}: ${words}، یعنی ${values} = ${result}۔`,
  rounded: (sentence, rounding) => t`${sentence} تقریب: ${rounding}۔`,
  lines: (caption, lines) => t`${caption}: ${joined(lines, t`؛ `)}۔`,
  line: (key, values, amount) => (values === amount ? t`${key}: ${amount}` : t`${key}: ${values} = ${amount}`),
  parameter: (name, value, notes) => t`${name}: ${value}۔ ${joined(notes, t`۔ `)}۔`,
  about: t`تقریباً`,
  heard: t`فرم کا جواب، اور اس پر غور`,
  saidOn: (day) => t`${day} کو فرم نے کہا:`,
  madeOfIt: t`اس پر غور کیا گیا، اور یہ پایا گیا:`,
  saidLate: t`یہ جواب کی مہلت گزرنے کے بعد کہا گیا۔`,
  nothingSaid: t`فرم نے نوٹس کا کوئی جواب نہیں دیا۔`,
  restsUpon: (grounds, more) =>
    t`یہ مشق اس لیے ہے کہ جو قانون لاگو کیا گیا وہ کسی کو پابند نہیں کرتا۔ نتائج کی بنیاد: ${joined(grounds, t`؛ `)}${more === undefined ? t`` : t`؛ اور ${more} مزید`}۔`,
  ground: (name, standing) => t`${name} (${STANDINGS[standing]})`,
  demonstration: t`نمائش: صنعت کار فرضی ہے، اور تاریخ نمائشی کیلنڈر کی ہے۔`,
  titles: {
    failure: t`کوتاہی ثابت ہونے کا فیصلہ`,
    entitlement: t`استحقاق کا فیصلہ`,
    sanction: t`تادیبی کارروائی کا فیصلہ`,
    restoration: t`بحالی کا حکم`,
  },
  subject: (title, about) => t`${title}: ${joined(about, t`، `)}`,
  number: t`نمبر`,
  date: t`تاریخ`,
  restsOn: t`بحوالہ فیصلہ`,
  to: t`بنام`,
  found: t`نتائج`,
  states: {
    not_met: t`شرط پوری نہیں`,
    due_to: t`فرم کو واجب الادا`,
    due_from: t`فرم کے ذمے واجب الادا`,
    taken_back: t`اب واجب نہیں`,
    imposed: t`عائد`,
    not_imposed: t`عائد نہیں کی گئی`,
    recommended: t`سفارش`,
  },
  effectiveFrom: (day) => t`یہ ${day} سے مؤثر ہے۔`,
  recommendation: t`تادیبی کارروائی کی سفارش`,
  recommendedTo: (authority, clause) =>
    t`یہ ${authority} کے لیے سفارش ہے، جسے${clause === undefined ? t`` : t` بموجب ${clause}`} اس کا اختیار حاصل ہے: اس کے فیصلے تک کچھ عائد نہیں ہوتا۔`,
  whoHasPower: t`مجاز اتھارٹی`,
  copy: t`نقل برائے`,
  without: (year, amount, law, before) =>
    t`اگر ${year} کی درآمدات رعایت کے بغیر دوبارہ آئیں تو قانون ’${law}‘ کے تحت ان پر ${amount} واجب ہوں گے${before === undefined ? t`` : t`، نہ کہ ${before}`}۔`,
  withoutNeeds: (needs) => t`رعایت کی جگہ کیا لاگو ہو گا، یہ غیر متعین ہے: اس کے لیے درکار ہے ${joined(needs, t`، `)}۔`,
  recommendedFrom: (day) => t`سفارش ہے کہ یہ ${day} سے مؤثر ہو۔`,
  computed: (what, reasons) =>
    t`قانون کے حساب سے کم کا فیصلہ کیا گیا${what.length === 0 ? t`` : t`؛ حساب یہ ہے: ${joined(what, t`، `)}`}۔ وجوہات: ${reasons}`,
  computedFrom: (day) => t`${day} سے`,
  reasons: t`وجوہات`,
  follows: t`آئندہ کارروائی`,
  consequences: {
    failure: ({ firm }) =>
      t`اس کوتاہی کے نوٹس کی ${firm} پر تعمیل کرائی جاتی ہے، اور نوٹس میں وہ مہلت درج ہے جس کے اندر کوتاہی دور کی جا سکتی ہے۔ قانون نے اس کوتاہی پر جو کارروائی مقرر کی ہے، وہ صرف اس صورت میں ہو سکتی ہے کہ یہ مہلت گزر جائے اور کوتاہی دور نہ ہو۔`,
    entitlement: ({ firm, waiting }) =>
      t`${
        waiting === undefined
          ? t`جو کچھ ${firm} کو واجب الادا ہے وہ پروگرام کے بجٹ سے طلب کیا جاتا ہے، اور بجٹ میں گنجائش کی حد تک اس کے کھاتے میں درج ہوتا ہے؛ باقی منتظر رہتا ہے اور ضائع نہیں ہوتا۔ جو اس کے ذمے ہے وہ اس کے خلاف درج ہوتا ہے۔`
          : waiting.length === 0
            ? t`اوپر درج رقوم ${firm} کے کھاتے میں درج کی جاتی ہیں: جو اسے واجب الادا ہیں وہ اس کے حق میں، اور جو اس کے ذمے ہیں وہ اس کے خلاف۔`
            : t`پروگرام کے بجٹ میں اس وقت اس کی گنجائش نہیں: ${joined(waiting, t`، `)}۔ یہ ${firm} کو واجب الادا ہے مگر ابھی اس کے کھاتے میں درج نہیں ہوتا؛ اس کی باری برقرار ہے، اور بجٹ میں گنجائش ہوتے ہی کسی نئے فیصلے کے بغیر درج ہو گا۔ اس کے سوا اوپر جو کچھ ہے وہ درج کیا جاتا ہے: فرم کو واجب الادا اس کے حق میں، اور اس کے ذمے اس کے خلاف۔`
      } اسی سال کے سابق فیصلے سے جو درج ہوا تھا، اس میں سے جو اب بھی وہی ہے برقرار ہے، باقی الٹے اندراج سے واپس لیا جاتا ہے۔`,
    sanction: ({ before, imposes, recommends }) =>
      joined(
        [
          before === undefined
            ? t`کوتاہی دی گئی مہلت میں دور نہیں کی گئی۔`
            : t`فیصلہ ${before} میں درج کوتاہی دی گئی مہلت میں دور نہیں کی گئی۔`,
          ...(imposes ? [t`اوپر جو کچھ عائد کیا گیا ہے، وہ اپنے ساتھ درج دن سے مؤثر ہے۔`] : []),
          ...(recommends ? [t`اوپر جس کی سفارش کی گئی ہے، وہ مجاز اتھارٹی کے فیصلے تک مؤثر نہیں۔`] : []),
        ],
        t` `,
      ),
    restoration: ({ before, day, restated }) => {
      const behind = before === undefined ? t`تادیبی کارروائی` : t`فیصلہ ${before}`
      return restated
        ? t`ترمیم شدہ گوشوارے کی رو سے ${behind} کی وجہ بننے والی کوئی کوتاہی نہ تھی: اوپر درج شرط پوری ہے۔ اس کے باعث جو کچھ معطل ہوا تھا وہ ${day} سے بحال ہے، اور اس کے تحت درج رقوم الٹے اندراج سے واپس لی جاتی ہیں۔`
        : t`${behind} کی وجہ بننے والی کوتاہی دور ہو چکی ہے۔ اس کے باعث جو کچھ معطل ہوا تھا، وہ ${day} سے بحال ہے۔`
    },
  },
  appeal: t`اپیل`,
  noAppeal: t`اس بحالی کے خلاف اپیل نہیں ہوتی: اس سے فرم سے کچھ نہیں لیا جاتا۔`,
  mayAppeal: t`اس فیصلے کے خلاف اپیل کی جا سکتی ہے۔ اپیل کا فیصلہ وہ شخص کرے گا جو یہ فیصلہ کرنے میں شریک نہ تھا۔`,
  forAuthority: (authority) => t`منجانب ${authority}`,
  verify: t`تصدیق کے لیے`,
  release: t`پالیسی کا اجرا`,
  result: t`نتیجہ`,
  engine: t`انجن`,
  rehearsal: t`مشق`,
  noEffect: t`اس خط میں درج کسی بات کا کوئی قانونی اثر نہیں۔`,
}
