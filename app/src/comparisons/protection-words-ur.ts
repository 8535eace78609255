/** The protection of products in Urdu. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { ProtectionWords } from './protection-words.ts'

export const UR: ProtectionWords = {
  title: t`مصنوعات اور پرزوں کا مؤثر تحفظ`,
  lead: t`مصنوع پر ٹیرف اُسے یہاں بنانے والے کو تحفظ دیتا ہے؛ اس کے اجزا پر ٹیرف اس کا الٹ کرتا ہے۔ مؤثر شرح بتاتی ہے کہ دونوں مل کر عالمی قیمتوں کے مقابلے میں بنانے والے کی قدرِ افزودہ کتنی بڑھاتے ہیں۔ صفر سے کم ہو تو یہاں بنانے پر درآمد سے زیادہ ٹیکس ہے۔`,
  reading: t`ٹیرف سے مراد ڈیوٹیاں اور لیویاں ہیں۔ سیلز ٹیکس اور پیشگی انکم ٹیکس دونوں پر ہیں، اس لیے شامل نہیں۔`,
  alarms: (count) => t`یہاں بنانے پر درآمد سے زیادہ ٹیکس: ${count}`,
  noAlarms: t`جہاں تک شرحیں معلوم ہیں، کسی مصنوع پر یہاں بنانے کی صورت میں درآمد سے زیادہ ٹیکس نہیں`,
  alarm: (product, tariff, input, inputTariff) =>
    t`${product}: درآمد پر ${tariff}؛ یہاں بنے تو اس کے اجزا (${input}) پر ${inputTariff}۔`,
  borne: (tariff, clauses) => t`${tariff} (${clauses})`,
  tried: (tariff) => t`${tariff} (آزمائشی، قانون نہیں)`,
  unknown: (product, reason) => t`${product}: ${reason}`,
  product: t`مصنوع`,
  tariff: t`اس پر ٹیرف`,
  share: t`مالیت میں خام اجزا`,
  inputTariff: t`اجزا پر ٹیرف`,
  rate: t`مؤثر شرح`,
  moved: t`اجزا کا حصہ بدلنے پر`,
  fromTo: (low, high, atLow, atHigh) => t`${low} پر ${atLow}، ${high} پر ${atHigh}`,
  verdict: t`نتیجہ`,
  negative: t`منفی تحفظ`,
  notNegative: t`تحفظ حاصل، یا برابر`,
  notKnown: t`معلوم نہیں`,
  chart: t`مصنوعات کے لحاظ سے مؤثر تحفظ کی شرح`,
  tariffOf: (product) => t`اس پر ٹیرف: ${product}`,
  inputTariffOf: (product) => t`اس کے اجزا پر ٹیرف: ${product}`,
  tryOut: t`مصنوعات کے خام اجزا، اور آزمائشی ٹیرف`,
  whatIsUnknown: t`جو دستیاب نہیں`,
  compare: t`حساب لگائیے`,
  toComparison: t`مقامی اسمبلی بمقابلہ مکمل درآمد`,
  toProtection: t`مصنوعات اور پرزے یہاں بنانے کو ٹیرف کتنا تحفظ دیتے ہیں`,
  back: t`تمام مصنوعات پر واپس`,
}
