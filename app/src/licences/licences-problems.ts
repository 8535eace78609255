/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { GateAnswer, LicenceRefusal } from './licence.ts'

const BECAUSE: Readonly<Record<GateAnswer['because'], { readonly en: string; readonly ur: string }>> = {
  good: { en: 'good', ur: 'مؤثر' },
  not_yet_valid: { en: 'not yet valid', ur: 'ابھی مؤثر نہیں' },
  suspended: { en: 'suspended', ur: 'معطل' },
  revoked: { en: 'revoked', ur: 'منسوخ' },
  expired: { en: 'expired', ur: 'میعاد ختم' },
  quota_used_up: { en: 'used up', ur: 'کوٹا ختم' },
  not_an_import_licence: { en: 'not an import licence', ur: 'درآمدی لائسنس نہیں' },
}

export const LICENCES_PROBLEMS: ProblemTable<LicenceRefusal> = {
  licence_unknown: {
    status: 404,
    title: { en: 'No such licence', ur: 'ایسا کوئی لائسنس نہیں' },
    sentence: {
      en: () => 'There is no licence of that number that you may see. Check the number.',
      ur: () => 'اس نمبر کا کوئی لائسنس نہیں جسے آپ دیکھ سکیں۔ نمبر دیکھ لیجیے۔',
    },
  },
  licence_period: {
    status: 422,
    title: { en: 'It ends before it begins', ur: 'مدت شروع ہونے سے پہلے ختم' },
    sentence: {
      en: ({ valid_from, valid_until }) =>
        `From ${valid_from} until ${valid_until}: write a last day on or after the first.`,
      ur: ({ valid_from, valid_until }) =>
        `\u2066${valid_from}\u2069 سے \u2066${valid_until}\u2069 تک: آخری دن پہلے دن یا اس کے بعد کا لکھیے۔`,
    },
  },
  entry_drawn: {
    status: 409,
    title: { en: 'Booked already', ur: 'پہلے سے درج' },
    sentence: {
      en: ({ entry }) => `The customs entry ${entry} has been counted against this licence, and counts once.`,
      ur: ({ entry }) => `کسٹمز اندراج \u2066${entry}\u2069 اس لائسنس پر گنا جا چکا ہے، اور ایک ہی بار گنا جاتا ہے۔`,
    },
  },
  licence_not_good: {
    status: 409,
    title: { en: 'The licence is not good', ur: 'لائسنس مؤثر نہیں' },
    sentence: {
      en: ({ because, day }) => `On ${day} it is ${BECAUSE[because].en}. Nothing can be imported under it on that day.`,
      ur: ({ because, day }) =>
        `\u2066${day}\u2069 کو اس کی حالت: ${BECAUSE[because].ur}۔ اس دن اس پر کچھ درآمد نہیں ہو سکتا۔`,
    },
  },
  quota_exceeded: {
    status: 409,
    title: { en: 'More than the quota', ur: 'کوٹے سے زیادہ' },
    sentence: {
      en: ({ remaining, units }) => `${units} units were asked for and ${remaining} are left.`,
      ur: ({ remaining, units }) => `${units} اکائیاں مانگی گئیں اور ${remaining} باقی ہیں۔`,
    },
  },
  day_ahead: {
    status: 422,
    title: { en: 'The day lies ahead', ur: 'یہ دن ابھی نہیں آیا' },
    sentence: {
      en: ({ day, today }) => `It is ${today}, and ${day} has not come. Write the day of the import.`,
      ur: ({ day, today }) => `آج \u2066${today}\u2069 ہے، اور \u2066${day}\u2069 ابھی نہیں آیا۔ درآمد کا دن لکھیے۔`,
    },
  },
}
