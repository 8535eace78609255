/** Comparisons that come with the project, opened once with the law that each asks. */
import { createContext } from 'react-router'
import type { Authority } from '../kernel/authority.ts'
import { type Clock, todayText } from '../kernel/clock.ts'
import { openOnce } from '../kernel/open-once.ts'
import type { Release } from '../policy-releases/load-release.ts'
import type { ShippedShelf } from '../policy-releases/shipped-shelf.ts'
import { type ComparisonLaw, filesToCompute } from './comparison-law.ts'
import { COMPARISON_FILE } from './load-comparison.ts'
import { type OpenRoutes, openRoutes } from './open-routes.ts'

export const comparisonsAuthority = { compare_routes: ['public'] } as const satisfies Authority

export interface ComparisonShelf {
  /** Whose law applies where a reader names no day. */
  readonly today: () => string
  /** Undefined where no programme of that name compares routes; the first that does, where none is named. */
  readonly find: (name?: string) => Promise<OpenRoutes | undefined>
  /** All the law that it asks, as texts. */
  readonly law: (name: string) => Promise<ComparisonLaw | undefined>
}

export const comparisonShelf = createContext<ComparisonShelf>()

export function openComparisonShelf(shipped: ShippedShelf, clock: Clock): ComparisonShelf {
  const open = openOnce(
    async (release: Release): Promise<OpenRoutes> =>
      await openRoutes(release, async ({ programme, draft }) => await found(shipped, programme, draft)),
  )
  const shelf: ComparisonShelf = {
    today: () => todayText(clock),
    find: async (name) => {
      const release =
        name === undefined
          ? (await shipped.all()).find(({ files }) => files.has(COMPARISON_FILE))
          : await shipped.find(name)
      return release?.files.has(COMPARISON_FILE) === true ? await open(release) : undefined
    },
    law: async (name) => {
      const routes = await shelf.find(name)
      if (routes === undefined) return undefined
      const asked = routes.comparison.laws.flatMap(({ ask }) => ask)
      const programmes = [...Map.groupBy(asked, ({ programme }) => programme)].map(
        async ([programme, all]) =>
          [
            programme,
            filesToCompute(
              (await found(shipped, programme, undefined)).files,
              all.map(({ draft }) => draft),
            ),
          ] as const,
      )
      const own = [name, filesToCompute(routes.release.files, [])] as const
      return { own: name, programmes: Object.fromEntries([own, ...(await Promise.all(programmes))]) }
    },
  }
  return shelf
}

async function found(shipped: ShippedShelf, programme: string, draft: string | undefined): Promise<Release> {
  const release = await shipped.find(programme, draft)
  if (release === undefined) throw new Error(`a comparison asks ${programme} ${draft ?? ''}, which is not there`)
  return release
}
