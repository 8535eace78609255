/** The input-output table that comes with the project, opened and solved once. */
import { createContext } from 'react-router'
import type { Authority } from '../kernel/authority.ts'
import { openOnce } from '../kernel/open-once.ts'
import { openTable, SHIPPED_TABLE } from './open-table.ts'
import { type SolvedTable, solved } from './work-out-spillover.ts'

export const spilloversAuthority = { work_out_spillover: ['public'] } as const satisfies Authority

export type SpilloverShelf = () => Promise<SolvedTable>

export const spilloverShelf = createContext<SpilloverShelf>()

export function openSpilloverShelf(): SpilloverShelf {
  const open = openOnce(openShipped)
  return async () => await open(SHIPPED_TABLE)
}

async function openShipped(path: string): Promise<SolvedTable> {
  const named = await openTable(path, undefined)
  const found = named.ok ? solved(named) : undefined
  if (found === undefined || 'refused' in found) throw new Error(`${path} cannot be used`)
  return found.done
}
