/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { ComponentRefusal } from './component.ts'
import type { SupplyRefusal } from './supply.ts'

export const COMPONENTS_PROBLEMS: ProblemTable<ComponentRefusal | SupplyRefusal> = {
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
  supply_unknown: {
    status: 404,
    title: { en: 'Not listed', ur: 'درج نہیں' },
    sentence: {
      en: () => 'Your firm is not listed for this component. The page of suppliers shows what it is listed for.',
      ur: () => 'آپ کی فرم اس پرزے کے لیے درج نہیں۔ فراہم کنندگان کے صفحے پر ہے کہ وہ کس کے لیے درج ہے۔',
    },
  },
}
