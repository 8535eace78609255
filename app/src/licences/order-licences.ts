/** The orders that a determination gives about licences, within the transaction that approves it. */
import { answersFor } from '../manufacturers/life/read-life.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type Licence, type LicenceOrder, type LicenceStatus, statusOn } from './licence.ts'
import { insertOrder, licencesOf } from './licences-table.ts'

export interface LicencesOrdered {
  readonly manufacturer_id: string
  readonly programme: string
  readonly kinds: readonly Licence['kind'][]
  /** A determination under law that does not bind reaches no licence that does. */
  readonly rehearsal: boolean
  readonly order: 'suspend' | 'withdraw' | 'restore'
  readonly effective_on: string
  readonly reason: string
  readonly determination_id: string
}

/** The states from which an order leads on: what is revoked or expired is left as it is. */
const FROM: Readonly<Record<LicencesOrdered['order'], readonly LicenceStatus[]>> = {
  suspend: ['good'],
  withdraw: ['good', 'suspended'],
  restore: ['suspended', 'withdrawn'],
}

/**
 * The numbers of the licences that it reached: those that the firm held and that are held by whoever answers for it, which is itself as long as it
 * goes on. What else that firm holds it does not hold for this one.
 */
export async function orderLicences(
  tables: Handle,
  { clock }: Recorder,
  actor: Actor,
  ordered: LicencesOrdered,
): Promise<readonly string[]> {
  const { manufacturer_id, programme, kinds, rehearsal, effective_on, reason, determination_id } = ordered
  const holder = await answersFor(tables, manufacturer_id)
  const reached = (await licencesOf(tables, manufacturer_id, programme)).filter(
    (licence) =>
      licence.holder_id === holder &&
      licence.rehearsal === rehearsal &&
      kinds.includes(licence.kind) &&
      FROM[ordered.order].includes(statusOn(licence, effective_on)),
  )
  for (const licence of reached) {
    const order: Omit<LicenceOrder, 'to_id'> = {
      licence_id: licence.id,
      position: licence.orders.length + 1,
      kind: ordered.order,
      effective_on,
      reason,
      determination_id,
      event_id: null,
      recorded_at: instantText(clock()),
      recorded_by: actor.person,
    }
    await insertOrder(tables, order)
  }
  return reached.map(({ number }) => number)
}
