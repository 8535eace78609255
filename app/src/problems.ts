/** Every refusal of the service: its status, its title and its sentence. A code without a row here does not compile. */
import type { NothingSealed } from './audit-log/read-checkpoint.ts'
import type { NotADay } from './policy-releases/numbers-on.ts'
import type { ProblemTable, ServerRefusal } from './kernel/problem.ts'
import { SERVER_PROBLEMS } from './kernel/server-problems.ts'
import { PEOPLE_PROBLEMS, type PeopleRefusal } from './people/people-problems.ts'

export type AnyRefusal = ServerRefusal | NotADay | NothingSealed | PeopleRefusal

export const PROBLEMS: ProblemTable<AnyRefusal> = {
  ...SERVER_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  not_a_day: {
    status: 422,
    title: { en: 'That is no day', ur: 'یہ کوئی دن نہیں' },
    sentence: {
      en: ({ text }) => `'${text}' is no day of the calendar. Write year, month and day: 2027-06-30.`,
      ur: ({ text }) =>
        `'\u2068${text}\u2069' کیلنڈر کا کوئی دن نہیں۔ سال، مہینہ اور دن لکھیے: \u20662027-06-30\u2069۔`,
    },
  },
  nothing_sealed: {
    status: 404,
    title: { en: 'No checkpoint yet', ur: 'ابھی کوئی چیک پوائنٹ نہیں' },
    sentence: {
      en: () => 'Nothing has been sealed in the audit log. Ask again in a second.',
      ur: () => 'آڈٹ لاگ میں ابھی کچھ مہر بند نہیں ہوا۔ ایک سیکنڈ بعد دوبارہ پوچھیے۔',
    },
  },
}
