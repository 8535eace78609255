/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { LaboratoryRefusal } from './laboratory.ts'
import { laboratoryWordsOf } from './laboratory-words.ts'

const EN = laboratoryWordsOf('en')
const UR = laboratoryWordsOf('ur')

export const LABORATORIES_PROBLEMS: ProblemTable<LaboratoryRefusal> = {
  laboratory_unknown: {
    status: 404,
    title: { en: 'No such laboratory', ur: 'ایسی کوئی تجربہ گاہ نہیں' },
    sentence: {
      en: () => 'There is no laboratory with this number in the register. Check the address.',
      ur: () => 'رجسٹر میں اس نمبر کی کوئی تجربہ گاہ نہیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  laboratory_country: {
    status: 422,
    title: { en: 'No such country', ur: 'ایسا کوئی ملک نہیں' },
    sentence: {
      en: ({ found }) => `No country has the letters '${found}'. Write them as in PK.`,
      ur: ({ found }) => `'\u2068${found}\u2069' کسی ملک کے حروف نہیں۔ یوں لکھیے: \u2066PK\u2069۔`,
    },
  },
  laboratory_plant: {
    status: 422,
    title: { en: 'In whose plant?', ur: 'کس کے کارخانے میں؟' },
    sentence: {
      en: ({ kind }) =>
        kind === 'in_plant'
          ? 'A laboratory in a plant belongs to a manufacturer. Say to which.'
          : 'Only a laboratory in a plant belongs to a manufacturer. Leave him out, or choose that kind.',
      ur: ({ kind }) =>
        kind === 'in_plant'
          ? 'کارخانے کی تجربہ گاہ کسی صنعت کار کی ہوتی ہے۔ اس کا نام بتائیے۔'
          : 'صرف کارخانے کی تجربہ گاہ کسی صنعت کار کی ہوتی ہے۔ صنعت کار خالی چھوڑیے یا وہ قسم چنیے۔',
    },
  },
  laboratory_organization: {
    status: 422,
    title: { en: 'That is no laboratory’s organization', ur: 'یہ کسی تجربہ گاہ کا ادارہ نہیں' },
    sentence: {
      en: () => 'Its people sign in for an organization of the kind laboratory. Register that organization first.',
      ur: () => 'اس کے لوگ تجربہ گاہ کی قسم کے ادارے کے لیے داخل ہوتے ہیں۔ پہلے وہ ادارہ رجسٹر کیجیے۔',
    },
  },
  laboratory_organization_taken: {
    status: 409,
    title: { en: 'Another laboratory has this organization', ur: 'یہ ادارہ کسی اور تجربہ گاہ کا ہے' },
    sentence: {
      en: ({ number }) => `The people of this organization act for ${number}. Each laboratory has its own.`,
      ur: ({ number }) => `اس ادارے کے لوگ \u2066${number}\u2069 کے لیے کام کرتے ہیں۔ ہر تجربہ گاہ کا اپنا ادارہ ہے۔`,
    },
  },
  recognition_missing: {
    status: 422,
    title: { en: 'Recognised under what?', ur: 'کس کے تحت تسلیم شدہ؟' },
    sentence: {
      en: () => 'A body of another country counts here under an arrangement of mutual recognition. Name it.',
      ur: () => 'دوسرے ملک کا ادارہ یہاں باہمی قبولیت کے کسی انتظام کے تحت مانا جاتا ہے۔ اس کا نام لکھیے۔',
    },
  },
  accreditation_period: {
    status: 422,
    title: { en: 'It ends before it begins', ur: 'اختتام آغاز سے پہلے ہے' },
    sentence: {
      en: ({ from, until }) => `The accreditation begins on ${from}, and ${until} is before that. Write a later day.`,
      ur: ({ from, until }) =>
        `منظوری \u2066${from}\u2069 سے شروع ہے اور \u2066${until}\u2069 اس سے پہلے ہے۔ بعد کا دن لکھیے۔`,
    },
  },
  scope_twice: {
    status: 422,
    title: { en: 'The same method twice', ur: 'ایک طریقہ دو بار' },
    sentence: {
      en: ({ standard, method }) => `${standard}, ${method} is listed twice. List it once.`,
      ur: ({ standard, method }) => `\u2068${standard}\u2069، \u2068${method}\u2069 دو بار درج ہے۔ ایک بار درج کیجیے۔`,
    },
  },
  accreditation_document_unknown: {
    status: 404,
    title: { en: 'No such document', ur: 'ایسی کوئی دستاویز نہیں' },
    sentence: {
      en: () => 'The certificate of the body is not kept under this identifier. Hand it in first.',
      ur: () => 'ادارے کا سرٹیفکیٹ اس شناخت کے تحت محفوظ نہیں۔ پہلے اسے جمع کرائیے۔',
    },
  },
  laboratory_order_unfit: {
    status: 409,
    title: { en: 'That changes nothing', ur: 'اس سے کچھ نہیں بدلتا' },
    sentence: {
      en: ({ status }) => `On that day the laboratory is ${EN.within[status]}. Choose an order that changes this.`,
      ur: ({ status }) => `اس دن تجربہ گاہ ${UR.within[status]} ہے۔ وہ حکم چنیے جو اسے بدلے۔`,
    },
  },
  laboratory_order_open: {
    status: 409,
    title: { en: 'Another order waits', ur: 'ایک اور حکم زیر فیصلہ ہے' },
    sentence: {
      en: ({ number }) => `An order about ${number} waits for its second officer. Let him decide it first.`,
      ur: ({ number }) => `\u2066${number}\u2069 کا ایک حکم دوسرے افسر کا منتظر ہے۔ پہلے اس کا فیصلہ ہونے دیجیے۔`,
    },
  },
  laboratory_order_early: {
    status: 422,
    title: { en: 'That day is over', ur: 'وہ دن گزر چکا' },
    sentence: {
      en: ({ today }) => `An order takes effect on ${today} or later, since what was signed before stays signed.`,
      ur: ({ today }) => `حکم \u2066${today}\u2069 یا اس کے بعد مؤثر ہوتا ہے، کیونکہ پہلے کے دستخط برقرار رہتے ہیں۔`,
    },
  },
  laboratory_order_unknown: {
    status: 404,
    title: { en: 'No such order', ur: 'ایسا کوئی حکم نہیں' },
    sentence: {
      en: () => 'There is no order about a laboratory here that you may see. Check the address.',
      ur: () => 'یہاں تجربہ گاہ کا کوئی حکم نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  laboratory_order_decided: {
    status: 409,
    title: { en: 'Decided already', ur: 'فیصلہ ہو چکا' },
    sentence: {
      en: () => 'Another officer has decided this order. Open the laboratory again.',
      ur: () => 'دوسرے افسر نے اس حکم کا فیصلہ کر دیا ہے۔ تجربہ گاہ دوبارہ کھولیے۔',
    },
  },
  own_laboratory_order: {
    status: 403,
    title: { en: 'Your own proposal', ur: 'آپ کی اپنی تجویز' },
    sentence: {
      en: () => 'Who proposed an order does not decide it. Another officer does.',
      ur: () => 'جس نے حکم تجویز کیا وہ اس کا فیصلہ نہیں کرتا۔ کوئی دوسرا افسر کرتا ہے۔',
    },
  },
  no_laboratory_of_yours: {
    status: 404,
    title: { en: 'Not in the register', ur: 'رجسٹر میں نہیں' },
    sentence: {
      en: () => 'Your organization is in no laboratory’s entry of the register. Ask the authority to enter it.',
      ur: () => 'آپ کا ادارہ رجسٹر میں کسی تجربہ گاہ کے نام درج نہیں۔ اتھارٹی سے اندراج کی درخواست کیجیے۔',
    },
  },
  calibration_period: {
    status: 422,
    title: { en: 'Before it was calibrated', ur: 'تصدیقِ پیمائش سے پہلے' },
    sentence: {
      en: ({ from, until }) =>
        `The instrument was calibrated on ${from}, and ${until} is before that. Write a later day.`,
      ur: ({ from, until }) =>
        `آلے کی پیمائش \u2066${from}\u2069 کو جانچی گئی اور \u2066${until}\u2069 اس سے پہلے ہے۔ بعد کا دن لکھیے۔`,
    },
  },
  calibration_ahead: {
    status: 422,
    title: { en: 'Not calibrated yet', ur: 'پیمائش ابھی نہیں جانچی گئی' },
    sentence: {
      en: ({ today }) => `Today is ${today}. Write the day on which the instrument was last calibrated.`,
      ur: ({ today }) => `آج \u2066${today}\u2069 ہے۔ وہ دن لکھیے جب آلے کی پیمائش آخری بار جانچی گئی۔`,
    },
  },
  own_authorisation: {
    status: 403,
    title: { en: 'Not for yourself', ur: 'اپنے لیے نہیں' },
    sentence: {
      en: () => 'Nobody lets himself sign. Another signatory of the laboratory does.',
      ur: () => 'کوئی خود کو دستخط کی اجازت نہیں دیتا۔ تجربہ گاہ کا کوئی دوسرا دستخط کنندہ دیتا ہے۔',
    },
  },
  not_of_laboratory: {
    status: 422,
    title: { en: 'Not one of the laboratory', ur: 'تجربہ گاہ سے باہر' },
    sentence: {
      en: () => 'Whoever signs is a signatory of your own organization. Invite him first.',
      ur: () => 'دستخط وہی کرتا ہے جو آپ کے ادارے کا دستخط کنندہ ہو۔ پہلے اسے دعوت دیجیے۔',
    },
  },
  authorisation_period: {
    status: 422,
    title: { en: 'It ends before it begins', ur: 'اختتام آغاز سے پہلے ہے' },
    sentence: {
      en: ({ from, until }) => `He would sign from ${from} until ${until}. Write a later last day.`,
      ur: ({ from, until }) =>
        `دستخط کی اجازت \u2066${from}\u2069 سے \u2066${until}\u2069 تک ہوگی۔ آخری دن بعد کا لکھیے۔`,
    },
  },
}
