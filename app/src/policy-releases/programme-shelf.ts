/** The programmes that come with the project, as the pages read them: each is loaded once, when it is first asked for. */
import { createContext } from 'react-router'
import type { Authority } from '../kernel/authority.ts'
import { shippedProgrammes } from './find-folder.ts'
import { loadRelease, type Release } from './load-release.ts'

export const programmesAuthority = { see_programmes: ['public'] } as const satisfies Authority

export interface ProgrammeShelf {
  readonly names: () => Promise<readonly string[]>
  /** Undefined where there is no programme of that name. */
  readonly find: (name: string) => Promise<Release | undefined>
}

export const programmeShelf = createContext<ProgrammeShelf>()

export function openShelf(): ProgrammeShelf {
  const loaded = new Map<string, Promise<Release>>()
  return {
    names: shippedProgrammes,
    find: async (name) => {
      if (!(await shippedProgrammes()).includes(name)) return undefined
      const known = loaded.get(name) ?? loadRelease(name)
      loaded.set(name, known)
      return await known
    },
  }
}
