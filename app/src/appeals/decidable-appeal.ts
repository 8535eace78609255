/** Who may decide on an appeal: nobody who prepared or approved what it is about or what that rests on, who served notice of it, or who replied to it. */
import type { Determination } from '../determinations/determination.ts'
import { determinationById } from '../determinations/read-determinations.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { noticesIn } from '../notices/read-notices.ts'
import { type Appeal, type AppealRefusal, statusOf } from './appeal.ts'
import { findAppeal } from './appeals-table.ts'

export interface Decidable {
  readonly appeal: Appeal
  readonly determination: Determination
}

/** The number of the first in which the person took part; the database refuses him too. */
async function tookPartIn(tables: Handle, person: string, determination: Determination): Promise<string | undefined> {
  const before = determination.follows === null ? [] : [await determinationById(tables, determination.follows)]
  const about = [determination, ...before]
  const notices = await noticesIn(
    tables,
    about.map(({ id }) => id),
  )
  return about.find(
    ({ id, prepared_by, decided }) =>
      prepared_by === person ||
      decided?.recorded_by === person ||
      notices.some(
        (notice) =>
          notice.determination_id === id &&
          (notice.recorded_by === person || notice.events.some((event) => event.recorded_by === person)),
      ),
  )?.number
}

/** Why the actor decides nothing of the appeal: who has replied to it for the authority is one of its two sides. */
export async function partOf(
  tables: Handle,
  { person }: Actor,
  { number, events }: Appeal,
  determination: Determination,
): Promise<Extract<AppealRefusal, { readonly code: 'decider_took_part' | 'decider_replied' }> | undefined> {
  if (events.some(({ kind, recorded_by }) => kind === 'replied' && recorded_by === person))
    return { code: 'decider_replied', number }
  const part = await tookPartIn(tables, person, determination)
  return part === undefined ? undefined : { code: 'decider_took_part', number: part }
}

/** Filed, not over, and the actor took no part in what it is about. */
export async function decidableBy(
  tables: Handle,
  actor: Actor,
  id: string,
): Promise<Outcome<Decidable, AppealRefusal>> {
  const appeal = await findAppeal(tables, id)
  if (appeal === undefined) return { refused: { code: 'appeal_unknown' } }
  const status = statusOf(appeal)
  if (status === 'prepared') return { refused: { code: 'appeal_not_filed', number: appeal.number } }
  const determination = await determinationById(tables, appeal.determination_id)
  const refused = await partOf(tables, actor, appeal, determination)
  if (refused !== undefined) return { refused }
  return status === 'late' || status === 'open'
    ? { done: { appeal, determination } }
    : { refused: { code: 'appeal_over', number: appeal.number } }
}

/** The same of one that is heard: filed in time, or condoned. */
export async function heardBy(tables: Handle, actor: Actor, id: string): Promise<Outcome<Decidable, AppealRefusal>> {
  const found = await decidableBy(tables, actor, id)
  if ('refused' in found) return found
  const { appeal } = found.done
  return statusOf(appeal) === 'late' ? { refused: { code: 'not_condoned', number: appeal.number } } : found
}
