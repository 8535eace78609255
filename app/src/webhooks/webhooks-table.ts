/** Webhooks, their deliveries and attempts, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Attempt, Delivery, Webhook } from './webhook.ts'

type WebhookTables = {
  readonly webhooks: Webhook
  readonly webhook_deliveries: Delivery
  readonly webhook_attempts: Attempt
  readonly webhook_position: { readonly only_row: boolean; readonly position: number }
}

function webhooks(handle: Handle): Kysely<WebhookTables> {
  return handle.withTables<WebhookTables>()
}

export async function insertWebhook(handle: Handle, webhook: Webhook): Promise<void> {
  await webhooks(handle).insertInto('webhooks').values(webhook).execute()
}

export async function findWebhook(handle: Handle, id: string): Promise<Webhook | undefined> {
  return await webhooks(handle).selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those that one may see and that have not ended, oldest first. */
export async function listWebhooks(handle: Handle): Promise<readonly Webhook[]> {
  return await webhooks(handle).selectFrom('webhooks').selectAll().where('ended_at', 'is', null).orderBy('id').execute()
}

/** False where there is none that has not ended. */
export async function setWebhook(
  handle: Handle,
  id: string,
  to: Partial<Pick<Webhook, 'switched_off_at' | 'ended_at'>>,
): Promise<boolean> {
  const set = webhooks(handle).updateTable('webhooks').set(to).where('id', '=', id).where('ended_at', 'is', null)
  return (await set.returning('id').execute()).length > 0
}

export async function insertDelivery(handle: Handle, delivery: Delivery): Promise<void> {
  await webhooks(handle).insertInto('webhook_deliveries').values(delivery).execute()
}

export async function findDelivery(handle: Handle, id: string): Promise<Delivery | undefined> {
  return await webhooks(handle).selectFrom('webhook_deliveries').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function setDelivery(
  handle: Handle,
  id: string,
  to: Pick<Delivery, 'delivered_at' | 'failed_at'>,
): Promise<void> {
  await webhooks(handle).updateTable('webhook_deliveries').set(to).where('id', '=', id).execute()
}

/** Newest first. */
export async function deliveriesOf(handle: Handle, webhook: string, limit: number): Promise<readonly Delivery[]> {
  return await webhooks(handle)
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function insertAttempt(handle: Handle, attempt: Attempt): Promise<void> {
  await webhooks(handle).insertInto('webhook_attempts').values(attempt).execute()
}

/** In the order in which they were made. */
export async function attemptsOf(handle: Handle, deliveries: readonly string[]): Promise<readonly Attempt[]> {
  if (deliveries.length === 0) return []
  return await webhooks(handle)
    .selectFrom('webhook_attempts')
    .selectAll()
    .where('delivery_id', 'in', deliveries)
    .orderBy('nth')
    .execute()
}

export async function findPosition(handle: Handle): Promise<number | undefined> {
  const row = await webhooks(handle).selectFrom('webhook_position').select('position').executeTakeFirst()
  return row?.position
}

export async function keepPosition(handle: Handle, position: number): Promise<void> {
  await webhooks(handle)
    .insertInto('webhook_position')
    .values({ only_row: true, position })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ position }))
    .execute()
}
