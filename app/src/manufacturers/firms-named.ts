/** Whose something is, as officers are told, and a maker that sees what passed to it from another; else it sees only what is its own. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { readAs } from '../kernel/transaction.ts'
import type { Firm } from '../pages/firm-column.tsx'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { namesOfFirms } from './read-manufacturers.ts'

export async function firmsNamed(
  context: PageContext,
  ids: readonly string[],
): Promise<(id: string) => Firm | undefined> {
  const { actor, may } = context.get(pageCall)
  if (!may('see_manufacturers') && ids.every((id) => id === actor.organization)) return () => undefined
  const names = await readAs(context.get(recorderContext).database, actor, async (tables) => {
    return await namesOfFirms(tables, ids)
  })
  return (id) => {
    const name = names.get(id)
    return name === undefined ? undefined : { id, name }
  }
}
