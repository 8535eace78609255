/** What could not be said of an industry, and why: counted and named. */
import { REFUSED, UNDETERMINED } from '@maqami/engine/batch/batch.ts'
import type { NoValue } from '@maqami/engine/value/outcome.ts'
import { type Compared, isTold, type Side, SIDES } from './two-laws.ts'

export interface Lacking {
  readonly law: Side
  readonly name: string
  readonly state: 'undetermined' | 'refused'
  /** The facts that are missing, `parts.unit_value` of lines; of a refusal the name that it is about. */
  readonly needs: readonly string[]
  readonly cases: number
  readonly firms: number
}

export function lackingOf(compared: Compared): readonly Lacking[] {
  const { industry } = compared
  return SIDES.flatMap((law) =>
    compared[law].result.findings.filter(isTold).flatMap(({ provision: { name }, states, reasons }) => {
      if (reasons.all.length === 0) return []
      const found = new Map<string, { readonly why: NoValue; readonly firms: Set<number>; cases: number }>()
      const said = reasons.all.map((why) => JSON.stringify([why.kind, needsOf(why)]))
      for (const [row, state] of states.entries()) {
        if (state !== UNDETERMINED && state !== REFUSED) continue
        const place = reasons.places[row] as number
        const key = said[place] as string
        const known = found.get(key) ?? { why: reasons.all[place] as NoValue, firms: new Set<number>(), cases: 0 }
        known.cases += 1
        known.firms.add(industry.firms.of[row] as number)
        found.set(key, known)
      }
      return [...found.values()].map(
        ({ why, cases, firms }): Lacking => ({
          law,
          name,
          state: why.kind === 'refused' ? 'refused' : 'undetermined',
          needs: needsOf(why),
          cases,
          firms: firms.size,
        }),
      )
    }),
  )
}

/** Which lines lack something differs from row to row. */
function needsOf({ missing, refusals }: NoValue): readonly string[] {
  const names = refusals.length > 0 ? refusals.map(({ name }) => name) : missing
  return [...new Set(names.map((name) => name.replaceAll(/\[\d+\]/g, '')))]
}
