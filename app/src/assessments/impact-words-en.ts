/** What a draft touches, in English. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { ImpactWords } from './impact-words.ts'

export const EN: ImpactWords = {
  uses: t`What rests on it:`,
  direct: (names) => t`directly: ${names}`,
  through: (names) => t`through these: ${names}`,
  unused: t`nothing else`,
  noCase: (all, isOne) => t`The programme's own ${all} worked ${isOne ? t`case comes` : t`cases come`} out as before.`,
  cases: (changed, isOne, all) =>
    t`Of the programme's own worked cases (${all}), ${changed} ${isOne ? t`comes` : t`come`} out otherwise:`,
  unreadable: t`the draft does not know these facts`,
}
