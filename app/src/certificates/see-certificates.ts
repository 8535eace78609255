/** Who sees certificates: whoever is shown one, anywhere; and who puts them out of force. */
import type { Authority } from '../kernel/authority.ts'

export const certificatesAuthority = {
  see_certificates: ['public'],
  order_certificate: ['laboratory_signatory', 'approving_officer'],
  end_issuer_key: ['laboratory_signatory'],
} as const satisfies Authority
