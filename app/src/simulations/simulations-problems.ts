/** What simulations refuse, in words. */
import { type Language, type ProblemTable, quotedEnglish } from '../kernel/problem.ts'
import type { LeftOut, SimulationRefusal } from './simulation.ts'

type Own = Exclude<SimulationRefusal, { readonly code: 'no_release_in_force' }>

export const SIMULATIONS_PROBLEMS: ProblemTable<Own> = {
  simulation_unknown: {
    status: 404,
    title: { en: 'No such simulation', ur: 'ایسی کوئی جانچ نہیں' },
    sentence: {
      en: () => 'There is no simulation here that you may see. /simulations lists those that there are.',
      ur: () => 'یہاں ایسی کوئی جانچ نہیں جسے آپ دیکھ سکیں۔ جو ہیں وہ /simulations پر درج ہیں۔',
    },
  },
  case_unknown: {
    status: 404,
    title: { en: 'No such row', ur: 'ایسی کوئی سطر نہیں' },
    sentence: {
      en: () => 'The list of facts has no such row. The page of the simulation leads to those that it has.',
      ur: () => 'حقائق کی فہرست میں ایسی کوئی سطر نہیں۔ جو ہیں وہ اس جانچ کے صفحے سے ملتی ہیں۔',
    },
  },
  draft_not_in_release: {
    status: 422,
    title: { en: 'No such draft', ur: 'ایسا کوئی مسودہ نہیں' },
    sentence: {
      en: ({ draft, known }) =>
        `The release has no draft '${draft}'. ${known.length === 0 ? 'It has none; send the text of one.' : `It has: ${known.join(', ')}. Or send the text of one.`}`,
      ur: ({ draft, known }) =>
        `اس اجرا میں '\u2068${draft}\u2069' نام کا کوئی مسودہ نہیں۔ ${known.length === 0 ? 'اس میں کوئی نہیں؛ مسودے کا متن بھیجیے۔' : `اس میں یہ ہیں: \u2066${known.join(', ')}\u2069۔ یا مسودے کا متن بھیجیے۔`}`,
    },
  },
  draft_broken: {
    status: 422,
    title: { en: 'The draft does not check', ur: 'مسودہ جانچ میں درست نہیں نکلا' },
    sentence: {
      en: ({ problems }) =>
        `Put this right in the draft and send it again; nothing was kept, and nothing else changed. ${problems.join(' ')}`,
      ur: ({ problems }) =>
        `مسودے میں یہ درست کر کے دوبارہ بھیجیے؛ کچھ محفوظ نہیں کیا گیا اور کچھ اور نہیں بدلا۔ ${quotedEnglish(problems)}`,
    },
  },
  facts_broken: {
    status: 422,
    title: { en: 'The facts cannot be read', ur: 'حقائق پڑھے نہیں جا سکتے' },
    sentence: {
      en: ({ problems }) =>
        `Put this right in the list and send it again; nothing was kept, and nothing else changed. ${problems.map((one) => one.en).join(' ')}`,
      ur: ({ problems }) =>
        `فہرست میں یہ درست کر کے دوبارہ بھیجیے؛ کچھ محفوظ نہیں کیا گیا اور کچھ اور نہیں بدلا۔ ${problems.map(({ en, ur }) => ur ?? quotedEnglish([en])).join(' ')}`,
    },
  },
  register_empty: {
    status: 409,
    title: { en: 'No returns', ur: 'کوئی گوشوارہ نہیں' },
    sentence: {
      en: () => 'No yearly return of this programme is filed or accepted. Take the invented industry, or send a list.',
      ur: () => 'اس پروگرام کا کوئی سالانہ گوشوارہ داخل یا قبول شدہ نہیں۔ فرضی صنعت لیجیے، یا فہرست بھیجیے۔',
    },
  },
  register_unfit: {
    status: 409,
    title: { en: 'No return fits', ur: 'کوئی گوشوارہ موزوں نہیں' },
    sentence: {
      en: ({ left_out }) =>
        `The release in force can be applied to none of the ${left_out.length} returns that stand. ${named(left_out, 'en')}`,
      ur: ({ left_out }) =>
        `نافذ اجرا ان \u2066${left_out.length}\u2069 گوشواروں میں سے کسی پر لاگو نہیں ہو سکتا جو موجود ہیں۔ ${named(left_out, 'ur')}`,
    },
  },
}

const MOST_NAMED = 5

function named(left_out: readonly LeftOut[], language: Language): string {
  return left_out
    .slice(0, MOST_NAMED)
    .map(({ firm, period, why }) => `\u2068${firm}\u2069, ${period}: ${why[language]}`)
    .join(' ')
}
