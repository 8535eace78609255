/**
 * Everything that can be wrong with a return. Codes are stable: other systems act on them. A code without a sentence in both
 * languages does not compile. `{name}` stands for the detail of that name.
 */
import { type Bilingual, bilingualOf } from './schema/return-schema.ts'
import { ATTESTATION_SENTENCES, type ReturnSentence } from './attestation-sentences.ts'
import { FILE_SENTENCES } from './file-sentences.ts'
import { cut } from './plain-text.ts'
import { TEMPLATE_SENTENCES } from './template-sentences.ts'

const LINE_SENTENCES = {
  missing_value: {
    severity: 'error',
    en: '"{header}" is empty. It must be filled in: {expected}.',
    ur: '“{header}” خالی ہے۔ اسے پُر کرنا لازمی ہے: {expected}۔',
  },
  text_in_number_cell: {
    severity: 'error',
    en: '"{header}" holds the text "{found}" where a number is expected. Clear the cell, format it as a number and type the number without separators or signs.',
    ur: '“{header}” میں عدد کی جگہ متن “{found}” لکھا ہے۔ خانہ صاف کر کے اسے عدد کی شکل دیں اور عدد بغیر کسی نشان یا کاما کے لکھیں۔',
  },
  not_a_number: {
    severity: 'error',
    en: '"{header}" is a number, as 1250.50; "{found}" is not one. Write digits and a point, without separators.',
    ur: '“{header}” میں عدد درکار ہے، مثلاً 1250.50؛ “{found}” عدد نہیں۔ صرف ہندسے اور اعشاریہ لکھیں، کاما کے بغیر۔',
  },
  number_in_text_cell: {
    severity: 'error',
    en: '"{header}" is a code or a name, and must be stored as text: "{found}" is stored as a number or a date, which loses leading and trailing zeros. Format the cell as text and type it again.',
    ur: '“{header}” ایک کوڈ یا نام ہے اور متن کی صورت میں ہونا چاہیے: “{found}” عدد یا تاریخ کی صورت میں محفوظ ہے، جس سے شروع اور آخر کے صفر ضائع ہو جاتے ہیں۔ خانے کو متن کی شکل دے کر دوبارہ لکھیں۔',
  },
  not_a_whole_number: {
    severity: 'error',
    en: '"{header}" is a count, so it is a whole number; {found} is not.',
    ur: '“{header}” ایک تعداد ہے، اس لیے پورا عدد درکار ہے؛ {found} پورا عدد نہیں۔',
  },
  too_many_digits: {
    severity: 'error',
    en: '"{header}" has more than 15 significant digits ({found}), which no spreadsheet keeps exactly. Round it, for instance with =ROUND(…; 2).',
    ur: '“{header}” میں 15 سے زیادہ بامعنی ہندسے ہیں ({found})، جنہیں کوئی اسپریڈشیٹ درست محفوظ نہیں رکھتی۔ اسے گول کریں، مثلاً =ROUND(…; 2) سے۔',
  },
  number_out_of_range: {
    severity: 'error',
    en: '"{header}" is {found}: no figure of a return has more than 18 digits before the point or 25 after it. Write the amount itself, not in a smaller unit.',
    ur: '“{header}” {found} ہے: گوشوارے کے کسی عدد میں اعشاریے سے پہلے 18 یا بعد میں 25 سے زیادہ ہندسے نہیں ہوتے۔ اصل رقم لکھیں، چھوٹی اکائی میں نہیں۔',
  },
  text_too_long: {
    severity: 'error',
    en: '"{header}" is longer than {expected} characters. Shorten it, the same in every sheet where it stands.',
    ur: '“{header}” {expected} حروف سے لمبا ہے۔ اسے مختصر کریں، ہر شیٹ میں ایک ہی طرح۔',
  },
  reserved_word: {
    severity: 'error',
    en: '"{header}" is "{found}", which would be read as nothing at all. Write another name, or leave the cell empty where there is none.',
    ur: '“{header}” میں “{found}” ہے، جسے کچھ نہ ہونا سمجھا جائے گا۔ کوئی اور نام لکھیں، یا اگر کچھ نہیں تو خانہ خالی چھوڑ دیں۔',
  },
  negative_number: {
    severity: 'error',
    en: '"{header}" is {found}. It cannot be negative; report a correction in the line that it corrects.',
    ur: '“{header}” {found} ہے۔ یہ منفی نہیں ہو سکتا؛ تصحیح اسی سطر میں کریں جس کی تصحیح مقصود ہے۔',
  },
  too_small: {
    severity: 'error',
    en: '"{header}" is {found}; the least allowed is {expected}.',
    ur: '“{header}” {found} ہے؛ کم از کم {expected} ہونا چاہیے۔',
  },
  too_large: {
    severity: 'error',
    en: '"{header}" is {found}; the most allowed is {expected}.',
    ur: '“{header}” {found} ہے؛ زیادہ سے زیادہ {expected} ہو سکتا ہے۔',
  },
  percent_without_sign: {
    severity: 'error',
    en: '"{header}" is a percentage, and {found} could mean {found} or a hundred times as much. Format the cell as a percentage, or write 45%.',
    ur: '“{header}” فیصد ہے، اور {found} سے مراد {found} بھی ہو سکتی ہے اور اس کا سو گنا بھی۔ خانے کو فیصد کی شکل دیں، یا 45% لکھیں۔',
  },
  percent_hundredfold: {
    severity: 'error',
    en: '"{header}" is {found} in a cell with the format of a percentage, which makes it {other}; the most allowed is {expected}. If {found}% is meant, write {found}% with its sign.',
    ur: '“{header}” فیصد کے فارمیٹ والے خانے میں {found} ہے، جو {other} بنتا ہے؛ زیادہ سے زیادہ {expected} ہو سکتا ہے۔ اگر مراد {found}% ہے تو نشان کے ساتھ {found}% لکھیں۔',
  },
  not_a_date: {
    severity: 'error',
    en: '"{header}" is a day, as 2026-07-15; "{found}" is not one. Format the cell as a date, or write year, month and day.',
    ur: '“{header}” میں تاریخ درکار ہے، مثلاً 2026-07-15؛ “{found}” تاریخ نہیں۔ خانے کو تاریخ کی شکل دیں، یا سال، مہینہ اور دن لکھیں۔',
  },
  not_a_month: {
    severity: 'error',
    en: '"{header}" is a month, as 2026-07; "{found}" is not one.',
    ur: '“{header}” میں مہینہ درکار ہے، مثلاً 2026-07؛ “{found}” مہینہ نہیں۔',
  },
  month_as_number: {
    severity: 'error',
    en: '"{header}" holds the number {found}, by which a spreadsheet stores the day {expected}. Format the cell as a date, or write the month as 2026-07.',
    ur: '“{header}” میں عدد {found} ہے، جس سے اسپریڈشیٹ تاریخ {expected} محفوظ کرتی ہے۔ خانے کو تاریخ کی شکل دیں، یا مہینہ 2026-07 کی طرح لکھیں۔',
  },
  outside_year: {
    severity: 'error',
    en: '"{header}" is {found}, which is outside the period of this return ({expected}).',
    ur: '“{header}” {found} ہے، جو اس گوشوارے کی مدت ({expected}) سے باہر ہے۔',
  },
  after_year: {
    severity: 'error',
    en: '"{header}" is {found}, which is after the period of this return; {expected} is the last day of it.',
    ur: '“{header}” {found} ہے، جو اس گوشوارے کی مدت کے بعد ہے؛ مدت کا آخری دن {expected} ہے۔',
  },
  not_yes_or_no: {
    severity: 'error',
    en: '"{header}" is yes or no; "{found}" is neither.',
    ur: '“{header}” کا جواب ہاں یا نہیں ہے؛ “{found}” ان میں سے نہیں۔',
  },
  unknown_member: {
    severity: 'error',
    en: '"{header}" is "{found}", which is not in the list. Choose one of: {expected}.',
    ur: '“{header}” میں “{found}” لکھا ہے، جو فہرست میں نہیں۔ ان میں سے ایک چنیں: {expected}۔',
  },
  unknown_currency: {
    severity: 'error',
    en: '"{header}" is "{found}", which is not the three-letter code of a currency. Write for instance {expected}.',
    ur: '“{header}” میں “{found}” لکھا ہے، جو کرنسی کا تین حرفی کوڈ نہیں۔ مثلاً {expected} لکھیں۔',
  },
  wrong_form: {
    severity: 'error',
    en: '"{header}" is "{found}", which does not have the form that is asked for: {expected}.',
    ur: '“{header}” میں “{found}” مطلوبہ شکل میں نہیں: {expected}۔',
  },
  formula_error: {
    severity: 'error',
    en: '"{header}" shows {found}: its formula has no result. Correct the formula, or write the value.',
    ur: '“{header}” میں {found} ہے: فارمولے کا کوئی نتیجہ نہیں۔ فارمولا درست کریں، یا قدر خود لکھیں۔',
  },
  formula_without_value: {
    severity: 'error',
    en: '"{header}" holds a formula that was never calculated. Open the workbook in a spreadsheet program, let it calculate, and save it.',
    ur: '“{header}” میں ایسا فارمولا ہے جس کا حساب نہیں ہوا۔ ورک بک کو اسپریڈشیٹ پروگرام میں کھول کر حساب ہونے دیں اور محفوظ کریں۔',
  },
  duplicate_line: {
    severity: 'error',
    en: 'This line repeats row {other}: {found} may stand only once. Join the two, or correct what tells them apart.',
    ur: 'یہ سطر، سطر {other} کی تکرار ہے: {found} صرف ایک بار آ سکتا ہے۔ دونوں کو ملا دیں، یا جو چیز انہیں الگ کرتی ہے اسے درست کریں۔',
  },
  similar_line: {
    severity: 'error',
    en: 'This line repeats row {other}: "{found}" differs from it in capitals or invisible characters only. Join the two, or write what tells them apart.',
    ur: 'یہ سطر، سطر {other} کی تکرار ہے: “{found}” میں فرق صرف بڑے چھوٹے حروف یا نظر نہ آنے والے حروف کا ہے۔ دونوں کو ملا دیں، یا وہ لکھیں جو انہیں الگ کرتا ہے۔',
  },
  not_listed: {
    severity: 'error',
    en: '"{header}" is "{found}", which the sheet "{other}" does not list. Add it there, or correct the spelling.',
    ur: '“{header}” میں “{found}” ہے، جو شیٹ “{other}” میں درج نہیں۔ اسے وہاں درج کریں، یا املا درست کریں۔',
  },
  not_covered: {
    severity: 'error',
    en: '"{found}" stands in the sheet "{other}", but this sheet has no line for it. What is not reported is not taken as zero.',
    ur: '“{found}” شیٹ “{other}” میں موجود ہے، مگر اس شیٹ میں اس کی کوئی سطر نہیں۔ جو درج نہ ہو اسے صفر نہیں سمجھا جاتا۔',
  },
  two_categories: {
    severity: 'error',
    en: '"{found}" stands here under another category than in row {other}. It can have only one.',
    ur: '“{found}” یہاں سطر {other} سے مختلف زمرے میں ہے۔ اس کا زمرہ ایک ہی ہو سکتا ہے۔',
  },
  conflicting_values: {
    severity: 'error',
    en: '"{header}" is {found} here and {expected} in row {other}. For one year it must be the same in every line.',
    ur: '“{header}” یہاں {found} اور سطر {other} میں {expected} ہے۔ ایک سال کے لیے ہر سطر میں ایک ہی ہونا چاہیے۔',
  },
  needed_beside: {
    severity: 'error',
    en: '"{header}" is empty, although "{other}" is filled in: one does not count without the other. Fill it in, or clear "{other}".',
    ur: '“{header}” خالی ہے، حالانکہ “{other}” پُر ہے: ایک دوسرے کے بغیر شمار نہیں ہوتا۔ اسے پُر کریں، یا “{other}” خالی کر دیں۔',
  },
  needed_here: {
    severity: 'error',
    en: '"{header}" is empty. Where "{other}" is "{found}" it must be filled in.',
    ur: '“{header}” خالی ہے۔ جہاں “{other}” میں “{found}” ہو وہاں اسے پُر کرنا لازمی ہے۔',
  },
  more_than_other: {
    severity: 'error',
    en: '"{header}" is {found}, which is more than "{other}" ({expected}). Correct one of the two.',
    ur: '“{header}” {found} ہے، جو “{other}” ({expected}) سے زیادہ ہے۔ دونوں میں سے ایک درست کریں۔',
  },
  after_other: {
    severity: 'error',
    en: '"{header}" is {found}, which is after "{other}" ({expected}). Correct one of the two.',
    ur: '“{header}” {found} ہے، جو “{other}” ({expected}) کے بعد ہے۔ دونوں میں سے ایک درست کریں۔',
  },
  run_out: {
    severity: 'warning',
    en: '"{header}" is {found}: this line has run out, and no other of its kind follows without a gap up to {expected}. It does not count.',
    ur: '“{header}” {found} ہے: اس سطر کی مدت ختم ہو چکی ہے، اور {expected} تک اسی قسم کی کوئی دوسری سطر بلا وقفہ موجود نہیں۔ یہ شمار نہیں ہوتی۔',
  },
  not_yet: {
    severity: 'warning',
    en: '"{header}" is {found}, which is after {expected}, the day on which it matters. The line does not count yet.',
    ur: '“{header}” {found} ہے، جو {expected} کے بعد ہے، جس دن اسے دیکھا جاتا ہے۔ یہ سطر ابھی شمار نہیں ہوتی۔',
  },
  no_rate: {
    severity: 'error',
    en: 'There is no official rate for {found} on {expected}, nor in the seven days before. The amount cannot be converted; a rate of your own is not accepted.',
    ur: '{found} کے لیے {expected} کی، یا اس سے پہلے کے سات دنوں کی، کوئی سرکاری شرح موجود نہیں۔ رقم تبدیل نہیں ہو سکتی؛ آپ کی اپنی شرح قبول نہیں کی جاتی۔',
  },
} as const satisfies Readonly<Record<string, ReturnSentence>>

