/** The job that tells another system of an event: signed as Standard Webhooks has it, tried for a day, each attempt kept. */
import { createHmac } from 'node:crypto'
import { symmetricDecrypt } from 'better-auth/crypto'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Handler, Job } from '../jobs/job.ts'
import { isLastTry } from '../jobs/run-jobs.ts'
import { instantText, systemClock } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { type Answered, postOutside } from '../kernel/send-outside.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { administratorsOf } from '../people/find-addressees.ts'
import { queueLetterIn } from '../people/queue-letter.ts'
import { webhookWordsOf } from './webhook-words.ts'
import type { Delivery, Webhook } from './webhook.ts'
import { attemptsOf, findDelivery, findWebhook, insertAttempt, setDelivery, setWebhook } from './webhooks-table.ts'

export const DELIVER_EVENT = 'deliver_event'

const DELIVERER = systemActor('webhooks')
const LONGEST_SAID = 500
const WEEK_MS = 7 * 24 * 3_600_000

export interface Delivering extends Recorder {
  readonly secret: string
  readonly publicAddress: URL
  /** Networks that are reached though they are not public. */
  readonly networks: readonly string[]
}

export function deliverEvent(parts: Delivering): Handler {
  const { database, clock } = parts
  return async (job) => {
    const [id = ''] = job.about.split('/')
    const { delivery, webhook } = await readAs(database, DELIVERER, async (tables) => {
      const found = await findDelivery(tables, id)
      return { delivery: found, webhook: found && (await findWebhook(tables, found.webhook_id)) }
    })
    const isOn = webhook !== undefined && webhook.ended_at === null && webhook.switched_off_at === null
    if (delivery === undefined || !isOn) return async (tables) => await giveUp(tables, delivery, instantText(clock()))
    const began = performance.now()
    const answered = await send(parts, delivery, webhook)
    const took_ms = Math.round(performance.now() - began)
    return async (tables) => await recordAttempt(tables, parts, job, { delivery, webhook, answered, took_ms })
  }
}

async function giveUp(tables: Handle, delivery: Delivery | undefined, failed_at: string): Promise<undefined> {
  if (delivery !== undefined && delivery.delivered_at === null)
    await setDelivery(tables, delivery.id, { delivered_at: null, failed_at })
  return undefined
}

async function send({ secret, networks }: Delivering, delivery: Delivery, webhook: Webhook): Promise<Answered> {
  const key = await symmetricDecrypt({ key: secret, data: webhook.sealed_secret })
  // Who receives it holds it against his own clock, also where ours is that of a demonstration.
  const timestamp = String(Math.floor(systemClock() / 1000))
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Maqami',
    'webhook-id': delivery.message_id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf(key, delivery.message_id, timestamp, delivery.body),
  }
  return await postOutside(webhook.address, headers, delivery.body, networks)
}

/** https://www.standardwebhooks.com: HMAC-SHA256 over identifier, time and body. */
function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

interface Tried {
  readonly delivery: Delivery
  readonly webhook: Webhook
  readonly answered: Answered
  readonly took_ms: number
}

async function recordAttempt(
  tables: Handle,
  parts: Delivering,
  job: Job,
  { delivery, webhook, answered, took_ms }: Tried,
): Promise<{ readonly failed: string } | undefined> {
  const now = parts.clock()
  const attempted_at = instantText(now)
  const { status } = answered
  const said = answered.said.replaceAll(/\p{Cc}/gu, ' ').slice(0, LONGEST_SAID)
  const nth = (await attemptsOf(tables, [delivery.id])).length + 1
  const { organization_id } = delivery
  await insertAttempt(tables, { delivery_id: delivery.id, nth, organization_id, attempted_at, took_ms, status, said })
  if (status !== null && status >= 200 && status < 300) {
    await setDelivery(tables, delivery.id, { delivered_at: attempted_at, failed_at: null })
    return undefined
  }
  if (!isLastTry(job, now)) return { failed: status === null ? said : `the answer was ${status}` }
  await giveUp(tables, delivery, attempted_at)
  await switchOff(tables, parts, webhook)
  return undefined
}

/** Once, however many deliveries are given up at the same time. */
async function switchOff(tables: Handle, parts: Delivering, { id, organization_id, address }: Webhook): Promise<void> {
  const now = await findWebhook(tables, id)
  if (now === undefined || now.ended_at !== null || now.switched_off_at !== null) return
  await setWebhook(tables, id, { switched_off_at: instantText(parts.clock()) })
  for (const { email, language } of await administratorsOf(tables, organization_id)) {
    const { letter } = webhookWordsOf(language)
    const text = [letter.subject, '', letter.text(address), new URL(`/webhooks/${id}`, parts.publicAddress).href].join(
      '\n',
    )
    await queueLetterIn(tables, parts, parts.secret, { email, about: 'webhook_off', text, lastsMs: WEEK_MS })
  }
}
