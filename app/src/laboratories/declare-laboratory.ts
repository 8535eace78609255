/** What a laboratory says of itself: its instruments, its prices, how much it can take, and who may sign for it. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { roleNow } from '../people/find-addressees.ts'
import {
  type Equipment,
  type Laboratory,
  type LaboratoryRefusal,
  type Price,
  type StaffEntry,
  unfitEquipment,
} from './laboratory.ts'
import {
  findLaboratoryOf,
  insertCapacity,
  insertEquipment,
  insertPrice,
  insertStaff,
  nextPosition,
} from './laboratories-table.ts'

type Declared = Outcome<Laboratory, LaboratoryRefusal>

/** The same instrument again is its next calibration, or that it is used no more. */
export async function declareEquipment(recorder: Recorder, actor: Actor, said: Equipment): Promise<Declared> {
  const unfit = unfitEquipment(said, todayText(recorder.clock))
  if (unfit !== undefined) return { refused: unfit }
  const { name, serial, method, calibrated_on, calibration_due_on, retired_on } = said
  const entry = { name, serial, method, calibrated_on, calibration_due_on, retired_on }
  return await declare(recorder, actor, 'declare_equipment', entry, async (tables, found, mark) => {
    const position = await nextPosition(tables, 'laboratory_equipment', found.id)
    await insertEquipment(tables, { ...entry, laboratory_id: found.id, position, ...mark })
    return { done: { ...found, equipment: [...found.equipment, entry] } }
  })
}

export async function declarePrice(recorder: Recorder, actor: Actor, said: Price): Promise<Declared> {
  const { standard, method, amount, currency, days } = said
  const entry = { standard, method, amount, currency, days }
  return await declare(recorder, actor, 'declare_price', entry, async (tables, found, mark) => {
    const position = await nextPosition(tables, 'laboratory_prices', found.id)
    await insertPrice(tables, { ...entry, laboratory_id: found.id, position, ...mark })
    return { done: { ...found, prices: [...found.prices, entry] } }
  })
}

export async function declareCapacity(recorder: Recorder, actor: Actor, samples_a_week: number): Promise<Declared> {
  const entry = { samples_a_week }
  return await declare(recorder, actor, 'declare_capacity', entry, async (tables, found, mark) => {
    const position = await nextPosition(tables, 'laboratory_capacities', found.id)
    await insertCapacity(tables, { samples_a_week, laboratory_id: found.id, position, ...mark })
    return { done: { ...found, samples_a_week } }
  })
}

/** Nobody lets himself sign: a colleague does. */
export async function authoriseSignatory(recorder: Recorder, actor: Actor, said: StaffEntry): Promise<Declared> {
  const { person_id, may_sign_from: from, may_sign_until: until } = said
  if (person_id === actor.person) return { refused: { code: 'own_authorisation' } }
  if (until !== null && until < from)
    return { refused: { code: 'authorisation_period', place: '/body/may_sign_until', from, until } }
  const entry = { person_id, may_sign_from: from, may_sign_until: until }
  return await declare(recorder, actor, 'authorise_signatory', entry, async (tables, found, mark) => {
    if ((await roleNow(tables, person_id, actor.organization ?? '')) !== 'laboratory_signatory')
      return { refused: { code: 'not_of_laboratory', place: '/body/person_id' } }
    const position = await nextPosition(tables, 'laboratory_staff', found.id)
    await insertStaff(tables, { ...entry, laboratory_id: found.id, position, ...mark })
    return { done: { ...found, staff: [...found.staff, entry] } }
  })
}

interface Mark {
  readonly recorded_at: string
  readonly recorded_by: string
}

async function declare(
  recorder: Recorder,
  actor: Actor,
  command: 'declare_equipment' | 'declare_price' | 'declare_capacity' | 'authorise_signatory',
  entry: object,
  write: (tables: Handle, found: Laboratory, mark: Mark) => Promise<Declared>,
): Promise<Declared> {
  return await recordCommand<Laboratory, LaboratoryRefusal>(recorder, actor, command, async (tables) => {
    const found = await findLaboratoryOf(tables, actor.organization ?? '')
    if (found === undefined) return { refused: { code: 'no_laboratory_of_yours' } }
    const mark = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    const written = await write(tables, found, mark)
    if ('refused' in written) return written
    return { ...written, subject: `laboratory ${found.number}`, details: { ...entry } }
  })
}
