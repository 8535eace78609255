/** What a draft touches, in English. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { ImpactWords } from './impact-words.ts'

export const EN: ImpactWords = {
  uses: t`What rests on it:`,
  direct: (names) => t`directly: ${names}`,
  through: (names) => t`through these: ${names}`,
  unused: t`nothing else`,
  noCase: (all) => t`The programme's own ${all} worked cases come out as before.`,
  cases: (changed, all) => t`Of the programme's own ${all} worked cases, ${changed} come out otherwise:`,
  unreadable: t`the draft does not know these facts`,
}
