/** A firm states something of itself, or states it anew; an officer confirms what it said, or asks. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { ManufacturerRefusal } from '../manufacturer.ts'
import { findManufacturer } from '../manufacturers-table.ts'
import type { Stated } from './content.ts'
import { type FirmRecord, type RecordEvent, recordOf, type RecordRefusal, unfitStatement } from './record.ts'
import { findRecord, insertRecord, recordsOf } from './records-table.ts'

type StateRefusal = RecordRefusal | ManufacturerRefusal

export async function stateRecord(
  recorder: Recorder,
  actor: Actor,
  stated: Stated,
): Promise<Outcome<FirmRecord, StateRefusal>> {
  return await recordCommand<FirmRecord, StateRefusal>(recorder, actor, 'state_record', async (tables) => {
    const { organization: manufacturer_id } = actor
    if (manufacturer_id === undefined || (await findManufacturer(tables, manufacturer_id)) === undefined)
      return { refused: { code: 'manufacturer_unknown' } }
    const unfit = unfitStatement(stated, await recordsOf(tables, manufacturer_id))
    if (unfit !== undefined) return { refused: unfit }
    const row = { id: recorder.makeId(), manufacturer_id, kind: stated.kind }
    return await added(tables, recorder, actor, {
      row,
      before: [],
      said: { act: 'stated', content: stated.content, note: null },
    })
  })
}

/** `seen` is the version that the firm changes. */
export async function changeRecord(
  recorder: Recorder,
  actor: Actor,
  { id, seen, ...stated }: Stated & { readonly id: string; readonly seen: number | undefined },
): Promise<Outcome<FirmRecord, StateRefusal>> {
  return await recordCommand<FirmRecord, StateRefusal>(recorder, actor, 'change_record', async (tables) => {
    const found = await foundAs(tables, id, seen)
    if ('refused' in found) return found
    const row = found.done
    if (row.manufacturer_id !== actor.organization || row.kind !== stated.kind)
      return { refused: { code: 'record_unknown' } }
    const others = (await recordsOf(tables, row.manufacturer_id)).filter((other) => other.id !== id)
    const unfit = unfitStatement(stated, others)
    if (unfit !== undefined) return { refused: unfit }
    const said = { act: 'stated', content: stated.content, note: null } as const
    return await added(tables, recorder, actor, { row, before: row.events, said })
  })
}

export interface ReviewRecord {
  readonly id: string
  readonly seen: number | undefined
  readonly kind: 'confirmed' | 'questioned'
  /** What the officer asks; none where he confirms. */
  readonly reason?: string
}

export async function reviewRecord(
  recorder: Recorder,
  actor: Actor,
  { id, seen, kind, reason }: ReviewRecord,
): Promise<Outcome<FirmRecord, StateRefusal>> {
  return await recordCommand<FirmRecord, StateRefusal>(recorder, actor, 'review_record', async (tables) => {
    const found = await foundAs(tables, id, seen)
    if ('refused' in found) return found
    if (found.done.status !== 'stated') return { refused: { code: 'record_reviewed' } }
    const said = { act: kind, content: null, note: reason ?? null }
    return await added(tables, recorder, actor, { row: found.done, before: found.done.events, said })
  })
}

async function foundAs(
  tables: Handle,
  id: string,
  seen: number | undefined,
): Promise<Outcome<FirmRecord, RecordRefusal>> {
  const found = await findRecord(tables, id)
  if (found === undefined) return { refused: { code: 'record_unknown' } }
  if (seen === undefined) return { refused: { code: 'match_needed' } }
  return seen === found.version ? { done: found } : { refused: { code: 'record_changed' } }
}

async function added(
  tables: Handle,
  { clock }: Recorder,
  actor: Actor,
  {
    row: { id, manufacturer_id, kind },
    before,
    said,
  }: {
    readonly row: Pick<FirmRecord, 'id' | 'manufacturer_id' | 'kind'>
    readonly before: readonly RecordEvent[]
    readonly said: Pick<RecordEvent, 'act' | 'content' | 'note'>
  },
) {
  const now = instantText(clock())
  const event = { position: before.length + 1, ...said, recorded_at: now, recorded_by: actor.person }
  await insertRecord(tables, { id, manufacturer_id, kind, ...event })
  return {
    done: recordOf({ id, manufacturer_id, kind }, [...before, event]),
    subject: `record ${id}`,
    // Who may read the log need not know whom the firm names.
    details: { manufacturer_id, kind, act: said.act, position: event.position },
  }
}
