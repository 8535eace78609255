/** Who issued a certificate, or the authority, puts it out of force for a time or for good, with the second factor and reasons that anybody reads. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { laboratoryOfOrganization } from '../laboratories/read-laboratories.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import {
  type Certificate,
  type CertificateOrder,
  type CertificateOrderKind,
  type CertificateRefusal,
  refusedOrder,
} from './certificate.ts'
import { findCertificate, insertOrder } from './certificates-table.ts'
import { certificateHash } from './shown-hash.ts'

export interface OrderCertificate {
  readonly number: string
  readonly kind: CertificateOrderKind
  readonly effective_on: string
  readonly reasons: string
  /** Of the certificate as it was shown. */
  readonly shown_hash: string
}

/** `confirm` holds the second factor; it is asked when everything else is right, so that a code is not used up in vain. */
export async function orderCertificate(
  recorder: Recorder,
  actor: Actor,
  wanted: OrderCertificate,
  confirm: () => Promise<Outcome<unknown, SecondFactorRefusal>>,
): Promise<Outcome<Certificate, CertificateRefusal | SecondFactorRefusal>> {
  const { number, kind, effective_on, reasons, shown_hash } = wanted
  const today = todayText(recorder.clock)
  const ready = await readAs(recorder.database, actor, async (tables) => await orderable(tables, actor, wanted, today))
  if ('refused' in ready) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  return await recordCommand<Certificate, CertificateRefusal>(recorder, actor, 'order_certificate', async (tables) => {
    const still = await orderable(tables, actor, wanted, todayText(recorder.clock))
    if ('refused' in still) return still
    const { found, ordered_by } = still.done
    const order: CertificateOrder = {
      certificate_id: found.id,
      position: found.orders.length + 1,
      kind,
      effective_on,
      reasons,
      ordered_by,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertOrder(tables, order)
    return {
      done: { ...found, orders: [...found.orders, order] },
      subject: `certificate ${number}`,
      details: { kind, effective_on, reasons, shown_hash },
    }
  })
}

interface Orderable {
  readonly found: Certificate
  readonly ordered_by: CertificateOrder['ordered_by']
}

async function orderable(
  tables: Handle,
  actor: Actor,
  { number, kind, effective_on, shown_hash }: OrderCertificate,
  today: string,
): Promise<Outcome<Orderable, CertificateRefusal>> {
  const found = await findCertificate(tables, number)
  if (found === undefined) return { refused: { code: 'certificate_unknown' } }
  const ordered_by = actor.role === 'laboratory_signatory' ? 'laboratory' : 'authority'
  if (ordered_by === 'laboratory') {
    const own = await laboratoryOfOrganization(tables, actor.organization ?? '')
    if (own?.id !== found.laboratory_id || found.origin === 'recorded')
      return { refused: { code: 'certificate_others' } }
  }
  const refused = refusedOrder(found, { kind, effective_on, ordered_by }, today)
  if (refused !== undefined) return { refused }
  if ((await certificateHash(found)) !== shown_hash) return { refused: { code: 'certificate_changed' } }
  return { done: { found, ordered_by } }
}
