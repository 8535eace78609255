/** The orders that an event of a firm gives about its licences, within the transaction that approves it. */
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { isAlive, type Licence } from './licence.ts'
import { insertOrder, insertPass, licencesOf } from './licences-table.ts'

/** What the firm holds on the day and can use then or later. */
export async function licencesHeld(tables: Handle, firm: string, day: string): Promise<readonly Licence[]> {
  return (await licencesOf(tables, firm)).filter((one) => one.holder_id === firm && isAlive(one, day))
}

export interface LicencesPassed {
  readonly firm_id: string
  /** To whom each passes, by its number; without one it lapses. What the firm keeps passes to itself. */
  readonly to: (number: string) => string | undefined
  readonly event_id: string
  readonly effective_on: string
  readonly reason: string
}

/** The numbers of the licences, each with who holds it now. The licence stays what it was: its quota, and what was drawn on it, pass with it. */
export async function passLicences(
  tables: Handle,
  { clock }: Recorder,
  actor: Actor,
  { firm_id, to, event_id, effective_on, reason }: LicencesPassed,
): Promise<Readonly<Record<string, string | null>>> {
  const passed: Record<string, string | null> = {}
  for (const licence of await licencesHeld(tables, firm_id, effective_on)) {
    const to_id = to(licence.number)
    if (to_id === firm_id) continue
    const position = licence.orders.length + 1
    await insertOrder(tables, {
      licence_id: licence.id,
      position,
      kind: to_id === undefined ? 'lapse' : 'pass',
      effective_on,
      reason,
      percent: null,
      determination_id: null,
      event_id,
      recorded_at: instantText(clock()),
      recorded_by: actor.person,
    })
    if (to_id !== undefined) await insertPass(tables, { licence_id: licence.id, position, from_id: firm_id, to_id })
    passed[licence.number] = to_id ?? null
  }
  return passed
}
