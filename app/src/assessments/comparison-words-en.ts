/** A comparison with a draft in English. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { ComparisonWords } from './comparison-words.ts'

export const EN: ComparisonWords = {
  law: (count, isOne) => t`The law: the draft changes ${count} ${isOne ? t`entry` : t`entries`}.`,
  changes: { added: t`added`, removed: t`removed`, changed: t`changed` },
  kinds: { parameter: t`number`, provision: t`provision` },
  until: (day) => t`until ${day}`,
  noCell: t`not there`,
  cells: { none: t`none`, unknown: t`not known`, above: t`above` },
  bounds: {
    'up to': (bound) => t`up to ${bound}`,
    under: (bound) => t`under ${bound}`,
    over: (bound) => t`over ${bound}`,
    from: (bound) => t`from ${bound}`,
  },
  facts: (changed, all) => t`On these facts ${changed} of ${all} findings change.`,
  same: t`The same under both:`,
  noFinding: t`no such finding`,
  difference: (amount) => t`difference ${amount}`,
}
