/** The input-output table that comes with the project, opened and solved once. */
import { createContext } from 'react-router'
import type { Authority } from '../kernel/authority.ts'
import { openTable, SHIPPED_TABLE } from './open-table.ts'
import { type SolvedTable, solved } from './work-out-spillover.ts'

export const spilloversAuthority = { work_out_spillover: ['public'] } as const satisfies Authority

export type SpilloverShelf = () => Promise<SolvedTable>

export const spilloverShelf = createContext<SpilloverShelf>()

export function openSpilloverShelf(): SpilloverShelf {
  let opened: Promise<SolvedTable> | undefined
  return async () => await (opened ??= openShipped())
}

async function openShipped(): Promise<SolvedTable> {
  const named = await openTable(SHIPPED_TABLE, undefined)
  const found = named.ok ? solved(named) : undefined
  if (found === undefined || 'refused' in found) throw new Error(`${SHIPPED_TABLE} cannot be used`)
  return found.done
}
