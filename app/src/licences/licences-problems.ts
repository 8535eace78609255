/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { GateAnswer } from './gate.ts'
import type { LicenceRefusal } from './licence.ts'

const BECAUSE: Readonly<Record<GateAnswer['because'], { readonly en: string; readonly ur: string }>> = {
  good: { en: 'good', ur: 'مؤثر' },
  not_yet_valid: { en: 'not yet valid', ur: 'ابھی مؤثر نہیں' },
  suspended: { en: 'suspended', ur: 'معطل' },
  withdrawn: { en: 'withdrawn', ur: 'واپس لی گئی' },
  revoked: { en: 'revoked', ur: 'منسوخ' },
  expired: { en: 'expired', ur: 'میعاد ختم' },
  quota_used_up: { en: 'used up', ur: 'کوٹا ختم' },
  quota_restricted: { en: 'restricted to a share of its quota, which is drawn', ur: 'کوٹا محدود، مقررہ حصہ پورا' },
  out_of_scope: { en: 'not for this line of the tariff', ur: 'اس ایچ ایس کوڈ کے لیے نہیں' },
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
  concession_without_lines: {
    status: 422,
    title: { en: 'No HS line is named', ur: 'کوئی ایچ ایس کوڈ نہیں لکھا گیا' },
    sentence: {
      en: () => 'A concession is for goods of certain HS lines. Name at least one.',
      ur: () => 'رعایت مخصوص ایچ ایس کوڈ کے مال کے لیے ہوتی ہے۔ کم از کم ایک لکھیے۔',
    },
  },
  scope_period: {
    status: 422,
    title: { en: 'A line reaches beyond the licence', ur: 'ایچ ایس کوڈ کی مدت لائسنس سے باہر' },
    sentence: {
      en: ({ hs_prefix, valid_from, valid_until }) =>
        `The line ${hs_prefix} is to be good from ${valid_from} until ${valid_until}. Write days of the licence, the last on or after the first.`,
      ur: ({ hs_prefix, valid_from, valid_until }) =>
        `ایچ ایس کوڈ \u2066${hs_prefix}\u2069 کی مدت \u2066${valid_from}\u2069 سے \u2066${valid_until}\u2069 تک لکھی گئی ہے۔ لائسنس کی مدت کے اندر کے دن لکھیے، آخری دن پہلے دن یا اس کے بعد کا۔`,
    },
  },
  scope_overlaps: {
    status: 422,
    title: { en: 'Two lines cover the same', ur: 'دو ایچ ایس کوڈ ایک ہی مال پر' },
    sentence: {
      en: ({ one, other }) =>
        `Some goods fall under ${one} as well as ${other} on the same day, and would be drawn on both. Leave one out, or give them different days.`,
      ur: ({ one, other }) =>
        `کچھ مال ایک ہی دن \u2066${one}\u2069 میں بھی آتا ہے اور \u2066${other}\u2069 میں بھی، اور دونوں کے کوٹے سے کم ہوتا۔ ایک کو نکال دیجیے، یا دونوں کے دن الگ رکھیے۔`,
    },
  },
  out_of_scope: {
    status: 409,
    title: { en: 'Not what the licence is for', ur: 'لائسنس اس مال کے لیے نہیں' },
    sentence: {
      en: ({ hs_line, day }) =>
        `The licence is not for goods of the line ${hs_line} on ${day}. Its page names the lines; another licence may be for these goods.`,
      ur: ({ hs_line, day }) =>
        `یہ لائسنس \u2066${day}\u2069 کو ایچ ایس کوڈ \u2066${hs_line}\u2069 کے مال کے لیے نہیں۔ اس کے کوڈ لائسنس کے صفحے پر درج ہیں؛ ہو سکتا ہے یہ مال کسی اور لائسنس پر آ سکے۔`,
    },
  },
  entry_drawn: {
    status: 409,
    title: { en: 'Booked already, otherwise', ur: 'پہلے سے مختلف درج' },
    sentence: {
      en: ({ entry, hs_line }) =>
        `The line ${hs_line} of the customs entry ${entry} has been counted against this licence with other units or another day, and counts once. If that was wrong, take it back and book it anew.`,
      ur: ({ entry, hs_line }) =>
        `کسٹمز اندراج \u2066${entry}\u2069 کا ایچ ایس کوڈ \u2066${hs_line}\u2069 اس لائسنس پر دوسری تعداد یا دوسرے دن کے ساتھ گنا جا چکا ہے، اور ایک ہی بار گنا جاتا ہے۔ وہ غلط تھا تو اسے واپس لے کر نئے سرے سے درج کیجیے۔`,
    },
  },
  late_draw: {
    status: 409,
    title: { en: 'With an officer', ur: 'افسر کے سامنے' },
    sentence: {
      en: ({ entry, day, because }) =>
        `What was let in on ${day} under the customs entry ${entry} is not booked: ${BECAUSE[because].en}. It has been put before an officer of the authority; nothing more is to be done here.`,
      ur: ({ entry, day, because }) =>
        `کسٹمز اندراج \u2066${entry}\u2069 کے تحت \u2066${day}\u2069 کو جو مال آیا وہ درج نہیں ہوا۔ حالت: ${BECAUSE[because].ur}۔ معاملہ مجاز ادارے کے افسر کے سامنے رکھ دیا گیا ہے؛ یہاں مزید کچھ کرنا نہیں۔`,
    },
  },
  kit_unknown: {
    status: 404,
    title: { en: 'No such kit', ur: 'ایسی کوئی کِٹ نہیں' },
    sentence: {
      en: () => 'There is no kit of that identifier that customs asked about. Check the address.',
      ur: () => 'اس شناخت کی کوئی کِٹ نہیں جس کے بارے میں کسٹمز نے پوچھا ہو۔ پتا دیکھ لیجیے۔',
    },
  },
  kit_declared: {
    status: 409,
    title: { en: 'Declared already, otherwise', ur: 'پہلے سے مختلف ظاہر' },
    sentence: {
      en: ({ entry, kit }) =>
        `The kit ${kit} of the customs entry ${entry} was asked about with other parts, another form or another day. What was declared stays as it was; an entry that was corrected has a number of its own.`,
      ur: ({ entry, kit }) =>
        `کسٹمز اندراج \u2066${entry}\u2069 کی کِٹ \u2068${kit}\u2069 کے بارے میں دوسرے پرزوں، دوسری صورت یا دوسرے دن کے ساتھ پوچھا جا چکا ہے۔ جو ظاہر کیا گیا وہ ویسا ہی رہتا ہے؛ درست کیے گئے اندراج کا اپنا نمبر ہوتا ہے۔`,
    },
  },
  kit_unfit: {
    status: 422,
    title: { en: 'Not as the programme names it', ur: 'پروگرام کے الفاظ سے مختلف' },
    sentence: {
      en: ({ sentence }) =>
        `${sentence.en} Write the category and the form of the kit as the programme of the licence names them.`,
      ur: ({ sentence }) => `${sentence.ur} کِٹ کا زمرہ اور صورت ویسے لکھیے جیسے لائسنس کے پروگرام میں ہیں۔`,
    },
  },
  draw_unknown: {
    status: 404,
    title: { en: 'No such booking', ur: 'ایسا کوئی اندراج نہیں' },
    sentence: {
      en: () => 'There is no booking of that identifier under this licence that you may see.',
      ur: () => 'اس لائسنس پر اس شناخت کا کوئی اندراج نہیں جسے آپ دیکھ سکیں۔',
    },
  },
  draw_reversed: {
    status: 409,
    title: { en: 'Taken back', ur: 'واپس لیا جا چکا ہے' },
    sentence: {
      en: ({ entry, draw }) =>
        `The booking of the customs entry ${entry} was taken back, which happens once. To book the line anew, name it as what is replaced: ${draw}.`,
      ur: ({ entry, draw }) =>
        `کسٹمز اندراج \u2066${entry}\u2069 واپس لیا جا چکا ہے، اور یہ ایک ہی بار ہوتا ہے۔ نئے سرے سے درج کرنے کے لیے بتائیے کہ یہ کس کی جگہ ہے: \u2066${draw}\u2069۔`,
    },
  },
  draw_not_replaced: {
    status: 409,
    title: { en: 'It replaces nothing', ur: 'کسی کی جگہ نہیں' },
    sentence: {
      en: () =>
        'What is replaced is the last booking of the same line of the same customs entry, after it was taken back. Leave it out where nothing was.',
      ur: () =>
        'صرف اسی کسٹمز اندراج کے اسی ایچ ایس کوڈ کی آخری بکنگ کی جگہ لی جا سکتی ہے، جب وہ واپس لی جا چکی ہو۔ ایسا نہ ہو تو اسے خالی چھوڑیے۔',
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
