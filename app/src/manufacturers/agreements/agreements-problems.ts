/** What is refused about agreements, in words. */
import type { ProblemTable } from '../../kernel/problem.ts'
import type { AgreementRefusal } from './agreement.ts'

export const AGREEMENTS_PROBLEMS: ProblemTable<AgreementRefusal> = {
  agreement_unknown: {
    status: 404,
    title: { en: 'No such agreement', ur: 'ایسا کوئی معاہدہ نہیں' },
    sentence: {
      en: () => 'There is no agreement here that you may see or end. Check the address.',
      ur: () => 'یہاں ایسا کوئی معاہدہ نہیں جسے آپ دیکھ یا ختم کر سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  agreement_ended: {
    status: 409,
    title: { en: 'Ended already', ur: 'معاہدہ ختم ہو چکا' },
    sentence: {
      en: ({ last_on }) => `The end of this agreement is recorded: its last day is ${last_on}.`,
      ur: ({ last_on }) => `اس معاہدے کا خاتمہ درج ہے: اس کا آخری دن \u2066${last_on}\u2069 ہے۔`,
    },
  },
  agreement_period: {
    status: 422,
    title: { en: 'It ends before it begins', ur: 'مدت شروع ہونے سے پہلے ختم' },
    sentence: {
      en: ({ from_on, until_on }) =>
        `From ${from_on} until ${until_on}: write a last day on or after the first, or none.`,
      ur: ({ from_on, until_on }) =>
        `\u2066${from_on}\u2069 سے \u2066${until_on}\u2069 تک: آخری دن پہلے دن یا اس کے بعد کا لکھیے، یا خالی چھوڑیے۔`,
    },
  },
  agreement_end_day: {
    status: 422,
    title: { en: 'Not a day within the agreement', ur: 'یہ دن معاہدے کی مدت میں نہیں' },
    sentence: {
      en: ({ from_on, until_on }) =>
        until_on === null
          ? `The agreement holds from ${from_on}. Write a last day on that day or after.`
          : `The agreement holds from ${from_on} until ${until_on}. Write a last day within it, before ${until_on}.`,
      ur: ({ from_on, until_on }) =>
        until_on === null
          ? `معاہدہ \u2066${from_on}\u2069 سے مؤثر ہے۔ آخری دن اسی تاریخ یا اس کے بعد کا لکھیے۔`
          : `معاہدہ \u2066${from_on}\u2069 سے \u2066${until_on}\u2069 تک مؤثر ہے۔ آخری دن اسی مدت میں، \u2066${until_on}\u2069 سے پہلے کا لکھیے۔`,
    },
  },
  agreement_with_itself: {
    status: 422,
    title: { en: 'The brand is its own', ur: 'برانڈ اپنا ہی ہے' },
    sentence: {
      en: () => 'A firm that makes for its own brand needs no agreement, and is bound itself. Choose another owner.',
      ur: () => 'اپنے برانڈ کے لیے تیاری پر معاہدے کی ضرورت نہیں؛ فرم خود ذمہ دار ہے۔ برانڈ کا کوئی اور مالک چنیے۔',
    },
  },
  owner_not_registered: {
    status: 422,
    title: { en: 'The owner is not in the register', ur: 'مالک رجسٹر میں نہیں' },
    sentence: {
      en: () =>
        'Only a firm of the register can be held to the programme. Choose the owner from it, or let the maker be bound.',
      ur: () =>
        'پروگرام کا پابند صرف وہی ہو سکتا ہے جو رجسٹر میں ہو۔ مالک رجسٹر سے چنیے، یا بنانے والی فرم کو ذمہ دار ٹھہرائیے۔',
    },
  },
  agreements_overlap: {
    status: 409,
    title: { en: 'Another agreement covers the same', ur: 'ایک اور معاہدہ اسی پر محیط ہے' },
    sentence: {
      en: ({ brand, contract }) =>
        `On some day both this and ${contract} would hold for the same models of ${brand}. End that one first, or name other models or days.`,
      ur: ({ brand, contract }) =>
        `کسی دن \u2068${brand}\u2069 کے انہی ماڈلوں پر یہ معاہدہ اور \u2068${contract}\u2069 دونوں مؤثر ہوں گے۔ پہلے اسے ختم کیجیے، یا دوسرے ماڈل یا دن لکھیے۔`,
    },
  },
}
