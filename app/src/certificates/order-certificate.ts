/** Who issued a certificate, or the authority, puts it out of force for a time or for good, with reasons that anybody reads. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { laboratoryOfOrganization } from '../laboratories/read-laboratories.ts'
import {
  type Certificate,
  type CertificateOrder,
  type CertificateOrderKind,
  type CertificateRefusal,
  refusedOrder,
} from './certificate.ts'
import { findCertificate, insertOrder } from './certificates-table.ts'

export interface OrderCertificate {
  readonly number: string
  readonly kind: CertificateOrderKind
  readonly effective_on: string
  readonly reasons: string
}

export async function orderCertificate(
  recorder: Recorder,
  actor: Actor,
  { number, kind, effective_on, reasons }: OrderCertificate,
): Promise<Outcome<Certificate, CertificateRefusal>> {
  return await recordCommand<Certificate, CertificateRefusal>(recorder, actor, 'order_certificate', async (tables) => {
    const found = await findCertificate(tables, number)
    if (found === undefined) return { refused: { code: 'certificate_unknown' } }
    const ordered_by = actor.role === 'laboratory_signatory' ? 'laboratory' : 'authority'
    if (ordered_by === 'laboratory') {
      const own = await laboratoryOfOrganization(tables, actor.organization ?? '')
      if (own?.id !== found.laboratory_id || found.origin === 'recorded')
        return { refused: { code: 'certificate_others' } }
    }
    const refused = refusedOrder(found, { kind, effective_on, ordered_by }, todayText(recorder.clock))
    if (refused !== undefined) return { refused }
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
      details: { kind, effective_on, reasons },
    }
  })
}
