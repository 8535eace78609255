/** Who sees to the systems that an organization has told of what happens. */
import type { Authority } from '../kernel/authority.ts'

export const webhooksAuthority = {
  see_webhooks: ['administrator'],
  register_webhook: ['administrator'],
  end_webhook: ['administrator'],
  switch_on_webhook: ['administrator'],
  redeliver_event: ['administrator'],
} as const satisfies Authority
