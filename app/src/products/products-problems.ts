/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { ModelExists } from './model.ts'

export const PRODUCTS_PROBLEMS: ProblemTable<ModelExists> = {
  model_exists: {
    status: 409,
    title: { en: 'The model is there', ur: 'ماڈل موجود ہے' },
    sentence: {
      en: ({ name }) => `You have entered a model '${name}' before. Write another name.`,
      ur: ({ name }) => `آپ ماڈل '${name}' پہلے درج کر چکے ہیں۔ دوسرا نام لکھیے۔`,
    },
  },
}
