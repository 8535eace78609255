/** What is refused about questions, in words. */
import type { ProblemTable } from '../../kernel/problem.ts'
import type { ReturnRefusal } from '../filing/return.ts'
import type { QuestionRefusal } from './question.ts'

const ENDED = {
  answered: { en: 'It has been answered.', ur: 'اس کا جواب دیا جا چکا ہے۔' },
  withdrawn: { en: 'The authority has withdrawn it.', ur: 'مجاز ادارہ یہ سوال واپس لے چکا ہے۔' },
  closed: {
    en: 'The version that it is about has been decided or replaced by a later one.',
    ur: 'جس نسخے کے بارے میں یہ سوال تھا، اس کا فیصلہ ہو چکا ہے یا نیا نسخہ اس کی جگہ لے چکا ہے۔',
  },
} as const

export const QUESTIONS_PROBLEMS: ProblemTable<Exclude<QuestionRefusal, ReturnRefusal>> = {
  question_unknown: {
    status: 404,
    title: { en: 'No such question', ur: 'ایسا کوئی سوال نہیں' },
    sentence: {
      en: () => 'There is no question here that you may see. Check the address.',
      ur: () => 'یہاں کوئی سوال نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  answer_day: {
    status: 422,
    title: { en: 'Not a day to answer by', ur: 'جواب کی میعاد درست نہیں' },
    sentence: {
      en: ({ day, first, last }) => `${day} cannot be the last day to answer. Give one from ${first} to ${last}.`,
      ur: ({ day, first, last }) =>
        `\u2066${day}\u2069 جواب کا آخری دن نہیں ہو سکتا۔ \u2066${first}\u2069 سے \u2066${last}\u2069 تک کوئی دن دیجیے۔`,
    },
  },
  cell_unknown: {
    status: 422,
    title: { en: 'Not in this return', ur: 'اس گوشوارے میں نہیں' },
    sentence: {
      en: ({ what, name, known }) => `The return has no ${what} '${name}'. It has: ${known.join(', ')}.`,
      ur: ({ what, name, known }) =>
        `گوشوارے میں ${what === 'sheet' ? 'شیٹ' : 'کالم'} '\u2066${name}\u2069' نہیں۔ یہ ہیں: \u2066${known.join(', ')}\u2069۔`,
    },
  },
  question_ended: {
    status: 409,
    title: { en: 'The question is no longer open', ur: 'سوال اب کھلا نہیں' },
    sentence: {
      en: ({ status }) => `${ENDED[status].en} Nothing more is written into it.`,
      ur: ({ status }) => `${ENDED[status].ur} اب اس میں کچھ نہیں لکھا جاتا۔`,
    },
  },
}
