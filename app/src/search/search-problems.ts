/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { SearchRefusal } from './search.ts'

export const SEARCH_PROBLEMS: ProblemTable<SearchRefusal> = {
  search_short: {
    status: 422,
    title: { en: 'Too short to search for', ur: 'تلاش کے لیے بہت مختصر' },
    sentence: {
      en: ({ least }) => `Type at least ${least} letters or digits of a name, a number or a hash.`,
      ur: ({ least }) => `نام، نمبر یا ہیش کے کم از کم \u2066${least}\u2069 حروف یا ہندسے لکھیے۔`,
    },
  },
}
