/** What is refused about what firms say of themselves, in words. */
import type { ProblemTable } from '../../kernel/problem.ts'
import type { RecordRefusal } from './record.ts'

export const RECORDS_PROBLEMS: ProblemTable<RecordRefusal> = {
  record_unknown: {
    status: 404,
    title: { en: 'No such record', ur: 'ایسا کوئی اندراج نہیں' },
    sentence: {
      en: () => 'There is no record here that you may see or change. Check the address.',
      ur: () => 'یہاں ایسا کوئی اندراج نہیں جسے آپ دیکھ یا بدل سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  match_needed: {
    status: 428,
    title: { en: 'Say what you have seen', ur: 'بتائیے کہ آپ نے کیا دیکھا' },
    sentence: {
      en: () => 'Read it first, and send its ETag as If-Match, so that nobody’s change is lost.',
      ur: () => 'پہلے اسے پڑھیے، اور اس کا ETag بطور If-Match بھیجیے، تاکہ کسی کی تبدیلی ضائع نہ ہو۔',
    },
  },
  record_changed: {
    status: 412,
    title: { en: 'Changed meanwhile', ur: 'اس دوران بدل چکا' },
    sentence: {
      en: () =>
        'Something was recorded here since you read it, and nothing was written over it. Read it again, then send yours.',
      ur: () => 'آپ کے پڑھنے کے بعد یہاں کچھ درج ہوا ہے، اور اسے بدلا نہیں گیا۔ دوبارہ پڑھیے، پھر اپنا اندراج بھیجیے۔',
    },
  },
  record_reviewed: {
    status: 409,
    title: { en: 'Looked at already', ur: 'جانچ ہو چکی' },
    sentence: {
      en: () =>
        'An officer has looked at what the firm stated last. There is nothing to decide until it states it anew.',
      ur: () => 'فرم کے آخری بیان کو افسر دیکھ چکا ہے۔ جب تک وہ نیا بیان نہ دے، کوئی فیصلہ باقی نہیں۔',
    },
  },
  record_period: {
    status: 422,
    title: { en: 'It ends before it begins', ur: 'مدت شروع ہونے سے پہلے ختم' },
    sentence: {
      en: ({ from_on, until_on }) =>
        `From ${from_on} until ${until_on}: write a last day on or after the first, or none.`,
      ur: ({ from_on, until_on }) =>
        `\u2066${from_on}\u2069 سے \u2066${until_on}\u2069 تک: آخری دن پہلے دن یا اس کے بعد کا لکھیے، یا خالی چھوڑیے۔`,
    },
  },
  contract_missing: {
    status: 422,
    title: { en: 'The contract is missing', ur: 'معاہدہ درج نہیں' },
    sentence: {
      en: () => 'A brand that is made under contract needs the number and the day of the contract.',
      ur: () => 'جو برانڈ معاہدے کے تحت بنے اس کے لیے معاہدے کا نمبر اور تاریخ ضروری ہے۔',
    },
  },
  country_unknown: {
    status: 422,
    title: { en: 'No such country', ur: 'ایسا کوئی ملک نہیں' },
    sentence: {
      en: ({ country }) => `'${country}' is no country of ISO 3166. Write its two letters, for example PK.`,
      ur: ({ country }) =>
        `'\u2066${country}\u2069' ISO 3166 کا کوئی ملک نہیں۔ ملک کے دو حروف لکھیے، مثلاً \u2066PK\u2069۔`,
    },
  },
  share_empty: {
    status: 422,
    title: { en: 'A share of nothing', ur: 'حصہ صفر ہے' },
    sentence: {
      en: () => 'An owner has a share of more than 0%. When a share is sold, write its last day.',
      ur: () => 'مالک کا حصہ 0% سے زیادہ ہوتا ہے۔ حصہ فروخت ہو جائے تو اس کا آخری دن لکھیے۔',
    },
  },
  shares_exceed: {
    status: 422,
    title: { en: 'More than the whole firm', ur: 'حصے سو فیصد سے زیادہ' },
    sentence: {
      en: ({ day, total }) =>
        `On ${day} the shares would be ${total}% together. Correct this one, or end another first.`,
      ur: ({ day, total }) =>
        `\u2066${day}\u2069 کو تمام حصے مل کر ${total}% ہو جائیں گے۔ اس حصے کو درست کیجیے، یا پہلے کسی اور کو ختم کیجیے۔`,
    },
  },
}
