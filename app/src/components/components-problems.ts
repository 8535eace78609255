/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { ComponentRefusal } from './component.ts'

export const COMPONENTS_PROBLEMS: ProblemTable<ComponentRefusal> = {
  components_unknown: {
    status: 404,
    title: { en: 'No such components', ur: 'ایسے کوئی پرزے نہیں' },
    sentence: {
      en: () =>
        'There is no programme of this name with a map of components, or it has no class of this name. The page of components lists all.',
      ur: () =>
        'اس نام کا کوئی پروگرام پرزوں کے نقشے کے ساتھ موجود نہیں، یا اس میں اس نام کی قسم نہیں۔ پرزوں کے صفحے پر سب درج ہیں۔',
    },
  },
}
