/** A maker records the type approval of a model, its codes, and its withdrawal. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { fileNamed, typeOfFile } from '../documents/file-type.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { ModelEvent, ModelHeld, ModelRefusal } from './model.ts'
import { insertModelEvent, insertTac, modelsOf } from './products-table.ts'
import { ownModelIn } from './read-models.ts'

export interface Approval {
  readonly id: string
  readonly number: string
  readonly authority: string
  readonly effective_on: string
  readonly valid_until: string | null
  readonly certificate: { readonly name: string; readonly bytes: Buffer } | undefined
}

export async function recordApproval(
  recorder: Recorder,
  actor: Actor,
  { id, number, authority, effective_on, valid_until, certificate }: Approval,
): Promise<Outcome<ModelHeld, ModelRefusal | FileRefusal>> {
  const media_type = certificate === undefined ? undefined : typeOfFile(certificate.bytes)
  if (certificate !== undefined && media_type === undefined) return { refused: { code: 'file_type_unfit' } }
  if (valid_until !== null && valid_until < effective_on)
    return { refused: { code: 'approval_period', from: effective_on, until: valid_until } }
  return await recordCommand<ModelHeld, ModelRefusal>(recorder, actor, 'record_approval', async (tables) => {
    const own = await ownModelIn(tables, actor, id)
    if ('refused' in own) return own
    const model = own.done
    const document =
      certificate === undefined || media_type === undefined
        ? undefined
        : await keepDocument(tables, recorder, actor, {
            organization: model.manufacturer_id,
            media_type,
            name: fileNamed(certificate.name, media_type),
            bytes: certificate.bytes,
          })
    const event: ModelEvent = {
      ...nextEvent(recorder, actor, model),
      kind: 'approved',
      effective_on,
      valid_until,
      number,
      authority,
      document_id: document?.id ?? null,
    }
    await insertModelEvent(tables, event)
    return {
      done: { ...model, events: [...model.events, event] },
      subject: `model ${id}`,
      details: { kind: event.kind, number, authority, effective_on, valid_until, document: document?.hash ?? null },
    }
  })
}

function nextEvent({ clock }: Recorder, actor: Actor, { id, events }: ModelHeld) {
  return {
    model_id: id,
    position: events.length + 1,
    valid_until: null,
    number: null,
    authority: null,
    document_id: null,
    reason: null,
    recorded_at: instantText(clock()),
    recorded_by: actor.person,
  }
}

export async function withdrawModel(
  recorder: Recorder,
  actor: Actor,
  { id, effective_on, reason }: { readonly id: string; readonly effective_on: string; readonly reason: string },
): Promise<Outcome<ModelHeld, ModelRefusal>> {
  return await recordCommand<ModelHeld, ModelRefusal>(recorder, actor, 'withdraw_model', async (tables) => {
    const own = await ownModelIn(tables, actor, id)
    if ('refused' in own) return own
    const model = own.done
    const before = model.events.find(({ kind }) => kind === 'withdrawn')
    if (before !== undefined) return { refused: { code: 'model_withdrawn', on: before.effective_on } }
    const event: ModelEvent = { ...nextEvent(recorder, actor, model), kind: 'withdrawn', effective_on, reason }
    await insertModelEvent(tables, event)
    return {
      done: { ...model, events: [...model.events, event] },
      subject: `model ${id}`,
      details: { kind: event.kind, effective_on, reason },
    }
  })
}

/** The code itself does not go into the audit log, which others read. */
export async function recordTac(
  recorder: Recorder,
  actor: Actor,
  { id, tac }: { readonly id: string; readonly tac: string },
): Promise<Outcome<ModelHeld, ModelRefusal>> {
  return await recordCommand<ModelHeld, ModelRefusal>(recorder, actor, 'record_tac', async (tables) => {
    const own = await ownModelIn(tables, actor, id)
    if ('refused' in own) return own
    const model = own.done
    const others = await modelsOf(tables, model.manufacturer_id)
    const holder = others.find(({ tacs }) => tacs.includes(tac))
    if (holder !== undefined) return { refused: { code: 'tac_taken', tac, model: holder.name } }
    const recorded_at = instantText(recorder.clock())
    await insertTac(tables, {
      model_id: id,
      manufacturer_id: model.manufacturer_id,
      tac,
      recorded_at,
      recorded_by: actor.person,
    })
    return {
      done: { ...model, tacs: [...model.tacs, tac].toSorted() },
      subject: `model ${id}`,
      details: { kind: 'tac', count: model.tacs.length + 1 },
    }
  })
}
