/** Published releases, loaded from the rows that hold their files. A release never changes, so what was loaded once is right as long as the process lives. */
import { engineOf } from '@maqami/engine/determine/determine.ts'
import { loadProgramme } from '@maqami/engine/load/programme.ts'
import type { PolicyRelease } from './policy-release.ts'
import type { Release } from './load-release.ts'

/** Engines take some megabytes each; the one that was asked for longest ago is let go. */
const MOST_HELD = 24

export interface ReleaseShelf {
  readonly open: (published: Pick<PolicyRelease, 'id' | 'programme' | 'hash' | 'files'>) => Release
}

export function releaseShelf(): ReleaseShelf {
  const held = new Map<string, Release>()
  return {
    open: (published) => {
      const release = held.get(published.id) ?? openPublished(published)
      held.delete(published.id)
      held.set(published.id, release)
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
      return release
    },
  }
}

/** It loaded when it was proposed, and has not changed since. */
function openPublished({ programme, hash, files }: Pick<PolicyRelease, 'programme' | 'hash' | 'files'>): Release {
  const texts = new Map(Object.entries(files))
  const loaded = loadProgramme(texts)
  if (!loaded.ok) throw new Error(`the published release ${hash} of ${programme} does not load`)
  return { folder: programme, files: texts, engine: engineOf(loaded.programme), hash }
}
