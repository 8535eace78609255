/** What whoever orders about a certificate or a key signs: the hash of what stood there when he looked. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import type { Certificate } from './certificate.ts'
import { type HeldKey, stateOf } from './issuer-key.ts'

/** With every order so far, so that nobody signs an order over another that he did not see. */
export async function certificateHash(one: Certificate): Promise<string> {
  const { number, origin, scheme, manufacturer_name, about, laboratory_number, standard } = one
  const { valid_from, valid_until, evidence_sha256, orders } = one
  return await hashOf({
    number,
    origin,
    scheme,
    manufacturer_name,
    about,
    laboratory_number,
    standard,
    valid_from,
    valid_until,
    evidence_sha256,
    orders: orders.map(({ kind, effective_on, reasons, ordered_by, recorded_at }) => {
      return { kind, effective_on, reasons, ordered_by, recorded_at }
    }),
  })
}

export async function keysHash(keys: readonly HeldKey[]): Promise<string> {
  return await hashOf(keys.map((key) => ({ laboratory: key.laboratory_number, key: key.name, state: stateOf(key) })))
}
