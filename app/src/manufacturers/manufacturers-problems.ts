/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { ManufacturerRefusal, ManufacturerStatus, NotAuthorised } from './manufacturer.ts'

const STATUS: Readonly<Record<ManufacturerStatus, { readonly en: string; readonly ur: string }>> = {
  applied: { en: 'applied', ur: 'زیرِ غور' },
  authorised: { en: 'authorised', ur: 'مجاز' },
  refused: { en: 'refused', ur: 'نامنظور' },
}

export const MANUFACTURERS_PROBLEMS: ProblemTable<ManufacturerRefusal | NotAuthorised> = {
  manufacturer_unknown: {
    status: 404,
    title: { en: 'No such manufacturer', ur: 'ایسا کوئی صنعت کار نہیں' },
    sentence: {
      en: () => 'There is no manufacturer here that you may see. Check the address.',
      ur: () => 'یہاں کوئی صنعت کار نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  registration_number_taken: {
    status: 409,
    title: { en: 'Another firm has this number', ur: 'یہ نمبر کسی اور فرم کا ہے' },
    sentence: {
      en: ({ registration_number, holder }) =>
        `${holder} is authorised under the registration number ${registration_number}. Refuse this application, or ask both firms for their certificates first.`,
      ur: ({ registration_number, holder }) =>
        `رجسٹریشن نمبر \u2068${registration_number}\u2069 پر \u2068${holder}\u2069 پہلے سے مجاز ہے۔ یہ درخواست نامنظور کیجیے، یا پہلے دونوں فرموں سے ان کی اسناد طلب کیجیے۔`,
    },
  },
  registration_exists: {
    status: 409,
    title: { en: 'You have applied', ur: 'درخواست دی جا چکی ہے' },
    sentence: {
      en: () => 'Your organization has applied for registration. Its page says where the application stands.',
      ur: () => 'آپ کا ادارہ رجسٹریشن کی درخواست دے چکا ہے۔ درخواست کی صورتِ حال اس کے صفحے پر ہے۔',
    },
  },
  registration_decided: {
    status: 409,
    title: { en: 'Decided already', ur: 'فیصلہ ہو چکا' },
    sentence: {
      en: ({ status }) => `This application has been decided: ${STATUS[status].en}.`,
      ur: ({ status }) => `اس درخواست کا فیصلہ ہو چکا ہے: ${STATUS[status].ur}۔`,
    },
  },
  not_authorised: {
    status: 403,
    title: { en: 'Not an authorised manufacturer', ur: 'مجاز صنعت کار نہیں' },
    sentence: {
      en: () =>
        'This needs a manufacturer that the regulator has authorised. Apply for registration, or wait for the decision.',
      ur: () =>
        'اس کے لیے ریگولیٹر کا مجاز کردہ صنعت کار ہونا ضروری ہے۔ رجسٹریشن کی درخواست دیجیے، یا فیصلے کا انتظار کیجیے۔',
    },
  },
  firm_ended: {
    status: 409,
    title: { en: 'The firm is no more', ur: 'فرم باقی نہیں رہی' },
    sentence: {
      en: ({ firm, ended_on }) =>
        `${firm} came to its end on ${ended_on}. Who answers for it since then acts for it; its page in the register says who that is.`,
      ur: ({ firm, ended_on }) =>
        `\u2068${firm}\u2069 کا وجود \u2066${ended_on}\u2069 کو ختم ہو گیا۔ اس دن سے جو فرم اس کی ذمہ دار ہے وہی اس کی طرف سے عمل کرتی ہے؛ رجسٹر میں اس کے صفحے پر درج ہے کہ وہ کون ہے۔`,
    },
  },
}
