/** An officer accepts the version that was filed, or sends it back with the reason. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { keepFigures } from '../figures/keep-figures.ts'
import { lockOver } from './period-lock.ts'
import { locksOf } from './period-locks-table.ts'
import { filedVersion, type Return, type ReturnEvent, type ReturnRefusal, statusOf } from './return.ts'
import { findReturn, insertReturnEvent } from './returns-table.ts'

export type ReviewReturn =
  | { readonly id: string; readonly kind: 'accepted' }
  | { readonly id: string; readonly kind: 'sent_back'; readonly reason: string }

export async function reviewReturn(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  input: ReviewReturn,
): Promise<Outcome<Return, ReturnRefusal>> {
  return await recordCommand<Return, ReturnRefusal>(recorder, actor, 'review_return', async (tables) => {
    const found = await findReturn(tables, input.id)
    if (found === undefined) return { refused: { code: 'return_unknown' } }
    const locked = lockOver(await locksOf(tables, found), found)
    if (locked !== undefined) return { refused: locked }
    const filed = filedVersion(found)
    if (filed === undefined) return { refused: { code: 'nothing_filed' } }
    if (statusOf(found, filed.version) !== 'filed') return { refused: { code: 'return_decided' } }
    const event: ReturnEvent = {
      return_id: input.id,
      position: found.events.length + 1,
      kind: input.kind,
      version: filed.version,
      signed_hash: null,
      reason: input.kind === 'sent_back' ? input.reason : null,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertReturnEvent(tables, event)
    if (input.kind === 'accepted') await keepFigures(tables, shelf, found, filed.version, event.recorded_at)
    return {
      done: { ...found, events: [...found.events, event] },
      subject: `return ${input.id}`,
      details: { kind: input.kind, version: filed.version, ...(event.reason === null ? {} : { reason: event.reason }) },
    }
  })
}
