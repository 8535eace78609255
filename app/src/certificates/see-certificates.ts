/** Who sees certificates: whoever is shown one, anywhere. */
import type { Authority } from '../kernel/authority.ts'

export const certificatesAuthority = {
  see_certificates: ['public'],
} as const satisfies Authority
