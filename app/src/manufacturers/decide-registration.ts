/** An officer authorises a manufacturer that applied, or refuses it with reasons. */
import { DatabaseError } from 'pg'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { type Manufacturer, type ManufacturerEvent, type ManufacturerRefusal, statusOf } from './manufacturer.ts'
import { findHolder, findManufacturer, insertManufacturerEvent } from './manufacturers-table.ts'

export type DecideRegistration =
  | { readonly id: string; readonly kind: 'authorised' }
  | { readonly id: string; readonly kind: 'refused'; readonly reason: string }

export async function decideRegistration(
  recorder: Recorder,
  actor: Actor,
  input: DecideRegistration,
): Promise<Outcome<Manufacturer, ManufacturerRefusal>> {
  try {
    return await recordDecision(recorder, actor, input)
  } catch (error) {
    if (!(error instanceof DatabaseError && error.constraint === 'authorised_numbers_pkey')) throw error
    return { refused: await numberTaken(recorder, actor, input.id) }
  }
}

async function recordDecision(
  recorder: Recorder,
  actor: Actor,
  input: DecideRegistration,
): Promise<Outcome<Manufacturer, ManufacturerRefusal>> {
  return await recordCommand<Manufacturer, ManufacturerRefusal>(
    recorder,
    actor,
    'decide_registration',
    async (tables) => {
      const manufacturer = await findManufacturer(tables, input.id)
      if (manufacturer === undefined) return { refused: { code: 'manufacturer_unknown' } }
      const { status } = manufacturer
      if (status !== 'applied') return { refused: { code: 'registration_decided', status } }
      const event: ManufacturerEvent = {
        manufacturer_id: input.id,
        position: manufacturer.events.length + 1,
        kind: input.kind,
        reason: input.kind === 'refused' ? input.reason : null,
        recorded_at: instantText(recorder.clock()),
        recorded_by: actor.person,
      }
      await insertManufacturerEvent(tables, event)
      const events = [...manufacturer.events, event]
      return {
        done: { ...manufacturer, status: statusOf(events), events },
        subject: `manufacturer ${input.id}`,
        details: { kind: input.kind, ...(event.reason === null ? {} : { reason: event.reason }) },
      }
    },
  )
}

/** Two that were authorised at the same moment are told apart by the database, which keeps one firm for each number. */
async function numberTaken({ database }: Recorder, actor: Actor, id: string): Promise<ManufacturerRefusal> {
  return await readAs(database, actor, async (tables) => {
    const registration_number = (await findManufacturer(tables, id))?.registration_number ?? ''
    const holder = (await findHolder(tables, registration_number)) ?? ''
    return { code: 'registration_number_taken', registration_number, holder }
  })
}
