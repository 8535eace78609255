/** What a form refuses before its command is asked, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { FormRefusal } from './read-form.ts'

const TITLE = { en: 'There is a problem with what you wrote', ur: 'جو آپ نے لکھا اس میں ایک مسئلہ ہے' }
const UNPROCESSABLE = 422

export const FORM_PROBLEMS: ProblemTable<FormRefusal> = {
  form_unreadable: {
    status: 400,
    title: { en: 'The form cannot be read', ur: 'فارم پڑھا نہیں جا سکتا' },
    sentence: {
      en: () =>
        'What arrived is not the form of this page, or not all of it, so nothing was done. Open the page again, fill the form in and send it.',
      ur: () =>
        'جو موصول ہوا وہ اس صفحے کا فارم نہیں، یا پورا نہیں، اس لیے کوئی کارروائی نہیں ہوئی۔ صفحہ دوبارہ کھول کر فارم پُر کیجیے اور بھیجیے۔',
    },
  },
  field_empty: {
    status: UNPROCESSABLE,
    title: TITLE,
    sentence: { en: () => 'Nothing is written here. Fill it in.', ur: () => 'یہ خانہ خالی ہے۔ اسے پُر کیجیے۔' },
  },
  field_short: {
    status: UNPROCESSABLE,
    title: TITLE,
    sentence: {
      en: ({ least }) => `This is too short. Write at least ${least} characters.`,
      ur: ({ least }) => `یہ بہت مختصر ہے۔ کم از کم ${least} حروف لکھیے۔`,
    },
  },
  field_long: {
    status: UNPROCESSABLE,
    title: TITLE,
    sentence: {
      en: ({ most, length }) => `This is ${length} characters long, and ${most} is the most. Shorten it.`,
      ur: ({ most, length }) => `یہ ${length} حروف کا ہے، اور زیادہ سے زیادہ ${most} ہو سکتے ہیں۔ اسے مختصر کیجیے۔`,
    },
  },
  field_unfit: {
    status: UNPROCESSABLE,
    title: TITLE,
    sentence: {
      en: () => 'This is not written in the form that is asked for. Look at the hint above it.',
      ur: () => 'یہ مطلوبہ شکل میں نہیں لکھا گیا۔ اوپر دیا گیا اشارہ دیکھیے۔',
    },
  },
  field_no_day: {
    status: UNPROCESSABLE,
    title: TITLE,
    sentence: {
      en: ({ text }) => `'${text}' is no day of the calendar. Write year, month and day: 2027-06-30.`,
      ur: ({ text }) =>
        `'\u2068${text}\u2069' کیلنڈر کا کوئی دن نہیں۔ سال، مہینہ اور دن لکھیے: \u20662027-06-30\u2069۔`,
    },
  },
  field_not_chosen: {
    status: UNPROCESSABLE,
    title: TITLE,
    sentence: {
      en: () => 'Nothing is chosen. Choose one of these.',
      ur: () => 'کچھ چنا نہیں گیا۔ ان میں سے ایک چنیے۔',
    },
  },
}
