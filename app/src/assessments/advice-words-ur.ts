/** What is said of closing a gap, in Urdu. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { AdviceWords } from './advice-words.ts'

export const UR: AdviceWords = {
  title: t`کمی کیسے پوری ہو سکتی ہے`,
  intro: t`پرزوں کے وہ چھوٹے سے چھوٹے مجموعے جو درآمد نہ کیے جائیں تو شرط پوری ہو جائے۔ ہر مجموعہ اسی حساب سے پرکھا گیا ہے جس سے گوشوارے کی تشخیص ہوتی ہے؛ نہ کچھ محفوظ ہوتا ہے، نہ آپ سے کچھ طلب کیا جاتا ہے۔`,
  see: t`دیکھیے کن پرزوں سے کمی پوری ہو سکتی ہے`,
  states: { met: t`پوری`, open: t`فیصلہ باقی`, short: t`پوری نہیں` },
  noAdviser: t`پروگرام میں یہ درج نہیں کہ گوشوارے کے کون سے پرزے بدلے جا سکتے ہیں، اس لیے پرکھنے کو کچھ نہیں۔`,
  met: (requirement) => t`شرط “${requirement}” پوری ہے۔ کوئی کمی باقی نہیں۔`,
  open: (requirement, missing) =>
    t`شرط “${requirement}” پوری ہے یا نہیں، یہ تبھی بتایا جا سکتا ہے جب یہ معلومات داخل ہوں: ${missing}۔`,
  refused: (requirement, reasons) => t`شرط “${requirement}” کا حساب نہیں ہو سکتا۔ ${reasons}`,
  short: (requirement, reached, asked, gap) =>
    t`شرط “${requirement}” پوری نہیں: ${asked} درکار ہے اور ${reached} حاصل ہے۔ ${gap}۔`,
  notMet: (requirement) => t`شرط “${requirement}” پوری نہیں۔`,
  way: (ways) => t`پرزے ${ways}`,
  or: t`، یا `,
  nothingToTurn: t`گوشوارے کا کوئی پرزہ اس طرح نہیں بدلا جا سکتا۔`,
  oneSuffices: (count, isOne) =>
    isOne ? t`ایک ہی پرزہ کافی ہے:` : t`ایک ہی پرزہ کافی ہے۔ ان ${count} میں سے کوئی بھی:`,
  severalSuffice: (size, count, isOne) =>
    isOne
      ? t`کم سے کم ${size} پرزے درکار ہیں۔ یہ کافی ہیں:`
      : t`کم سے کم ${size} پرزے درکار ہیں۔ ان ${count} مجموعوں میں سے کوئی بھی کافی ہے؛ سب سے کم مالیت والا پہلے ہے:`,
  notAllCompared: t`اس تعداد کے مجموعے اتنے زیادہ ہیں کہ سب کا موازنہ نہیں ہوا: ممکن ہے کسی اور مجموعے کی مالیت کم ہو۔`,
  outOfReach: (count, isOne) =>
    isOne ? t`جو ایک پرزہ بدلا جا سکتا ہے، وہ کافی نہیں۔` : t`تمام ${count} پرزے مل کر بھی کافی نہیں۔`,
  wouldReach: (reached) => t`ان سے ${reached} حاصل ہوگا۔`,
  notFound: (size) => t`${size} تک پرزوں کا کوئی مجموعہ کافی نہیں۔ اس سے بڑے مجموعے اتنے زیادہ ہیں کہ پرکھے نہیں گئے۔`,
  set: t`پرزے`,
  valueMoved: t`بدلی گئی مالیت`,
  reaches: t`حاصل`,
  gains: t`ہر پرزہ اکیلے کتنا اضافہ کرتا ہے`,
  part: t`پرزہ`,
  lines: t`سطور`,
  value: t`مالیت`,
  gain: t`اضافہ`,
  more: (count) => t`زیادہ اضافہ کرنے والے پرزے دکھائے گئے ہیں۔ ${count} مزید ہیں۔`,
  assumption: t`تعداد اور مالیت وہی لی گئی ہے جو گوشوارے میں ہے: مقامی تیاری پر پرزے کی لاگت کیا ہوگی، یہ کسی نے نہیں بتایا۔`,
}
