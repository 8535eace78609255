/** A comparison of routes in English. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { ComparisonWords } from './comparison-words.ts'

export const EN: ComparisonWords = {
  under: (law, day) => t`${law}, as of ${day}`,
  entered: t`Entered`,
  assumed: t`Assumptions`,
  charges: t`Charges`,
  chargeOf: (charge, release) => t`${charge} (${release})`,
  gap: t`Charges at import on the finished set and on its SKD kit of the same C&F value`,
  moves: (difference) => t`How far each assumption moves it: ${difference}`,
  difference: (finding, route, than) => t`${finding}, ${route} less ${than}`,
  fromTo: (low, high) => t`${low} to ${high}`,
  breakEven: t`Where one overtakes the other, all else staying as it is`,
  cheaper: {
    before: (route, from, to) => t`${route} is the lower up to ${from}, no longer at ${to}`,
    after: (route, from, to) => t`${route} is the lower from ${to}, not yet at ${from}`,
  },
  neverOvertakes: (low, high) => t`nowhere from ${low} to ${high}`,
  standing: { gazette: t`gazette`, reported: t`reported`, assumed: t`assumed` },
}
