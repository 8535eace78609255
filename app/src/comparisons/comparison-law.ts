/** All the law of a comparison as texts, for a reader's browser; and the comparison put together from it there. Pure. */
import { engineOf } from '@maqami/engine/determine/determine.ts'
import { loadProgramme, type Programme } from '@maqami/engine/load/programme.ts'
import type { AskedRelease } from './comparison.ts'
import { releaseName } from './comparison.ts'
import type { Routes } from './follow-route.ts'
import { COMPARISON_FILE, loadComparison } from './load-comparison.ts'

/** The files of each programme by path. */
export interface ComparisonLaw {
  readonly own: string
  readonly programmes: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** What a formula needs; worked cases and other drafts are left out. */
export function filesToCompute(
  files: ReadonlyMap<string, string>,
  drafts: readonly (string | undefined)[],
): Readonly<Record<string, string>> {
  const isNeeded = (path: string): boolean =>
    /^(?:programme|vocabulary|comparison)\.yaml$|^[a-z-]+\/(?:parameters|provisions)\.yaml$/.test(path) ||
    drafts.some((draft) => path === `drafts/${draft}.yaml`)
  return Object.fromEntries([...files].filter(([path]) => isNeeded(path)))
}

/** Throws where the texts are not those that the service checked. */
export function routesFrom({ own, programmes }: ComparisonLaw): Routes {
  const load = ({ programme, draft }: AskedRelease): Programme => {
    const loaded = loadProgramme(new Map(Object.entries(programmes[programme] ?? {})), draft)
    if (!loaded.ok) throw new Error(loaded.problems[0]?.sentence)
    return loaded.programme
  }
  const programme = load({ programme: own, draft: undefined })
  const loaded = loadComparison(programme, programmes[own]?.[COMPARISON_FILE] ?? '')
  if (!loaded.ok) throw new Error(loaded.problems[0]?.sentence)
  const asked = loaded.comparison.laws.flatMap(({ ask }) => ask)
  const named = new Map(asked.map((one) => [releaseName(one), one]))
  return {
    comparison: loaded.comparison,
    engine: engineOf(programme),
    asked: new Map([...named].map(([name, one]) => [name, engineOf(load(one))])),
  }
}
