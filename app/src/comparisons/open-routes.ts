/** A programme that compares routes, with every release that it asks, loaded for a command or for the service. */
import type { Engine } from '@maqami/engine/determine/determine.ts'
import { WrongInput } from '../kernel/command.ts'
import { problemLines, type Release } from '../policy-releases/load-release.ts'
import { type AskedRelease, releaseName } from './comparison.ts'
import type { Routes } from './follow-route.ts'
import { COMPARISON_FILE, loadComparison } from './load-comparison.ts'

export interface OpenRoutes extends Routes {
  readonly release: Release
  /** By the name of the release: what its figures rest on. */
  readonly hashes: ReadonlyMap<string, string>
}

/** Stops with everything that is wrong with `comparison.yaml`. `find` loads a programme that it names. */
export async function openRoutes(
  release: Release,
  find: (asked: AskedRelease) => Promise<Release>,
): Promise<OpenRoutes> {
  const content = release.files.get(COMPARISON_FILE)
  if (content === undefined)
    throw new WrongInput([
      `'${release.folder}' has no ${COMPARISON_FILE}: it is law to be applied, and compares no routes.`,
    ])
  const loaded = loadComparison(release.engine.programme, content)
  if (!loaded.ok) throw new WrongInput(problemLines(release.folder, loaded.problems))
  const asked = new Map<string, Engine>()
  const hashes = new Map<string, string>()
  for (const one of loaded.comparison.laws.flatMap(({ ask }) => ask)) {
    const name = releaseName(one)
    if (asked.has(name)) continue
    const { engine, hash } = await find(one)
    asked.set(name, engine)
    hashes.set(name, hash)
  }
  return { comparison: loaded.comparison, engine: release.engine, asked, release, hashes }
}
