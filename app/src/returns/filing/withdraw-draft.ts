/** A manufacturer withdraws a version that it has not filed: nobody goes on with it, and the authority never saw it. */
import { type Recorder, recordForFirm } from '../../audit-log/record-command.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import { actsFor } from '../../manufacturers/life/read-life.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import { type Return, type ReturnEvent, type ReturnRefusal, statusOf } from './return.ts'
import { findReturn, insertReturnEvent } from './returns-table.ts'

export async function withdrawDraft(
  recorder: Recorder,
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Outcome<Return, ReturnRefusal | NotAuthorised>> {
  return await recordForFirm<Return, ReturnRefusal | NotAuthorised>(
    recorder,
    actor,
    { command: 'withdraw_draft', firm: actor.organization ?? '' },
    async (tables) => {
      const found = await findReturn(tables, id)
      if (found?.versions.some((one) => one.version === version) !== true)
        return { refused: { code: 'return_unknown' } }
      const firm = await actsFor(tables, actor.organization, found.manufacturer_id)
      if ('refused' in firm) return firm
      const status = statusOf(found, version)
      if (status === 'withdrawn') return { refused: { code: 'version_withdrawn' } }
      if (status !== 'draft' && status !== 'faulty') return { refused: { code: 'version_filed' } }
      const event: ReturnEvent = {
        return_id: id,
        position: found.events.length + 1,
        kind: 'withdrawn',
        version,
        signed_hash: null,
        reason: null,
        recorded_at: instantText(recorder.clock()),
        recorded_by: actor.person,
      }
      await insertReturnEvent(tables, event)
      return { done: { ...found, events: [...found.events, event] }, subject: `return ${id}`, details: { version } }
    },
  )
}
