/** What this slice refuses, in words. */
import type { FactProblem } from '@maqami/engine/determine/facts.ts'
import type { ProblemTable } from '../kernel/problem.ts'

/** What was asked of a comparison cannot be compared: the first thing that is wrong, at its field. */
export interface QuestionUnfit extends Pick<FactProblem, 'sentence' | 'ur'> {
  readonly code: 'question_unfit'
  readonly place: string
}

export type ComparisonRefusal = QuestionUnfit | { readonly code: 'comparison_unknown' }

/** `where` is what the reader sent it in: an address, or a body. */
export function unfit(problems: readonly FactProblem[], where = 'querystring'): QuestionUnfit {
  const [first] = problems
  const { path, sentence, ur } = first ?? { path: '', sentence: '', ur: '' }
  return {
    code: 'question_unfit',
    place: `/${where}/${path.replace(/\[(\d+)\]\./, (_, line: string) => `/${Number(line) - 1}/`)}`,
    sentence,
    ur,
  }
}

export const COMPARISONS_PROBLEMS: ProblemTable<ComparisonRefusal> = {
  question_unfit: {
    status: 422,
    title: { en: 'This cannot be compared', ur: 'اس کا موازنہ ممکن نہیں' },
    sentence: { en: ({ sentence }) => sentence, ur: ({ ur }) => ur },
  },
  comparison_unknown: {
    status: 404,
    title: { en: 'No such comparison', ur: 'ایسا کوئی موازنہ نہیں' },
    sentence: {
      en: () => 'There is no comparison of that name. /compare leads to those that there are.',
      ur: () => 'اس نام کا کوئی موازنہ نہیں۔ جو ہیں وہ /compare سے ملتے ہیں۔',
    },
  },
}
