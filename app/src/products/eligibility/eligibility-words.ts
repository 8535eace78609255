import type { Language } from '../../kernel/problem.ts'

const EN = {
  title: 'Markets',
  of: (model: string) => `Where ${model} may be exported`,
  lead: 'Whether the certificates of the model are enough for a market, by the law of the day. A certificate counts from its first day through its last, and not from the day on which it is suspended or withdrawn.',
  day: 'On',
  look: 'Look at this day',
  noDay: (text: string) => `'${text}' is no day. Today is shown; write a day as 2027-06-30.`,
  none: 'No law in force on this day says which certificates exports need.',
  rehearsal: 'In rehearsal: this rests on reports of a draft and on assumptions. It binds nobody.',
  suffices: (day: string) => `On ${day} its certificates are enough.`,
  lacks: (day: string, missing: readonly string[]) =>
    `On ${day} they are not enough: ${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} no valid certificate.`,
  silent: 'The law does not say for this day.',
  scheme: 'Certificate',
  number: 'Number',
  state: 'State',
  missing: 'None',
  until: 'Last day',
  schemes: 'Schemes of certificates',
}

const UR: typeof EN = {
  title: 'منڈیاں',
  of: (model: string) => `\u2068${model}\u2069 کہاں برآمد ہو سکتا ہے`,
  lead: 'کیا ماڈل کے سرٹیفکیٹ اس دن کے قانون کے مطابق کسی منڈی کے لیے کافی ہیں۔ سرٹیفکیٹ اپنے پہلے دن سے آخری دن تک شمار ہوتا ہے، اور معطل یا منسوخ ہونے کے دن سے شمار نہیں ہوتا۔',
  day: 'تاریخ',
  look: 'اس دن کو دیکھیے',
  noDay: (text: string) =>
    `'\u2068${text}\u2069' کوئی تاریخ نہیں۔ آج کا دن دکھایا گیا ہے؛ تاریخ یوں لکھیے: \u20662027-06-30\u2069۔`,
  none: 'اس دن نافذ کوئی قانون نہیں بتاتا کہ برآمد کے لیے کون سے سرٹیفکیٹ درکار ہیں۔',
  rehearsal: 'مشق: یہ مسودے کی خبروں اور مفروضوں پر مبنی ہے۔ کسی پر لازم نہیں۔',
  suffices: (day: string) => `\u2068${day}\u2069 کو اس کے سرٹیفکیٹ کافی ہیں۔`,
  lacks: (day: string, missing: readonly string[]) =>
    `\u2068${day}\u2069 کو کافی نہیں: \u2068${missing.join('، ')}\u2069 کا کوئی مؤثر سرٹیفکیٹ نہیں۔`,
  silent: 'قانون اس دن کے لیے خاموش ہے۔',
  scheme: 'سرٹیفکیٹ',
  number: 'نمبر',
  state: 'حالت',
  missing: 'کوئی نہیں',
  until: 'آخری دن',
  schemes: 'سرٹیفکیٹ کی اسکیمیں',
}

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function eligibilityWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
