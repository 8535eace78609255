/** By when the authority replies to an appeal and by when it is decided, as the law by which was determined says. */
import type { Handle } from '../kernel/database.ts'
import { determinationById } from '../determinations/read-determinations.ts'
import { releaseOf } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { returnSchemas } from '../returns/release-schema.ts'
import { type Appeal, dayAfter, filedOn } from './appeal.ts'

export interface AppealDays {
  readonly reply_on: string | null
  readonly decision_on: string | null
}

/** Null where the law sets no time, and before it is filed. */
export async function appealDays(tables: Handle, shelf: ReleaseShelf, appeal: Appeal): Promise<AppealDays> {
  const filed = filedOn(appeal)
  if (filed === undefined) return { reply_on: null, decision_on: null }
  const { release_id } = await determinationById(tables, appeal.determination_id)
  const times = returnSchemas(shelf.open(await releaseOf(tables, release_id)))[0]?.appeals
  const on = (time: { readonly days: number } | undefined): string | null =>
    time === undefined ? null : dayAfter(filed, time.days)
  return { reply_on: on(times?.reply), decision_on: on(times?.decision) }
}
