/**
 * The programmes that come with the project, loaded from their folders: what anybody may read about. What is published and applied to
 * firms stands in the database instead (`release-shelf.ts`). Each is loaded once, when it is first asked for.
 */
import { draftsOf } from '@maqami/engine/load/drafts.ts'
import { createContext, type LoaderFunctionArgs } from 'react-router'
import type { Authority } from '../kernel/authority.ts'
import { openOnce } from '../kernel/open-once.ts'
import { type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { shippedProgrammes } from './find-folder.ts'
import { loadRelease, type Release } from './load-release.ts'

export const programmesAuthority = { see_programmes: ['public'] } as const satisfies Authority

export interface ShippedShelf {
  readonly all: () => Promise<readonly Release[]>
  /** Undefined where there is no programme of that name, or no such draft of it. */
  readonly find: (name: string, draft?: string) => Promise<Release | undefined>
}

export const shippedShelf = createContext<ShippedShelf>()

export function openShippedShelf(): ShippedShelf {
  // No name has a space.
  const loaded = openOnce(async (key: string) => await loadRelease(...(key.split(' ') as [string, string?])))
  const load = async (name: string, draft?: string): Promise<Release> =>
    await loaded(draft === undefined ? name : `${name} ${draft}`)
  return {
    all: async () => await Promise.all((await shippedProgrammes()).map(async (name) => await load(name))),
    find: async (name, draft) => {
      if (!(await shippedProgrammes()).includes(name)) return undefined
      const release = await load(name)
      if (draft === undefined) return release
      return draftsOf(release.files).includes(draft) ? await load(name, draft) : undefined
    },
  }
}

/** Of the page's address, or the page that says that there is none. */
export async function shippedAsked(
  context: PageContext,
  { programme, draft }: LoaderFunctionArgs['params'],
): Promise<Release> {
  const release = await context.get(shippedShelf).find(programme ?? '', draft)
  const { address } = context.get(pageCall)
  return settled(
    context,
    release === undefined ? { refused: { code: 'route_unknown', path: address } } : { done: release },
  )
}
