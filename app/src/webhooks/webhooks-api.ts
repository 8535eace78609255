/** The systems that are told of what happens, for programs that set them up. */
import { Type } from 'typebox'
import { ID, INSTANT, oneOf, orNull } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { Identity } from '../people/open-identity.ts'
import {
  endWebhook,
  redeliverEvent,
  registerWebhook,
  seeWebhook,
  seeWebhooks,
  switchOnWebhook,
} from './register-webhook.ts'
import { EVENT_KINDS, type WebhookRefusal } from './webhook.ts'

const KIND = oneOf(...EVENT_KINDS)
const WEBHOOK = Type.Object({
  id: ID,
  address: Type.String(),
  kinds: Type.Array(KIND),
  registered_at: INSTANT,
  registered_by: Type.String(),
  switched_off_at: orNull(INSTANT),
  ended_at: orNull(INSTANT),
})
const DELIVERY = Type.Object({
  id: ID,
  kind: KIND,
  message_id: Type.String(),
  made_at: INSTANT,
  delivered_at: orNull(INSTANT),
  failed_at: orNull(INSTANT),
  attempts: Type.Array(
    Type.Object({
      nth: Type.Integer(),
      attempted_at: INSTANT,
      took_ms: Type.Integer(),
      status: orNull(Type.Integer()),
      said: Type.String(),
    }),
  ),
})
const BY_ID = Type.Object({ id: ID })

export function webhooksRoutes(identity: Identity, networks: readonly string[]): readonly Route<WebhookRefusal>[] {
  const { database } = identity
  return [
    route({
      method: 'GET',
      url: '/api/webhooks',
      command: 'see_webhooks',
      summary: 'The systems of one’s organization that are told of what happens',
      done: Type.Object({ webhooks: Type.Array(WEBHOOK) }),
      run: async ({ actor }) => ({ done: { webhooks: [...(await seeWebhooks(database, actor))] } }),
    }),
    route({
      method: 'POST',
      url: '/api/webhooks',
      command: 'register_webhook',
      // The answer holds the secret.
      keyless: true,
      summary: 'Register the address of a system that is to be told; its secret is answered this once',
      body: Type.Object({ address: Type.String(), kinds: Type.Array(KIND) }),
      done: Type.Object({ id: ID, secret: Type.String() }),
      run: async ({ actor, body }) => await registerWebhook({ ...identity, networks }, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/webhooks/:id',
      command: 'see_webhooks',
      summary: 'One of them, with what was sent last and each attempt to send it',
      params: BY_ID,
      done: Type.Object({ webhook: WEBHOOK, deliveries: Type.Array(DELIVERY) }),
      run: async ({ actor, params }) => await seeWebhook(database, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/webhooks/:id/switch-on',
      command: 'switch_on_webhook',
      summary: 'Send again to a system that was switched off because it could not be reached',
      params: BY_ID,
      done: Type.Object({}),
      run: async ({ actor, once, params }) => await switchOnWebhook({ ...identity, once }, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/webhooks/:id/end',
      command: 'end_webhook',
      summary: 'Tell a system no more',
      params: BY_ID,
      done: Type.Object({}),
      run: async ({ actor, once, params }) => await endWebhook({ ...identity, once }, actor, params.id),
    }),
    route({
      method: 'POST',
      url: '/api/webhook-deliveries/:id/redelivery',
      command: 'redeliver_event',
      summary: 'Have something sent again, under the same identifier of the message',
      params: BY_ID,
      done: Type.Object({}),
      run: async ({ actor, once, params }) => await redeliverEvent({ ...identity, once }, actor, params.id),
    }),
  ]
}
