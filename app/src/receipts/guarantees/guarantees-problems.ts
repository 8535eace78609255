/** What is refused about guarantees, in words. */
import type { ProblemTable } from '../../kernel/problem.ts'
import { callUnfitText, guaranteeStateText } from './guarantee-words.ts'
import type { GuaranteeRefusal } from './guarantee.ts'

export const GUARANTEES_PROBLEMS: ProblemTable<GuaranteeRefusal> = {
  guarantee_unknown: {
    status: 404,
    title: { en: 'No such guarantee', ur: 'ایسی کوئی ضمانت نہیں' },
    sentence: {
      en: () => 'There is no guarantee of that number here, or it is not yours. Look for it in the list.',
      ur: () => 'یہاں اس نمبر کی کوئی ضمانت نہیں، یا وہ آپ کی نہیں۔ فہرست میں دیکھ لیجیے۔',
    },
  },
  guarantee_known: {
    status: 409,
    title: { en: 'Recorded already', ur: 'پہلے ہی درج ہو چکی' },
    sentence: {
      en: ({ number }) => `This guarantee of the same issuer and number was recorded before, as ${number}. Look there.`,
      ur: ({ number }) =>
        `اسی ضامن کی اسی نمبر کی ضمانت پہلے بطور \u2066${number}\u2069 درج ہو چکی ہے۔ اسے دیکھ لیجیے۔`,
    },
  },
  guarantee_expired: {
    status: 422,
    title: { en: 'The guarantee has expired', ur: 'ضمانت کی میعاد گزر چکی' },
    sentence: {
      en: ({ expires_on }) =>
        `Its last day was ${expires_on}, so it secures nothing. Ask the firm for one that is valid.`,
      ur: ({ expires_on }) =>
        `اس کا آخری دن \u2066${expires_on}\u2069 تھا، اس لیے وہ کسی چیز کی ضمانت نہیں۔ فرم سے نئی ضمانت منگوائیے۔`,
    },
  },
  guarantee_licence_unfit: {
    status: 422,
    title: { en: 'Not a licence of the firm', ur: 'فرم کا ایسا لائسنس نہیں' },
    sentence: {
      en: ({ licence }) =>
        `${licence} is no licence that the firm holds under this programme. Check the number, or leave it empty.`,
      ur: ({ licence }) =>
        `\u2066${licence}\u2069 اس پروگرام کے تحت فرم کا لائسنس نہیں۔ نمبر دیکھ لیجیے، یا خانہ خالی چھوڑ دیجیے۔`,
    },
  },
  guarantee_proposed: {
    status: 409,
    title: { en: 'A proposal waits already', ur: 'ایک تجویز پہلے سے زیرِ غور ہے' },
    sentence: {
      en: () => 'Something is proposed about this guarantee already. Let another officer decide on it first.',
      ur: () => 'اس ضمانت کے بارے میں ایک تجویز پہلے سے ہے۔ پہلے کسی دوسرے افسر کو اس پر فیصلہ کرنے دیجیے۔',
    },
  },
  guarantee_settled: {
    status: 409,
    title: { en: 'Nothing is proposed', ur: 'کوئی تجویز زیرِ غور نہیں' },
    sentence: {
      en: () => 'Nothing about this guarantee waits; it was decided meanwhile. Look at its page again.',
      ur: () => 'اس ضمانت کے بارے میں کچھ زیرِ غور نہیں؛ اس پر فیصلہ ہو چکا۔ صفحہ دوبارہ دیکھ لیجیے۔',
    },
  },
  own_guarantee: {
    status: 403,
    title: { en: 'Proposed by yourself', ur: 'آپ ہی کی تجویز' },
    sentence: {
      en: () => 'You recorded or proposed this. Another officer approves or declines it.',
      ur: () => 'یہ اندراج یا تجویز آپ کی ہے۔ اسے کوئی دوسرا افسر منظور یا نامنظور کرتا ہے۔',
    },
  },
  guarantee_other_than_shown: {
    status: 409,
    title: { en: 'Other than shown', ur: 'دکھائے گئے سے مختلف' },
    sentence: {
      en: () => 'What would be done is not what you were shown: something was paid or called meanwhile. Look again.',
      ur: () => 'جو ہوگا وہ دکھائے گئے سے مختلف ہے: اس دوران کچھ ادا یا طلب ہوا۔ دوبارہ دیکھ لیجیے۔',
    },
  },
  guarantee_act_unfit: {
    status: 409,
    title: { en: 'Not possible now', ur: 'ابھی ممکن نہیں' },
    sentence: {
      en: ({ state }) =>
        `This cannot be done with a guarantee in the state '${guaranteeStateText(state, 'en')}', or nothing is left to do it with. Look at its page again.`,
      ur: ({ state }) =>
        `جس ضمانت کی حالت '${guaranteeStateText(state, 'ur')}' ہو اس پر یہ کارروائی نہیں ہو سکتی، یا اس کے لیے کچھ باقی نہیں۔ صفحہ دوبارہ دیکھ لیجیے۔`,
    },
  },
  guarantee_beyond: {
    status: 422,
    title: { en: 'More than there is', ur: 'موجود سے زیادہ' },
    sentence: {
      en: ({ currency, most }) =>
        `Of the guarantee there is no more for this than ${currency} ${most}. Write an amount above zero, up to that.`,
      ur: ({ currency, most }) =>
        `اس کے لیے ضمانت میں \u2066${currency} ${most}\u2069 سے زیادہ نہیں۔ صفر سے زائد اور اس حد تک رقم لکھیے۔`,
    },
  },
  guarantee_reference_missing: {
    status: 422,
    title: { en: 'No determination is named', ur: 'کوئی فیصلہ نہیں بتایا گیا' },
    sentence: {
      en: () => 'Write the number of the determination whose amount is called for, such as D-000012.',
      ur: () => 'جس فیصلے کی رقم طلب کی جا رہی ہے اس کا نمبر لکھیے، جیسے \u2066D-000012\u2069۔',
    },
  },
  guarantee_call_unfit: {
    status: 422,
    title: { en: 'It cannot be called for that', ur: 'اس کے لیے طلب نہیں ہو سکتی' },
    sentence: {
      en: ({ waits }) => `${callUnfitText(waits, 'en')} Name a determination in force that this guarantee secures.`,
      ur: ({ waits }) => `${callUnfitText(waits, 'ur')} ایسا نافذ فیصلہ بتائیے جس کی یہ ضمانت ہے۔`,
    },
  },
  guarantee_over_owed: {
    status: 422,
    title: { en: 'More than is owed', ur: 'واجب سے زیادہ' },
    sentence: {
      en: ({ currency, most }) =>
        `Of that determination no more than ${currency} ${most} is owed and not called already. Call no more than that.`,
      ur: ({ currency, most }) =>
        `اس فیصلے کا \u2066${currency} ${most}\u2069 سے زیادہ نہ واجب ہے اور نہ طلب ہونا باقی ہے۔ اس سے زیادہ طلب نہ کیجیے۔`,
    },
  },
}
