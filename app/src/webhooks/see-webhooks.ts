/** Who sees to the systems that an organization has told of what happens. */
import type { Authority } from '../kernel/authority.ts'

export const webhooksAuthority = {
  see_webhooks: ['administrator'],
  register_webhook: ['administrator'],
} as const satisfies Authority
