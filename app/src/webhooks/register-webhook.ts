/** What an administrator does about the systems that are told of what happens: registers, ends, switches on again, has sent again. */
import { randomBytes } from 'node:crypto'
import { symmetricEncrypt } from 'better-auth/crypto'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { queueJobIn } from '../jobs/queue-job.ts'
import { instantText } from '../kernel/clock.ts'
import type { Database } from '../kernel/database.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { mayBePlain } from '../kernel/send-outside.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { DELIVER_EVENT } from './deliver-event.ts'
import {
  type Attempt,
  type Delivery,
  EVENT_KINDS,
  type EventKind,
  type Webhook,
  type WebhookRefusal,
} from './webhook.ts'
import {
  attemptsOf,
  deliveriesOf,
  findDelivery,
  findWebhook,
  insertWebhook,
  listWebhooks,
  setWebhook,
} from './webhooks-table.ts'

const SECRET_BYTES = 32
const LONGEST_ADDRESS = 500
const MOST_SHOWN = 50

export interface Registering extends Recorder {
  readonly secret: string
  /** Networks of the operator, which are reached by plain http too. */
  readonly networks: readonly string[]
}

export interface Registered {
  readonly id: string
  /** Shown this once. */
  readonly secret: string
}

/** Where the address leads is looked at whenever something is sent: what a name means can change. */
export async function registerWebhook(
  recorder: Registering,
  actor: Actor,
  { address, kinds }: { readonly address: string; readonly kinds: readonly string[] },
): Promise<Outcome<Registered, WebhookRefusal>> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isPlain = url !== undefined && url.username === '' && url.password === '' && url.hash === ''
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!isPlain || !isWeb || address.length > LONGEST_ADDRESS)
    return { refused: { code: 'webhook_address', place: '/body/address' } }
  if (url.protocol === 'http:' && !mayBePlain(url, recorder.networks))
    return { refused: { code: 'webhook_plain', place: '/body/address' } }
  const chosen = EVENT_KINDS.filter((kind) => kinds.includes(kind))
  if (chosen.length === 0) return { refused: { code: 'webhook_kinds', place: '/body/kinds' } }
  return await recordCommand<Registered, WebhookRefusal>(recorder, actor, 'register_webhook', async (tables) => {
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
    const id = recorder.makeId()
    await insertWebhook(tables, {
      id,
      organization_id: actor.organization ?? '',
      address: url.href,
      kinds: JSON.stringify(chosen),
      sealed_secret: await symmetricEncrypt({ key: recorder.secret, data: secret }),
      registered_at: instantText(recorder.clock()),
      registered_by: actor.person,
      switched_off_at: null,
      ended_at: null,
    })
    return { done: { id, secret }, subject: `webhook ${id}`, details: { address: url.href, kinds: chosen } }
  })
}

export async function endWebhook(
  recorder: Recorder,
  actor: Actor,
  id: string,
): Promise<Outcome<Record<string, never>, WebhookRefusal>> {
  return await change(recorder, actor, 'end_webhook', id, { ended_at: instantText(recorder.clock()) })
}

/** What could not be sent meanwhile stays so until somebody has it sent again. */
export async function switchOnWebhook(
  recorder: Recorder,
  actor: Actor,
  id: string,
): Promise<Outcome<Record<string, never>, WebhookRefusal>> {
  return await change(recorder, actor, 'switch_on_webhook', id, { switched_off_at: null })
}

async function change(
  recorder: Recorder,
  actor: Actor,
  command: string,
  id: string,
  to: Partial<Pick<Webhook, 'switched_off_at' | 'ended_at'>>,
): Promise<Outcome<Record<string, never>, WebhookRefusal>> {
  return await recordCommand<Record<string, never>, WebhookRefusal>(recorder, actor, command, async (tables) => {
    if (!isId(id) || !(await setWebhook(tables, id, to))) return { refused: { code: 'webhook_unknown' } }
    return { done: {}, subject: `webhook ${id}`, details: {} }
  })
}

/** The same message once more, under the same identifier. */
export async function redeliverEvent(
  recorder: Recorder,
  actor: Actor,
  id: string,
): Promise<Outcome<Record<string, never>, WebhookRefusal>> {
  return await recordCommand<Record<string, never>, WebhookRefusal>(
    recorder,
    actor,
    'redeliver_event',
    async (tables) => {
      const delivery = isId(id) ? await findDelivery(tables, id) : undefined
      if (delivery === undefined) return { refused: { code: 'webhook_unknown' } }
      await queueJobIn(tables, recorder, DELIVER_EVENT, `${id}/${recorder.makeId()}`)
      return { done: {}, subject: `webhook ${delivery.webhook_id}`, details: { delivery: id } }
    },
  )
}

export type SeenWebhook = Omit<Webhook, 'sealed_secret' | 'kinds' | 'organization_id'> & {
  readonly kinds: readonly EventKind[]
}

function seen({ id, address, kinds, registered_at, registered_by, switched_off_at, ended_at }: Webhook): SeenWebhook {
  const list = JSON.parse(kinds) as readonly EventKind[]
  return { id, address, kinds: list, registered_at, registered_by, switched_off_at, ended_at }
}

export async function seeWebhooks(database: Database, actor: Actor): Promise<readonly SeenWebhook[]> {
  return (await readAs(database, actor, listWebhooks)).map(seen)
}

export interface SeenDelivery
  extends Pick<Delivery, 'id' | 'kind' | 'message_id' | 'made_at' | 'delivered_at' | 'failed_at'> {
  readonly attempts: readonly Attempt[]
}

/** With what was sent last, and each attempt to send it. */
export async function seeWebhook(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly webhook: SeenWebhook; readonly deliveries: readonly SeenDelivery[] }, WebhookRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const webhook = isId(id) ? await findWebhook(tables, id) : undefined
    if (webhook === undefined) return { refused: { code: 'webhook_unknown' } as const }
    const deliveries = await deliveriesOf(tables, id, MOST_SHOWN)
    const attempts = await attemptsOf(
      tables,
      deliveries.map((one) => one.id),
    )
    const shown = deliveries.map(({ id: one, kind, message_id, made_at, delivered_at, failed_at }) => {
      const own = attempts.filter(({ delivery_id }) => delivery_id === one)
      return { id: one, kind, message_id, made_at, delivered_at, failed_at, attempts: own }
    })
    return { done: { webhook: seen(webhook), deliveries: shown } }
  })
}
