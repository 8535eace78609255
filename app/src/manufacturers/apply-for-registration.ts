/** A firm asks to be registered as a manufacturer. Its organization is there already, since somebody signed in for it. */
import { DatabaseError } from 'pg'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Manufacturer, ManufacturerEvent, ManufacturerRefusal } from './manufacturer.ts'
import { findManufacturer, insertManufacturer, insertManufacturerEvent } from './manufacturers-table.ts'

export type ApplyForRegistration = Pick<Manufacturer, 'name' | 'registration_number' | 'address'>

export async function applyForRegistration(
  recorder: Recorder,
  actor: Actor,
  { name, registration_number, address }: ApplyForRegistration,
): Promise<Outcome<Manufacturer, ManufacturerRefusal>> {
  const { organization: id } = actor
  if (id === undefined) return { refused: { code: 'manufacturer_unknown' } }
  try {
    return await recordCommand<Manufacturer, ManufacturerRefusal>(
      recorder,
      actor,
      'apply_for_registration',
      async (tables) => {
        if ((await findManufacturer(tables, id)) !== undefined) return { refused: { code: 'registration_exists' } }
        const event: ManufacturerEvent = {
          manufacturer_id: id,
          position: 1,
          kind: 'applied',
          reason: null,
          recorded_at: instantText(recorder.clock()),
          recorded_by: actor.person,
        }
        await insertManufacturer(tables, { id, name, registration_number, address })
        await insertManufacturerEvent(tables, event)
        return {
          done: {
            id,
            name,
            names: [{ name, from_on: null }],
            ended_on: null,
            answered_by: null,
            registration_number,
            address,
            status: 'applied',
            events: [event],
          },
          subject: `manufacturer ${id}`,
          details: { name, registration_number },
        }
      },
    )
  } catch (error) {
    // Two of the same firm at the same moment.
    if (error instanceof DatabaseError && error.constraint === 'manufacturers_pkey')
      return { refused: { code: 'registration_exists' } }
    throw error
  }
}
