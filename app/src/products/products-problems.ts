/** What is refused about models, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { ModelRefusal } from './model.ts'

export const PRODUCTS_PROBLEMS: ProblemTable<ModelRefusal> = {
  model_exists: {
    status: 409,
    title: { en: 'The model is there', ur: 'ماڈل موجود ہے' },
    sentence: {
      en: ({ name }) => `You have entered a model '${name}' before. Write another name.`,
      ur: ({ name }) => `آپ ماڈل '${name}' پہلے درج کر چکے ہیں۔ دوسرا نام لکھیے۔`,
    },
  },
  model_unknown: {
    status: 404,
    title: { en: 'No such model', ur: 'ایسا کوئی ماڈل نہیں' },
    sentence: {
      en: () => 'There is no model here that you may see. Check the address.',
      ur: () => 'یہاں کوئی ماڈل نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  category_unknown: {
    status: 422,
    title: { en: 'No such category', ur: 'ایسا کوئی زمرہ نہیں' },
    sentence: {
      en: ({ programme }) => `Choose one of the categories of products that the law of '${programme}' knows.`,
      ur: ({ programme }) => `'\u2066${programme}\u2069' کے قانون میں مذکور زمروں میں سے کوئی ایک چنیے۔`,
    },
  },
  tac_taken: {
    status: 409,
    title: { en: 'The code is taken', ur: 'کوڈ پہلے سے درج ہے' },
    sentence: {
      en: ({ tac, model }) => `${tac} stands for your model '${model}'. A code stands for one model. Check the digits.`,
      ur: ({ tac, model }) =>
        `\u2066${tac}\u2069 آپ کے ماڈل '${model}' کا کوڈ ہے۔ ایک کوڈ ایک ہی ماڈل کا ہوتا ہے۔ ہندسے دیکھ لیجیے۔`,
    },
  },
  approval_period: {
    status: 422,
    title: { en: 'It ends before it begins', ur: 'اختتام آغاز سے پہلے ہے' },
    sentence: {
      en: ({ from, until }) => `The approval would hold from ${from} until ${until}. Write a later last day.`,
      ur: ({ from, until }) => `منظوری \u2066${from}\u2069 سے \u2066${until}\u2069 تک ہوگی۔ آخری دن بعد کا لکھیے۔`,
    },
  },
  model_withdrawn: {
    status: 409,
    title: { en: 'Withdrawn before', ur: 'پہلے ہی واپس لیا جا چکا' },
    sentence: {
      en: ({ on }) => `The model was withdrawn as of ${on}. Nothing more is to be done.`,
      ur: ({ on }) => `ماڈل \u2066${on}\u2069 سے واپس لیا جا چکا ہے۔ مزید کچھ درکار نہیں۔`,
    },
  },
}
