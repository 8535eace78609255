/** What is said of what an unmet requirement costs, in English. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { CostsWords } from './costs-words.ts'

export const EN: CostsWords = {
  title: t`What each unmet requirement costs`,
  hint: t`Each requirement by itself, with every fact as it was reported: computed once as it stands, and once with this requirement taken as met. Meeting it takes other facts, and an amount that rests on those facts changes with them.`,
  states: {
    not_met: (requirement) => t`“${requirement}” is not met`,
    undetermined: (requirement) => t`Whether “${requirement}” is met cannot be said yet`,
  },
  alone: (requirement) => t`Were “${requirement}” alone met, no other finding would come out otherwise.`,
  finding: t`Finding`,
  stands: t`As it stands`,
  ifMet: t`With it met`,
  ifNotMet: t`With it not met`,
  difference: t`Difference`,
  notYet: (amount, because) => (amount === undefined ? t`not yet: ${because}` : t`${amount}, but not yet: ${because}`),
  lacking: t`What is missing, and what cannot be said without it`,
  missing: t`Missing`,
  undetermined: t`Undetermined without it`,
  follows: t`What can follow`,
  either: (findings) => t`One of the two results above, and no other: ${findings}.`,
  unsaid: (findings) => t`Cannot be said before it is given: ${findings}.`,
}
