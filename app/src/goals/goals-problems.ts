/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { GoalRefusal } from './goal.ts'

export const GOALS_PROBLEMS: ProblemTable<GoalRefusal> = {
  goals_unknown: {
    status: 404,
    title: { en: 'No such goals', ur: 'ایسے کوئی اہداف نہیں' },
    sentence: {
      en: () =>
        'There is no programme of this name with goals, or it has no goal of this name. The page of goals lists all.',
      ur: () =>
        'اس نام کا کوئی پروگرام اہداف کے ساتھ موجود نہیں، یا اس میں اس نام کا ہدف نہیں۔ اہداف کے صفحے پر سب درج ہیں۔',
    },
  },
}