export const RETURN_SENTENCES = {
  ...FILE_SENTENCES,
  ...TEMPLATE_SENTENCES,
  ...LINE_SENTENCES,
  ...ATTESTATION_SENTENCES,
} as const

export type ReturnErrorCode = keyof typeof RETURN_SENTENCES

/** Where it is and what was there. Rows count from 1, columns are letters; a fault of the whole file has neither. */
export interface ReturnError {
  readonly code: ReturnErrorCode
  readonly severity: 'error' | 'warning'
  readonly sheet: string | undefined
  readonly row: number | undefined
  readonly column: string | undefined
  /** In a return that came as JSON: a pointer to the value, `/sheets/parts/12/quantity`. */
  readonly place?: string | undefined
  readonly header: string | undefined
  readonly found: string | undefined
  readonly expected: string | undefined
  readonly sentence: Bilingual
}

export interface ErrorDetails {
  readonly place?: string | undefined
  readonly sheet?: string | undefined
  readonly row?: number | undefined
  readonly column?: string | undefined
  readonly label?: Bilingual | undefined
  readonly found?: string | Bilingual | undefined
  readonly expected?: string | Bilingual | undefined
  readonly other?: string | Bilingual | undefined
}

const LONGEST_FOUND = 80

export function returnError(code: ReturnErrorCode, details: ErrorDetails = {}): ReturnError {
  const { severity, en, ur } = RETURN_SENTENCES[code]
  const found = (language: 'en' | 'ur'): string => {
    const text = bilingualOf(details.found, language)
    return text.length > LONGEST_FOUND ? `${cut(text, LONGEST_FOUND)}…` : text
  }
  const fill = (sentence: string, language: 'en' | 'ur'): string =>
    sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
      if (name === 'header') return details.label?.[language] ?? ''
      if (name === 'found') return found(language)
      if (name === 'expected') return bilingualOf(details.expected, language)
      if (name === 'other') return bilingualOf(details.other, language)
      return name === 'sheet' ? (details.sheet ?? '') : String(details.row ?? '')
    })
  return {
    code,
    severity,
    sheet: details.sheet,
    row: details.row,
    column: details.column,
    ...(details.place === undefined ? {} : { place: details.place }),
    header: details.label?.en,
    found: details.found === undefined ? undefined : found('en'),
    expected: details.expected === undefined ? undefined : bilingualOf(details.expected, 'en'),
    sentence: { en: fill(en, 'en'), ur: fill(ur, 'ur') },
  }
}

/** Collects what is wrong: keeps so many errors and as many warnings, counts all. */
export interface ErrorList {
  readonly kept: ReturnError[]
  readonly most: number
  errors: number
  warnings: number
}

export function errorList(most: number): ErrorList {
  return { kept: [], most, errors: 0, warnings: 0 }
}

export function report(list: ErrorList, code: ReturnErrorCode, details: ErrorDetails): void {
  const count = RETURN_SENTENCES[code].severity === 'error' ? 'errors' : 'warnings'
  if (list[count] < list.most) list.kept.push(returnError(code, details))
  list[count] += 1
}
